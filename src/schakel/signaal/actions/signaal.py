# SPDX-License-Identifier: EUPL-1.2
"""Make a signaal, add to it, decide about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.convenant import actions as convenant
from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Genoemd
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.melding import actions as melding_actions
from schakel.melding.models import Melding
from schakel.signaal import queries, rules
from schakel.signaal.actions import bescherming, koppelen
from schakel.signaal.actions.gedeeld import (
    WEGERS,
    Onvolledig,
    eis_reden,
    mag_met_signalen,
    schrijf_wijziging,
    vergrendel,
    wijzig,
)
from schakel.signaal.models import Indicator, Signaal, SignaalMelding, SignaalPlaats, Wijziging
from schakel.signaal.models.signaal import Oordeel
from schakel.signaal.rules import niet_pluis as np
from schakel.signaal.rules.gegevens import SOORTEN, categorie
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class NieuwePlaats:
    """A municipality, or a place abroad; neither means not known."""

    soort: str
    gemeente_id: UUID | None = None
    buitenland: str = ""


@dataclass(frozen=True)
class NieuwSignaal:
    """Everything with which a signaal begins."""

    vormen: Sequence[str] = ()
    sector: str = ""
    omvang: int | None = None
    herkomst: str = "eigen"
    betrouwbaarheid: str = "onbekend"
    waargenomen_op: date | None = None
    niet_pluis: bool = False
    plaatsen: Sequence[NieuwePlaats] = ()
    gegevens: Sequence[NieuwGegeven] = ()
    handeling: deelregels.Handeling = deelregels.Handeling.KETEN
    genoemd: Sequence[UUID] = ()


@transaction.atomic
def maak_signaal(
    *, door: Actor, nieuw: NieuwSignaal, melding: Melding | None = None, id: UUID | None = None
) -> Signaal:
    """Make a signaal of the actor's partner, with its statements, keys and what it touches; once per `id`.

    From a `melding`: the melder hears that it was taken up.
    """
    mag_met_signalen(door)
    assert door.partner_id is not None
    assert door.gebruiker_id is not None
    if id is not None and (bestaand := queries.signaal(door=door, id=id)) is not None:
        return bestaand
    stuk = convenant.maak_stuk(
        door=door, soort=deelregels.StukSoort.SIGNAAL, id=id, handeling=nieuw.handeling
    )
    signaal = Signaal(
        stuk=stuk, eigenaar_id=door.partner_id, kenmerk=nieuw_kenmerk("SIG"),
        vormen=sorted(set(nieuw.vormen)), sector=nieuw.sector, omvang=nieuw.omvang, herkomst=nieuw.herkomst,
        betrouwbaarheid=nieuw.betrouwbaarheid, waargenomen_op=nieuw.waargenomen_op,
        niet_pluis=nieuw.niet_pluis, vervalt_op=np.vervalt(klok.vandaag()) if nieuw.niet_pluis else None,
        behandelaar_id=door.gebruiker_id, gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id,
    )  # fmt: skip
    signaal.save(force_insert=True)
    _zet_plaatsen(signaal, nieuw.plaatsen)
    Genoemd.objects.bulk_create(
        Genoemd(stuk=stuk, eigenaar_id=door.partner_id, partner_id=p) for p in set(nieuw.genoemd)
    )
    schrijf_wijziging(door, signaal, Wijziging.Soort.GEMAAKT)
    if melding is not None:
        SignaalMelding(signaal=signaal, melding_id=melding.pk).save(force_insert=True)
        melding_actions.zet_door(door=door, melding=melding)
    _voeg_toe(door, signaal, nieuw.gegevens, eerste=True)
    return signaal


def _zet_plaatsen(signaal: Signaal, plaatsen: Sequence[NieuwePlaats]) -> None:
    SignaalPlaats.objects.bulk_create(
        SignaalPlaats(
            signaal=signaal,
            soort=p.soort,
            gemeente_id=p.gemeente_id,
            buitenland="" if p.gemeente_id else p.buitenland,
        )
        for p in plaatsen
    )


def _voeg_toe(door: Actor, signaal: Signaal, nieuw: Sequence[NieuwGegeven], *, eerste: bool) -> None:
    nodig = deelregels.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    if vreemd := sorted({n.categorie for n in nieuw} - nodig):
        raise Onvolledig(f"Je functie werkt niet met deze categorie: {', '.join(vreemd)}. Kies een andere.")
    gegevens = convenant.voeg_gegevens_toe(door=door, stuk=signaal.stuk, nieuw=nieuw)
    koppelen.koppel(door=door, signaal=signaal, gegevens=gegevens, eerste=eerste)


@transaction.atomic
def voeg_toe(*, door: Actor, signaal: Signaal, versie: int | None, nieuw: Sequence[NieuwGegeven]) -> Signaal:
    """Add statements; contradicting ones live side by side. Sending the same ids twice adds once."""
    bekend = queries.bekende_gegevens(signaal=signaal, ids=[n.id for n in nieuw])
    nieuw = [n for n in nieuw if n.id not in bekend]
    if not nieuw:
        return signaal
    soorten = ", ".join(sorted({str(SOORTEN[n.soort].naam).lower() for n in nieuw}))
    rij = wijzig(door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort.GEGEVENS, naar=soorten)
    _voeg_toe(door, rij, nieuw, eerste=False)
    return rij


@transaction.atomic
def wijzig_kop(*, door: Actor, signaal: Signaal, versie: int | None, nieuw: NieuwSignaal) -> Signaal:
    """Change form, sector, size, places and the like; statements stay as they are."""
    velden = {
        "vormen": sorted(set(nieuw.vormen)), "sector": nieuw.sector, "omvang": nieuw.omvang,
        "herkomst": nieuw.herkomst, "betrouwbaarheid": nieuw.betrouwbaarheid,
        "waargenomen_op": nieuw.waargenomen_op,
    }  # fmt: skip
    rij = wijzig(door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort.KOP, velden=velden)
    SignaalPlaats.objects.filter(signaal=rij).delete()
    _zet_plaatsen(rij, nieuw.plaatsen)
    return rij


@transaction.atomic
def niet_pluis(*, door: Actor, signaal: Signaal, versie: int | None, aan: bool, reden: str) -> Signaal:
    """Mark as a weak signal with a short term, or lift that mark; the linking keys follow."""
    vervalt = np.vervalt(klok.vandaag()) if aan else None
    rij = wijzig(
        door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort.NIET_PLUIS,
        naar="ja" if aan else "nee", reden=eis_reden(reden),
        velden={"niet_pluis": aan, "vervalt_op": vervalt},
    )  # fmt: skip
    koppelen.zet_zwak(door=door, signaal=rij)
    return rij


@transaction.atomic
def stap(
    *,
    door: Actor,
    signaal: Signaal,
    versie: int | None,
    naar: str,
    reden: str,
    sluitreden: str = "",
    hand: bool = True,
) -> Signaal:
    """Take one arrow of `rules.OVERGANGEN`, with its reason. Closing asks a reason from the list as well."""
    signaal = vergrendel(door, signaal, versie)
    pijl = rules.overgang(signaal.status, naar)
    if pijl is None or (hand and not pijl.hand):
        raise Onvolledig(f"Van '{signaal.get_status_display()}' kan dit signaal die stap niet zetten.")
    if pijl.voorwaarde == "weging" and signaal.weging != Oordeel.JA:
        raise Onvolledig("Besluit eerst dat dit signaal rijp is voor weging.")
    sluit = naar == rules.Status.AFGESLOTEN
    if sluit and sluitreden not in set(rules.Sluitreden):
        raise Onvolledig("Kies een reden van afsluiten.")
    return wijzig(
        door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort.STAP, van=signaal.status, naar=naar,
        reden=eis_reden(reden), velden={"status": naar, "sluitreden": sluitreden if sluit else ""},
    )  # fmt: skip


def zet_in_casus(*, door: Actor, signaal: Signaal, kenmerk: str) -> Signaal:
    """A casus takes this signaal in; a signaal that already is in a casus stays as it is."""
    if signaal.status == rules.Status.IN_CASUS:
        return signaal
    return stap(
        door=door,
        signaal=signaal,
        versie=None,
        naar=rules.Status.IN_CASUS,
        reden=f"Hoort bij {kenmerk}.",
        hand=False,
    )


@transaction.atomic
def besluit(
    *, door: Actor, signaal: Signaal, versie: int | None, drempel: str, ja: bool, reden: str
) -> Signaal:
    """Decide one of the two thresholds: `bescherming` or `weging`. The one never changes the other."""
    if drempel not in ("bescherming", "weging"):
        raise Onvolledig("Kies de drempel: bescherming of weging.")
    if drempel == "weging" and door.functie not in WEGERS:
        raise PermissionError("Je functie besluit niet of een signaal rijp is voor weging.")
    oordeel = Oordeel.JA if ja else Oordeel.NEE
    velden = {drempel: oordeel, f"{drempel}_op": klok.nu(), f"{drempel}_door": door.gebruiker_id}
    if drempel == "bescherming" and ja:
        bescherming.vraag(door=door, signaal=signaal)
    return wijzig(
        door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort(drempel), naar=oordeel,
        reden=eis_reden(reden), velden=velden,
    )  # fmt: skip


def indicator_gegeven(
    item: Indicator, gezien: str, zekerheid: str, *, formulier: tuple[object, ...]
) -> NieuwGegeven:
    """An answer to an indicator, under its version; the same form gives the same statement (sent twice, kept
    once).
    """
    inhoud = {
        "indicator": item.code, "lijst": item.lijst.code, "versie": str(item.lijst.versie),
        "gezien": str(gezien),
    }  # fmt: skip
    return NieuwGegeven(
        "indicator",
        categorie("indicator"),
        inhoud,
        zekerheid=zekerheid,
        id=vast_id("indicator", *map(str, formulier), item.code),
    )

# SPDX-License-Identifier: EUPL-1.2
"""Make a signaal, add to it, decide about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.db import transaction

from schakel.convenant import actions as convenant
from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Genoemd, Stuk
from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.kern.kenmerk import nieuwe_kenmerken
from schakel.melding import actions as melding_actions
from schakel.melding.models import Melding
from schakel.signaal import queries, rules
from schakel.signaal.actions import bescherming, koppelen
from schakel.signaal.actions.gedeeld import (
    WEGERS,
    Onvolledig,
    eis_reden,
    mag_met_signalen,
    vergrendel,
    wijzig,
    wijziging,
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
    if id is not None and (bestaand := queries.signaal(door=door, id=id)) is not None:
        return bestaand
    signaal = maak_signalen(door=door, nieuw={id or nieuw_id(): nieuw})[0]
    if melding is not None:
        SignaalMelding(signaal=signaal, melding_id=melding.pk).save(force_insert=True)
        melding_actions.zet_door(door=door, melding=melding)
    return signaal


@transaction.atomic
def maak_signalen(*, door: Actor, nieuw: Mapping[UUID, NieuwSignaal]) -> list[Signaal]:
    """Make many new signals at once, each with its statements, keys and what it touches: future id → signaal.

    A file comes in with as many statements to the database as one signaal takes.
    """
    mag_met_signalen(door)
    for n in nieuw.values():
        eis_passend(door, n.gegevens)
    stukken = convenant.maak_open_stukken(
        door=door,
        soort=deelregels.StukSoort.SIGNAAL,
        handelingen={id: n.handeling for id, n in nieuw.items()},
    )
    kenmerken = nieuwe_kenmerken("SIG", len(nieuw))
    signalen = [_kop(door, *drie) for drie in zip(stukken, kenmerken, nieuw.values(), strict=True)]
    Signaal.objects.bulk_create(signalen)
    paren = list(zip(signalen, nieuw.values(), strict=True))
    SignaalPlaats.objects.bulk_create(p for s, n in paren for p in _plaatsen(s, n.plaatsen))
    Genoemd.objects.bulk_create(
        Genoemd(stuk_id=s.pk, eigenaar_id=s.eigenaar_id, partner_id=p)
        for s, n in paren
        for p in set(n.genoemd)
    )
    Wijziging.objects.bulk_create(wijziging(door, s, Wijziging.Soort.GEMAAKT) for s in signalen)
    _voeg_toe(door, [(s, n.gegevens) for s, n in paren], eerste=True)
    for doe in _NA_MAKEN:
        doe(door=door, nieuw=paren)
    return signalen


class NaMaken(Protocol):
    """What a room above does with new signals, in the same transaction."""

    def __call__(self, *, door: Actor, nieuw: Sequence[tuple[Signaal, NieuwSignaal]]) -> None: ...


_NA_MAKEN: list[NaMaken] = []


def registreer_na_maken(doe: NaMaken) -> None:
    """Called once, when the room is made ready."""
    _NA_MAKEN.append(doe)


def _kop(door: Actor, stuk: Stuk, kenmerk: str, nieuw: NieuwSignaal) -> Signaal:
    assert door.partner_id is not None
    assert door.gebruiker_id is not None
    return Signaal(
        stuk=stuk, eigenaar_id=door.partner_id, kenmerk=kenmerk,
        vormen=sorted(set(nieuw.vormen)), sector=nieuw.sector, omvang=nieuw.omvang, herkomst=nieuw.herkomst,
        betrouwbaarheid=nieuw.betrouwbaarheid, waargenomen_op=nieuw.waargenomen_op,
        niet_pluis=nieuw.niet_pluis, vervalt_op=np.vervalt(klok.vandaag()) if nieuw.niet_pluis else None,
        behandelaar_id=door.gebruiker_id, gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id,
    )  # fmt: skip


def _plaatsen(signaal: Signaal, plaatsen: Sequence[NieuwePlaats]) -> list[SignaalPlaats]:
    return [
        SignaalPlaats(
            signaal=signaal,
            soort=p.soort,
            gemeente_id=p.gemeente_id,
            buitenland="" if p.gemeente_id else p.buitenland,
        )
        for p in plaatsen
    ]


def eis_passend(door: Actor, nieuw: Sequence[NieuwGegeven]) -> None:
    """Refuse what this function does not work with (`Onvolledig`), and what is refused outright (`Uitgesloten`)."""
    nodig = deelregels.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    if vreemd := sorted({n.categorie for n in nieuw} - nodig):
        raise Onvolledig(f"Je functie werkt niet met deze categorie: {', '.join(vreemd)}. Kies een andere.")
    convenant.weiger_uitgesloten(nieuw)


def _voeg_toe(door: Actor, nieuw: Sequence[tuple[Signaal, Sequence[NieuwGegeven]]], *, eerste: bool) -> None:
    gegevens = convenant.voeg_toe_aan_vele(door=door, nieuw=[(s.stuk, n) for s, n in nieuw])
    koppelen.koppel(door=door, nieuw=zip((s for s, _ in nieuw), gegevens, strict=True), eerste=eerste)


@transaction.atomic
def voeg_toe(*, door: Actor, signaal: Signaal, versie: int | None, nieuw: Sequence[NieuwGegeven]) -> Signaal:
    """Add statements; contradicting ones live side by side. Sending the same ids twice adds once."""
    bekend = queries.bekende_gegevens(signaal=signaal, ids=[n.id for n in nieuw])
    nieuw = [n for n in nieuw if n.id not in bekend]
    if not nieuw:
        return signaal
    eis_passend(door, nieuw)
    soorten = ", ".join(sorted({str(SOORTEN[n.soort].naam).lower() for n in nieuw}))
    rij = wijzig(door=door, signaal=signaal, versie=versie, soort=Wijziging.Soort.GEGEVENS, naar=soorten)
    _voeg_toe(door, [(rij, nieuw)], eerste=False)
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
    SignaalPlaats.objects.bulk_create(_plaatsen(rij, nieuw.plaatsen))
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

# SPDX-License-Identifier: EUPL-1.2
"""The ways out of the house: a signal through the regiocoördinator, a notification to CoMensha. Each with its ground."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Toestemming
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.instellingen import instellingen
from schakel.signaal import actions as signalen
from schakel.signaal.actions import NieuwSignaal
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, noteer
from schakel.zorg.actions.inbreng import plaats
from schakel.zorg.actions.traject import lees, naam_van, vers_van
from schakel.zorg.models import Comelding, Doorgifte, Zorgtraject
from schakel.zorg.rules import comensha, inhoud
from schakel.zorg.rules.comensha import Dossier, Grond, Meldstand
from schakel.zorg.rules.fasen import Leeftijd


@transaction.atomic
def geef_door(
    *,
    door: Actor,
    traject: Zorgtraject,
    tekst: str,
    toestemming: Toestemming | None = None,
    vormen: Sequence[str] = (),
    id: UUID | None = None,
) -> Doorgifte:
    """Make a signal of what may be told; it belongs to the regiocoördinator, and its source stays protected.

    Without consent or an emergency nothing may lead to the client: words of the file are refused (report p. 137).
    """
    if door.functie != queries.REGIE:
        raise PermissionError("Een signaal uit de zorg loopt via de regiocoördinator.")
    vers = vers_van(door, traject)
    if id and (bestaand := queries.doorgiften(door=door, traject=vers).filter(pk=id).first()):
        return bestaand
    if not tekst.strip():
        raise Bezwaar([_("Schrijf wat je doorgeeft.")], {"tekst": _("Schrijf wat je doorgeeft.")})
    if toestemming is not None and not queries.geldt(toestemming):
        raise Bezwaar(
            [
                _(
                    "Deze toestemming geldt niet meer. Vraag opnieuw, of geef door zonder dat het naar iemand leidt."
                )
            ]
        )
    if toestemming is None:
        client = [g.inhoud for g in lees(door=door, traject=vers) if g.soort == "persoon"]
        if woorden := deelregels.herkenbaar(
            tekst, [*client, {"naam": client[-1].get("roepnaam", "")}] if client else []
        ):
            nee = _("Dit leidt naar de cliënt: %(w)s. Haal het weg, of vraag toestemming.") % {
                "w": ", ".join(woorden)
            }
            raise Bezwaar([nee], {"tekst": nee})
    signaal = signalen.maak_signaal(
        door=door,
        nieuw=NieuwSignaal(
            vormen=list(vormen),
            herkomst="zorg",
            gegevens=[
                NieuwGegeven(
                    "tekst", deelregels.Categorie.WAARNEMING, {"tekst": tekst}, zekerheid="horen_zeggen",
                    bron=_("Uit de zorg; de bron is beschermd."), bron_beschermd=True,
                )
            ],
        ),
    )  # fmt: skip
    plaats(door=door, signaal=signaal, leeftijd=Leeftijd(vers.leeftijd))
    gift = Doorgifte(
        id=id or nieuw_id(), traject=vers, eigenaar_id=vers.eigenaar_id, signaal_id=signaal.pk, kenmerk=signaal.kenmerk,
        grond=toestemming.soort if toestemming else "anoniem", toestemming=toestemming, op=klok.nu(),
        door=door.gebruiker_id,
    )  # fmt: skip
    gift.save(force_insert=True)
    noteer(door, "doorgeven", vers)
    return gift


@transaction.atomic
def meld_comensha(
    *,
    door: Actor,
    traject: Zorgtraject,
    grond: str,
    dossiertype: str = "registratie",
    opvang_nodig: bool | None = None,
    reden: str = "",
    id: UUID | None = None,
) -> Comelding:
    """Prepare a notification with its ground, or record why there is none. Outside hours it waits for the morning."""
    vers = vers_van(door, traject)
    if id and (bestaand := queries.comelding(door=door, id=id)):
        return bestaand
    toestemming = queries.toestemming_voor(door=door, traject=vers)
    nee = comensha.bezwaren_melding(
        grond=grond, reden=reden, soort_partner=vers.stuk.eigenaar.soort, toestemming=toestemming is not None
    )
    if nee:
        raise Bezwaar(nee)
    dossier = _dossier(door, vers, grond, dossiertype, opvang_nodig)
    rij = Comelding(
        id=id or nieuw_id(), traject=vers, eigenaar_id=vers.eigenaar_id, grond=grond,
        toestemming=toestemming if grond == Grond.TOESTEMMING else None, reden=reden or None,
        stand=Meldstand.GEEN if grond == Grond.GEEN else Meldstand.KLAAR,
        klaar_vanaf=comensha.open_op(timezone.localtime(klok.nu())), inhoud=dossier.__dict__ | {"dwang": list(dossier.dwang)},
        gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id,
    )  # fmt: skip
    rij.save(force_insert=True)
    noteer(door, "melden", vers, resultaat=grond)
    return rij


def _dossier(door: Actor, traject: Zorgtraject, grond: str, dossiertype: str, opvang: bool | None) -> Dossier:
    """What the notification says: as little as its ground carries."""
    nu = {g.soort: g.inhoud for g in inhoud.huidig(lees(door=door, traject=traject))}
    client: dict[str, Any] = nu.get("persoon", {})
    dwang = str(nu.get("uitbuiting", {}).get("dwang", "")).split(",")
    dossier = Dossier(
        kenmerk=traject.kenmerk, jaar=traject.aangemeld_op.year, vorm=traject.vorm if traject.vorm != "onbekend" else "",
        geslacht=traject.doelgroep, leeftijd=traject.leeftijd, nationaliteit=client.get("nationaliteit", ""),
        regio=instellingen().regio, opvang_nodig=opvang, dossiertype=dossiertype,
        dwang=tuple(m for m in inhoud.DWANG if m in dwang), naam=naam_van(client),
        geboortedatum=client.get("geboortedatum", ""), grond=grond, aangemeld_op=traject.aangemeld_op.isoformat(),
        gesloten=traject.gesloten, land=nu.get("uitbuiting", {}).get("land", ""),
    )  # fmt: skip
    return dossier if grond in (Grond.TOESTEMMING, Grond.PLICHT) else comensha.zonder_persoon(dossier)


@transaction.atomic
def verstuur_comensha(*, door: Actor, melding: Comelding) -> None:
    """Mark as sent. Consent that was withdrawn stops it (recht.md §5)."""
    vers_van(door, melding.traject)
    if melding.stand != Meldstand.KLAAR:
        raise Bezwaar([_("Deze melding is al verstuurd, of er wordt niet gemeld.")])
    if melding.grond == Grond.TOESTEMMING and not (
        melding.toestemming and queries.geldt(melding.toestemming)
    ):
        raise Bezwaar([_("De cliënt heeft de toestemming ingetrokken. Verstuur deze melding niet.")])
    if melding.klaar_vanaf > klok.nu():
        raise Bezwaar([_("CoMensha is nu gesloten. De melding staat klaar voor morgenochtend.")])
    melding.stand, melding.verstuurd_op = Meldstand.VERSTUURD, klok.nu()
    melding.save(update_fields=["stand", "verstuurd_op"])
    noteer(door, "verstrekken", melding.traject, grondslag="COM", doel="registratie")


def uitvoer(*, door: Actor) -> list[Dossier]:
    """Everything of the actor's trajecten that may leave: sent or ready, with a ground that still stands; logged."""
    uit = []
    for melding in queries.comeldingen(door=door).exclude(stand=Meldstand.GEEN):
        if melding.grond == Grond.TOESTEMMING and not (
            melding.toestemming and queries.geldt(melding.toestemming)
        ):
            continue
        noteer(door, "exporteren", melding.traject, grondslag="COM", doel="registratie")
        velden = {n: w for n, w in melding.inhoud.items() if n in Dossier.__dataclass_fields__}
        uit.append(Dossier(**{**velden, "dwang": tuple(melding.inhoud["dwang"])}))
    return uit

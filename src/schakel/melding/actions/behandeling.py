# SPDX-License-Identifier: EUPL-1.2
"""What the meldpunt does with a melding. Every verb asks for the owner, the arrow in the table, and the
version.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.melding import queries, rules
from schakel.melding.actions.ontvangst import logregel
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Alarm, Bericht, Bijlage, Inzage, Melding, Terugkoppeling
from schakel.toegang.actor import Actor


class Verouderd(Exception):
    """Somebody else changed the melding meanwhile; nothing was overwritten."""


class KanNiet(Exception):
    """The step does not fit the melding now; the text says what does (Dutch, for the page)."""


def lees(*, door: Actor, melding: Melding) -> list[Bericht | Terugkoppeling]:
    """Read a melding and its conversation: one line in the account; the sender's reading is marked by day."""
    logboek.noteer(door=door, regels=[logregel("lezen", melding)])
    if melding.eigenaar_id != door.partner_id:
        Inzage.objects.bulk_create([Inzage(melding=melding, dag=klok.vandaag())], ignore_conflicts=True)
    return queries.gesprek(melding)


def lees_bijlage(*, door: Actor, melding: Melding, bijlage: Bijlage) -> bytes:
    """The bytes of a file that came with a melding; the reading is in the account."""
    logboek.noteer(door=door, regels=[logregel("lezen", melding)])
    return bijlage.inhoud


def wijzig(door: Actor, melding: Melding, *, versie: int | None, naar: str = "", **velden: Any) -> None:
    """Change headers if nobody else did since; `naar` must be an arrow of the table."""
    if melding.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen het meldpunt dat de melding ontving behandelt haar.")
    gelezen = melding.versie if versie is None else versie
    if naar and gelezen == melding.versie and not rules.mag_over(melding.status, naar):
        raise KanNiet(f"Deze melding is {melding.get_status_display().lower()}. Dan kan deze stap niet.")
    velden |= {"versie": gelezen + 1} | ({"status": naar} if naar else {})
    if not Melding.objects.filter(pk=melding.pk, versie=gelezen).update(**velden):
        raise Verouderd(
            "Een collega heeft deze melding net gewijzigd. Kijk wat er nu staat en probeer het opnieuw."
        )
    for naam, waarde in velden.items():
        setattr(melding, naam, waarde)
    logboek.noteer(door=door, regels=[logregel("schrijven", melding)])


def _termijn(uitkomst: str) -> date | None:
    """When the next word is due; after a last word never."""
    return (
        None if uitkomst in rules.SLOTWOORDEN else klok.vandaag() + timedelta(days=meldpunt().termijn_dagen)
    )


def _zeg(melding: Melding, uitkomst: str, toelichting: str, id: UUID | None = None) -> Terugkoppeling:
    woord = Terugkoppeling(
        id=id or nieuw_id(), melding=melding, uitkomst=uitkomst, toelichting=toelichting, op=klok.nu()
    )
    woord.save(force_insert=True)
    return woord


@transaction.atomic
def neem_op(*, door: Actor, melding: Melding, versie: int | None = None) -> None:
    """Take it up, take it over from a colleague, or open it again."""
    heropend = melding.status == rules.Status.AFGEDAAN
    velden: dict[str, Any] = {"behandelaar_id": door.gebruiker_id}
    if heropend:
        velden |= {"afdoening": "", "terugkoppelen_voor": _termijn(rules.Uitkomst.IN_BEHANDELING)}
    wijzig(door, melding, versie=versie, naar=rules.Status.IN_BEHANDELING, **velden)
    Alarm.objects.filter(melding=melding, gezien_op__isnull=True).update(
        gezien_op=klok.nu(), gezien_door_id=door.gebruiker_id
    )


@transaction.atomic
def antwoord(*, door: Actor, melding: Melding, tekst: str, id: UUID | None = None) -> Bericht:
    """Write to the melder. Twice the same `id` writes once."""
    if melding.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen het meldpunt dat de melding ontving schrijft de melder.")
    if id and (bestaand := Bericht.objects.filter(pk=id, melding=melding).first()):
        return bestaand
    bericht = Bericht(id=id or nieuw_id(), melding=melding, van=rules.Van.MELDPUNT, op=klok.nu(), tekst=tekst)
    bericht.save(force_insert=True)
    logboek.noteer(door=door, regels=[logregel("schrijven", melding)])
    return bericht


@transaction.atomic
def koppel_terug(
    *, door: Actor, melding: Melding, uitkomst: str, toelichting: str = "", id: UUID | None = None,
    versie: int | None = None,
) -> Terugkoppeling:  # fmt: skip
    """Tell the melder what came of it (MEL-04); a last word after passing on closes the melding.

    Raises `KanNiet` when "niet opgepakt" has no reason.
    """
    if id and (bestaand := Terugkoppeling.objects.filter(pk=id, melding=melding).first()):
        return bestaand
    if rules.toelichting_nodig(uitkomst) and not toelichting.strip():
        raise KanNiet("Schrijf bij ‘niet opgepakt’ in een of twee zinnen waarom, zonder namen.")
    sluit = uitkomst in rules.SLOTWOORDEN and melding.status == rules.Status.DOORGEZET
    velden: dict[str, Any] = {"terugkoppelen_voor": _termijn(uitkomst)}
    if sluit:
        velden["afdoening"] = rules.Afdoening.OVERGEDRAGEN
    wijzig(door, melding, versie=versie, naar=rules.Status.AFGEDAAN if sluit else "", **velden)
    return _zeg(melding, uitkomst, toelichting, id)


@transaction.atomic
def zet_door(*, door: Actor, melding: Melding) -> None:
    """A signaal is made of it: the melder hears "opgepakt", the first time."""
    eerste = melding.status != rules.Status.DOORGEZET
    wijzig(
        door,
        melding,
        versie=None,
        naar=rules.Status.DOORGEZET,
        terugkoppelen_voor=_termijn(rules.Uitkomst.OPGEPAKT),
    )
    if eerste:
        _zeg(melding, rules.Uitkomst.OPGEPAKT, "")


@transaction.atomic
def doe_af(
    *, door: Actor, melding: Melding, reden: str, toelichting: str = "", versie: int | None = None
) -> None:
    """Close with a reason from the list (MEL-06); the melder reads the outcome that belongs to it."""
    wijzig(
        door, melding, versie=versie, naar=rules.Status.AFGEDAAN, afdoening=rules.Afdoening(reden),
        terugkoppelen_voor=None,
    )  # fmt: skip
    _zeg(
        melding,
        rules.UITKOMST_BIJ_AFDOENING[reden],
        toelichting.strip() or str(rules.REDENZIN.get(reden, "")),
    )

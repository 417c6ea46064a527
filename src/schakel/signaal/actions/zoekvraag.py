# SPDX-License-Identifier: EUPL-1.2
"""Keep a search, hear what is new under it, look it through, drop it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from schakel.convenant.rules import Doel
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import Onvolledig, mag_met_signalen
from schakel.signaal.models import Zoekvraag
from schakel.toegang.actor import Actor

HOOGSTENS = 10
"""Kept searches per person and function: each is asked again when *Mijn werk* is opened."""

GELDIG = timedelta(days=180)


def _noteer(door: Actor, vraag: Zoekvraag) -> None:
    """Searching is reading: one line per time that it is asked."""
    logboek.noteer(door=door, regels=[Logregel("zoeken", "signaal", None, door.partner_id, doel=vraag.doel)])


@transaction.atomic
def bewaar_zoekvraag(
    *, door: Actor, naam: str, inhoud: dict[str, Any], doel: Doel, id: UUID | None = None
) -> Zoekvraag:
    """Keep a search; what is found now counts as seen. Once per `id`."""
    mag_met_signalen(door)
    if id is not None and (bestaand := queries.zoekvraag(door=door, id=id)) is not None:
        return bestaand
    inhoud = {n: w for n, w in inhoud.items() if w}
    if not inhoud:
        raise Onvolledig("Kies eerst waarop je zoekt: een woord, een vorm, een gemeente of een status.")
    if not naam.strip():
        raise Onvolledig("Geef de zoekvraag een naam.")
    if queries.zoekvragen(door=door).count() >= HOOGSTENS:
        raise Onvolledig(f"Je hebt al {HOOGSTENS} bewaarde zoekvragen. Haal er eerst een weg.")
    assert door.partner_id is not None
    assert door.gebruiker_id is not None
    vraag = Zoekvraag(
        id=id or nieuw_id(), eigenaar_id=door.partner_id, gebruiker_id=door.gebruiker_id, functie=door.functie,
        naam=naam.strip(), inhoud=inhoud, doel=doel, gezien=[], gemaakt_op=klok.nu(),
        verloopt_op=klok.vandaag() + GELDIG,
    )  # fmt: skip
    vraag.gezien = [str(pk) for pk in queries.gevonden(door=door, vraag=vraag)]
    vraag.save(force_insert=True)
    _noteer(door, vraag)
    return vraag


def nieuws(*, door: Actor, vragen: Iterable[Zoekvraag] | None = None) -> Iterator[tuple[Zoekvraag, int]]:
    """Kept searches under which something is that this person did not see yet, with how many; logged.

    `vragen`: the person's own, when they were read already.
    """
    for vraag in queries.zoekvragen(door=door) if vragen is None else vragen:
        _noteer(door, vraag)
        if nieuw := _nieuw(vraag, queries.gevonden(door=door, vraag=vraag)):
            yield vraag, len(nieuw)


def _nieuw(vraag: Zoekvraag, gevonden: list[UUID]) -> set[UUID]:
    return set(gevonden) - {UUID(pk) for pk in vraag.gezien}


@transaction.atomic
def kijk_door(*, door: Actor, vraag: Zoekvraag) -> tuple[list[UUID], set[UUID]]:
    """What is under it now, and which of it is new; from here on it counts as seen, and lasts again."""
    gevonden = queries.gevonden(door=door, vraag=vraag)
    nieuw = _nieuw(vraag, gevonden)
    vraag.gezien = [str(pk) for pk in gevonden]
    vraag.verloopt_op = klok.vandaag() + GELDIG
    vraag.save(update_fields=["gezien", "verloopt_op"])
    _noteer(door, vraag)
    return gevonden, nieuw


@transaction.atomic
def verwijder_zoekvraag(*, door: Actor, vraag: Zoekvraag) -> None:
    """Drop one's own."""
    if (vraag.gebruiker_id, vraag.functie) != (door.gebruiker_id, door.functie):
        raise PermissionError("Alleen wie de zoekvraag bewaarde haalt haar weg.")
    vraag.delete()

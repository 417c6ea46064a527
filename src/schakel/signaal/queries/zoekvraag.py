# SPDX-License-Identifier: EUPL-1.2
"""Kept searches of one person, and what is found under them today."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.signaal.models import Signaal, Zoekvraag
from schakel.signaal.queries.signaal import Filter, signalen, zoek
from schakel.toegang.actor import Actor

HOOGSTENS = 500
"""Signals that one kept search follows; a wider one must be narrowed."""


def zoekvragen(*, door: Actor) -> QuerySet[Zoekvraag]:
    """One's own in this function, that have not run out."""
    eigen = Q(eigenaar_id=door.partner_id, gebruiker_id=door.gebruiker_id, functie=door.functie)
    return Zoekvraag.objects.filter(eigen, verloopt_op__gte=klok.vandaag())


def zoekvraag(*, door: Actor, id: object) -> Zoekvraag | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return zoekvragen(door=door).filter(pk=sleutel).first() if sleutel else None


def onder(*, door: Actor, inhoud: dict[str, Any]) -> QuerySet[Signaal]:
    """The visible signals under these words and this narrowing, newest first."""
    keuze = {naam: inhoud[naam] for naam in Filter.__dataclass_fields__ if naam in inhoud}
    rijen = signalen(door=door, filter=Filter(**keuze))
    if woorden := str(inhoud.get("woorden") or ""):
        rijen = rijen.filter(pk__in=zoek(door=door, woorden=woorden).order_by().values("pk"))
    return rijen


def gevonden(*, door: Actor, vraag: Zoekvraag) -> list[UUID]:
    """Ids of what is under a kept search now, at most `HOOGSTENS`."""
    return list(onder(door=door, inhoud=vraag.inhoud).values_list("pk", flat=True)[:HOOGSTENS])


def verlopen_zoekvragen() -> QuerySet[Zoekvraag]:
    """Kept searches that ran out: for the machine, which removes them."""
    return Zoekvraag.objects.filter(verloopt_op__lt=klok.vandaag())

# SPDX-License-Identifier: EUPL-1.2
"""Readers of notices of action days: who sent them, and the regiocoördinator who gets them."""

from django.db.models import Q, QuerySet

from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Functie
from schakel.partner.queries import bezette_functies
from schakel.toegang.actor import Actor
from schakel.zorg.models import Actiebericht
from schakel.zorg.queries.traject import REGIE

AANPAK = ("ketenregisseur", "casusdeelnemer", "toezichthouder", "aandachtsfunctionaris")
"""Functions that plan actions."""


def actieberichten(*, door: Actor) -> QuerySet[Actiebericht]:
    """Sent by the own partner, or sent to the own regiocoördinator; the first day first."""
    zicht = Q(pk__in=[])
    if door.is_een(*AANPAK):
        zicht |= Q(eigenaar_id=door.partner_id)
    if door.functie == REGIE:
        zicht |= Q(aan_id=door.partner_id)
    return (
        Actiebericht.objects.filter(zicht)
        .select_related("eigenaar", "aan")
        .order_by("dag", "gemaakt_op", "pk")
    )


def actiebericht(*, door: Actor, id: object) -> Actiebericht | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return actieberichten(door=door).filter(pk=sleutel).first() if sleutel else None


def regiocoordinatoren() -> QuerySet[Functie]:
    """Where a regiocoördinator is today, by partner."""
    return bezette_functies([REGIE]).order_by("partner__naam", "naam", "pk")

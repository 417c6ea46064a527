# SPDX-License-Identifier: EUPL-1.2
"""Readers of meetings of care: membership of the body, and being named on the traject."""

from django.db.models import QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor
from schakel.zorg.models import Bespreekpunt, Zorgbespreking
from schakel.zorg.queries.traject import trajecten


def zorgorganen(*, door: Actor) -> QuerySet[Orgaan]:
    """Bodies of care in which the actor sits today."""
    zit = OrgaanLid.objects.filter(geldig_op(klok.vandaag()), partner_id=door.partner_id, rol=door.functie)
    return Orgaan.objects.filter(pk__in=zit.values("orgaan_id"), keten="zorg").order_by("naam")


def besprekingen(*, door: Actor) -> QuerySet[Zorgbespreking]:
    """Meetings of those bodies, latest first."""
    return (
        Zorgbespreking.objects.filter(orgaan__in=zorgorganen(door=door))
        .select_related("orgaan")
        .order_by("-datum", "pk")
    )


def bespreking(*, door: Actor, id: object) -> Zorgbespreking | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return besprekingen(door=door).filter(pk=sleutel).first() if sleutel else None


def punten(*, door: Actor, bespreking: Zorgbespreking) -> QuerySet[Bespreekpunt]:
    """Items about clients on whose traject the actor is named."""
    return Bespreekpunt.objects.filter(
        bespreking=bespreking, traject__in=trajecten(door=door).order_by().values("pk")
    ).select_related("traject__stuk")


def punt(*, door: Actor, bespreking: Zorgbespreking, id: object) -> Bespreekpunt | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return punten(door=door, bespreking=bespreking).filter(pk=sleutel).first() if sleutel else None

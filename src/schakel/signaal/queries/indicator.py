# SPDX-License-Identifier: EUPL-1.2
"""Lists of indicators: what a new answer can use, and how an old one reads."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from schakel.kern.context import uuid_of_niets
from schakel.signaal.models import Indicator, Indicatorlijst
from schakel.signaal.rules.indicatoren import Aanbod
from schakel.toegang.actor import Actor


def indicatorlijsten(*, door: Actor) -> QuerySet[Indicatorlijst]:
    """The lists that a new answer can use today: newest versions, shipped or of the actor's own partner."""
    return Indicatorlijst.objects.filter(
        Q(partner__isnull=True) | Q(partner_id=door.partner_id), vervangen_op__isnull=True
    ).order_by("code")


def indicatoren(*, door: Actor, lijst: str) -> list[Indicator]:
    """What the newest version of a list offers, in its order; never one that speaks of origin alone."""
    lijsten = indicatorlijsten(door=door).filter(code=lijst)
    rijen = Indicator.objects.filter(lijst__in=lijsten).exclude(aanbod=Aanbod.NIET)
    return list(rijen.select_related("lijst").order_by("volgorde"))


def indicator_teksten(*, antwoorden: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Indicator]:
    """(code of indicator, version) → the indicator as it read in that version."""
    paren = set(antwoorden)
    rijen = Indicator.objects.filter(code__in={code for code, _ in paren}).select_related("lijst")
    return {(i.code, str(i.lijst.versie)): i for i in rijen if (i.code, str(i.lijst.versie)) in paren}


def indicatoren_op_code(*, door: Actor, codes: Iterable[str]) -> list[Indicator]:
    """These indicators in the newest version of their lists; never one that is not offered."""
    lijsten = indicatorlijsten(door=door)
    rijen = Indicator.objects.filter(lijst__in=lijsten, code__in=list(codes)).exclude(aanbod=Aanbod.NIET)
    return list(rijen.select_related("lijst").order_by("lijst__code", "volgorde"))


def eigen_lijst(*, door: Actor, id: object) -> Indicatorlijst | None:
    """One own list that is in use and that this actor may see."""
    sleutel = uuid_of_niets(id)
    lijst = indicatorlijsten(door=door).filter(pk=sleutel).first() if sleutel else None
    return lijst if lijst is not None and lijst.eigen else None

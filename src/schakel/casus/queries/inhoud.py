# SPDX-License-Identifier: EUPL-1.2
"""What there is in a case, before anything of it is read: its pieces in order, and which kinds of rows exist."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, DateTimeField, Model, UUIDField, Value
from django.db.models.functions import Cast

from schakel.casus.models import (
    Actiedag,
    Casus,
    CasusSignaal,
    Dossierstuk,
    Dubbelrol,
    Evaluatie,
    Preweegdocument,
    Strafstap,
)
from schakel.casus.queries.lezen import binnen
from schakel.convenant import queries as convenant
from schakel.convenant.models import Stuk
from schakel.toegang.actor import Actor

SOMS: tuple[type[Model], ...] = (Evaluatie, Strafstap, Preweegdocument, Dubbelrol, Actiedag)
"""What many cases do not have: one question says which are there."""


@dataclass(frozen=True)
class Plek:
    """Where a signal or piece stands in the dossier. `koppeling_id`: of a signal, its link with the case."""

    stuk_id: UUID
    ingebracht_op: datetime
    koppeling_id: UUID | None
    teruggekoppeld_op: datetime | None


def plekken(*, door: Actor, casus: Casus) -> list[Plek]:
    """The signals and pieces that this reader may see, oldest first; no content, and one question."""
    signalen = binnen(door, CasusSignaal.objects.order_by(), casus)
    stukken = binnen(door, Dossierstuk.objects.order_by(), casus)
    samen = signalen.values_list("signaal_id", "ingebracht_op", "pk", "teruggekoppeld_op").union(
        stukken.annotate(
            geen=Cast(Value(None), UUIDField()), nooit=Cast(Value(None), DateTimeField())
        ).values_list("pk", "ingebracht_op", "geen", "nooit"),
        all=True,
    )
    return sorted((Plek(*rij) for rij in samen), key=lambda p: (p.ingebracht_op, p.stuk_id))


def stukken_op(*, door: Actor, plekken: Iterable[Plek]) -> dict[UUID, Stuk]:
    """The objects at these places, with their heads."""
    rijen = Stuk.objects.filter(convenant.zichtbaar(door, Stuk), pk__in=[p.stuk_id for p in plekken])
    return {s.pk: s for s in rijen.select_related("eigenaar", "signaal", "dossierstuk")}


def wat_er_is(*, door: Actor, casus: Casus) -> Collection[type[Model]]:
    """Of which of `SOMS` this case may have rows for this reader, who then asks them as ever.

    Of a double role only the wall is asked here: which sides the reader sees is worked out where they are read.
    """
    rijen = [
        model._default_manager.order_by().filter(casus_id=casus.pk)
        if model is Dubbelrol
        else binnen(door, model._default_manager.order_by(), casus)
        for model in SOMS
    ]
    vragen = [
        rij.annotate(tabel=Value(rij.model.__name__, CharField())).values_list("tabel", flat=True)
        for rij in rijen
    ]
    namen = set(vragen[0].union(*vragen[1:]))
    return {model for model in SOMS if model.__name__ in namen}

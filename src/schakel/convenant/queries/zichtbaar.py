# SPDX-License-Identifier: EUPL-1.2
"""The visible set: shape 2 of the rule."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from schakel.convenant import rules
from schakel.convenant.models import Betrokkene, Gegeven, Genoemd, Stuk, Toegekend, ToegekendStuk
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.toegang.actor import Actor

M = TypeVar("M", bound=Model)


def zichtbaar(door: Actor, model: type[Model]) -> Q:
    """The rule as a filter for `Stuk`, `Gegeven`, or any model whose primary key `stuk` is a Stuk.

    Source: delen.md, Rule. The same expression stands in `policies.sql` as the second wall. It joins the Stuk: where
    another condition lets see more than the Stuk, ask it as a set (`pk__in`), or the wall hides the whole row.
    """
    if model is Gegeven:
        return _zichtbaar_gegeven(door)
    if model is Stuk:
        return _zichtbaar_stuk(door)
    return _zichtbaar_stuk(door, "stuk__")


def mijn(door: Actor) -> QuerySet[Betrokkene, Any]:
    """The closed objects in which the actor, or someone whose stand-in they are, is named today."""
    dag = klok.vandaag()
    return (
        Betrokkene.objects.filter(
            partner_id=door.partner_id, gebruiker_id__in=door.personen or (door.gebruiker_id,)
        )
        .filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)
        .values("stuk_id")
    )


def _open(door: Actor, stuk: str, kop: str = "") -> Q:
    """Condition (3): no handeling or embargo forbids it. `stuk` is the column that holds the Stuk, `kop` leads to the
    columns that are judged.
    """
    genoemd = Genoemd.objects.filter(partner_id=door.partner_id).values("stuk_id")
    return (
        Q((f"{kop}handeling__in", rules.handelingen_voor(door.functie)))
        & (~Q((f"{kop}handeling", rules.Handeling.GENOEMD)) | Q((f"{stuk}__in", genoemd)))
        & (Q((f"{kop}embargo_tot__isnull", True)) | Q((f"{kop}embargo_tot__lte", klok.vandaag())))
    )


def _zichtbaar_stuk(door: Actor, kop: str = "") -> Q:
    """`kop` leads to the Stuk: "" or "stuk__"; a join that lists make anyway is cheaper than a set of its own."""
    soorten = rules.FUNCTIE_SOORTEN.get(door.functie, frozenset())
    toegekend = ToegekendStuk.objects.values("stuk_id")
    return (
        Q((f"{kop}soort__in", soorten))
        & (Q((f"{kop}besloten", False)) | Q(pk__in=mijn(door)))
        & (Q((f"{kop}eigenaar_id", door.partner_id)) | (Q(pk__in=toegekend) & _open(door, "pk", kop)))
    )


def _zichtbaar_gegeven(door: Actor) -> Q:
    categorieen = rules.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    eigen = Q(eigenaar_id=door.partner_id)
    gedeeld = Exists(Toegekend.objects.filter(stuk_id=OuterRef("stuk_id"), categorie=OuterRef("categorie")))
    bewaard = Q(bewaren_tot__isnull=True) | Q(bewaren_tot__gte=klok.vandaag())
    stukken = Stuk.objects.filter(_zichtbaar_stuk(door)).values("pk")
    return Q(categorie__in=categorieen, stuk_id__in=stukken) & (
        eigen | (gedeeld & bewaard & _open(door, "stuk_id"))
    )


def laad(door: Actor, queryset: QuerySet[M], id: object) -> M | None:
    """One visible object, or None: a forbidden, a malformed and a missing id answer alike."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else queryset.filter(zichtbaar(door, queryset.model), pk=sleutel).first()


def stuk(*, door: Actor, id: object) -> Stuk | None:
    """One visible Stuk."""
    return laad(door, Stuk.objects.all(), id)


def gegevens_van(*, door: Actor, stukken: Iterable[UUID]) -> QuerySet[Gegeven]:
    """Every visible piece of information on these objects, oldest first; the caller logs the read."""
    return (
        Gegeven.objects.filter(_zichtbaar_gegeven(door), stuk_id__in=list(stukken))
        .select_related("stuk__eigenaar")
        .order_by("gemaakt_op", "pk")
    )

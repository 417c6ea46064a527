# SPDX-License-Identifier: EUPL-1.2
"""The visible set: shape 2 of the rule, and the readers of agreements and acts of sharing."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet

from schakel.convenant import rules
from schakel.convenant.models import (
    Betrokkene,
    ConvenantVersie,
    Gegeven,
    Genoemd,
    Partij,
    Regel,
    Stuk,
    Toegekend,
    Verstrekking,
)
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

M = TypeVar("M", bound=Model)


def zichtbaar(door: Actor, model: type[Model]) -> Q:
    """The rule as a filter for `Stuk`, `Gegeven`, or any model whose `stuk` (or own primary key) is a Stuk.

    Source: delen.md, Rule. The same expression stands in `policies.sql` as the second wall.
    """
    if model is Gegeven:
        return _zichtbaar_gegeven(door)
    if model is Stuk:
        return _zichtbaar_stuk(door)
    stukken = Stuk.objects.filter(_zichtbaar_stuk(door)).values("pk")
    return Q(pk__in=stukken)


def _mijn(door: Actor) -> QuerySet[Betrokkene, Any]:
    dag = klok.vandaag()
    return (
        Betrokkene.objects.filter(partner_id=door.partner_id, gebruiker_id__in=door.personen or (door.gebruiker_id,))
        .filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)
        .values("stuk_id")
    )


def _open(door: Actor, stuk: str) -> Q:
    """Condition (3): no handeling or embargo forbids it. `stuk` is the name of the column that holds the Stuk."""
    genoemd = Genoemd.objects.filter(partner_id=door.partner_id).values("stuk_id")
    return (
        Q(handeling__in=rules.handelingen_voor(door.functie))
        & (~Q(handeling=rules.Handeling.GENOEMD) | Q(**{f"{stuk}__in": genoemd}))
        & (Q(embargo_tot__isnull=True) | Q(embargo_tot__lte=klok.vandaag()))
    )


def _zichtbaar_stuk(door: Actor) -> Q:
    soorten = rules.FUNCTIE_SOORTEN.get(door.functie, frozenset())
    toegekend = Toegekend.objects.values("stuk_id")
    return (
        Q(soort__in=soorten)
        & (Q(besloten=False) | Q(pk__in=_mijn(door)))
        & (Q(eigenaar_id=door.partner_id) | (Q(pk__in=toegekend) & _open(door, "pk")))
    )


def _zichtbaar_gegeven(door: Actor) -> Q:
    categorieen = rules.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    stukken = Stuk.objects.filter(_zichtbaar_stuk(door)).values("pk")
    eigen = Q(eigenaar_id=door.partner_id)
    gedeeld = Q()
    for categorie in sorted(categorieen):
        gedeeld |= Q(categorie=categorie, stuk_id__in=Toegekend.objects.filter(categorie=categorie).values("stuk_id"))
    return Q(categorie__in=categorieen, stuk_id__in=stukken) & (eigen | (gedeeld & _open(door, "stuk_id")))


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


def verstrekkingen(*, door: Actor) -> QuerySet[Verstrekking]:
    """The register of acts of sharing of the actor's partner, given and received, newest first (CNV-03)."""
    return Verstrekking.objects.filter(
        Q(van_partner_id=door.partner_id) | Q(aan_partner_id=door.partner_id)
    ).select_related("van_partner", "aan_partner", "versie__convenant", "stuk")


def gedeeld_met(*, door: Actor, stuk_id: UUID) -> QuerySet[Verstrekking]:
    """Acts of sharing of one object that count today, as far as the actor may know of them ("gedeeld met: …")."""
    dag = klok.vandaag()
    return verstrekkingen(door=door).filter(
        stuk_id=stuk_id, ingetrokken_op__isnull=True, wacht_op_tweede=False, begin__lte=dag, einde__gte=dag
    )


def gronden(*, door: Actor, stukken: Iterable[Stuk]) -> dict[UUID, dict[str, Any]]:
    """Per object of another partner: under which verstrekking this actor may read it (for the log line)."""
    ids = [s.pk for s in stukken]
    if not ids:
        return {}
    rijen = Verstrekking.objects.filter(
        pk__in=Toegekend.objects.filter(stuk_id__in=ids).values("verstrekking_id")
    ).order_by("gemaakt_op")
    return {v.stuk_id: {"grondslag": v.grondslag, "doel": v.doel, "verstrekking_id": v.pk} for v in rijen}


def verzoek(
    *,
    stuk: Stuk,
    met: Partner,
    categorieen: Iterable[rules.Categorie],
    doel: rules.Doel,
    functie: str = "",
    deel: int | None = None,
    vervuld: Iterable[rules.Voorwaarde] = (),
    geanonimiseerd: bool = False,
) -> rules.Verzoek:
    """A proposed sharing of `stuk` as the pure rule wants it; the stage is that of the object, the day is today."""
    return rules.Verzoek(
        categorieen=frozenset(rules.Categorie(c) for c in categorieen),
        van=str(stuk.eigenaar_id),
        van_soort=stuk.eigenaar.soort,
        aan=str(met.pk),
        aan_soort=met.soort,
        doel=rules.Doel(doel),
        fase=rules.Fase(stuk.fase),
        dag=klok.vandaag(),
        aan_functie=functie,
        deel=deel,
        vervuld=frozenset(rules.Voorwaarde(v) for v in vervuld),
        geanonimiseerd=geanonimiseerd,
        handeling=rules.Handeling(stuk.handeling),
        genoemd=Genoemd.objects.filter(stuk=stuk, partner=met).exists(),
        embargo_tot=stuk.embargo_tot,
    )


def versies(dag: date) -> list[rules.Versie]:
    """Every fixed convenant version with the parties in force on `dag`, as the pure rule wants it."""
    partijen: dict[UUID, set[str]] = {}
    in_kracht = Partij.objects.filter(
        Q(uitgetreden_op__isnull=True) | Q(uitgetreden_op__gt=dag),
        status=Partij.Status.PARTIJ,
        ondertekend_op__lte=dag,
    )
    for convenant_id, partner_id in in_kracht.values_list("convenant_id", "partner_id"):
        partijen.setdefault(convenant_id, set()).add(str(partner_id))
    vast = ConvenantVersie.objects.filter(status=ConvenantVersie.Status.VASTGESTELD).select_related("convenant")
    return [
        rules.Versie(
            convenant=versie.convenant.naam,
            nummer=versie.nummer,
            ingang=versie.ingang,
            einde=versie.einde,
            partijen=frozenset(partijen.get(versie.convenant_id, ())),
            regels=tuple(_regel(r) for r in versie.regels.all()),
            id=str(versie.pk),
            opgezegd_op=versie.convenant.opgezegd_op,
        )
        for versie in vast.prefetch_related("regels").order_by(F("ingang").desc(), "pk")
    ]


def _regel(regel: Regel) -> rules.Regel:
    return rules.Regel(
        code=regel.code,
        van=regel.van,
        naar=regel.naar,
        categorie=rules.Categorie(regel.categorie),
        naar_functie=regel.naar_functie,
        naar_deel=regel.naar_deel,
        fasen=frozenset(rules.Fase(f) for f in regel.fasen),
        doelen=frozenset(rules.Doel(d) for d in regel.doelen),
        grondslag=regel.grondslag,
        artikel=regel.artikel,
        wijze=rules.Wijze(regel.wijze),
        voorwaarden=frozenset(rules.Voorwaarde(v) for v in regel.voorwaarden),
        geldig_van=regel.geldig_van,
        geldig_tot=regel.geldig_tot,
    )

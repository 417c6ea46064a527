# SPDX-License-Identifier: EUPL-1.2
"""Readers of agreements: convenanten, versions, grounds, retention terms. No personal data in these tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Min, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from schakel.convenant.models import (
    Bewaartermijn,
    Convenant,
    ConvenantVersie,
    Grondslag,
    Partij,
    Regel,
    Verantwoording,
    Verstrekking,
)
from schakel.convenant.rules.bewaren import kortste
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

OPEN_EINDE = date(9999, 12, 31)


def grondslagen(codes: Iterable[str], dag: date | None = None) -> dict[str, Grondslag]:
    """Per code the version of the ground that is valid on `dag` (today); unknown codes are absent."""
    dag = dag or klok.vandaag()
    geldig = Grondslag.objects.filter(
        Q(geldig_van__isnull=True) | Q(geldig_van__lte=dag), Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag),
        code__in=set(codes),
    )  # fmt: skip
    return {g.code: g for g in geldig.order_by("geldig_van")}


def alle_grondslagen() -> QuerySet[Grondslag]:
    """Every version of every legal ground."""
    return Grondslag.objects.order_by("code", "geldig_van")


def bewaartermijnen(*, soort: str) -> dict[str, int]:
    """Months per category for this kind of partner (`*` = all other categories); the shortest that applies."""
    rijen = Bewaartermijn.objects.filter(Q(van=soort) | Q(van="*"))
    return kortste(rijen.values_list("categorie", "maanden"))


def convenanten() -> QuerySet[Convenant]:
    """The register, with the last day of the latest fixed version (`loopt_tot`, None = no fixed version)."""
    vast = Q(versies__status=ConvenantVersie.Status.VASTGESTELD)
    return (
        Convenant.objects.select_related("eigenaar", "opvolger", "contactpunt")
        .annotate(
            loopt_tot=Max(Coalesce("versies__einde", OPEN_EINDE), filter=vast),
            begon=Min("versies__ingang", filter=vast),
        )
        .order_by("opgezegd_op", "naam")
    )


def convenant(id: object) -> Convenant | None:
    """One convenant with its versions and parties, or None."""
    sleutel = uuid_of_niets(id)
    if sleutel is None:
        return None
    partijen = Prefetch("partijen", Partij.objects.select_related("partner").order_by("partner__naam"))
    return convenanten().prefetch_related("versies", partijen, "verantwoording").filter(pk=sleutel).first()


def versie(id: object) -> ConvenantVersie | None:
    """One version with its rules, or None."""
    sleutel = uuid_of_niets(id)
    gevonden = ConvenantVersie.objects.select_related("convenant__eigenaar").prefetch_related("regels")
    return gevonden.filter(pk=sleutel).first() if sleutel else None


def regel(id: object) -> Regel | None:
    """One rule, or None."""
    sleutel = uuid_of_niets(id)
    return Regel.objects.select_related("versie__convenant").filter(pk=sleutel).first() if sleutel else None


@dataclass
class Matrixrij:
    """One line of the deelmatrix: rules that say the same of several partners and categories, together."""

    code: str
    eerste: Regel
    grondslag: Grondslag | None
    van: list[str]
    naar: list[str]
    categorieen: list[str]


def matrix(regels: Iterable[Regel], gronden: dict[str, Grondslag], *, samen: bool) -> Iterator[Matrixrij]:
    """The rules as lines; `samen` joins those with one code before the dot that differ in partners or category only."""
    groepen: dict[tuple[Any, ...], Matrixrij] = {}
    for r in regels:
        code = r.code.partition(".")[0] if samen else r.code
        rest = (
            r.naar_functie,
            r.naar_deel,
            r.wijze,
            r.grondslag,
            r.artikel,
            r.toelichting,
            r.geldig_van,
            r.geldig_tot,
        )
        sleutel = (code, tuple(r.fasen), tuple(r.doelen), tuple(r.voorwaarden), *rest)
        rij = groepen.setdefault(sleutel, Matrixrij(code, r, gronden.get(r.grondslag), [], [], []))
        for lijst, waarde in ((rij.van, r.van), (rij.naar, r.naar), (rij.categorieen, r.categorie)):
            if waarde not in lijst:
                lijst.append(waarde)
    yield from groepen.values()


def partijen_van(partner: Partner) -> QuerySet[Partij]:
    """How this partner stands under each convenant."""
    return Partij.objects.filter(partner=partner).select_related("convenant").order_by("convenant__naam")


def partij(id: object) -> Partij | None:
    """One party, or None."""
    sleutel = uuid_of_niets(id)
    return (
        Partij.objects.select_related("convenant", "partner").filter(pk=sleutel).first() if sleutel else None
    )


def rust_op(*, door: Actor, convenant: Convenant) -> QuerySet[Verstrekking]:
    """What in the actor's register would fall with this convenant: acts of sharing that count today."""
    dag = klok.vandaag()
    return (
        Verstrekking.objects.filter(
            Q(van_partner_id=door.partner_id) | Q(aan_partner_id=door.partner_id),
            versie__convenant=convenant, ingetrokken_op__isnull=True, begin__lte=dag, einde__gte=dag,
        )
        .select_related("van_partner", "aan_partner", "versie")
        .order_by("einde")
    )  # fmt: skip


@dataclass(frozen=True)
class Waarschuwing:
    """Something about a convenant that its owner must do before `tot`."""

    convenant: Convenant
    soort: str
    tot: date


def lopende_convenanten(*, door: Actor) -> QuerySet[Convenant]:
    """Convenanten of the actor's partner that nobody ended."""
    loopt = Q(opgezegd_op__isnull=True) | Q(opgezegd_op__gt=klok.vandaag())
    return convenanten().filter(loopt, eigenaar_id=door.partner_id)


def aflopend(lopend: Iterable[Convenant]) -> Iterator[Waarschuwing]:
    """Of these convenanten (with `loopt_tot`) the ones that end or must be evaluated within their warning period."""
    for rij in lopend:
        grens = klok.vandaag() + timedelta(days=rij.waarschuw_dagen)
        loopt_tot: date | None = getattr(rij, "loopt_tot", None)
        if loopt_tot and loopt_tot <= grens and rij.opvolger_id is None:
            yield Waarschuwing(rij, "einde", loopt_tot)
        if rij.evaluatie_op and rij.evaluatie_op <= grens:
            yield Waarschuwing(rij, "evaluatie", rij.evaluatie_op)


def verantwoordingen_te_doen(*, door: Actor) -> QuerySet[Verantwoording]:
    """Reports on the convenanten of the actor's partner that are due within two months."""
    return Verantwoording.objects.filter(
        convenant__eigenaar_id=door.partner_id, volgende_op__lte=klok.vandaag() + timedelta(days=60)
    ).select_related("convenant")


def waarschuwingen(*, door: Actor) -> Iterator[Waarschuwing]:
    """Convenanten of the actor's partner that end or must be evaluated, and reports due; two queries."""
    yield from aflopend(lopende_convenanten(door=door))
    for stuk in verantwoordingen_te_doen(door=door):
        if stuk.volgende_op is not None:
            yield Waarschuwing(stuk.convenant, stuk.soort, stuk.volgende_op)


def convenanten_met_contactpunt(partner_id: object) -> QuerySet[Convenant]:
    """Agreements for which this partner is the contact point of data subjects (CNV-08+)."""
    return Convenant.objects.filter(contactpunt_id=uuid_of_niets(partner_id))


def grondslagcodes() -> list[tuple[str, str]]:
    """Code and name of every legal ground."""
    return list(Grondslag.objects.order_by("code").values_list("code", "naam").distinct())


def code_in_gebruik(versie: ConvenantVersie, code: str) -> bool:
    """Does this version have a rule with this code already?"""
    return Regel.objects.filter(versie=versie, code=code).exists()

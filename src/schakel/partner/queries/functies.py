# SPDX-License-Identifier: EUPL-1.2
"""How functions stand, and who receives what is sent to one (PAR-02, PAR-03)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner import rules
from schakel.partner.models import (
    Bezetting,
    Functie,
    Invulling,
    Overdracht,
    Partner,
    Rol,
    Voorziening,
    Waarneming,
)
from schakel.partner.queries.wie import eigen_partner, geldig_op
from schakel.toegang.actor import Actor


def _functies(dag: date) -> QuerySet[Functie]:
    """Functions with everybody who fills or looks after them on `dag`; five queries whatever the number."""
    return (
        Functie.objects.select_related("partner")
        .prefetch_related(
            "gemeenten",
            Prefetch(
                "bezettingen", Bezetting.objects.filter(geldig_op(dag)).select_related("gebruiker"), "nu"
            ),
            Prefetch("invullingen", Invulling.objects.filter(geldig_op(dag)), "ambt"),
            Prefetch(
                "waarnemingen",
                Waarneming.objects.filter(geldig_op(dag)).select_related("door__partner"),
                "waar",
            ),
        )
        .order_by("partner__naam", "naam")
    )


def functie(id: object, dag: date | None = None) -> Functie | None:
    """One function as it stands on `dag`; `nu`, `ambt`, `waar` hold who fills it."""
    sleutel = uuid_of_niets(id)
    return _functies(dag or klok.vandaag()).filter(pk=sleutel).first() if sleutel else None


def stand_van(functie: Functie, dag: date | None = None) -> rules.Stand:
    """How a function of these queries stands."""
    dag = dag or klok.vandaag()
    nu: list[Bezetting] = functie.nu  # type: ignore[attr-defined]  # prefetched by _functies
    return rules.stand(
        voorziening=functie.voorziening,
        vervallen=functie.tot is not None and functie.tot < dag,
        houder=bool(functie.ambt) or any(b.soort == Bezetting.Soort.HOUDER for b in nu),  # type: ignore[attr-defined]
        plaatsvervanger=any(b.soort == Bezetting.Soort.PLAATSVERVANGER for b in nu),
        waargenomen=bool(functie.waar),  # type: ignore[attr-defined]
    )


def functies_van(partner: Partner, dag: date | None = None) -> list[tuple[Functie, rules.Stand]]:
    """The functions of a partner with their stand on `dag`; ended functions last."""
    dag = dag or klok.vandaag()
    rijen = [(f, stand_van(f, dag)) for f in _functies(dag).filter(partner=partner)]
    return sorted(rijen, key=lambda rij: rij[1] is rules.Stand.VERVALLEN)


def standen(dag: date | None = None) -> list[tuple[Functie, rules.Stand]]:
    """Every function that exists on `dag`, with its stand."""
    dag = dag or klok.vandaag()
    return [(f, stand_van(f, dag)) for f in _functies(dag).filter(geldig_op(dag))]


def andere_functies(functie: Functie) -> QuerySet[Functie]:
    """The functions elsewhere that could look after this one: of today, at another partner."""
    elders = Functie.objects.filter(geldig_op(klok.vandaag())).exclude(partner_id=functie.partner_id)
    return elders.select_related("partner").order_by("naam", "partner__naam")


def bezetting(id: object) -> Bezetting | None:
    """One person in one function, or None."""
    sleutel = uuid_of_niets(id)
    rijen = Bezetting.objects.select_related("functie__partner", "gebruiker")
    return rijen.filter(pk=sleutel).first() if sleutel else None


def verlaten_functies(*, partner_id: UUID | None = None) -> QuerySet[Functie]:
    """Functions whose holder left and that nobody holds today; of one partner, or of the whole region."""
    dag = klok.vandaag()
    houders = Bezetting.objects.filter(functie=OuterRef("pk"), soort=Bezetting.Soort.HOUDER)
    rijen = Functie.objects.filter(geldig_op(dag), Exists(houders), voorziening=Voorziening.VOORZIEN).exclude(
        Exists(houders.filter(geldig_op(dag)))
    )
    rijen = rijen.exclude(Exists(Invulling.objects.filter(geldig_op(dag), functie=OuterRef("pk"))))
    return (
        (rijen.filter(partner_id=partner_id) if partner_id else rijen)
        .select_related("partner")
        .order_by("naam")
    )


def geschiedenis(functie: Functie) -> list[Bezetting]:
    """Everybody who filled it, latest first."""
    return list(Bezetting.objects.filter(functie=functie).select_related("gebruiker").order_by("-van", "-pk"))


def bezette_functies(rollen: Iterable[str], dag: date | None = None) -> QuerySet[Functie]:
    """Functions with one of these roles that somebody with an account fills on `dag`, as holder or stand-in."""
    dag = dag or klok.vandaag()
    bezet = Bezetting.objects.filter(geldig_op(dag), functie=OuterRef("pk"))
    return (
        Functie.objects.filter(geldig_op(dag), Exists(bezet), rol__in=set(rollen))
        .select_related("partner")
        .prefetch_related("gemeenten")
    )


def waarnemers(
    rollen: Iterable[str], dag: date | None = None
) -> list[tuple[Functie, frozenset[UUID], frozenset[str]]]:
    """Filled functions that look after one elsewhere with such a role: who, for which municipalities, which forms."""
    dag = dag or klok.vandaag()
    rijen = (
        Waarneming.objects.filter(
            geldig_op(dag), functie__rol__in=set(rollen), door__in=bezette_functies(Rol.values, dag)
        )
        .select_related("door__partner", "functie__partner")
        .prefetch_related("functie__gemeenten", "functie__partner__gemeenten")
    )
    uit = []
    for w in rijen:
        plaatsen = w.functie.gemeenten.all() or w.functie.partner.gemeenten.all()
        uit.append((w.door, frozenset(g.pk for g in plaatsen), frozenset(w.functie.vormen)))
    return uit


@dataclass(frozen=True)
class Route:
    """Who receives. `functie` None = nobody in the region; `bezetting` None = an office without an account."""

    functie: Functie | None
    bezetting: Bezetting | None
    hoe: str
    wie: str

    @property
    def omgeleid(self) -> bool:
        """Does it go to somebody else than the holder?"""
        return self.hoe != "houder"


NIEMAND = Route(None, None, "niemand", "")


def ontvanger(functie: Functie, *, dag: date | None = None, onderwerp: str = "") -> Route:
    """Who receives what is sent to this function on `dag`, so that contact never hangs on one person (PAR-02).

    Holder; else whoever looks after it elsewhere, as far as the scope fits `onderwerp`; else the deputy; else the
    ketenregisseur (of the RIEC first, as in the routing of meldingen); else nobody.
    """
    dag = dag or klok.vandaag()
    deze = list(_functies(dag).filter(pk=functie.pk))
    return ontvangers(deze, dag=dag, onderwerp=onderwerp)[functie.pk] if deze else _naar_ketenregisseur(dag)


def ontvangers(functies: Iterable[Functie], *, dag: date, onderwerp: str = "") -> dict[UUID, Route]:
    """The same for many functions of these queries, in a fixed number of queries."""
    lijst = list(functies)
    waarnemers = _functies(dag).filter(pk__in={w.door_id for f in lijst for w in f.waar})  # type: ignore[attr-defined]
    elders = {f.pk: f for f in waarnemers}
    routes = {f.pk: _eigen(f, elders, dag, onderwerp) for f in lijst}
    overig = _naar_ketenregisseur(dag) if None in routes.values() else NIEMAND
    return {id: route or overig for id, route in routes.items()}


def _eigen(functie: Functie, elders: dict[UUID, Functie], dag: date, onderwerp: str) -> Route | None:
    if functie.tot is not None and functie.tot < dag:
        return None
    if houder := _houder(functie):
        return houder
    for waarneming in functie.waar:  # type: ignore[attr-defined]  # prefetched by _functies
        waarnemer = elders[waarneming.door_id]
        if rules.past(onderwerp, waarneming.omvang) and (route := _houder(waarnemer)):
            return Route(waarnemer, route.bezetting, "waarneming", route.wie)
    return _vervanger(functie)


def vervangers(functie: Functie) -> list[Bezetting]:
    """The deputies of a function of these queries."""
    return [b for b in functie.nu if b.soort == Bezetting.Soort.PLAATSVERVANGER]  # type: ignore[attr-defined]


def _vervanger(functie: Functie) -> Route | None:
    vervanger = next(iter(vervangers(functie)), None)
    return (
        Route(functie, vervanger, "plaatsvervanger", vervanger.gebruiker.naam or functie.naam)
        if vervanger
        else None
    )


def _houder(functie: Functie) -> Route | None:
    houder = next((b for b in functie.nu if b.soort == Bezetting.Soort.HOUDER), None)  # type: ignore[attr-defined]
    if houder:
        return Route(functie, houder, "houder", houder.gebruiker.naam or functie.naam)
    ambt = next(iter(functie.ambt), None)  # type: ignore[attr-defined]
    return Route(functie, None, "houder", ambt.door) if ambt else None


def _naar_ketenregisseur(dag: date) -> Route:
    kandidaten = _functies(dag).filter(geldig_op(dag), rol=Rol.KETENREGISSEUR)
    for functie in sorted(kandidaten, key=lambda f: (f.partner.soort != "riec", f.partner.code)):
        if route := _houder(functie) or _vervanger(functie):
            return Route(functie, route.bezetting, "ketenregisseur", route.wie)
    return NIEMAND


def open_overdrachten(*, door: Actor) -> QuerySet[Overdracht]:
    """Handovers of the actor's partner that are not finished: all for its beheerder, of one's own function
    for others."""
    eigen = Overdracht.objects.filter(partner_id=door.partner_id, afgerond_op__isnull=True)
    if not door.is_een(rules.BEHEERDER):
        mijne = Bezetting.objects.filter(gebruiker_id__in=door.personen, functie__rol=door.functie)
        eigen = eigen.filter(aan__in=mijne.values("pk"))
    return eigen.select_related("bezetting__functie").order_by("pk")


def overdracht_van(*, door: Actor, id: object) -> Overdracht | None:
    """One handover that this actor may read: of their own partner, as beheerder, leaver or successor."""
    sleutel = uuid_of_niets(id)
    if sleutel is None:
        return None
    rijen = Overdracht.objects.filter(partner__in=eigen_partner(door), pk=sleutel)
    if not door.is_een(rules.BEHEERDER):
        rijen = rijen.filter(
            Q(aan__gebruiker_id__in=door.personen) | Q(bezetting__gebruiker_id=door.gebruiker_id),
            bezetting__functie__rol=door.functie,
        )
    return rijen.select_related(
        "bezetting__functie__partner", "bezetting__gebruiker", "aan__gebruiker"
    ).first()

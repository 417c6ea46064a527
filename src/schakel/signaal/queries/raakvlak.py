# SPDX-License-Identifier: EUPL-1.2
"""What touches what. The walls are part of each question here, never a filter behind it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from schakel.convenant import queries as convenant
from schakel.convenant.models import Stuk
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Bezetting, Functie, Partner, Rol
from schakel.partner.queries import geldig_op
from schakel.signaal.models import Koppelsleutel, Optelling, Raakvlak, Raakvlakoordeel, Signaal
from schakel.signaal.rules.status import Status
from schakel.toegang.actor import Actor

TE_ALGEMEEN = 300
"""A key that more statements share says nothing (hotel, asylum centre, call shop): it is left out."""


@dataclass(frozen=True)
class Treffer:
    """A key of another object that equals one of mine, as far as the walls let this actor find it."""

    sleutel: int
    stuk_id: UUID
    eigenaar_id: UUID
    soort: str
    zwak: bool
    gemaakt_op: date


def treffers(sleutels: Mapping[UUID, Collection[int]]) -> dict[UUID, list[Treffer]]:
    """Per object and its keys: who else has them. Row-level security is part of the question (koppeling.md §1.2)."""
    vragen = [(stuk_id, s) for stuk_id, hun in sleutels.items() for s in sorted(set(hun))]
    gevonden: dict[UUID, list[Treffer]] = {stuk_id: [] for stuk_id in sleutels}
    if not vragen:
        return gevonden
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v.stuk_id, v.sleutel, t.* FROM unnest(%s::uuid[], %s::bigint[]) AS v (stuk_id, sleutel)"
            " CROSS JOIN LATERAL ("
            " SELECT k.stuk_id, k.eigenaar_id, k.soort, k.zwak, k.gemaakt_op FROM signaal_koppelsleutel k"
            " WHERE k.sleutel = v.sleutel AND k.stuk_id <> v.stuk_id LIMIT %s) AS t",
            [[stuk_id for stuk_id, _ in vragen], [s for _, s in vragen], TE_ALGEMEEN + 1],
        )
        for stuk_id, *rij in cursor.fetchall():
            gevonden[stuk_id].append(Treffer(*rij))
    return {stuk_id: _zonder_algemene(hun) for stuk_id, hun in gevonden.items()}


def _zonder_algemene(gevonden: list[Treffer]) -> list[Treffer]:
    aantal = Counter(t.sleutel for t in gevonden)
    return [t for t in gevonden if aantal[t.sleutel] <= TE_ALGEMEEN]


def eigen_sleutels(*, door: Actor, stuk_id: UUID) -> list[Koppelsleutel]:
    """The keys of one's own object."""
    return list(Koppelsleutel.objects.filter(Q(eigenaar_id=door.partner_id), stuk_id=stuk_id))


def koppelbare_partners() -> set[UUID]:
    """Partners with whom an active koppelregime lets this actor's partner compare (never shown as a list)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT partner_id FROM signaal_koppelbaar_nu()")
        return {rij[0] for rij in cursor.fetchall()}


def raakvlakken(*, door: Actor, stuk_ids: Iterable[UUID] | None = None) -> QuerySet[Raakvlak]:
    """One's own sides of hits, strongest first."""
    rijen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id)).select_related("tegenpartij")
    zicht = Stuk.objects.filter(convenant.zichtbaar(door, Stuk)).values("pk")
    return rijen.filter(Q(stuk_id__in=zicht if stuk_ids is None else list(stuk_ids)))


def bekende_raakvlakken(*, door: Actor, stuk_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID], list[str]]:
    """(one's own object, the other) → the agreements found so far: no rows, because a large signaal has hundreds."""
    rijen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id), stuk_id__in=list(stuk_ids)).order_by()
    return {
        (stuk, ander): soorten
        for stuk, ander, soorten in rijen.values_list("stuk_id", "ander_stuk_id", "soorten")
    }


def zijden_van(*, door: Actor, stuk_id: UUID) -> list[tuple[UUID, UUID, UUID]]:
    """(raakvlak, the other object, its partner) of one's own object, strongest first."""
    rijen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id), stuk_id=stuk_id)
    return list(rijen.values_list("pk", "ander_stuk_id", "tegenpartij_id"))


def banden_van(
    *, door: Actor, stuk_ids: Iterable[UUID], tussen: Iterable[UUID] | None = None
) -> list[tuple[UUID, UUID, UUID]]:
    """(raakvlak, one's own object, the other) of these objects, strongest first; `tussen`: to these alone."""
    rijen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id), stuk_id__in=list(stuk_ids))
    if tussen is not None:
        rijen = rijen.filter(ander_stuk_id__in=list(tussen))
    return list(rijen.values_list("pk", "stuk_id", "ander_stuk_id"))


def raakvlakken_op_id(*, door: Actor, ids: Iterable[UUID]) -> dict[UUID, Raakvlak]:
    """One's own sides by id."""
    gevraagd = list(ids)
    rijen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id), pk__in=gevraagd).select_related(
        "tegenpartij"
    )
    return {r.pk: r for r in rijen} if gevraagd else {}


def raakvlak(*, door: Actor, id: object) -> Raakvlak | None:
    """One own side of a hit."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else raakvlakken(door=door).filter(pk=sleutel).first()


def oordelen(*, raakvlak: Raakvlak) -> list[Raakvlakoordeel]:
    """Every judgement of one's own side, latest first."""
    return list(Raakvlakoordeel.objects.filter(raakvlak=raakvlak))


def optellingen(*, door: Actor) -> QuerySet[Optelling]:
    """Niet-pluissignalen that add up and wait for this actor's partner."""
    return Optelling.objects.filter(Q(eigenaar_id=door.partner_id), status="open")


def optelling(*, door: Actor, id: object) -> Optelling | None:
    """One such task."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else optellingen(door=door).filter(pk=sleutel).first()


_AANSPREEKBAAR = (
    Rol.AANDACHTSFUNCTIONARIS,
    Rol.KETENREGISSEUR,
    Rol.CASUSDEELNEMER,
    Rol.REGIOCOORDINATOR,
    Rol.TOEZICHTHOUDER,
)


def contacten(partners: Iterable[UUID]) -> dict[UUID, Functie]:
    """Per partner the function to call about a hit: filled before vacant, then in the order of the roles."""
    dag = klok.vandaag()
    bezet = Bezetting.objects.filter(geldig_op(dag), functie=OuterRef("pk"))
    functies = (
        Functie.objects.filter(geldig_op(dag), partner_id__in=list(partners), rol__in=_AANSPREEKBAAR)
        .annotate(bezet=Exists(bezet))
        .select_related("partner")
    )
    beste: dict[UUID, Functie] = {}
    for f in sorted(functies, key=lambda f: (not f.bezet, _AANSPREEKBAAR.index(Rol(f.rol)), f.naam)):
        beste.setdefault(f.partner_id, f)
    return beste


def wegers(onder: Iterable[UUID]) -> list[UUID]:
    """Which of these partners hold the function of regional ketenregisseur today."""
    functies = Functie.objects.filter(
        geldig_op(klok.vandaag()), rol=Rol.KETENREGISSEUR, partner_id__in=list(onder)
    )
    return sorted(set(functies.values_list("partner_id", flat=True)))


def partners_op_id(ids: Iterable[UUID]) -> dict[UUID, Partner]:
    """Organisations by id."""
    return Partner.objects.in_bulk(set(ids))


def mag_inhoud_zien(*, door: Actor, raakvlak: Raakvlak) -> bool:
    """May this actor see what is on the other side of the hit?"""
    return convenant.stuk(door=door, id=raakvlak.ander_stuk_id) is not None


def met_open_raakvlak(*, door: Actor) -> QuerySet[Signaal, tuple[UUID, str]]:
    """(id, kenmerk) of one's own open signals that touch something nobody judged yet, newest first."""
    rijen = raakvlakken(door=door).filter(status=Raakvlak.Status.OPEN).order_by().values("stuk_id").distinct()
    eigen = Signaal.objects.filter(convenant.zichtbaar(door, Signaal), pk__in=rijen).exclude(
        status=Status.AFGESLOTEN
    )
    return eigen.order_by("-gemaakt_op", "-pk").values_list("pk", "kenmerk")

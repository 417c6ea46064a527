# SPDX-License-Identifier: EUPL-1.2
"""The only readers of the room: signals, what touches them, questions between partners, lists of indicators."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from schakel.convenant import queries as convenant
from schakel.convenant.models import Gegeven, Stuk, Zoekwoord
from schakel.kern import klok, zoekwoorden
from schakel.kern.context import uuid_of_niets
from schakel.kern.versleuteling import bos
from schakel.partner.models import Functie, Partner, Rol
from schakel.partner.queries import aanspreekpunt, geldig_op
from schakel.signaal.models import (
    Indicator,
    Indicatorlijst,
    Informatieverzoek,
    Koppelregime,
    Koppelsleutel,
    Optelling,
    Raakvlak,
    Signaal,
    SignaalMelding,
    SignaalPlaats,
    Wijziging,
)
from schakel.signaal.rules.indicatoren import Aanbod
from schakel.signaal.rules.koppelregime import Feiten, ontbreekt
from schakel.signaal.rules.status import Status
from schakel.toegang.actor import Actor

TE_ALGEMEEN = 300
"""A key that more statements share says nothing (hotel, asylum centre, call shop): it is left out."""


def _alle(door: Actor) -> QuerySet[Signaal]:
    return Signaal.objects.filter(convenant.zichtbaar(door, Signaal)).select_related("stuk", "eigenaar")


def signaal(*, door: Actor, id: object) -> Signaal | None:
    """One visible signaal with its Stuk and owner, or None."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else _alle(door).filter(pk=sleutel).first()


@dataclass(frozen=True)
class Filter:
    """What a list is narrowed to; empty means all. `wie`: "eigen" or "gedeeld"."""

    status: str = ""
    vorm: str = ""
    gemeente: str = ""
    wie: str = ""
    niet_pluis: bool = False


def signalen(*, door: Actor, filter: Filter | None = None) -> QuerySet[Signaal]:
    """Visible signals, newest first; an expired niet-pluissignaal is shown only when asked for by status."""
    f = filter or Filter()
    rijen = _alle(door).prefetch_related("plaatsen__gemeente")
    if f.status == "open":
        rijen = rijen.exclude(status=Status.AFGESLOTEN)
    elif f.status:
        rijen = rijen.filter(status=f.status)
    else:
        rijen = rijen.exclude(niet_pluis=True, vervalt_op__lt=klok.vandaag())
    if f.vorm:
        rijen = rijen.filter(vormen__contains=[f.vorm])
    if gemeente := uuid_of_niets(f.gemeente):
        rijen = rijen.filter(pk__in=SignaalPlaats.objects.filter(gemeente_id=gemeente).values("signaal_id"))
    if f.wie:
        eigen = Q(eigenaar_id=door.partner_id)
        rijen = rijen.filter(eigen if f.wie == "eigen" else ~eigen)
    return rijen.filter(niet_pluis=True) if f.niet_pluis else rijen


def zoek(*, door: Actor, woorden: str) -> QuerySet[Signaal]:
    """Visible signals in whose visible information every word occurs (stems, beginnings of names, numbers)."""
    rijen = _alle(door).prefetch_related("plaatsen__gemeente")
    zichtbaar = Gegeven.objects.filter(convenant.zichtbaar(door, Gegeven)).values("pk")
    sleutels = bos()
    termen = _termen(woorden)
    for term in termen:
        hashes = [sleutels.merk64("zoekwoord", w) for w in term]
        treffers = Zoekwoord.objects.filter(woord__in=hashes, gegeven_id__in=zichtbaar).values("stuk_id")
        rijen = rijen.filter(pk__in=treffers)
    return rijen if termen else rijen.none()


def _termen(woorden: str) -> list[set[str]]:
    """The words of a search, at most eight; a text of mostly digits is one number."""
    cijfers = "".join(c for c in woorden if c.isdigit())
    if len(cijfers) >= 6 and not any(c.isalpha() for c in woorden):
        return [{cijfers[-9:], cijfers}]
    return [t for t in (zoekwoorden.stammen(w) for w in zoekwoorden.woorden(woorden)[:8]) if t]


def per_gemeente(*, door: Actor) -> list[dict[str, Any]]:
    """Visible signals per municipality and kind of place: recruitment does not count as exploitation (SIG-01)."""
    zicht = Signaal.objects.filter(convenant.zichtbaar(door, Signaal)).values("pk")
    rijen = SignaalPlaats.objects.filter(signaal_id__in=zicht).values("soort", "gemeente__naam", "buitenland")
    geteld = rijen.annotate(aantal=Count("signaal_id", distinct=True))
    return list(geteld.order_by(F("gemeente__naam").asc(nulls_last=True), "buitenland", "soort"))


def wijzigingen(*, door: Actor, signaal: Signaal, na_versie: int = 0) -> QuerySet[Wijziging]:
    """The history of one's own signaal, oldest first."""
    return Wijziging.objects.filter(signaal=signaal, eigenaar_id=door.partner_id, versie__gt=na_versie)


def meldingen(*, door: Actor, signaal: Signaal) -> list[UUID]:
    """The reports from which it was made, as far as the actor may know of them."""
    zicht = Stuk.objects.filter(convenant.zichtbaar(door, Stuk)).values("pk")
    return list(
        SignaalMelding.objects.filter(signaal=signaal, melding_id__in=zicht).values_list(
            "melding_id", flat=True
        )
    )


def uit_melding(*, door: Actor, melding_id: UUID) -> list[Signaal]:
    """The visible signals that were made from this report."""
    return list(
        _alle(door).filter(pk__in=SignaalMelding.objects.filter(melding_id=melding_id).values("signaal_id"))
    )


# --- indicators ------------------------------------------------------------------------------------------------------


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


# --- what touches ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Treffer:
    """A key of another object that equals one of mine, as far as the walls let this actor find it."""

    sleutel: int
    stuk_id: UUID
    eigenaar_id: UUID
    soort: str
    zwak: bool
    gemaakt_op: date


def treffers(*, sleutels: Sequence[int], stuk_id: UUID) -> list[Treffer]:
    """Who else has these keys. Row-level security is part of the question (koppeling.md §1.2)."""
    if not sleutels:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v.sleutel, t.* FROM unnest(%s::bigint[]) AS v (sleutel) CROSS JOIN LATERAL ("
            " SELECT k.stuk_id, k.eigenaar_id, k.soort, k.zwak, k.gemaakt_op FROM signaal_koppelsleutel k"
            " WHERE k.sleutel = v.sleutel AND k.stuk_id <> %s LIMIT %s) AS t",
            [list(sleutels), stuk_id, TE_ALGEMEEN + 1],
        )
        gevonden = [Treffer(*rij) for rij in cursor.fetchall()]
    aantal: dict[int, int] = {}
    for t in gevonden:
        aantal[t.sleutel] = aantal.get(t.sleutel, 0) + 1
    return [t for t in gevonden if aantal[t.sleutel] <= TE_ALGEMEEN]


def eigen_sleutels(*, door: Actor, stuk_id: UUID) -> list[Koppelsleutel]:
    """The keys of one's own object."""
    return list(Koppelsleutel.objects.filter(stuk_id=stuk_id, eigenaar_id=door.partner_id))


def koppelbare_partners() -> set[UUID]:
    """Partners with whom an active koppelregime lets this actor's partner compare (never shown as a list)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT partner_id FROM signaal_koppelbaar")
        return {rij[0] for rij in cursor.fetchall()}


def raakvlakken(*, door: Actor, stuk_ids: Iterable[UUID] | None = None) -> QuerySet[Raakvlak]:
    """One's own sides of hits, strongest first."""
    rijen = Raakvlak.objects.filter(eigenaar_id=door.partner_id).select_related("tegenpartij")
    zicht = Stuk.objects.filter(convenant.zichtbaar(door, Stuk)).values("pk")
    return rijen.filter(stuk_id__in=zicht if stuk_ids is None else list(stuk_ids))


def raakvlak(*, door: Actor, id: object) -> Raakvlak | None:
    """One own side of a hit."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else raakvlakken(door=door).filter(pk=sleutel).first()


def optellingen(*, door: Actor) -> QuerySet[Optelling]:
    """Niet-pluissignalen that add up and wait for this actor's partner."""
    return Optelling.objects.filter(eigenaar_id=door.partner_id, status="open")


def contact(partner_id: UUID) -> Functie | None:
    """The function to call at a partner about a hit."""
    return aanspreekpunt(
        partner_id,
        (
            Rol.AANDACHTSFUNCTIONARIS,
            Rol.KETENREGISSEUR,
            Rol.CASUSDEELNEMER,
            Rol.REGIOCOORDINATOR,
            Rol.TOEZICHTHOUDER,
        ),
    )


def wegers(onder: Iterable[UUID]) -> list[UUID]:
    """Which of these partners hold the function of regional ketenregisseur today."""
    functies = Functie.objects.filter(
        geldig_op(klok.vandaag()), rol=Rol.KETENREGISSEUR, partner_id__in=list(onder)
    )
    return sorted(set(functies.values_list("partner_id", flat=True)))


def partners_op_id(ids: Iterable[UUID]) -> dict[UUID, Partner]:
    """Organisations by id."""
    return Partner.objects.in_bulk(set(ids))


# --- questions between partners --------------------------------------------------------------------------------------


def informatieverzoeken(*, door: Actor) -> QuerySet[Informatieverzoek]:
    """Questions asked by or to the actor's partner; for a ketenregisseur also every overdue one."""
    zicht = Q(van_id=door.partner_id) | Q(aan_id=door.partner_id)
    if door.functie == Rol.KETENREGISSEUR:
        zicht |= Q(status="open", uiterlijk__lt=klok.vandaag())
    rijen = Informatieverzoek.objects.filter(zicht).select_related("van", "aan")
    return rijen.prefetch_related("teksten")


def informatieverzoek(*, door: Actor, id: object) -> Informatieverzoek | None:
    """One question that the actor may know of."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else informatieverzoeken(door=door).filter(pk=sleutel).first()


def verzoeken_van(*, door: Actor, stuk_id: UUID) -> list[Informatieverzoek]:
    """The questions that one's own object gave rise to."""
    return list(informatieverzoeken(door=door).filter(stuk_id=stuk_id, van_id=door.partner_id))


def antwoordstukken(*, door: Actor, verzoek: Informatieverzoek) -> list[Signaal]:
    """One's own signals that touch the one behind the question: what the answer can be given from."""
    eigen = Raakvlak.objects.filter(eigenaar_id=door.partner_id, ander_stuk_id=verzoek.stuk_id).values(
        "stuk_id"
    )
    return list(_alle(door).filter(pk__in=eigen, eigenaar_id=door.partner_id))


def stuk_van(*, door: Actor, id: UUID) -> Stuk | None:
    """The Stuk of an own signaal."""
    return convenant.stuk(door=door, id=id)


def mag_inhoud_zien(*, door: Actor, raakvlak: Raakvlak) -> bool:
    """May this actor see what is on the other side of the hit?"""
    return convenant.stuk(door=door, id=raakvlak.ander_stuk_id) is not None


def bekende_gegevens(*, signaal: Signaal, ids: Iterable[UUID]) -> set[UUID]:
    """Which of these statements are there already (a form that was sent twice)."""
    return set(Gegeven.objects.filter(stuk_id=signaal.pk, pk__in=list(ids)).values_list("pk", flat=True))


# --- the koppelregime ------------------------------------------------------------------------------------------------


def regimes() -> QuerySet[Koppelregime]:
    """Every regime on file."""
    return Koppelregime.objects.select_related("convenant").prefetch_related("partijen__partner")


def regime(id: object) -> Koppelregime | None:
    """One regime."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else regimes().filter(pk=sleutel).first()


def mist(regime: Koppelregime) -> list[str]:
    """What this regime lacks today; an empty list means that it works."""
    dag = klok.vandaag()
    partijen = {str(p) for p in regime.partijen.values_list("partner_id", flat=True)}
    in_kracht = regime.convenant is not None and any(
        partijen <= v.partijen
        for v in convenant.versies(dag)
        if v.convenant == regime.convenant.naam and v.in_kracht(dag)
    )
    return ontbreekt(
        Feiten(
            partijen=len(partijen), doel=regime.doel, grondslag=regime.grondslag, dpia=regime.dpia,
            besluit=regime.besluit, advies=regime.advies, categorieen=regime.categorieen, identifiers=regime.identifiers,
            bewaarmaanden=regime.bewaarmaanden, evaluatie_op=regime.evaluatie_op, convenant_in_kracht=in_kracht,
            actief_van=regime.actief_van, actief_tot=regime.actief_tot,
        ),
        dag,
    )  # fmt: skip


def ontbrekende_voorwaarden(*, door: Actor) -> list[str]:
    """Why this partner cannot compare today: what its nearest regime lacks, or that there is none."""
    eigen = [mist(r) for r in regimes().filter(partijen__partner_id=door.partner_id)]
    geen = [
        "een koppelregime waaraan je organisatie deelneemt: met doel, grondslag, convenant, DPIA, advies, besluit en evaluatiedatum"
    ]
    return min(eigen, key=len, default=geen)


def bewaarmaanden(*, door: Actor) -> int:
    """How many months partners may find a key: the shortest term of this partner's regimes, 12 without one."""
    termijnen = Koppelregime.objects.filter(partijen__partner_id=door.partner_id).values_list(
        "bewaarmaanden", flat=True
    )
    return min(termijnen, default=12)

# SPDX-License-Identifier: EUPL-1.2
"""Which area a place belonged to on a day, and what exists at all on a day (PAR-04, PAR-09+)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from schakel.partner import rules
from schakel.partner.models import Domein, Gebied, Gemeente, Indeling
from schakel.partner.queries.wie import geldig_op

REFERENTIE = Path(__file__).parent.parent / "gegevens" / "referentie.csv"


def gemeenten(dag: date | None = None) -> QuerySet[Gemeente]:
    """Municipalities, of `dag` or of all times."""
    alle = Gemeente.objects.select_related("partner").order_by("naam")
    return alle.filter(geldig_op(dag)) if dag else alle


def gebieden(domein: str = "", dag: date | None = None) -> QuerySet[Gebied]:
    """Areas, of one domain or all."""
    alle = Gebied.objects.filter(domein=domein) if domein else Gebied.objects.all()
    return alle.filter(geldig_op(dag)) if dag else alle


def gebieden_van(paren: Iterable[tuple[UUID, date]], domein: str) -> list[Gebied | None]:
    """For each (municipality, day) the area in this domain, in two queries: cases count where they belonged then."""
    paren = list(paren)
    rijen: dict[UUID, list[tuple[date | None, date | None, str, UUID]]] = {}
    namen: dict[UUID, Gebied] = {}
    gevonden = Indeling.objects.filter(
        gemeente_id__in={g for g, _ in paren}, gebied__domein=domein
    ).select_related("gebied")
    for i in gevonden:
        rijen.setdefault(i.gemeente_id, []).append((i.van, i.tot, i.zekerheid, i.gebied_id))
        namen[i.gebied_id] = i.gebied
    gekozen = [rules.kies_gebied(rijen.get(gemeente, ()), dag) for gemeente, dag in paren]
    return [namen[g] if g else None for g in gekozen]


def gebied_van(gemeente: Gemeente, domein: str, dag: date) -> Gebied | None:
    """The area to which a municipality belonged on `dag` in a domain; uncertain divisions do not count."""
    return gebieden_van([(gemeente.pk, dag)], domein)[0]


def tel_per_gebied(paren: Iterable[tuple[UUID, date]], domein: str) -> list[tuple[str, int]]:
    """How many per area, each in the division of its own date; "onbekend" when none was fixed then."""
    return rules.tel(g.naam if g else "onbekend" for g in gebieden_van(paren, domein))


@dataclass(frozen=True)
class Vak:
    """One municipality in one domain: the area that counts, and what else is stored for that day."""

    geldt: str
    onzeker: tuple[str, ...] = ()


def indelingen(dag: date) -> list[tuple[Gemeente, Mapping[str, Vak]]]:
    """Municipalities × domains on `dag`; what was announced for later or is uncertain stands beside it."""
    uit: list[tuple[Gemeente, Mapping[str, Vak]]] = []
    for gemeente in gemeenten(dag).prefetch_related("indelingen__gebied"):
        per_domein = {}
        for domein in Domein.values:
            rijen = [i for i in gemeente.indelingen.all() if i.gebied.domein == domein]
            geldt = rules.kies_gebied([(i.van, i.tot, i.zekerheid, i.gebied_id) for i in rijen], dag)
            onzeker = [
                f"{i.gebied} ({_wanneer(i, dag)}{i.zekerheid})"
                for i in rijen
                if i.gebied_id != geldt
                and (i.tot is None or i.tot >= dag)
                and ((i.van or dag) > dag or not rules.is_zeker(i.zekerheid))
            ]
            naam = next((i.gebied.naam for i in rijen if i.gebied_id == geldt), "")
            per_domein[domein] = Vak(naam, tuple(onzeker))
        uit.append((gemeente, per_domein))
    return uit


def _wanneer(indeling: Indeling, dag: date) -> str:
    if indeling.van is None or indeling.van <= dag:
        return ""
    return _("vanaf %s") % f"{indeling.van:%d-%m-%Y}, "


@lru_cache(maxsize=1)
def _referentie() -> tuple[dict[str, str], ...]:
    with REFERENTIE.open(encoding="utf-8") as bestand:
        return tuple(csv.DictReader(bestand, delimiter=";"))


def referentie(dag: date, soort: str = "") -> list[dict[str, str]]:
    """What exists in the Netherlands on `dag`: `soort` gebied, organisatie, rol or orgaan; columns of
    referentie.csv."""
    op = dag.isoformat()
    return [
        rij
        for rij in _referentie()
        if (not soort or rij["soort"] == soort) and (rij["van"] or op) <= op <= (rij["tot"] or op)
    ]


def vroeger(naam: str) -> list[dict[str, str]]:
    """The names in the reference set that led to this one, latest first."""
    direct = [rij for rij in _referentie() if rij["opvolger"] == naam]
    return [*direct, *(ouder for rij in direct for ouder in vroeger(rij["naam"]))]

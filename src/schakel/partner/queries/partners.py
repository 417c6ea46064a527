# SPDX-License-Identifier: EUPL-1.2
"""Organisations: found under any name they or their predecessors went by, shown under the name of the day (PAR-01)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from schakel.partner import rules
from schakel.partner.models import Partner, PartnerNaam
from schakel.partner.queries.wie import geldig_op


@dataclass(frozen=True)
class Treffer:
    """An organisation as it was on the day, and the other name by which it was found ("" = its own name)."""

    partner: Partner
    naam: str
    onder: str = ""


def _geldig(naam: PartnerNaam, dag: date) -> bool:
    return (naam.van is None or naam.van <= dag) and (naam.tot is None or dag <= naam.tot)


def naam_op(partner: Partner, dag: date) -> str:
    """The name that the organisation had on `dag`: a dated name that held then, else its present name."""
    gedateerd = [n for n in partner.namen.all() if (n.van or n.tot) and _geldig(n, dag)]
    return gedateerd[0].naam if gedateerd else partner.naam


def _alle() -> QuerySet[Partner]:
    return Partner.objects.select_related("opvolger").prefetch_related("namen").order_by("naam")


def _op(partner: Partner, dag: date) -> bool:
    return (partner.van is None or partner.van <= dag) and (partner.tot is None or dag <= partner.tot)


def zoek(tekst: str = "", *, dag: date, soort: str = "") -> list[Treffer]:
    """Organisations of `dag`; with `tekst` those whose name, earlier name or predecessor's name holds it.

    The whole register (hundreds of rows) is read in two queries; who has ended leads to who came after.
    """
    alle = list(_alle())
    per_id = {p.pk: p for p in alle}
    gezocht, treffers = rules.zoekvorm(tekst), {}
    for p in alle:
        gevonden = _naam_met(gezocht, [p.naam, p.code, *(n.naam for n in p.namen.all())])
        nu = _opvolger_op(p, per_id, dag)
        if gevonden is None or nu is None or (nu is not p and not gezocht) or (soort and nu.soort != soort):
            continue
        naam = naam_op(nu, dag)
        onder = "" if gevonden in (naam, nu.code) or not gezocht else gevonden
        if nu.pk not in treffers or not onder:
            treffers[nu.pk] = Treffer(nu, naam, onder)
    return sorted(treffers.values(), key=lambda t: rules.zoekvorm(t.naam))


def _naam_met(gezocht: str, namen: Iterable[str]) -> str | None:
    return next((naam for naam in namen if gezocht in rules.zoekvorm(naam)), None)


def _opvolger_op(partner: Partner, per_id: dict[UUID, Partner], dag: date) -> Partner | None:
    """The organisation itself or the successor that existed on `dag`."""
    gezien: set[UUID] = set()
    while not _op(partner, dag):
        if partner.opvolger_id is None or partner.opvolger_id in gezien or (partner.tot or date.max) >= dag:
            return None
        gezien.add(partner.opvolger_id)
        partner = per_id[partner.opvolger_id]
    return partner


def partner(code: str) -> Partner | None:
    """One organisation with its names, successor and predecessors; ended ones stay readable."""
    voor = Prefetch("voorgangers", Partner.objects.order_by("naam"))
    return _alle().prefetch_related(voor).filter(code=code).first()


def voorgangers(partner: Partner, dag: date) -> QuerySet[Partner]:
    """Who went over into this organisation before `dag`."""
    return partner.voorgangers.exclude(geldig_op(dag)).order_by("naam")

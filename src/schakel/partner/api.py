# SPDX-License-Identifier: EUPL-1.2
"""`GET ik` and `GET partners` (koppelvlak.md, API)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from schakel.kern import klok
from schakel.kern.api import Lijst, Pagina, Vorm, actor_van
from schakel.partner import queries
from schakel.partner.models import PartnerSoort

router = Router(tags=["partners"])


class Ik(Vorm):
    """Who the token stands for: one person in one function at one partner."""

    id: UUID
    naam: str
    functie: str
    functie_naam: str
    partner_id: UUID | None
    partner_naam: str


class PartnerUit(Vorm):
    """`naam` is the name of the day asked for; `gevondenOnder` the other name by which it was found."""

    id: UUID
    code: str
    naam: str
    gevonden_onder: str
    soort: str
    rechtsvorm: str
    kan: list[str]
    werkgebied: str
    van: date | None
    tot: date | None


@router.get("/ik", response=Ik, by_alias=True)
def ik(request: HttpRequest) -> Any:
    """Who am I, in which function, for which partner?"""
    door = actor_van(request)
    return {
        "id": door.gebruiker_id,
        "naam": door.naam,
        "functie": door.functie,
        "functie_naam": door.functie_naam,
        "partner_id": door.partner_id,
        "partner_naam": door.partner_naam,
    }


@router.get("/partners", response=Lijst[PartnerUit], by_alias=True)
def partners(
    request: HttpRequest,
    pagina: Query[Pagina],
    zoek: str = "",
    op: date | None = None,
    soort: PartnerSoort | None = None,
) -> Any:
    """Organisations of a day (`op`, default today), by any name they went by."""
    actor_van(request)
    treffers = queries.zoek(zoek[:200], dag=op or klok.vandaag(), soort=soort or "")
    begin = (pagina.pagina - 1) * pagina.per_pagina
    stuk = treffers[begin : begin + pagina.per_pagina + 1]
    return {
        "resultaten": [_partner(t) for t in stuk[: pagina.per_pagina]],
        "pagina": pagina.pagina,
        "volgende": len(stuk) > pagina.per_pagina,
    }


def _partner(treffer: queries.Treffer) -> dict[str, Any]:
    velden = ("id", "code", "soort", "rechtsvorm", "kan", "werkgebied", "van", "tot")
    return {n: getattr(treffer.partner, n) for n in velden} | {
        "naam": treffer.naam,
        "gevonden_onder": treffer.onder,
    }

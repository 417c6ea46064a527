# SPDX-License-Identifier: EUPL-1.2
"""GET logboek: the lines that concern the privacy officer's partner."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query, Router

from schakel.kern.api import Lijst, Pagina, Vorm, actor_van, pagineer
from schakel.logboek import queries
from schakel.logboek.models import Toegang

router = Router(tags=["logboek"])


class LogboekRegel(Vorm):
    """One line: who, in which function and partner, did what, on whose data (pseudonym), on which ground."""

    volgnr: int
    tijd: datetime
    gebruiker_id: UUID | None
    partner_id: UUID | None
    functie: str
    handeling: str
    soort: str
    stuk_id: UUID | None
    betrokkene: str
    categorieen: list[str]
    doel: str
    grondslag: str
    verstrekking_id: UUID | None
    trace_id: str


@router.get("logboek", response=Lijst[LogboekRegel], by_alias=True, summary="Regels van het logboek")
def lijst(request: HttpRequest, pagina: Query[Pagina], betrokkene: str = "") -> Any:
    """Newest first. `betrokkene`: pseudonym, to ask for one person."""
    door = actor_van(request)
    if not door.is_een(queries.FUNCTIE):
        raise Http404
    regels = queries.toegangen(door=door, betrokkenen=[betrokkene] if betrokkene else None)
    return pagineer(regels, pagina, vorm)


def vorm(regel: Toegang) -> LogboekRegel:
    return LogboekRegel.from_orm(regel)

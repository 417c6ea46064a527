# SPDX-License-Identifier: EUPL-1.2
"""What every API router shares: the error shape, paging, camelCase, the actor of a request."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, JsonResponse
from ninja import Field, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from schakel.kern.ids import nieuw_id, vast_id

API_VERSIE = "1.0.0"
T = TypeVar("T")
M = TypeVar("M", bound=Model)


class Fout(Exception):
    """A refusal with a reason that the caller may know. `fouten`: [{naam, reden, code}]."""

    def __init__(self, titel: str, *, status: int = 400, fouten: Sequence[dict[str, Any]] = ()) -> None:
        super().__init__(titel)
        self.titel, self.status, self.fouten = titel, status, list(fouten)


def probleem(status: int, titel: str, fouten: Sequence[dict[str, Any]] = ()) -> JsonResponse:
    """`application/problem+json` (RFC 9457) with all errors at once."""
    inhoud: dict[str, Any] = {"type": "about:blank", "title": titel, "status": status}
    if fouten:
        inhoud["fouten"] = list(fouten)
    return JsonResponse(
        inhoud, status=status, content_type="application/problem+json", headers={"API-Version": API_VERSIE}
    )


class Vorm(Schema):
    """Base of all shapes: camelCase outside, Dutch snake_case inside."""

    model_config = ConfigDict(from_attributes=True, alias_generator=to_camel, populate_by_name=True)


class Pagina(Schema):
    """Paging of a list: `pagina` from 1, `perPagina` at most 100."""

    pagina: int = Field(1, ge=1)
    per_pagina: int = Field(50, ge=1, le=100, alias="perPagina")


class Lijst(Schema, Generic[T]):
    """A page of a list; `volgende` tells whether there is more (no total: a count is information too)."""

    resultaten: list[T]
    pagina: int
    volgende: bool


def pagineer(rijen: QuerySet[M], pagina: Pagina, vorm: Callable[[M], Any]) -> dict[str, Any]:
    """One page, with one row extra to know whether there is a next one."""
    begin = (pagina.pagina - 1) * pagina.per_pagina
    stuk = list(rijen[begin : begin + pagina.per_pagina + 1])
    return {
        "resultaten": [vorm(rij) for rij in stuk[: pagina.per_pagina]],
        "pagina": pagina.pagina,
        "volgende": len(stuk) > pagina.per_pagina,
    }


def actor_van(request: HttpRequest, *, anoniem: bool = False) -> Any:
    """The actor of this call; without a valid token 401, unless anonymous use is meant."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    if door.anoniem and not anoniem:
        raise Fout("Geef een geldig token mee: Authorization: Bearer …", status=401)
    return door


def of_404(waarde: T | None) -> T:
    """Forbidden and missing answer alike."""
    if waarde is None:
        raise Http404
    return waarde


def nieuw_of_zelfde_id(request: HttpRequest) -> UUID:
    """The id of what a POST creates: with an `Idempotency-Key` always the same one for this actor and address."""
    sleutel = request.headers.get("Idempotency-Key", "")
    if not sleutel:
        return nieuw_id()
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    return vast_id("api", str(door.gebruiker_id), str(door.partner_id), request.path, sleutel)

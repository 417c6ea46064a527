# SPDX-License-Identifier: EUPL-1.2
"""The gate: every request is one unit of work of one actor; what is rendered is rendered inside it.

The transaction commits with its log lines, or the answer is refused. A status of 500 or more undoes the work.
"""

import re
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse

from schakel.convenant.actor import als
from schakel.kern.api import API_VERSIE
from schakel.partner.queries import actor_van_sessie, actor_van_token
from schakel.toegang.actor import PUBLIEK, Actor

_TRACEPARENT = re.compile(r"^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$")


class PoortMiddleware:
    """Sets `request.actor` and opens the unit of work around view and rendering."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        door = bepaal_actor(request)
        request.actor = door  # type: ignore[attr-defined]  # our mark on Django's request
        treffer = _TRACEPARENT.match(request.headers.get("traceparent", ""))
        oorsprong = "api" if request.path.startswith("/api/") else "web"
        with als(door, oorsprong=oorsprong, trace_id=treffer.group(1) if treffer else "") as eenheid:
            antwoord = self.get_response(request)
            if isinstance(antwoord, SimpleTemplateResponse) and not antwoord.is_rendered:
                antwoord = antwoord.render()
            if antwoord.status_code >= 500:
                transaction.set_rollback(True)
                eenheid.voor_commit.clear()
        if oorsprong == "api":
            antwoord["API-Version"] = API_VERSIE
            antwoord["traceparent"] = f"00-{eenheid.trace_id}-{eenheid.span_id}-01"
        if not door.anoniem:
            antwoord.setdefault("Cache-Control", "no-store")
        return antwoord


def bepaal_actor(request: HttpRequest) -> Actor:
    """API: the bearer token and nothing else. Pages: the session. Neither: a member of the public."""
    if request.path.startswith("/api/"):
        soort, _, waarde = request.headers.get("Authorization", "").partition(" ")
        return (actor_van_token(waarde.strip()) if soort.lower() == "bearer" else None) or PUBLIEK
    return actor_van_sessie(request) or PUBLIEK

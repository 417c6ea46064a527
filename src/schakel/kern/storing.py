# SPDX-License-Identifier: EUPL-1.2
"""When the database is away the page says so, keeps what was typed, and comes back by itself."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, JsonResponse

from schakel.kern import fouten
from schakel.kern.postgres import DatabaseFout

_log = logging.getLogger("schakel.storing")

WEG = (OperationalError, InterfaceError, DatabaseFout)


class StoringMiddleware:
    """Turns "no database" into 503, for pages and for the API, and drops the broken connection.

    An error deeper down is a 500 page by the time it gets here; `fouten.fout` remembers why. Nothing is saved then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            antwoord = self.get_response(request)
        except WEG as storing:
            return self._weg(request, storing)
        oorzaak = fouten.oorzaak(request)
        return self._weg(request, oorzaak) if isinstance(oorzaak, WEG) else antwoord

    def _weg(self, request: HttpRequest, storing: BaseException) -> HttpResponse:
        _log.warning("database onbereikbaar: %s", type(storing).__name__)
        for verbinding in connections.all(initialized_only=True):
            verbinding.close()
        if request.path.startswith("/api/"):
            inhoud = {"type": "about:blank", "title": "De database is even weg.", "status": 503}
            return JsonResponse(
                inhoud, status=503, content_type="application/problem+json", headers={"Retry-After": "5"}
            )
        return fouten.even_weg(request)

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

    Also an error page made deeper down for such an error is replaced: nothing was committed then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            antwoord = self.get_response(request)
        except WEG as storing:
            return self._weg(request, storing)
        storing_binnen = getattr(request, "schakel_storing", None)
        return self._weg(request, storing_binnen) if storing_binnen and antwoord.status_code >= 500 else antwoord

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, WEG):
            request.schakel_storing = exception  # type: ignore[attr-defined]  # our mark on Django's request

    def _weg(self, request: HttpRequest, storing: BaseException) -> HttpResponse:
        _log.warning("database onbereikbaar: %s", type(storing).__name__)
        for verbinding in connections.all(initialized_only=True):
            verbinding.close()
        if request.path.startswith("/api/"):
            inhoud = {"type": "about:blank", "title": "De database is even weg.", "status": 503}
            return JsonResponse(inhoud, status=503, content_type="application/problem+json", headers={"Retry-After": "5"})
        return fouten.even_weg(request)

# SPDX-License-Identifier: EUPL-1.2
"""*Mijn werk*: what waits for this person, most urgent first."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.kern.schil import werk


def mijn_werk(request: HttpRequest) -> HttpResponse:
    """The first page of a colleague; a visitor without an account is led to the public form."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    if door.anoniem:
        return redirect("melden")
    return render(request, "kern/mijn_werk.html", {"werk": werk(door=door)})


def gezond(request: HttpRequest) -> HttpResponse:
    """Liveness for the proxy: 200 when the database answers, else the 503 page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed", content_type="text/plain; charset=utf-8")

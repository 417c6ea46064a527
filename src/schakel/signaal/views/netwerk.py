# SPDX-License-Identifier: EUPL-1.2
"""The network around a signaal: list, drawing, timeline."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from schakel.signaal import netwerk as net
from schakel.signaal.views.gedeeld import van, vind


@require_GET
def netwerk(request: HttpRequest, id: str) -> HttpResponse:
    """Everything of one page, rendered here; the drawing is links, so that a keyboard can walk through it."""
    door, s = van(request), vind(request, id, eigen=True)
    return render(request, "signaal/netwerk.html", {"signaal": s, "netwerk": net.lees(door=door, signaal=s)})

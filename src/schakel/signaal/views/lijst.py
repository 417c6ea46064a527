# SPDX-License-Identifier: EUPL-1.2
"""The list of signals, the search, and the counts per municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.signaal import queries
from schakel.signaal.actions import SCREENERS
from schakel.signaal.forms import FilterForm, ZoekForm
from schakel.signaal.rules import woorden
from schakel.signaal.views.gedeeld import van

PER_PAGINA = 50


@require_GET
def signalen(request: HttpRequest) -> HttpResponse:
    """Fifty headers at a time, newest first."""
    form = FilterForm(request.GET)
    keuze = form.cleaned_data if form.is_valid() else {}
    nummer = max(1, int(request.GET.get("pagina", "1"))) if request.GET.get("pagina", "1").isdecimal() else 1
    begin = (min(nummer, 10_000) - 1) * PER_PAGINA
    rijen = list(
        queries.signalen(door=van(request), filter=queries.Filter(**keuze))[begin : begin + PER_PAGINA + 1]
    )
    zonder = request.GET.copy()
    zonder.pop("pagina", None)
    context = {
        "rijen": rijen[:PER_PAGINA], "form": form, "zoek": ZoekForm(), "nummer": nummer,
        "query": zonder.urlencode(), "volgende": nummer + 1 if len(rijen) > PER_PAGINA else None,
        "vorige": nummer - 1 or None, "mag_screenen": van(request).is_een(*SCREENERS),
    }  # fmt: skip
    return render(request, "signaal/signalen.html", context)


@require_http_methods(["GET", "POST"])
def zoek(request: HttpRequest) -> HttpResponse:
    """Search in what the actor may read; by POST, so that no name stands in an address or a log of a
    proxy.
    """
    if request.method == "GET":
        return redirect("signalen")
    form = ZoekForm(request.POST)
    rijen = []
    if form.is_valid():
        door = van(request)
        gevraagd = form.cleaned_data
        rijen = list(queries.zoek(door=door, woorden=gevraagd["woorden"])[: PER_PAGINA + 1])
        logboek.noteer(
            door=door, regels=[Regel("zoeken", "signaal", None, door.partner_id, doel=gevraagd["doel"])]
        )
    context = {
        "zoek": form,
        "rijen": rijen[:PER_PAGINA],
        "meer": len(rijen) > PER_PAGINA,
    }
    return render(request, "signaal/zoek.html", context, status=200 if form.is_valid() else 422)


@require_GET
def per_gemeente(request: HttpRequest) -> HttpResponse:
    """Signals per place and kind of place: each kind counts for itself."""
    tabel: dict[str, dict[str, int]] = {}
    for rij in queries.per_gemeente(door=van(request)):
        plaats = rij["gemeente__naam"] or rij["buitenland"] or str(woorden.VORM_NAAM[woorden.Vorm.ONBEKEND])
        tabel.setdefault(plaats, {})[rij["soort"]] = rij["aantal"]
    soorten = list(woorden.PLAATS_NAAM.items())
    rijen = [
        (plaats, [(naam, geteld.get(soort, 0)) for soort, naam in soorten])
        for plaats, geteld in tabel.items()
    ]
    return render(
        request, "signaal/per_gemeente.html", {"soorten": [naam for _, naam in soorten], "rijen": rijen}
    )

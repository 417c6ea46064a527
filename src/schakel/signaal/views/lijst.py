# SPDX-License-Identifier: EUPL-1.2
"""The list of signals, the search, and the counts per municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.signaal import queries
from schakel.signaal.actions import SCREENERS
from schakel.signaal.forms import FilterForm, ZoekForm, ZoekvraagForm, met_id
from schakel.signaal.instellingen import instellingen
from schakel.signaal.models import Signaal
from schakel.signaal.rules import woorden
from schakel.signaal.views.gedeeld import van
from schakel.toegang.actor import Actor

PER_PAGINA = 50
TINTEN = 4
"""Shades of a tile; the number stands in it too."""


def met_stilte(door: Actor, rijen: list[Signaal]) -> None:
    """Put the days since the last step beside one's own open signals, and whether that is too long."""
    stappen = queries.laatste_stap(door=door, signalen=rijen)
    for s in rijen:
        if (op := stappen.get(s.pk)) and s.status in queries.WACHT_OP_STAP:
            s.dagen_stil = (klok.nu() - op).days  # type: ignore[attr-defined]  # for the page alone
            s.te_lang_stil = s.dagen_stil > instellingen().stil_dagen  # type: ignore[attr-defined]  # idem


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
    met_stilte(van(request), rijen)
    zonder = request.GET.copy()
    zonder.pop("pagina", None)
    context = {
        "rijen": rijen[:PER_PAGINA], "form": form, "zoek": ZoekForm(), "nummer": nummer,
        "query": zonder.urlencode(), "volgende": nummer + 1 if len(rijen) > PER_PAGINA else None,
        "vorige": nummer - 1 or None, "mag_screenen": van(request).is_een(*SCREENERS),
        "zoekvragen": list(queries.zoekvragen(door=van(request))),
        "bewaren": ZoekvraagForm(initial=met_id(**keuze)) if any(keuze.values()) else None,
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
        "bewaren": ZoekvraagForm(initial=met_id(**form.cleaned_data)) if form.is_valid() else None,
    }
    return render(request, "signaal/zoek.html", context, status=200 if form.is_valid() else 422)


@require_GET
def per_gemeente(request: HttpRequest) -> HttpResponse:
    """Signals per place and kind of place, each kind for itself; and the municipalities as tiles."""
    door = van(request)
    tabel: dict[str, dict[str, int]] = {}
    for rij in queries.per_gemeente(door=door):
        plaats = rij["gemeente__naam"] or rij["buitenland"] or str(woorden.VORM_NAAM[woorden.Vorm.ONBEKEND])
        tabel.setdefault(plaats, {})[rij["soort"]] = rij["aantal"]
    soorten = list(woorden.PLAATS_NAAM.items())
    rijen = [
        (plaats, [(naam, geteld.get(soort, 0)) for soort, naam in soorten])
        for plaats, geteld in tabel.items()
    ]
    geteld = queries.signalen_in_gemeenten(door=door)
    meeste = max(geteld.values(), default=0)
    tegels = [
        (g, geteld.get(g.pk, 0), -(-geteld.get(g.pk, 0) * TINTEN // meeste) if meeste else 0)
        for g in queries.gemeenten()
    ]
    context = {"soorten": [naam for _, naam in soorten], "rijen": rijen, "tegels": tegels}
    return render(request, "signaal/per_gemeente.html", context)

# SPDX-License-Identifier: EUPL-1.2
"""The privacy officer's page: who saw what of this person, when, on which ground."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from schakel.kern import zoekwoorden
from schakel.logboek import actions, queries
from schakel.logboek.forms import ZoekForm
from schakel.logboek.rules import Regel


def logboek(request: HttpRequest) -> HttpResponse:
    """GET: the latest lines of this partner. POST: the lines about one person; the question itself is a line too."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    if not door.is_een(queries.FUNCTIE):
        raise Http404
    form = ZoekForm(request.POST or None)
    betrokkenen = None
    if form.is_bound and form.is_valid():
        woorden = zoekwoorden.persoonswoorden(form.inhoud())
        betrokkenen = queries.zoek_betrokkenen(door=door, woorden=woorden)
        doel = form.cleaned_data["doel"]
        zoeker = {
            "handeling": "inzage-logboek",
            "soort": "logboek",
            "eigenaar_id": door.partner_id,
            "doel": doel[:40],
        }
        actions.noteer(
            door=door, regels=[Regel(betrokkene=b, **zoeker) for b in betrokkenen] or [Regel(**zoeker)]
        )
    regels = queries.toegangen(door=door, betrokkenen=betrokkenen)
    pagina = Paginator(regels, 100).get_page(request.GET.get("pagina"))
    namen = queries.namen_van(pagina)
    context = {
        "form": form,
        "gezocht": betrokkenen is not None,
        "pagina": pagina,
        "regels": [(regel, namen.get(regel.gebruiker_id, "")) for regel in pagina],
    }
    return render(request, "logboek/logboek.html", context, status=400 if form.errors else 200)

# SPDX-License-Identifier: EUPL-1.2
"""The lists of indicators in use, and own ones of a municipality or the region (SIG-03)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.signaal import actions, queries
from schakel.signaal.forms import IndicatorlijstForm
from schakel.signaal.models import Indicatorlijst
from schakel.signaal.views.gedeeld import formulier, met_signalen, probeer
from schakel.toegang.actor import Actor


@require_GET
def lijsten(request: HttpRequest) -> HttpResponse:
    """Every list that can be used, with its version and where it comes from."""
    door = met_signalen(request)
    rijen = [
        (lijst, queries.eigen_lijst(door=door, id=lijst.pk) is not None)
        for lijst in queries.indicatorlijsten(door=door)
    ]
    context = {"rijen": rijen, "maker": door.is_een(*actions.LIJSTMAKERS)}
    return render(request, "signaal/indicatorlijsten.html", context)


@require_http_methods(["GET", "POST"])
def maken(request: HttpRequest) -> HttpResponse:
    """A new list, or a new version of an own one (`?van=`)."""
    door = met_signalen(request)
    if not door.is_een(*actions.LIJSTMAKERS):
        raise Http404
    oud = queries.eigen_lijst(door=door, id=request.GET.get("van", ""))
    begin = (
        {
            "naam": oud.bron,
            "regels": "\n".join(i.tekst for i in queries.indicatoren(door=door, lijst=oud.code)),
        }
        if oud
        else {}
    )
    form = IndicatorlijstForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        actie = lambda: actions.maak_eigen_lijst(  # noqa: E731
            door=door, naam=d["naam"], regels=form.indicatoren(), vormen=d["vormen"]
        )
        if probeer(form, actie) is None:
            messages.success(request, _("De lijst is in gebruik. Wat al was ingevuld, leest zoals het was."))
            return redirect("indicatorlijsten")
    return formulier(request, form, sjabloon="signaal/indicatorlijst.html")


def _begin(door: Actor, oud: Indicatorlijst) -> dict[str, str]:
    """The words of the version in use, to go on from."""
    return {
        "naam": oud.bron,
        "regels": "\n".join(i.tekst for i in queries.indicatoren(door=door, lijst=oud.code)),
    }


@require_POST
def sluiten(request: HttpRequest, id: str) -> HttpResponse:
    """Offer an own list no longer."""
    door = met_signalen(request)
    lijst = queries.eigen_lijst(door=door, id=id)
    if lijst is None:
        raise Http404
    try:
        actions.sluit_eigen_lijst(door=door, lijst=lijst)
    except PermissionError as fout:
        raise Http404 from fout
    messages.success(request, _("De lijst wordt niet meer aangeboden."))
    return redirect("indicatorlijsten")

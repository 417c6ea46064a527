# SPDX-License-Identifier: EUPL-1.2
"""What touches: judge it, weigh what adds up, and the regime under which partners may compare."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.convenant import actions as convenant
from schakel.signaal import actions, koppelen, queries
from schakel.signaal.actions.regime import BEHEERDERS
from schakel.signaal.forms import RaakvlakForm, RedenForm
from schakel.signaal.onderbouwing import onderbouw
from schakel.signaal.views.gedeeld import formulier, probeer, van


@require_http_methods(["GET", "POST"])
def raakvlak(request: HttpRequest, id: str) -> HttpResponse:
    """Two signals side by side, the reason, and the judgement of a person."""
    door = van(request)
    rij = queries.raakvlak(door=door, id=id)
    beide = queries.signalen_op_id(door=door, ids=[rij.stuk_id, rij.ander_stuk_id]) if rij else {}
    if rij is None or len(beide) < 2:
        raise Http404
    eigen, ander = beide[rij.stuk_id], beide[rij.ander_stuk_id]
    gegevens = convenant.lees_gegevens(door=door, stukken=[eigen.stuk, ander.stuk])
    zin = koppelen.uitleg(gegevens[eigen.pk], gegevens[ander.pk])
    form = RaakvlakForm(request.POST or None, initial={"status": rij.status, "reden": rij.reden})
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        gelukt = probeer(
            form,
            lambda: actions.beoordeel(door=door, raakvlak=rij, status=d["status"], reden=d["reden"], zin=zin),
        )
        if gelukt is None:
            return redirect(reverse("signaal", kwargs={"id": eigen.pk}) + "#raakvlakken")
    context: dict[str, Any] = {"raakvlak": rij, "eigen": eigen, "ander": ander, "zin": zin}
    context["onderbouwing"] = onderbouw(gegevens[eigen.pk], gegevens[ander.pk])
    context["eerder"] = queries.oordelen(raakvlak=rij)
    return formulier(request, form, sjabloon="signaal/raakvlak.html", **context)


@require_http_methods(["GET", "POST"])
def optelling(request: HttpRequest, id: str) -> HttpResponse:
    """Niet-pluissignalen that add up: whom to call, and what was done."""
    door = van(request)
    rij = queries.optelling(door=door, id=id)
    if rij is None:
        raise Http404
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reden = form.cleaned_data["reden"]
        if probeer(form, lambda: actions.weeg_optelling(door=door, optelling=rij, reden=reden)) is None:
            messages.success(request, _("Vastgelegd."))
            return redirect("signalen")
    contacten = queries.contacten(rij.partners)
    namen = queries.partners_op_id(rij.partners)
    wie = [(namen[p].naam, contacten.get(p)) for p in rij.partners if p in namen]
    return formulier(request, form, sjabloon="signaal/optelling.html", optelling=rij, wie=wie)


@require_http_methods(["GET", "POST"])
def koppelregime(request: HttpRequest) -> HttpResponse:
    """Which regime holds, what is missing, and the button that compares."""
    door = van(request)
    mist: list[str] = []
    if request.method == "POST":
        try:
            actions.mag_met_signalen(door)
            aantal = actions.vergelijk_met_partners(door=door)
            messages.success(request, _("Vergeleken: %(n)s eigen signalen.") % {"n": aantal})
            return redirect("koppelregime")
        except PermissionError as fout:
            raise Http404 from fout
        except actions.GeenRegime as fout:
            mist = fout.ontbreekt
    eigen = [
        (r, queries.mist(r))
        for r in queries.regimes()
        if door.functie in BEHEERDERS or any(p.partner_id == door.partner_id for p in r.partijen.all())
    ]
    context = {"regimes": eigen, "mist": mist}
    return render(request, "signaal/koppelregime.html", context, status=409 if mist else 200)

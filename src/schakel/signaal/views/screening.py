# SPDX-License-Identifier: EUPL-1.2
"""Screen a list of addresses, check what came out, and take up a task to offer protection."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern.upload import te_groot
from schakel.partner.queries import aanspreekpunt
from schakel.signaal import actions, queries
from schakel.signaal.actions.gedeeld import WEGERS
from schakel.signaal.forms import AdresForm, RedenForm, ScreeningForm, eigen_id, met_id
from schakel.signaal.models import Screening, Signaal
from schakel.signaal.views.gedeeld import formulier, probeer, van
from schakel.toegang.actor import Actor


def _door(request: HttpRequest) -> Actor:
    """Who watches over addresses; for others these pages do not exist."""
    door = van(request)
    if not door.is_een(*actions.SCREENERS):
        raise Http404
    return door


@require_GET
def screenings(request: HttpRequest) -> HttpResponse:
    """The lists that were screened, with the proof that the raw ones are gone."""
    rijen = list(queries.screenings(door=_door(request))[:100])
    return render(request, "signaal/screenings.html", {"rijen": rijen})


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Ground, rule, list."""
    door = _door(request)
    form = ScreeningForm(
        request.POST or None, request.FILES or None, te_groot=te_groot(request), initial=met_id()
    )
    if request.method == "POST" and form.is_valid():
        gemaakt: list[Screening] = []
        id_ = eigen_id(door, form.cleaned_data["id"])
        if (
            probeer(form, lambda: gemaakt.append(actions.screen(door=door, nieuw=form.nieuw(), id=id_)))
            is None
        ):
            return redirect("screening", id=gemaakt[0].pk)
    return formulier(request, form, sjabloon="signaal/screening_nieuw.html")


@require_GET
def screening(request: HttpRequest, id: str) -> HttpResponse:
    """The addresses to check."""
    door = _door(request)
    rij = queries.screening(door=door, id=id)
    if rij is None:
        raise Http404
    treffers = actions.lees_treffers(door=door, screening=rij)
    rij = queries.screening(door=door, id=id)
    return render(request, "signaal/screening.html", {"screening": rij, "treffers": treffers})


@require_http_methods(["GET", "POST"])
def adres(request: HttpRequest, id: str, adres_id: object) -> HttpResponse:
    """One address: control, explained, or a signaal."""
    door = _door(request)
    rij = queries.screening(door=door, id=id)
    treffers = actions.lees_treffers(door=door, screening=rij) if rij else []
    deze = next((t for t in treffers if t.pk == adres_id), None)
    if rij is None or deze is None:
        raise Http404
    form = AdresForm(
        request.POST or None, initial={"uitkomst": deze.uitkomst, "toelichting": deze.toelichting}
    )
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        gemaakt: list[Signaal | None] = []

        def doe() -> None:
            gemaakt.append(
                actions.beoordeel_adres(
                    door=door, adres=deze, uitkomst=d["uitkomst"], toelichting=d["toelichting"]
                )
            )

        if probeer(form, doe) is None:
            if gemaakt[0]:
                return redirect("signaal", id=gemaakt[0].pk)
            return redirect("screening", id=rij.pk)
    return formulier(request, form, sjabloon="signaal/screening_adres.html", screening=rij, adres=deze)


@require_http_methods(["GET", "POST"])
def bescherming(request: HttpRequest, id: str) -> HttpResponse:
    """Offer protection: whom to call, and what was done."""
    door = van(request)
    taak = queries.beschermingstaak(door=door, id=id)
    if taak is None:
        raise Http404
    form = RedenForm(request.POST or None)
    form.fields["reden"].label = _("Wat heb je gedaan of afgesproken?")
    if request.method == "POST" and form.is_valid():
        bericht = form.cleaned_data["reden"]
        if probeer(form, lambda: actions.pak_bescherming_op(door=door, taak=taak, bericht=bericht)) is None:
            messages.success(request, _("Vastgelegd. De vrager leest het bij het signaal."))
            return redirect("mijn-werk")
    bel = aanspreekpunt(taak.van_id, WEGERS)
    return formulier(request, form, sjabloon="signaal/bescherming.html", taak=taak, bel=bel)

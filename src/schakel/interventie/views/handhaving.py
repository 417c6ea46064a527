# SPDX-License-Identifier: EUPL-1.2
"""The arrangement of one's own municipality in versions, and the steps that were set."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.interventie import actions, queries, rules
from schakel.interventie.forms import CelForm, ModelForm, OnderwerpForm, StapForm
from schakel.interventie.views.plannen import lees_en_schrijf, voer_uit
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor


def stappen_bij(
    door: Actor, misstand: str, onderwerpen: Sequence[Mapping[str, Any]]
) -> tuple[list[rules.Stap], rules.Stap | None]:
    """The steps that were agreed for this misstand, and the one that comes next for this subject."""
    nu = queries.arrangement(partner_id=door.partner_id)
    stappen = [s for s in queries.stappen_van(nu) if s.misstand == misstand] if nu else []
    return stappen, queries.voorstel(door=door, misstand=misstand, onderwerpen=onderwerpen)


@lees_en_schrijf
@binnen(*queries.HANDHAVERS)
def arrangement(request: HttpRequest, door: Actor) -> HttpResponse:
    """The table as it counts today; the municipality takes over the model and changes steps."""
    nu, beheert = queries.arrangement(partner_id=door.partner_id), door.is_een(*queries.BEHEER)
    form: Any = CelForm() if nu else ModelForm()
    if request.method == "POST":
        if not beheert:
            raise Http404
        form = CelForm(request.POST) if nu else ModelForm(request.POST)
        if form.is_valid():
            schoon = form.cleaned_data
            doe = lambda: (  # noqa: E731
                actions.zet_cel(door=door, stap=rules.Stap(**schoon))
                if nu
                else actions.neem_model_over(door=door, **schoon)
            )
            if voer_uit(form, doe) == 200:
                messages.success(request, _("Bewaard. Vanaf vandaag telt deze versie."))
                return redirect("arrangement")
    stappen = sorted(queries.stappen_van(nu), key=lambda s: (s.misstand, s.nummer)) if nu else []
    per = [(rules.MISSTANDEN.get(m, m), list(rij)) for m, rij in groupby(stappen, key=lambda s: s.misstand)]
    context = {
        "arrangement": nu,
        "per_misstand": per,
        "versies": queries.arrangementen(partner_id=door.partner_id),
        "form": form if beheert else None,
    }
    return render(request, "interventie/arrangement.html", context, status=422 if form.errors else 200)


@require_safe
@binnen(*queries.HANDHAVERS)
def handhaving(request: HttpRequest, door: Actor) -> HttpResponse:
    """The steps that one's own municipality set, newest first."""
    actions.lees_stappen(door=door)
    context = {
        "pagina_": Paginator(queries.handhavingsstappen(door=door), 50).get_page(request.GET.get("pagina")),
        "misstanden": rules.MISSTANDEN,
    }
    return render(request, "interventie/handhaving.html", context)


@lees_en_schrijf
@binnen(*queries.HANDHAVERS)
def stap_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Say what is wrong and where; the next step comes with its actor and ground; set it, or another with a reason."""
    form = OnderwerpForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "heeft": queries.arrangement(partner_id=door.partner_id)}
    status = 200
    if request.method == "POST" and form.is_valid():
        misstand, onderwerpen = form.cleaned_data["misstand"], form.inhouden()
        stappen, voorstel = stappen_bij(door, misstand, onderwerpen)
        zet = "zet" in request.POST
        nummer = voorstel.nummer if voorstel else None
        stap = StapForm(request.POST if zet else None, stappen=stappen, initial={"nummer": nummer})
        context |= {"stap": stap, "stappen": stappen, "voorstel": voorstel}
        if zet:
            doe = lambda: actions.zet_stap(  # noqa: E731
                door=door,
                misstand=misstand,
                onderwerpen=onderwerpen,
                nummer=stap.cleaned_data["nummer"],
                afwijking=stap.cleaned_data["afwijking"],
                id=_id(stap.cleaned_data["stap_id"]),
            )
            status = voer_uit(stap, doe) if stap.is_valid() else 422
            if status == 200:
                messages.success(request, _("De stap ligt vast. De volgende keer telt hij mee."))
                return redirect("handhaving")
    status = 422 if form.errors else status
    return render(request, "interventie/stap_nieuw.html", context, status=status)


def _id(waarde: object) -> UUID | None:
    return waarde if isinstance(waarde, UUID) else None

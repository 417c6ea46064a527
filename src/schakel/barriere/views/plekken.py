# SPDX-License-Identifier: EUPL-1.2
"""Weak points in procedures: the list, a new one, and one with what was found and what is done (BAR-03)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.barriere import actions, queries
from schakel.barriere.forms import AanpakForm, PlekForm, VondstForm
from schakel.barriere.models import ZwakkePlek
from schakel.barriere.views.modellen import LEZERS as LEZERS_VAN_HET_MODEL
from schakel.barriere.views.modellen import lees_en_schrijf
from schakel.casus import queries as casussen
from schakel.casus.views.daad import voer_uit
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor

LEZERS = (*LEZERS_VAN_HET_MODEL, "melder")
"""Also who only reports: the owner of a procedure is often not in any case."""

MELDERS = (*casussen.CASUSROLLEN, "toezichthouder")


@require_safe
@binnen(*LEZERS)
def plekken(request: HttpRequest, door: Actor) -> HttpResponse:
    """All of them; the numbers for who owns them, and for a ketenregisseur."""
    pagina = Paginator(queries.zwakke_plekken(), 50).get_page(request.GET.get("pagina"))
    tellingen = queries.tellingen()
    context = {
        "pagina_": pagina,
        "rijen": [(p, tellingen.get(p.pk)) for p in pagina.object_list],
        "meldt": door.is_een(*MELDERS),
        "kent_model": door.is_een(*LEZERS_VAN_HET_MODEL),
    }
    return render(request, "barriere/plekken.html", context)


@lees_en_schrijf
@binnen(*MELDERS)
def plek_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Record one."""
    form = PlekForm(request.POST if request.method == "POST" else None)
    gemaakt: list[ZwakkePlek] = []
    if request.method == "POST" and form.is_valid():
        doe = lambda: gemaakt.append(actions.meld_plek(door=door, **form.cleaned_data))  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("Vastgelegd. Zeg nu waar het is gevonden."))
            return redirect("zwakke-plek", id=gemaakt[0].pk)
    status = 422 if form.errors else 200
    return render(request, "barriere/plek_nieuw.html", {"form": form}, status=status)


@lees_en_schrijf
@binnen(*LEZERS)
def plek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One: the procedure, how often it was found, where as far as this reader may know, and what is done."""
    deze = queries.zwakke_plek(id=id)
    if deze is None:
        raise Http404
    beheert = deze.eigenaar_id == door.partner_id or door.is_een("ketenregisseur")
    begin = {"maatregel": deze.maatregel, "stand": deze.stand, "versie": deze.versie}
    forms: dict[str, Form] = {}
    if beheert:
        forms["aanpak"] = AanpakForm(initial=begin)
    if door.is_een(*MELDERS):
        forms["vondst"] = VondstForm(door=door)
    status = 200
    if request.method == "POST":
        wat = request.POST.get("wat", "")
        if wat not in forms:
            raise Http404
        form = forms[wat] = (
            AanpakForm(request.POST) if wat == "aanpak" else VondstForm(request.POST, door=door)
        )
        status = voer_uit(form, _daad(wat, door, deze, form)) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Bewaard."))
            return redirect("zwakke-plek", id=deze.pk)
        if status == 409:
            form.add_error(
                None, _("Iemand anders was je voor. Kijk hoe het nu staat; je tekst staat er nog.")
            )
    vondsten = list(queries.vondsten(door=door, plek=deze))
    actions.lees_vondsten(door=door, vondsten=vondsten)
    context = {
        "plek": deze,
        "telling": queries.tellingen().get(deze.pk, (0, 0)) if beheert else None,
        "vondsten": vondsten,
        "forms": forms,
    }
    return render(request, "barriere/plek.html", context, status=status)


def _daad(wat: str, door: Actor, plek: ZwakkePlek, form: Form) -> Callable[[], Any]:
    """What the form of this name does."""
    schoon = form.cleaned_data
    if wat == "aanpak":
        return lambda: actions.pak_plek_aan(door=door, plek=plek, **form.cleaned_data)
    return lambda: actions.voeg_vondst_toe(
        door=door,
        plek=plek,
        soort=schoon["soort"],
        toelichting=schoon["toelichting"],
        casus=casussen.casus(door=door, id=schoon["casus"]) if schoon["casus"] else None,
    )

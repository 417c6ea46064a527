# SPDX-License-Identifier: EUPL-1.2
"""Reports to a municipality: the list, sending one, and one with its answer."""

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

from schakel.convenant.actions import NietToegestaan
from schakel.interventie import actions, queries, rules
from schakel.interventie.forms import (
    AfspraakForm,
    BezwaarForm,
    RapportageForm,
    RapportbesluitForm,
    StapForm,
)
from schakel.interventie.models import Rapportage
from schakel.interventie.views.handhaving import stappen_bij
from schakel.interventie.views.plannen import lees_en_schrijf, voer_uit
from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.signaal.rules.gegevens import SOORTEN, kort
from schakel.toegang.actor import Actor

LEZERS = (*queries.PLANNERS, *rules.LEIDING)


@require_safe
@binnen(*LEZERS)
def rapportages(request: HttpRequest, door: Actor) -> HttpResponse:
    """Sent by or to one's own partner: headers only."""
    context = {
        "pagina_": Paginator(queries.rapportages(door=door), 50).get_page(request.GET.get("pagina")),
        "misstanden": rules.MISSTANDEN,
        "vandaag": klok.vandaag(),
        "stuurt": door.is_een(*queries.PLANNERS),
        "beheert": door.is_een(*queries.BEHEER),
    }
    return render(request, "interventie/rapportages.html", context)


@lees_en_schrijf
@binnen(*queries.PLANNERS)
def rapportage_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Send one; the rule says yes or no, with its reasons."""
    form = RapportageForm(request.POST if request.method == "POST" else None)
    gemaakt: list[Rapportage] = []
    if request.method == "POST" and form.is_valid():
        doe = lambda: gemaakt.append(actions.stuur_rapportage(door=door, **form.rapport()))  # noqa: E731
        if _deel(form, doe) == 200:
            messages.success(request, _("Verzonden. Je ziet hier wanneer de gemeente besluit."))
            return redirect("rapportage", id=gemaakt[0].pk)
    return render(
        request, "interventie/rapportage_nieuw.html", {"form": form}, status=422 if form.errors else 200
    )


def _deel(form: Form, doe: Callable[[], Any]) -> int:
    """As `voer_uit`, with the judgement of the rule as reasons."""
    try:
        return voer_uit(form, doe)
    except NietToegestaan as nee:
        redenen = [f"{r.tekst} {r.maakt_ja}".strip() for r in nee.oordeel.redenen if r.code != "regel"]
        form.add_error(None, redenen)
    return 422


@lees_en_schrijf
@binnen(*LEZERS)
def rapportage(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One report: the header for both partners, the facts for who may see them, the answer."""
    rapport = queries.rapportage(door=door, id=id)
    if rapport is None:
        raise Http404
    gegevens = actions.lees_rapportage(door=door, rapport=rapport)
    onderwerpen = [g.inhoud for g in gegevens if g.soort != "tekst"]
    ontvangt = rapport.ontvanger_id == door.partner_id and door.is_een(*queries.BEHEER)
    stappen, voorstel = stappen_bij(door, rapport.misstand, onderwerpen) if ontvangt else ([], None)
    begin: dict[str, Any] = {"versie": rapport.versie, "bezwaar": rapport.bezwaar}
    forms: dict[str, Form] = {
        "besluit": RapportbesluitForm(initial=begin),
        "bezwaar": BezwaarForm(initial=begin),
        "stap": StapForm(stappen=stappen, initial={"nummer": voorstel.nummer if voorstel else None}),
    }
    status = 200
    if request.method == "POST":
        wat = request.POST.get("wat", "")
        if not ontvangt or wat not in ("ontvangen", *forms):
            raise Http404
        if wat == "ontvangen":
            form, doe = Form(request.POST), _ontvangt(door, rapport)
        else:
            form = forms[wat] = (
                StapForm(request.POST, stappen=stappen) if wat == "stap" else type(forms[wat])(request.POST)
            )
            doe = _daad(wat, door, rapport, form, onderwerpen)
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Vastgelegd. De afzender ziet hoe het staat."))
            return redirect("rapportage", id=rapport.pk)
    context = {
        "rapport": rapport,
        "misstand": rules.MISSTANDEN.get(rapport.misstand, rapport.misstand),
        "te_laat": rules.te_laat(rapport.stand, rapport.termijn, klok.vandaag()),
        "feiten": [
            (SOORTEN[g.soort].naam, g.inhoud.get("tekst") or kort(g.soort, g.inhoud)) for g in gegevens
        ],
        "voorstel": voorstel,
        "gezet": queries.handhavingsstappen(door=door).filter(rapportage=rapport) if ontvangt else [],
        "forms": forms if ontvangt else {},
        "stappen": stappen,
    }
    return render(request, "interventie/rapportage.html", context, status=status)


def _ontvangt(door: Actor, rapport: Rapportage) -> Callable[[], Any]:
    return lambda: actions.ontvang_rapportage(door=door, rapport=rapport, versie=rapport.versie)


def _daad(
    wat: str, door: Actor, rapport: Rapportage, form: Form, onderwerpen: list[Any]
) -> Callable[[], Any]:
    """What the form of this name does."""
    if wat == "stap":
        return lambda: actions.zet_stap(
            door=door,
            misstand=rapport.misstand,
            onderwerpen=onderwerpen,
            rapport=rapport,
            nummer=form.cleaned_data["nummer"],
            afwijking=form.cleaned_data["afwijking"],
            id=form.cleaned_data["stap_id"],
        )
    doet: Callable[..., Any] = actions.besluit_rapportage if wat == "besluit" else actions.leg_bezwaar_vast
    return lambda: doet(door=door, rapport=rapport, **form.cleaned_data)


@lees_en_schrijf
@binnen(*queries.BEHEER)
def afspraak(request: HttpRequest, door: Actor) -> HttpResponse:
    """Term, function and superior of one's own municipality."""
    nu = queries.afspraak(partner_id=door.partner_id)
    begin = {"dagen": nu.dagen, "functie": nu.functie, "leiding": nu.leiding} if nu else {}
    form = AfspraakForm(
        request.POST if request.method == "POST" else None, partner_id=door.partner_id, initial=begin
    )
    doe = lambda: actions.spreek_af(door=door, **form.cleaned_data)  # noqa: E731
    if request.method == "POST" and form.is_valid() and voer_uit(form, doe) == 200:
        messages.success(request, _("Bewaard. Een nieuwe rapportage krijgt deze termijn."))
        return redirect("rapportages")
    return render(request, "interventie/afspraak.html", {"form": form}, status=422 if form.errors else 200)

# SPDX-License-Identifier: EUPL-1.2
"""Notices of action days: on the one side who plans, on the other the regiocoördinator."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms, queries
from schakel.zorg.rules import actie
from schakel.zorg.views.trajecten import voer_uit

op_de_brug = binnen(*queries.AANPAK, queries.REGIE)


@require_http_methods(["GET", "HEAD", "POST"])
@op_de_brug
def lijst(request: HttpRequest, door: Actor) -> HttpResponse:
    """What was told and what was answered; who plans tells care here."""
    plant = door.is_een(*queries.AANPAK)
    form = forms.ActieForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if not plant:
            raise Http404
        doe = lambda: actions.licht_in(  # noqa: E731
            door=door, aan=form.cleaned_data["aan"].partner, velden=form.velden(), id=form.cleaned_data["id"]
        )
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("De regiocoördinator weet het. Het antwoord komt in Mijn werk."))
            return redirect("actieberichten")
    rijen = [
        (b, actie.op_tijd(dag=b.dag, gezegd=localdate(b.gemaakt_op)))
        for b in queries.actieberichten(door=door).filter(dag__gte=klok.vandaag())[:100]
    ]
    return render(
        request, "zorg/actieberichten.html", {"form": form, "rijen": rijen, "plant": plant}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@op_de_brug
def bericht(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One notice: the regiocoördinator answers, who planned can call it off."""
    dit = queries.actiebericht(door=door, id=id)
    if dit is None:
        raise Http404
    actions.lees_actie(door=door, bericht=dit)
    antwoordt = door.functie == queries.REGIE and dit.aan_id == door.partner_id
    afzeggen = request.POST.get("stap") == "afzeggen"
    data = request.POST if request.method == "POST" and not afzeggen else None
    form = forms.ActieAntwoordForm(data, initial={"plaatsen": dit.plaatsen, "antwoord": dit.antwoord})
    status = 200
    if request.method == "POST":
        leeg: Any = Form(request.POST)
        if afzeggen:
            status = voer_uit(leeg, lambda: actions.zeg_actie_af(door=door, bericht=dit))
        else:
            doe = lambda: actions.beantwoord_actie(door=door, bericht=dit, **form.cleaned_data)  # noqa: E731
            status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Vastgelegd."))
            return redirect("actiebericht", id=dit.pk)
    context = {
        "bericht": dit, "form": form, "antwoordt": antwoordt, "eigen": dit.eigenaar_id == door.partner_id,
        "op_tijd": actie.op_tijd(dag=dit.dag, gezegd=localdate(dit.gemaakt_op)), "vandaag": klok.vandaag(),
        "vrij": queries.vrij_voor(door=door, doelgroep=dit.doelgroep) if antwoordt else None,
    }  # fmt: skip
    return render(request, "zorg/actiebericht.html", context, status=status)

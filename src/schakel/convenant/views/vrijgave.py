# SPDX-License-Identifier: EUPL-1.2
"""Requests for release, and versions that lead to nobody (CNV-03)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.convenant import actions, queries, rules
from schakel.convenant.forms.vrijgave import AnoniemForm, BeslisForm, VrijgaveForm
from schakel.convenant.models import Vrijgaveverzoek
from schakel.convenant.views import pagina
from schakel.toegang.actor import Actor

lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])


def _werkt_met_stukken(door: Actor) -> None:
    if door.functie not in rules.FUNCTIE_SOORTEN:
        raise Http404


@require_safe
@pagina
def vrijgaveverzoeken(request: HttpRequest, door: Actor) -> HttpResponse:
    """What we asked and what is asked of us."""
    _werkt_met_stukken(door)
    verzoeken = list(queries.vrijgaveverzoeken(door=door)[:200])
    return render(
        request, "convenant/vrijgaveverzoeken.html", {"verzoeken": verzoeken, "partner_id": door.partner_id}
    )


@lees_en_schrijf
@pagina
def vrijgave_vragen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Ask, about an object one sees (`?stuk=`) or blind."""
    _werkt_met_stukken(door)
    stuk = queries.stuk(door=door, id=request.GET["stuk"]) if request.GET.get("stuk") else None
    if request.GET.get("stuk") and (stuk is None or stuk.eigenaar_id == door.partner_id):
        raise Http404
    form = VrijgaveForm(
        request.POST or None,
        eigen=door.partner_id,
        blind=stuk is None,
        vertrouwen=stuk is not None and stuk.vertrouwen,
    )
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        try:
            verzoek = actions.vraag_vrijgave(
                door=door, eigenaar=stuk.eigenaar if stuk else schoon["eigenaar"], soort=schoon["soort"], stuk=stuk,
                doel=rules.Doel(schoon["doel"]), vraag=schoon["vraag"], voor=schoon["voor"], id=schoon["id"],
            )  # fmt: skip
        except ValueError as nee:
            form.add_error(None, str(nee))
        else:
            messages.success(request, _("Je vraag staat bij {wie}.").format(wie=verzoek.eigenaar))
            return redirect("vrijgaveverzoeken")
    return render(request, "convenant/vrijgave_vragen.html", {"form": form, "stuk": stuk})


def _verzoek(door: Actor, id: UUID) -> Vrijgaveverzoek:
    gevonden = queries.vrijgaveverzoek(door=door, id=id)
    if gevonden is None:
        raise Http404
    return gevonden


@lees_en_schrijf
@pagina
def vrijgaveverzoek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One request; the owner decides here."""
    verzoek = _verzoek(door, id)
    beslist = verzoek.eigenaar_id == door.partner_id and verzoek.status == Vrijgaveverzoek.Status.OPEN
    form = BeslisForm(request.POST or None) if beslist else None
    if request.method == "POST" and form is not None and form.is_valid():
        ja = form.cleaned_data["besluit"] == "ja"
        actions.beslis_vrijgave(
            door=door, verzoek=verzoek, toestaan=ja, antwoord=form.cleaned_data["antwoord"]
        )
        messages.success(request, _("Je antwoord is verstuurd."))
        if ja and verzoek.stuk_id:
            messages.info(request, _("Leg nu vast wat je deelt."))
            return redirect(
                f"/stukken/{verzoek.stuk_id}/delen?met={verzoek.voor_id or verzoek.vrager_id}&doel={verzoek.doel}"
            )
        return redirect("vrijgaveverzoek", id=verzoek.pk)
    context = {"verzoek": verzoek, "form": form, "ik_vroeg": verzoek.vrager_id == door.partner_id}
    return render(request, "convenant/vrijgaveverzoek.html", context)


@lees_en_schrijf
@pagina
def stuk_anoniem(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Write and give a version that leads to nobody."""
    stuk = queries.stuk(door=door, id=id)
    if stuk is None or stuk.eigenaar_id != door.partner_id:
        raise Http404
    form = AnoniemForm(request.POST or None, eigen=door.partner_id)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        try:
            actions.deel_geanonimiseerd(
                door=door,
                stuk=stuk,
                met=schoon["met"],
                doel=rules.Doel(schoon["doel"]),
                tekst=schoon["tekst"],
                id=schoon["id"],
            )
        except ValueError as nee:
            form.add_error("tekst", str(nee))
        else:
            messages.success(request, _("{partner} kan deze versie nu lezen.").format(partner=schoon["met"]))
            return redirect("anonieme-versies")
    return render(request, "convenant/stuk_anoniem.html", {"form": form, "stuk": stuk})


@require_safe
@pagina
def anonieme_versies(request: HttpRequest, door: Actor) -> HttpResponse:
    """Versions that lead to nobody, given and received."""
    _werkt_met_stukken(door)
    versies = list(queries.anonieme_versies(door=door)[:100])
    return render(
        request, "convenant/anonieme_versies.html", {"versies": versies, "partner_id": door.partner_id}
    )


@require_POST
@pagina
def anonieme_versie_intrekken(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Take an anonymised version back."""
    versie = queries.anonieme_versies(door=door).filter(pk=id, eigenaar_id=door.partner_id).first()
    if versie is None:
        raise Http404
    actions.trek_anonieme_versie_in(door=door, versie=versie)
    messages.success(request, _("Ingetrokken."))
    return redirect("anonieme-versies")

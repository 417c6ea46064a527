# SPDX-License-Identifier: EUPL-1.2
"""The care supply, the board of places, a request with its answer, figures, money."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partners
from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms, queries
from schakel.zorg.models import Groep, Zorgaanbod, Zorgvraag
from schakel.zorg.rules import aanbod as regels
from schakel.zorg.rules.aanbod import Uitkomst
from schakel.zorg.views.trajecten import in_zorg, voer_uit

HOOGSTENS = 20
"""What fits, per list on the page of a request; who sees too much makes the need more precise."""


@require_safe
@in_zorg
def aanbod(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who helps whom, and how you get in; free places, never an address."""
    rijen = queries.alle_aanbod(door=door)
    soort = request.GET.get("soort", "")
    if soort in regels.Aanbodsoort.values:
        rijen = rijen.filter(soort=soort)
    blad = Paginator(rijen, 25).get_page(request.GET.get("pagina"))
    context = {
        "pagina_": blad,
        "rijen": queries.tel_plekken(list(blad)),
        "soorten": regels.Aanbodsoort.choices,
        "soort": soort,
        "wachtend": queries.te_beantwoorden(door=door),
        "vragen": queries.zorgvragen(door=door).filter(
            eigenaar_id=door.partner_id, uitkomst__in=(Uitkomst.OPEN, Uitkomst.VAST, Uitkomst.WACHT)
        )[:25],
    }
    return render(request, "zorg/aanbod.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def aanbod_bewerken(request: HttpRequest, door: Actor, id: UUID | None = None) -> HttpResponse:
    """Add or renew help of the own institution; the page that shows the own address says so in the account."""
    rij = queries.aanbod(door=door, id=id) if id else None
    if id and (rij is None or rij.eigenaar_id != door.partner_id):
        raise Http404
    begin: dict[str, Any] = {}
    if rij is not None:
        plekken = queries.plekken(door=door, aanbod=rij).count()
        begin = {"plekken": plekken, "adres": actions.lees_adres(door=door, aanbod=rij)}
    form = forms.AanbodForm(request.POST if request.method == "POST" else None, instance=rij, initial=begin)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.zet_aanbod(  # noqa: E731
            door=door, id=id, velden=form.velden(), plekken=form.cleaned_data["plekken"] or 0,
            adres=form.cleaned_data["adres"],
        )  # fmt: skip
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Het aanbod is bijgewerkt."))
            return redirect("zorgaanbod")
    context = {"form": form, "rij": rij, "plekken": queries.plekken(door=door, aanbod=rij) if rij else []}
    return render(request, "zorg/aanbod_bewerken.html", context, status=status)


@require_POST
@in_zorg
def plek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Shut an own place, or open it."""
    deze = queries.plek(door=door, id=id)
    if deze is None:
        raise Http404
    actions.zet_plek(door=door, plek=deze, dicht="dicht" in request.POST)
    return redirect("zorgaanbod-bewerken", id=deze.aanbod_id)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def zoeken(request: HttpRequest, door: Actor) -> HttpResponse:
    """Record a need; `?traject=` for a client, `?groep=` for everyone who was found together."""
    traject = queries.traject(door=door, id=request.GET.get("traject", ""))
    groep = queries.groep(door=door, id=request.GET.get("groep", ""))
    begin = forms.zoekbegin(traject) or (_zoekbegin_groep(door, groep) if groep else {})
    form = forms.ZoekForm(request.POST if request.method == "POST" else None, initial=begin)
    status = 200
    if request.method == "POST":
        id = nieuw_id()
        if form.is_valid():
            id = form.cleaned_data["id"] or id
        doe = lambda: actions.vraag_plaats(door=door, velden=form.velden(), traject=traject, id=id)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            return redirect("zorgvraag", id=id)
    return render(request, "zorg/zoeken.html", {"form": form, "traject": traject}, status=status)


def _zoekbegin_groep(door: Actor, groep: Groep) -> dict[str, Any]:
    """How many of the group still run, and what most of them are."""
    rijen = list(queries.koppen(door=door).filter(groep=groep, afgesloten_op__isnull=True))
    meest = {veld: Counter(getattr(t, veld) for t in rijen).most_common(1) for veld in ("doelgroep", "vorm")}
    return {
        "aantal": max(len(rijen), 1), "geslacht": meest["doelgroep"][0][0] if rijen else "onbekend",
        "vorm": meest["vorm"][0][0] if rijen else "", "herkomst": rijen[0].herkomst_id if rijen else None,
    }  # fmt: skip


def _vraag(door: Actor, id: UUID) -> Zorgvraag:
    deze = queries.zorgvraag(door=door, id=id)
    if deze is None:
        raise Http404
    return deze


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def vraag(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A request: what fits, what is held, and for the institution the answer. `stap` says what was pressed."""
    deze = _vraag(door, id)
    vast = queries.vastgehouden(door=door, vraag=deze)
    buiten = vast is not None and not queries.is_van_regio(vast.aanbod, deze)
    stap = request.POST.get("stap", "")
    data = request.POST if request.method == "POST" else None
    formulieren: dict[str, Any] = {
        "vasthouden": forms.VasthoudForm(data if stap == "vasthouden" else None),
        "weigeren": forms.WeigerForm(data if stap == "weigeren" else None),
        "plaatsen": forms.PlaatsForm(data if stap == "plaatsen" else None, buiten=buiten),
    }
    status = 200
    if data is not None:
        status = _doe(door, deze, stap, formulieren)
        if status == 200:
            return (
                redirect("zorgvraag", id=deze.pk)
                if queries.zorgvraag(door=door, id=id)
                else redirect("zorgaanbod")
            )
        deze = _vraag(door, id)
        vast = queries.vastgehouden(door=door, vraag=deze)
    hier, elders, landelijk = queries.route(door=door, vraag=deze)
    context = {
        "vraag": deze, "eigen": deze.eigenaar_id == door.partner_id, "vast": vast, "buiten": buiten,
        "antwoordt": vast is not None and vast.eigenaar_id == door.partner_id,
        "lijsten": [
            (titel, rijen[:HOOGSTENS], max(len(rijen) - HOOGSTENS, 0))
            for titel, rijen in ((_("In de regio"), hier), (_("Elders"), elders), (_("Landelijk"), landelijk))
        ],
        "geen_hier": not any(a.vrij or a.telt_niet for a in hier),
        "plaatsing": queries.plaatsingen(door=door).filter(vraag=deze).first(),
        "weigeringen": deze.weigeringen.select_related("aanbod"), "fout": status != 200, **formulieren,
    }  # fmt: skip
    return render(request, "zorg/vraag.html", context, status=status)


def _doe(door: Actor, deze: Zorgvraag, stap: str, formulieren: dict[str, Any]) -> int:
    """One of the buttons on the page of a request."""
    if stap in ("loslaten", "wachtlijst", "ingetrokken"):
        naar = {"wachtlijst": Uitkomst.WACHT, "ingetrokken": Uitkomst.INGETROKKEN}.get(stap, Uitkomst.OPEN)
        return voer_uit(formulieren["weigeren"], lambda: actions.laat_los(door=door, vraag=deze, naar=naar))
    form = formulieren.get(stap)
    if form is None:
        raise Http404
    if not form.is_valid():
        return 422
    schoon = form.cleaned_data
    if stap == "vasthouden":
        plaats: Zorgaanbod | None = queries.aanbod(door=door, id=schoon["aanbod"])
        if plaats is None:
            raise Http404
        return voer_uit(
            form, lambda: actions.houd_vast(door=door, vraag=deze, aanbod=plaats, uren=schoon["uren"])
        )
    if stap == "weigeren":
        return voer_uit(form, lambda: actions.weiger(door=door, vraag=deze, **schoon))
    return voer_uit(form, lambda: actions.plaats(door=door, vraag=deze, **schoon))


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def liggingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The centres of municipalities, by which a search keeps away from danger."""
    gemeenten, bekend = list(partners.gemeenten()), queries.liggingen()
    stap, mag = request.POST.get("stap", ""), door.functie == queries.REGIE
    form = forms.LiggingForm(request.POST if stap == "ligging" else None)
    status = 200
    if request.method == "POST":
        if stap == "bekend":
            status = voer_uit(form, lambda: actions.laad_liggingen(door=door, gemeenten=gemeenten))
        else:
            doe = lambda: actions.zet_ligging(door=door, **form.cleaned_data)  # noqa: E731
            status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Vastgelegd."))
            return redirect("opvang-liggingen")
    rijen = [(g, bekend.get(g.pk)) for g in gemeenten]
    context = {"form": form, "rijen": rijen, "mag": mag, "nog": sum(p is None for _g, p in rijen)}
    return render(request, "zorg/liggingen.html", context, status=status)


@require_safe
@in_zorg
def cijfers(request: HttpRequest, door: Actor) -> HttpResponse:
    """Unmet demand, refusals, the waiting list, what nobody pays."""
    return render(request, "zorg/cijfers.html", {"cijfers": queries.cijfers(door=door)})


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def financiering(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who pays for whom, what ends, what nobody pays."""
    form = forms.FinancieringForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.zet_financiering(door=door, velden=form.velden())  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Vastgelegd."))
            return redirect("zorgfinanciering")
    context = {
        "form": form, "rijen": queries.financieringen(door=door), "aflopend": queries.aflopend(door=door),
        "vandaag": klok.vandaag(), "plaatsingen": queries.plaatsingen(door=door)[:50],
        "ongefinancierd": queries.cijfers(door=door)["ongefinancierd"], "mag": door.functie == queries.REGIE,
    }  # fmt: skip
    return render(request, "zorg/financiering.html", context, status=status)

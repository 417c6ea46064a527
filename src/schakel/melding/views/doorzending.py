# SPDX-License-Identifier: EUPL-1.2
"""Triage, offers between meldpunten, the agreed routes, and duty."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern.context import uuid_of_niets
from schakel.melding import actions, queries, rules
from schakel.melding.forms import AanbodForm, AntwoordForm, DienstForm, RouteForm, TriageForm
from schakel.melding.models import Melding, Routeregel
from schakel.melding.views.binnen import binnen
from schakel.partner.queries import aanspreekpunt
from schakel.toegang.actor import Actor


def _lukt(form: forms.Form, actie: Callable[[], object]) -> bool:
    """Run a verb; a refusal stands in the form, in words. What one may not does not exist."""
    try:
        actie()
    except PermissionError as fout:
        raise Http404 from fout
    except (actions.Verouderd, actions.KanNiet) as fout:
        form.add_error(None, str(fout))
        return False
    return True


def _eigen(door: Actor, id: object) -> Melding:
    melding = queries.melding(door=door, id=id)
    if melding is None or melding.eigenaar_id != door.partner_id:
        raise Http404
    return melding


@require_http_methods(["GET", "POST"])
@binnen(*queries.BEHANDELAARS)
def triage(request: HttpRequest, door: Actor, id: object) -> HttpResponse:
    """What is it, and whose is it? First the estimate, then the agreed routes, then the offer."""
    deze = _eigen(door, id)
    stap = request.POST.get("stap")
    schatting = TriageForm(request.POST) if stap == "triage" else TriageForm.van(deze)
    if stap == "triage" and schatting.is_valid():
        versie = schatting.cleaned_data["versie"]
        if _lukt(
            schatting, lambda: actions.trieer(door=door, melding=deze, versie=versie, **schatting.gevonden())
        ):
            return redirect("melding-triage", id=deze.pk)
    routes = queries.voorstellen(melding=deze)
    aanbod = AanbodForm(request.POST if stap == "aanbieden" else None, door=door, melding=deze, routes=routes)
    if stap == "aanbieden" and aanbod.is_valid() and _bied_aan(door, deze, aanbod):
        messages.success(request, _("De melding is aangeboden. Ze blijft bij jullie tot ze is aangenomen."))
        return redirect("melding", id=deze.pk)
    context = {
        "melding": deze,
        "schatting": schatting,
        "aanbod": aanbod,
        "per_geval": [r for r in routes if r.naar is None],
        "eerder": queries.doorzendingen_van(door=door, melding=deze),
        "kan_weg": deze.status in (rules.Status.ONTVANGEN, rules.Status.IN_BEHANDELING),
    }
    fout = schatting.errors or aanbod.errors
    return render(request, "melding/triage.html", context, status=422 if fout else 200)


def _bied_aan(door: Actor, deze: Melding, form: AanbodForm) -> bool:
    return _lukt(form, lambda: actions.bied_aan(door=door, melding=deze, **form.aanbod()))


@require_GET
@binnen(*queries.BEHANDELAARS)
def doorzendingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """What was offered to us and by us, what others left lying, and the counter per way onward."""
    rijen = list(queries.doorzendingen(door=door)[:200])
    context = {
        "aan_ons": [r for r in rijen if r.aan_id == door.partner_id],
        "van_ons": [r for r in rijen if r.van_id == door.partner_id],
        "elders": [r for r in rijen if door.partner_id not in (r.aan_id, r.van_id)],
        "kanalen": queries.per_kanaal(door=door),
    }
    return render(request, "melding/doorzendingen.html", context)


@require_http_methods(["GET", "POST"])
@binnen(*queries.BEHANDELAARS)
def doorzending(request: HttpRequest, door: Actor, id: object) -> HttpResponse:
    """One offer: accept, refuse with a reason, take back, or (overdue, for the ketenregisseur) take over."""
    rij = queries.doorzending(door=door, id=id)
    if rij is None:
        raise Http404
    form = AntwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stap, reden = request.POST.get("stap", ""), form.cleaned_data["reden"]
        if stap == "aannemen":
            if _lukt(form, lambda: actions.neem_aan(door=door, doorzending=rij)):
                messages.success(request, _("De melding is nu van jullie. Jij behandelt haar."))
                return redirect("melding", id=rij.melding_id)
        elif stap in ("weigeren", "intrekken"):
            verb = actions.weiger if stap == "weigeren" else actions.trek_in
            if _lukt(form, lambda: verb(door=door, doorzending=rij, reden=reden)):
                messages.success(request, _("Vastgelegd. De andere kant ziet het meteen."))
                return redirect("doorzendingen")
        else:
            raise Http404
    bericht, antwoord = actions.lees_aanbod(door=door, doorzending=rij)
    context = {
        "rij": rij,
        "form": form,
        "bericht": bericht,
        "antwoord": antwoord,
        "aan_ons": rij.aan_id == door.partner_id,
        "van_ons": rij.van_id == door.partner_id,
        "bel": aanspreekpunt(rij.aan_id, queries.BEHANDELAARS),
    }
    return render(request, "melding/doorzending.html", context, status=422 if form.errors else 200)


@require_GET
@binnen(*queries.BEHANDELAARS, *actions.BEHEERDERS)
def routes(request: HttpRequest, door: Actor) -> HttpResponse:
    """The agreed routes, in the order in which they are tried."""
    rijen = [(r, rules.waarom(r)) for r in queries.routes()]
    return render(
        request, "melding/routes.html", {"rijen": rijen, "beheer": door.is_een(*actions.BEHEERDERS)}
    )


@require_http_methods(["GET", "POST"])
@binnen(*actions.BEHEERDERS)
def route(request: HttpRequest, door: Actor, id: object = None) -> HttpResponse:
    """Write down one route, change it, or take it away."""
    oud = queries.route(id) if id else None
    if id and oud is None:
        raise Http404
    if oud and request.POST.get("stap") == "weg":
        actions.verwijder_route(door=door, route=oud)
        messages.success(request, _("De route is weg."))
        return redirect("melding-routes")
    form = RouteForm(request.POST or None, instance=oud or Routeregel())
    if request.method == "POST" and form.is_valid():
        actions.leg_route_vast(door=door, route=form.save(commit=False))
        messages.success(request, _("De route is vastgelegd."))
        return redirect("melding-routes")
    return render(
        request, "melding/route.html", {"form": form, "oud": oud}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@binnen(*queries.BEHANDELAARS)
def dienst(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who is on duty, and which alarms ring; for the ketenregisseur also those that nobody answered elsewhere."""
    rijen = list(queries.diensten(door=door))
    form = DienstForm(request.POST if request.POST.get("stap") == "toevoegen" else None, door=door)
    if request.method == "POST":
        if weg := uuid_of_niets(request.POST.get("weg")):
            gevonden = next((d for d in rijen if d.pk == weg), None)
            if gevonden is None:
                raise Http404
            actions.haal_dienst_weg(door=door, dienst=gevonden)
            return redirect("melding-dienst")
        if form.is_valid():
            d = form.cleaned_data
            zet = lambda: actions.zet_dienst(door=door, gebruiker_id=d["wie"].pk, van=d["van"], tot=d["tot"])  # noqa: E731
            if _lukt(form, zet):
                messages.success(request, _("De dienst staat in het rooster."))
                return redirect("melding-dienst")
    alarmen = [
        (a, aanspreekpunt(a.eigenaar_id, queries.BEHANDELAARS) if a.eigenaar_id != door.partner_id else None)
        for a in queries.alarmen(door=door)
    ]
    context = {
        "diensten": rijen,
        "form": form,
        "alarmen": alarmen,
        "herinneringen": list(queries.herinneringen(door=door)[:50]),
    }
    return render(request, "melding/dienst.html", context, status=422 if form.errors else 200)

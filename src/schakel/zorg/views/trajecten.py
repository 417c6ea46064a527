# SPDX-License-Identifier: EUPL-1.2
"""Trajecten: the list, taking in one or many, one traject, writing down, verbs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.convenant import queries as convenant
from schakel.convenant.actions import NietToegestaan
from schakel.convenant.paneel import paneel
from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms, queries
from schakel.zorg.actions import NieuwTraject
from schakel.zorg.models import Zorgtraject
from schakel.zorg.rules import doorstroom, inhoud, verblijf
from schakel.zorg.views.daden import DADEN, loopt, van_ons

in_zorg = binnen(*queries.ZORGROLLEN)


def voer_uit(form: BaseForm, doe: Callable[[], Any]) -> int:
    """Run a verb: 200 done, 422 refused with reasons in the form, 409 somebody was first."""
    try:
        doe()
    except actions.Bezwaar as nee:
        for veld, tekst in nee.velden.items():
            form.add_error(veld if veld in form.fields else None, tekst)
        if not nee.velden:
            form.add_error(None, nee.redenen)
    except actions.Verouderd:
        form.add_error(None, _("Iemand anders was je voor. Er is niets overschreven; je tekst staat er nog."))
        return 409
    except NietToegestaan as nee:
        form.add_error(
            None, [f"{r.tekst} {r.maakt_ja}".strip() for r in nee.oordeel.redenen if r.code != "regel"]
        )
    except PermissionError as nee:
        raise Http404 from nee
    except ValueError as nee:
        form.add_error(None, str(nee))
    return 422 if form.errors else 200


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def lijst(request: HttpRequest, door: Actor) -> HttpResponse:
    """Everyone the actor helps; the regie also sees that there are others. A search is a POST: no name in an address."""
    toon = request.GET.get("toon", "lopend")
    woorden = request.POST.get("woorden", "").strip()[:200]
    if woorden:
        rijen = queries.zoek(door=door, woorden=woorden)
    else:
        rijen = queries.koppen(door=door).filter(afgesloten_op__isnull=toon != "gesloten")
    if toon == "mijn":
        rijen = rijen.filter(begeleider_id=door.gebruiker_id)
    blad = Paginator(rijen, 25).get_page(request.GET.get("pagina"))
    open_ = list(queries.trajecten(door=door).filter(pk__in=[t.pk for t in blad if t.open]))
    context = {
        "pagina_": blad,
        "woorden": woorden,
        "toon": toon if toon in ("mijn", "gesloten") else "lopend",
        "namen": actions.lees_namen(door=door, trajecten=open_),
        "groepen": queries.groepen(door=door)[:10],
    }
    return render(request, "zorg/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Take somebody in. `?ouder=`: a child that came with a parent."""
    ouder = queries.traject(door=door, id=request.GET.get("ouder", ""))
    begin = {"herkomst": ouder.herkomst_id, "vorm": ouder.vorm, "leeftijd": "minderjarig"} if ouder else {}
    form = forms.AanmeldForm(request.POST if request.method == "POST" else None, initial=begin)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.meld_aan(  # noqa: E731
            door=door, nieuw=_nieuw(form, form.client(), ouder), id=form.cleaned_data["id"]
        )
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(
                request, _("Het traject is begonnen. Alleen jij kunt het lezen; betrek wie meehelpt.")
            )
            return (
                redirect("zorgtraject", id=form.cleaned_data["id"])
                if form.cleaned_data["id"]
                else redirect("zorgtrajecten")
            )
    return render(request, "zorg/nieuw.html", {"form": form, "ouder": ouder}, status=status)


def _nieuw(form: forms.KopForm, client: dict[str, str], ouder: Zorgtraject | None = None) -> NieuwTraject:
    schoon = form.cleaned_data
    return NieuwTraject(
        client=client,
        doelgroep=schoon["doelgroep"],
        leeftijd=schoon["leeftijd"],
        vorm=schoon["vorm"],
        herkomst_id=schoon["herkomst"].pk if schoon["herkomst"] else None,
        model=schoon.get("model", "vijf"),
        ouder=ouder,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def nieuwe_groep(request: HttpRequest, door: Actor) -> HttpResponse:
    """Everyone who was found together, at once."""
    form = forms.GroepForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.meld_groep_aan(  # noqa: E731
            door=door, naam=form.cleaned_data["naam"], id=form.cleaned_data["id"],
            nieuw=[_nieuw(form, c) for c in form.clienten()],
        )  # fmt: skip
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("De groep staat erin. Werk de mensen nu één voor één uit."))
            id = form.cleaned_data["id"]
            return redirect("zorggroep", id=id) if id else redirect("zorgtrajecten")
    return render(request, "zorg/groep_nieuw.html", {"form": form}, status=status)


@require_safe
@in_zorg
def groep(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The people of a group, who is worked out and who is not."""
    deze = queries.groep(door=door, id=id)
    if deze is None:
        raise Http404
    rijen = list(queries.koppen(door=door).filter(groep=deze).order_by("kenmerk"))
    open_ = list(queries.trajecten(door=door).filter(groep=deze))
    namen = actions.lees_namen(door=door, trajecten=open_)
    context = {"groep": deze, "sleutel": str(deze.pk), "rijen": rijen, "namen": namen}
    return render(request, "zorg/groep.html", context)


def van(door: Actor, id: object) -> Zorgtraject:
    """The traject that the actor may open; anything else does not exist."""
    deze = queries.traject(door=door, id=id)
    if deze is None:
        raise Http404
    return deze


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def traject(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One client on one page; for the regie who is not named the header, with the way in."""
    deze = queries.traject(door=door, id=id)
    if deze is None:
        return _alleen_kop(request, door, id)
    gegevens = actions.lees(door=door, traject=deze)
    nu = inhoud.huidig(gegevens)
    client = next((g for g in nu if g.soort == "persoon"), None)
    stappen = list(queries.stappen(door=door, traject=deze))
    stand = actions.stand_van(door=door, traject=deze)
    bereikt = {s.naar: s.op for s in stappen}
    context = {
        "traject": deze,
        "naam": actions.naam_van(client.inhoud) if client else deze.kenmerk,
        "vakken": _vakken(nu),
        "vroeger": [g for g in gegevens if g not in nu],
        "stappen": [
            {"sleutel": f, "titel": n, "datum": bereikt.get(f)} for f, n in deze.fasemodel.fasen.items()
        ],
        "geschiedenis": stappen,
        "huidige": None if deze.gesloten else deze.fase,
        "leeg_plan": inhoud.lege_plandelen(nu),
        "daden": [(n, d) for n, d in DADEN.items() if d.mag(door, deze)],
        "schrijft": loopt(door, deze),
        "eigen": van_ons(door, deze),
        "eigenaar": deze.eigenaar_id == door.partner_id,
        "betrokkenen": queries.betrokkenen(door=door, traject=deze),
        "gedeeld": paneel(convenant.gedeeld_met(door=door, stuk_id=deze.pk)),
        "groep": queries.groep(door=door, id=deze.groep_id) if deze.groep_id else None,
        "ouder": queries.kop(door=door, id=deze.ouder_id) if deze.ouder_id else None,
        "gezin": queries.koppen(door=door).filter(ouder=deze),
        "doorstroom": queries.doorstroomlijn(door=door, traject=deze) if van_ons(door, deze) else [],
        "overdrachten": _overdrachten(door, deze),
        "vragen": queries.vragen_van(door=door, traject=deze) if van_ons(door, deze) else [],
        "doorgiften": queries.doorgiften(door=door, traject=deze),
        "verblijf": stand,
        "rechten": verblijf.rechten(stand),
        "verblijfsstappen": queries.verblijf(door=door, traject=deze),
        "vandaag": klok.vandaag(),
        "toestemmingen": convenant.toestemmingen_op(door=door, stuk_id=deze.pk),
    }
    return render(request, "zorg/traject.html", context)


def _overdrachten(door: Actor, deze: Zorgtraject) -> list[dict[str, Any]]:
    """Offers of this file, with what is missing in words and whether the actor decides."""
    return [
        {
            "rij": o,
            "ontbreekt": [str(doorstroom.CHECKLIST[c]) for c in o.ontbreekt],
            "aanwezig": [str(doorstroom.CHECKLIST[c]) for c in o.aanwezig],
            "beslist": o.aan_id == door.partner_id and o.stand == doorstroom.Overdrachtstand.AANGEBODEN,
        }
        for o in queries.overdrachten(door=door).filter(traject=deze)
    ]


def _vakken(nu: list[Any]) -> list[dict[str, Any]]:
    """Per kind what is written down, in words."""
    uit = []
    for code, soort in inhoud.SOORTEN.items():
        rijen = [{"gegeven": g, "regels": inhoud.in_woorden(code, g.inhoud)} for g in nu if g.soort == code]
        if code in ("contact", "afspraak"):
            rijen.sort(key=lambda r: str(r["gegeven"].inhoud.get("datum", "")), reverse=True)
        uit.append({"code": code, "soort": soort, "rijen": rijen, "enkel": code in inhoud.ENKEL})
    return uit


def _alleen_kop(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    kop = queries.kop(door=door, id=id)
    if kop is None:
        raise Http404
    form = forms.OvernemenForm(request.POST if request.method == "POST" else None, door=door, traject=kop)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.neem_over(door=door, traject=kop, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Je staat nu op dit traject. Dat je het overnam ligt vast."))
            return redirect("zorgtraject", id=id)
    aanwezig = kop.pk in queries.aanwezig(door=door, trajecten=[kop.pk])
    return render(
        request, "zorg/kop.html", {"traject": kop, "form": form, "aanwezig": aanwezig}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def vastleggen(request: HttpRequest, door: Actor, id: UUID, soort: str) -> HttpResponse:
    """Write something down; `?verbeter=` starts from what stands there."""
    deze = van(door, id)
    if soort not in inhoud.SOORTEN or not loopt(door, deze):
        raise Http404
    oud = queries.gegeven(door=door, traject=deze, id=request.GET.get("verbeter", ""))
    if oud is not None and oud.soort != soort:
        raise Http404
    form = forms.InhoudForm(
        request.POST if request.method == "POST" else None, soort=soort, initial=oud.inhoud if oud else None
    )
    status = 200
    if request.method == "POST":
        doe = lambda: actions.leg_vast(  # noqa: E731
            door=door,
            traject=deze,
            soort=soort,
            inhoud=form.inhoud(),
            vervangt=oud,
            id=form.cleaned_data["id"],
        )
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Vastgelegd."))
            return redirect("zorgtraject", id=deze.pk)
    context = {"traject": deze, "soort": inhoud.SOORTEN[soort], "form": form}
    return render(request, "zorg/vastleggen.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def daad(request: HttpRequest, door: Actor, id: UUID, naam: str) -> HttpResponse:
    """A verb on the traject."""
    deze, wat = van(door, id), DADEN.get(naam)
    if wat is None or not wat.mag(door, deze):
        raise Http404
    begin = {veld: getattr(deze, veld) for veld in wat.kop}
    form = wat.form(
        request.POST if request.method == "POST" else None, door=door, traject=deze, initial=begin
    )
    status = 200
    if request.method == "POST":
        doe = lambda: wat.doe(door=door, traject=deze, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, str(wat.gedaan))
            return redirect("zorgtraject", id=deze.pk)
        if status == 409:
            vers, data = van(door, id), form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
            data["versie"] = str(vers.versie)
            form.data = data
    return render(request, "zorg/daad.html", {"traject": deze, "daad": wat, "form": form}, status=status)

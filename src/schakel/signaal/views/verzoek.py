# SPDX-License-Identifier: EUPL-1.2
"""Questions between partners: ask, read, answer by sharing or otherwise."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from schakel.convenant import queries as convenant
from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NietToegestaan
from schakel.kern import klok
from schakel.signaal import actions, queries
from schakel.signaal.actions.verzoek import lees
from schakel.signaal.forms import AntwoordForm, DeelForm, VerzoekForm, eigen_id, met_id
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal
from schakel.signaal.rules import veredeling
from schakel.signaal.views.gedeeld import formulier, probeer, van, vind
from schakel.toegang.actor import Actor

HOOGSTENS = 100


@require_GET
def verzoeken(request: HttpRequest) -> HttpResponse:
    """What is asked of us, what we asked, and what is overdue."""
    door = van(request)
    rijen = list(queries.informatieverzoeken(door=door)[:HOOGSTENS])
    vandaag = klok.vandaag()
    context = {
        "vandaag": vandaag,
        "aan_ons": [v for v in rijen if v.aan_id == door.partner_id],
        "van_ons": [v for v in rijen if v.van_id == door.partner_id],
        "elders": [v for v in rijen if door.partner_id not in (v.aan_id, v.van_id)],
    }
    return render(request, "signaal/verzoeken.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, id: str) -> HttpResponse:
    """Ask a partner from one's own signaal, perhaps because of a hit."""
    door, s = van(request), vind(request, id, eigen=True)
    raakvlak = queries.raakvlak(
        door=door, id=request.GET.get("raakvlak") or request.POST.get("raakvlak") or ""
    )
    if raakvlak is not None and raakvlak.stuk_id != s.pk:
        raise Http404
    bronnen = veredeling.met_codes(request.GET.getlist("bron"))
    form = VerzoekForm(request.POST or None, door=door, initial=_begin(door, raakvlak, bronnen))
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data

        def vraag() -> None:
            actions.vraag_aan_vele(
                door=door, signaal=s, aan=list(d["aan"]), vraag=d["vraag"], doel=d["doel"], bronnen=d["bron"],
                grondslag=d["grondslag"], termijn=d["termijn"], raakvlak=raakvlak, id=eigen_id(door, d["id"]),
            )  # fmt: skip

        if probeer(form, vraag) is None:
            aantal = len(d["aan"])
            messages.success(
                request,
                ngettext("Je verzoek is verstuurd.", "%(n)s verzoeken zijn verstuurd.", aantal)
                % {"n": aantal},
            )
            return redirect(reverse("signaal", kwargs={"id": s.pk}) + "#verzoeken")
    context: dict[str, Any] = {
        "raakvlak": raakvlak,
        "bronnen": bronnen or veredeling.met_codes(request.POST.getlist("bron")),
    }
    return formulier(request, form, sjabloon="signaal/verzoek_nieuw.html", signaal=s, **context)


def _begin(door: Actor, raakvlak: Raakvlak | None, bronnen: list[veredeling.Bron]) -> dict[str, Any]:
    """First values: the partner of the hit, or those that hold what was ticked on the checklist."""
    soorten = {soort for b in bronnen for soort in b.soorten}
    aan = [p.pk for p in queries.andere_partners(door=door) if p.soort in soorten] if soorten else []
    if raakvlak:
        aan = [raakvlak.tegenpartij_id]
    return met_id(aan=aan, bron=[b.code for b in bronnen], doel=deelregels.Doel.OPSPORING)


def _vind(request: HttpRequest, id: str) -> Informatieverzoek:
    verzoek = queries.informatieverzoek(door=van(request), id=id)
    if verzoek is None:
        raise Http404
    return verzoek


@require_http_methods(["GET", "POST"])
def verzoek(request: HttpRequest, id: str) -> HttpResponse:
    """Read the question; the one who is asked can answer without sharing here."""
    door, v = van(request), _vind(request, id)
    form = AntwoordForm(request.POST or None)
    aan_ons = v.aan_id == door.partner_id
    if request.method == "POST":
        if not aan_ons:
            raise Http404
        if form.is_valid():
            d = form.cleaned_data
            actie = lambda: actions.antwoord(door=door, verzoek=v, status=d["status"], tekst=d["tekst"])  # noqa: E731
            if probeer(form, actie) is None:
                messages.success(request, _("Je antwoord is verstuurd."))
                return redirect("informatieverzoek", id=v.pk)
    context: dict[str, Any] = {
        "verzoek": v, "vandaag": klok.vandaag(), "aan_ons": aan_ons, "van_ons": v.van_id == door.partner_id,
        "teksten": lees(door=door, verzoek=v),
        "stukken": queries.antwoordstukken(door=door, verzoek=v) if aan_ons else [],
        "eigen_signaal": queries.signaal(door=door, id=v.stuk_id) if v.van_id == door.partner_id else None,
    }  # fmt: skip
    return formulier(request, form, sjabloon="signaal/verzoek.html", **context)


@require_http_methods(["GET", "POST"])
def delen(request: HttpRequest, id: str) -> HttpResponse:
    """Answer by sharing: first "Mag dit?", with the reasons, then the verstrekking."""
    door, v = van(request), _vind(request, id)
    if v.aan_id != door.partner_id or v.status != Informatieverzoek.Status.OPEN:
        raise Http404
    geraakt = queries.antwoordstukken(door=door, verzoek=v)
    stukken = geraakt or _eigen(request)
    aanwezig = {c for s in geraakt for c in convenant.categorieen_op(door=door, stuk_id=s.pk)}
    begin = met_id(tot=klok.vandaag() + timedelta(days=90))
    form = DeelForm(request.POST or None, door=door, stukken=stukken, aanwezig=aanwezig, initial=begin)
    oordeel: Any = None
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        s = next(s for s in stukken if str(s.pk) == d["stuk"])
        oordeel = _mag_dit(request, v, s, d)
        if "delen" in request.POST and oordeel.toegestaan:

            def deel() -> None:
                actions.deel_als_antwoord(
                    door=door, verzoek=v, stuk=s.stuk, categorieen=d["categorieen"], tot=d["tot"],
                    motivering=d["motivering"], tekst=d["tekst"], id=eigen_id(door, d["id"]),
                )  # fmt: skip

            try:
                if probeer(form, deel) is None:
                    messages.success(request, _("Gedeeld. De vrager ziet het bij het volgende verzoek."))
                    return redirect("informatieverzoek", id=v.pk)
            except NietToegestaan as nee:
                form.add_error(None, str(nee))
    return formulier(request, form, sjabloon="signaal/delen.html", verzoek=v, oordeel=oordeel)


def _eigen(request: HttpRequest) -> list[Signaal]:
    """Without a hit: the newest open signals of one's own to choose from."""
    keuze = queries.Filter(status="open", wie="eigen")
    return list(queries.signalen(door=van(request), filter=keuze)[:HOOGSTENS])


def _mag_dit(request: HttpRequest, v: Informatieverzoek, s: Signaal, d: dict[str, Any]) -> Any:
    vervuld = {deelregels.Voorwaarde.MOTIVERING} if d["motivering"].strip() else set()
    return convenant.mag_dit(
        door=van(request), met=v.van, doel=deelregels.Doel(v.doel), stuk=s.stuk, vervuld=vervuld,
        categorieen=[deelregels.Categorie(c) for c in d["categorieen"]],
    )  # fmt: skip

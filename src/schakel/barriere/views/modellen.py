# SPDX-License-Identifier: EUPL-1.2
"""The models, their comparison, a model of one's own, the picture of a case, and what a group lacks."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.barriere import actions, queries, rules
from schakel.barriere.forms import FaciliteerderForm, KiesForm, ModelForm, StandForm
from schakel.barriere.models import Barrieremodel
from schakel.casus import queries as casussen
from schakel.casus.views.daad import voer_uit
from schakel.interventie.rules import CATALOGUS
from schakel.melding.views.binnen import binnen
from schakel.partner.models import PartnerSoort
from schakel.toegang.actor import Actor

LEZERS = (*casussen.CASUSROLLEN, "toezichthouder", "stuurgroeplid", "bestuurlijk_trekker")
SOORT = {"onbekend": "neutraal", "open": "fout", "verhoogd": "let-op", "gesloten": "goed"}
lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])


def _model(request: HttpRequest) -> Barrieremodel:
    """The chosen model; a wrong choice does not exist."""
    gekozen = queries.model(request.GET.get("model"))
    if gekozen is None:
        raise Http404
    return gekozen


def _kies(model: Barrieremodel, **velden: Any) -> KiesForm:
    orgaan = velden.pop("orgaan", None)
    return KiesForm(initial={"model": model.pk, "orgaan": orgaan}, **velden)


def soorten(codes: tuple[str, ...]) -> str:
    """Kinds of partners in words."""
    namen = dict(PartnerSoort.choices)
    return ", ".join(str(namen.get(c, c)) for c in codes)


@require_safe
@binnen(*LEZERS)
def barrieres(request: HttpRequest, door: Actor) -> HttpResponse:
    """One model: per barrier the moments, the facilitators, who can signal and intervene, what can be done."""
    model = _model(request)
    rijen = [
        {
            "barriere": b,
            "over": (over := rules.samen(b.basis)),
            "signaleren": soorten(over.signaleren),
            "ingrijpen": soorten(over.ingrijpen),
            "interventies": [CATALOGUS[c].naam for c in over.interventies],
        }
        for b in queries.barrieres(model)
    ]
    context = {
        "model": model,
        "form": _kies(model),
        "rijen": rijen,
        "mag_nieuw": door.is_een(*actions.BEHEER),
    }
    return render(request, "barriere/model.html", context)


@require_safe
@binnen(*LEZERS)
def vergelijken(request: HttpRequest, door: Actor) -> HttpResponse:
    """All models side by side, by the parts of the exploitation that they cover."""
    naast = list(queries.modellen())
    context = {"modellen": naast, "rijen": queries.vergelijk(naast)}
    return render(request, "barriere/vergelijken.html", context)


@lees_en_schrijf
@binnen(*actions.BEHEER)
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """A model of one's own, from another."""
    basis = _model(request)
    form = ModelForm(request.POST if request.method == "POST" else None, basis=basis)
    if request.method == "POST" and form.is_valid():
        doe = lambda: actions.maak_model(door=door, **form.model())  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("Je model staat klaar. De andere modellen zijn niet veranderd."))
            return redirect("barrieres-vergelijken")
    status = 422 if form.errors else 200
    return render(request, "barriere/nieuw.html", {"form": form, "basis": basis}, status=status)


@require_safe
@binnen(*LEZERS)
def samenstelling(request: HttpRequest, door: Actor) -> HttpResponse:
    """Does this group have a partner for each barrier, and who would fit?"""
    model = _model(request)
    organen = queries.organen(door=door)
    gekozen = next((o for o in organen if str(o.pk) == request.GET.get("orgaan")), None)
    rijen = []
    if gekozen:
        regels = queries.samenstelling(model=model, leden=queries.leden_van(gekozen.pk))
        rijen = [(r, soorten(r.gat.signaleren), soorten(r.gat.ingrijpen)) for r in regels]
    context = {
        "model": model,
        "orgaan": gekozen,
        "form": _kies(model, organen=organen, orgaan=gekozen),
        "rijen": rijen,
    }
    return render(request, "barriere/samenstelling.html", context)


@lees_en_schrijf
@binnen(*casussen.CASUSROLLEN)
def beeld(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Where pieces of the exploitation pass in this case, and who can stop it."""
    casus, model = casussen.casus(door=door, id=id), _model(request)
    if casus is None:
        raise Http404
    basis: dict[str, Any] = {"door": door, "barrieres": queries.barrieres(model)}
    daden: dict[str, type[StandForm] | type[FaciliteerderForm]] = {
        "stand": StandForm,
        "faciliteerder": FaciliteerderForm,
    }
    forms: dict[str, Any] = {naam: klasse(auto_id=f"id_{naam}_%s", **basis) for naam, klasse in daden.items()}
    status = 200
    if request.method == "POST":
        naam = request.POST.get("wat", "")
        if naam not in daden:
            raise Http404
        form = forms[naam] = daden[naam](request.POST, auto_id=f"id_{naam}_%s", **basis)
        doet: Callable[..., Any] = actions.leg_stand_vast if naam == "stand" else actions.noem_faciliteerder
        doe = lambda: doet(door=door, casus=casus, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Bewaard bij de casus."))
            return redirect(f"{reverse('casus-barrieres', kwargs={'id': id})}?model={model.pk}")
    actions.lees(door=door, casus=casus)
    vakken = queries.beeld(door=door, casus=casus, model=model)
    context = {
        "casus": casus,
        "model": model,
        "kies": _kies(model),
        "vakken": [_tekening(nr, v) for nr, v in enumerate(vakken)],
        "breedte": 150 * len(vakken),
        "forms": forms if casus.afgesloten_op is None else None,
    }
    return render(request, "barriere/beeld.html", context, status=status)


def _tekening(nummer: int, vak: queries.Vak) -> dict[str, Any]:
    """One barrier with its place in the drawing (pixels)."""
    over = vak.over
    return {
        "vak": vak,
        "soort": SOORT[vak.staat],
        "x": 150 * nummer + 10,
        "midden": 150 * nummer + 70,
        "kop": vak.naam if len(vak.naam) < 18 else f"{vak.naam[:16]}…",
        "ingrijpen": soorten(over.ingrijpen) if over else "",
        "maatregelen": [(i, CATALOGUS[i.soort].naam) for i in vak.interventies],
    }

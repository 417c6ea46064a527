# SPDX-License-Identifier: EUPL-1.2
"""One page per verb: the form, the refusal with its reasons, the conflict with what changed. Typed text
stays."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from schakel.casus import actions, queries, rules
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.forms import TerugkoppelForm
from schakel.casus.models import Casus
from schakel.casus.rules.wie import mijn
from schakel.casus.views.daden import DADEN, INTERVENTIEDADEN
from schakel.casus.views.dossier import dossier
from schakel.convenant.actions import NietToegestaan
from schakel.melding.actions import KanNiet
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor


def van(door: Actor, id: object) -> Casus:
    """The visible case; anything else does not exist."""
    casus = queries.casus(door=door, id=id)
    if casus is None:
        raise Http404
    return casus


def voer_uit(form: Form, doe: Callable[[], Any]) -> int:
    """Run a verb; returns the status: 200 done, 422 refused with reasons in the form, 409 somebody was
    first."""
    try:
        doe()
    except Bezwaar as nee:
        form.add_error(None, nee.redenen)
    except NietToegestaan as nee:
        form.add_error(
            None, [f"{r.tekst} {r.maakt_ja}".strip() for r in nee.oordeel.redenen if r.code != "regel"]
        )
    except KanNiet as nee:
        form.add_error(None, str(nee))
    except rules.Verouderd:
        return 409
    except PermissionError as nee:
        raise Http404 from nee
    return 422 if form.errors else 200


def met_nieuwe_versie(form: Form, versie: int) -> None:
    """After a conflict: the same typed text, on top of what is there now."""
    data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
    data["versie"] = str(versie)
    form.data = data


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*queries.CASUSROLLEN)
def daad(request: HttpRequest, door: Actor, id: UUID, naam: str) -> HttpResponse:
    """A verb on the case."""
    casus, wat = van(door, id), DADEN.get(naam)
    if wat is None or not wat.mag(door, casus, queries.stand_van(door=door, casus=casus)):
        raise Http404
    begin = {
        veld: getattr(casus, veld)
        for veld in ("versie", "werktitel", "soort", "type", "vormen", "casemanager")
    }
    begin |= {"gemeenten": casus.gemeenten.all(), "overleg_kenmerk": request.GET.get("overleg", "")[:14]}
    versturen = request.method == "POST" and "ververs" not in request.POST
    if request.method == "POST" and not versturen:
        begin = {n: w if n[:2] == "k_" else w[-1] for n, w in request.POST.lists()}
    form = wat.form(request.POST if versturen else None, door=door, casus=casus, initial=begin)
    status, anders = 200, []
    if versturen:
        status = (
            voer_uit(form, lambda: wat.doe(door=door, casus=casus, form=form)) if form.is_valid() else 422
        )
        if status == 200:
            messages.success(request, str(wat.gedaan))
            return redirect("casus", id=casus.pk)
    if status == 409:
        anders = [
            s
            for s in queries.stappen(door=door, casus=casus)
            if s.versie > (form.cleaned_data["versie"] or 0)
        ]
        met_nieuwe_versie(form, casus.versie)
    context = {
        "casus": casus,
        "daad": wat,
        "naam": naam,
        "form": form,
        "anders": anders,
        "conflict": status == 409,
        "dossier": dossier(door=door, casus=casus) if wat.feiten else [],
    }
    return render(request, f"casus/{'wegen' if wat.feiten else 'daad'}.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*queries.CASUSROLLEN)
def interventie_daad(
    request: HttpRequest, door: Actor, id: UUID, interventie_id: UUID, naam: str
) -> HttpResponse:
    """A verb on one measure."""
    casus, wat = van(door, id), INTERVENTIEDADEN.get(naam)
    interventie = queries.interventie(door=door, id=interventie_id)
    if wat is None or interventie is None or interventie.casus_id != casus.pk:
        raise Http404
    if request.method != "POST" and not wat.mag(door, interventie):
        raise Http404
    begin: Mapping[str, Any] = {
        veld: getattr(interventie, veld)
        for veld in ("versie", "doel", "effect_slachtoffer", "focus", "termijn", "volgorde")
    }
    form = wat.form(request.POST if request.method == "POST" else None, door=door, casus=casus, initial=begin)
    status = 200
    if request.method == "POST":
        doe = lambda: wat.doe(door, interventie, **form.cleaned_data)  # noqa: E731  # one line, used once
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, str(wat.gedaan))
            return redirect("casus", id=casus.pk)
        if status == 409:
            interventie = queries.interventie(door=door, id=interventie_id) or interventie
            met_nieuwe_versie(form, interventie.versie)
    context = {
        "casus": casus,
        "daad": wat,
        "naam": naam,
        "form": form,
        "interventie": interventie,
        "kader": rules.CATALOGUS[interventie.soort],
        "conflict": status == 409,
    }
    return render(request, "casus/daad.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*queries.CASUSROLLEN)
def terugkoppelen(request: HttpRequest, door: Actor, id: UUID, koppeling_id: UUID) -> HttpResponse:
    """Tell the reporters behind an own signal what came of the case."""
    casus = van(door, id)
    koppeling = (
        queries.signalen(door=door, casus=casus)
        .filter(pk=koppeling_id, signaal_eigenaar_id=mijn(door))
        .first()
    )
    if koppeling is None:
        raise Http404
    laatste = queries.evaluaties(door=door, casus=casus).last()
    begin = (
        {"uitkomst": laatste.uitkomst_melder, "toelichting": laatste.toelichting_melder} if laatste else {}
    )
    form = TerugkoppelForm(
        request.POST if request.method == "POST" else None, door=door, casus=casus, initial=begin
    )
    status = 200
    if request.method == "POST":
        doe = lambda: actions.koppel_terug(door=door, koppeling=koppeling, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Teruggekoppeld. De melder leest het met de ontvangstcode."))
            return redirect("casus", id=casus.pk)
    wat = {"titel": _("Terugkoppelen aan de melder"), "knop": _("Terugkoppelen")}
    return render(request, "casus/daad.html", {"casus": casus, "daad": wat, "form": form}, status=status)

# SPDX-License-Identifier: EUPL-1.2
"""The page of an action day, what is done on it, and what the regiocoördinator gets to read before it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import actions, forms, queries, rules
from schakel.casus.forms.basis import CasusForm
from schakel.casus.models import Actiedag, Actierol
from schakel.casus.views.daad import met_nieuwe_versie, voer_uit
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor

SOORT = {"gepland": "let-op", "gaat_door": "bezig", "geweest": "goed", "afgelast": "fout"}
ROLSOORT = {"gevraagd": "let-op", "aanvaard": "goed", "geweigerd": "fout"}


@dataclass(frozen=True)
class Stap:
    """One act on the page: its form, and what happens with it."""

    form: type[CasusForm]
    doe: Callable[..., Any]
    gedaan: str | Promise
    per_rol: bool = False


STAPPEN = {
    "rol": Stap(forms.RolForm, actions.vraag_partner, _l("Gevraagd. De partner ziet het bij Mijn werk.")),
    "zorg": Stap(
        forms.ZorgmeldingForm,
        actions.waarschuw_zorg,
        _l("Gevraagd. De zorg ziet alleen de vraag, de dag en de plaats."),
    ),
    "status": Stap(forms.StatusForm, actions.zet_actiedag, _l("Vastgelegd.")),
    "antwoord": Stap(forms.RolAntwoordForm, actions.antwoord_rol, _l("Je antwoord ligt vast."), per_rol=True),
    "resultaat": Stap(forms.RolResultaatForm, actions.leg_rolresultaat_vast, _l("Het resultaat ligt vast."), per_rol=True),
}  # fmt: skip


def _van(door: Actor, id: UUID) -> Actiedag:
    dag = queries.actiedag(door=door, id=id)
    if dag is None:
        raise Http404
    return dag


@require_safe
@binnen(*queries.CASUSROLLEN)
def actiedag(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Goal, timeline with a goal and a mandate per partner, care, results."""
    return _pagina(request, door, _van(door, id))


def _pagina(
    request: HttpRequest,
    door: Actor,
    dag: Actiedag,
    gebonden: dict[str, Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; `gebonden`: the form that came back, by name."""
    gebonden = gebonden or {}
    casus, dicht = dag.casus, dag.casus.afgesloten_op is not None
    regie = rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id) and not dicht
    rollen = list(queries.actierollen(door=door, actiedag=dag))
    actions.schrijf_logregel(door, casus, "lezen")

    def vorm(naam: str, mag: bool, voor: str = "", **begin: Any) -> Form | None:
        if not mag:
            return None
        eigen = gebonden.get(f"{naam}{voor}")
        return eigen or STAPPEN[naam].form(
            door=door, casus=casus, initial=begin, auto_id=f"id_{naam}{voor}_%s"
        )

    bereid = dag.status == rules.ActiedagStatus.GEPLAND
    volgt = [(s.value, s.label) for s in rules.PIJLEN[rules.ActiedagStatus(dag.status)]]
    statusform = vorm("status", regie and bool(volgt), versie=dag.versie)
    if statusform is not None:
        statusform.fields["naar"].choices = volgt  # type: ignore[attr-defined]  # a choice field
    context = {
        "dag": dag,
        "casus": casus,
        "regie": regie,
        "soort": SOORT[dag.status],
        "rollen": [_rol(door, dag, r, dicht, vorm) for r in rollen],
        "zorg": queries.zorgmeldingen(door=door, actiedag=dag),
        "rolform": vorm("rol", regie and bereid),
        "zorgform": vorm("zorg", regie and bereid),
        "statusform": statusform,
    }
    return render(request, "casus/actiedag.html", context, status=status)


def _rol(door: Actor, dag: Actiedag, rol: Actierol, dicht: bool, vorm: Any) -> dict[str, Any]:
    """One line of the timeline, with the form that its own partner needs now."""
    eigen = rol.partner_id == door.partner_id and not dicht
    door_ = dag.status in (rules.ActiedagStatus.GAAT_DOOR, rules.ActiedagStatus.GEWEEST)
    antwoordt = eigen and dag.status == rules.ActiedagStatus.GEPLAND
    vertelt = eigen and door_ and rol.status == rules.RolStatus.AANVAARD and not rol.resultaat
    return {
        "rol": rol,
        "soort": ROLSOORT[rol.status],
        "antwoordform": vorm("antwoord", antwoordt, str(rol.pk), versie=rol.versie),
        "resultaatform": vorm("resultaat", vertelt, str(rol.pk), versie=rol.versie),
    }


@require_http_methods(["POST"])
@binnen(*queries.CASUSROLLEN)
def actiedag_stap(request: HttpRequest, door: Actor, id: UUID, naam: str) -> HttpResponse:
    """An act of the regie: ask a partner, ask care, go through or not."""
    stap = STAPPEN.get(naam)
    if stap is None or stap.per_rol:
        raise Http404
    dag = _van(door, id)
    return _doe(request, door, dag, stap, naam, {"actiedag": dag}, dag.versie)


@require_http_methods(["POST"])
@binnen(*queries.CASUSROLLEN)
def actierol_stap(request: HttpRequest, door: Actor, id: UUID, rol_id: UUID, naam: str) -> HttpResponse:
    """An act of the partner that was asked: yes or no, and what came of it."""
    stap = STAPPEN.get(naam)
    dag = _van(door, id)
    rol = queries.actierollen(door=door, actiedag=dag).filter(pk=rol_id).first()
    if stap is None or not stap.per_rol or rol is None:
        raise Http404
    return _doe(request, door, dag, stap, f"{naam}{rol.pk}", {"rol": rol}, rol.versie)


def _doe(
    request: HttpRequest,
    door: Actor,
    dag: Actiedag,
    stap: Stap,
    sleutel: str,
    wat: dict[str, Any],
    versie: int,
) -> HttpResponse:
    form = stap.form(request.POST, door=door, casus=dag.casus, auto_id=f"id_{sleutel}_%s")
    doe: Callable[[], Any] = lambda: stap.doe(door=door, **wat, **form.cleaned_data)  # noqa: E731
    status = voer_uit(form, doe) if form.is_valid() else 422
    if status == 200:
        messages.success(request, str(stap.gedaan))
        return redirect("actiedag", id=dag.pk)
    if status == 409:
        met_nieuwe_versie(form, versie)
        form.add_error(None, _("Iemand anders was je voor. Kijk hoe het nu staat, en verstuur dan opnieuw."))
    return _pagina(request, door, dag, {sleutel: form}, status)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen("regiocoordinator")
def zorgmelding(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Help is asked for a day: what care may know of it, and the answer."""
    melding = queries.zorgmelding(door=door, id=id)
    if melding is None:
        raise Http404
    form = forms.ZorgantwoordForm(request.POST if request.method == "POST" else None, door=door)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.beantwoord_zorgmelding(door=door, melding=melding, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Je antwoord ligt vast."))
            return redirect("zorgmelding", id=melding.pk)
    actions.lees_zorgmelding(door=door, melding=melding)
    context = {"melding": melding, "form": None if melding.beantwoord_op else form}
    return render(request, "casus/zorgmelding.html", context, status=status)

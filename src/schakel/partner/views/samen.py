# SPDX-License-Identifier: EUPL-1.2
"""Effort, projects with their goal sheet, bottlenecks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from schakel.kern import klok
from schakel.kern.api import of_404
from schakel.partner import actions, queries, rules
from schakel.partner.forms import AfrondForm, DeelnemerForm, InzetForm, KnelpuntForm, OplosForm, ProjectForm
from schakel.partner.models import Inzet, Project, ProjectPartner
from schakel.partner.views.gereedschap import binnen, dag_van, eis, formulier, ingevuld, versie_van
from schakel.toegang.actor import Actor


def _mag(door: Actor, partner_id: UUID) -> bool:
    eigen = rules.mag_partner_beheren(functie=door.functie, eigen=door.partner_id == partner_id)
    return eigen or queries.mag_regio_beheren(door)


def _mag_iets(door: Actor) -> bool:
    return door.is_een(rules.BEHEERDER) or queries.mag_regio_beheren(door)


@require_GET
@binnen
def inzet(request: HttpRequest, door: Actor) -> HttpResponse:
    """Tasks and effort of all partners: the open commitments with their owner first."""
    regio = queries.mag_regio_beheren(door)
    rijen = [(i, regio or _mag(door, i.partner_id)) for i in queries.inzet(dag_van(request))]
    return render(
        request,
        "partner/inzet.html",
        {"rijen": rijen, "mag": _mag_iets(door), "open": sum(i.open for i, _m in rijen)},
    )


@require_http_methods(["GET", "POST"])
@binnen
def inzet_bewaren(request: HttpRequest, door: Actor, id: UUID | None = None) -> HttpResponse:
    """Add a commitment, or change one."""
    instance = of_404(queries.een_inzet(id)) if id else Inzet()
    eis(_mag(door, instance.partner_id) if id else _mag_iets(door))
    form = InzetForm(ingevuld(request), instance=instance, door=door)
    return formulier(
        request,
        form,
        titel=_("Inzet wijzigen") if id else _("Inzet toevoegen"),
        terug=reverse("inzet"),
        knop=_("Bewaren"),
        bewaar=lambda: actions.bewaar_inzet(door=door, inzet=form.save(commit=False)),
        kruimel=(_("Taken en inzet"), reverse("inzet")),
    )


@require_GET
@binnen
def projecten(request: HttpRequest, door: Actor) -> HttpResponse:
    """The register of temporary cooperations."""
    context = {"projecten": queries.projecten(), "vandaag": klok.vandaag(), "mag": _mag_iets(door)}
    return render(request, "partner/projecten.html", context)


@require_GET
@binnen
def project(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One project with its goal sheet: who wants what, where they differ."""
    deze = of_404(queries.project(id))
    return _toon(request, door, deze)


def _toon(request: HttpRequest, door: Actor, deze: Project, fout: str = "") -> HttpResponse:
    doelen = [(d.partner.naam, d.doel, d.akkoord_met_focus) for d in deze.deelnemers.all()]
    context = {
        "project": deze,
        "verschillen": rules.verschillen(doelen),
        "fout": fout,
        "mag": _mag(door, deze.trekker_id),
        "doet_mee": door.is_een(rules.BEHEERDER)
        and any(d.partner_id == door.partner_id for d in deze.deelnemers.all()),
        "bijna": deze in queries.eindigende_projecten(),
    }
    return render(request, "partner/project.html", context, status=422 if fout else 200)


def _bij(deze: Project) -> dict[str, Any]:
    adres = reverse("project", args=[deze.pk])
    return {"terug": adres, "kruimel": (str(deze), adres)}


@require_http_methods(["GET", "POST"])
@binnen
def project_bewaren(request: HttpRequest, door: Actor, id: UUID | None = None) -> HttpResponse:
    """Add a project, or change its goal sheet."""
    instance = of_404(queries.project(id)) if id else Project()
    eis(_mag(door, instance.trekker_id) if id else _mag_iets(door))
    form = ProjectForm(ingevuld(request), instance=instance, door=door)

    def bewaar() -> None:
        actions.bewaar_project(
            door=door,
            project=form.save(commit=False),
            gemeenten=form.cleaned_data["gemeenten"],
            versie=versie_van(request) if id else None,
        )

    bij = (
        _bij(instance)
        if id
        else {"terug": reverse("projecten"), "kruimel": (_("Projecten"), reverse("projecten"))}
    )
    titel = _("Doelenblad wijzigen") if id else _("Project toevoegen")
    nu = (lambda: queries.project(id)) if id else None
    return formulier(request, form, titel=titel, knop=_("Bewaren"), bewaar=bewaar, nu=nu, **bij)


@require_http_methods(["GET", "POST"])
@binnen
def deelnemer(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A partner's own goal, interest and expectation."""
    deze = of_404(queries.project(id))
    alle = _mag(door, deze.trekker_id)
    eis(alle or door.is_een(rules.BEHEERDER))
    form = DeelnemerForm(ingevuld(request), instance=ProjectPartner(project=deze), door=door, alle=alle)
    return formulier(
        request,
        form,
        titel=_("Doel van een partner"),
        knop=_("Bewaren"),
        bewaar=lambda: actions.zet_deelnemer(door=door, deelnemer=form.save(commit=False)),
        **_bij(deze),
    )


@require_POST
@binnen
def project_start(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Start, when nothing stands in the way."""
    deze = of_404(queries.project(id))
    try:
        actions.start_project(door=door, project=deze, versie=versie_van(request))
    except actions.KanNiet as fout:
        return _toon(request, door, of_404(queries.project(id)), str(fout))
    messages.success(request, _("Het project is gestart."))
    return redirect("project", id=id)


@require_http_methods(["GET", "POST"])
@binnen
def project_afronden(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Close with results, what had no effect, and what comes next."""
    deze = of_404(queries.project(id))
    eis(_mag(door, deze.trekker_id))
    form = AfrondForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Project afronden"),
        knop=_("Afronden"),
        nu=lambda: queries.project(id),
        gelukt=_("Het project is afgerond."),
        bewaar=lambda: actions.rond_af(
            door=door, project=deze, versie=versie_van(request), **form.cleaned_data
        ),
        **_bij(deze),
    )


@require_GET
@binnen
def knelpunten(request: HttpRequest, door: Actor) -> HttpResponse:
    """What stands in the way: derived from the register, and written down by colleagues."""
    context = {
        "knelpunten": queries.knelpunten(dag_van(request)),
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/knelpunten.html", context)


@require_http_methods(["GET", "POST"])
@binnen
def knelpunt_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Write down a bottleneck."""
    form = KnelpuntForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Knelpunt noteren"),
        terug=reverse("knelpunten"),
        knop=_("Noteren"),
        uitleg=_("Noem geen namen van personen of casussen."),
        bewaar=lambda: actions.noteer_knelpunt(door=door, **form.cleaned_data),
        kruimel=(_("Knelpunten"), reverse("knelpunten")),
    )


@require_http_methods(["GET", "POST"])
@binnen
def knelpunt_oplossen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """It is solved, and how."""
    eis(queries.mag_regio_beheren(door))
    deze = of_404(queries.knelpunt(id))
    form = OplosForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Opgelost: %s") % deze.titel,
        terug=reverse("knelpunten"),
        knop=_("Opgelost"),
        bewaar=lambda: actions.los_op(door=door, knelpunt=deze, **form.cleaned_data),
        kruimel=(_("Knelpunten"), reverse("knelpunten")),
    )

# SPDX-License-Identifier: EUPL-1.2
"""The region as a whole: places and areas, bodies, connections, and setting up a new region."""

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
from schakel.partner.forms import BronForm, IndelingForm, OrgaanForm, VerbindingForm, ZetelForm
from schakel.partner.models import Domein, Orgaan, OrgaanBron, OrgaanLid
from schakel.partner.views.gereedschap import binnen, dag_van, eis, formulier, ingevuld, versie_van
from schakel.partner.woorden import VORMEN
from schakel.toegang.actor import Actor


@require_GET
@binnen
def regio(request: HttpRequest, door: Actor) -> HttpResponse:
    """Municipalities × domains on a day, with what is announced or uncertain beside it."""
    dag = dag_van(request)
    alle = queries.indelingen(dag)
    gevuld = [d for d in Domein if any(v[d].geldt or v[d].onzeker for _g, v in alle)] or list(Domein)[:2]
    rijen = [(g, [(d.label, vakken[d]) for d in gevuld]) for g, vakken in alle]
    context = {
        "dag": dag,
        "rijen": rijen,
        "domeinen": [d.label for d in gevuld],
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/regio.html", context)


@require_http_methods(["GET", "POST"])
@binnen
def indelen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Place a municipality in an area."""
    eis(queries.mag_regio_beheren(door))
    form = IndelingForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Indeling toevoegen"),
        terug=reverse("regio"),
        knop=_("Toevoegen"),
        bewaar=lambda: actions.deel_in(door=door, **form.cleaned_data),
        kruimel=(_("Regio"), reverse("regio")),
    )


@require_http_methods(["GET", "POST"])
@binnen
def inrichten(request: HttpRequest, door: Actor) -> HttpResponse:
    """Set up a region from what exists in the Netherlands on a day: nothing else is offered (PAR-09+)."""
    eis(queries.mag_regio_beheren(door))
    dag, fout = dag_van(request), ""
    if request.method == "POST":
        try:
            nieuw = actions.neem_over_uit_referentie(door=door, namen=request.POST.getlist("wat"), dag=dag)
        except actions.KanNiet as weigering:
            fout = str(weigering)
        else:
            messages.success(request, _("Toegevoegd: %s.") % (", ".join(nieuw) or _("niets nieuws")))
            return redirect("regio")
    soorten = [
        (_("Gebieden"), "gebied"),
        (_("Organisaties"), "organisatie"),
        (_("Overleggen"), "orgaan"),
        (_("Rollen"), "rol"),
    ]
    context = {
        "dag": dag,
        "fout": fout,
        "gekozen": request.POST.getlist("wat"),
        "blokken": [(titel, soort, queries.referentie(dag, soort)) for titel, soort in soorten],
    }
    return render(request, "partner/inrichten.html", context, status=422 if fout else 200)


@require_GET
@binnen
def organen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The register of bodies."""
    context = {"organen": queries.organen(dag_van(request)), "mag_regio": queries.mag_regio_beheren(door)}
    return render(request, "partner/organen.html", context)


@require_GET
@binnen
def orgaan(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One body: seats, rhythm and calendar, sources side by side, links."""
    dag = dag_van(request)
    deze = of_404(queries.orgaan(id, dag))
    agenda = (
        rules.agenda(deze.ritme_vanaf, deze.ritme_weken, dag) if deze.ritme_vanaf and deze.ritme_weken else []
    )
    context = {
        "orgaan": deze,
        "agenda": agenda,
        "bronnen": queries.bronnen(deze),
        "knopen": [k for k in queries.kaart(dag) if deze.pk in (k.van.pk, k.naar_id)],
        "vormen": [naam for code, naam in VORMEN if code in deze.vormen],
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/orgaan.html", context)


def _bij(deze: Orgaan) -> dict[str, Any]:
    adres = reverse("orgaan", args=[deze.pk])
    return {"terug": adres, "kruimel": (str(deze), adres)}


@require_http_methods(["GET", "POST"])
@binnen
def orgaan_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Add a body."""
    eis(queries.mag_regio_beheren(door))
    form = OrgaanForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Overleg toevoegen"),
        terug=reverse("organen"),
        knop=_("Toevoegen"),
        bewaar=lambda: _bewaar(door, form, None),
        kruimel=(_("Overleggen"), reverse("organen")),
    )


@require_http_methods(["GET", "POST"])
@binnen
def orgaan_wijzigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Change a body."""
    eis(queries.mag_regio_beheren(door))
    deze = of_404(queries.orgaan(id))
    form = OrgaanForm(ingevuld(request), instance=of_404(queries.orgaan(id)))
    return formulier(
        request,
        form,
        titel=_("%s wijzigen") % deze,
        knop=_("Bewaren"),
        nu=lambda: queries.orgaan(id),
        bewaar=lambda: _bewaar(door, form, versie_van(request)),
        **_bij(deze),
    )


def _bewaar(door: Actor, form: OrgaanForm, versie: int | None) -> Orgaan:
    deze: Orgaan = form.save(commit=False)
    return actions.bewaar_orgaan(
        door=door, orgaan=deze, gemeenten=form.cleaned_data["gemeenten"], versie=versie
    )


@require_http_methods(["GET", "POST"])
@binnen
def zetel(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Give a partner a seat."""
    eis(queries.mag_regio_beheren(door))
    deze = of_404(queries.orgaan(id))
    form = ZetelForm(ingevuld(request), instance=OrgaanLid(orgaan=deze))
    return formulier(
        request,
        form,
        titel=_("Deelnemer toevoegen"),
        knop=_("Toevoegen"),
        bewaar=lambda: actions.zet_zetel(door=door, lid=form.save(commit=False)),
        **_bij(deze),
    )


@require_POST
@binnen
def zetel_einde(request: HttpRequest, door: Actor, id: int) -> HttpResponse:
    """The seat ends today."""
    lid = of_404(queries.zetel(id))
    actions.haal_zetel_weg(door=door, lid=lid, tot=klok.vandaag())
    messages.success(request, _("%s neemt na vandaag niet meer deel.") % lid.partner)
    return redirect("orgaan", id=lid.orgaan_id)


@require_http_methods(["GET", "POST"])
@binnen
def bron(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Add what another source says."""
    eis(queries.mag_regio_beheren(door))
    deze = of_404(queries.orgaan(id))
    form = BronForm(ingevuld(request), instance=OrgaanBron(orgaan=deze))
    return formulier(
        request,
        form,
        titel=_("Bron toevoegen"),
        knop=_("Toevoegen"),
        uitleg=_("Zeggen bronnen iets anders? Leg allebei vast. Jij kiest welke leidend is."),
        bewaar=lambda: actions.noteer_bron(door=door, bron=form.save(commit=False)),
        **_bij(deze),
    )


@require_POST
@binnen
def bron_leidend(request: HttpRequest, door: Actor, id: int) -> HttpResponse:
    """This source leads from now on."""
    deze = of_404(queries.bron(id))
    actions.leid(door=door, bron=deze)
    messages.success(request, _("Deze bron is nu leidend. De kalender volgt haar."))
    return redirect("orgaan", id=deze.orgaan_id)


@require_GET
@binnen
def verbindingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who is connected to whom, what is missing, and what is covered twice or by nobody."""
    dag = dag_van(request)
    namen = dict(VORMEN)
    dekking = [
        (namen.get(vorm, vorm), wie)
        for vorm, wie in queries.dekking([code for code, _n in VORMEN], dag).items()
    ]
    knopen = queries.kaart(dag)
    context = {
        "knopen": [k for k in knopen if k.verbinding_id],
        "gedeeld": [k for k in knopen if not k.verbinding_id],
        "dekking": dekking,
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/verbindingen.html", context)


@require_http_methods(["GET", "POST"])
@binnen
def verbinding_nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Write down a link, or that it is missing."""
    eis(queries.mag_regio_beheren(door))
    form = VerbindingForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Verbinding toevoegen"),
        terug=reverse("verbindingen"),
        knop=_("Toevoegen"),
        bewaar=lambda: actions.verbind(door=door, verbinding=form.save(commit=False)),
        kruimel=(_("Verbindingen"), reverse("verbindingen")),
    )


@require_POST
@binnen
def verbinding_einde(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """What was written down no longer holds after today."""
    actions.verbreek(door=door, verbinding=of_404(queries.verbinding(id)), tot=klok.vandaag())
    return redirect("verbindingen")

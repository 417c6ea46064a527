# SPDX-License-Identifier: EUPL-1.2
"""Organisations: the list with its search through time, and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern import klok
from schakel.kern.api import of_404
from schakel.partner import actions, queries
from schakel.partner.forms import NaamForm, PartnerForm, ZoekForm
from schakel.partner.models import Kan
from schakel.partner.panelen import panelen
from schakel.partner.views.gereedschap import binnen, dag_van, eis, formulier, ingevuld, versie_van
from schakel.toegang.actor import Actor


@require_GET
@binnen
def lijst(request: HttpRequest, door: Actor) -> HttpResponse:
    """Organisations of a day, under every name they went by."""
    form = ZoekForm(request.GET)
    gekozen = form.cleaned_data if form.is_valid() else {}
    dag = gekozen.get("op") or klok.vandaag()
    treffers = queries.zoek(gekozen.get("q", ""), dag=dag, soort=gekozen.get("soort", ""))
    context = {
        "form": form,
        "dag": dag,
        "toen": dag != klok.vandaag(),
        "pagina_": Paginator(treffers, 50).get_page(request.GET.get("pagina")),
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/lijst.html", context)


@require_GET
@binnen
def een(request: HttpRequest, door: Actor, code: str) -> HttpResponse:
    """One organisation on a day: nature, names, functions with their gaps, standing per convenant."""
    partner, dag = of_404(queries.partner(code)), dag_van(request)
    functies = queries.functies_van(partner, dag)
    routes = queries.ontvangers([f for f, s in functies if s.is_gat], dag=dag)
    context = {
        "partner": partner,
        "naam": queries.naam_op(partner, dag),
        "dag": dag,
        "toen": dag != klok.vandaag(),
        "kan": [Kan(k).label for k in partner.kan if k in Kan.values],
        "functies": [(f, s, routes.get(f.pk), queries.vervangers(f)) for f, s in functies],
        "panelen": list(panelen(door=door, partner=partner, dag=dag)),
        "zetels": queries.zetels_van(partner, dag),
        "mag_partner": queries.mag_partner_beheren(door, partner),
        "mag_regio": queries.mag_regio_beheren(door),
    }
    return render(request, "partner/partner.html", context)


@require_http_methods(["GET", "POST"])
@binnen
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Add an organisation."""
    eis(queries.mag_regio_beheren(door))
    form = PartnerForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Partner toevoegen"),
        terug=reverse("partners"),
        knop=_("Toevoegen"),
        bewaar=lambda: actions.bewaar_partner(door=door, partner=form.save(commit=False)),
        gelukt=_("De partner is toegevoegd."),
        kruimel=(_("Partners"), reverse("partners")),
    )


@require_http_methods(["GET", "POST"])
@binnen
def wijzigen(request: HttpRequest, door: Actor, code: str) -> HttpResponse:
    """Change an organisation: its kind, what it can do, its dates, its successor."""
    eis(queries.mag_regio_beheren(door))
    partner = of_404(queries.partner(code))
    form = PartnerForm(ingevuld(request), instance=of_404(queries.partner(code)))
    return formulier(
        request,
        form,
        titel=_("%s wijzigen") % partner,
        terug=reverse("partner", args=[code]),
        knop=_("Bewaren"),
        bewaar=lambda: actions.bewaar_partner(
            door=door, partner=form.save(commit=False), versie=versie_van(request)
        ),
        gelukt=_("De wijziging is bewaard."),
        kruimel=(str(partner), reverse("partner", args=[code])),
        nu=lambda: queries.partner(code),
    )


@require_http_methods(["GET", "POST"])
@binnen
def naam(request: HttpRequest, door: Actor, code: str) -> HttpResponse:
    """Add a name under which the organisation is found."""
    eis(queries.mag_regio_beheren(door))
    partner, terug = of_404(queries.partner(code)), reverse("partner", args=[code])
    form = NaamForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Andere naam toevoegen"),
        terug=terug,
        knop=_("Toevoegen"),
        uitleg=_("Een oude of een andere naam. Wie daarop zoekt, vindt deze organisatie."),
        bewaar=lambda: actions.geef_naam(door=door, partner=partner, **form.cleaned_data),
        kruimel=(str(partner), terug),
    )

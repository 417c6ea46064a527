# SPDX-License-Identifier: EUPL-1.2
"""Functions: one function as it stands, and what its beheerder does with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern.api import of_404
from schakel.partner import actions, queries
from schakel.partner.forms import (
    AccountForm,
    BeeindigForm,
    FunctieForm,
    OpheffenForm,
    VervulForm,
    WaarneemForm,
)
from schakel.partner.models import Functie
from schakel.partner.views.gereedschap import binnen, dag_van, eis, formulier, ingevuld
from schakel.toegang.actor import Actor
from schakel.toegang.poort import zware_handeling


@require_GET
@binnen
def een(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Who fills it on a day, who did before, and who receives what is sent to it."""
    dag = dag_van(request)
    functie = of_404(queries.functie(id, dag))
    onderwerp = request.GET.get("onderwerp", "")[:200]
    context = {
        "functie": functie,
        "stand": queries.stand_van(functie, dag),
        "dag": dag,
        "onderwerp": onderwerp,
        "route": queries.ontvanger(functie, dag=dag, onderwerp=onderwerp),
        "bezettingen": queries.geschiedenis(functie),
        "overdrachten": [
            o for o in queries.open_overdrachten(door=door) if o.bezetting.functie_id == functie.pk
        ],
        "mag_partner": queries.mag_partner_beheren(door, functie.partner),
        "mag": _mag(door, functie),
    }
    return render(request, "partner/functie.html", context)


def _mag(door: Actor, functie: Functie) -> bool:
    return queries.mag_partner_beheren(door, functie.partner) or queries.mag_regio_beheren(door)


def _terug(functie: Functie) -> dict[str, Any]:
    adres = reverse("functie", args=[functie.pk])
    return {"terug": adres, "kruimel": (str(functie), adres)}


@require_http_methods(["GET", "POST"])
@binnen
def nieuw(request: HttpRequest, door: Actor, code: str) -> HttpResponse:
    """Add a function to an organisation."""
    partner = of_404(queries.partner(code))
    form = FunctieForm(
        ingevuld(request), instance=Functie(partner=partner), regio=queries.mag_regio_beheren(door)
    )
    eis(_mag(door, form.instance))
    terug = reverse("partner", args=[code])
    return formulier(
        request,
        form,
        titel=_("Functie toevoegen"),
        terug=terug,
        knop=_("Toevoegen"),
        kruimel=(str(partner), terug),
        bewaar=lambda: _bewaar(door, form),
        gelukt=_("De functie is toegevoegd. Zolang niemand haar vervult, is ze vacant."),
    )


@require_http_methods(["GET", "POST"])
@binnen
def wijzigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Change the name, the scope, the mandate of a function."""
    functie = of_404(queries.functie(id))
    eis(_mag(door, functie))
    form = FunctieForm(ingevuld(request), instance=functie, regio=queries.mag_regio_beheren(door))
    return formulier(
        request,
        form,
        titel=_("Functie wijzigen"),
        knop=_("Bewaren"),
        bewaar=lambda: _bewaar(door, form),
        **_terug(functie),
    )


def _bewaar(door: Actor, form: FunctieForm) -> Functie:
    functie: Functie = form.save(commit=False)
    return actions.richt_functie_in(
        door=door, functie=functie, gemeenten=list(form.cleaned_data["gemeenten"])
    )


def _eigen(door: Actor, id: UUID) -> Functie:
    functie = of_404(queries.functie(id))
    eis(queries.mag_partner_beheren(door, functie.partner))
    return functie


@require_http_methods(["GET", "POST"])
@zware_handeling
@binnen
def vervullen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Let a colleague fill the function, as holder or deputy."""
    functie = _eigen(door, id)
    form = VervulForm(ingevuld(request), functie=functie)
    return formulier(
        request,
        form,
        titel=_("Wie vervult deze functie?"),
        knop=_("Vastleggen"),
        gelukt=_("De functie is vervuld."),
        uitleg=_("Staat je collega er niet bij? Maak dan eerst een account."),
        bewaar=lambda: actions.vervul(door=door, functie=functie, **form.cleaned_data),
        **_terug(functie),
    )


@require_http_methods(["GET", "POST"])
@zware_handeling
@binnen
def account(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """An account for a new colleague, in this function; the first password is shown once."""
    functie = _eigen(door, id)
    form = AccountForm(ingevuld(request))
    if request.method == "POST" and form.is_valid():
        try:
            bezetting, wachtwoord = actions.maak_account(door=door, functie=functie, **form.cleaned_data)
        except actions.KanNiet as fout:
            form.add_error(None, str(fout))
        else:
            context = {"functie": functie, "bezetting": bezetting, "wachtwoord": wachtwoord}
            antwoord = render(request, "partner/account_gemaakt.html", context)
            antwoord["Cache-Control"] = "no-store"
            return antwoord
    return formulier(
        request,
        form,
        titel=_("Account maken"),
        knop=_("Account maken"),
        bewaar=_nooit,
        **_terug(functie),
        uitleg=_("Je collega krijgt een eerste wachtwoord. Dat zie je één keer."),
    )


def _nooit() -> None:
    """The form above is always invalid when it comes this far."""


@require_http_methods(["GET", "POST"])
@zware_handeling
@binnen
def beeindigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """End a colleague's time in a function; without a successor the function is vacant and a handover waits."""
    bezetting = of_404(queries.bezetting(id))
    functie = _eigen(door, bezetting.functie_id)
    form = BeeindigForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("%s uit de functie") % (bezetting.gebruiker.naam or bezetting.gebruiker.inlognaam),
        gevaar=True,
        knop=_("Beëindigen"),
        uitleg=_("Na de laatste dag ziet deze collega vanuit deze functie niets meer."),
        gelukt=_("Vastgelegd. De overdracht staat bij Mijn werk tot er een opvolger is."),
        bewaar=lambda: actions.beeindig(door=door, bezetting=bezetting, **form.cleaned_data),
        **_terug(functie),
    )


@require_http_methods(["GET", "POST"])
@zware_handeling
@binnen
def opheffen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The function itself ends."""
    functie = _eigen(door, id)
    form = OpheffenForm(ingevuld(request))
    return formulier(
        request,
        form,
        titel=_("Functie opheffen"),
        gevaar=True,
        knop=_("Opheffen"),
        uitleg=_("Na deze dag kan niemand de functie meer vervullen. Wat er is gedaan, blijft leesbaar."),
        bewaar=lambda: actions.hef_functie_op(door=door, functie=functie, **form.cleaned_data),
        **_terug(functie),
    )


@require_http_methods(["GET", "POST"])
@binnen
def waarnemen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Have it looked after by a function elsewhere, with scope and end."""
    functie = of_404(queries.functie(id))
    eis(_mag(door, functie))
    form = WaarneemForm(ingevuld(request), functie=functie)
    return formulier(
        request,
        form,
        titel=_("Laten waarnemen"),
        knop=_("Vastleggen"),
        gelukt=_("De waarneming is vastgelegd."),
        uitleg=_("Waarneming is tijdelijk. In het overzicht van knelpunten blijft ze staan."),
        bewaar=lambda: actions.laat_waarnemen(door=door, functie=functie, **form.cleaned_data),
        **_terug(functie),
    )


@require_http_methods(["GET", "POST"])
@binnen
def overdracht(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """What a leaving holder left behind; the successor says when it is taken over."""
    deze = queries.overdracht_van(door=door, id=id)
    if deze is None:
        raise Http404
    fout = ""
    if request.method == "POST":
        try:
            actions.neem_over(door=door, overdracht=deze)
        except actions.KanNiet as weigering:
            fout = str(weigering)
        else:
            messages.success(request, _("De overdracht is afgerond."))
            return redirect("functie", id=deze.bezetting.functie_id)
    return render(
        request, "partner/overdracht.html", {"overdracht": deze, "fout": fout}, status=422 if fout else 200
    )

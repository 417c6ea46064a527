# SPDX-License-Identifier: EUPL-1.2
"""An offer of a case with its answer, the kinds of cases, and how many cases count as what in criminal law."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import actions, queries, rules
from schakel.casus.forms import AntwoordForm, BoeteForm, CasustypeForm
from schakel.casus.models import Casus
from schakel.casus.views.daad import voer_uit
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.REGIE)
def overdracht(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One offer: the kenmerk and the reason; take it, refuse it, or take the offer back."""
    deze = queries.overdracht(door=door, id=id)
    if deze is None:
        raise Http404
    ontvangt = deze.naar_id == door.partner_id
    open_ = deze.stand == rules.OverdrachtStand.VOORGESTELD
    form, status = AntwoordForm(door=door), 200
    if request.method == "POST":
        form = AntwoordForm(request.POST, door=door)
        gedaan: list[tuple[Casus, bool]] = []
        if "neem_over" in request.POST:
            form.fields["antwoord"].required = False
            doe = lambda: gedaan.append(actions.neem_over(door=door, overdracht=deze))  # noqa: E731
        else:
            nee = rules.OverdrachtStand.GEWEIGERD if ontvangt else rules.OverdrachtStand.INGETROKKEN
            doe = lambda: actions.beantwoord_overdracht(  # type: ignore[assignment]  # noqa: E731
                door=door, overdracht=deze, stand=nee, antwoord=form.cleaned_data["antwoord"]
            )
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200 and gedaan:
            casus, inzage = gedaan[0]
            messages.success(request, _("De casus is nu van jullie."))
            if not inzage:
                messages.info(
                    request, _("De vorige regie ziet haar niet meer: het convenant staat dat niet toe.")
                )
            return redirect("casus", id=casus.pk)
        if status == 200:
            messages.success(request, _("Beantwoord. De casus blijft waar die was."))
            return redirect("casussen")
    actions.lees_overdracht(door=door, overdracht=deze)
    context = {"overdracht": deze, "ontvangt": ontvangt, "form": form if open_ else None}
    return render(request, "casus/overdracht.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.REGIE)
def casustypen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Which kind of case goes to which body; a ketenregisseur adds and changes."""
    form = CasustypeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        doe = lambda: actions.leg_casustype_vast(door=door, **form.cleaned_data)  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("Bewaard."))
            return redirect("casustypen")
    context = {"typen": queries.casustypen(), "form": form if door.is_een("ketenregisseur") else None}
    return render(request, "casus/typen.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*actions.BOETEFUNCTIES)
def boetes(request: HttpRequest, door: Actor) -> HttpResponse:
    """Fines without a case, and how many there were per year: an indicator for the picture of the region."""
    form = BoeteForm(request.POST if request.method == "POST" else None, door=door)
    if request.method == "POST" and form.is_valid():
        doe = lambda: actions.leg_boete_vast(door=door, **form.boete())  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("De boete staat als signaal van je partner."))
            return redirect("boetes")
    context = {"form": form, "jaren": queries.boetes_per_jaar(door=door), "soorten": rules.BOETES.values()}
    return render(request, "casus/boetes.html", context, status=422 if form.errors else 200)


@require_safe
@binnen(*queries.CASUSROLLEN)
def strafcijfers(request: HttpRequest, door: Actor) -> HttpResponse:
    """Cases by what they count as: a registered case is no conviction until there is a judgment."""
    alles, per_vorm, per_gemeente = queries.strafcijfers(door=door)
    kolommen = [k for k in (*rules.StrafSoort.values[:-1], *rules.Vonnis.values) if k in alles]
    context = {
        "alles": [(rules.naam_van(k), alles[k]) for k in kolommen],
        "kolommen": [rules.naam_van(k) for k in kolommen],
        "tabellen": [
            (titel, [(t.naam, [t.aantallen.get(k, 0) for k in kolommen]) for t in rijen])
            for titel, rijen in ((_("Per vorm"), per_vorm), (_("Per gemeente"), per_gemeente))
        ],
    }
    return render(request, "casus/strafcijfers.html", context)

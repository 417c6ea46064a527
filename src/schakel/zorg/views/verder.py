# SPDX-License-Identifier: EUPL-1.2
"""After the shelter, the answer to an offered file, field work."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.kern import klok
from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms, queries
from schakel.zorg.rules.doorstroom import Overdrachtstand
from schakel.zorg.rules.inhoud import LEVENSGEBIED
from schakel.zorg.views.trajecten import in_zorg, voer_uit


@require_safe
@in_zorg
def doorstroom(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who waits for what, since how many days, and whom to call."""
    trajecten = queries.in_doorstroom(door=door)
    context = {
        "rijen": queries.lijnen(door=door, trajecten=trajecten),
        "namen": actions.lees_namen(door=door, trajecten=trajecten),
    }
    return render(request, "zorg/doorstroom.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def overdracht(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The receiver accepts, or sends back what is missing."""
    deze = queries.overdracht(door=door, id=id)
    if deze is None or deze.aan_id != door.partner_id or deze.stand != Overdrachtstand.AANGEBODEN:
        raise Http404
    form = forms.TerugForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if "aannemen" in request.POST:
            nieuw = actions.neem_aan(door=door, overdracht=deze)
            messages.success(request, _("Aangenomen. Dit traject is nu van jullie."))
            return redirect("zorgtraject", id=nieuw.pk)
        doe = lambda: actions.stuur_terug(door=door, overdracht=deze, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Teruggestuurd. De ander leest wat er ontbreekt."))
            return redirect("zorgtrajecten")
    return render(request, "zorg/overdracht.html", {"overdracht": deze, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def knelpunten(request: HttpRequest, door: Actor) -> HttpResponse:
    """What hinders care this half year; the regiocoördinator brings it to the stuurgroep."""
    if request.method == "POST":
        try:
            aantal = actions.naar_stuurgroep(door=door, titels=request.POST.getlist("knelpunt"))
        except PermissionError as nee:
            raise Http404 from nee
        messages.success(
            request,
            ngettext(
                "%(n)s knelpunt staat nu in het register.",
                "%(n)s knelpunten staan nu in het register.",
                aantal,
            )
            % {"n": aantal},
        )
        return redirect("zorgknelpunten")
    context = {
        "rijen": actions.knelpunten_nu(door=door), "al": queries.aan_de_stuurgroep(door=door, dag=klok.vandaag()),
        "bron": queries.bron_van(klok.vandaag()), "mag": door.functie == queries.REGIE,
    }  # fmt: skip
    return render(request, "zorg/knelpunten.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def veldwerk(request: HttpRequest, door: Actor) -> HttpResponse:
    """Count contacts without names, and read the evaluation of a year."""
    form = forms.VeldwerkForm(
        request.POST if request.method == "POST" else None, initial={"datum": klok.vandaag()}
    )
    status = 200
    if request.method == "POST":
        doe = lambda: actions.tel_veldwerk(door=door, velden=form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Geteld."))
            return redirect("veldwerk")
    gevraagd = request.GET.get("jaar", "")
    jaar = (
        int(gevraagd) if gevraagd.isdecimal() and 2000 <= int(gevraagd[:5]) <= 2100 else klok.vandaag().year
    )
    cijfers = queries.veldwerk(door=door, van=date(jaar, 1, 1), tot=date(jaar, 12, 31))
    cijfers["per_gebied"] = [(LEVENSGEBIED.get(g, _("niet genoemd")), n) for g, n in cijfers["per_gebied"]]
    return render(
        request, "zorg/veldwerk.html", {"form": form, "jaar": jaar, "cijfers": cijfers}, status=status
    )

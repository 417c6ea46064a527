# SPDX-License-Identifier: EUPL-1.2
"""Embargo and closed objects (CNV-05), source requests (CNV-06), consent (CNV-07)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.convenant import actions, queries, rules
from schakel.convenant.forms import bescherming as formulieren
from schakel.convenant.forms.vrijgave import BeslisForm
from schakel.convenant.models import Bronverzoek, Stuk
from schakel.convenant.views import pagina
from schakel.toegang.actor import Actor

lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])


def eigen_stuk(door: Actor, id: UUID) -> Stuk:
    """A visible object of one's own partner; anything else does not exist."""
    stuk = queries.stuk(door=door, id=id)
    if stuk is None or stuk.eigenaar_id != door.partner_id:
        raise Http404
    return stuk


def _werkt_met_stukken(door: Actor) -> None:
    if door.functie not in rules.FUNCTIE_SOORTEN:
        raise Http404


@lees_en_schrijf
@pagina
def stuk_embargo(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Put an embargo on an object, or with `?gegeven=` on one piece of it."""
    stuk = eigen_stuk(door, id)
    gegeven = queries.gegeven(door=door, id=request.GET["gegeven"]) if request.GET.get("gegeven") else None
    if request.GET.get("gegeven") and (gegeven is None or gegeven.stuk_id != stuk.pk):
        raise Http404
    form = formulieren.EmbargoForm(request.POST or None, partner_id=door.partner_id)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data | {"anderen_zien": rules.AnderenZien(form.cleaned_data["anderen_zien"])}
        try:
            actions.zet_embargo(door=door, stuk=stuk, gegeven=gegeven, **schoon)
        except ValueError as nee:
            form.add_error(None, str(nee))
        else:
            messages.success(request, _("Het embargo geldt nu. Andere partners zien dit niet meer."))
            return redirect("embargos")
    context = {
        "form": form,
        "stuk": stuk,
        "gegeven": gegeven,
        "embargos": queries.embargos(door=door, stuk_id=stuk.pk),
    }
    return render(request, "convenant/stuk_embargo.html", context)


@require_safe
@pagina
def embargos(request: HttpRequest, door: Actor) -> HttpResponse:
    """Our holds, and plans of others that touched them."""
    _werkt_met_stukken(door)
    context = {
        "embargos": queries.embargos(door=door).filter(opgeheven_op__isnull=True),
        "afstemmingen": list(queries.afstemmingen(door=door)[:100]),
    }
    return render(request, "convenant/embargos.html", context)


@lees_en_schrijf
@pagina
def embargo_herzien(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Lift or prolong."""
    embargo = queries.embargo(door=door, id=id)
    if embargo is None or embargo.opgeheven_op is not None:
        raise Http404
    form = formulieren.HerzieningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        try:
            if schoon["besluit"] == "opheffen":
                actions.hef_embargo_op(door=door, embargo=embargo, reden=schoon["reden"])
            else:
                actions.verleng_embargo(
                    door=door, embargo=embargo, herzien_op=schoon["herzien_op"], reden=schoon["reden"]
                )
        except ValueError as nee:
            form.add_error(None, str(nee))
        else:
            messages.success(request, _("Vastgelegd."))
            return redirect("embargos")
    return render(request, "convenant/embargo_herzien.html", {"form": form, "embargo": embargo})


@require_POST
@pagina
def afstemming_klaar(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """We have spoken with whoever planned something."""
    afstemming = queries.afstemmingen(door=door).filter(pk=id).first()
    if afstemming is None:
        raise Http404
    actions.handel_afstemming_af(door=door, afstemming=afstemming)
    return redirect("embargos")


@lees_en_schrijf
@pagina
def afstemmen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Before going somewhere: does somebody ask to wait? By POST, so that no address stands in an address bar."""
    _werkt_met_stukken(door)
    form = formulieren.AfstemForm(request.POST or None)
    adviezen = None
    if request.method == "POST" and form.is_valid():
        try:
            adviezen = actions.stem_af(
                door=door, inhouden=form.inhouden(), voornemen=form.cleaned_data["voornemen"],
                gepland_op=form.cleaned_data["gepland_op"],
            )  # fmt: skip
        except ValueError as nee:
            form.add_error("voornemen", str(nee))
    return render(request, "convenant/afstemmen.html", {"form": form, "adviezen": adviezen})


@lees_en_schrijf
@pagina
def stuk_besloten(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Close an object to all but the named, or open it again."""
    stuk = eigen_stuk(door, id)
    form = formulieren.SluitForm(request.POST or None, collegas=queries.collegas(door=door))
    if request.method == "POST" and form.is_valid():
        if request.POST.get("stap") == "open":
            actions.maak_open(door=door, stuk=stuk)
            messages.success(request, _("Weer open voor collega’s die het nodig hebben."))
        else:
            actions.sluit(door=door, stuk=stuk, leden=[b.gebruiker_id for b in form.cleaned_data["leden"]])
            messages.success(request, _("Gesloten. Alleen de genoemde collega’s zien dit nog."))
        return redirect("stuk-besloten", id=stuk.pk)
    leden = stuk.betrokkenen.filter(tot__isnull=True).select_related("gebruiker", "partner")
    return render(request, "convenant/stuk_besloten.html", {"form": form, "stuk": stuk, "leden": leden})


@lees_en_schrijf
@pagina
def bron_vragen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Ask the bringing partner for the source of one piece (`id` is that of the gegeven)."""
    gegeven = queries.gegeven(door=door, id=id)
    if gegeven is None or gegeven.eigenaar_id == door.partner_id:
        raise Http404
    stuk = queries.stuk(door=door, id=gegeven.stuk_id)
    vertrouwen = stuk is not None and stuk.vertrouwen
    form = formulieren.BronForm(request.POST or None, vertrouwen=vertrouwen)
    if request.method == "POST" and form.is_valid():
        try:
            actions.vraag_bron(
                door=door, gegeven=gegeven, reden=form.cleaned_data["reden"], id=form.cleaned_data["id"]
            )
        except ValueError as nee:
            form.add_error("reden", str(nee))
        else:
            messages.success(request, _("Je vraag staat bij wie het inbracht."))
            return redirect("bronverzoeken")
    context = {"form": form, "gegeven": gegeven, "stuk": stuk, "vertrouwen": vertrouwen}
    return render(request, "convenant/bron_vragen.html", context)


@require_safe
@pagina
def bronverzoeken(request: HttpRequest, door: Actor) -> HttpResponse:
    """Requests for a source that we made or got."""
    _werkt_met_stukken(door)
    verzoeken = list(queries.bronverzoeken(door=door)[:200])
    return render(
        request, "convenant/bronverzoeken.html", {"verzoeken": verzoeken, "partner_id": door.partner_id}
    )


@lees_en_schrijf
@pagina
def bronverzoek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One of them; the bringer answers here."""
    verzoek = queries.bronverzoek(door=door, id=id)
    if verzoek is None:
        raise Http404
    mag = verzoek.eigenaar_id == door.partner_id and verzoek.status == Bronverzoek.Status.OPEN
    form = BeslisForm(request.POST or None) if mag else None
    if request.method == "POST" and form is not None and form.is_valid():
        actions.beantwoord_bronverzoek(
            door=door,
            verzoek=verzoek,
            toezeggen=form.cleaned_data["besluit"] == "ja",
            antwoord=form.cleaned_data["antwoord"],
        )
        messages.success(request, _("Je antwoord is verstuurd."))
        return redirect("bronverzoeken")
    context = {"verzoek": verzoek, "form": form, "ik_vroeg": verzoek.vrager_id == door.partner_id}
    return render(request, "convenant/bronverzoek.html", context)


@lees_en_schrijf
@pagina
def stuk_toestemming(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Record consent, refusal or an emergency on an object."""
    stuk = eigen_stuk(door, id)
    form = formulieren.ToestemmingForm(request.POST or None, initial={"vertrouwen": stuk.vertrouwen})
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        try:
            actions.leg_toestemming_vast(
                door=door,
                stuk=stuk,
                soort=rules.ToestemmingSoort(schoon["soort"]),
                gever=schoon["gever"],
                wijze=schoon["wijze"] or "mondeling",
                categorieen=[rules.Categorie(c) for c in schoon["categorieen"]],
                partners=[p.pk for p in schoon["partners"]],
                toelichting=schoon["toelichting"],
                tot=schoon["tot"],
            )
            actions.markeer_vertrouwen(door=door, stuk=stuk, vertrouwen=schoon["vertrouwen"])
        except ValueError as nee:
            form.add_error(None, str(nee))
        else:
            messages.success(request, _("Vastgelegd. Delen kan alleen nog binnen wat de cliënt goedvindt."))
            return redirect("stuk-toestemming", id=stuk.pk)
    context = {
        "form": form,
        "stuk": stuk,
        "toestemmingen": queries.toestemmingen_op(door=door, stuk_id=stuk.pk),
    }
    return render(request, "convenant/stuk_toestemming.html", context)


@require_POST
@pagina
def toestemming_intrekken(request: HttpRequest, door: Actor, id: UUID, toestemming: UUID) -> HttpResponse:
    """The client withdraws."""
    stuk = eigen_stuk(door, id)
    deze = queries.toestemmingen_op(door=door, stuk_id=stuk.pk).filter(pk=toestemming).first()
    if deze is None:
        raise Http404
    terug = actions.trek_toestemming_in(door=door, toestemming=deze)
    bericht = _("Ingetrokken. {aantal} verstrekkingen zijn teruggenomen.").format(aantal=len(terug))
    messages.success(request, bericht)
    return redirect("stuk-toestemming", id=stuk.pk)

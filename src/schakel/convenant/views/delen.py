# SPDX-License-Identifier: EUPL-1.2
"""Asking "Mag dit?", sharing an object, and the register of acts of sharing (CNV-02, CNV-03)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.convenant import actions, queries, rules
from schakel.convenant.forms.delen import DeelForm, MagDitForm, RedenForm
from schakel.convenant.models import Stuk, Verstrekking
from schakel.convenant.views import pagina
from schakel.toegang.actor import Actor


@require_safe
@pagina
def mag_dit(request: HttpRequest, door: Actor) -> HttpResponse:
    """The question without an object: may my organisation share this? The address holds no personal data."""
    form = MagDitForm(request.GET or None, eigen=door.partner_id)
    mag = queries.mag_dit(door=door, **form.vraag()) if form.is_bound and form.is_valid() else None
    return render(request, "convenant/mag_dit.html", {"form": form, "mag": mag})


def _eigen_stuk(door: Actor, id: UUID) -> Stuk:
    """A visible object of one's own partner; anything else does not exist."""
    stuk = queries.stuk(door=door, id=id)
    if stuk is None or stuk.eigenaar_id != door.partner_id:
        raise Http404
    return stuk


def _deelform(request: HttpRequest, door: Actor, stuk: Stuk) -> DeelForm:
    aanwezig = {rules.Categorie(c) for c in queries.categorieen_op(door=door, stuk_id=stuk.pk)}
    return DeelForm(
        request.POST if request.method == "POST" else None,
        initial={k: v for k, v in request.GET.items() if k in ("met", "functie", "doel")},
        eigen=door.partner_id,
        aanwezig=aanwezig,
        van_soort=stuk.eigenaar.soort,
        lijst=queries.vragenlijst(rules.Moment.VERSTREKKING),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@pagina
def stuk_delen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """First "may this?", then share. `stap` is what the colleague pressed: `bekijk` or `verstrek`."""
    stuk = _eigen_stuk(door, id)
    form = _deelform(request, door, stuk)
    context: dict[str, Any] = {
        "form": form, "stuk": stuk, "soort": rules.naam(rules.StukSoort(stuk.soort)),
        "gedeeld": queries.gedeeld_met(door=door, stuk_id=stuk.pk),
    }  # fmt: skip
    if request.method == "POST" and form.is_valid():
        context["mag"] = mag = queries.mag_dit(door=door, stuk=stuk, **form.vraag())
        if request.POST.get("stap") == "verstrek" and mag.toegestaan:
            verstrekking = _verstrek(door, stuk, form, context)
            if verstrekking is not None:
                _meld(request, verstrekking)
                return redirect("verstrekking", id=verstrekking.pk)
    return render(request, "convenant/stuk_delen.html", context)


def _verstrek(door: Actor, stuk: Stuk, form: DeelForm, context: dict[str, Any]) -> Verstrekking | None:
    """Share, or put what stands in the way at the right fields."""
    schoon = form.cleaned_data
    try:
        return actions.verstrek_met_checklist(
            door=door, stuk=stuk, tot=schoon["tot"], motivering=schoon["motivering"], id=schoon["id"],
            antwoorden=form.antwoorden(), protocol=form.ingevuld_protocol(), **form.vraag(),
        )  # fmt: skip
    except actions.ChecklistOpen as tegen:
        context["contact"] = tegen.contact
        for vraag in tegen.vragen:
            form.add_error(f"vraag_{vraag.id}", _("Zonder dit antwoord kan er niet gedeeld worden."))
    except actions.ProtocolOpen as tegen:
        for naam, _label in tegen.velden:
            form.add_error(f"protocol_{naam}", _("Vul dit in: jullie eigen wet vraagt erom."))
    except actions.NietToegestaan as nee:
        form.add_error(None, str(nee))
    return None


def _meld(request: HttpRequest, verstrekking: Verstrekking) -> None:
    if verstrekking.wacht_op_tweede:
        messages.info(
            request, _("Vastgelegd. Een collega moet dit nog bevestigen; pas dan ziet de ander het.")
        )
    else:
        messages.success(request, _("Gedeeld met {partner}.").format(partner=verstrekking.aan_partner))


@require_POST
@pagina
def stuk_oordeel(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The judgement alone, for the page that is being filled in."""
    stuk = _eigen_stuk(door, id)
    form = _deelform(request, door, stuk)
    mag = queries.mag_dit(door=door, stuk=stuk, **form.vraag()) if form.is_valid() else None
    return render(request, "convenant/onderdelen/mag_dit.html", {"mag": mag, "stuk": stuk, "delen": True})


@require_safe
@pagina
def verstrekkingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The register: what we gave and what we were given."""
    richting = request.GET.get("richting", "")
    rijen = queries.verstrekkingen(door=door)
    if richting == "gegeven":
        rijen = rijen.filter(van_partner_id=door.partner_id)
    elif richting == "gekregen":
        rijen = rijen.filter(aan_partner_id=door.partner_id)
    blad = Paginator(rijen, 50).get_page(request.GET.get("pagina"))
    return render(request, "convenant/verstrekkingen.html", {"pagina": blad, "richting": richting})


def _verstrekking(door: Actor, id: UUID) -> Verstrekking:
    gevonden = queries.verstrekking(door=door, id=id)
    if gevonden is None:
        raise Http404
    return gevonden


@require_safe
@pagina
def verstrekking(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One act of sharing with all that is on record of it."""
    deze = _verstrekking(door, id)
    stuk = queries.stuk(door=door, id=deze.stuk_id)
    ik_gaf = deze.van_partner_id == door.partner_id
    context = {
        "verstrekking": deze,
        "stuk": stuk,
        "ik_gaf": ik_gaf,
        "grondslagen": queries.grondslagen(deze.grondslagen).values(),
        "protocol": [
            (label, (deze.protocol or {}).get(naam))
            for naam, label in rules.protocolvelden(
                deze.van_partner.soort, [rules.Categorie(c) for c in deze.categorieen]
            )
        ]
        if ik_gaf
        else [],
        "mag_bevestigen": ik_gaf
        and deze.wacht_op_tweede
        and deze.door != door.gebruiker_id
        and stuk is not None,
        "mag_intrekken": ik_gaf and deze.ingetrokken_op is None and stuk is not None,
    }
    return render(request, "convenant/verstrekking.html", context)


@require_POST
@pagina
def verstrekking_bevestigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The second pair of eyes."""
    deze = _verstrekking(door, id)
    if queries.stuk(door=door, id=deze.stuk_id) is None or deze.van_partner_id != door.partner_id:
        raise Http404
    try:
        actions.bevestig(door=door, verstrekking=deze)
    except PermissionError as nee:
        messages.error(request, str(nee))
    else:
        messages.success(request, _("Bevestigd. {partner} ziet het nu.").format(partner=deze.aan_partner))
    return redirect("verstrekking", id=deze.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@pagina
def verstrekking_intrekken(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Take back, with a reason."""
    deze = _verstrekking(door, id)
    if queries.stuk(door=door, id=deze.stuk_id) is None or deze.van_partner_id != door.partner_id:
        raise Http404
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.trek_in(door=door, verstrekking=deze, reden=form.cleaned_data["reden"])
        messages.success(
            request, _("Ingetrokken. {partner} ziet het vanaf nu niet meer.").format(partner=deze.aan_partner)
        )
        return redirect("verstrekking", id=deze.pk)
    return render(request, "convenant/verstrekking_intrekken.html", {"form": form, "verstrekking": deze})

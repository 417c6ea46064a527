# SPDX-License-Identifier: EUPL-1.2
"""The catalogue per municipality, plans and whom to call first, mandates and decisions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.convenant import queries as convenant
from schakel.interventie import actions, queries, rules
from schakel.interventie.forms import (
    AfrondForm,
    BeslisForm,
    MandaatForm,
    RegelsForm,
    VoornemenForm,
    WaarForm,
)
from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.partner import queries as partners
from schakel.partner.models import Gemeente
from schakel.toegang.actor import Actor

LEZERS = (*queries.PLANNERS, "regiocoordinator")
lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])


def voer_uit(form: Form, doe: Callable[[], Any]) -> int:
    """200 done, 422 refused with the reasons in the form, 409 somebody was first."""
    try:
        doe()
    except actions.KanNiet as nee:
        form.add_error(None, nee.redenen)
    except actions.Verouderd:
        form.add_error(None, _("Iemand anders was je voor. Kijk hoe het nu staat; je tekst staat er nog."))
        return 409
    except PermissionError as nee:
        raise Http404 from nee
    except ValueError as nee:
        form.add_error(None, str(nee))
    return 422 if form.errors else 200


@require_safe
@binnen(*LEZERS)
def interventies(request: HttpRequest, door: Actor) -> HttpResponse:
    """The catalogue: who is competent, on what ground, and whether this municipality has the rule it needs."""
    form = WaarForm(request.GET or None, gemeenten=partners.gemeenten(klok.vandaag()))
    gemeente: Gemeente | None = form.cleaned_data["gemeente"] if form.is_valid() else None
    regels = queries.regels_van(gemeenten=[gemeente])[0][1] if gemeente else {}
    terreinen: dict[str, list[dict[str, Any]]] = {code: [] for code in rules.TERREINEN}
    soorten = list(rules.geldige_soorten(klok.vandaag()))
    gronden = convenant.grondslagen(soort.grondslag for soort in soorten)
    for soort in soorten:
        rij = {
            "soort": soort,
            "grond": gronden.get(soort.grondslag),
            "vereist": rules.GEMEENTEREGELS.get(soort.vereist, ""),
            "hier": rules.beschikbaar(soort, regels).value if gemeente else "",
        }
        terreinen[soort.terrein].append(rij)
    context = {
        "form": form,
        "gemeente": gemeente,
        "mag_regels": gemeente is not None and _mag_regels(door, gemeente),
        "plant": door.is_een(*queries.PLANNERS),
        "beheert": door.is_een(*queries.BEHEER),
        "terreinen": [(rules.TERREINEN[code], rijen) for code, rijen in terreinen.items()],
    }
    return render(request, "interventie/catalogus.html", context)


def _mag_regels(door: Actor, gemeente: Gemeente) -> bool:
    eigen = gemeente.partner_id == door.partner_id and door.is_een("aandachtsfunctionaris")
    return eigen or door.is_een("ketenregisseur")


@lees_en_schrijf
@binnen(*queries.BEHEER)
def gemeente(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Which rules of its own a municipality has."""
    deze = partners.gemeenten(klok.vandaag()).filter(pk=id).first()
    if deze is None or not _mag_regels(door, deze):
        raise Http404
    form = RegelsForm(
        request.POST if request.method == "POST" else None, bekend=queries.gemeenteregels(gemeente=deze)
    )
    if request.method == "POST" and form.is_valid():
        actions.leg_regels_vast(door=door, gemeente=deze, regels=form.regels())
        messages.success(request, _("Bewaard. De catalogus laat nu zien wat hier kan."))
        return redirect("interventies")
    status = 422 if form.errors else 200
    return render(request, "interventie/gemeente.html", {"form": form, "gemeente": deze}, status=status)


@require_safe
@binnen(*queries.PLANNERS)
def voornemens(request: HttpRequest, door: Actor) -> HttpResponse:
    """The plans of one's own partner, with whom to call first."""
    rijen = list(queries.voornemens(door=door, ook_oude="oud" in request.GET)[:200])
    bellen = queries.botsingen(door=door, voornemens=rijen)
    context = {"rijen": [(v, any(b.open for b in bellen[v.pk])) for v in rijen]}
    return render(request, "interventie/voornemens.html", context)


@lees_en_schrijf
@binnen(*queries.PLANNERS)
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Enter a plan; the answer is whom to call, or that nobody asks to wait."""
    form = VoornemenForm(request.POST if request.method == "POST" else None)
    gemaakt: list[Any] = []
    if request.method == "POST" and form.is_valid():
        doe = lambda: gemaakt.append(actions.neem_voor(door=door, **form.plan()))  # noqa: E731
        if voer_uit(form, doe) == 200:
            plan, adviezen = gemaakt[0]
            for advies in adviezen:
                messages.warning(request, advies.tekst)
            messages.success(request, _("Ingevoerd en vergeleken met de plannen van de partners."))
            return redirect("voornemen", id=plan.pk)
    status = 422 if form.errors else 200
    return render(request, "interventie/nieuw.html", {"form": form}, status=status)


@lees_en_schrijf
@binnen(*queries.PLANNERS)
def voornemen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One plan: what, where, whom to call, and what came of it."""
    plan = queries.voornemen(door=door, id=id)
    if plan is None:
        raise Http404
    form, status = AfrondForm(initial={"versie": plan.versie}), 200
    if request.method == "POST" and "bevestig" in request.POST:
        bevestigd = request.POST["bevestig"]
        bellen = queries.botsingen(door=door, voornemens=[plan])[plan.pk]
        deze = next((b for b in bellen if str(b.botsing.pk) == bevestigd), None)
        if deze is None:
            raise Http404
        actions.bevestig(door=door, voornemen=plan, botsing_id=deze.botsing.pk)
        messages.success(request, _("Bevestigd. Als de ander dat ook doet, kan het doorgaan."))
        return redirect("voornemen", id=plan.pk)
    if request.method == "POST":
        form = AfrondForm(request.POST)
        doe = lambda: actions.rond_af(door=door, voornemen=plan, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Het voornemen is afgerond."))
            return redirect("voornemens")
    bellen = queries.botsingen(door=door, voornemens=[plan])[plan.pk]
    adviezen = actions.wie_bellen(door=door, voornemen=plan)
    wacht = bool(adviezen) or any(b.open for b in bellen)
    context = {"plan": plan, "form": form, "bellen": bellen, "adviezen": adviezen, "wacht": wacht}
    return render(request, "interventie/voornemen.html", context, status=status)


@lees_en_schrijf
@binnen(*queries.BEHEER)
def mandaten(request: HttpRequest, door: Actor) -> HttpResponse:
    """Who decides on what in one's own municipality, and what is waiting for a decision."""
    form = MandaatForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        doe = lambda: actions.geef_mandaat(door=door, **form.cleaned_data)  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("Het mandaat is vastgelegd."))
            return redirect("mandaten")
    context = {
        "form": form,
        "mandaten": [
            (m, rules.CATALOGUS[m.soort].naam) for m in queries.mandaten(partner_id=door.partner_id)
        ],
        "verzoeken": [(v, rules.CATALOGUS[v.soort].naam) for v in queries.beslisverzoeken(door=door)],
    }
    return render(request, "interventie/mandaten.html", context, status=422 if form.errors else 200)


@lees_en_schrijf
@binnen(*queries.BEHEER)
def beslisverzoek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Record what mayor or college decided."""
    verzoek = queries.beslisverzoek(door=door, id=id)
    if verzoek is None:
        raise Http404
    mag = verzoek.partner_id == door.partner_id and verzoek.stand == rules.BesluitStand.OPEN
    form = BeslisForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        doe = lambda: actions.beslis(door=door, verzoek=verzoek, **form.cleaned_data)  # noqa: E731
        if voer_uit(form, doe) == 200:
            messages.success(request, _("Het besluit ligt vast."))
            return redirect("mandaten")
    actions.lees_verzoek(door=door, verzoek=verzoek)
    context = {"verzoek": verzoek, "kader": rules.CATALOGUS[verzoek.soort], "form": form if mag else None}
    return render(request, "interventie/beslisverzoek.html", context, status=422 if form.errors else 200)

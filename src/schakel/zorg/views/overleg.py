# SPDX-License-Identifier: EUPL-1.2
"""Meetings of care: plan, agenda, one client at a time; signals they discuss and bring in elsewhere."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.kern.samen import Vraag, vraag_samen
from schakel.partner.models import Orgaan
from schakel.partner.queries import geldig_op
from schakel.signaal import queries as signalen
from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms, queries
from schakel.zorg.models import Inbreng, Overlegsignaal
from schakel.zorg.rules import inhoud
from schakel.zorg.views.trajecten import in_zorg, voer_uit


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def lijst(request: HttpRequest, door: Actor) -> HttpResponse:
    """Meetings of the bodies of care; the regiocoördinator plans."""
    form = forms.BesprekingForm(request.POST if request.method == "POST" else None, door=door)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.plan_bespreking(door=door, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Het zorgoverleg is gepland."))
            return redirect("zorgoverleggen")
    rijen, organen, signalen_, inbrengen, zonder, aanpak = vraag_samen(_LIJST, door=door)
    mag = door.functie == queries.REGIE
    context = {
        "form": form,
        "rijen": rijen,
        "mag": mag,
        "organen": _per_orgaan(organen, signalen_, inbrengen),
        "zonder": zonder,
        "aanpak": aanpak if mag else [],
    }
    return render(request, "zorg/overleggen.html", context, status=status)


_LIJST: tuple[Vraag, ...] = (
    lambda door: queries.besprekingen(door=door)[:50],
    lambda door: queries.zorgorganen(door=door),
    lambda door: queries.overlegsignalen(door=door),
    lambda door: queries.inbrengen(door=door).filter(geldig_op(klok.vandaag())),
    lambda door: queries.zonder_overleg(door=door)[:100],
    lambda door: queries.aanpakorganen(door=door),
)


def _per_orgaan(
    organen: list[Orgaan], rijen: list[Overlegsignaal], inbrengen: list[Inbreng]
) -> list[dict[str, Any]]:
    """Per body of care the open signals it discusses, each with where it was brought in."""
    ingebracht: dict[UUID, list[Inbreng]] = {}
    for inbreng in inbrengen:
        ingebracht.setdefault(inbreng.signaal_id, []).append(inbreng)
    per_orgaan: dict[UUID, list[dict[str, Any]]] = {}
    for rij in rijen:
        item = {"rij": rij, "ingebracht": ingebracht.get(rij.signaal_id, [])}
        per_orgaan.setdefault(rij.orgaan_id, []).append(item)
    return [{"orgaan": orgaan, "items": per_orgaan.get(orgaan.pk, [])} for orgaan in organen]


@require_POST
@in_zorg
def signaal(request: HttpRequest, door: Actor) -> HttpResponse:
    """One step with a signal in the zorgoverleg; `stap` says which."""
    dit = signalen.signaal(door=door, id=request.POST.get("signaal", ""))
    if dit is None:
        raise Http404
    stap, form = request.POST.get("stap", ""), Form(request.POST)
    if stap == "afspraak":
        afspraak = request.POST.get("tekst", "")
        voer_uit(form, lambda: actions.spreek_af(door=door, signaal=dit, afspraak=afspraak))
    elif stap == "plaats":
        orgaan = _gekozen(request, queries.zorgorganen(door=door))
        voer_uit(form, lambda: actions.verplaats(door=door, signaal=dit, orgaan=orgaan))
    elif stap == "inbrengen":
        orgaan = _gekozen(request, queries.aanpakorganen(door=door))
        voer_uit(form, lambda: actions.breng_in(door=door, signaal=dit, orgaan=orgaan))
    else:
        inbreng = queries.inbreng(door=door, id=request.POST.get("inbreng", ""))
        if stap != "terug" or inbreng is None or inbreng.signaal_id != dit.pk:
            raise Http404
        voer_uit(form, lambda: actions.haal_terug(door=door, inbreng=inbreng))
    if form.errors:
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("zorgoverleggen")


def _gekozen(request: HttpRequest, organen: QuerySet[Orgaan]) -> Orgaan:
    """The body that was chosen, out of those that may be."""
    sleutel = uuid_of_niets(request.POST.get("orgaan", ""))
    orgaan = organen.filter(pk=sleutel).first() if sleutel else None
    if orgaan is None:
        raise Http404
    return orgaan


@require_http_methods(["GET", "HEAD", "POST"])
@in_zorg
def bespreking(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One meeting: the clients on it, each opened when that may be."""
    deze = queries.bespreking(door=door, id=id)
    if deze is None:
        raise Http404
    agenda = forms.BespreekForm(request.POST if request.POST.get("stap") == "agenda" else None, door=door)
    fout: Any = None
    if request.method == "POST":
        fout = agenda
        if request.POST.get("stap") == "agenda":
            doe = lambda: actions.bespreek(door=door, bespreking=deze, **agenda.cleaned_data)  # noqa: E731
            status = voer_uit(agenda, doe) if agenda.is_valid() else 422
        else:
            fout = forms.PuntForm(request.POST)
            status = _punt(request, door, deze, fout)
        if status == 200:
            return redirect("zorgoverleg", id=deze.pk)
    punten = [
        {
            "punt": p,
            "dicht": actions.dicht(p),
            "regels": [
                (str(inhoud.SOORTEN[g.soort].naam), inhoud.in_woorden(g.soort, g.inhoud))
                for g in actions.open_punt(door=door, punt=p)
            ],
        }
        for p in queries.punten(door=door, bespreking=deze)
    ]
    context = {"bespreking": deze, "punten": punten, "agenda": agenda, "fout": fout}
    return render(request, "zorg/overleg.html", context, status=422 if fout is not None else 200)


def _punt(request: HttpRequest, door: Actor, deze: Any, form: Any) -> int:
    """The guardian, or what was agreed."""
    punt = queries.punt(door=door, bespreking=deze, id=request.POST.get("punt", ""))
    if punt is None:
        raise Http404
    if not form.is_valid():
        return 422
    tekst = form.cleaned_data["tekst"]
    if request.POST.get("stap") == "voogd":
        return voer_uit(form, lambda: actions.noteer_voogd(door=door, punt=punt, voogd=tekst))
    return voer_uit(form, lambda: actions.leg_afspraak_vast(door=door, punt=punt, afspraak=tekst))

# SPDX-License-Identifier: EUPL-1.2
"""The pages of a meeting: the list, one screen from which it runs, the minutes per reader, one action."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import queries as casussen
from schakel.casus.views.daad import met_nieuwe_versie, voer_uit
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.melding.views.binnen import binnen
from schakel.overleg import actions, queries, rules
from schakel.overleg.forms import AanwezigForm, ActieForm, AgendaForm, BesluitForm, PlanForm, ZaalForm
from schakel.overleg.models import Aanwezige, Agendapunt, Deelname, Overleg
from schakel.partner import queries as partners
from schakel.partner.models import OrgaanLid
from schakel.toegang.actor import Actor
from schakel.zorg import queries as zorg

STATUS_SOORT = {"gepland": "neutraal", "bezig": "bezig", "afgesloten": "dicht"}


@require_safe
@binnen(*casussen.CASUSROLLEN)
def overleggen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The meetings of the bodies in which the actor sits, latest first."""
    context = {
        "pagina_": Paginator(queries.overleggen(door=door), 25).get_page(request.GET.get("pagina")),
        "mag_nieuw": door.functie in rules.VOORZITTERS,
        "soorten": STATUS_SOORT,
    }
    return render(request, "overleg/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.VOORZITTERS)
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Plan a meeting, and go on to its agenda."""
    form = PlanForm(request.POST if request.method == "POST" else None, door=door)
    status = 200
    if request.method == "POST" and form.is_valid():
        gepland: list[Overleg] = []
        status = voer_uit(form, lambda: gepland.append(actions.plan(door=door, **form.cleaned_data)))
        if gepland:
            messages.success(request, _("Het overleg is gepland. Zet nu de casussen op de agenda."))
            return redirect("overleg", id=gepland[0].pk)
    return render(request, "overleg/nieuw.html", {"form": form}, status=422 if form.errors else status)


def van(door: Actor, id: object) -> Overleg:
    overleg = queries.overleg(door=door, id=id)
    if overleg is None:
        raise Http404
    return overleg


@require_safe
@binnen(*casussen.CASUSROLLEN)
def overleg(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Preparing and running from one screen."""
    return _scherm(request, door, van(door, id))


def _scherm(
    request: HttpRequest,
    door: Actor,
    dit: Overleg,
    gebonden: dict[str, Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The screen; `gebonden`: forms that came back with errors, by name (`agenda`, or the id of an item)."""
    gebonden = gebonden or {}
    delen = queries.mijn_delen(door=door, overleg=dit)
    punten = list(queries.agenda(door=door, overleg=dit))
    actions.lees(door=door, punten=punten)
    leidt = actions.leidt(door, dit) and dit.status != rules.Status.AFGESLOTEN
    context: dict[str, Any] = {
        "overleg": dit,
        "leidt": leidt,
        "soort": STATUS_SOORT[dit.status],
        "gelaagd": len(delen) > 1,
        "delen": _delen(door, dit, delen, punten, gebonden, leidt),
        "volgende": rules.OVERGANGEN[rules.Status(dit.status)],
        "te_laat": queries.te_late_acties(door=door, overleg=dit),
        "gast": [] if punten else queries.deelnames(door=door, overleg=dit).filter(soort="gast"),
    }
    if leidt:
        kandidaten = queries.kandidaten(door=door, overleg=dit)
        context["agendaform"] = gebonden.get("agenda") or AgendaForm(kandidaten=kandidaten, delen=delen)
        context["kandidaten"] = list(kandidaten[:50])
    return render(request, "overleg/overleg.html", context, status=status)


def _delen(
    door: Actor,
    dit: Overleg,
    delen: Iterable[int],
    punten: list[Agendapunt],
    gebonden: dict[str, Form],
    leidt: bool,
) -> list[dict[str, Any]]:
    """Per part the room and the numbered items with what was proposed, decided and given to do."""
    rijen = _rijen(door, dit, punten)
    deelnames: dict[UUID, list[Deelname]] = {}
    for deelname in queries.deelnames(door=door, overleg=dit):
        deelnames.setdefault(deelname.agendapunt_id, []).append(deelname)
    aanwezig = list(queries.aanwezigen(door=door, overleg=dit))
    leden = list(queries.leden(overleg=dit)) if leidt else []
    functies = (
        list(partners.functies_met_rol(FUNCTIE_DELEN).order_by("partner__naam", "naam")) if leidt else []
    )
    uit = []
    for deel, genummerd in rules.per_deel(punten, delen):
        items = [
            {"nummer": nummer, "punt": punt, "deelnames": deelnames.get(punt.pk, []), **rijen[punt.pk]}
            for nummer, punt in genummerd
        ]
        if leidt and dit.status == rules.Status.BEZIG:
            for item in items:
                eigen = gebonden.get(str(item["punt"].pk))
                item["form"] = eigen or BesluitForm(
                    voorgesteld=item["voorgesteld"], auto_id=f"id_{item['punt'].pk}_%s"
                )
        hier = [a for a in aanwezig if a.deel == deel]
        vak: dict[str, Any] = {
            "deel": deel,
            "uit_zorg": _uit_zorg(door, dit) if deel == 1 else [],
            "naam": rules.DELEN[deel],
            "items": items,
            "aanwezig": hier,
            "minuten": sum(p.minuten for _nr, p in genummerd),
        }
        if leidt:
            vak["form"] = _zaal(leden, deel, hier)
            vak["zaalform"] = ZaalForm(
                leden=leden, functies=functies, punten=genummerd, deel=deel, auto_id=f"id_zaal{deel}_%s"
            )
        uit.append(vak)
    return uit


def delen_met_inhoud(door: Actor, dit: Overleg, punten: list[Agendapunt]) -> list[dict[str, Any]]:
    """Per part what stands in the minutes for this reader."""
    return _delen(door, dit, queries.mijn_delen(door=door, overleg=dit), punten, {}, False)


def _uit_zorg(door: Actor, dit: Overleg) -> list[Any]:
    """What the regiocoördinator brings into part 1 of this meeting (ZOR-03)."""
    return zorg.ingebracht(door=door, orgaan=dit.orgaan, dag=localdate(dit.tijdstip))


def _zaal(leden: list[OrgaanLid], deel: int, aanwezig: list[Aanwezige]) -> AanwezigForm:
    """Who is in the room, as it was noted."""
    form = AanwezigForm(leden=leden, deel=deel, auto_id=f"id_deel{deel}_%s")
    er = {(a.partner_id, a.rol) for a in aanwezig if a.aanwezig}
    form.initial = {"aanwezig": [pk for pk, lid in form.zetels.items() if (lid.partner_id, lid.rol) in er]}
    return form


def _rijen(door: Actor, dit: Overleg, punten: Iterable[Agendapunt]) -> dict[UUID, dict[str, Any]]:
    """Per item: proposed measures, decisions with their actions; three queries in all."""
    rijen: dict[UUID, dict[str, Any]] = {p.pk: {"voorgesteld": [], "besluiten": []} for p in punten}
    per_casus: dict[tuple[UUID, int], list[Any]] = {}
    for interventie in casussen.voorgesteld(door=door, casussen=[p.casus_id for p in punten]):
        per_casus.setdefault(interventie.casus_id, []).append(interventie)
    for punt in punten:
        alle = per_casus.get(punt.casus_id, [])
        rijen[punt.pk]["voorgesteld"] = [i for i in alle if i.deel <= punt.deel]
    acties: dict[UUID, list[Any]] = {}
    for actie in queries.acties(door=door, overleg=dit):
        acties.setdefault(actie.besluit_id, []).append(actie)
    besluiten = queries.besluiten(door=door, overleg=dit).filter(agendapunt_id__in=rijen)
    for besluit in besluiten:
        rijen[besluit.agendapunt_id]["besluiten"].append(
            {"besluit": besluit, "acties": acties.get(besluit.pk, [])}
        )
    return rijen


def leiding(door: Actor, id: UUID) -> Overleg:
    """The meeting, for who runs it; for others this address does not exist."""
    dit = van(door, id)
    if not actions.leidt(door, dit):
        raise Http404
    return dit


def terug(dit: Overleg, anker: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("overleg", kwargs={"id": dit.pk}) + anker)


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def status(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Begin or close."""
    dit, form = leiding(door, id), Form(request.POST)
    naar, gelezen = request.POST.get("naar", ""), request.POST.get("versie", "")
    versie = int(gelezen) if gelezen.isdecimal() and len(gelezen) < 9 else 0
    uitkomst = voer_uit(form, lambda: actions.zet_status(door=door, overleg=dit, naar=naar, versie=versie))
    if uitkomst != 200:
        messages.warning(
            request,
            " ".join(map(str, form.non_field_errors()))
            or _("Iemand anders was je voor. Kijk hoe het nu staat."),
        )
    return terug(dit)


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def aanwezig(request: HttpRequest, door: Actor, id: UUID, deel: int) -> HttpResponse:
    """Who is in the room."""
    dit = leiding(door, id)
    if deel not in queries.mijn_delen(door=door, overleg=dit):
        raise Http404
    form = AanwezigForm(request.POST, leden=queries.leden(overleg=dit), deel=deel)
    if form.is_valid():
        actions.noteer_aanwezig(door=door, overleg=dit, deel=deel, **form.zaal())
        messages.success(request, _("De aanwezigheid is genoteerd."))
    else:
        messages.warning(request, " ".join(str(f) for fs in form.errors.values() for f in fs))
    return terug(dit, f"#deel-{deel}")


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def agenda(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Put a case on the agenda."""
    dit = leiding(door, id)
    kandidaten = queries.kandidaten(door=door, overleg=dit)
    form = AgendaForm(request.POST, kandidaten=kandidaten, delen=queries.mijn_delen(door=door, overleg=dit))
    doe = lambda: actions.zet_op_agenda(door=door, overleg=dit, **form.cleaned_data)  # noqa: E731
    if form.is_valid() and voer_uit(form, doe) == 200:
        return terug(dit, "#agenda")
    return _scherm(request, door, dit, {"agenda": form}, 422)


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def besluit(request: HttpRequest, door: Actor, id: UUID, punt_id: UUID) -> HttpResponse:
    """A decision, typed in as it falls."""
    dit, punt = leiding(door, id), queries.agendapunt(door=door, id=punt_id)
    if punt is None or punt.overleg_id != dit.pk:
        raise Http404
    voorgesteld = _rijen(door, dit, [punt])[punt.pk]["voorgesteld"] if punt else []
    form = BesluitForm(request.POST, voorgesteld=voorgesteld, auto_id=f"id_{punt.pk}_%s")
    doe: Callable[[], Any] = lambda: actions.besluit(door=door, agendapunt=punt, **form.besluit())  # noqa: E731
    if form.is_valid() and voer_uit(form, doe) == 200:
        messages.success(request, _("Het besluit ligt vast."))
        return terug(dit, f"#punt-{punt.pk}")
    return _scherm(request, door, dit, {str(punt.pk): form}, 422)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*casussen.CASUSROLLEN)
def actie(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The holder tells what came of the action."""
    deze = queries.actie(door=door, id=id)
    if deze is None or deze.partner_id != door.partner_id:
        raise Http404
    form = ActieForm(request.POST if request.method == "POST" else None, initial={"versie": deze.versie})
    status = 200
    if request.method == "POST":
        doe = lambda: actions.rond_af(door=door, actie=deze, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("De actie is bijgewerkt."))
            return redirect("mijn-werk")
        if status == 409:
            deze = queries.actie(door=door, id=id) or deze
            met_nieuwe_versie(form, deze.versie)
    return render(
        request, "overleg/actie.html", {"actie": deze, "form": form, "conflict": status == 409}, status=status
    )

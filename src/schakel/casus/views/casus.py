# SPDX-License-Identifier: EUPL-1.2
"""The list of cases, a new case, and the case on one page."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import actions, queries, rules
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.forms import NieuwForm
from schakel.casus.models import (
    Actiedag,
    Casus,
    Dubbelrol,
    Evaluatie,
    Interventie,
    Preweegdocument,
    Stap,
    Strafstap,
    Weging,
)
from schakel.casus.rules.weging import NIVEAUS
from schakel.casus.views.daden import DADEN, mogelijk_bij
from schakel.casus.views.dossier import Deelstuk, dossier
from schakel.convenant import queries as convenant
from schakel.convenant.paneel import paneel
from schakel.convenant.rules import Fase, keuzes, kop
from schakel.interventie.queries import beslisverzoeken
from schakel.kern.bladen import blad
from schakel.melding.views.binnen import binnen
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.toegang.actor import Actor

VOOR_OVERLEG = (Fase.DETECTIE, Fase.DOSSIERVORMING, Fase.WEGING)

PER_BLAD = 20
"""Pieces of the dossier per page: what is not shown is not read."""

STATUS_SOORT = {
    "voorgesteld": "neutraal",
    "vastgesteld": "let-op",
    "aanvaard": "bezig",
    "geweigerd": "fout",
    "uitgevoerd": "goed",
}


@require_safe
@binnen(*queries.CASUSROLLEN)
def casussen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The cases in which the actor is named: headers only, so nobody's data is read here."""
    fase, ook_gesloten = request.GET.get("fase", ""), "gesloten" in request.GET
    rijen = queries.casussen(door=door, fase=fase, ook_gesloten=ook_gesloten)
    context = {
        "pagina_": blad(rijen, request.GET.get("pagina")),
        "fasen": keuzes(Fase),
        "fase": fase,
        "ook_gesloten": ook_gesloten,
        "mag_nieuw": door.functie in rules.REGIE,
        "mag_boete": door.is_een(*actions.BOETEFUNCTIES),
    }
    return render(request, "casus/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.REGIE)
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """Open a case from signals."""
    gekozen = {"signalen": request.GET.getlist("signaal")} if "signaal" in request.GET else {}
    form = NieuwForm(request.POST if request.method == "POST" else None, door=door, initial=gekozen)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        stukken = [convenant.stuk(door=door, id=id) for id in schoon["signalen"]]
        try:
            casus = actions.maak(door=door, **{**schoon, "signalen": [s for s in stukken if s is not None]})
        except Bezwaar as nee:
            form.add_error(None, nee.redenen)
        else:
            messages.success(request, _("De casus is geopend: %(kenmerk)s.") % {"kenmerk": casus.kenmerk})
            return redirect("casus", id=casus.pk)
    return render(request, "casus/nieuw.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@binnen(*queries.CASUSROLLEN)
def casus(request: HttpRequest, door: Actor, id: object) -> HttpResponse:
    """The case on one page, as far as this reader may see it."""
    deze = queries.casus(door=door, id=id)
    if deze is None:
        raise Http404
    alle = queries.plekken(door=door, casus=deze)
    blad_ = Paginator(alle, PER_BLAD).get_page(request.GET.get("pagina"))
    stukken = dossier(door=door, casus=deze, plekken=list(blad_))
    er_is = queries.wat_er_is(door=door, casus=deze)
    wegingen = list(queries.wegingen(door=door, casus=deze))
    interventies = list(queries.interventies(door=door, casus=deze))
    evaluaties = list(queries.evaluaties(door=door, casus=deze)) if Evaluatie in er_is else []
    stappen = list(queries.stappen(door=door, casus=deze))
    stand = queries.stand(
        casus=deze,
        stukken=len(alle),
        interventies=interventies,
        geevalueerd=bool(evaluaties),
        gewogen=any(w.soort == rules.WegingSoort.GEZAMENLIJK for w in wegingen),
    )
    regie = rules.mag_regie(door.functie, deze.eigenaar_id == door.partner_id)
    daden = {naam_: d for naam_, d in DADEN.items() if d.mag(door, deze, stand)}
    advies = rules.wat_nu(stand) if regie else None
    betrokkenen = list(queries.betrokkenen(door=door, casus=deze))
    context = {
        "casus": deze,
        "regie": regie,
        "advies": advies,
        "nu": daden.get(advies.daad) if advies else None,
        "vormen": [VORM_NAAM.get(v, v) for v in deze.vormen],  # type: ignore[call-overload]  # stored values of the enum
        "stappen": zes_stappen(stappen),
        "klaar_voor_overleg": deze.compleet_op and not deze.afgesloten_op and deze.stuk.fase in VOOR_OVERLEG,
        "huidige": None if deze.afgesloten_op else deze.stuk.fase,
        "geschiedenis": stappen,
        "dossier": stukken,
        "pagina_": blad_,
        "wegingen": per_ronde(wegingen, door),
        "strafstappen": queries.strafstappen(door=door, casus=deze) if Strafstap in er_is else [],
        "overdrachten": queries.overdrachten(door=door, casus=deze) if regie else [],
        "hoort_elders": rules.hoort_elders(deze.type.route, deze.stuk.eigenaar.soort)
        if regie and deze.type
        else "",
        "preweegdocumenten": queries.preweegdocumenten(door=door, casus=deze)
        if Preweegdocument in er_is
        else [],
        "bord": bord(door, interventies),
        "actiedagen": queries.actiedagen(door=door, casus=deze) if Actiedag in er_is else [],
        "evaluaties": evaluaties,
        "dubbelrollen": dubbelrollen(door, deze) if Dubbelrol in er_is else [],
        "gedeeld": gedeeld(door, deze, stukken),
        "betrokkenen": betrokkenen,
        "vroeg": rules.vroeg_betrekken(
            fase=deze.stuk.fase, vormen=deze.vormen, erbij={b.partner.soort for b in betrokkenen}
        )
        if regie and not stand.afgesloten
        else [],
        "daden": {naam_: d for naam_, d in daden.items() if not advies or naam_ != advies.daad},
    }
    return render(request, "casus/casus.html", context)


def dubbelrollen(door: Actor, deze: Casus) -> list[dict[str, Any]]:
    """Persons with two sides, in the words of the dossier."""
    rollen = list(queries.dubbelrollen(door=door, casus=deze))
    wie = actions.lees_dubbelrollen(door=door, rollen=rollen)
    return [
        {"rol": rol, "slachtoffer": wie[rol.slachtoffer_id], "verdachte": wie[rol.verdachte_id]}
        for rol in rollen
        if {rol.slachtoffer_id, rol.verdachte_id} <= wie.keys()
    ]


def zes_stappen(geschiedenis: Iterable[Stap]) -> list[dict[str, Any]]:
    """The line of six steps, each with the day on which the case last came there."""
    dagen = {stap.naar: stap.op for stap in geschiedenis if stap.naar != stap.van or stap.versie == 1}
    return [{"sleutel": f.value, "titel": kop(f), "datum": dagen.get(f.value)} for f in Fase]


def per_ronde(wegingen: Sequence[Weging], door: Actor) -> list[dict[str, Any]]:
    """Per round the views and the outcome side by side; `anders` marks a criterion on which they differ.

    `eerst_zelf`: the reader's own partner has not weighed yet, so the views of others stand folded.
    """
    rondes = []
    for nummer, rij in groupby(wegingen, key=lambda w: w.ronde):
        kolommen = list(rij)
        gevraagd_per = [rules.criteria_van(w.criteria_versie) for w in kolommen]
        anders = rules.verschillen(w.criteria for w in kolommen)
        criteria = [
            {
                "naam": titel,
                "anders": code in anders,
                "waarden": [
                    NIVEAUS[w.criteria.get(code, "onbekend")] if code in gevraagd else "–"
                    for w, gevraagd in zip(kolommen, gevraagd_per, strict=True)
                ],
            }
            for code, titel in rules.CRITERIA.items()
            if any(code in gevraagd for gevraagd in gevraagd_per)
        ]
        rondes.append(
            {
                "nummer": nummer,
                "wegingen": [(w, kwalificatie(w)) for w in kolommen],
                "criteria": criteria,
                "eerst_zelf": rules.eerst_zelf([(w.soort, w.partner_id) for w in kolommen], door.partner_id),
            }
        )
    return rondes


def kwalificatie(weging: Weging) -> str:
    """The elements of the law in words, of the version that was in force."""
    lijst = rules.lijst_van_versie(weging.kwalificatie_versie)
    delen = [
        lijst.elementen.get(e, {}).get(c, c).lower()
        for e, codes in weging.kwalificatie.items()
        for c in codes
    ]
    return f"{lijst.artikel}: {', '.join(delen)}" if delen else ""


def bord(door: Actor, interventies: Sequence[Interventie]) -> list[dict[str, Any]]:
    """Measures per executing partner, in order of time, with what this reader can do with each."""
    per_partner: dict[str, list[dict[str, Any]]] = {}
    gronden = convenant.grondslagen(i.grondslag for i in interventies)
    ids = [i.pk for i in interventies]
    van_deze = beslisverzoeken(door=door).filter(interventie_id__in=ids) if ids else []
    verzoeken = {v.interventie_id: v for v in van_deze}
    for nummer, i in enumerate(interventies, 1):
        kaart = {
            "interventie": i,
            "nummer": nummer,
            "kader": rules.CATALOGUS[i.soort],
            "grond": gronden.get(i.grondslag),
            "soort": STATUS_SOORT[i.status],
            "daden": mogelijk_bij(door, i),
            "besluit": verzoeken.get(i.pk),
        }
        per_partner.setdefault(i.uitvoerder.naam, []).append(kaart)
    return [{"partner": partner, "kaarten": kaarten} for partner, kaarten in sorted(per_partner.items())]


def gedeeld(door: Actor, deze: Casus, stukken: Sequence[Deelstuk]) -> list[dict[str, Any]]:
    """The "gedeeld met" panel: of the case and its pieces, as far as the reader may know."""
    titels = {deze.pk: _("casus"), **{d.id: d.titel for d in stukken}}
    rijen = queries.verstrekkingen_in(door=door, casus=deze, stukken=[d.id for d in stukken])
    return paneel(rijen, met=lambda v: f"{v.aan_partner.naam}: {titels[v.stuk_id]}")

# SPDX-License-Identifier: EUPL-1.2
"""Who knows what of a client, the explanation in their language, notifications to CoMensha and their exports."""

import csv
import io
import json
import tomllib
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from schakel.convenant import queries as convenant
from schakel.convenant.paneel import paneel
from schakel.kern import klok
from schakel.partner import queries as partners
from schakel.toegang.actor import Actor
from schakel.zorg import actions, queries
from schakel.zorg.rules import comensha, uitwisseling, verblijf
from schakel.zorg.views.trajecten import in_zorg, van, voer_uit

UITLEG = tomllib.loads((Path(__file__).resolve().parents[1] / "gegevens/uitleg.toml").read_text())


@require_safe
@in_zorg
def wie_weet_wat(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """What the client gets on paper: who reads the file, what they agreed to, what went where."""
    deze = van(door, id)
    actions.lees(door=door, traject=deze)
    context = {
        "traject": deze,
        "betrokkenen": queries.betrokkenen(door=door, traject=deze),
        "toestemmingen": convenant.toestemmingen_op(door=door, stuk_id=deze.pk),
        "gedeeld": paneel(convenant.gedeeld_met(door=door, stuk_id=deze.pk)),
        "doorgiften": queries.doorgiften(door=door, traject=deze),
        "meldingen": queries.comeldingen(door=door).filter(traject=deze),
        "vandaag": klok.vandaag(),
    }
    return render(request, "zorg/wie_weet_wat.html", context)


@require_safe
@in_zorg
def uitleg(request: HttpRequest, door: Actor, taal: str) -> HttpResponse:
    """Bedenktijd and residence in plain words, to print; nothing in it is about one person."""
    if taal not in UITLEG:
        raise Http404
    talen = [(code, tekst["naam"]) for code, tekst in UITLEG.items()]
    return render(request, "zorg/uitleg.html", {"uitleg": UITLEG[taal], "taal": taal, "talen": talen})


@require_safe
@in_zorg
def positie(request: HttpRequest, door: Actor, id: UUID, taal: str) -> HttpResponse:
    """Where this client stands and what follows from it, in their language, to print and take along."""
    deze = van(door, id)
    if taal not in UITLEG:
        raise Http404
    actions.lees(door=door, traject=deze)
    stand, woorden = actions.stand_van(door=door, traject=deze), UITLEG[taal]["positie"]
    context = {
        "traject": deze, "uitleg": UITLEG[taal], "taal": taal, "woorden": woorden,
        "talen": [(code, tekst["naam"]) for code, tekst in UITLEG.items()],
        "nu": woorden["stand"][stand.toestand],
        "rechten": [(woorden["rechten"][r.code], r.open) for r in verblijf.rechten(stand)],
        "dagen": [(k.tot, woorden["termijnen"][k.soort]) for k in stand.klokken],
        "vandaag": klok.vandaag(),
    }  # fmt: skip
    return render(request, "zorg/positie.html", context)


@require_safe
@in_zorg
def meldingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """Notifications, the desk and its hours, and who answers when it is closed."""
    nu = timezone.localtime(klok.nu())
    rijen = list(queries.comeldingen(door=door))
    for m in rijen:
        m.mag_weg = m.grond != comensha.Grond.TOESTEMMING or bool(  # type: ignore[attr-defined]  # for the template
            m.toestemming and queries.geldt(m.toestemming)
        )
    context = {
        "rijen": rijen,
        "open": comensha.open_op(nu) == nu,
        "open_op": comensha.open_op(nu),
        "vangnet": partners.functies_met_rol([queries.REGIE])[:5],
        "per_jaar": _per_jaar(rijen),
    }
    return render(request, "zorg/comensha.html", context)


def _per_jaar(rijen: list[Any]) -> list[tuple[int, int, int]]:
    """Year, sent, not reported: to reconcile with what CoMensha counts."""
    jaren = sorted({m.gemaakt_op.year for m in rijen}, reverse=True)
    return [
        (
            jaar,
            sum(m.stand == "verstuurd" for m in rijen if m.gemaakt_op.year == jaar),
            sum(m.stand == "geen" for m in rijen if m.gemaakt_op.year == jaar),
        )
        for jaar in jaren
    ]


@require_POST
@in_zorg
def versturen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Mark a notification as sent."""
    melding = queries.comelding(door=door, id=id)
    if melding is None:
        raise Http404
    form = Form(request.POST)
    if voer_uit(form, lambda: actions.verstuur_comensha(door=door, melding=melding)) == 200:
        messages.success(request, _("Genoteerd als verstuurd."))
    else:
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
    return redirect("comensha")


@require_safe
@in_zorg
def uitvoer(request: HttpRequest, door: Actor, formaat: str) -> HttpResponse:
    """The file: known variables, HTCDS 2.0, or CTDC columns; each names its mapping, version and date."""
    maak = {"comensha": _comensha, "htcds": _htcds, "ctdc": _ctdc}.get(formaat)
    if maak is None:
        raise Http404
    soort, tekst = maak(actions.uitvoer(door=door))
    einde = "json" if formaat == "htcds" else "csv"
    kop = {"Content-Disposition": f'attachment; filename="{formaat}-{klok.vandaag():%Y%m%d}.{einde}"'}
    return HttpResponse(tekst, content_type=f"{soort}; charset=utf-8", headers=kop)


def _csv(kolommen: list[str], rijen: list[dict[str, str]], mapping: str) -> tuple[str, str]:
    uit = io.StringIO()
    uit.write(f"# {mapping}; mapping {uitwisseling.VERSIE}; {klok.vandaag().isoformat()}\n")
    schrijver = csv.DictWriter(uit, kolommen, delimiter=";", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return "text/csv", uit.getvalue()


def _comensha(dossiers: list[comensha.Dossier]) -> tuple[str, str]:
    rijen = [uitwisseling.comensha(d) for d in dossiers]
    return _csv(uitwisseling.COMENSHA["kolommen"], rijen, "CoMensha, bekende variabelen")


def _ctdc(dossiers: list[comensha.Dossier]) -> tuple[str, str]:
    rijen = uitwisseling.ctdc_uitvoer(dossiers)
    return _csv(uitwisseling.CTDC["kolommen"], rijen, "CTDC, oude indeling, cellen onder 11 weggelaten")


def _htcds(dossiers: list[comensha.Dossier]) -> tuple[str, str]:
    kop = {
        "standaard": uitwisseling.HTCDS["bron"], "mapping": uitwisseling.VERSIE, "datum": klok.vandaag().isoformat(),
        "records": [uitwisseling.htcds(d) for d in dossiers],
    }  # fmt: skip
    return "application/json", json.dumps(kop, ensure_ascii=False, indent=1)

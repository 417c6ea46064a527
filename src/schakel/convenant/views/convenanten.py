# SPDX-License-Identifier: EUPL-1.2
"""The register of convenanten and their life (CNV-01), the deelmatrix (CNV-02), accountability (CNV-08+)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.convenant import actions, queries, rules
from schakel.convenant.actions.convenanten import BEHEER
from schakel.convenant.forms import convenanten as formulieren
from schakel.convenant.forms.delen import RedenForm
from schakel.convenant.models import Convenant, ConvenantVersie
from schakel.convenant.views import pagina
from schakel.kern import klok
from schakel.toegang.actor import Actor

lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])


def _convenant(id: UUID) -> Convenant:
    gevonden = queries.convenant(id)
    if gevonden is None:
        raise Http404
    return gevonden


def _van_mij(door: Actor, id: UUID) -> Convenant:
    """A convenant that the actor keeps; anything else does not exist."""
    gevonden = _convenant(id)
    if not beheert(door, gevonden):
        raise Http404
    return gevonden


def beheert(door: Actor, convenant: Convenant) -> bool:
    """Is the actor one of those who keep this convenant?"""
    return door.functie in BEHEER and door.partner_id == convenant.eigenaar_id


@require_safe
@pagina
def convenanten(request: HttpRequest, door: Actor) -> HttpResponse:
    """The register."""
    waarschuwingen = list(queries.waarschuwingen(door=door)) if door.functie in BEHEER else []
    context = {
        "convenanten": queries.convenanten(), "waarschuwingen": waarschuwingen, "mag_maken": door.functie in BEHEER,
        "vandaag": klok.vandaag(),
    }  # fmt: skip
    return render(request, "convenant/convenanten.html", context)


@require_safe
@pagina
def convenant(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One convenant: versions, parties, signatures, what rests on it."""
    deze = _convenant(id)
    eigen = next((p for p in deze.partijen.all() if p.partner_id == door.partner_id), None)
    context = {
        "convenant": deze, "beheert": beheert(door, deze), "eigen": eigen, "vandaag": klok.vandaag(),
        "mag_tekenen": eigen is not None and door.functie in BEHEER and eigen.ondertekend_op is None,
        "mag_uittreden": eigen is not None and door.functie in BEHEER and eigen.uitgetreden_op is None,
        "rust_op": queries.rust_op(door=door, convenant=deze), "is_fg": door.functie == "privacyfunctionaris",
        "regime": queries.grondslagen([deze.regime]).get(deze.regime) if deze.regime else None,
    }  # fmt: skip
    return render(request, "convenant/convenant.html", context)


def _formulier(
    request: HttpRequest,
    form: forms.BaseForm,
    titel: str,
    terug: str,
    doe: Callable[[], Any],
    bericht: str,
    uitleg: str = "",
) -> HttpResponse:
    """One form, one action; an error of the action stands above the form and nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            doe()
        except actions.ChecklistOpen as tegen:
            for vraag in tegen.vragen:
                form.add_error(
                    f"vraag_{vraag.id}",
                    _("Zonder dit antwoord kan dit niet. Bel {wie}.").format(wie=tegen.contact),
                )
        except (ValueError, PermissionError, actions.LigtVast) as nee:
            form.add_error(None, str(nee))
        else:
            messages.success(request, bericht)
            return redirect(terug)
    return render(
        request, "convenant/formulier.html", {"form": form, "titel": titel, "terug": terug, "uitleg": uitleg}
    )


def _adres(convenant: Convenant) -> str:
    return reverse("convenant", args=[convenant.pk])


@lees_en_schrijf
@pagina
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """A new convenant of one's own partner."""
    if door.functie not in BEHEER:
        raise Http404
    form = formulieren.ConvenantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        gemaakt = actions.maak_convenant(door=door, **form.cleaned_data)
        messages.success(request, _("Vastgelegd. Maak nu een eerste versie met regels."))
        return redirect("convenant", id=gemaakt.pk)
    return render(
        request,
        "convenant/formulier.html",
        {"form": form, "titel": _("Nieuw convenant"), "terug": "/convenanten"},
    )


@lees_en_schrijf
@pagina
def wijzigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """What stands around the text."""
    deze = _van_mij(door, id)
    form = formulieren.ConvenantForm(request.POST or None, instance=_convenant(id))
    return _formulier(
        request, form, _("Convenant wijzigen"), _adres(deze),
        lambda: actions.wijzig_convenant(door=door, convenant=deze, velden=form.cleaned_data), _("Gewijzigd."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def versie_maken(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A new version as concept, with the rules of the latest."""
    deze = _van_mij(door, id)
    form = formulieren.VersieForm(request.POST or None)
    return _formulier(
        request, form, _("Nieuwe versie"), _adres(deze),
        lambda: actions.maak_versie(door=door, convenant=deze, **form.cleaned_data),
        _("De nieuwe versie is een concept. Controleer de regels en stel haar daarna vast."),
        _("De regels van de vorige versie worden overgenomen. Tot je de versie vaststelt, verandert er niets."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def partij_toevoegen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Name a partner as intended or indirect party."""
    deze = _van_mij(door, id)
    form = formulieren.PartijForm(request.POST or None)
    return _formulier(
        request, form, _("Partij toevoegen"), _adres(deze),
        lambda: actions.treed_toe(door=door, convenant=deze, **form.cleaned_data),
        _("Toegevoegd. De partner tekent zelf; dan pas telt hij mee."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def tekenen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Sign for one's own partner, after the checklist for joining."""
    deze = _convenant(id)
    eigen = next((p for p in deze.partijen.all() if p.partner_id == door.partner_id), None)
    if eigen is None or door.functie not in BEHEER or eigen.ondertekend_op is not None:
        raise Http404
    form = formulieren.TekenForm(request.POST or None, lijst=queries.vragenlijst(rules.Moment.TOETREDEN))
    return _formulier(
        request, form, _("Convenant ondertekenen"), _adres(deze),
        lambda: actions.teken(door=door, partij=eigen, op=form.cleaned_data["op"], antwoorden=form.antwoorden()),
        _("Ondertekend. Jouw organisatie is nu partij."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def uittreden(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A partner leaves: by itself, or taken off by the owner (`id` is that of the partij)."""
    partij = queries.partij(id)
    if (
        partij is None
        or door.functie not in BEHEER
        or door.partner_id not in (partij.partner_id, partij.convenant.eigenaar_id)
    ):
        raise Http404
    form = formulieren.DagForm(request.POST or None)
    return _formulier(
        request, form, _("{partner} treedt uit").format(partner=partij.partner), _adres(partij.convenant),
        lambda: actions.treed_uit(door=door, partij=partij, op=form.cleaned_data["op"]), _("Uitgetreden."),
        _("Vanaf die dag stroomt er onder dit convenant niets meer van en naar deze partner."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def opzeggen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The convenant ends."""
    deze = _van_mij(door, id)
    form = formulieren.DagForm(request.POST or None)
    return _formulier(
        request, form, _("Convenant opzeggen"), _adres(deze),
        lambda: actions.zeg_op(door=door, convenant=deze, op=form.cleaned_data["op"]), _("Opgezegd."),
        _("Vanaf die dag stroomt er onder dit convenant niets meer. Lopende verstrekkingen stoppen dan ook."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def samenvoegen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Into which convenant this one goes."""
    deze = _van_mij(door, id)
    form = formulieren.OpvolgerForm(request.POST or None, zonder=deze.pk)
    return _formulier(
        request, form, _("Laten opgaan in een ander convenant"), _adres(deze),
        lambda: actions.voeg_samen(door=door, convenanten=[deze], **form.cleaned_data), _("Samengevoegd."),
        _("De partijen worden beoogde partij van de opvolger en tekenen daar opnieuw."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def evalueren(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """What the evaluation found."""
    deze = _van_mij(door, id)
    form = formulieren.EvaluatieForm(request.POST or None)
    return _formulier(
        request, form, _("Evaluatie vastleggen"), _adres(deze),
        lambda: actions.leg_evaluatie_vast(door=door, convenant=deze, **form.cleaned_data), _("Vastgelegd."),
    )  # fmt: skip


@lees_en_schrijf
@pagina
def verantwoorden(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A DPIA, advice, yearly report or audit."""
    deze = _van_mij(door, id)
    form = formulieren.VerantwoordingForm(request.POST or None)
    return _formulier(
        request, form, _("Verantwoording vastleggen"), _adres(deze),
        lambda: actions.verantwoord(door=door, convenant=deze, **form.cleaned_data), _("Vastgelegd."),
    )  # fmt: skip


def _versie(id: UUID) -> ConvenantVersie:
    gevonden = queries.versie(id)
    if gevonden is None:
        raise Http404
    return gevonden


@require_safe
@pagina
def deelmatrix(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Who may share what with whom, in which stage, on which ground, in this version."""
    versie = _versie(id)
    regels = list(versie.regels.all())
    codes = {r.grondslag for r in regels if r.grondslag}
    gronden = queries.grondslagen(codes, versie.ingang)
    concept = versie.status == ConvenantVersie.Status.CONCEPT
    context = {
        "versie": versie,
        "groepen": list(queries.matrix(regels, gronden, samen=not concept)),
        "beheert": beheert(door, versie.convenant),
        "onzeker": sorted(code for code in codes if code not in gronden or not gronden[code].zeker),
    }
    return render(request, "convenant/deelmatrix.html", context)


@lees_en_schrijf
@pagina
def regel_toevoegen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """A new row in a concept."""
    versie = _versie(id)
    if not beheert(door, versie.convenant) or versie.status != ConvenantVersie.Status.CONCEPT:
        raise Http404
    form = formulieren.RegelForm(request.POST or None, versie=versie)
    return _formulier(
        request, form, _("Regel toevoegen"), f"/convenanten/versies/{versie.pk}",
        lambda: actions.voeg_regel_toe(door=door, versie=versie, **form.cleaned_data), _("Toegevoegd."),
    )  # fmt: skip


@require_POST
@pagina
def regel_verwijderen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Take a row out of a concept."""
    regel = queries.regel(id)
    if regel is None or not beheert(door, regel.versie.convenant):
        raise Http404
    try:
        actions.verwijder_regel(door=door, regel=regel)
    except actions.LigtVast as nee:
        messages.error(request, str(nee))
    return redirect("deelmatrix", id=regel.versie_id)


@require_POST
@pagina
def versie_vaststellen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Fix a version; from then on it never changes."""
    versie = _versie(id)
    if not beheert(door, versie.convenant):
        raise Http404
    try:
        actions.stel_vast(door=door, versie=versie)
    except (actions.NogTeBevestigen, actions.LigtVast) as nee:
        messages.error(request, str(nee))
    else:
        messages.success(request, _("Versie {nummer} ligt vast.").format(nummer=versie.nummer))
    return redirect("deelmatrix", id=versie.pk)


@require_safe
@pagina
def grondslagen(request: HttpRequest, door: Actor) -> HttpResponse:
    """The table of legal grounds, with how sure each text is."""
    context = {"grondslagen": queries.alle_grondslagen(), "is_fg": door.functie == "privacyfunctionaris"}
    return render(request, "convenant/grondslagen.html", context)


@lees_en_schrijf
@pagina
def grondslag_bevestigen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The privacyfunctionaris confirms the text of a ground."""
    grondslag = queries.alle_grondslagen().filter(pk=id).first()
    if grondslag is None or door.functie != "privacyfunctionaris":
        raise Http404
    form = RedenForm(request.POST or None)
    form.fields["reden"].label = _("Op welk besluit of advies baseer je je?")
    return _formulier(
        request, form, _("{naam} bevestigen").format(naam=grondslag.naam), "/convenanten/grondslagen",
        lambda: actions.bevestig_grondslag(door=door, grondslag=grondslag, besluit=form.cleaned_data["reden"]),
        _("Bevestigd."),
    )  # fmt: skip

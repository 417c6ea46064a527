# SPDX-License-Identifier: EUPL-1.2
"""A signaal: make it, read it, add to it, decide about it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_GET, require_http_methods

from schakel.convenant.models import Gegeven
from schakel.convenant.paneel import paneel
from schakel.kern import klok
from schakel.melding import actions as melding_actions
from schakel.melding import queries as melding_queries
from schakel.melding.models import Melding
from schakel.signaal import actions, blad, queries, rules, uit_melding
from schakel.signaal.actions.gedeeld import WEGERS
from schakel.signaal.forms import (
    BUITENLAND,
    ONBEKEND,
    BesluitForm,
    GegevenForm,
    KopForm,
    RedenForm,
    SignaalForm,
    StapForm,
    eigen_id,
    met_id,
)
from schakel.signaal.models import Signaal
from schakel.signaal.rules import Status, woorden
from schakel.signaal.rules.gegevens import IN_TE_VULLEN, SOORTEN
from schakel.signaal.views.gedeeld import formulier, met_signalen, probeer, van, vind
from schakel.toegang.actor import Actor

LIJN = (Status.NIEUW, Status.IN_VEREDELING, Status.RIJP_VOOR_WEGING, Status.IN_CASUS, Status.AFGESLOTEN)


@require_GET
def signaal(request: HttpRequest, id: str) -> HttpResponse:
    """Read at a glance; for the owner also what happened since with what lies under embargo."""
    door, s = van(request), vind(request, id)
    actions.kijk_opnieuw(door=door, signaal=s)
    nummer = request.GET.get("raakvlakken", "1")
    b = blad.lees(
        door=door, signaal=s, bladzijde=int(nummer) if nummer.isdecimal() and len(nummer) < 6 else 1
    )
    context = {
        "blad": b,
        "signaal": s,
        "vandaag": klok.vandaag(),
        "soorten": [(n, SOORTEN[n].naam) for n in IN_TE_VULLEN],
        "stappen": list(rules.mogelijk(s.status, weging=s.weging)) if b.eigen else [],
        "mag_wegen": door.functie in WEGERS,
        "wegen_eerst": s.status == Status.IN_VEREDELING and not s.weging and door.functie in WEGERS,
        "vormen": [woorden.VORM_NAAM[woorden.Vorm(v)] for v in s.vormen],
        "lijn": [{"sleutel": st.value, "titel": woorden.STATUS_NAAM[st]} for st in LIJN],
        "gedeeld": paneel(b.gedeeld),
        "taken": list(queries.beschermingstaken(door=door, stuk_id=s.pk))
        if b.eigen and s.bescherming
        else [],
    }
    return render(request, "signaal/signaal.html", context)


def _melding(request: HttpRequest, id: Any) -> Melding | None:
    """The melding from which a signaal is made: received by the actor's partner, else 404."""
    if not id:
        return None
    door = van(request)
    gevonden = melding_queries.melding(door=door, id=id)
    if gevonden is None or gevonden.eigenaar_id != door.partner_id:
        raise Http404
    return gevonden


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, melding_id: str | None = None) -> HttpResponse:
    """Make a signaal, empty or from a melding whose words are already filled in."""
    door = met_signalen(request)
    melding = _melding(request, melding_id or request.POST.get("melding") or request.GET.get("melding"))
    if request.method == "GET":
        if melding:
            melding_actions.lees(door=door, melding=melding)
        begin = met_id(**(uit_melding.overgenomen(melding) if melding else {"herkomst": "eigen"}))
        return _nieuw(request, SignaalForm(door=door, initial=begin), melding)
    form = SignaalForm(request.POST, door=door)
    if form.is_valid():
        gemaakt: list[Signaal] = []

        def maak() -> None:
            gezien, id_ = form.cleaned_data["zekerheid"], eigen_id(door, form.cleaned_data["id"])
            extra = (
                uit_melding.indicatoren(door=door, melding=melding, zekerheid=gezien, signaal_id=id_)
                if melding
                else []
            )
            opdracht = form.nieuw(
                niet_pluis=form.cleaned_data["niet_pluis"], gegevens=[*form.statements, *extra]
            )
            gemaakt.append(actions.maak_signaal(door=door, nieuw=opdracht, melding=melding, id=id_))

        if probeer(form, maak) is None:
            messages.success(request, _("Signaal %(kenmerk)s is gemaakt.") % {"kenmerk": gemaakt[0].kenmerk})
            return redirect("signaal", id=gemaakt[0].pk)
    return _nieuw(request, form, melding)


def _nieuw(request: HttpRequest, form: SignaalForm, melding: Melding | None) -> HttpResponse:
    return formulier(request, form, sjabloon="signaal/nieuw.html", melding=melding)


@require_http_methods(["GET", "POST"])
def kop(request: HttpRequest, id: str) -> HttpResponse:
    """Change form, sector, size and places."""
    door, s = van(request), vind(request, id, eigen=True)
    if request.method == "GET":
        return _kop(request, KopForm(initial=_kopwaarden(s)), s)
    form = KopForm(request.POST)
    verouderd = None
    if form.is_valid():
        versie = form.cleaned_data["versie"]
        verouderd = probeer(
            form, lambda: actions.wijzig_kop(door=door, signaal=s, versie=versie, nieuw=form.nieuw())
        )
        if verouderd is None:
            return redirect("signaal", id=s.pk)
    return _kop(request, form, s, verouderd)


def _kop(request: HttpRequest, form: KopForm, s: Signaal, verouderd: Any = None) -> HttpResponse:
    return formulier(request, form, sjabloon="signaal/kop.html", signaal=s, verouderd=verouderd)


def _kopwaarden(s: Signaal) -> dict[str, Any]:
    namen = ("vormen", "sector", "omvang", "herkomst", "betrouwbaarheid", "waargenomen_op", "versie")
    begin = {naam: getattr(s, naam) for naam in namen}
    for p in s.plaatsen.all():
        begin[f"{p.soort}_gemeente"] = str(p.gemeente_id or (BUITENLAND if p.buitenland else ONBEKEND))
        begin[f"{p.soort}_buitenland"] = p.buitenland
    return begin


@require_http_methods(["GET", "POST"])
def gegeven(request: HttpRequest, id: str, soort: str) -> HttpResponse:
    """Add one statement."""
    door, s = van(request), vind(request, id, eigen=True)
    if soort not in IN_TE_VULLEN:
        raise Http404
    form = GegevenForm(request.POST or None, soort=soort, door=door, initial=met_id(versie=s.versie))
    if request.method == "POST" and form.is_valid() and _voeg_toe(door, s, form):
        messages.success(request, _("Toegevoegd."))
        return redirect(reverse("signaal", kwargs={"id": s.pk}) + "#wie-en-wat")
    return formulier(request, form, sjabloon="signaal/gegeven.html", signaal=s, soort=SOORTEN[soort].naam)


def _voeg_toe(door: Actor, s: Signaal, form: GegevenForm) -> bool:
    """Adding never overwrites anything, so no version is asked: two colleagues may add at once."""
    return (
        probeer(form, lambda: actions.voeg_toe(door=door, signaal=s, versie=None, nieuw=[form.nieuw(s.pk)]))
        is None
    )


@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, id: str, naar: str) -> HttpResponse:
    """Take an arrow of the table, with its reason."""
    door, s = van(request), vind(request, id, eigen=True)
    pijlen = [o for o in rules.OVERGANGEN if o.naar == naar and o.hand]
    if not pijlen:
        raise Http404
    pijl = rules.overgang(s.status, naar) or pijlen[0]  # a stale page: the verb says what changed
    form = StapForm(request.POST or None, pijl=pijl, initial={"versie": s.versie})
    verouderd = None
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        verouderd = probeer(
            form,
            lambda: actions.stap(
                door=door,
                signaal=s,
                versie=d["versie"],
                naar=naar,
                reden=d["reden"],
                sluitreden=d.get("sluitreden", ""),
            ),
        )
        if verouderd is None:
            return redirect("signaal", id=s.pk)
    soort = "gevaar" if naar == Status.AFGESLOTEN else "hoofd"
    return formulier(
        request, form, signaal=s, titel=pijl.titel, knop=pijl.titel, soort=soort, verouderd=verouderd
    )


UITLEG = {
    "bescherming": (
        gettext_noop("Bescherming bieden"),
        gettext_noop(
            "Is er een geringste aanwijzing van mensenhandel? Dan moet bescherming worden aangeboden. "
            "Dit staat los van de vraag of het signaal rijp is voor weging."
        ),
    ),
    "weging": (
        gettext_noop("Rijp voor weging"),
        gettext_noop(
            "Is er genoeg om dit in het casusoverleg te wegen? Een regel of indicator beslist dit niet: "
            "jij besluit."
        ),
    ),
}


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, id: str, drempel: str) -> HttpResponse:
    """Decide one of the two thresholds."""
    door, s = van(request), vind(request, id, eigen=True)
    if drempel not in UITLEG or (drempel == "weging" and door.functie not in WEGERS):
        raise Http404
    form = BesluitForm(request.POST or None, initial={"versie": s.versie})
    verouderd = None
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        verouderd = probeer(
            form,
            lambda: actions.besluit(
                door=door,
                signaal=s,
                versie=d["versie"],
                drempel=drempel,
                ja=d["ja"] == "ja",
                reden=d["reden"],
            ),
        )
        if verouderd is None:
            return redirect(reverse("signaal", kwargs={"id": s.pk}) + "#besluiten")
    titel, uitleg = UITLEG[drempel]
    return formulier(
        request,
        form,
        signaal=s,
        titel=_(titel),
        uitleg=_(uitleg),
        knop=_("Besluit vastleggen"),
        verouderd=verouderd,
    )


@require_http_methods(["GET", "POST"])
def niet_pluis(request: HttpRequest, id: str) -> HttpResponse:
    """Mark as niet-pluis, or lift the mark."""
    door, s = van(request), vind(request, id, eigen=True)
    form = RedenForm(request.POST or None, initial={"versie": s.versie})
    verouderd = None
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        verouderd = probeer(
            form,
            lambda: actions.niet_pluis(
                door=door, signaal=s, versie=d["versie"], aan=not s.niet_pluis, reden=d["reden"]
            ),
        )
        if verouderd is None:
            return redirect("signaal", id=s.pk)
    titel = _("Meer dan niet-pluis") if s.niet_pluis else _("Niet-pluis")
    uitleg = _(
        "Een niet-pluissignaal blijft een half jaar staan. Komen er drie bij elkaar uit twee bronnen, dan "
        "vraagt Schakel de ketenregisseur om ze te wegen."
    )
    return formulier(request, form, signaal=s, titel=titel, uitleg=uitleg, knop=titel, verouderd=verouderd)


@require_http_methods(["GET", "POST"])
def indicatoren(request: HttpRequest, id: str) -> HttpResponse:
    """Answer indicators of one list: seen, not seen, or unknown (which is not stored)."""
    door, s = van(request), vind(request, id, eigen=True)
    lijsten = list(queries.indicatorlijsten(door=door))
    gekozen = request.POST.get("lijst") or request.GET.get("lijst") or _past(s)
    items = queries.indicatoren(door=door, lijst=gekozen)
    if not items:
        raise Http404
    if request.method == "POST":
        zekerheid = request.POST.get("zekerheid", "")
        nieuw = [
            actions.indicator_gegeven(
                item,
                request.POST[item.code],
                zekerheid if zekerheid in Gegeven.Zekerheid.values else "eigen_waarneming",
                formulier=(s.pk, door.gebruiker_id, request.POST.get("id", "")),
            )
            for item in items
            if request.POST.get(item.code) in (woorden.Gezien.WAARGENOMEN, woorden.Gezien.NIET_WAARGENOMEN)
        ]
        if nieuw:
            actions.voeg_toe(door=door, signaal=s, versie=None, nieuw=nieuw)
        return redirect(reverse("signaal", kwargs={"id": s.pk}) + "#indicatoren")
    context = {
        "signaal": s,
        "lijsten": lijsten,
        "gekozen": gekozen,
        "items": items,
        "id": met_id()["id"],
        "zekerheden": Gegeven.Zekerheid.choices,
        "antwoorden": [g.value for g in woorden.Gezien],
    }
    return render(request, "signaal/indicatoren.html", context)


def _past(s: Signaal) -> str:
    """The list that fits the form of exploitation best."""
    if "arbeid" in s.vormen:
        return "NLA"
    return "JE" if "crimineel" in s.vormen else "OM"

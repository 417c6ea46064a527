# SPDX-License-Identifier: EUPL-1.2
"""The checklist and question base (CNV-04), data-subject requests (CNV-08+), what was destroyed (CNV-09+)."""

import csv
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.convenant import actions, queries, rules
from schakel.convenant.actions.checklist import BEHEER, NieuweVraag
from schakel.convenant.forms import privacy as formulieren
from schakel.convenant.models import Inzageverzoek
from schakel.convenant.views import pagina
from schakel.toegang.actor import Actor

lees_en_schrijf = require_http_methods(["GET", "HEAD", "POST"])
FG = "privacyfunctionaris"


@lees_en_schrijf
@pagina
def vraagbaak(request: HttpRequest, door: Actor) -> HttpResponse:
    """Questions to the privacygroep; anyone may put one."""
    form = formulieren.VraagbaakForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.stel_vraag(door=door, vraag=form.cleaned_data["vraag"])
        except ValueError as nee:
            form.add_error("vraag", str(nee))
        else:
            messages.success(request, _("Je vraag staat bij de privacygroep."))
            return redirect("vraagbaak")
    zoek = request.GET.get("zoek", "").strip()
    context = {
        "form": form,
        "vragen": queries.vraagbaak(zoek)[:200],
        "zoek": zoek,
        "is_fg": door.functie == FG,
    }
    return render(request, "convenant/vraagbaak.html", context)


@lees_en_schrijf
@pagina
def vraag_beantwoorden(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The privacygroep answers."""
    vraag = queries.vraagbaak().filter(pk=id).first()
    if vraag is None or door.functie != FG:
        raise Http404
    beginstand = {"antwoord": vraag.antwoord, "grond": vraag.grond, "deelbaar": vraag.deelbaar}
    form = formulieren.AntwoordForm(request.POST or None, initial=beginstand)
    if request.method == "POST" and form.is_valid():
        actions.beantwoord_vraag(door=door, vraag=vraag, **form.cleaned_data)
        messages.success(request, _("Beantwoord."))
        return redirect("vraagbaak")
    return render(
        request, "convenant/formulier.html",
        {"form": form, "titel": _("Vraag beantwoorden"), "uitleg": vraag.vraag, "terug": "/vraagbaak"},
    )  # fmt: skip


@require_safe
@pagina
def vraagbaak_export(request: HttpRequest, door: Actor) -> HttpResponse:
    """What may be shared with other regions, as CSV."""
    antwoord = HttpResponse(content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="vraagbaak.csv"'
    antwoord.write("\ufeff")
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(["vraag", "antwoord", "grond", "datum"])
    for rij in queries.vraagbaak(alleen_deelbaar=True):
        schrijver.writerow([veilig(rij.vraag), veilig(rij.antwoord), veilig(rij.grond), rij.beantwoord_op])
    return antwoord


def veilig(tekst: str) -> str:
    """A cell that a spreadsheet will not run as a formula."""
    return f"'{tekst}" if tekst[:1] in ("=", "+", "-", "@", "\t", "\r") else tekst


@lees_en_schrijf
@pagina
def checklists(request: HttpRequest, door: Actor) -> HttpResponse:
    """Every version of the checklist; the privacyfunctionaris or administrator makes a new one."""
    mag = door.functie in BEHEER
    form = formulieren.ChecklistForm(request.POST or None) if mag else None
    if request.method == "POST" and form is not None and form.is_valid():
        schoon = form.cleaned_data
        actions.stel_vragenlijst_vast(
            door=door, moment=rules.Moment(schoon["moment"]), contact=schoon["contact"],
            vragen=[NieuweVraag(**v) for v in schoon["vragen"]],
        )  # fmt: skip
        messages.success(request, _("De nieuwe checklist geldt vanaf nu."))
        return redirect("checklists")
    return render(request, "convenant/checklists.html", {"form": form, "lijsten": queries.vragenlijsten()})


def _fg(door: Actor) -> None:
    if door.functie != FG:
        raise Http404


@require_safe
@pagina
def inzageverzoeken(request: HttpRequest, door: Actor) -> HttpResponse:
    """Requests of data subjects in which we are contact point or joint controller."""
    _fg(door)
    return render(
        request, "convenant/inzageverzoeken.html", {"verzoeken": queries.inzageverzoeken(door=door)[:200]}
    )


@lees_en_schrijf
@pagina
def inzage_registreren(request: HttpRequest, door: Actor) -> HttpResponse:
    """A request comes in at the contact point."""
    _fg(door)
    form = formulieren.InzageForm(request.POST or None, partner_id=door.partner_id)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        dag = schoon["geboortedatum"]
        verzoek = actions.registreer_inzageverzoek(
            door=door,
            convenant=schoon["convenant"],
            soort=rules.Recht(schoon["soort"]),
            ontvangen_op=schoon["ontvangen_op"],
            verzoeker={
                "naam": schoon["naam"],
                "bereikbaar": schoon["bereikbaar"],
                "vraag": schoon["vraag"],
                "geboortedatum": dag.isoformat() if dag else "",
            },
            identiteit_vastgesteld=schoon["identiteit_vastgesteld"],
        )
        messages.success(request, _("Geregistreerd. Alle verantwoordelijken hebben hun deel gekregen."))
        return redirect("inzageverzoek", id=verzoek.pk)
    return render(
        request, "convenant/formulier.html",
        {"form": form, "titel": _("Verzoek van een burger registreren"), "terug": "/inzageverzoeken",
         "uitleg": _("Alleen samenwerkingsverbanden waarvan jouw organisatie het contactpunt is, staan in de lijst.")},
    )  # fmt: skip


def _inzageverzoek(door: Actor, id: UUID) -> Inzageverzoek:
    _fg(door)
    gevonden = queries.inzageverzoek(door=door, id=id)
    if gevonden is None:
        raise Http404
    return gevonden


@lees_en_schrijf
@pagina
def inzageverzoek(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One request: our part, and for the contact point all parts and the one answer."""
    verzoek = _inzageverzoek(door, id)
    delen = list(queries.deelverzoeken(door=door, verzoek_id=verzoek.pk))
    eigen = next((d for d in delen if d.partner_id == door.partner_id), None)
    contactpunt = verzoek.contactpunt_id == door.partner_id
    stap = request.POST.get("stap", "")
    deelform = formulieren.DeelantwoordForm(request.POST if stap == "deel" else None, prefix="deel")
    eindform = formulieren.EindantwoordForm(request.POST if stap == "eind" else None, prefix="eind")
    verlengform = formulieren.VerlengForm(request.POST if stap == "verleng" else None, prefix="verleng")
    try:
        if stap == "deel" and eigen is not None and deelform.is_valid():
            schoon = deelform.cleaned_data | {"stand": rules.DeelStand(deelform.cleaned_data["stand"])}
            actions.beantwoord_deelverzoek(door=door, deelverzoek=eigen, **schoon)
            return redirect("inzageverzoek", id=verzoek.pk)
        if stap == "eind" and contactpunt and eindform.is_valid():
            actions.verstuur_antwoord(door=door, verzoek=verzoek, antwoord=eindform.cleaned_data["antwoord"])
            return redirect("inzageverzoek", id=verzoek.pk)
        if stap == "verleng" and contactpunt and verlengform.is_valid():
            actions.verleng_inzageverzoek(door=door, verzoek=verzoek, reden=verlengform.cleaned_data["reden"])
            return redirect("inzageverzoek", id=verzoek.pk)
    except ValueError as nee:
        messages.error(request, str(nee))
    context = {
        "verzoek": verzoek,
        "delen": delen,
        "eigen": eigen,
        "contactpunt": contactpunt,
        "deelform": deelform,
        "eindform": eindform,
        "verlengform": verlengform,
        "nog_open": [d for d in delen if d.stand == rules.DeelStand.OPEN],
    }
    return render(request, "convenant/inzageverzoek.html", context)


@require_POST
@pagina
def inzage_identiteit(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The contact point has seen who asks."""
    verzoek = _inzageverzoek(door, id)
    if verzoek.contactpunt_id != door.partner_id:
        raise Http404
    actions.stel_identiteit_vast(door=door, verzoek=verzoek)
    return redirect("inzageverzoek", id=verzoek.pk)


@lees_en_schrijf
@pagina
def vernietigingen(request: HttpRequest, door: Actor) -> HttpResponse:
    """What was destroyed, with a button for what has outlived its term."""
    if request.method == "POST":
        if door.functie not in rules.FUNCTIE_SOORTEN:
            raise Http404
        bewijzen = actions.vernietig_verlopen(door=door)
        aantal = sum(b.aantal for b in bewijzen)
        messages.success(request, _("{aantal} gegevens vernietigd.").format(aantal=aantal))
        return redirect("vernietigingen")
    blad = Paginator(queries.vernietigingen(door=door), 50).get_page(request.GET.get("pagina"))
    context = {
        "pagina": blad,
        "mag": door.functie in rules.FUNCTIE_SOORTEN,
        "verlopen": queries.verlopen(door=door),
    }
    return render(request, "convenant/vernietigingen.html", context)

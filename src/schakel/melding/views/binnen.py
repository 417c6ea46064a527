# SPDX-License-Identifier: EUPL-1.2
"""The meldpunt at work: the list, one melding with its steps, a melding by telephone, figures."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.kern import klok
from schakel.kern.bladen import blad
from schakel.melding import actions, queries, rules
from schakel.melding.forms import (
    AfdoenForm,
    BerichtForm,
    BijlageForm,
    FilterForm,
    MeldForm,
    OpneemForm,
    TerugkoppelForm,
)
from schakel.melding.models import Melding
from schakel.melding.views.publiek import naar_kaart
from schakel.toegang.actor import Actor

Pagina = Callable[..., HttpResponse]


def binnen(*functies: str) -> Callable[[Pagina], Pagina]:
    """For colleagues in one of these functions (none named: all); for others the page does not exist."""

    def om(pagina: Pagina) -> Pagina:
        @wraps(pagina)
        def met_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            door: Actor = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
            if door.partner_id is None or (functies and not door.is_een(*functies)):
                raise Http404
            return pagina(request, door, *args, **kwargs)

        return met_actor

    return om


@require_GET
@binnen(*queries.BEHANDELAARS)
def lijst(request: HttpRequest, door: Actor) -> HttpResponse:
    """The work list: headers only, so nobody's data is read here."""
    form = FilterForm(request.GET)
    gekozen = form.cleaned_data if form.is_valid() else {}
    verzonden = gekozen.get("toon") == "verzonden"
    rijen = _gefilterd(door, gekozen)
    pagina = blad(rijen, request.GET.get("pagina"))
    return render(
        request,
        "melding/lijst.html",
        {
            "form": form,
            "pagina_": pagina,
            "herhaald": queries.herhaald(door=door, meldingen=pagina.object_list),
            "vandaag": klok.vandaag(),
            "verzonden": verzonden,
            "gefilterd": any(gekozen.values()),
            "paginabeheer": door.is_een(*actions.PAGINABEHEER),
        },
    )


def _gefilterd(door: Actor, gekozen: dict[str, Any]) -> QuerySet[Melding]:
    toon = gekozen.get("toon", "")
    rijen = queries.lijst(door=door, verzonden=toon == "verzonden")
    if toon == "te-laat":
        rijen = queries.te_laat(rijen)
    elif toon == "mijn":
        rijen = queries.open_(rijen).filter(behandelaar_id=door.gebruiker_id)
    elif toon == rules.Status.AFGEDAAN:
        rijen = rijen.filter(status=rules.Status.AFGEDAAN)
    elif not toon:
        rijen = queries.open_(rijen)
    filters = {n: gekozen[n] for n in ("vorm", "gemeente") if gekozen.get(n)}
    return rijen.filter(**filters)


STAPPEN: dict[str, type[forms.Form]] = {
    "opnemen": OpneemForm,
    "antwoord": BerichtForm,
    "terugkoppelen": TerugkoppelForm,
    "afdoen": AfdoenForm,
}


@require_http_methods(["GET", "POST"])
@binnen(*queries.BEHANDELAARS)
def melding(request: HttpRequest, door: Actor, id: object) -> HttpResponse:
    """One melding: what was reported, the conversation, and the steps that fit its status."""
    deze = queries.melding(door=door, id=id)
    if deze is None:
        raise Http404
    formulieren = {naam: klasse(prefix=naam) for naam, klasse in STAPPEN.items()}
    if request.method == "POST":
        stap = request.POST.get("stap", "")
        if stap not in STAPPEN or deze.eigenaar_id != door.partner_id:
            raise Http404
        formulieren[stap] = STAPPEN[stap](request.POST, prefix=stap)
        if formulieren[stap].is_valid() and _doe(request, door, deze, stap, formulieren[stap]):
            return redirect("melding", id=deze.pk)
        deze = queries.melding(door=door, id=id) or deze
    return _toon(request, door, deze, formulieren)


def _doe(request: HttpRequest, door: Actor, deze: Melding, stap: str, form: forms.Form) -> bool:
    """Do the step; on a refusal the form says why, and keeps its text."""
    schoon = form.cleaned_data
    gelezen = request.POST.get("versie", "")
    versie = int(gelezen) if gelezen.isdecimal() and len(gelezen) < 9 else 0
    try:
        if stap == "opnemen":
            actions.neem_op(door=door, melding=deze, versie=versie)
            messages.success(request, _("Je hebt de melding opgepakt."))
        elif stap == "antwoord":
            actions.antwoord(door=door, melding=deze, tekst=schoon["tekst"], id=schoon["id"])
            messages.success(request, _("Je bericht staat klaar voor de melder."))
        elif stap == "terugkoppelen":
            actions.koppel_terug(door=door, melding=deze, versie=versie, **schoon)
            messages.success(request, _("De terugkoppeling staat klaar voor de melder."))
        else:
            actions.doe_af(door=door, melding=deze, versie=versie, **schoon)
            messages.success(request, _("De melding is afgedaan. De melder leest de uitkomst."))
    except (actions.Verouderd, actions.KanNiet) as fout:
        form.add_error(None, str(fout))
        return False
    return True


def _toon(
    request: HttpRequest, door: Actor, deze: Melding, formulieren: dict[str, forms.Form]
) -> HttpResponse:
    formulieren["antwoord"].fields["tekst"].label = _("Bericht aan de melder")
    context = {
        "melding": deze,
        "dubbelen": queries.dubbelen(door=door, melding=deze),
        "regels": actions.lees(door=door, melding=deze),
        "formulieren": formulieren,
        "eigen": deze.eigenaar_id == door.partner_id,
        "melder": deze.melder if rules.melder_bekend_aan(door.functie, deze.wijze) else None,
        "indicatoren": rules.antwoorden_in_woorden(deze.indicatoren),
        "kan": {naar for naar in rules.Status if rules.mag_over(deze.status, naar)},
        "bijlagen": queries.bijlagen(deze),
        "doorgezet": queries.doorzendingen_van(door=door, melding=deze),
        "gelezen": queries.laatst_gelezen(deze),
        "te_laat": deze.terugkoppelen_voor is not None and deze.terugkoppelen_voor < klok.vandaag(),
    }
    return render(request, "melding/melding.html", context)


@require_GET
@binnen(*queries.BEHANDELAARS)
def bijlage(request: HttpRequest, door: Actor, id: object, bijlage_id: object) -> HttpResponse:
    """One photo or document; a document is only ever downloaded, never opened inside the page."""
    deze = queries.melding(door=door, id=id)
    rij = queries.bijlage(melding=deze, id=bijlage_id) if deze else None
    if deze is None or rij is None:
        raise Http404
    antwoord = HttpResponse(
        actions.lees_bijlage(door=door, melding=deze, bijlage=rij), content_type=rij.soort
    )
    naam = f"{deze.kenmerk}-{rij.volgnr}.{rij.extensie}"
    antwoord["Content-Disposition"] = f'{"inline" if rij.is_foto else "attachment"}; filename="{naam}"'
    return antwoord


@require_http_methods(["GET", "POST"])
@binnen()
def nieuw(request: HttpRequest, door: Actor) -> HttpResponse:
    """A colleague reports, or types in a telephone call; the card is read aloud or handed over."""
    form = MeldForm(request.POST or None, binnen=True, initial={"kanaal": rules.Kanaal.TELEFOON})
    mee = BijlageForm(request)
    if request.method == "POST" and form.is_valid() and mee.is_valid():
        nieuwe, aan = form.nieuw(), form.cleaned_data["aan"]
        try:
            gemaakt, code = actions.ontvang(
                door=door,
                id=actions.inzending(
                    f"{door.gebruiker_id}\x1f{form.sleutel_van_inzending()}{mee.merk()}", nieuwe
                ),
                nieuw=nieuwe,
                aan=aan.pk if aan else None,
                bijlagen=mee.bestanden,
            )
        except actions.GeenMeldpunt:
            form.add_error(None, _("Nog niet opgeslagen: geen enkel meldpunt in de regio is bezet."))
        else:
            return naar_kaart(gemaakt, code)
    return render(request, "melding/nieuw.html", {"form": form, "mee": mee})


@require_GET
@binnen(*queries.BEHANDELAARS)
def overzicht(request: HttpRequest, door: Actor) -> HttpResponse:
    """Coverage per place and form, feedback per partner, reasons of closing (MEL-01, MEL-04, MEL-06)."""
    context = {
        "vormen": [v for v in rules.Vorm if v is not rules.Vorm.ONBEKEND],
        "dekking": [(g, [(rules.Vorm(v).label, ja) for v, ja in d.items()]) for g, d in queries.dekking()],
        **vars(queries.cijfers(door=door)),
    }
    return render(request, "melding/overzicht.html", context)

# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of bodies, convening the next meeting, the invitation, and who is there for one item."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import queries as casussen
from schakel.casus.views.daad import voer_uit
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.melding.views.binnen import binnen
from schakel.overleg import actions, queries, rules
from schakel.overleg.forms import BijeenForm, WerkwijzeForm, ZaalForm
from schakel.overleg.kalender import kalenderbestand
from schakel.overleg.models import Overleg
from schakel.overleg.views.zitting import leiding, terug, van
from schakel.partner import queries as partners
from schakel.partner.models import Orgaan, PartnerSoort
from schakel.toegang.actor import Actor


@require_safe
@binnen(*casussen.CASUSROLLEN)
def cyclus(request: HttpRequest, door: Actor) -> HttpResponse:
    """Per body in which the actor sits: its rhythm, what is planned, what comes, what was missed."""
    return render(request, "overleg/cyclus.html", {"rijen": _rijen(door)})


def _rijen(
    door: Actor, fout: BijeenForm | None = None, orgaan_id: UUID | None = None
) -> list[dict[str, Any]]:
    """Per body its stand and, for who leads it, the form that convenes; `fout`: the one that came back."""
    namen = dict(PartnerSoort.choices)
    return [
        {
            "stand": s,
            "form": fout if fout and s.orgaan.pk == orgaan_id else _bijeenform(s),
            "nodig": ", ".join(str(namen[n]) for n in s.werkwijze.nodig),
        }
        for s in queries.cyclus(door=door)
    ]


def _bijeenform(stand: queries.Stand) -> BijeenForm | None:
    if not stand.mag:
        return None
    begin = {"dag": max(stand.verwacht, klok.vandaag()) if stand.verwacht else None, "id": nieuw_id()}
    return BijeenForm(initial=begin, auto_id=f"id_{stand.orgaan.pk}_%s")


def _orgaan(door: Actor, id: UUID) -> Orgaan:
    """A body that this actor leads; for others this address does not exist."""
    orgaan = queries.organen(door=door).filter(pk=id).first()
    if orgaan is None:
        raise Http404
    return orgaan


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def bijeen(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Convene the next meeting."""
    orgaan, form = _orgaan(door, id), BijeenForm(request.POST, auto_id=f"id_{id}_%s")
    gemaakt: list[Overleg] = []
    doe = lambda: gemaakt.append(actions.roep_bijeen(door=door, orgaan=orgaan, **form.cleaned_data))  # noqa: E731
    if form.is_valid() and voer_uit(form, doe) == 200:
        aantal = queries.agenda(door=door, overleg=gemaakt[0]).count()
        messages.success(
            request,
            ngettext(
                "Gepland, met %(n)d casus op de agenda. Verstuur nu de uitnodiging.",
                "Gepland, met %(n)d casussen op de agenda. Verstuur nu de uitnodiging.",
                aantal,
            )
            % {"n": aantal},
        )
        return redirect("overleg", id=gemaakt[0].pk)
    context = {"rijen": _rijen(door, form, id), "fout": form}
    return render(request, "overleg/cyclus.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.VOORZITTERS)
def werkwijze(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Set how a body works."""
    orgaan = _orgaan(door, id)
    form = WerkwijzeForm(
        request.POST if request.method == "POST" else None, instance=queries.werkwijze(orgaan)
    )
    if request.method == "POST" and form.is_valid():
        actions.stel_werkwijze_in(door=door, orgaan=orgaan, **form.cleaned_data)
        messages.success(request, _("De werkwijze is bewaard. Zij geldt vanaf het volgende overleg."))
        return redirect("overleg-cyclus")
    status = 422 if form.errors else 200
    return render(request, "overleg/werkwijze.html", {"form": form, "orgaan": orgaan}, status=status)


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def vul(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Put everything that waits on the agenda."""
    dit = leiding(door, id)
    nieuw = actions.vul_agenda(door=door, overleg=dit)
    messages.success(
        request,
        ngettext("%(n)d casus toegevoegd.", "%(n)d casussen toegevoegd.", len(nieuw)) % {"n": len(nieuw)},
    )
    return terug(dit, "#agenda")


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*rules.VOORZITTERS)
def uitnodiging(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Who is asked for what, the text of the mail (without content), and sending it out."""
    dit = leiding(door, id)
    if request.method == "POST":
        nieuw = actions.nodig_uit(door=door, overleg=dit)
        messages.success(
            request,
            ngettext(
                "Uitgenodigd. %(n)d gast ziet alleen het eigen punt.",
                "Uitgenodigd. %(n)d gasten zien alleen het eigen punt.",
                len(nieuw),
            )
            % {"n": len(nieuw)},
        )
        return redirect("overleg-uitnodiging", id=dit.pk)
    punten = list(queries.agenda(door=door, overleg=dit))
    actions.lees(door=door, punten=punten)
    per_punt: dict[UUID, list[Any]] = {}
    for deelname in queries.deelnames(door=door, overleg=dit):
        per_punt.setdefault(deelname.agendapunt_id, []).append(deelname)
    context = {
        "overleg": dit,
        "leden": queries.leden(overleg=dit),
        "punten": [(p, per_punt.get(p.pk, [])) for p in punten],
        "webadres": request.build_absolute_uri(reverse("overleg", kwargs={"id": dit.pk})),
    }
    return render(request, "overleg/uitnodiging.html", context)


@require_safe
@binnen(*casussen.CASUSROLLEN)
def kalender(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The calendar file of who is asked: when and where, and nothing of the content."""
    dit = van(door, id)
    adres = request.build_absolute_uri(reverse("overleg", kwargs={"id": dit.pk}))
    antwoord = HttpResponse(kalenderbestand(dit, adres), content_type="text/calendar; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{dit.kenmerk}.ics"'
    return antwoord


@require_http_methods(["POST"])
@binnen(*rules.VOORZITTERS)
def zaal(request: HttpRequest, door: Actor, id: UUID, deel: int) -> HttpResponse:
    """A guest for one item, or a member out of the room for it."""
    dit = leiding(door, id)
    if deel not in queries.mijn_delen(door=door, overleg=dit):
        raise Http404
    punten = dict(rules.per_deel(queries.agenda(door=door, overleg=dit), [deel]))[deel]
    form = ZaalForm(
        request.POST,
        leden=queries.leden(overleg=dit),
        functies=partners.functies_met_rol(FUNCTIE_DELEN),
        punten=punten,
        deel=deel,
    )

    def doe() -> None:
        schoon = form.cleaned_data
        punt = form.punten[schoon["punt"]]
        if schoon["erbij"]:
            actions.vraag_erbij(door=door, agendapunt=punt, functie=form.functies[schoon["erbij"]])
        if schoon["buiten"]:
            actions.meld_buiten(door=door, agendapunt=punt, lid=form.zetels[schoon["buiten"]])

    if form.is_valid() and voer_uit(form, doe) == 200:
        messages.success(request, _("Genoteerd bij dit punt."))
    else:
        messages.warning(request, " ".join(str(f) for fs in form.errors.values() for f in fs))
    return terug(dit, f"#deel-{deel}")

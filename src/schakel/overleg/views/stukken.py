# SPDX-License-Identifier: EUPL-1.2
"""What one participant takes to a meeting and takes home: the preparation, the minutes as page and as file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.casus import queries as casussen
from schakel.casus.rules import CATALOGUS
from schakel.convenant.rules import Fase
from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.overleg import actions, queries, rules
from schakel.overleg.models import Agendapunt, Overleg
from schakel.overleg.views.zitting import delen_met_inhoud, van
from schakel.toegang.actor import Actor

if TYPE_CHECKING:
    from schakel.kern.papier import Papier, Regel

Vraag = tuple[str, str]
"""Words, and the address where it is done."""

VOOR_WEGING = (Fase.DETECTIE, Fase.DOSSIERVORMING, Fase.WEGING)


@require_safe
@binnen(*casussen.CASUSROLLEN)
def voorbereiding(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """Per item of this participant: what they bring, and what is asked of them; actions that are still open."""
    dit = van(door, id)
    punten = list(queries.agenda(door=door, overleg=dit))
    actions.lees(door=door, punten=punten)
    bijdragen = casussen.inbreng(door=door, casussen={p.casus_id for p in punten})
    delen = [
        (
            rules.DELEN[deel],
            [(nr, p, bijdragen[p.casus_id], list(_vragen(p, bijdragen[p.casus_id]))) for nr, p in rij],
        )
        for deel, rij in rules.per_deel(punten, queries.mijn_delen(door=door, overleg=dit))
    ]
    context = {
        "overleg": dit,
        "delen": delen,
        "acties": queries.open_acties(door=door),
        "vandaag": klok.vandaag(),
    }
    return render(request, "overleg/voorbereiding.html", context)


def _vragen(punt: Agendapunt, eigen: casussen.Inbreng) -> Iterator[Vraag]:
    """What this partner still has to do for this item, each with where it does it."""
    casus = reverse("casus", kwargs={"id": punt.casus_id})
    for stuk in eigen.stukken:
        if stuk.pk not in eigen.gedeeld:
            waar = reverse("casus-daad", kwargs={"id": punt.casus_id, "naam": "delen"})
            yield (
                _("Niemand anders leest dit nog: %(stuk)s. Deel het, of licht het zelf toe.")
                % {"stuk": titel(stuk)},
                waar,
            )
    if not eigen.gewogen and punt.casus.stuk.fase in VOOR_WEGING and not punt.casus.afgesloten_op:
        waar = reverse("casus-daad", kwargs={"id": punt.casus_id, "naam": "wegen"})
        yield _("Weeg de casus, los van de anderen. Het verschil is er om over te praten."), waar
    zinnen = {
        "voorgesteld": _("Vul het effect voor het slachtoffer in: %(wat)s."),
        "vastgesteld": _("Aanvaard of weiger: %(wat)s."),
        "aanvaard": _("Vertel hoe het staat: %(wat)s."),
    }
    for i in eigen.interventies:
        if i.status != "voorgesteld" or not i.effect_slachtoffer:
            yield zinnen[i.status] % {"wat": CATALOGUS[i.soort].naam}, casus


def titel(stuk: Any) -> str:
    """A signal by its kenmerk, a piece by its kind."""
    return stuk.signaal.kenmerk if stuk.soort == "signaal" else str(stuk.dossierstuk.get_aard_display())


@require_safe
@binnen(*casussen.CASUSROLLEN)
def verslag(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """The minutes as this reader may know them; ready when the meeting ends, and to be printed."""
    dit = van(door, id)
    delen = _inhoud(door, dit)
    context = {"overleg": dit, "delen": delen, "gelaagd": len(delen) > 1}
    return render(request, "overleg/verslag.html", context)


@require_safe
@binnen(*casussen.CASUSROLLEN)
def verslagbestand(request: HttpRequest, door: Actor, id: UUID, vorm: str) -> HttpResponse:
    """The same reading as a file, so that nothing else can stand in it."""
    dit = van(door, id)
    from schakel.kern.papier import VORMEN  # only who asks for a file waits for the libraries

    if vorm not in VORMEN:
        raise Http404
    soort, schrijf = VORMEN[vorm]
    inhoud = schrijf(_papier(door, dit, _inhoud(door, dit)))
    kop = {"Content-Disposition": f'attachment; filename="{dit.kenmerk}.{vorm}"'}
    return HttpResponse(inhoud, content_type=soort, headers=kop)


def _inhoud(door: Actor, dit: Overleg) -> list[dict[str, Any]]:
    """What was said and decided, as far as it exists for this reader, with the account of reading it."""
    punten = list(queries.agenda(door=door, overleg=dit))
    actions.lees(door=door, punten=punten)
    return delen_met_inhoud(door, dit, punten)


def _papier(door: Actor, dit: Overleg, delen: Iterable[dict[str, Any]]) -> "Papier":
    from schakel.kern.papier import Deel, Papier

    uit: list[Deel] = []
    for vak in delen:
        uit.append(Deel(str(vak["naam"]), uitleg=_aanwezig(vak)))
        uit += [
            Deel(f"{item['nummer']}. {item['punt'].casus.werktitel}", list(_regels(item)), niveau=2,
                 uitleg=item["punt"].casus.kenmerk)
            for item in vak["items"]
        ]  # fmt: skip
    wie = _("Verslag zoals %(functie)s van %(partner)s het mag lezen, op %(dag)s.") % {
        "functie": door.functie_naam or door.functie,
        "partner": door.partner_naam,
        "dag": date_format(klok.vandaag(), "j F Y"),
    }
    wanneer = date_format(localtime(dit.tijdstip), "j F Y H:i")
    return Papier(
        _("Verslag %(overleg)s, %(wanneer)s") % {"overleg": dit.orgaan, "wanneer": wanneer}, wie, delen=uit
    )


def _aanwezig(vak: dict[str, Any]) -> str:
    namen = [f"{a.partner} ({a.vervanger or a.get_rol_display()})" for a in vak["aanwezig"] if a.aanwezig]
    return _("Aanwezig: %(wie)s") % {"wie": "; ".join(namen) or "–"}


def _regels(item: dict[str, Any]) -> "Iterator[Regel]":
    """The decisions of one item with reason, dissent and actions; each says when it fell."""
    from schakel.kern.papier import Regel

    if not item["besluiten"]:
        yield Regel(_("Besluit"), _("Geen besluit."))
    for rij in item["besluiten"]:
        besluit = rij["besluit"]
        op = _("Besluit van het overleg, %(dag)s") % {"dag": date_format(localdate(besluit.op), "j F Y")}
        yield Regel(_("Het overleg besluit"), besluit.tekst, op)
        yield Regel(_("Omdat"), besluit.reden)
        if besluit.afwijkend:
            yield Regel(_("Anders gezien"), besluit.afwijkend)
        for actie in rij["acties"]:
            tot = date_format(actie.termijn, "j F Y") if actie.termijn else "–"
            tekst = _("%(wat)s (uiterlijk %(tot)s)") % {"wat": actie.omschrijving, "tot": tot}
            yield Regel(str(actie.partner), tekst)

# SPDX-License-Identifier: EUPL-1.2
"""Dossier and preweegdocument as a file: the same reading as the page, so that nothing else can stand in it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from schakel.casus import actions, queries, rules
from schakel.casus.models import Casus, Preweegdocument
from schakel.casus.views.casus import dubbelrollen, kwalificatie
from schakel.casus.views.daad import van
from schakel.casus.views.dossier import Deelstuk, dossier
from schakel.kern import klok
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor

if TYPE_CHECKING:
    from schakel.kern.papier import Deel, Papier, Regel


@require_safe
@binnen(*queries.CASUSROLLEN)
def dossierbestand(request: HttpRequest, door: Actor, id: UUID, vorm: str) -> HttpResponse:
    """What this reader may see of the case, each statement with its source and date."""
    casus = van(door, id)
    return _bestand(door, casus, vorm, lambda: _dossierpapier(door, casus))


@require_safe
@binnen(*queries.CASUSROLLEN)
def preweegbestand(request: HttpRequest, door: Actor, id: UUID, vorm: str) -> HttpResponse:
    """The copy of this reader: what its receiver may get, as far as the reader can know."""
    document = queries.preweegdocument(door=door, id=id)
    if document is None:
        raise Http404
    return _bestand(door, document.casus, vorm, lambda: _preweegpapier(door, document))


def _bestand(door: Actor, casus: Casus, vorm: str, maak: "Callable[[], Papier]") -> HttpResponse:
    """The text in the form that was asked, with its line in the account."""
    from schakel.kern.papier import VORMEN  # only who asks for a file waits for the libraries

    if vorm not in VORMEN:
        raise Http404
    soort, schrijf = VORMEN[vorm]
    inhoud = schrijf(maak())
    actions.schrijf_logregel(door, casus, "exporteren")
    kop = {"Content-Disposition": f'attachment; filename="{casus.kenmerk}.{vorm}"'}
    return HttpResponse(inhoud, content_type=soort, headers=kop)


def _dossierpapier(door: Actor, casus: Casus) -> "Papier":
    """The case in the order of the page."""
    from schakel.kern.papier import Deel, Papier

    stukken = dossier(door=door, casus=casus)
    delen = [
        Deel(_("De casus"), list(_kop(casus))),
        Deel(_("Dossier"), uitleg="" if stukken else _("Er is nog niets in het dossier dat je mag zien.")),
        *_stukken(stukken),
    ]
    if rollen := dubbelrollen(door, casus):
        delen.append(Deel(_("Verdachte en ook slachtoffer"), [_rol(paar) for paar in rollen]))
    delen.append(Deel(_("Weging en kwalificatie"), list(_wegingen(door, casus))))
    delen.append(Deel(_("Interventies"), list(_interventies(door, casus))))
    titel = _("Dossier %(kenmerk)s") % {"kenmerk": casus.kenmerk}
    return Papier(titel, _voet(door), delen=delen)


def _preweegpapier(door: Actor, document: Preweegdocument) -> "Papier":
    """What is offered, to whom, and what is known."""
    from schakel.kern.papier import Deel, Papier, Regel

    stukken = dossier(door=door, casus=document.casus, ontvanger=document.ontvanger)
    tot = [d for d in stukken if d.ingebracht_op <= document.aangeboden_op]
    kop = [
        Regel(_("Casus"), f"{document.casus.kenmerk} {document.casus.werktitel}"),
        Regel(_("Aangeboden door"), f"{document.partner}, {_dag(document.aangeboden_op)}"),
        Regel(_("Aan"), f"{document.get_gremium_display()}, {document.ontvanger}"),
        Regel(
            _("Waar het over gaat"),
            document.samenvatting,
            _bron(document.partner.naam, _dag(document.aangeboden_op)),
        ),
    ]
    if document.besloten_op:
        besluit = f"{document.get_stand_display()}. {document.reden or ''}"
        kop.append(Regel(_("Besluit"), besluit, _bron(document.ontvanger.naam, _dag(document.besloten_op))))
    delen = [Deel(_("Aanbod"), kop), Deel(_("Wat bekend is")), *_stukken(tot)]
    return Papier(str(document.get_soort_display()), _voet(door), delen=delen)


def _kop(casus: Casus) -> "Iterator[Regel]":
    from schakel.kern.papier import Regel

    yield Regel(_("Werktitel"), casus.werktitel)
    yield Regel(_("Gaat over"), str(casus.get_soort_display()))
    yield Regel(_("Gemeenten"), ", ".join(g.naam for g in casus.gemeenten.all()) or "–")
    yield Regel(_("Regie"), casus.stuk.eigenaar.naam, _bron(casus.stuk.eigenaar.naam, _dag(casus.geopend_op)))


def _stukken(stukken: Iterable[Deelstuk]) -> "Iterator[Deel]":
    """Per piece what it says; under each statement where it comes from."""
    from schakel.kern.papier import Deel, Regel

    for stuk in stukken:
        wie = _("%(partner)s, ingebracht %(dag)s. Betrouwbaarheid: %(hoe)s") % {
            "partner": stuk.partner,
            "dag": _dag(stuk.ingebracht_op),
            "hoe": stuk.betrouwbaarheid or "–",
        }
        regels = [
            Regel(f.naam, f.tekst, _bron(f"{stuk.titel}, {stuk.partner}", _dag(f.datum), f.zekerheid))
            for f in stuk.feiten
        ]
        yield Deel(stuk.titel, regels, niveau=2, uitleg=wie)


def _rol(paar: dict[str, Any]) -> "Regel":
    from schakel.kern.papier import Regel

    rol = paar["rol"]
    wie = f"{paar['verdachte']} / {paar['slachtoffer']}"
    return Regel(wie, rol.verband, _bron(rol.partner.naam, _dag(rol.op)))


def _wegingen(door: Actor, casus: Casus) -> "Iterator[Regel]":
    from schakel.kern.papier import Regel

    for w in queries.wegingen(door=door, casus=casus):
        wet = kwalificatie(w)
        tekst = f"{w.get_uitkomst_display()}. {w.motivering}" + (f" ({wet})" if wet else "")
        yield Regel(str(w.get_soort_display()), tekst, _bron(w.partner.naam, _dag(w.vastgesteld_op)))


def _interventies(door: Actor, casus: Casus) -> "Iterator[Regel]":
    from schakel.kern.papier import Regel

    for i in queries.interventies(door=door, casus=casus):
        effect = i.effect_slachtoffer or _("nog niet ingevuld")
        tekst = _("%(doel)s. Effect voor het slachtoffer: %(effect)s. %(uitvoerder)s: %(status)s") % {
            "doel": i.doel,
            "effect": effect,
            "uitvoerder": i.uitvoerder,
            "status": i.get_status_display(),
        }
        yield Regel(rules.CATALOGUS[i.soort].naam, tekst, _bron(i.partner.naam, _dag(i.voorgesteld_op)))


def _dag(moment: date | datetime | None) -> str:
    if isinstance(moment, datetime):
        moment = localtime(moment).date()
    return date_format(moment, "j F Y") if moment else _("dag onbekend")


def _bron(*delen: str) -> str:
    return _("Bron: %(bron)s") % {"bron": ", ".join(filter(None, delen))}


def _voet(door: Actor) -> str:
    """For whom, and when: what another reader may see differs."""
    return _("Gemaakt voor %(functie)s, %(partner)s, op %(dag)s. Bevat alleen wat deze lezer mocht zien.") % {
        "functie": door.functie_naam or door.functie,
        "partner": door.partner_naam,
        "dag": _dag(klok.nu()),
    }

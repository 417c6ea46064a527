# SPDX-License-Identifier: EUPL-1.2
"""What waits for whoever works with signals, on *Mijn werk*."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.convenant.rules import FUNCTIE_SOORTEN, StukSoort
from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.signaal import actions, queries
from schakel.signaal.actions.gedeeld import WEGERS
from schakel.signaal.instellingen import instellingen
from schakel.signaal.models import Beschermingstaak, Informatieverzoek, Optelling, Zoekvraag
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def _bescherming(door: Actor, rijen: list[Beschermingstaak]) -> Iterator[Werkregel]:
    for taak in rijen:
        yield Werkregel(
            _("Bied bescherming aan: %(kenmerk)s") % {"kenmerk": taak.kenmerk},
            _("%(wie)s ziet een geringste aanwijzing van mensenhandel. Neem meteen contact op.")
            % {"wie": taak.van.naam},
            reverse("bescherming", kwargs={"id": taak.pk}),
            urgentie=0,
            soort="signaal",
        )


def _optellingen(door: Actor, rijen: list[Optelling]) -> Iterator[Werkregel]:
    for o in rijen:
        yield Werkregel(
            _("Niet-pluissignalen tellen op"),
            _("Zwakke signalen van verschillende partners raken elkaar. Wil je ze wegen?"),
            reverse("optelling", kwargs={"id": o.pk}),
            urgentie=2,
            soort="signaal",
        )


def _raakvlakken(door: Actor, rijen: list[tuple[UUID, str]]) -> Iterator[Werkregel]:
    for stuk_id, kenmerk in rijen:
        yield Werkregel(
            _("%(kenmerk)s raakt andere informatie") % {"kenmerk": kenmerk},
            _("Er is een raakvlak dat nog niemand heeft beoordeeld."),
            reverse("signaal", kwargs={"id": stuk_id}) + "#raakvlakken",
            urgentie=3,
            soort="signaal",
        )


def _verzoeken(door: Actor, rijen: list[Informatieverzoek]) -> Iterator[Werkregel]:
    for v in rijen:
        yield from _verzoek(door, v)


def _verzoek(door: Actor, v: Informatieverzoek) -> Iterator[Werkregel]:
    te_laat = v.uiterlijk < klok.vandaag()
    if v.aan_id == door.partner_id:
        titel, reden = (
            _("%(wie)s vraagt informatie") % {"wie": v.van.naam},
            _("Geef antwoord, ook als er niets is."),
        )
    elif not te_laat:
        return
    elif v.van_id == door.partner_id:
        titel, reden = (
            _("Nog geen antwoord van %(wie)s") % {"wie": v.aan.naam},
            _("De termijn is voorbij. Bel even."),
        )
    else:
        titel = _("Verzoek van %(van)s aan %(aan)s is te laat") % {"van": v.van.naam, "aan": v.aan.naam}
        reden = _("De termijn is voorbij. Help ze met elkaar in gesprek te komen.")
    url = reverse("informatieverzoek", kwargs={"id": v.pk})
    yield Werkregel(
        titel, reden, url, tot=v.uiterlijk, urgentie=1 if te_laat else 4, soort="informatieverzoek"
    )


def _stil(door: Actor, rijen: list[Any]) -> Iterator[Werkregel]:
    stil = queries.stil_aantal(door=door)
    yield Werkregel(
        ngettext("%(n)s signaal ligt stil", "%(n)s signalen liggen stil", stil) % {"n": stil},
        _("Er is al %(dagen)s dagen niets mee gedaan. Neem een besluit, of sluit het met een reden.")
        % {"dagen": instellingen().stil_dagen},
        reverse("signalen") + "?stil=on",
        urgentie=2,
        soort="signaal",
    )


def _bewaard(door: Actor, rijen: list[Zoekvraag]) -> Iterator[Werkregel]:
    """One question more per kept search: a person has a few."""
    for vraag, aantal in actions.nieuws(door=door, vragen=rijen):
        yield Werkregel(
            ngettext("%(n)s nieuw signaal bij: %(naam)s", "%(n)s nieuwe signalen bij: %(naam)s", aantal)
            % {"n": aantal, "naam": vraag.naam},
            _("Dit past bij een zoekvraag die je bewaarde."),
            reverse("zoekvraag", kwargs={"id": vraag.pk}),
            urgentie=4,
            soort="signaal",
        )


def _stilste(door: Actor) -> QuerySet[Any, Any]:
    stil = queries.signalen(door=door, filter=queries.Filter(stil=True)).prefetch_related(None)
    return stil.order_by().values_list("pk", flat=True)[:1]


_WIE = frozenset(f for f, soorten in FUNCTIE_SOORTEN.items() if StukSoort.SIGNAAL in soorten)

BRONNEN = (
    Werkbron(_WIE, lambda door: queries.beschermingstaken(door=door)[:HOOGSTENS], _bescherming),
    Werkbron(
        _WIE,
        lambda door: (
            queries.informatieverzoeken(door=door).filter(status="open").prefetch_related(None)[:HOOGSTENS]
        ),
        _verzoeken,
    ),
    Werkbron(_WIE, lambda door: queries.optellingen(door=door)[:HOOGSTENS], _optellingen),
    Werkbron(_WIE, lambda door: queries.met_open_raakvlak(door=door)[:HOOGSTENS], _raakvlakken),
    Werkbron(WEGERS, _stilste, _stil),
    Werkbron(_WIE, lambda door: queries.zoekvragen(door=door), _bewaard),
)
"""Questions with their terms, new hits, niet-pluissignalen that add up, protection to offer, what lies still, and kept
searches.
"""

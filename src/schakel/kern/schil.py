# SPDX-License-Identifier: EUPL-1.2
"""The page shell: navigation by function, and *Mijn werk*. Rooms register what they offer in their AppConfig."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from schakel import VERSIE
from schakel.kern import klok, samen
from schakel.kern.instellingen import instellingen


@dataclass(frozen=True)
class NavItem:
    """One entry of the navigation, for the roles in `functies` (empty = everyone who is logged in)."""

    titel: str | Promise
    naam: str
    icoon: str
    functies: frozenset[str] = frozenset()
    volgorde: int = 50
    url: str = ""
    actief: bool = False


@dataclass(frozen=True)
class Werkregel:
    """One line of *Mijn werk*: what waits, why, until when, and where it is done. `urgentie` 0 = most urgent."""

    titel: str
    reden: str
    url: str
    tot: date | None = None
    urgentie: int = 5
    soort: str = ""

    @property
    def te_laat(self) -> bool:
        """Is the last day over?"""
        return self.tot is not None and self.tot < klok.vandaag()

    @property
    def groep(self) -> "Groep":
        """Under which heading it stands."""
        if self.te_laat or self.urgentie <= 1:
            return Groep.EERST
        return Groep.NU if self.urgentie <= 3 else Groep.DAARNA


class Groep(Enum):
    """The headings of *Mijn werk*, most urgent first."""

    EERST = 0
    NU = 1
    DAARNA = 2

    @property
    def label(self) -> str:
        return {Groep.EERST: _("Eerst dit"), Groep.NU: _("Wacht op jou"), Groep.DAARNA: _("Daarna")}[self]


@dataclass(frozen=True)
class Werkbron:
    """One kind of work that waits: for whom, the question that finds it, and the lines its rows become.

    `functies`: the roles that have such work (empty = every role). `vraag(door)`: a queryset made of nothing but the
    actor and the clock (see `kern.samen`); all sources are asked as one. `regels(door, rijen)` gets rows only when
    there are any, and may then ask a little more, never per row. `erbij`: further questions, whose rows `regels` gets
    after its own.
    """

    functies: Collection[str]
    vraag: samen.Vraag
    regels: Callable[..., Iterable[Werkregel]]
    erbij: tuple[samen.Vraag, ...] = ()


_items: list[NavItem] = []
_bronnen: list[Werkbron] = []


def registreer(*items: NavItem) -> None:
    """Called once per room, in `AppConfig.ready`."""
    _items.extend(i for i in items if i not in _items)


def registreer_werk(*bronnen: Werkbron) -> None:
    """Called once per room, in `AppConfig.ready`."""
    _bronnen.extend(b for b in bronnen if b not in _bronnen)


def werkbronnen(functie: str) -> list[Werkbron]:
    """The sources of work for this role, of all rooms."""
    return [bron for bron in _bronnen if not bron.functies or functie in bron.functies]


def werkvragen(bronnen: Iterable[Werkbron]) -> list[samen.Vraag]:
    """Everything that these sources ask, in their order."""
    return [vraag for bron in bronnen for vraag in (bron.vraag, *bron.erbij)]


def werk(*, door: Any) -> list[Werkregel]:
    """Everything that waits for this actor, most urgent first, then by date."""
    if door.partner_id is None:
        return []
    bronnen = werkbronnen(door.functie)
    antwoorden = iter(samen.vraag_samen(werkvragen(bronnen), door=door))
    regels: list[Werkregel] = []
    for bron in bronnen:
        rijen, *erbij = itertools.islice(antwoorden, 1 + len(bron.erbij))
        regels += bron.regels(door, rijen, *erbij) if rijen else ()
    return sorted(regels, key=lambda r: (r.groep.value, r.urgentie, r.tot or date.max, r.titel))


def navigatie(functie: str, pad: str) -> Iterator[NavItem]:
    """The entries for this role; the one with the longest address that begins the path is active."""
    voor = [replace(i, url=reverse(i.naam)) for i in _items if not i.functies or functie in i.functies]
    hier = max(
        (i.url for i in voor if pad == i.url or (i.url != "/" and pad.startswith(i.url))), key=len, default=""
    )
    for item in sorted(voor, key=lambda i: (i.volgorde, str(i.titel))):
        yield replace(item, actief=item.url == hier)


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor of every page; needs no database."""
    inst = instellingen()
    actor = getattr(request, "actor", None)
    bekend = actor is not None and not actor.anoniem
    return {
        "regio": inst.regio,
        "versie": VERSIE,
        "demo": settings.SCHAKEL_DEMO,
        "thema": inst.thema,
        "snel_weg": inst.snel_weg,
        "actor": actor,
        "navigatie": list(navigatie(actor.functie, request.path)) if actor is not None and bekend else [],
    }

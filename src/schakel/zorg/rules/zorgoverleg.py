# SPDX-License-Identifier: EUPL-1.2
"""Which body of care discusses a signal: by its forms and the age of the possible victims (report p. 136 fn68)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from schakel.signaal.rules.leeftijd import mogelijk_minderjarig
from schakel.signaal.rules.woorden import Rol
from schakel.zorg.rules.fasen import Leeftijd

WOORDEN = {
    Leeftijd.VOLWASSEN: ("volwassen", "meerderjarig"),
    Leeftijd.MINDERJARIG: ("minderjarig", "kind", "amv"),
}
"""How the groups of a body (`Orgaan.doelgroepen`, words of the region) name an age."""


class Bespreker(Protocol):
    """A body of care: the forms and groups it is there for; empty means all."""

    naam: str
    vormen: list[str]
    doelgroepen: list[str]


T = TypeVar("T", bound=Bespreker)


def passend(organen: Iterable[T], *, vormen: Iterable[str], leeftijd: Leeftijd) -> T | None:
    """The body that fits most closely; None when none fits. A body for another form or age never fits."""
    gevraagd = frozenset(vormen)
    gewogen = [(_past(o, gevraagd, leeftijd), o) for o in organen]
    kan = [(punten, o) for punten, o in gewogen if punten is not None]
    return min(kan, key=lambda paar: (-paar[0], paar[1].naam))[1] if kan else None


def _past(orgaan: Bespreker, vormen: frozenset[str], leeftijd: Leeftijd) -> int | None:
    """How many of its own limits this signal meets; None when it breaks one."""
    punten = 0
    if orgaan.vormen:
        if not vormen & set(orgaan.vormen):
            return None
        punten += 1
    leeftijden = {
        kant for kant, woorden in WOORDEN.items() for groep in orgaan.doelgroepen if _noemt(groep, woorden)
    }
    if leeftijden and leeftijd != Leeftijd.ONBEKEND:
        if leeftijd not in leeftijden:
            return None
        punten += 1
    return punten


def _noemt(groep: str, woorden: tuple[str, ...]) -> bool:
    return groep.strip().casefold().startswith(woorden)


def leeftijd_van(personen: Iterable[Mapping[str, str]], dag: date) -> Leeftijd:
    """Of the possible victims on this day. One who may be a minor makes it a matter of minors: doubt is for the child.

    `personen`: statements of soort persoon with `rol` and `geboortedatum` (any notation).
    """
    jong = [
        mogelijk_minderjarig(p.get("geboortedatum", ""), dag)
        for p in personen
        if p.get("rol") == Rol.SLACHTOFFER
    ]
    if True in jong:
        return Leeftijd.MINDERJARIG
    return Leeftijd.VOLWASSEN if jong and None not in jong else Leeftijd.ONBEKEND

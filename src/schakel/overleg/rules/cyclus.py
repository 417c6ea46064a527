# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of a body, pure: when it should meet, what comes next, what was missed (OVL-01).

A region configures a rhythm in weeks, or tells it in words: "6 weken", "2 per jaar", "elke twee weken" (report p.
39, 75, 91, 93, 111, 136). No rhythm = no expectation.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_TELWOORD = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "zes": 6, "acht": 8}
_VAST = {"week": 1, "maand": 4, "kwartaal": 13, "half jaar": 26, "halfjaar": 26, "jaar": 52}
TERUGKIJKEN = timedelta(days=366)


def weken_uit(ritme: str) -> int | None:
    """Weeks between two meetings as the words say; None when they do not. Of "3 tot 4 per jaar" the lowest."""
    tekst = ritme.casefold()
    if m := re.search(r"(\d+|" + "|".join(_TELWOORD) + r")(?: (?:tot|of|à) \d+)? weken", tekst):
        return _TELWOORD.get(m[1]) or int(m[1])
    if m := re.search(r"(\d+)(?: (?:tot|of|à) \d+)? ?(?:keer |x )?per jaar", tekst):
        return 52 // int(m[1]) if 1 <= int(m[1]) <= 52 else None
    for woord, weken in _VAST.items():
        if re.search(rf"\b(?:elke?|iedere?|per) {woord}\b", tekst):
            return weken
    return None


@dataclass(frozen=True)
class Maat:
    """A rhythm: the day it counts from, and the weeks between two meetings."""

    vanaf: date
    weken: int

    @property
    def stap(self) -> timedelta:
        return timedelta(weeks=self.weken)


def maat(weken: int | None, vanaf: date | None, eerste: date | None) -> Maat | None:
    """From what is configured; without a first day the first meeting that is known counts."""
    begin = vanaf or eerste
    return Maat(begin, weken) if weken and begin else None


def volgende(maat: Maat, na: date) -> date:
    """The first day of the rhythm after `na`."""
    if na < maat.vanaf:
        return maat.vanaf
    return maat.vanaf + ((na - maat.vanaf) // maat.stap + 1) * maat.stap


def gemist(maat: Maat, gehouden: Iterable[date], vandaag: date) -> list[date]:
    """Days of the past year on which the body should have met and did not, oldest first.

    A meeting counts for a day when it was held less than half a rhythm before or after it; the running turn is not
    missed yet.
    """
    gehouden = list(gehouden)
    half = maat.stap / 2
    dag, uit = maat.vanaf, []
    while dag + half <= vandaag:
        if dag >= vandaag - TERUGKIJKEN and not any(abs(g - dag) < half for g in gehouden):
            uit.append(dag)
        dag += maat.stap
    return uit

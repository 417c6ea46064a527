# SPDX-License-Identifier: EUPL-1.2
"""Which agreed route fits a melding: form, age, size, sector, place, and who received it (MEL-03). Pure.

The region's routes are data. Drenthe sends labour exploitation to the SIOD alone; Gelderland to the EMM as
well; in Rotterdam-Rijnmond small goes to the police and large to the SIOD (report pp. 56, 92, 98-99, 112).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.melding.rules.woorden import Leeftijd, Omvang, Sector, Vorm


@dataclass(frozen=True)
class Geval:
    """What triage found. `van_soort`: kind of the partner that holds the melding."""

    vorm: str
    leeftijd: str = Leeftijd.ONBEKEND
    omvang: str = Omvang.ONBEKEND
    sector: str = ""
    gemeente_id: UUID | None = None
    van_soort: str = ""


class Regel(Protocol):
    """An agreed route; empty conditions hold for everything."""

    vormen: Collection[str]
    leeftijd: str
    omvang: str
    sectoren: Collection[str]
    gemeenten: Collection[UUID]
    van_soort: str
    ook: bool
    van: date | None
    tot: date | None


def past(regel: Any, geval: Geval, dag: date) -> bool:
    """Does this route hold today for this melding?"""
    return (
        (regel.van is None or regel.van <= dag)
        and (regel.tot is None or regel.tot >= dag)
        and (not regel.vormen or geval.vorm in regel.vormen)
        and regel.leeftijd in ("", geval.leeftijd)
        and regel.omvang in ("", geval.omvang)
        and (not regel.sectoren or geval.sector in regel.sectoren)
        and (not regel.gemeenten or geval.gemeente_id in regel.gemeenten)
        and regel.van_soort in ("", geval.van_soort)
    )


def voorstellen(regels: Iterable[Any], geval: Geval, dag: date) -> list[Any]:
    """The first route that fits, then every fitting one that goes there besides; empty when none was agreed."""
    passend = [r for r in regels if past(r, geval, dag)]
    hoofd = [r for r in passend if not r.ook][:1]
    return hoofd + [r for r in passend if r.ook]


def waarom(regel: Any) -> str:
    """The conditions of a route in words, for the page."""
    delen = [
        ", ".join(str(Vorm(v).label).lower() for v in regel.vormen),
        str(Leeftijd(regel.leeftijd).label).lower() if regel.leeftijd else "",
        str(Omvang(regel.omvang).label).lower() if regel.omvang else "",
        ", ".join(str(Sector(s).label).lower() for s in regel.sectoren),
        _("alleen bepaalde gemeenten") if regel.gemeenten else "",
        _("ontvangen door: %(soort)s") % {"soort": regel.get_van_soort_display()} if regel.van_soort else "",
    ]
    return "; ".join(d for d in delen if d) or _("elke melding")

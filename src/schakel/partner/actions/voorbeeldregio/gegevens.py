# SPDX-License-Identifier: EUPL-1.2
"""How the data files are read, and what was loaded from them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from schakel.partner import rules
from schakel.partner.models import Functie, Gemeente, Orgaan, Partner

MAP = Path(__file__).parents[2] / "gegevens" / "regio-2012"


@dataclass
class Voorbeeld:
    """What was loaded, by the names of the report."""

    regio: str
    partners: dict[str, Partner] = field(default_factory=dict)
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    organen: dict[str, Orgaan] = field(default_factory=dict)
    functies: dict[str, Functie] = field(default_factory=dict)
    standen: dict[str, str] = field(default_factory=dict)
    """partner → its standing under the region's covenant, in the words of the report."""

    def van_soort(self, soort: str) -> Partner:
        """The first partner of this kind. Raises StopIteration when there is none."""
        return next(p for p in self.partners.values() if p.soort == soort)

    @property
    def drager(self) -> Partner:
        """The partner that carries the cooperation: the RIEC."""
        return self.van_soort("riec")

    def zoek(self, tekst: str) -> Partner | None:
        """The partner that a loose text of the report points at, when it points at exactly one."""
        gezocht = set(re.findall(r"\w{3,}", rules.zoekvorm(tekst)))
        punten = {n: len(gezocht & set(re.findall(r"\w{3,}", rules.zoekvorm(n)))) for n in self.partners}
        beste = [n for n, p in punten.items() if p and p == max(punten.values())]
        if len(beste) > 1:
            beste = [n for n in beste if rules.zoekvorm(n).split()[0] in gezocht][:1]
        return self.partners[beste[0]] if len(beste) == 1 else None


def rijen(naam: str, regio: str = "") -> Iterator[dict[str, str]]:
    """The rows of one file, of one region when the file has a column for it."""
    with (MAP / f"{naam}.csv").open(encoding="utf-8") as bestand:
        for rij in csv.DictReader(bestand, delimiter=";"):
            if not regio or rij.get("regio", regio) in (regio, ""):
                yield rij | {"p": rij["p"].replace("|", ", ")}


def dag(tekst: str, *, einde: bool = False) -> date | None:
    """`2012`, `2012-01` or `2012-01-31`: the first day of it, or the last."""
    if not tekst:
        return None
    jaar, maand, dag = ([int(d) for d in tekst.split("-")] + [0, 0])[:3]
    if dag:
        return date(jaar, maand, dag)
    if not einde:
        return date(jaar, maand or 1, 1)
    return date(jaar + (maand or 12) // 12, (maand or 12) % 12 + 1, 1) - timedelta(days=1)

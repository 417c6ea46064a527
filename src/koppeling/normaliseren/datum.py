# SPDX-License-Identifier: EUPL-1.2
"""Dates as people write them, with unknown parts and estimates."""

import re
from calendar import monthrange
from typing import NamedTuple

from koppeling.normaliseren.tekst import vouw

_MAANDNAMEN = """
januari jan january
februari feb february
maart mrt mar march
april apr
mei may
juni jun june
juli jul july
augustus aug august
september sep sept
oktober okt october oct
november nov
december dec
"""
_MAANDEN = {m: nr for nr, rij in enumerate(_MAANDNAMEN.split("\n")) for m in rij.split()}
_SCHATTING = re.compile(r"±|\+/-|~|\b(?:ca|circa|ongeveer|rond|omstreeks|plm|geschat|about)\b")
_GEWOON = re.compile(r"(\d\d)[-/.](\d\d)[-/.](\d{4})|(\d{4})-(\d\d)-(\d\d)", re.ASCII)
"""Most dates, read at once; the long way gives the same."""
_EEUWGRENS = 30
"""Two-digit years below this are 20yy, others 19yy: no clock in this library, so the rule is fixed."""


class Datum(NamedTuple):
    """A date; 0 stands for an unknown part. `geschat` when written as an estimate, `fout` when impossible
    parts (31 February, month 13) were set to unknown."""

    jaar: int
    maand: int
    dag: int
    geschat: bool = False
    fout: bool = False

    @property
    def volledig(self) -> bool:
        return bool(self.jaar and self.maand and self.dag)

    def __str__(self) -> str:
        return f"{self.jaar:04d}-{self.maand:02d}-{self.dag:02d}"


def datum(tekst: str) -> Datum | None:
    """Read a date. None when no year, month or day can be made of it.

    Understood: 12-03-1987, 1987-03-12, 19870312, 12/3/87, 12 maart 1987, maart 1987, 1987, ±1987, ca. 1987,
    00-00-1987, xx-xx-1987, 1987-??-??. Day before month, unless only the other order is possible.
    """
    if cijfers := _GEWOON.fullmatch(tekst):
        dag, maand, jaar, iso_jaar, iso_maand, iso_dag = cijfers.groups(default="")
        return _geldig(_jaar(jaar or iso_jaar), int(maand or iso_maand), int(dag or iso_dag), False)
    s = vouw(tekst[:64])
    geschat = bool(_SCHATTING.search(s))
    s = re.sub(r"t\d{2}:\d{2}.*$", "", s)
    stukken = re.findall(r"\d+|[a-z]+|\?+", s)
    delen = [d for d in (_deel(stuk) for stuk in stukken) if d is not None]
    if len(delen) == 1 and len(delen[0]) == 8:
        delen = _acht_cijfers(delen[0])
    gelezen = _orden(delen)
    if gelezen is None or not any(gelezen):
        return None
    return _geldig(*gelezen, geschat)


def _deel(stuk: str) -> str | None:
    """A piece as digits: month names become "mNN", unknown marks become "0", other words vanish."""
    if stuk.isdigit():
        return stuk[:8] if len(stuk) <= 8 else None
    if stuk in _MAANDEN:
        return f"m{_MAANDEN[stuk]}"
    if set(stuk) <= {"x", "?"} or stuk in ("onbekend", "unknown"):
        return "0"
    return None


def _acht_cijfers(s: str) -> list[str]:
    jaar_voorop = 1800 <= int(s[:4]) <= 2199
    return [s[:4], s[4:6], s[6:]] if jaar_voorop else [s[:2], s[2:4], s[4:]]


def _orden(delen: list[str]) -> tuple[int, int, int] | None:
    """(year, month, day) of one, two or three parts; None when they cannot be a date."""
    maand_woord = next((int(d[1:]) for d in delen if d.startswith("m")), 0)
    getallen = [d for d in delen if not d.startswith("m")]
    jaren = [d for d in getallen if len(d) >= 3]
    if maand_woord:
        dagen = [d for d in getallen if d not in jaren]
        jaar = jaren[0] if jaren else dagen[1] if len(dagen) > 1 else "0"
        return _jaar(jaar), maand_woord, int(dagen[0]) if dagen else 0
    if len(getallen) == 1:
        return (_jaar(getallen[0]), 0, 0) if len(getallen[0]) == 4 else None
    if len(getallen) == 2:
        a, b = getallen
        return (_jaar(a), int(b), 0) if len(a) > 2 else (_jaar(b), int(a), 0) if len(b) > 2 else None
    if len(getallen) != 3:
        return None
    a, b, c = getallen
    return (_jaar(a), int(b), int(c)) if len(a) > 2 else (_jaar(c), int(b), int(a))


def _jaar(s: str) -> int:
    if s in ("", "0", "0000"):
        return 0
    if len(s) == 2:
        return int(s) + (2000 if int(s) < _EEUWGRENS else 1900)
    return int(s) if 1800 <= int(s) <= 2199 else 0


def _geldig(jaar: int, maand: int, dag: int, geschat: bool) -> Datum | None:
    if maand > 12 >= dag > 0:
        maand, dag = dag, maand
    fout = False
    if maand > 12:
        maand, dag, fout = 0, 0, True
    if dag > (monthrange(jaar or 2000, maand)[1] if maand else 31):
        dag, fout = 0, True
    if not (jaar or maand or dag):
        return None
    return Datum(jaar, maand, dag, geschat, fout)

# SPDX-License-Identifier: EUPL-1.2
"""Addresses: postcode, house number with addition, street, place."""

import re
from functools import lru_cache
from typing import NamedTuple

from koppeling.normaliseren.tekst import vouw, woorden

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})\b")
_NUMMER = re.compile(r"(?<!\S)\d{1,5}(?:[-/ ]{0,3}(?:[a-z]{1,2}|[a-z]?\d{1,4}|bis|huis|hoog))?(?=[\s,;.]|$)")
_STRAATDELEN = """
str straat ln laan wg weg pln plein kd kade gr gracht burg burgemeester prof professor dr doctor st sint
mr meester
"""
_STRAAT = dict(zip(_STRAATDELEN.split()[::2], _STRAATDELEN.split()[1::2], strict=True))
_ACHTERVOEGSEL = re.compile(r"(str|ln)$")
_HUIS = frozenset({"hs", "huis", "nr", "no", "num", "nummer"})


class Adres(NamedTuple):
    """Parts of an address, folded; each may be empty. `postcode` is "1234ab" in the Netherlands."""

    postcode: str = ""
    huisnummer: str = ""
    toevoeging: str = ""
    straat: str = ""
    plaats: str = ""

    @property
    def deur(self) -> str:
        """House number with addition: "12-a"; empty without a number."""
        return f"{self.huisnummer}-{self.toevoeging}" if self.toevoeging else self.huisnummer

    @property
    def sleutel(self) -> str:
        """One text per front door: postcode + number, else street + number + place; empty when neither is
        known."""
        if self.huisnummer and len(self.postcode) >= 6:
            return f"{self.postcode} {self.deur}"
        if self.huisnummer and self.straat and (self.plaats or self.postcode):
            return f"{self.straat} {self.deur} {self.plaats or self.postcode}"
        return ""


@lru_cache(maxsize=1 << 15)
def postcode(tekst: str) -> str:
    """Dutch postcode as "1234ab"; other postcodes folded without spaces; at most 12 characters."""
    s = vouw(tekst)
    gevonden = _POSTCODE.search(s)
    return "".join(gevonden.groups()) if gevonden else "".join(woorden(s))[:12]


@lru_cache(maxsize=1 << 15)
def huisnummer(tekst: str) -> tuple[str, str]:
    """("12", "a") from "12 A", "12-a", "nr. 12a"; "12hs" gives ("12", ""). Empty when there is no digit."""
    delen = [d for d in re.findall(r"\d+|[a-z]+", vouw(tekst[:64])) if d not in _HUIS]
    begin = next((i for i, d in enumerate(delen) if d.isdigit() and d.strip("0")), None)
    if begin is None:
        return "", ""
    return delen[begin].lstrip("0")[:5], "".join(delen[begin + 1 :])[:8]


@lru_cache(maxsize=1 << 15)
def straat(tekst: str) -> str:
    """Street with common abbreviations written out ("Dorpsstr." -> "dorpsstraat")."""
    uit = []
    for woord in woorden(tekst):
        heel = _STRAAT.get(woord, woord)
        uit.append(_ACHTERVOEGSEL.sub(lambda m: _STRAAT[m.group()], heel) if len(heel) > 5 else heel)
    return " ".join(uit)


@lru_cache(maxsize=1 << 15)
def plaats(tekst: str) -> str:
    """Place name; "'s-Gravenhage" and "Den Haag", "'s-Hertogenbosch" and "Den Bosch" are one."""
    s = " ".join(woorden(tekst))
    return {"s gravenhage": "den haag", "s hertogenbosch": "den bosch"}.get(s, s)


def adres(tekst: str) -> Adres:
    """Read an address on one line: "Dorpsstraat 12a, 1234 AB Ons Dorp", "1234AB 12", "12 High St, York"."""
    s = vouw(tekst).strip()
    pc = _POSTCODE.search(s)
    voor, na = (s[: pc.start()], s[pc.end() :].strip(" ,")) if pc else s.partition(",")[::2]
    nummer, weg = "", voor
    if (deur := _NUMMER.search(voor, 1)) or (deur := _NUMMER.match(voor)):
        nummer, rest = deur.group(), voor[deur.end() :]
        weg = voor[: deur.start()].strip() or rest
        na = na or (rest if weg != rest else "")
    elif pc and (deur := _NUMMER.match(na)):
        nummer, na = deur.group(), na[deur.end() :]
    return Adres("".join(pc.groups()) if pc else "", *huisnummer(nummer), straat(weg), plaats(na))

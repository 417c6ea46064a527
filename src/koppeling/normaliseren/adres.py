# SPDX-License-Identifier: EUPL-1.2
"""Addresses: postcode, house number with addition, street, place."""

import re
from typing import NamedTuple

from koppeling.normaliseren.tekst import MAX_TEKENS, vouw, woorden

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{2})\b")
_NUMMER = re.compile(r"(?<!\S)(\d{1,5})\s*[-/ ]?\s*([a-z]{1,4}|\d{1,4}|[a-z]\d{1,3})?(?=[\s,;.]|$)")
_STRAAT = {"str": "straat", "ln": "laan", "wg": "weg", "pln": "plein", "kd": "kade", "gr": "gracht", "burg":
           "burgemeester", "prof": "professor", "dr": "doctor", "st": "sint", "mr": "meester"}  # fmt: skip
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
    def sleutel(self) -> str:
        """One text per front door: postcode + number, else street + number + place; empty when neither is known."""
        deur = f"{self.huisnummer}{'-' + self.toevoeging if self.toevoeging else ''}"
        if self.huisnummer and len(self.postcode) >= 6:
            return f"{self.postcode} {deur}"
        if self.huisnummer and self.straat and (self.plaats or self.postcode):
            return f"{self.straat} {deur} {self.plaats or self.postcode}"
        return ""


def postcode(tekst: str) -> str:
    """Dutch postcode as "1234ab"; other postcodes folded without spaces; at most 12 characters."""
    s = vouw(tekst[:MAX_TEKENS])
    gevonden = _POSTCODE.search(s)
    return "".join(gevonden.groups()) if gevonden else "".join(woorden(s))[:12]


def huisnummer(tekst: str) -> tuple[str, str]:
    """("12", "a") from "12 A", "12-a", "nr. 12a", "12hs" gives ("12", ""). Empty when there is no digit."""
    s = "".join(w for w in re.findall(r"\d+|[a-z]+", vouw(tekst[:64])) if w not in _HUIS)
    if (m := re.match(r"\D*(\d{1,5})(.*)", s)) is None:
        return "", ""
    nummer, rest = m.groups()
    los = re.findall(r"\d+|[a-z]+", vouw(tekst[:64]))
    na = [w for w in los if w not in _HUIS]
    if len(na) > 1 and na[0].isdigit():
        nummer, rest = na[0][:5], "".join(na[1:])
    return nummer.lstrip("0"), rest[:8]


def straat(tekst: str) -> str:
    """Street with common abbreviations written out ("Dorpsstr." -> "dorpsstraat")."""
    uit = []
    for woord in woorden(tekst):
        heel = _STRAAT.get(woord, woord)
        uit.append(_ACHTERVOEGSEL.sub(lambda m: _STRAAT[m.group()], heel) if len(heel) > 5 else heel)
    return " ".join(uit)


def plaats(tekst: str) -> str:
    """Place name; "'s-Gravenhage" and "Den Haag", "'s-Hertogenbosch" and "Den Bosch" are one."""
    s = " ".join(woorden(tekst))
    return {"s gravenhage": "den haag", "s hertogenbosch": "den bosch"}.get(s, s)


def adres(tekst: str) -> Adres:
    """Read a whole address on one line: "Dorpsstraat 12a, 1234 AB Ons Dorp" in any usual order."""
    s = vouw(tekst[: 2 * MAX_TEKENS])
    pc = _POSTCODE.search(s)
    voor, na = (s[: pc.start()], s[pc.end() :]) if pc else s.partition(",")[::2]
    nr = next(iter(_NUMMER.finditer(voor, 1)), None) if voor else None
    weg = voor[: nr.start()] if nr else voor
    nummer, toevoeging = huisnummer(nr.group()) if nr else ("", "")
    if pc and not nr and (los := _NUMMER.match(na.lstrip(" ,"))):  # "1234 AB 12"
        nummer, toevoeging = huisnummer(los.group(1) + (los.group(2) or ""))
        na = na.lstrip(" ,")[los.end() :]
    return Adres("".join(pc.groups()) if pc else "", nummer, toevoeging, straat(weg), plaats(na))

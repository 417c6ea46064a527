# SPDX-License-Identifier: EUPL-1.2
"""What people use on line: e-mail addresses, account names, advertisements."""

import re
from typing import NamedTuple

from koppeling.normaliseren.nummers import Nummer
from koppeling.normaliseren.tekst import vouw, woorden
from koppeling.normaliseren.telefoon import telefoon

_EMAIL = re.compile(r"[^\s@<>,;()\[\]]{1,64}@[^\s@<>,;()\[\]]{1,128}\.[^\s@<>,;()\[\].]{2,24}")
_PLATFORM = re.compile(
    r"(?<![\w.\-])(?:https?://)?(?:www\.|m\.)?(instagram|facebook|tiktok|snapchat|telegram|t|x|twitter|onlyfans|linkedin|youtube)"
    r"\.(?:com|me|nl)/(?:@|in/|user/|add/)?([\w.\-]{2,64})"
)
_HANDVAT = re.compile(r"(?<![\w@.])@([a-z0-9_.]{2,64})")
_NUL = re.compile(r"(?<![^\W\d_])o(?=[\s.\-]?\d)|(?<=\d)o(?=\d)")
_SCHEIDING = r"[\s.\-()/]{0,3}"
_INTERNATIONAAL = rf"(?:\+|00)[1-9](?:{_SCHEIDING}\d){{8,12}}"
_NATIONAAL = rf"0(?:{_SCHEIDING}\d){{9}}"
_NUMMER_IN_TEKST = re.compile(rf"(?<![\d+])(?:{_INTERNATIONAAL}|{_NATIONAAL})(?!\d)")
_CIJFERS = "nul een twee drie vier vijf zes zeven acht negen"
_TELWOORD = {woord: str(cijfer) for cijfer, woord in enumerate(_CIJFERS.split())}
_TELWOORDEN = re.compile(r"\b(?:" + "|".join(_TELWOORD) + r")\b")
MAX_ADVERTENTIE = 20_000
"""Characters of an advertisement that are read."""


class Advertentie(NamedTuple):
    """What identifies an advertisement; each may be empty. `woorden` are its distinct words, sorted."""

    telefoons: tuple[str, ...]
    accounts: tuple[str, ...]
    woorden: tuple[str, ...]


def email(tekst: str) -> Nummer | None:
    """Lower case; without "+tag" and the dots in a Gmail name, which providers ignore. None without "@"."""
    s = vouw(tekst[:256]).strip()
    if "@" not in s:
        return None
    gevonden = _EMAIL.search(s)
    if gevonden is None:
        return Nummer(s, False)
    naam, _, domein = gevonden.group().rpartition("@")
    naam = naam.split("+")[0] or naam
    if domein in ("gmail.com", "googlemail.com"):
        naam, domein = naam.replace(".", ""), "gmail.com"
    return Nummer(f"{naam}@{domein}", True)


def account(tekst: str) -> str:
    """From a link "platform:name", otherwise the bare name without "@"; folded, at most 64 characters."""
    s = vouw(tekst).strip()
    if m := _PLATFORM.search(s):
        platform = {"t": "telegram", "twitter": "x"}.get(m[1], m[1])
        return f"{platform}:{m[2].strip('.-')}"
    return re.sub(r"\s+", " ", s.lstrip("@"))[:64]


def advertentie(tekst: str) -> Advertentie:
    """Numbers and handles in the text of an advertisement, also when digits are spelt ("nul zes 12 ...")."""
    s = tekst[:MAX_ADVERTENTIE].casefold()
    met_cijfers = _NUL.sub("0", _TELWOORDEN.sub(lambda m: _TELWOORD[m.group()], s))
    gelezen = (telefoon(m.group()) for m in _NUMMER_IN_TEKST.finditer(met_cijfers))
    nummers = {n.tekst for n in gelezen if n and n.geldig}
    accounts = {account(m.group()) for m in _PLATFORM.finditer(s)}
    accounts |= {m[1].strip(".") for m in _HANDVAT.finditer(s)}
    lang = {w for w in woorden(s, MAX_ADVERTENTIE) if len(w) > 3 and not w.isdigit()}
    return Advertentie(tuple(sorted(nummers)), tuple(sorted(accounts - {""})), tuple(sorted(lang)))

# SPDX-License-Identifier: EUPL-1.2
"""From readable content to search words: folded, stemmed, and as prefixes. Pure; the keying happens elsewhere."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

_WOORD = re.compile(r"[^\W_]+")
_NAAMVELDEN = ("voornaam", "achternaam", "naam", "roepnaam", "bijnaam")
MINSTENS = 3
HOOGSTENS = 400
"""Prefixes are at least three characters; at most 400 words are kept per piece of information."""


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer  # thirty languages: not before the first word

    return snowballstemmer.stemmer("dutch")


def vouw(tekst: str) -> str:
    """Lower case, without accents: `Şükrü` and `sukru` are one word."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(c for c in los if not unicodedata.combining(c))


def woorden(tekst: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WOORD.findall(vouw(tekst))


def stammen(tekst: str) -> set[str]:
    """What a searcher's words are looked up by: Dutch stems, and the words themselves."""
    gevonden = {w for w in woorden(tekst) if len(w) >= MINSTENS or w.isdigit()}
    return gevonden | set(_stemmer().stemWords(sorted(gevonden)))


def _teksten(inhoud: Any) -> Iterator[tuple[str, str]]:
    """Every (field, text) in nested content."""
    if isinstance(inhoud, Mapping):
        for veld, waarde in inhoud.items():
            for onder, tekst in _teksten(waarde):
                yield onder or str(veld), tekst
    elif isinstance(inhoud, list | tuple):
        for waarde in inhoud:
            yield from _teksten(waarde)
    elif isinstance(inhoud, str | int) and not isinstance(inhoud, bool):
        yield "", str(inhoud)


def woorden_van(inhoud: Mapping[str, Any]) -> set[str]:
    """Search words of a piece of information: stems of all text, prefixes of names, digits of numbers as one word."""
    alle: set[str] = set()
    for veld, tekst in _teksten(inhoud):
        alle |= stammen(tekst)
        if veld in _NAAMVELDEN:
            alle |= {w[:n] for w in woorden(tekst)[:12] for n in range(MINSTENS, min(len(w), 12) + 1)}
        cijfers = re.sub(r"\D", "", tekst)
        if 6 <= len(cijfers) <= 20:
            alle |= {cijfers, cijfers[-9:]}
    return set(sorted(alle)[:HOOGSTENS])


def persoonswoorden(inhoud: Mapping[str, Any]) -> set[str]:
    """Words that identify a data subject for the citizen's question: name parts, birth date, BSN."""
    delen = {w for veld in _NAAMVELDEN for w in woorden(str(inhoud.get(veld, "")))}
    for veld in ("geboortedatum", "bsn"):
        if waarde := re.sub(r"\D", "", str(inhoud.get(veld, ""))):
            delen.add(f"{veld}:{waarde}")
    return delen

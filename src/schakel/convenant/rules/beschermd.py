# SPDX-License-Identifier: EUPL-1.2
"""What may not come in, what must not be recognisable, and what the supplier's own law wants recorded. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from schakel.convenant.rules.woorden import Categorie, Doel

UITGESLOTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\bCIE\b|\bTCI\b|\bCIE-?\s?informatie\b|(?i:\bcriminele inlichtingen)"),
        "CIE- en TCI-informatie mag niet in Schakel, ook niet geanonimiseerd (landelijke afspraak). "
        "Laat dit stuk weg en overleg met de officier van justitie.",
    ),
    (
        re.compile(r"(?i:\bstaatsgeheim\b|\bstg\.? (?:zeer )?geheim\b)"),
        "Informatie met een staatsgeheime rubricering mag niet in Schakel. Gebruik het daarvoor bestemde kanaal.",
    ),
)
"""Kinds of information that are refused outright, with what to do (report pp. 73 fn140, 151)."""


class Uitgesloten(ValueError):
    """This kind of information is refused; the text says what to do and repeats nothing of it."""


def weiger_uitgesloten(*teksten: object) -> None:
    """Raise `Uitgesloten` when any of the texts (or texts inside dicts and lists) is of an excluded kind."""
    for tekst in _alle_teksten(teksten):
        for patroon, reden in UITGESLOTEN:
            if patroon.search(tekst):
                raise Uitgesloten(reden)


def _alle_teksten(waarde: object) -> Iterable[str]:
    if isinstance(waarde, Mapping):
        for onder in waarde.values():
            yield from _alle_teksten(onder)
    elif isinstance(waarde, list | tuple):
        for onder in waarde:
            yield from _alle_teksten(onder)
    elif isinstance(waarde, str):
        yield waarde


_NIET_HERKENBAAR = frozenset(
    {"mevrouw", "meneer", "gemeente", "straat", "onbekend", "persoon", "vrouw", "man"}
)
_HERKENBARE_VELDEN = frozenset({
    "voornaam", "achternaam", "naam", "roepnaam", "bijnaam", "geboortedatum", "bsn", "telefoon", "nummer", "email",
    "straat", "postcode", "kenteken", "iban", "account", "bedrijf", "kvk",
})  # fmt: skip


def herkenbaar(tekst: str, inhouden: Iterable[Mapping[str, Any]]) -> list[str]:
    """Words of `tekst` that also stand in an identifying field of the original: they may not stay (CNV-03).

    Numbers are compared by their digits, words from three letters on without regard to case.
    """
    woorden = {w.casefold(): w for w in re.findall(r"[^\W\d_]{3,}", tekst)}
    cijfers = re.sub(r"\D", "", tekst)
    gevonden = set()
    for inhoud in inhouden:
        for veld, waarde in inhoud.items():
            if veld not in _HERKENBARE_VELDEN or not isinstance(waarde, str):
                continue
            for woord in re.findall(r"[^\W\d_]{3,}", waarde):
                if woord.casefold() in woorden.keys() - _NIET_HERKENBAAR:
                    gevonden.add(woorden[woord.casefold()])
            nummer = re.sub(r"\D", "", waarde)
            if len(nummer) >= 6 and (nummer in cijfers or nummer[-9:] in cijfers):
                gevonden.add(waarde)
    return sorted(gevonden)


PROTOCOL: dict[str, tuple[tuple[str, str], ...]] = {
    "politie": (
        ("belang", "Zwaarwegend algemeen belang (Wpg 19/20)"),
        ("besluit", "Kenmerk van de beslissing (Wpg 20)"),
    ),
    "kmar": (
        ("belang", "Zwaarwegend algemeen belang (Wpg 19/20)"),
        ("besluit", "Kenmerk van de beslissing (Wpg 20)"),
    ),
    "om": (
        ("belang", "Zwaarwegend algemeen belang (Wjsg 8a)"),
        ("besluit", "Kenmerk van de beslissing (Wjsg 39f)"),
    ),
}
"""Per kind of supplier what its own law wants on record besides the fields of a verstrekking (recht.md §2.2)."""

_EIGEN_WET: dict[str, frozenset[Categorie]] = {
    "politie": frozenset({Categorie.POLITIE_8, Categorie.POLITIE_9, Categorie.POLITIE_10}),
    "kmar": frozenset({Categorie.POLITIE_8, Categorie.POLITIE_9, Categorie.POLITIE_10}),
    "om": frozenset({Categorie.STRAFVORDERING}),
}


def protocolvelden(van_soort: str, categorieen: Iterable[Categorie]) -> tuple[tuple[str, str], ...]:
    """The extra fields (name, label) that this supplier must fill for these categories; mostly none."""
    if _EIGEN_WET.get(van_soort, frozenset()) & frozenset(categorieen):
        return PROTOCOL[van_soort]
    return ()


FISCAAL = frozenset({"belastingdienst", "fiod"})
STRAFRECHTELIJK = frozenset({"politie", "om", "kmar", "fiod"})


def gebruik_verboden(aan_soort: str, doel: Doel, *, niet_fiscaal: bool, niet_strafrechtelijk: bool) -> str:
    """Why the supplier's restriction on use forbids this receiver, or "" (report pp. 72, 99: fear of other use)."""
    if niet_fiscaal and aan_soort in FISCAAL:
        return "niet voor fiscale handhaving"
    if niet_strafrechtelijk and aan_soort in STRAFRECHTELIJK and doel == Doel.OPSPORING:
        return "niet voor strafrechtelijke handhaving"
    return ""

# SPDX-License-Identifier: EUPL-1.2
"""Statements about one subject that do not agree, side by side. Nothing is chosen or overwritten. Pure.

Two statements are about one subject when they share a linking key (`koppelen.sleutels`), a citizen service number
or a whole name; what follows is only which of their fields differ.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

ZELFDE_ALS = {
    "persoon": (("bsn",), ("documentnummer",), ("voornaam", "achternaam")),
    "bedrijf": (("kvk",), ("bedrijf",)),
}
"""Fields that make two statements one subject when all of them are filled in and equal."""

STIL = frozenset({"omschrijving", "rol", "geheim", "bag", "vestiging", "taal"})
"""Fields in which a difference is no contradiction: remarks, and roles (one person may have two, indicatoren.md §5.8)."""


@dataclass(frozen=True)
class Uitspraak:
    """One statement: its kind, content and linking keys. `nr` is its place in the list that was given."""

    nr: int
    soort: str
    inhoud: Mapping[str, str]
    sleutels: Collection[int] = ()


@dataclass(frozen=True)
class Tegenspraak:
    """One field of one subject: (value, statements that say so), in the order in which they came."""

    soort: str
    veld: str
    lezingen: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def eerste(self) -> int:
        """A statement by which the subject can be named."""
        return self.lezingen[0][1][0]


def tegenspraken(uitspraken: Sequence[Uitspraak]) -> list[Tegenspraak]:
    """Every field in which statements about one subject say different things."""
    gevonden = []
    for groep in _onderwerpen(uitspraken):
        velden = dict.fromkeys(veld for u in groep for veld in u.inhoud if veld not in STIL)
        for veld in velden:
            lezingen: dict[str, list[Uitspraak]] = {}
            for u in groep:
                if u.inhoud.get(veld):
                    lezingen.setdefault(_plat(u.inhoud[veld]), []).append(u)
            if len(lezingen) > 1:
                rij = tuple((str(hun[0].inhoud[veld]), tuple(u.nr for u in hun)) for hun in lezingen.values())
                gevonden.append(Tegenspraak(groep[0].soort, veld, rij))
    return gevonden


def _onderwerpen(uitspraken: Sequence[Uitspraak]) -> list[list[Uitspraak]]:
    """Statements that hang together, of one kind, two or more."""
    groepen: list[tuple[set[object], list[Uitspraak]]] = []
    for u in uitspraken:
        merken, bij = _merken(u), [u]
        los = []
        for hun_merken, hun in groepen:
            if hun_merken & merken:
                merken, bij = merken | hun_merken, [*hun, *bij]
            else:
                los.append((hun_merken, hun))
        groepen = [*los, (merken, bij)]
    return [sorted(hun, key=lambda u: u.nr) for _, hun in groepen if len(hun) > 1]


def _merken(u: Uitspraak) -> set[object]:
    merken: set[object] = {(u.soort, s) for s in u.sleutels}
    for velden in ZELFDE_ALS.get(u.soort, ()):
        waarden = [_plat(u.inhoud.get(v, "")) for v in velden]
        if all(waarden):
            merken.add((u.soort, velden, *waarden))
    return merken


def _plat(waarde: str) -> str:
    """Without case, blanks and punctuation: another way of writing is no contradiction."""
    return "".join(c for c in str(waarde).casefold() if c.isalnum())

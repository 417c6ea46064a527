# SPDX-License-Identifier: EUPL-1.2
"""Groups of records that are probably one person: derived from pairs, never a truth of their own.

Pairs are not transitive: A like B and B like C says little of A and C. So two groups merge only while the
mean weight over all their cross pairs is at least zero (average linkage, Sokal & Michener 1958), without a
hard contradiction and up to a size. What people decided comes first and stays: "zelfde" unites, "niet zelfde"
keeps apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from koppeling.entiteit import Profiel, Waarde
from koppeling.functies import scheelt
from koppeling.normaliseren import bsn

MAX_LEDEN: Final = 50
"""Records in a group; only decisions of people may go beyond."""
ONBEKEND: Final = -8.0
"""Bits of a pair that was never scored: it shares no key, which speaks against it."""

Paar = tuple[str, str]


@dataclass(frozen=True, slots=True, order=True)
class Besluit:
    """What a person decided about two records. Of two decisions on one pair the higher `nummer` holds; on a
    tie, "niet zelfde" does."""

    a: str
    b: str
    zelfde: bool
    nummer: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """`leden`: ids, sorted. `samenhang`: mean weight over all pairs in bits. `bruggen`: pairs without which
    the group falls apart: the first to look at."""

    leden: tuple[str, ...]
    samenhang: float
    bruggen: tuple[Paar, ...]


@dataclass(frozen=True, slots=True)
class Indeling:
    """`clusters` of two records and more, sorted by their first member; `geweigerd`: pairs at or above the
    threshold that stayed apart; `strijdig`: decisions "zelfde" that others contradict and that were therefore
    not followed."""

    clusters: tuple[Cluster, ...]
    geweigerd: tuple[Paar, ...]
    strijdig: tuple[Besluit, ...]


def groepeer(
    paren: Mapping[Paar, float],
    besluiten: Iterable[Besluit] = (),
    *,
    drempel: float = 0.0,
    gewicht: Callable[[str, str], float] | None = None,
    tegenspraak: Callable[[str, str], bool] | None = None,
    max_leden: int = MAX_LEDEN,
) -> Indeling:
    """Divide records into groups; the same input in any order gives the same division.

    `paren`: scored pairs of ids with their weight in bits (a pair may stand either way round; of two, the
    higher counts). Pairs from `drempel` bits up may start a merge. `gewicht` scores a pair that is not in
    `paren` (else `ONBEKEND`); `tegenspraak` says that two records cannot be one. Each merge costs at most
    max_leden² / 4 scores.
    """
    werk = _Werk(_eenduidig(paren), gewicht, tegenspraak, max_leden)
    strijdig = werk.volg(_geldend(besluiten))
    geweigerd = [paar for paar in werk.op_gewicht(drempel) if not werk.probeer(*paar)]
    groepen = sorted(sorted(g) for g in {id(g): g for g in werk.groep.values()}.values() if len(g) > 1)
    apart = tuple(paar for paar in geweigerd if werk.van(paar[0]) is not werk.van(paar[1]))
    clusters = tuple(werk.cluster(leden, drempel) for leden in groepen)
    return Indeling(clusters, tuple(sorted(apart)), tuple(sorted(strijdig)))


def harde_tegenspraak(a: Profiel, b: Profiel) -> bool:
    """Both have a valid citizen service number and these are more than two digits apart.

    Birth dates and names are no hard contradiction: whoever is exploited may live under false ones.
    """
    van_a, van_b = _geldige_bsn(a), _geldige_bsn(b)
    return bool(van_a and van_b) and not any(scheelt(x, y, 2) for x in van_a for y in van_b)


def _geldige_bsn(p: Profiel) -> list[Waarde]:
    return [w for w in p.kolommen.get("bsn", ()) if (n := bsn(w.tekst)) and n.geldig]


def _paar(a: str, b: str) -> Paar:
    return (a, b) if a <= b else (b, a)


def _eenduidig(paren: Mapping[Paar, float]) -> dict[Paar, float]:
    uit: dict[Paar, float] = {}
    for (a, b), bits in paren.items():
        if a != b:
            paar = _paar(a, b)
            uit[paar] = max(bits, uit.get(paar, bits))
    return uit


def _geldend(besluiten: Iterable[Besluit]) -> list[Besluit]:
    """One decision per pair, sorted."""
    laatste: dict[Paar, Besluit] = {}
    for besluit in sorted(besluiten, key=lambda b: (b.nummer, not b.zelfde)):
        if besluit.a != besluit.b:
            laatste[_paar(besluit.a, besluit.b)] = besluit
    return [Besluit(*paar, b.zelfde, b.nummer) for paar, b in sorted(laatste.items())]


@dataclass(slots=True)
class _Werk:
    """The groups while they grow: every id points to the set it is in."""

    paren: dict[Paar, float]
    gewicht: Callable[[str, str], float] | None
    tegenspraak: Callable[[str, str], bool] | None
    max_leden: int
    groep: dict[str, set[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    samen: set[Paar] = field(default_factory=set)

    def van(self, id: str) -> set[str]:
        return self.groep.setdefault(id, {id})

    def volg(self, besluiten: list[Besluit]) -> list[Besluit]:
        """Apply the decisions; give back those "zelfde" that a "niet zelfde" forbids."""
        for b in besluiten:
            if not b.zelfde:
                self.apart[b.a].add(b.b)
                self.apart[b.b].add(b.a)
        strijdig = []
        for b in (b for b in besluiten if b.zelfde):
            een, twee = self.van(b.a), self.van(b.b)
            if een is not twee and self._verboden(een, twee):
                strijdig.append(b)
                continue
            self.samen.add((b.a, b.b))
            self._voeg_samen(een, twee)
        return strijdig

    def op_gewicht(self, drempel: float) -> list[Paar]:
        sterk = ((-bits, paar) for paar, bits in self.paren.items() if bits >= drempel)
        return [paar for _, paar in sorted(sterk)]

    def probeer(self, a: str, b: str) -> bool:
        """Merge the groups of a and b when the rules allow it."""
        een, twee = self.van(a), self.van(b)
        if een is twee:
            return True
        if len(een) + len(twee) > self.max_leden or self._verboden(een, twee):
            return False
        kruis = [(x, y) for x in sorted(een) for y in sorted(twee)]
        if sum(self.bits(x, y) for x, y in kruis) < 0:
            return False
        if self.tegenspraak is not None and any(self.tegenspraak(x, y) for x, y in kruis):
            return False
        self._voeg_samen(een, twee)
        return True

    def bits(self, a: str, b: str) -> float:
        paar = _paar(a, b)
        if (bits := self.paren.get(paar)) is not None:
            return bits
        return self.gewicht(*paar) if self.gewicht else ONBEKEND

    def cluster(self, leden: list[str], drempel: float) -> Cluster:
        alle = [(x, y) for i, x in enumerate(leden) for y in leden[i + 1 :]]
        samenhang = sum(self.bits(x, y) for x, y in alle) / len(alle)
        banden = [p for p in alle if p in self.samen or self.bits(*p) >= drempel]
        return Cluster(tuple(leden), samenhang, tuple(sorted(_bruggen(banden))))

    def _verboden(self, een: set[str], twee: set[str]) -> bool:
        klein, groot = (een, twee) if len(een) <= len(twee) else (twee, een)
        return any(not groot.isdisjoint(self.apart[x]) for x in klein if x in self.apart)

    def _voeg_samen(self, een: set[str], twee: set[str]) -> None:
        if een is twee:
            return
        klein, groot = (een, twee) if len(een) <= len(twee) else (twee, een)
        groot |= klein
        for lid in klein:
            self.groep[lid] = groot


def _bruggen(banden: list[Paar]) -> Iterator[Paar]:
    """Edges whose loss disconnects their ends, in one walk over the edges (Tarjan 1974)."""
    buren: dict[str, set[str]] = defaultdict(set)
    for a, b in banden:
        buren[a].add(b)
        buren[b].add(a)
    nummer: dict[str, int] = {}
    for begin in sorted(buren):
        if begin not in nummer:
            yield from _bruggen_vanaf(begin, buren, nummer)


def _bruggen_vanaf(begin: str, buren: Mapping[str, set[str]], nummer: dict[str, int]) -> Iterator[Paar]:
    """Depth first: an edge to a child is a bridge when nothing below it reaches the parent or higher."""
    nummer[begin] = len(nummer)
    laagste = {begin: nummer[begin]}
    weg = [(begin, begin, iter(sorted(buren[begin])))]
    while weg:
        knoop, ouder, rest = weg[-1]
        for ander in rest:
            if ander not in nummer:
                nummer[ander] = laagste[ander] = len(nummer)
                weg.append((ander, knoop, iter(sorted(buren[ander]))))
                break
            if ander != ouder:
                laagste[knoop] = min(laagste[knoop], nummer[ander])
        else:
            weg.pop()
            laagste[ouder] = min(laagste[ouder], laagste[knoop])
            if laagste[knoop] > nummer[ouder]:
                yield _paar(ouder, knoop)

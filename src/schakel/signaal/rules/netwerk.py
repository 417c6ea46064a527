# SPDX-License-Identifier: EUPL-1.2
"""The shape of a network of signals: which links hold it together, and where each signal stands. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

BREEDTE, HOOGTE = 960, 640
"""Size of the drawing, in its own units."""


@dataclass(frozen=True)
class Plek:
    """Where a node stands: x and y of its middle."""

    x: int
    y: int


def bereikbaar(banden: Iterable[tuple[K, K]], begin: K) -> dict[K, int]:
    """Every node that hangs together with `begin` → number of steps."""
    buren = _buren(banden)
    stappen, rij = {begin: 0}, [begin]
    for knoop in rij:
        for ander in sorted(buren[knoop] - stappen.keys(), key=str):
            stappen[ander] = stappen[knoop] + 1
            rij.append(ander)
    return stappen


def bruggen(banden: Sequence[tuple[K, K]]) -> set[frozenset[K]]:
    """Links without which the network falls apart: look at these first."""
    uniek = {frozenset(b) for b in banden if b[0] != b[1]}
    uit = set()
    for band in uniek:
        a, b = band
        rest = [tuple(x) for x in uniek if x != band]
        if b not in bereikbaar(rest, a):  # type: ignore[arg-type]  # pairs
            uit.add(band)
    return uit


def _buren(banden: Iterable[tuple[K, K]]) -> dict[K, set[K]]:
    buren: dict[K, set[K]] = defaultdict(set)
    for a, b in banden:
        buren[a].add(b)
        buren[b].add(a)
    return buren


def plekken(stappen: Mapping[K, int]) -> dict[K, Plek]:
    """Rings around the first node, by number of steps; the same input gives the same drawing."""
    ringen: dict[int, list[K]] = defaultdict(list)
    for knoop, stap in stappen.items():
        ringen[stap].append(knoop)
    uit: dict[K, Plek] = {}
    grootste = max(ringen, default=0) or 1
    for stap, leden in ringen.items():
        straal = stap / grootste
        for nr, knoop in enumerate(leden):
            hoek = 2 * pi * (nr + 0.5 * (stap % 2)) / len(leden) - pi / 2
            uit[knoop] = Plek(
                round(BREEDTE / 2 + (BREEDTE / 2 - 110) * straal * cos(hoek)),
                round(HOOGTE / 2 + (HOOGTE / 2 - 45) * straal * sin(hoek)),
            )
    return uit

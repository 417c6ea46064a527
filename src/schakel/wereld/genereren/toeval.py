# SPDX-License-Identifier: EUPL-1.2
"""Chance that is the same everywhere.

Only `Random.random()` and seeding by text are used: Python's documentation fixes both for a given seed, while
`choice`, `shuffle` and `sample` may change between versions. Seeding by text does not use `hash()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Toeval:
    """A stream of chance that belongs to one thing of one world, whatever else is made before or after it."""

    __slots__ = ("_worp",)

    def __init__(self, *delen: str | int) -> None:
        self._worp = Random("/".join(map(str, delen))).random  # noqa: S311 - fiction, not security

    def kans(self, p: float) -> bool:
        """True with probability p."""
        return self._worp() < p

    def getal(self, van: int, tot: int) -> int:
        """A whole number, both ends included."""
        return van + int(self._worp() * (tot - van + 1))

    def kies(self, uit: Sequence[T]) -> T:
        """One of a sequence."""
        return uit[int(self._worp() * len(uit))]

    def vaak(self, uit: Sequence[T]) -> T:
        """One of a sequence, the first far more often than the last, as names are spread."""
        return uit[int(self._worp() ** 2 * len(uit))]

    def weeg(self, uit: Sequence[tuple[T, float]]) -> T:
        """One of (value, weight)."""
        rest = self._worp() * sum(gewicht for _, gewicht in uit)
        for waarde, gewicht in uit:
            rest -= gewicht
            if rest < 0:
                return waarde
        return uit[-1][0]

    def greep(self, uit: Sequence[T], aantal: int) -> list[T]:
        """So many different ones, in the order drawn; all of them when there are fewer."""
        rest = list(uit)
        return [rest.pop(int(self._worp() * len(rest))) for _ in range(min(aantal, len(rest)))]

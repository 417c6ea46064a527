# SPDX-License-Identifier: EUPL-1.2
"""A closed list of words as the choices of a column."""

from enum import StrEnum


def keuzes(soort: type[StrEnum]) -> list[tuple[str, str]]:
    """Value and label are the same word; pages show the plain name of `rules.naam`."""
    return [(w.value, w.value) for w in soort]

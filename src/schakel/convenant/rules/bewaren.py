# SPDX-License-Identifier: EUPL-1.2
"""Retention: terms in months, the shortest wins, and it travels with copies (CNV-09+; recht.md §6). Pure."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def kortste(termijnen: Iterable[tuple[str, int]]) -> dict[str, int]:
    """(category, months) → the shortest term per category; `*` is the term for all others."""
    uit: dict[str, int] = {}
    for categorie, maanden in termijnen:
        uit[categorie] = min(maanden, uit.get(categorie, maanden))
    return uit


def van_kopie(bewaren_tot: date | None, verstrekt_tot: date | None) -> date | None:
    """A copy lives as long as the original and the verstrekking it came with, whichever ends first."""
    return min((d for d in (bewaren_tot, verstrekt_tot) if d is not None), default=None)

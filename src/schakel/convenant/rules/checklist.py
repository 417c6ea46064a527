# SPDX-License-Identifier: EUPL-1.2
"""When the privacy checklist lets an act through (CNV-04). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ANTWOORDEN = ("ja", "nee", "nvt")


@dataclass(frozen=True)
class Vraag:
    """A question; `moet` is the only answer that lets the act through (empty: any answer)."""

    id: str
    tekst: str
    verplicht: bool = True
    moet: str = ""


def houdt_tegen(vragen: Iterable[Vraag], antwoorden: Mapping[str, str]) -> list[Vraag]:
    """The questions that block: mandatory and unanswered, or answered otherwise than they must be."""
    tegen = []
    for vraag in vragen:
        antwoord = antwoorden.get(vraag.id, "")
        if antwoord not in ANTWOORDEN:
            antwoord = ""
        if (vraag.verplicht and not antwoord) or (vraag.moet and antwoord and antwoord != vraag.moet):
            tegen.append(vraag)
    return tegen

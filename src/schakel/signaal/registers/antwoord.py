# SPDX-License-Identifier: EUPL-1.2
"""What comes back from a register, the same for each of them. Pure."""

from dataclasses import dataclass
from typing import Any

from schakel.convenant.rules import Handeling


@dataclass(frozen=True)
class Treffer:
    """One person, address or company. `regels`: (label, value) to read; `gegevens`: (kind, content) to take over.

    `merken` are what the register says about its own information: shown, and obeyed through `handeling`.
    `sleutel`: with it the same register tells more ("" = this is everything).
    """

    titel: str
    regels: tuple[tuple[str, str], ...] = ()
    gegevens: tuple[tuple[str, dict[str, str]], ...] = ()
    merken: tuple[str, ...] = ()
    handeling: Handeling = Handeling.KETEN
    sleutel: str = ""


def tekst(waarde: Any) -> str:
    """A value of an answer as text; anything that is no plain value is nothing."""
    return str(waarde).strip() if isinstance(waarde, str | int) and not isinstance(waarde, bool) else ""


def blok(waarde: Any) -> dict[str, Any]:
    """An object of an answer; anything else is empty."""
    return waarde if isinstance(waarde, dict) else {}


def rij(waarde: Any) -> list[Any]:
    """A list of an answer; anything else is empty."""
    return waarde if isinstance(waarde, list) else []


def gevuld(**velden: str) -> dict[str, str]:
    """The fields that hold something."""
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def regels(*paren: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The lines that hold something."""
    return tuple((label, waarde) for label, waarde in paren if waarde)

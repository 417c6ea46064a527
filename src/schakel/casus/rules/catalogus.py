# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of interventions (INT-01): kind, competent body, ground, restriction; read from
`interventies.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Interventiesoort:
    """One measure. `grondslag` is the code of a regime (recht.md); `geldig_tot` is the last valid day."""

    code: str
    naam: str
    terrein: str
    bevoegd: str
    grondslag: str
    beperking: str = ""
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Available on this day?"""
        return (self.geldig_van is None or self.geldig_van <= dag) and (
            self.geldig_tot is None or dag <= self.geldig_tot
        )


def _lees() -> dict[str, Interventiesoort]:
    with (Path(__file__).parent / "interventies.toml").open("rb") as bestand:
        return {code: Interventiesoort(code=code, **rij) for code, rij in tomllib.load(bestand).items()}


CATALOGUS = _lees()


def geldige_soorten(dag: date) -> list[Interventiesoort]:
    """What can be proposed on this day, in the order of the catalogue."""
    return [soort for soort in CATALOGUS.values() if soort.geldt_op(dag)]

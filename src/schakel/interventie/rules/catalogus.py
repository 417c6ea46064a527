# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of interventions (INT-01): kind, competent body, ground, conditions, expected effect on the victim.

Read from `interventies.toml`; a new law is a new row with dates, never code. What needs a rule of the municipality
itself (an APV article, a stappenplan) names it in `vereist`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TERREINEN = {
    "straf": gettext_lazy("Strafrecht"),
    "bestuur": gettext_lazy("Bestuursrecht"),
    "arbeid": gettext_lazy("Arbeid"),
    "fiscaal": gettext_lazy("Belasting en geld"),
    "zorg": gettext_lazy("Hulp en zorg"),
    "preventie": gettext_lazy("Voorkomen"),
}
"""Code → words, in the order of the catalogue."""


@dataclass(frozen=True)
class Interventiesoort:
    """One measure. `grondslag`: code of a ground (recht.md); `geldig_tot`: the last valid day; `vereist`: code of the
    municipal rule without which it cannot be used; `mandaat`: a body of the municipality decides, not the official."""

    code: str
    naam: str
    terrein: str
    bevoegd: str
    grondslag: str
    beperking: str = ""
    effect: str = ""
    vereist: str = ""
    mandaat: bool = False
    bron: str = ""
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Available on this day?"""
        return (self.geldig_van is None or self.geldig_van <= dag) and (
            self.geldig_tot is None or dag <= self.geldig_tot
        )


def _lees(naam: str) -> dict[str, dict[str, object]]:
    with (Path(__file__).parent / naam).open("rb") as bestand:
        return tomllib.load(bestand)


CATALOGUS: dict[str, Interventiesoort] = {
    code: Interventiesoort(code=code, **rij)  # type: ignore[arg-type]  # checked by the test of the catalogue
    for code, rij in _lees("interventies.toml").items()
}

GEMEENTEREGELS: dict[str, str] = {
    code: str(rij["naam"]) for code, rij in _lees("gemeenteregels.toml").items()
}
"""Rules that a municipality can have: code → words."""


def geldige_soorten(dag: date) -> list[Interventiesoort]:
    """What can be proposed on this day, in the order of the catalogue."""
    return [soort for soort in CATALOGUS.values() if soort.geldt_op(dag)]


class Beschikbaar(Enum):
    """Can this measure be used in a municipality? `ONBEKEND`: nobody recorded whether the rule is there."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


def beschikbaar(soort: Interventiesoort, regels: Mapping[str, bool]) -> Beschikbaar:
    """`regels`: what the municipality recorded, code of the rule → it is there."""
    if not soort.vereist or regels.get(soort.vereist):
        return Beschikbaar.JA
    return Beschikbaar.ONBEKEND if soort.vereist not in regels else Beschikbaar.NEE


def waarom_niet(soort: Interventiesoort, per_gemeente: Iterable[tuple[str, Mapping[str, bool]]]) -> str:
    """Why a measure cannot be used in any of these municipalities, with the missing rule; "" = it can (INT-01)."""
    gemeenten = list(per_gemeente)
    if not gemeenten or any(beschikbaar(soort, r) is not Beschikbaar.NEE for _n, r in gemeenten):
        return ""
    return _("hier niet beschikbaar: %(gemeenten)s mist %(regel)s") % {
        "gemeenten": ", ".join(naam for naam, _r in gemeenten),
        "regel": GEMEENTEREGELS[soort.vereist],
    }

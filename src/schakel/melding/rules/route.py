# SPDX-License-Identifier: EUPL-1.2
"""Where a melding goes, by place and form (MEL-01, MEL-03), and which places and forms are not covered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from schakel.melding.rules.woorden import Vorm

LANDELIJK = frozenset({"ketenregisseur"})
"""The functions that stand in for a region as a whole."""


@dataclass(frozen=True)
class Loket:
    """A filled function that can receive. Empty `vormen`: all forms. `gemeenten`: places named expressly."""

    partner_id: UUID
    partner_code: str
    partner_soort: str
    rol: str
    gemeenten: frozenset[UUID] = frozenset()
    vormen: frozenset[str] = frozenset()

    def kent(self, vorm: str) -> bool:
        """Does it take this form? An unknown form only when it takes all."""
        return not self.vormen or vorm in self.vormen


@dataclass(frozen=True)
class Plaats:
    """A municipality and the partner that is its organisation."""

    gemeente_id: UUID
    partner_id: UUID | None


def ontvanger(
    loketten: Collection[Loket], *, plaats: Plaats | None, vorm: str, standaard: str = ""
) -> UUID | None:
    """The partner that receives, or None when nobody in the region can.

    1. the aandachtsfunctionaris of the municipality, or a function that names it, if it takes this form;
    2. the region's default: the partner with code `standaard`, the ketenregisseur of the RIEC, any
       ketenregisseur, any aandachtsfunctionaris. The default takes every form: a melding is never refused
       for its kind.
    """
    eigen = (loket for loket in _van(loketten, plaats) if loket.kent(vorm))
    return next((loket.partner_id for loket in [*eigen, *_standaard(loketten, standaard)]), None)


def _van(loketten: Iterable[Loket], plaats: Plaats | None) -> list[Loket]:
    """Functions for this place: the municipality's own, then those that name it."""
    if plaats is None:
        return []
    eigen = [lo for lo in loketten if lo.partner_id == plaats.partner_id and not lo.gemeenten]
    genoemd = [lo for lo in loketten if plaats.gemeente_id in lo.gemeenten]
    return sorted(
        [*eigen, *genoemd],
        key=lambda lo: (
            lo.partner_id != plaats.partner_id,
            lo.rol != "aandachtsfunctionaris",
            lo.partner_code,
        ),
    )


def _standaard(loketten: Iterable[Loket], standaard: str) -> list[Loket]:
    def volgorde(lo: Loket) -> tuple[bool, bool, bool, str]:
        return (
            lo.partner_code != standaard,
            lo.rol not in LANDELIJK,
            lo.partner_soort != "riec",
            lo.partner_code,
        )

    kan = [
        lo
        for lo in loketten
        if lo.partner_code == standaard or lo.rol in LANDELIJK | {"aandachtsfunctionaris"}
    ]
    return sorted(kan, key=volgorde)


def dekking(loketten: Collection[Loket], plaatsen: Iterable[Plaats]) -> Mapping[UUID, dict[str, bool]]:
    """Per municipality and form: has it a meldpunt of its own? (What is not covered goes to the default.)"""
    vormen = [v for v in Vorm if v is not Vorm.ONBEKEND]
    return {p.gemeente_id: {v: any(lo.kent(v) for lo in _van(loketten, p)) for v in vormen} for p in plaatsen}

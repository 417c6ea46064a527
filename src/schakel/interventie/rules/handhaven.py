# SPDX-License-Identifier: EUPL-1.2
"""The handhavingsarrangement, pure: misstand x step x actor, and which step comes next (INT-04, report p. 85, 93)."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from schakel.convenant.rules.bewaren import maanden_later


def _lees() -> dict[str, Any]:
    with (Path(__file__).parent / "arrangement.toml").open("rb") as bestand:
        return tomllib.load(bestand)


@dataclass(frozen=True)
class Stap:
    """One cell of the table. `periode`: months in which this step counts as an earlier one."""

    misstand: str
    nummer: int
    maatregel: str
    actor: str
    grond: str
    periode: int


_DATA = _lees()
MISSTANDEN: dict[str, str] = dict(_DATA["misstanden"])
"""Code → words."""

MODEL: tuple[Stap, ...] = tuple(Stap(**rij) for rij in _DATA["stap"])
"""The model that a municipality can take over and change."""


def volgende_stap(stappen: Sequence[Stap], eerder: Iterable[tuple[int, date]], dag: date) -> Stap | None:
    """The step after the highest one that was set within its period; the last repeats, None = nothing was agreed.

    `stappen`: of one misstand; `eerder`: (number, day) of the steps on the same subject.
    """
    op_volgorde = sorted(stappen, key=lambda s: s.nummer)
    periode = {s.nummer: s.periode for s in op_volgorde}
    telt = [nr for nr, op in eerder if nr in periode and op <= dag <= maanden_later(op, periode[nr])]
    hierna = [s for s in op_volgorde if s.nummer > max(telt, default=0)]
    return next(iter(hierna or op_volgorde[-1:]), None)


def bezwaren_stap(*, gezet: int, voorgesteld: int | None, bestaat: bool, afwijking: str) -> list[str]:
    """A step of the table; another than the proposed one asks a reason."""
    if not bestaat:
        return [_("Deze stap staat niet in het arrangement.")]
    if gezet != voorgesteld and not afwijking.strip():
        return [_("Je wijkt af van de voorgestelde stap. Schrijf waarom.")]
    return []

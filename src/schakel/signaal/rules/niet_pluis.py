# SPDX-License-Identifier: EUPL-1.2
"""Weak signals that add up: a rule that one can read, not a hidden score (report pp. 42, 108 fn27, 145)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

AANTAL = 3
BRONNEN = 2
TERMIJN = timedelta(days=183)
"""Three niet-pluissignalen of two sources on the same subject within six months call for attention."""


@dataclass(frozen=True)
class Zwak:
    """One weak signal on the subject: which object, which source (partner), on which day."""

    stuk_id: UUID
    bron: UUID
    dag: date


def telt_op(zwakke: Iterable[Zwak], *, vandaag: date) -> bool:
    """Do these weak signals on one subject call for attention today?"""
    vers = {z.stuk_id: z.bron for z in zwakke if vandaag - TERMIJN <= z.dag <= vandaag}
    return len(vers) >= AANTAL and len(set(vers.values())) >= BRONNEN


def vervalt(dag: date) -> date:
    """Last day of a niet-pluissignaal that began on `dag`."""
    return dag + TERMIJN

# SPDX-License-Identifier: EUPL-1.2
"""Which registers an actor's partner may ask."""

from schakel.signaal.queries.raakvlak import partners_op_id
from schakel.signaal.registers.instellingen import Poort, poorten, poorten_van
from schakel.toegang.actor import Actor


def registers_van(*, door: Actor) -> list[Poort]:
    """One gateway per register; most often none."""
    if door.partner_id is None or not poorten():
        return []
    return poorten_van(partners_op_id([door.partner_id])[door.partner_id].code)

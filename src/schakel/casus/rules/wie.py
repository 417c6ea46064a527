# SPDX-License-Identifier: EUPL-1.2
"""The ids of who acts, for rows and lookups. Who is not logged in gets the nil id, which owns nothing."""

from uuid import UUID

from schakel.toegang.actor import Actor

_NIEMAND = UUID(int=0)


def ik(door: Actor) -> UUID:
    """The person that acts."""
    return door.gebruiker_id or _NIEMAND


def mijn(door: Actor) -> UUID:
    """The partner for which they act."""
    return door.partner_id or _NIEMAND

# SPDX-License-Identifier: EUPL-1.2
"""Identifiers: they sort by the day of creation (good for indexes) and tell nothing else."""

import secrets
import time
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import connection

DAG_MS = 86_400_000


def nieuw_id() -> UUID:
    """A UUIDv7-like id whose time is cut to the day (ms since epoch), so that it tells no hour and no order."""
    dag = int(time.time() * 1000) // DAG_MS * DAG_MS
    waarde = (dag << 80) | secrets.randbits(80)
    waarde &= ~(0xF << 76)
    waarde |= 0x7 << 76
    waarde &= ~(0x3 << 62)
    waarde |= 0x2 << 62
    return UUID(int=waarde)


def vast_id(*delen: str) -> UUID:
    """The same id for the same words: idempotency keys, rows of an import file, sample data."""
    return uuid5(NAMESPACE_URL, "schakel:" + "\x1f".join(delen))


def een_tegelijk(id: UUID | None) -> None:
    """Let two that make the same thing at one moment go one after the other, until the transaction ends.

    The second then finds what the first made, as after a double click.
    """
    if id is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [id.int >> 65])

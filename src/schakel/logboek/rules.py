# SPDX-License-Identifier: EUPL-1.2
"""What a log line holds and how lines are chained (kwaliteit.md, goals 20-21). Pure."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from uuid import UUID

BEGIN = bytes(32)
"""The hash before the first line."""


@dataclass(frozen=True)
class Regel:
    """One act on the data of one person (or, without `betrokkene`, on an object that holds no known person).

    `betrokkene` is the keyed pseudonym (32 hex characters) of the person, never a name.
    """

    handeling: str
    soort: str
    stuk_id: UUID | None = None
    eigenaar_id: UUID | None = None
    betrokkene: str = ""
    categorieen: tuple[str, ...] = ()
    doel: str = ""
    grondslag: str = ""
    verstrekking_id: UUID | None = None
    resultaat: str = "ok"

    def velden(self) -> dict[str, object]:
        """The line as columns of `Toegang`."""
        return asdict(self) | {"categorieen": list(self.categorieen)}


def canoniek(velden: Mapping[str, object]) -> bytes:
    """The line as bytes: JSON with sorted keys, no blanks, UUIDs and times as text (UTC, microseconds)."""
    return json.dumps(velden, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str).encode()


def hash_van(vorige: bytes, velden: Mapping[str, object]) -> bytes:
    """SHA-256(previous hash ‖ canonical line), 32 bytes."""
    return hashlib.sha256(vorige + canoniek(velden)).digest()

# SPDX-License-Identifier: EUPL-1.2
"""From an actor to the settings that the walls read, and the unit of work in which an actor acts."""

from collections.abc import Iterator
from contextlib import contextmanager

from schakel.convenant.rules import FUNCTIE_CATEGORIEEN, FUNCTIE_DELEN, FUNCTIE_SOORTEN, handelingen_voor
from schakel.kern.context import Eenheid, eenheid_van_werk, lijst
from schakel.toegang.actor import Actor


def variabelen(door: Actor, *, sleutel: bytes = b"") -> dict[str, str]:
    """The context of `door`. `sleutel`: fingerprint of a receipt code or draft, which opens just that."""
    return {
        "gebruiker": str(door.gebruiker_id or ""),
        "partner": str(door.partner_id or ""),
        "functie": door.functie,
        "personen": lijst(door.personen or ((door.gebruiker_id,) if door.gebruiker_id else ())),
        "soorten": lijst(FUNCTIE_SOORTEN.get(door.functie, frozenset())),
        "categorieen": lijst(FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())),
        "handelingen": lijst(handelingen_voor(door.functie)),
        "delen": lijst(FUNCTIE_DELEN.get(door.functie, frozenset())),
        "sleutel": sleutel.hex(),
    }


@contextmanager
def als(door: Actor, *, sleutel: bytes = b"", oorsprong: str = "", trace_id: str = "") -> Iterator[Eenheid]:
    """Act as `door`: transaction, context, and at the end the log lines; all or nothing."""
    with eenheid_van_werk(
        variabelen(door, sleutel=sleutel), oorsprong=oorsprong, trace_id=trace_id
    ) as eenheid:
        yield eenheid

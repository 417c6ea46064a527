# SPDX-License-Identifier: EUPL-1.2
"""The unit of work: one transaction that knows on whose behalf it runs.

Row-level security reads the settings `schakel.*` of the transaction. They are set here and nowhere else, and vanish
with the transaction. Whatever must be written together with the work (the account log) registers itself with
`Eenheid.voor_commit`; when it fails, the work is undone.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from schakel.kern import klok

VARIABELEN = (
    "gebruiker", "partner", "functie", "personen", "soorten", "categorieen", "handelingen", "delen",
    "vandaag", "sleutel",
)  # fmt: skip
"""Every setting that a policy may read; all are set at each start, so that none survives from an earlier one."""


class GeenContext(RuntimeError):
    """Work on personal data outside a unit of work: a fault of the program, never of the user."""


@dataclass
class Eenheid:
    """One unit of work. `trace_id` 16 bytes and `span_id` 8 bytes, hex (W3C Trace Context)."""

    variabelen: Mapping[str, str]
    trace_id: str = field(default_factory=lambda: uuid4().hex)
    span_id: str = field(default_factory=lambda: uuid4().hex[:16])
    begonnen: datetime = field(default_factory=klok.nu)
    oorsprong: str = ""
    voor_commit: dict[str, Callable[["Eenheid"], None]] = field(default_factory=dict)
    lade: dict[str, dict[Any, None]] = field(default_factory=dict)


_huidig: ContextVar[Eenheid | None] = ContextVar("eenheid", default=None)


def huidig() -> Eenheid:
    """The unit of work in progress. Raises `GeenContext` outside one."""
    eenheid = _huidig.get()
    if eenheid is None:
        raise GeenContext("Werk met gegevens buiten een eenheid van werk (kern.context.eenheid_van_werk).")
    return eenheid


def lijst(waarden: "Mapping[Any, Any] | tuple[Any, ...] | list[Any] | frozenset[Any] | set[Any]") -> str:
    """Values as a setting: comma separated, sorted, no blanks."""
    return ",".join(sorted(str(w) for w in waarden))


def zet(variabelen: Mapping[str, str]) -> None:
    """Set the settings for the rest of this transaction; what is not named becomes empty."""
    onbekend = set(variabelen) - set(VARIABELEN)
    if onbekend:
        raise ValueError(f"onbekende contextvariabelen: {sorted(onbekend)}")
    waarden = {"vandaag": klok.vandaag().isoformat(), **variabelen}
    sql = "SELECT " + ", ".join("set_config(%s, %s, true)" for _ in VARIABELEN)
    parameters = [deel for naam in VARIABELEN for deel in (f"schakel.{naam}", waarden.get(naam, ""))]
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


@contextmanager
def eenheid_van_werk(
    variabelen: Mapping[str, str], *, oorsprong: str = "", trace_id: str = ""
) -> Iterator[Eenheid]:
    """Open a transaction with its context; commit with everything registered in `voor_commit`, or nothing.

    Nested use (a job inside a test, say) restores the outer context afterwards. An error rolls back.
    """
    buiten = _huidig.get()
    with transaction.atomic():
        zet(variabelen)
        eenheid = Eenheid(dict(variabelen), oorsprong=oorsprong)
        if trace_id:
            eenheid.trace_id = trace_id
        teken = _huidig.set(eenheid)
        try:
            yield eenheid
            for haak in list(eenheid.voor_commit.values()):
                haak(eenheid)
        finally:
            _huidig.reset(teken)
    if connection.in_atomic_block:
        zet(buiten.variabelen if buiten else {})


def uuid_of_niets(waarde: object) -> UUID | None:
    """A UUID from text, or None when it is not one: forbidden, malformed and missing ids answer alike."""
    try:
        return waarde if isinstance(waarde, UUID) else UUID(str(waarde))
    except ValueError:
        return None

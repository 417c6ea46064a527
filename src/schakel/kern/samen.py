# SPDX-License-Identifier: EUPL-1.2
"""Many questions asked as one: one trip to the database for the rows of several querysets.

Building and planning such questions takes longer than answering them, and they differ between colleagues in the same
function by nothing but who asks. So they are built once per function and day (`Sjabloon`), for an actor of marks, each
of which is replaced by who really asks; and the database keeps its plan. What comes back stays behind the walls.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from psycopg.types.string import TextBinaryLoader

from schakel.kern import klok

Vraag = Callable[[Any], QuerySet[Any, Any]]
"""A question: a queryset made of nothing but the actor and the clock, without asking the database."""

_MERK = UUID(int=0xFEED << 112).int
_NAAM = "\ue000wie"
_HOOGSTENS = 100


class GeenSjabloon(RuntimeError):
    """A question that cannot be kept: it asks the database while it is built, or puts the actor into a text."""


class _JsonAlsTekst(TextBinaryLoader):
    """Django decodes JSON itself."""

    def load(self, data: Any) -> Any:
        return super().load(bytes(data)[1:])


@dataclass(frozen=True)
class Sjabloon:
    """The questions of one function on one day, as SQL. `moment`: by which clock they were built."""

    delen: tuple[tuple[QuerySet[Any, Any], SQLCompiler], ...]
    sql: str
    parameters: tuple[Any, ...]
    moment: datetime

    def gevuld(self, door: Any) -> list[Any]:
        """The values that belong to the SQL when this actor asks, now: a mark becomes who asks, a moment moves along
        with the clock, days stay.
        """
        ids, later = _ids(door), klok.nu() - self.moment
        return [_vul(waarde, ids, later) for waarde in self.parameters]

    def vraag(self, door: Any) -> list[list[Any]]:
        """The rows per question."""
        rijen: list[list[Any]] = [[] for _ in self.delen]
        if not self.sql:
            return rijen
        verbinding: Any = connections["default"]
        with verbinding.cursor() as cursor:  # who asks differs, the plan does not
            cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        with verbinding.bewaarde_cursor() as cursor:
            cursor.cursor.adapters.register_loader("jsonb", _JsonAlsTekst)
            cursor.execute(self.sql, self.gevuld(door))
            for nummer, _, rij in sorted(cursor.fetchall(), key=lambda r: r[:2]):
                rijen[nummer].append(rij)
        return [_als_objecten(*deel, r) if r else [] for deel, r in zip(self.delen, rijen, strict=True)]


def vraag_samen(vragen: Sequence[Vraag], *, door: Any) -> list[list[Any]]:
    """The rows of each of these questions for this actor (a dataclass with ids and `functie`), in one query."""
    return sjabloon(tuple(vragen), door=door).vraag(door)


_bewaard: dict[tuple[Any, ...], Sjabloon] = {}


def sjabloon(vragen: tuple[Vraag, ...], *, door: Any) -> Sjabloon:
    """The kept questions for actors like this one. Raises `GeenSjabloon`."""
    ids = _ids(door)
    patroon = tuple(-1 if i is None else ids.index(i) for i in ids)
    sleutel = (vragen, door.functie, patroon, klok.vandaag())
    if sleutel not in _bewaard:
        if len(_bewaard) >= _HOOGSTENS:
            _bewaard.clear()
        _bewaard[sleutel] = bouw(vragen, door=_gemerkt(door, patroon))
    return _bewaard[sleutel]


def bouw(vragen: Sequence[Vraag], *, door: Any) -> Sjabloon:
    """The questions as one, for this very actor."""
    delen, stukken, parameters = [], [], []
    moment = klok.nu()
    with connections["default"].execute_wrapper(_weiger):
        for nummer, vraag in enumerate(vragen):
            rijen = vraag(door)
            compiler = rijen.query.get_compiler("default")
            delen.append((rijen, compiler))
            try:
                sql, waarden = compiler.as_sql()
            except EmptyResultSet:
                continue
            stukken.append(f"SELECT {nummer}, row_number() OVER (), r FROM ({sql}) r")  # noqa: S608  Django's own SQL
            parameters += waarden
    for waarde in parameters:
        if isinstance(waarde, str) and _NAAM in waarde:
            raise GeenSjabloon(f"de vraag bevat wie er vraagt als tekst: {waarde!r}")
    return Sjabloon(tuple(delen), " UNION ALL ".join(stukken), tuple(parameters), moment)


def _ids(door: Any) -> tuple[Any, ...]:
    return (door.gebruiker_id, door.partner_id, door.bezetting_id, *door.personen)


def _gemerkt(door: Any, patroon: tuple[int, ...]) -> Any:
    merken = [None if i < 0 else UUID(int=_MERK + i) for i in patroon]
    gebruiker, partner, bezetting, *personen = merken
    return replace(
        door, gebruiker_id=gebruiker, partner_id=partner, bezetting_id=bezetting, personen=tuple(personen),
        naam=_NAAM, partner_naam=_NAAM, functie_naam=_NAAM,
    )  # fmt: skip


def _vul(waarde: Any, ids: Sequence[Any], later: Any) -> Any:
    if isinstance(waarde, UUID):
        return ids[waarde.int - _MERK] if 0 <= waarde.int - _MERK < len(ids) else waarde
    if isinstance(waarde, datetime):
        return waarde + later
    if isinstance(waarde, list | tuple):
        return type(waarde)(_vul(w, ids, later) for w in waarde)
    return waarde


def _weiger(execute: Any, sql: str, *rest: Any) -> Any:
    raise GeenSjabloon(f"de vraag vraagt al iets terwijl zij gemaakt wordt: {sql[:200]}")


def _als_objecten(rijen: QuerySet[Any, Any], compiler: SQLCompiler, waarden: list[Any]) -> list[Any]:
    """What the queryset makes of rows that were already fetched."""
    eigen = copy.copy(compiler)
    eigen.execute_sql = lambda *_, **__: [waarden]  # type: ignore[method-assign, assignment]
    kopie = rijen.all()
    kopie.query.get_compiler = lambda *_, **__: eigen  # type: ignore[method-assign]
    return list(kopie)

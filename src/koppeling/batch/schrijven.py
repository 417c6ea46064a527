# SPDX-License-Identifier: EUPL-1.2
"""Rows out of DuckDB a portion at a time, and into a file that is whole or not there."""

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import duckdb

_PORTIE: Final = 20_000


def stroom(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rijen := cursor.fetchmany(_PORTIE):
        yield from rijen


def schrijf(pad: Path, kop: tuple[str, ...], rijen: Iterable[tuple[object, ...]]) -> int:
    """The whole file, or the one that stood there: it takes its place when every row is on disk."""
    deel, aantal = pad.with_name(pad.name + ".deel"), 0
    try:
        with deel.open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.writer(bestand, lineterminator="\n")
            schrijver.writerow(kop)
            for rij in rijen:
                schrijver.writerow(rij)
                aantal += 1
            bestand.flush()
            os.fsync(bestand.fileno())
    except BaseException:
        deel.unlink(missing_ok=True)
        raise
    deel.replace(pad)
    return aantal

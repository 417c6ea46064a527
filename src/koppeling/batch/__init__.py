# SPDX-License-Identifier: EUPL-1.2
"""Link whole tables on one machine: the same keys and the same scorer, with DuckDB to do the sieving.

The only part of the library that reads and writes files; needs the extra `batch` (duckdb), and `leer` the extra `schat`
(splink).
"""

from koppeling.batch.leren import Leerverslag, leer
from koppeling.batch.motor import Opdracht, Verslag, koppel
from koppeling.batch.schema import Schema, SchemaFout, lees_schema
from koppeling.batch.tabellen import BatchFout

__all__ = [
    "BatchFout",
    "Leerverslag",
    "Opdracht",
    "Schema",
    "SchemaFout",
    "Verslag",
    "koppel",
    "leer",
    "lees_schema",
]

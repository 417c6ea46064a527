# SPDX-License-Identifier: EUPL-1.2
"""The candidates of a batch on Apache Spark: for bases whose pairs do not fit on one machine.

Spark joins the keys and drops every pair whose weight cannot reach the threshold; it computes no text similarity,
because its own differs from ours. What it keeps goes the same way as on one machine, so that the outcome is the same
to the byte. `SCHAKEL_SPARK` names the master (else this machine); its workers must reach the folder of the output.
"""

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any, Final

import duckdb

from koppeling.batch.tabellen import BatchFout

HOE: Final = "pip install --no-deps --require-hashes -r requirements-spark.txt, en Java 17 of nieuwer"
_KLEINSTE_BIGINT: Final = 1 << 63


def ontbreekt() -> str:
    """What to install before Spark can run here, or empty."""
    java = shutil.which("java") or os.environ.get("JAVA_HOME")
    return "" if java and importlib.util.find_spec("pyspark") is not None else HOE


def kies(
    con: duckdb.DuckDBPyConnection,
    werkmap: Path,
    *,
    tussen: str,
    voorwaarde: str,
    kolommen: str,
    geheugen: str,
) -> None:
    """Table `hoog(a, b)`: pairs of `sleutel` whose rows l and r of `rec` (with `kolommen`) meet `voorwaarde`.

    Errors: BatchFout when Spark is not installed or stops.
    """
    if mist := ontbreekt():
        raise BatchFout(f"de motor spark ontbreekt. Installeer: {mist}.")
    sleutel, rec, uit = (werkmap / naam for naam in ("sleutel.parquet", "rec.parquet", "hoog.parquet"))
    getekend = f"(k::HUGEINT - {_KLEINSTE_BIGINT})::BIGINT AS k"
    con.execute(f"COPY (SELECT {getekend}, nr::BIGINT AS nr, bron FROM sleutel) TO {_pad(sleutel)}")
    con.execute(f"COPY (SELECT nr::BIGINT AS nr, {kolommen} FROM rec) TO {_pad(rec)}")
    shutil.rmtree(uit, ignore_errors=True)
    _draai(
        {"sleutel": sleutel, "rec": rec},
        "SELECT DISTINCT x.nr AS a, y.nr AS b FROM sleutel x JOIN sleutel y ON x.k = y.k "
        f"JOIN rec l ON l.nr = x.nr JOIN rec r ON r.nr = y.nr WHERE {tussen} AND {voorwaarde}",
        uit,
        geheugen,
    )
    con.execute(
        "CREATE TABLE hoog AS SELECT a::UINTEGER AS a, b::UINTEGER AS b "
        f"FROM read_parquet({_pad(uit / '*.parquet')})"
    )
    shutil.rmtree(uit)
    sleutel.unlink()
    rec.unlink()


def _draai(tabellen: dict[str, Path], vraag: str, uit: Path, geheugen: str) -> None:
    """Ask Spark over these Parquet files, and write the answer as Parquet."""
    from pyspark.errors import PySparkException

    sessie = _sessie(geheugen)
    try:
        for naam, pad in tabellen.items():
            sessie.read.parquet(str(pad)).createOrReplaceTempView(naam)
        sessie.sql(vraag).write.mode("overwrite").parquet(str(uit))
    except PySparkException as fout:
        raise BatchFout(f"Spark is gestopt: {str(fout).splitlines()[0]}") from fout
    finally:
        sessie.stop()


def _sessie(geheugen: str) -> Any:
    from pyspark.sql import SparkSession

    maak = SparkSession.builder.appName("schakel koppel").master(os.environ.get("SCHAKEL_SPARK", "local[*]"))
    for naam, waarde in {
        "spark.driver.memory": geheugen.upper().replace("GB", "g").replace("MB", "m"),
        "spark.sql.ansi.enabled": "false",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
    }.items():
        maak = maak.config(naam, waarde)
    return maak.getOrCreate()


def _pad(pad: Path) -> str:
    return "'" + str(pad).replace("'", "''") + "'"

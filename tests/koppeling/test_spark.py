# SPDX-License-Identifier: EUPL-1.2
"""Spark in local mode beside DuckDB: the same bytes. Skips when Spark or Java is not there, and says what to install."""

import dataclasses

import pytest
from tests.koppeling.test_batch import MODEL, SCHEMA, mensen, tabel

from koppeling.batch import BatchFout, Opdracht, koppel, lees_schema, spark

zonder_spark = pytest.mark.skipif(bool(spark.ontbreekt()), reason=f"Spark is er niet: {spark.ontbreekt()}")


@pytest.fixture
def opdracht(tmp_path):
    pad = tabel(tmp_path / "t.csv", mensen(80, 6))
    return Opdracht(
        (pad,), lees_schema(SCHEMA), MODEL, tmp_path / "een.csv", tmp_path / "een-groepen.csv", drempel=-3.0
    )


@zonder_spark
def test_spark_geeft_byte_voor_byte_de_paren_en_groepen_van_duckdb(opdracht, tmp_path):
    verslag = koppel(opdracht)
    assert verslag.paren > 50
    met_spark = dataclasses.replace(
        opdracht, paren=tmp_path / "twee.csv", clusters=tmp_path / "twee-groepen.csv", motor="spark"
    )
    assert koppel(met_spark) == verslag
    assert met_spark.paren.read_bytes() == opdracht.paren.read_bytes()
    assert met_spark.clusters.read_bytes() == opdracht.clusters.read_bytes()
    assert not (tmp_path / "twee.csv.werk").exists()


@zonder_spark
def test_spark_koppelt_ook_twee_tabellen(opdracht, tmp_path):
    rijen = mensen(60, 7)
    a, b = tabel(tmp_path / "a.csv", rijen[:30]), tabel(tmp_path / "b.csv", rijen[30:])
    met_duckdb = dataclasses.replace(opdracht, bestanden=(a, b))
    met_spark = dataclasses.replace(met_duckdb, paren=tmp_path / "twee.csv", motor="spark")
    assert koppel(met_spark) == koppel(met_duckdb)
    assert met_spark.paren.read_bytes() == met_duckdb.paren.read_bytes()


def test_zonder_spark_zegt_een_batch_wat_te_installeren(opdracht, monkeypatch):
    monkeypatch.setattr(spark, "ontbreekt", lambda: spark.HOE)
    with pytest.raises(BatchFout, match="requirements-spark"):
        koppel(dataclasses.replace(opdracht, motor="spark"))
    assert not opdracht.paren.exists()

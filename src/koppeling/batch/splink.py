# SPDX-License-Identifier: EUPL-1.2
"""The model as settings of Splink, and Splink's estimate of m and u as a new version of the model.

Splink (Linacre e.a., 2022) is asked for nothing else: with these settings it gives our weights, which a benchmark
checks; its expectation maximisation learns from a site's own records. A new version weighs nothing until a person
has compared it and names it with `--model`.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import duckdb

from koppeling.basis import FREQUENTIEKOLOMMEN
from koppeling.batch.sql import aanwezig, gevuld, splink, voorwaarde
from koppeling.batch.tabellen import BatchFout
from koppeling.entiteit import Soort
from koppeling.functies import COMBINATIES
from koppeling.model import Model, Niveau, Vergelijking
from koppeling.oordeel import kans, vooraf

MINSTE_M: Final = 1e-3
MINSTE_U: Final = 1e-6
"""A level that is seen less often than this stays as it is: a handful of pairs teaches nothing."""
MINSTE_PAREN: Final = 100
"""Pairs that a round of estimation needs."""
_RONDES: Final = (
    ("c_geboortedatum",),
    ("k_achternaam", "k_voornaam"),
    ("c_postcode",),
    ("c_telefoon",),
    ("c_bedrijfsnaam",),
    ("c_kvk",),
)
"""What the records of one round of estimation have in common; what is in the round itself is not estimated there."""


@dataclass(frozen=True, slots=True)
class Schatting:
    """One level, before and after, in bits; `waargenomen` False when the data said nothing and the old value stays."""

    vergelijking: str
    niveau: str
    oud: float
    nieuw: float
    waargenomen: bool


def instellingen(
    model: Model,
    soort: Soort,
    kolommen: set[str],
    *,
    omvang: int,
    blokken: Iterable[str] = (),
    leren: bool = False,
) -> dict[str, Any]:
    """Settings for a table with the columns of `sql` (`nr` as unique id, `tf_c_*` ready made).

    `leren`: without the levels that look at several columns, whose weights are chosen and not estimated.
    """
    vergelijkingen = [v for v in model.vergelijkingen[soort] if aanwezig(v, kolommen)]
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "nr",
        "probability_two_random_records_match": kans(vooraf(model, omvang)),
        "comparisons": [_vergelijking(v, model, kolommen, leren) for v in vergelijkingen],
        "blocking_rules_to_generate_predictions": list(blokken),
        "retain_matching_columns": False,
    }


def _vergelijking(v: Vergelijking, model: Model, kolommen: set[str], leren: bool) -> dict[str, Any]:
    niveaus = [n for n in v.niveaus[:-1] if n.kolom in kolommen and not (leren and n.functie in COMBINATIES)]
    eerste_tf = next((n.naam for n in niveaus if n.tf), "")
    leeg = {"sql_condition": f"NOT ({gevuld(v, kolommen, splink)})", "is_null_level": True}
    return {
        "output_column_name": v.naam,
        "comparison_levels": [
            leeg | {"label_for_charts": "ontbreekt"},
            *(_niveau(n, model, kolommen, n.naam == eerste_tf, leren) for n in niveaus),
            _kansen(v.niveaus[-1]) | {"sql_condition": "ELSE", "label_for_charts": v.niveaus[-1].naam},
        ],
    }


def _niveau(n: Niveau, model: Model, kolommen: set[str], eerste: bool, leren: bool) -> dict[str, Any]:
    uit = {"sql_condition": voorwaarde(n, kolommen, splink), "label_for_charts": n.naam} | _kansen(n)
    if n.tf and n.kolom in FREQUENTIEKOLOMMEN and not leren:
        uit |= {
            "tf_adjustment_column": f"c_{n.kolom}",
            "tf_adjustment_weight": n.tf,
            "tf_minimum_u_value": model.tf_minimum,
            "disable_tf_exact_match_detection": eerste,
        }
    return uit


def _kansen(n: Niveau) -> dict[str, float]:
    return {"m_probability": n.m, "u_probability": n.u}


def schat(
    con: duckdb.DuckDBPyConnection,
    model: Model,
    soort: Soort,
    kolommen: set[str],
    *,
    naam: str,
    paren: float = 5e6,
) -> tuple[Model, tuple[Schatting, ...]]:
    """A new version of the model, estimated on table `rec`: u from at most `paren` random pairs, m by expectation
    maximisation. Comparisons without data, levels that look at several columns, bands and prior stay as they are.

    Errors: BatchFout when hardly any pair of records has something in common.
    """
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    con.execute("CREATE OR REPLACE TABLE leer AS SELECT * FROM rec WHERE NOT los")
    omvang = int(con.execute("SELECT count(*) FROM leer").fetchall()[0][0])
    opzet = instellingen(model, soort, kolommen, omvang=max(omvang, 2), leren=True)
    leraar = Linker(DuckDBAPI(con).register("leer"), opzet, log_level=logging.ERROR, validate_settings=False)
    leraar.training.estimate_u_using_random_sampling(max_pairs=paren, seed=1)
    rondes = [r for r in _RONDES if all(k[2:] in kolommen for k in r) and _paren(con, r) >= MINSTE_PAREN]
    if not rondes:
        raise BatchFout("er is te weinig om van te leren: bijna geen twee records hebben iets gemeen.")
    for ronde in rondes:
        regel = " AND ".join(f"l.{kolom} = r.{kolom}" for kolom in ronde)
        leraar.training.estimate_parameters_using_expectation_maximisation(
            regel, estimate_without_term_frequencies=True, max_pairs=paren
        )
    geleerd = {
        c["output_column_name"]: c["comparison_levels"]
        for c in leraar.misc.save_model_to_json()["comparisons"]
    }
    nieuw = tuple(_bijgewerkt(v, geleerd.get(v.naam, ())) for v in model.vergelijkingen[soort])
    verslag = tuple(
        Schatting(v.naam, oud.naam, oud.bits, na.bits, oud is not na)
        for v, w in zip(model.vergelijkingen[soort], nieuw, strict=True)
        for oud, na in zip(v.niveaus, w.niveaus, strict=True)
        if aanwezig(v, kolommen)
    )
    return replace(model, naam=naam, vergelijkingen=dict(model.vergelijkingen) | {soort: nieuw}), verslag


def _paren(con: duckdb.DuckDBPyConnection, ronde: tuple[str, ...]) -> int:
    """How many pairs of records have these columns in common."""
    gevuld = " AND ".join(f"{k} IS NOT NULL" for k in ronde)
    groepen = f"SELECT count(*) AS n FROM leer WHERE {gevuld} GROUP BY {', '.join(ronde)}"
    return int(con.execute(f"SELECT coalesce(sum(n * (n - 1) // 2), 0) FROM ({groepen})").fetchall()[0][0])


def _bijgewerkt(v: Vergelijking, geleerd: Iterable[Mapping[str, Any]]) -> Vergelijking:
    """m and u of the estimated levels, scaled to what the levels that stay leave over."""
    kansen = {
        n["label_for_charts"]: (n["m_probability"], n["u_probability"])
        for n in geleerd
        if (n.get("m_probability") or 0) >= MINSTE_M and (n.get("u_probability") or 0) >= MINSTE_U
    }
    geschat = [n for n in v.niveaus if n.naam in kansen and n.functie not in COMBINATIES]
    if len(geschat) < 2:
        return v
    deel_m = (1 - sum(n.m for n in v.niveaus if n not in geschat)) / sum(kansen[n.naam][0] for n in geschat)
    deel_u = (1 - sum(n.u for n in v.niveaus if n not in geschat)) / sum(kansen[n.naam][1] for n in geschat)
    nieuw = [replace(n, m=deel_m * kansen[n.naam][0], u=deel_u * kansen[n.naam][1]) for n in geschat]
    anders = {n.naam: n for n, oud in zip(nieuw, geschat, strict=True) if abs(n.bits - oud.bits) > 1e-9}
    return Vergelijking(v.naam, v.ontbreekt, tuple(anders.get(n.naam, n) for n in v.niveaus)) if anders else v

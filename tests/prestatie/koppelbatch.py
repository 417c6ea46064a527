# SPDX-License-Identifier: EUPL-1.2
"""S5, P1, A4, C1 and D1: a whole batch beside Splink, with the same comparisons and the same candidates.

Both need a normalised table; Splink is given ours, so its preparation is counted on both sides. Splink is measured
twice: with the keys of our batch as its blocking (the same pairs to weigh), and with five usual blocking rules.
"""

import gc
import logging
import random
import resource
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from koppeling.batch import Opdracht, Verslag, koppel, lees_schema, tabellen
from koppeling.batch.herwegen import Portie, herweeg, kolomnamen
from koppeling.batch.splink import instellingen
from koppeling.batch.vormen import vormen
from koppeling.batch.werkers import werkers
from tests.prestatie.koppeling import MODEL, SCHEMA, records, schrijf_csv
from tests.prestatie.vergelijking import lees_csv, toon

REGELS = (
    "c_geboortedatum k_achternaam",
    "c_geboortedatum k_voornaam",
    "k_voornaam k_achternaam",
    "c_telefoon",
    "c_postcode k_achternaam",
)
"""Five blocking rules as people write them."""
KLEIN = 100_000
"""Up to here everything is repeated: more thresholds, and the same records in another order."""
STEEKPROEF = 20_000
VRAGEN = 20


def batch(omvang: int, map: Path) -> None:
    """Print the figures of one table of generated people."""
    pad = map / f"wereld-{omvang}.csv"
    rijen = records(omvang)
    wie, woont = {r["id"]: r["wie"] for r in rijen}, {r["id"]: r["woont"] for r in rijen}
    schrijf_csv(pad, rijen)
    if omvang > KLEIN:
        rijen = []
    gc.collect()
    geheugen = "1GB" if omvang <= 1_000_000 else "8GB"
    opdracht = Opdracht(
        (pad,), lees_schema(SCHEMA), MODEL, map / "paren.csv", map / "clusters.csv", geheugen=geheugen
    )
    begin = Klok()
    verslag = koppel(opdracht)
    onze = begin.sinds()
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kind = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    toon("S5 our batch from CSV, s (processor s)", onze, "<= 1.3 x Splink")
    toon("   candidates / pairs kept", f"{verslag.kandidaten} / {verslag.paren}", "")
    toon("   peak memory, MB: this process / its largest helper", f"{mb:.0f} / {kind:.0f}", "<= 2000")
    _naast_splink(opdracht, verslag, onze, map)
    _kwaliteit(map, wie, woont)
    _clusters(opdracht, wie, (-2.0, 0.0, 10.0) if omvang <= KLEIN else (-2.0,))
    if rijen:
        _volgorde(opdracht, rijen)


class Duur(NamedTuple):
    """Seconds on the clock, and on the processors (of helpers as well, once they are done)."""

    klok: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.klok:.1f} ({self.cpu:.1f})"

    def keer(self, ander: "Duur") -> str:
        """How many times the other, by clock and by processor."""
        return f"{self.klok / ander.klok:.2f} x ({self.cpu / ander.cpu:.2f} x)"

    def plus(self, ander: "Duur") -> "Duur":
        return Duur(self.klok + ander.klok, self.cpu + ander.cpu)


class Klok:
    def __init__(self) -> None:
        self._begin = time.perf_counter(), _processor()

    def sinds(self) -> Duur:
        return Duur(time.perf_counter() - self._begin[0], _processor() - self._begin[1])


def _processor() -> float:
    gebruikt = (resource.getrusage(wie) for wie in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(g.ru_utime + g.ru_stime for g in gebruikt)


def _naast_splink(opdracht: Opdracht, verslag: Verslag, onze: Duur, map: Path) -> None:
    con = duckdb.connect(str(map / "splink.duckdb"))
    try:
        con.execute("SET memory_limit = '4GB'")
        kolommen, lezen, sleutels = _tabel(con, opdracht)
        toon("   of which preparing: normalise; keys, s (processor s)", f"{lezen}; {sleutels}", "")
        zelfde = {"blocking_rule": "l.sleutels = r.sleutels", "arrays_to_explode": ["sleutels"]}
        gewoon = [" AND ".join(f"l.{k} = r.{k}" for k in regel.split()) for regel in REGELS]
        for wat, blokken, vooraf in (
            ("the same candidates", [zelfde], lezen.plus(sleutels)),
            ("five usual rules", gewoon, lezen),
        ):
            hun, paren, linker = _splink(con, kolommen, verslag, blokken, map)
            toon(f"   Splink, {wat}: predict, cluster, write", f"{hun}; {len(paren)} pairs kept", "")
            toon("      ours / Splink, the whole from CSV", onze.keer(vooraf.plus(hun)), "<= 1.3")
            if wat == "the same candidates":
                rest = Duur(onze.klok - vooraf.klok, onze.cpu - vooraf.cpu)
                toon("      ours / Splink, what comes after preparing", rest.keer(hun), "")
        toon("P1 largest difference with Splink, bits", f"{_verschil(con, opdracht, paren):.2e}", "<= 1e-6")
        _een_nieuw_record(con, linker)
    finally:
        con.close()
        (map / "splink.duckdb").unlink()


def _tabel(con: duckdb.DuckDBPyConnection, opdracht: Opdracht) -> tuple[set[str], Duur, Duur]:
    """Table `enkel`: our normalised records with their usable keys. Returns the columns of the profile, and what it
    took to read and normalise, and to make the keys: Splink needs the same."""
    begin = Klok()
    omvang = tabellen.lees(con, opdracht.bestanden, opdracht.schema)
    groepen = vormen(opdracht.schema, MODEL)
    with werkers(omvang) as hulp:
        tabellen.normaliseer(con, groepen, opdracht.schema, hulp, lambda *_: None)
    tabellen.verbind(con, groepen, opdracht.schema, max(omvang, MODEL.kleinste_basis))
    lezen, begin = begin.sinds(), Klok()
    delen = {d for v in groepen for d in v.delen}
    tabellen.maak_sleutels(con, opdracht.schema.soort, delen, twee=False, omvang=omvang)
    con.execute(
        "CREATE TABLE enkel AS SELECT rec.*, s.sleutels FROM rec LEFT JOIN "
        "(SELECT nr, list(k) AS sleutels FROM sleutel GROUP BY nr) s USING (nr) WHERE NOT los"
    )
    return {k for v in groepen for k in v.kolommen}, lezen, begin.sinds()


def _splink(
    con: duckdb.DuckDBPyConnection, kolommen: set[str], verslag: Verslag, blokken: list[Any], map: Path
) -> tuple[Duur, list[tuple[int, int, float]], Any]:
    """Seconds for what our batch does after preparing, without the explanations."""
    from splink import DuckDBAPI, Linker

    opzet = instellingen(MODEL, "persoon", kolommen, omvang=verslag.records, blokken=blokken)
    opzet["retain_intermediate_calculation_columns"] = False
    begin = Klok()
    api = DuckDBAPI(con)
    linker = Linker(api.register("enkel"), opzet, log_level=logging.ERROR, validate_settings=False)
    uit = linker.inference.predict(threshold_match_weight=verslag.drempel, warning_mode="never")
    groepen = linker.clustering.cluster_pairwise_predictions_at_threshold(
        uit, threshold_match_weight=verslag.drempel
    )
    for frame, naam in ((uit, "hun-paren.csv"), (groepen, "hun-groepen.csv")):
        con.execute(f"COPY {frame.physical_name} TO '{map / naam}'")
    duur = begin.sinds()
    return duur, uit.as_duckdbpyrelation().project("nr_l, nr_r, match_weight").fetchall(), linker


def _verschil(
    con: duckdb.DuckDBPyConnection, opdracht: Opdracht, paren: list[tuple[int, int, float]]
) -> float:
    """The largest difference on a sample of Splink's pairs, weighed by our scorer."""
    proef = random.Random(5).sample(paren, min(STEEKPROEF, len(paren)))
    kolommen = tuple(k for v in vormen(opdracht.schema, MODEL) for k in v.kolommen)
    namen, nummers = kolomnamen(kolommen), sorted({nr for a, b, _ in proef for nr in (a, b)})
    vraag = f"SELECT nr, {', '.join(namen)} FROM rec WHERE nr IN (SELECT unnest($1::UINTEGER[]))"
    omvang = con.execute("SELECT count(*) FROM rec").fetchall()[0][0]
    rijen = con.execute(vraag, [nummers]).fetchall()
    onze = herweeg(
        Portie(MODEL, "persoon", "batch", omvang, -1e9, namen, rijen, {}, [(a, b) for a, b, _ in proef])
    )
    return max(abs(bits - w[2]) for (_, _, bits), w in zip(proef, onze, strict=True))


def _een_nieuw_record(con: duckdb.DuckDBPyConnection, linker: Any) -> None:
    """S1, their side: one record against the whole base, with five usual rules."""
    api, duren = linker._db_api, []
    basis = api.register("enkel")
    for kolom in con.execute("SELECT column_name FROM duckdb_columns WHERE table_name = 'enkel'").fetchall():
        if kolom[0].startswith("tf_"):
            van = kolom[0][3:]  # the name under which Splink looks for it
            con.execute(
                f'CREATE OR REPLACE TABLE "__splink__df_{kolom[0]}" AS SELECT {van}, any_value({kolom[0]}) AS {kolom[0]} '
                f"FROM enkel WHERE {van} IS NOT NULL GROUP BY {van}"
            )
    for nr in random.Random(8).sample(
        range(con.execute("SELECT count(*) FROM rec").fetchall()[0][0]), VRAGEN
    ):
        con.execute(
            f"CREATE OR REPLACE TABLE nieuw{nr} AS SELECT * REPLACE (4000000000 + nr AS nr) FROM enkel WHERE nr = {nr}"
        )
        begin = time.perf_counter()
        een = api.register(f"nieuw{nr}")
        linker.inference.predict_between(basis, een, warning_mode="never").as_duckdbpyrelation().fetchall()
        duren.append((time.perf_counter() - begin) * 1e3)
        con.execute(f"DROP TABLE nieuw{nr}")
    duren.sort()
    toon(
        "S1 Splink predict_between, one record, ms p50 / p95",
        f"{duren[VRAGEN // 2]:.0f} / {duren[int(VRAGEN * 0.95) - 1]:.0f}",
        "",
    )


def _kwaliteit(map: Path, wie: dict[str, str], woont: dict[str, str]) -> None:
    goed = alle = thuis = thuis_goed = 0
    for r in lees_csv(map / "paren.csv"):
        a, b = r["id_a"], r["id_b"]
        zelfde, samen = wie[a] == wie[b], woont[a] == woont[b]
        alle, goed = alle + 1, goed + zelfde
        thuis, thuis_goed = thuis + samen, thuis_goed + (samen and zelfde)
    toon(
        "A4 precision of pairs at one address, default band",
        f"{thuis_goed / max(thuis, 1):.4f} of {thuis}",
        ">= .95",
    )
    toon(
        "   precision / recall of all pairs, default band",
        f"{goed / max(alle, 1):.4f} / {goed / max(_samen(wie), 1):.4f}",
        "",
    )


def _samen(wie: dict[str, str]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(wie.values()).values())


def _clusters(opdracht: Opdracht, wie: dict[str, str], drempels: tuple[float, ...]) -> None:
    map = opdracht.paren.parent
    for drempel in (None, *drempels):
        clusters = map / "clusters.csv"
        if drempel is not None:
            clusters = map / "c.csv"
            koppel(
                Opdracht(
                    opdracht.bestanden,
                    opdracht.schema,
                    MODEL,
                    map / "p.csv",
                    clusters,
                    drempel,
                    opdracht.geheugen,
                )
            )
        groepen = defaultdict(list)
        for r in lees_csv(clusters):
            groepen[r["cluster"]].append(wie[r["id"]])
        binnen = [x == y for g in groepen.values() for x, y in combinations(g, 2)]
        grootst = max(len(g) for g in groepen.values())
        toon(
            f"C1 clusters at {'the default' if drempel is None else f'{drempel:g}'}: precision, recall, largest",
            f"{sum(binnen) / max(len(binnen), 1):.4f}, {sum(binnen) / max(_samen(wie), 1):.4f}, {grootst}",
            ">= .95, -, <= 50",
        )


def _volgorde(opdracht: Opdracht, rijen: list[dict[str, str]]) -> None:
    uit = (opdracht.paren, opdracht.paren.with_name("clusters.csv"))
    eerst = [p.read_bytes() for p in uit]
    schrijf_csv(opdracht.bestanden[0], random.Random(9).sample(rijen, len(rijen)))
    koppel(opdracht)
    toon("D1 same records in another order: same bytes", eerst == [p.read_bytes() for p in uit], "True")

# SPDX-License-Identifier: EUPL-1.2
"""One batch from files to pairs and groups, in steps that survive an interruption.

DuckDB finds the candidates (pairs that share a key) and weighs them with the model as SQL; what comes near the
threshold is weighed again by our own scorer, whose weight and explanation are written. Work stands in a database
file beside the output: started again with the same input, a batch goes on where it stopped.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import duckdb

from koppeling.basis import FREQUENTIEKOLOMMEN, Basis
from koppeling.batch import spark, tabellen
from koppeling.batch.herwegen import Gewogen, Portie, herweeg, kolomnamen
from koppeling.batch.schema import Schema
from koppeling.batch.schrijven import schrijf, stroom
from koppeling.batch.sql import gewicht_sql, hoogstens_sql
from koppeling.batch.tabellen import SCHEIDING, BatchFout, Voortgang, in_een_keer
from koppeling.batch.vormen import SCHEIDER, Vorm, vormen
from koppeling.batch.werkers import Werkers, werkers
from koppeling.clusters import groepeer, harde_tegenspraak
from koppeling.entiteit import Profiel, Waarde
from koppeling.model import Model
from koppeling.oordeel import grenzen
from koppeling.sleutels import SLEUTELSOORTEN, VERSIE

DOEL: Final = "batch"
Motor = Literal["duckdb", "spark"]
_PAREN_PER_BYTE: Final = 8e-3
"""Pairs that are made and weighed at once, per byte of the memory of the engine: the size of a step."""
_EENHEID: Final = {"bytes": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}
_PORTIE: Final = 20_000
_SPELING: Final = 1e-6
"""Bits by which the weight in SQL may differ from ours (letters outside ASCII are not left to it)."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One or two files (one: pairs within it; two: pairs between them). `drempel` in bits: None for the lower bound of
    the band "mogelijk". `geheugen`: what DuckDB may take ("2GB"); Python takes at most about as much beside it.
    `een_op_een`: nobody stands twice in either of two files, so every record keeps at most one pair, the best first.
    `motor`: who looks for the candidates."""

    bestanden: tuple[Path, ...]
    schema: Schema
    model: Model
    paren: Path
    clusters: Path | None = None
    drempel: float | None = None
    geheugen: str = "1GB"
    een_op_een: bool = False
    motor: Motor = "duckdb"


@dataclass(frozen=True, slots=True)
class Verslag:
    """What came out. `te_algemeen`: (kind of key, how many keys, most records on one) that were left out."""

    records: int
    kandidaten: int
    paren: int
    clusters: int
    drempel: float
    te_algemeen: tuple[tuple[str, int, int], ...] = field(default=())


def koppel(opdracht: Opdracht, meld: Voortgang = lambda stap, klaar, totaal: None) -> Verslag:
    """Run a batch, or what is left of it. The same records in any order give the same bytes.

    Errors: BatchFout with what to do; a batch that was interrupted can be started again.
    """
    werkmap = opdracht.paren.with_name(opdracht.paren.name + ".werk")
    if opdracht.een_op_een and len(opdracht.bestanden) != 2:
        raise BatchFout("een-op-een kan alleen tussen twee bestanden.")
    if opdracht.schema.soort not in opdracht.model.vergelijkingen:
        raise BatchFout(f"het model {opdracht.model.naam} vergelijkt geen {opdracht.schema.soort}.")
    with database(opdracht, werkmap) as con:
        verslag = _Batch(con, opdracht, meld, werkmap).draai()
    shutil.rmtree(werkmap)
    return verslag


@contextmanager
def _fouten() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as fout:
        tekst = str(fout)
        if "No space left" in tekst or "disk full" in tekst.lower():
            raise BatchFout(
                "de schijf is vol. Maak ruimte en geef dezelfde opdracht opnieuw; hij gaat verder."
            ) from fout
        if isinstance(fout, duckdb.OutOfMemoryException):
            raise BatchFout(
                "het geheugen is op. Geef meer met --geheugen en geef de opdracht opnieuw."
            ) from fout
        raise BatchFout(
            f"het bestand is niet te lezen (afgebroken of geen goede tabel?): {tekst.splitlines()[0]}"
        ) from fout
    except OSError as fout:
        raise BatchFout(
            f"{fout.strerror or fout} ({fout.filename}). Los dit op en geef de opdracht opnieuw."
        ) from fout


@contextmanager
def database(opdracht: Opdracht, werkmap: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database of this batch: the one it left behind, else a fresh one. Its errors become a `BatchFout`."""
    with _fouten(), _open(opdracht, werkmap) as con:
        yield con


@contextmanager
def _open(opdracht: Opdracht, werkmap: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    merk, afdruk = werkmap / "opdracht", _afdruk(opdracht)
    if not (merk.is_file() and merk.read_text() == afdruk):
        shutil.rmtree(werkmap, ignore_errors=True)
        werkmap.mkdir(parents=True)
        merk.write_text(afdruk)
    con = duckdb.connect(str(werkmap / "werk.duckdb"))
    try:
        con.execute("SET memory_limit = ?", [opdracht.geheugen])
        con.execute("SET temp_directory = ?", [str(werkmap)])
        con.execute("SET preserve_insertion_order = false")
        con.execute("SET enable_progress_bar = false")
        con.execute("CREATE TABLE IF NOT EXISTS stand (stap VARCHAR, aantal BIGINT)")
        yield con
    finally:
        con.close()


def _afdruk(opdracht: Opdracht) -> str:
    """What a batch is: the content of its files, schema, model, threshold and the versions of the rules."""
    som = hashlib.sha256()
    for pad in opdracht.bestanden:
        if not pad.is_file():
            raise BatchFout(f"bestand {pad} bestaat niet.")
        with pad.open("rb") as bestand:
            som.update(hashlib.file_digest(bestand, "sha256").digest())
    wat = (opdracht.schema, opdracht.model, opdracht.drempel, opdracht.een_op_een, opdracht.motor, VERSIE)
    som.update(repr((*wat, duckdb.__version__)).encode())
    return som.hexdigest()


def maak_tabellen(con: duckdb.DuckDBPyConnection, opdracht: Opdracht, meld: Voortgang) -> set[str]:
    """Only the table `rec`, to learn from; returns its columns of the profile."""
    groepen = vormen(opdracht.schema, opdracht.model)
    omvang = tabellen.lees(con, opdracht.bestanden, opdracht.schema)
    with werkers(omvang) as hulp:
        tabellen.normaliseer(con, groepen, opdracht.schema, hulp, meld)
    tabellen.verbind(con, groepen, opdracht.schema, max(omvang, opdracht.model.kleinste_basis))
    return {k for v in groepen for k in v.kolommen}


@dataclass(slots=True)
class _Batch:
    con: duckdb.DuckDBPyConnection
    opdracht: Opdracht
    meld: Voortgang
    werkmap: Path
    vormen: tuple[Vorm, ...] = ()
    omvang: int = 0

    def draai(self) -> Verslag:
        o = self.opdracht
        self.vormen = vormen(o.schema, o.model)
        if not self._gedaan("lezen"):
            with in_een_keer(self.con):
                self._klaar("lezen", tabellen.lees(self.con, o.bestanden, o.schema))
        self.omvang = max(self._aantal("lezen"), 1)
        with werkers(self.omvang) as hulp:
            return self._koppel(hulp)

    def _koppel(self, hulp: Werkers) -> Verslag:
        o = self.opdracht
        if not self._gedaan("sleutels"):
            with in_een_keer(self.con):
                self._klaar("sleutels", self._maak_sleutels(hulp))
        grens = grenzen(o.model, doel=DOEL, omvang=self.omvang)
        drempel = grens.mogelijk if o.drempel is None else o.drempel
        self._weeg_alles(hulp, drempel)
        if o.een_op_een:
            self._kies_een_op_een()
        aantal = self._schrijf_paren()
        clusters = self._schrijf_clusters(drempel) if o.clusters else 0
        hubs = self.con.execute("SELECT * FROM te_algemeen ORDER BY records DESC, soort").fetchall()
        te_algemeen = tuple((SLEUTELSOORTEN[s], n, r) for s, n, r in hubs)
        kandidaten = self._aantal("sleutels")
        return Verslag(self._aantal("lezen"), kandidaten, aantal, clusters, drempel, te_algemeen)

    def _maak_sleutels(self, hulp: Werkers) -> int:
        o = self.opdracht
        tabellen.normaliseer(self.con, self.vormen, o.schema, hulp, self.meld)
        self.meld("sleutels maken", 0, 1)
        tabellen.verbind(self.con, self.vormen, o.schema, max(self.omvang, o.model.kleinste_basis))
        delen = {d for v in self.vormen for d in v.delen}
        paren = tabellen.maak_sleutels(
            self.con, o.schema.soort, delen, twee=len(o.bestanden) > 1, omvang=self.omvang
        )
        self.con.execute(
            "CREATE TABLE paar (a UINTEGER, b UINTEGER, bits DOUBLE, band VARCHAR, uitleg VARCHAR)"
        )
        self.meld("sleutels maken", 1, 1)
        return paren

    def _weeg_alles(self, hulp: Werkers, drempel: float) -> None:
        """The candidates of one share of the records after another; each share is a step."""
        if self.opdracht.motor == "spark" and not self._gedaan("spark"):
            self._laat_spark_kiezen(drempel)
        aantal = self._delen()
        for deel in range(aantal):
            if self._gedaan(f"deel {deel}"):
                continue
            with in_een_keer(self.con):
                self._kies(deel, aantal, drempel)
                for gewogen in hulp.verdeel(herweeg, self._porties(drempel)):
                    self._bewaar(gewogen)
                self._klaar(f"deel {deel}", 0)
            self.meld("paren wegen", deel + 1, aantal)

    def _delen(self) -> int:
        """So many shares that each fits in the memory that the engine may have."""
        getal, eenheid = self.con.execute("SELECT current_setting('memory_limit')").fetchall()[0][0].split()
        per_deel = max(1, int(float(getal) * _EENHEID[eenheid] * _PAREN_PER_BYTE))
        return max(1, -(-self._aantal("sleutels") // per_deel))

    def _hoogstens(self, drempel: float) -> str:
        """Whether a pair of rows l and r may reach the threshold."""
        o, kolommen = self.opdracht, {k for v in self.vormen for k in v.kolommen}
        enkel, los = (
            hoogstens_sql(o.model, o.schema.soort, Basis(self.omvang), kolommen, los=los, scheider=SCHEIDING)
            for los in (False, True)
        )
        return f"CASE WHEN l.los OR r.los THEN {los} ELSE {enkel} END >= {drempel - _SPELING!r}"

    @property
    def _tussen(self) -> str:
        return "x.bron = 0 AND y.bron = 1" if len(self.opdracht.bestanden) > 1 else "x.nr < y.nr"

    def _laat_spark_kiezen(self, drempel: float) -> None:
        rijen = self.con.execute("DESCRIBE rec").fetchall()
        kolommen = ", ".join(rij[0] for rij in rijen if rij[0] != "nr" and not rij[0].startswith("g_"))
        self.meld("kandidaten zoeken", 0, 1)
        with in_een_keer(self.con):
            spark.kies(
                self.con, self.werkmap, tussen=self._tussen, voorwaarde=self._hoogstens(drempel),
                kolommen=kolommen, geheugen=self.opdracht.geheugen,
            )  # fmt: skip
            self._klaar("spark", 0)
        self.meld("kandidaten zoeken", 1, 1)

    def _kies(self, deel: int, aantal: int, drempel: float) -> None:
        """Table `over`: the pairs of this share that may reach the threshold."""
        o, kolommen = self.opdracht, {k for v in self.vormen for k in v.kolommen}
        samen = f"JOIN (FROM rec WHERE nr % {aantal} = {deel}) l ON l.nr = a JOIN rec r ON r.nr = b"
        kies = f"FROM hoog WHERE a % {aantal} = {deel}"
        if o.motor == "duckdb":
            self.con.execute(
                "CREATE OR REPLACE TEMP TABLE kandidaat AS SELECT x.nr AS a, y.nr AS b "
                f"FROM sleutel x JOIN sleutel y USING (k) WHERE {self._tussen} AND x.nr % {aantal} = {deel}"
            )
            kies = f"SELECT DISTINCT a, b FROM kandidaat {samen} WHERE {self._hoogstens(drempel)}"
        gewicht = gewicht_sql(o.model, o.schema.soort, Basis(self.omvang), kolommen)
        self.con.execute(f"CREATE OR REPLACE TEMP TABLE mogelijk AS {kies}")
        self.con.execute(
            f"CREATE OR REPLACE TEMP TABLE over AS SELECT a, b FROM mogelijk {samen} "
            f"WHERE l.los OR r.los OR {gewicht} >= {drempel - _SPELING!r}"
        )

    def _porties(self, drempel: float) -> Iterator[Portie]:
        """The pairs of `over` in order, with what our own scorer must know of their records."""
        o = self.opdracht
        kolommen = tuple(k for v in self.vormen for k in v.kolommen)
        namen = kolomnamen(kolommen)
        vraag = f"SELECT nr, {', '.join(namen)} FROM rec WHERE nr IN (SELECT unnest($1::UINTEGER[]))"
        paren = self.con.execute("SELECT a, b FROM over ORDER BY a, b").fetchall()
        for i in range(0, len(paren), _PORTIE):
            portie = paren[i : i + _PORTIE]
            rijen = self.con.execute(vraag, [sorted({nr for paar in portie for nr in paar})]).fetchall()
            aandelen = self._aandelen(kolommen, namen, rijen)
            yield Portie(
                o.model, o.schema.soort, DOEL, self.omvang, drempel, namen, rijen, aandelen, portie
            )  # fmt: skip

    def _aandelen(
        self, kolommen: tuple[str, ...], namen: tuple[str, ...], rijen: list[tuple[Any, ...]]
    ) -> dict[str, dict[str, float]]:
        """The shares of values that stand with others in one column; of the rest they stand in the row."""
        uit = {}
        for kolom in (k for k in kolommen if k in FREQUENTIEKOLOMMEN):
            plek = 1 + namen.index(f"c_{kolom}")
            meer = (rij[plek] for rij in rijen if rij[plek] and SCHEIDER in rij[plek])
            if teksten := {t for tekst in meer for t in tekst.split(SCHEIDER)}:
                vraag = f"SELECT w, f FROM f_{kolom} WHERE w IN (SELECT unnest($1::VARCHAR[]))"
                uit[kolom] = dict(self.con.execute(vraag, [sorted(teksten)]).fetchall())
        return uit

    def _bewaar(self, gewogen: list[Gewogen]) -> None:
        if gewogen:
            self.con.execute(
                "INSERT INTO paar SELECT unnest($1::UINTEGER[]), unnest($2::UINTEGER[]), unnest($3::DOUBLE[]), "
                "unnest($4::VARCHAR[]), unnest($5::VARCHAR[])",
                [list(kolom) for kolom in zip(*gewogen, strict=True)],
            )

    def _kies_een_op_een(self) -> None:
        """The heaviest pair first; on a tie the order of the ids. What is left of `paar` is one pair per record."""
        bezet: tuple[set[int], set[int]] = set(), set()
        over = []
        with in_een_keer(self.con):
            self.con.execute("CREATE TEMP TABLE gekozen (a UINTEGER, b UINTEGER)")
            for a, b in stroom(self.con.execute("SELECT a, b FROM paar ORDER BY bits DESC, a, b")):
                if a not in bezet[0] and b not in bezet[1]:
                    bezet[0].add(a)
                    bezet[1].add(b)
                    over.append((a, b))
            self.con.execute(
                "INSERT INTO gekozen SELECT unnest($1::UINTEGER[]), unnest($2::UINTEGER[])",
                [[a for a, _ in over], [b for _, b in over]],
            )
            self.con.execute("DELETE FROM paar WHERE (a, b) NOT IN (SELECT a, b FROM gekozen)")
            self.con.execute("DROP TABLE gekozen")

    def _schrijf_paren(self) -> int:
        rijen = self.con.execute(
            "SELECT x.id, y.id, bits, band, uitleg FROM paar JOIN ruw x ON x.nr = a JOIN ruw y ON y.nr = b ORDER BY a, b"
        )
        kop = ("id_a", "id_b", "gewicht", "band", "uitleg")
        return schrijf(
            self.opdracht.paren, kop, ((a, b, f"{g:.6f}", band, u) for a, b, g, band, u in stroom(rijen))
        )

    def _schrijf_clusters(self, drempel: float) -> int:
        """Every record with the group it is in; a record alone is a group of its own."""
        paren = {
            (f"{a:010d}", f"{b:010d}"): bits
            for a, b, bits in stroom(
                self.con.execute("SELECT a, b, bits FROM paar WHERE bits >= ?", [drempel])
            )
        }
        self.meld("groepen maken", 0, 1)
        indeling = groepeer(paren, drempel=drempel, tegenspraak=self._tegenspraak())
        groep = {int(lid): int(cluster.leden[0]) for cluster in indeling.clusters for lid in cluster.leden}
        self.meld("groepen maken", 1, 1)
        twee = len(self.opdracht.bestanden) > 1

        def rijen() -> Iterator[tuple[object, ...]]:
            for nr, bron, id in stroom(self.con.execute("SELECT nr, bron, id FROM ruw ORDER BY nr")):
                naam = f"c{groep.get(nr, nr)}"
                yield (id, naam, "ab"[bron]) if twee else (id, naam)

        assert self.opdracht.clusters is not None
        schrijf(self.opdracht.clusters, ("id", "cluster", "bestand")[: 2 + twee], rijen())
        return len(indeling.clusters)

    def _tegenspraak(self) -> Callable[[str, str], bool] | None:
        """Two valid citizen service numbers that differ keep records apart."""
        if not any("bsn" in v.kolommen for v in self.vormen):
            return None
        rijen = self.con.execute(
            "SELECT nr, c_bsn FROM rec WHERE c_bsn IS NOT NULL AND nr IN (SELECT a FROM paar UNION SELECT b FROM paar)"
        )
        profielen = {
            f"{nr:010d}": Profiel("", "persoon", {"bsn": tuple(Waarde(t) for t in bsn.split(SCHEIDER))})
            for nr, bsn in stroom(rijen)
        }
        return lambda a, b: (
            a in profielen and b in profielen and harde_tegenspraak(profielen[a], profielen[b])
        )

    def _klaar(self, stap: str, aantal: int) -> None:
        self.con.execute("INSERT INTO stand VALUES (?, ?)", [stap, aantal])

    def _gedaan(self, stap: str) -> bool:
        return self._tel("SELECT count(*) FROM stand WHERE stap = ?", [stap]) > 0

    def _aantal(self, stap: str) -> int:
        return self._tel("SELECT coalesce(sum(aantal), 0) FROM stand WHERE stap LIKE ?", [stap])

    def _tel(self, vraag: str, waarden: list[object] | None = None) -> int:
        return int(self.con.execute(vraag, waarden or []).fetchall()[0][0])

# SPDX-License-Identifier: EUPL-1.2
"""The tables of a batch in DuckDB: what was read, its columns, how common its values are, its keys."""

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from koppeling.basis import FREQUENTIEKOLOMMEN
from koppeling.batch.schema import Schema
from koppeling.batch.sql import DATUMKOLOMMEN, datumdelen_sql
from koppeling.batch.vormen import SCHEIDER, Vorm
from koppeling.batch.werkers import Werkers
from koppeling.entiteit import Soort
from koppeling.sleutels import MAX_FACTOR, MAX_PER_SOORT, SLEUTELSOORTEN, Regel, regels

Voortgang = Callable[[str, int, int], None]
"""Called with the name of the step, how much is done and how much there is."""

PAREN_PER_RECORD: Final = 60
"""Candidates that a batch weighs per record, on average: the keys that most records share are left out first."""
KLEINE_TABEL: Final = 100_000
"""Records up to which the widest keys are tried too (`sleutels.KLEIN`)."""
_PORTIE: Final = 20_000
SCHEIDING: Final = f"chr({ord(SCHEIDER)})"


class BatchFout(Exception):
    """The input or the machine does not allow it; the message says in Dutch what to do."""


def lees(con: duckdb.DuckDBPyConnection, bestanden: tuple[Path, ...], schema: Schema) -> int:
    """Table `ruw(nr, bron, id, v0, v1, …)`, numbered in the order of file and id; returns how many records."""
    delen, gezien = [], set()
    for bron, pad in enumerate(bestanden):
        tabel = _tabel(pad, schema)
        kolommen = {rij[0] for rij in con.execute(f"DESCRIBE SELECT * FROM {tabel}").fetchall()}
        if schema.id not in kolommen:
            raise BatchFout(
                f"{pad} heeft geen kolom {schema.id!r} (het id). Wel: {', '.join(sorted(kolommen))}."
            )
        gezien |= kolommen
        waarden = ", ".join(
            f"coalesce(CAST({_naam(k.naam)} AS VARCHAR), '') AS v{i}" if k.naam in kolommen else f"'' AS v{i}"
            for i, k in enumerate(schema.kolommen)
        )
        delen.append(
            f"SELECT {bron} AS bron, CAST({_naam(schema.id)} AS VARCHAR) AS id, {waarden} FROM {tabel}"
        )
    if weg := [k.naam for k in schema.kolommen if k.naam not in gezien]:
        raise BatchFout(f"het schema noemt kolommen die in geen bestand staan: {', '.join(weg)}.")
    con.execute(
        f"CREATE TABLE ruw AS SELECT (row_number() OVER (ORDER BY bron, id) - 1)::UINTEGER AS nr, * "
        f"FROM ({' UNION ALL '.join(delen)})"
    )
    _keur_ids(con, bestanden)
    return int(_een(con, "SELECT count(*) FROM ruw"))


def _keur_ids(con: duckdb.DuckDBPyConnection, bestanden: tuple[Path, ...]) -> None:
    for bron, pad in enumerate(bestanden):
        leeg = _een(con, f"SELECT count(*) FROM ruw WHERE bron = {bron} AND coalesce(trim(id), '') = ''")
        if leeg:
            raise BatchFout(f"in {pad} hebben {leeg} regels geen id. Geef elke regel een eigen id.")
        dubbel = con.execute(
            f"SELECT id, count(*) FROM ruw WHERE bron = {bron} GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 3"
        ).fetchall()
        if dubbel:
            voorbeelden = ", ".join(f"{id} ({n} keer)" for id, n in dubbel)
            raise BatchFout(f"in {pad} komen ids vaker voor: {voorbeelden}. Geef elke regel een eigen id.")


def _tabel(pad: Path, schema: Schema) -> str:
    """How DuckDB reads this file. The separator is the one that gives the columns of the schema."""
    if not pad.is_file():
        raise BatchFout(f"bestand {pad} bestaat niet.")
    waar = "'" + str(pad).replace("'", "''") + "'"
    if pad.suffix.lower() == ".parquet":
        return f"read_parquet({waar})"
    try:
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            kop = bestand.readline(1 << 20)
    except UnicodeDecodeError as fout:
        raise BatchFout(f"{pad} is geen UTF-8. Sla het bestand op als CSV in UTF-8.") from fout
    if not kop.strip():
        raise BatchFout(f"{pad} is leeg; de eerste regel noemt de kolommen.")
    gezocht = {schema.id, *(k.naam for k in schema.kolommen)}
    scheider = max(",;\t|", key=lambda s: len(gezocht & set(next(csv.reader([kop], delimiter=s)))))
    return (
        f"read_csv({waar}, header = true, all_varchar = true, delim = '{scheider}', quote = '\"', escape = '\"', "
        f"auto_detect = false, columns = {_kolommen(kop, scheider)}, strict_mode = true, max_line_size = 10000000)"
    )


def _kolommen(kop: str, scheider: str) -> str:
    namen = [naam.strip() for naam in next(csv.reader([kop], delimiter=scheider))]
    return "{" + ", ".join(f"'{n.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for n in namen) + "}"


def normaliseer(
    con: duckdb.DuckDBPyConnection, vormen: tuple[Vorm, ...], schema: Schema, hulp: Werkers, meld: Voortgang
) -> None:
    """Per group a table `n<i>`: each distinct row of texts once, with its columns."""
    plek = {k.naam: f"v{i}" for i, k in enumerate(schema.kolommen)}
    for i, vorm in enumerate(vormen):
        bron = ", ".join(plek[k.naam] for k in vorm.groep)
        con.execute(
            f"CREATE TEMP TABLE u{i} AS SELECT row_number() OVER () - 1 AS g, * FROM (SELECT DISTINCT {bron} FROM ruw)"
        )
        soorten = ", ".join(f"{n} {'BOOLEAN' if n == 'los' else 'VARCHAR'}" for n in vorm.namen)
        con.execute(f"CREATE TEMP TABLE n{i} (g BIGINT, {soorten})")
        totaal = _een(con, f"SELECT count(*) FROM u{i}")
        velden = ", ".join(
            f"unnest(${n + 1}::{'BOOLEAN' if naam == 'los' else 'VARCHAR'}[])"
            for n, naam in enumerate(vorm.namen)
        )
        begin = range(0, totaal, _PORTIE)
        porties = (
            con.execute(f"SELECT {bron} FROM u{i} WHERE g >= {g} AND g < {g + _PORTIE} ORDER BY g").fetchall()
            for g in begin
        )
        for g, kolommen in zip(begin, hulp.verdeel(vorm.rijen, porties), strict=True):
            con.execute(
                f"INSERT INTO n{i} SELECT unnest(range({g}, {g + len(kolommen[0])})), {velden}", kolommen
            )
            meld(f"{', '.join(k.naam for k in vorm.groep)} lezen", g + len(kolommen[0]), totaal)


def verbind(con: duckdb.DuckDBPyConnection, vormen: tuple[Vorm, ...], schema: Schema, noemer: int) -> None:
    """Tables `rec` (one row per record, with the share of its values among `noemer`) and, for as long as it is
    needed, `samen` (the same with the parts of its keys `d_`)."""
    plek = {k.naam: f"v{i}" for i, k in enumerate(schema.kolommen)}
    bron = "ruw"
    for i, vorm in enumerate(vormen):
        gelijk = " AND ".join(f"ruw.{plek[k.naam]} = u{i}.{plek[k.naam]}" for k in vorm.groep)
        bron += f" JOIN u{i} ON {gelijk} JOIN n{i} ON n{i}.g = u{i}.g"
    profiel = [n for v in vormen for n in v.namen if n[:2] != "d_" and n != "los"]
    delen = [f"d_{d}" for v in vormen for d in v.delen]
    los = " OR ".join(f"n{i}.los" for i in range(len(vormen)))
    con.execute(
        f"CREATE TEMP TABLE samen AS SELECT ruw.nr, bron, {', '.join([*profiel, *delen])}, {los} AS los FROM {bron}"
    )
    for tabel in (f"{t}{i}" for i in range(len(vormen)) for t in "un"):
        con.execute(f"DROP TABLE {tabel}")
    extra, joins = [], ""
    for kolom in (k for v in vormen for k in v.kolommen if k in FREQUENTIEKOLOMMEN):
        con.execute(
            f"CREATE TABLE f_{kolom} AS SELECT w, count(*) / {noemer}::DOUBLE AS f FROM "
            f"(SELECT unnest(string_split(c_{kolom}, {SCHEIDING})) AS w FROM samen WHERE c_{kolom} IS NOT NULL) GROUP BY w"
        )
        extra.append(f"f_{kolom}.f AS tf_c_{kolom}")
        joins += f" LEFT JOIN f_{kolom} ON f_{kolom}.w = c_{kolom}"
    for kolom in (k for v in vormen for k in v.kolommen if k in DATUMKOLOMMEN):
        extra += datumdelen_sql(kolom, f"c_{kolom}")
    con.execute(f"CREATE TABLE rec AS SELECT nr, {', '.join([*profiel, *extra])}, los FROM samen{joins}")


def maak_sleutels(
    con: duckdb.DuckDBPyConnection, soort: Soort, aanwezig: set[str], *, twee: bool, omvang: int
) -> int:
    """Tables `sleutel(k, nr)`, without the keys that too many share, and `te_algemeen(soort, sleutels, records)`.

    Returns how many pairs share a key; a pair counts once for every key.
    """
    con.execute("CREATE TEMP TABLE alle (k UBIGINT, soort UTINYINT, nr UINTEGER, bron UTINYINT)")
    for naam, regel in regels(soort, ruim=True, klein=omvang <= KLEINE_TABEL).items():
        if set(regel.delen) <= aanwezig:
            nummer = SLEUTELSOORTEN.index(naam)
            con.execute(
                f"INSERT INTO alle SELECT hash({nummer}, w), {nummer}, nr, bron FROM ({_waarden(regel)})"
            )
    aantal = (
        "count(*) FILTER (bron = 0) * count(*) FILTER (bron = 1)"
        if twee
        else "count(*) * (count(*) - 1) // 2"
    )
    con.execute(
        f"CREATE TEMP TABLE maat AS SELECT k, any_value(soort) AS soort, count(*) AS n, {aantal} AS paren "
        "FROM alle GROUP BY k HAVING paren > 0"
    )
    grens, over = 0, PAREN_PER_RECORD * omvang
    for paren, samen in con.execute(
        "SELECT paren, sum(paren) FROM maat GROUP BY paren ORDER BY paren"
    ).fetchall():
        over -= samen
        if over < 0:
            break
        grens = paren
    con.execute(
        f"CREATE TABLE sleutel AS SELECT alle.k, nr, bron FROM alle JOIN maat USING (k) WHERE paren <= {grens}"
    )
    con.execute(
        "CREATE TABLE te_algemeen AS SELECT soort, count(*) AS sleutels, max(n) AS records "
        f"FROM maat WHERE paren > {grens} GROUP BY soort"
    )
    paren = _een(con, f"SELECT coalesce(sum(paren), 0) FROM maat WHERE paren <= {grens}")
    for tabel in ("alle", "maat", "samen"):
        con.execute(f"DROP TABLE {tabel}")
    return paren


def _waarden(regel: Regel) -> str:
    """The texts `w` of a key per record. Parts with several values are the exception, and multiplied."""
    kolommen = [f"d_{d}" for d in regel.delen]
    gevuld = " AND ".join(f"{k} IS NOT NULL" for k in kolommen)
    meer = " OR ".join(f"contains({k}, {SCHEIDING})" for k in kolommen)
    hoogstens = MAX_FACTOR if len(kolommen) > 1 else MAX_PER_SOORT
    lang = _maal(kolommen, hoogstens, gevuld, meer)
    kort = f"SELECT nr, bron, {_tekst(regel.voeg, kolommen)} AS w FROM samen WHERE {gevuld} AND NOT ({meer})"
    uit = _tekst(regel.voeg, [f"p{i}" for i in range(len(kolommen))])
    return (
        f"{kort} UNION ALL (SELECT nr, bron, w FROM (SELECT DISTINCT nr, bron, {uit} AS w FROM {lang}) "
        f"QUALIFY row_number() OVER (PARTITION BY nr ORDER BY w) <= {MAX_PER_SOORT})"
    )


def _maal(kolommen: list[str], hoogstens: int, gevuld: str, meer: str) -> str:
    """Every value of one part with every value of the others."""
    uit = f"(SELECT nr, bron, {', '.join(kolommen)} FROM samen WHERE {gevuld} AND ({meer}))"
    for i, kolom in enumerate(kolommen):
        uit = f"(SELECT *, unnest(string_split({kolom}, {SCHEIDING})[1:{hoogstens}]) AS p{i} FROM {uit})"
    return uit


def _tekst(voeg: str, delen: list[str]) -> str:
    if voeg == "reeks" or len(delen) == 1:
        vast, los = delen, []
    elif voeg == "rond":
        vast, los = [], delen
    else:
        vast, los = delen[:1], delen[1:]
    if los:
        vast = [*vast, f"least({', '.join(los)})", f"greatest({', '.join(los)})"]
    return " || '|' || ".join(vast)


@contextmanager
def in_een_keer(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of it or nothing, also when the machine stops halfway."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def _een(con: duckdb.DuckDBPyConnection, vraag: str) -> int:
    return int(con.execute(vraag).fetchall()[0][0])


def _naam(kolom: str) -> str:
    return '"' + kolom.replace('"', '""') + '"'

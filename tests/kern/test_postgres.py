# SPDX-License-Identifier: EUPL-1.2
"""Starting, joining, stopping and crashing of the embedded server: real servers in folders of their own."""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from schakel.kern.postgres import (
    APP,
    EIGENAAR,
    DatabaseFout,
    Server,
    maak_database,
    start,
    stop,
    verwijder_database,
)

PAD = os.pathsep.join([str(Path(__file__).parents[2] / "src"), *sys.path])
STARTTIJD = "SELECT pg_postmaster_start_time()::text"


def verbind(server: Server, rol: str = EIGENAAR, database: str = "schakel") -> psycopg.Connection[Any]:
    return psycopg.connect(**server.dsn(rol, database), autocommit=True)


def vraag(verbinding: psycopg.Connection[Any], tekst: str) -> Any:
    regel = verbinding.execute(tekst).fetchone()
    assert regel is not None
    return regel[0]


def postmaster(server: Server) -> int:
    return int((server.map / "pg/postmaster.pid").read_text().split()[0])


def python(regels: str, *argumenten: object, **rest: Any) -> "subprocess.Popen[str]":
    """Another Python process that has the launcher at hand."""
    kop = "import sys, os, time, psycopg; from pathlib import Path; from schakel.kern.postgres import *\n"
    opdracht = [sys.executable, "-c", kop + regels, *(str(waarde) for waarde in argumenten)]
    return subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": PAD}, **rest)


@pytest.fixture
def gegevens(tmp_path: Path) -> Iterator[Path]:
    """A data directory that is not there yet."""
    yield tmp_path / "gegevens"
    if (tmp_path / "gegevens/pg").exists():
        stop(start(tmp_path / "gegevens"))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    gegevens = tmp_path_factory.mktemp("postgres") / "gegevens"
    yield gegevens
    stop(start(gegevens))


@pytest.fixture
def server(cluster: Path) -> Server:
    """A running server with an empty database; survivor of whatever the test before did to it."""
    server = start(cluster)
    verwijder_database(server, "schakel")
    maak_database(server, "schakel")
    return server


def test_tweede_start_sluit_aan_en_na_stop_begint_een_nieuwe_met_dezelfde_gegevens(server: Server) -> None:
    with verbind(server) as verbinding:
        verbinding.execute("CREATE TABLE rij (nr int)")
        eerste = vraag(verbinding, STARTTIJD)
    assert start(server.map) == server
    with verbind(server) as verbinding:
        assert vraag(verbinding, STARTTIJD) == eerste

    stop(server)
    stop(server)
    with pytest.raises(psycopg.OperationalError):
        verbind(server)
    with pytest.raises(DatabaseFout, match="Start haar eerst"):
        maak_database(server, "schakel")

    with verbind(start(server.map)) as verbinding:
        assert vraag(verbinding, STARTTIJD) != eerste
        assert vraag(verbinding, "SELECT count(*) FROM rij") == 0


def test_stop_wacht_niet_op_open_sessies(server: Server) -> None:
    sessie = verbind(server)
    sessie.execute("BEGIN")
    begin = time.monotonic()
    stop(server)
    assert time.monotonic() - begin < 5
    sessie.close()


def test_vier_processen_tegelijk_delen_een_server(gegevens: Path) -> None:
    regels = (
        "s = start(Path(sys.argv[1])); maak_database(s, 'schakel')\n"
        f"print(psycopg.connect(**s.dsn(APP, 'schakel')).execute('{STARTTIJD}').fetchone()[0])"
    )
    processen = [python(regels, gegevens) for _ in range(4)]
    tijden = {proces.communicate(timeout=30)[0] for proces in processen}
    assert [proces.returncode for proces in processen] == [0] * 4
    assert len(tijden) == 1


def test_een_database_is_een_kopie_van_haar_sjabloon_en_verdwijnt_met_haar_sessies(server: Server) -> None:
    with verbind(server) as verbinding:
        verbinding.execute("CREATE TABLE rij AS SELECT 1 AS nr")
    maak_database(server, "kopie", sjabloon="schakel")
    with pytest.raises(DatabaseFout, match="bestaat niet"):
        maak_database(server, "tweede", sjabloon="weg")

    with verbind(server, database="kopie") as verbinding:
        assert vraag(verbinding, "SELECT nr FROM rij") == 1
        with verbind(server, APP, "kopie"):
            verwijder_database(server, "kopie")
            verwijder_database(server, "kopie")
            with pytest.raises(psycopg.OperationalError):
                verbinding.execute("SELECT 1")


def test_database_overleeft_kill_van_het_proces_dat_haar_startte(gegevens: Path) -> None:
    proces = python("start(Path(sys.argv[1])); print('klaar', flush=True); time.sleep(60)", gegevens)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "klaar\n"
    pid = postmaster(Server(gegevens, gegevens / "socket"))
    proces.kill()
    proces.communicate()

    server = start(gegevens)
    assert postmaster(server) == pid
    with verbind(server, database="postgres") as verbinding:
        assert vraag(verbinding, "SELECT 1") == 1


def test_kill_van_het_startende_proces_laat_de_map_bruikbaar(gegevens: Path) -> None:
    for wachttijd in (0.4, 0.9):
        proces = python("start(Path(sys.argv[1]))", gegevens)
        time.sleep(wachttijd)
        proces.kill()
        proces.communicate()
    maak_database(start(gegevens), "schakel")


def test_duizend_bevestigde_rijen_overleven_kill_van_de_database(server: Server) -> None:
    with verbind(server) as verbinding:
        verbinding.execute("CREATE TABLE rij (nr int PRIMARY KEY)")
    bevestigd: list[int] = []
    genoeg = threading.Event()

    def schrijf() -> None:
        with verbind(server, APP) as verbinding, contextlib.suppress(psycopg.OperationalError):
            while True:
                verbinding.execute("INSERT INTO rij VALUES (%s)", [len(bevestigd)])
                bevestigd.append(len(bevestigd))
                if len(bevestigd) == 1000:
                    genoeg.set()

    schrijver = threading.Thread(target=schrijf)
    schrijver.start()
    assert genoeg.wait(30)
    os.kill(postmaster(server), signal.SIGKILL)
    schrijver.join()

    with verbind(start(server.map)) as verbinding:
        over = {nr for (nr,) in verbinding.execute("SELECT nr FROM rij")}
    assert len(bevestigd) >= 1000
    assert set(bevestigd) - over == set()
    assert len(over) <= len(bevestigd) + 1


def test_start_wacht_tot_de_laatste_verweesde_sessie_weg_is(server: Server) -> None:
    with verbind(server) as wees:
        sessie = wees.info.backend_pid
        os.kill(sessie, signal.SIGSTOP)
        os.kill(postmaster(server), signal.SIGKILL)
        wekker = threading.Timer(0.7, os.kill, (sessie, signal.SIGCONT))
        wekker.start()
        begin = time.monotonic()
        with verbind(start(server.map)) as verbinding:
            assert vraag(verbinding, "SELECT 1") == 1
        assert time.monotonic() - begin >= 0.7


def test_vreemd_pid_in_een_achtergebleven_pidbestand_houdt_de_start_niet_tegen(server: Server) -> None:
    stop(server)
    (server.map / "pg/postmaster.pid").write_text(
        f"{os.getpid()}\n{server.map}/pg\n1\n5432\n\n\n0 0\nready\n"
    )
    stop(server)
    with verbind(start(server.map)) as verbinding:
        assert vraag(verbinding, "SELECT 1") == 1


def test_lang_pad_krijgt_een_korte_eigen_socketmap(tmp_path: Path) -> None:
    server = start(tmp_path / ("lang" * 40))
    try:
        maak_database(server, "schakel")
        with verbind(server, APP) as verbinding:
            assert vraag(verbinding, "SELECT current_user") == APP
        assert server.socket_map.stat().st_mode & 0o777 == 0o700
        stop(server)
        server.socket_map.chmod(0o777)
        with pytest.raises(DatabaseFout, match="niet van ons"):
            start(server.map)
        server.socket_map.chmod(0o700)
    finally:
        stop(server)
        server.socket_map.rmdir()


@pytest.mark.parametrize("plek", ["/proc/schakel", "/dev/null/schakel", "/dev/null"])
def test_onbruikbare_map_geeft_een_nederlandse_fout(plek: str) -> None:
    with pytest.raises(DatabaseFout, match="Kies een map waarin je mag schrijven"):
        start(Path(plek))


def test_volle_schijf_geeft_een_nederlandse_fout_en_daarna_lukt_de_start(gegevens: Path) -> None:
    def vol() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    regels = "try: start(Path(sys.argv[1]))\nexcept DatabaseFout as fout: print(fout)"
    uit, _ = python(regels, gegevens, preexec_fn=vol).communicate(timeout=30)
    assert "Controleer of er schijfruimte is" in uit
    maak_database(start(gegevens), "schakel")


def test_gegevens_van_een_andere_hoofdversie_worden_geweigerd(server: Server) -> None:
    stop(server)
    versie = server.map / "pg/PG_VERSION"
    oud = versie.read_text()
    versie.write_text("16\n")
    with pytest.raises(DatabaseFout, match="zijn van PostgreSQL 16"):
        start(server.map)
    versie.write_text(oud)
    start(server.map)


def test_beschadigde_gegevens_geven_een_fout_met_de_melding_van_postgresql(server: Server) -> None:
    stop(server)
    control = server.map / "pg/global/pg_control"
    goed = control.read_bytes()
    control.write_bytes(b"\0" * len(goed))
    with pytest.raises(DatabaseFout, match=r"(?s)start niet.*PostgreSQL meldt:\n.*(FATAL|PANIC)"):
        start(server.map)
    control.write_bytes(goed)
    start(server.map)

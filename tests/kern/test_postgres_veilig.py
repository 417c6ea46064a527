# SPDX-License-Identifier: EUPL-1.2
"""What the start refuses: unsafe settings, leaking versions, too powerful a role; and bad URLs."""

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
    controleer_veilig,
    maak_database,
    start,
    stop,
    uit_url,
)
from schakel.kern.postgres.map import Werkmap
from schakel.kern.postgres.programma import Uitvoerder
from schakel.kern.postgres.veilig import _versie

ONVEILIG = f"""\
CREATE ROLE machtig BYPASSRLS CREATEROLE
GRANT machtig, pg_read_server_files, {EIGENAAR} TO {APP}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start(tmp_path_factory.mktemp("veilig") / "gegevens")
    maak_database(server, "schakel")
    yield server
    stop(server)


def verbind(server: Server, rol: str = APP) -> psycopg.Connection[Any]:
    return psycopg.connect(**server.dsn(rol, "schakel"), autocommit=True)


def als_superuser(map: Path, opdrachten: str) -> None:
    """What only someone with the files in hand can do: the server is down."""
    uitvoerder = Uitvoerder.voor(map)
    with Werkmap(map / "pg", uitvoerder) as pg:
        opdracht = [
            str(uitvoerder.bin / "postgres"),
            "--single",
            "-D",
            pg.pad,
            "-c",
            "exit_on_error=on",
            "schakel",
        ]
        klaar = uitvoerder.voer_uit(opdracht, invoer=opdrachten, handvatten=pg.handvatten)
        assert klaar.returncode == 0, klaar.stdout


def test_onze_eigen_database_is_veilig_voor_beide_rollen(server: Server) -> None:
    for rol in (APP, EIGENAAR):
        with verbind(server, rol) as verbinding:
            assert controleer_veilig(verbinding) == []


def test_uitgestelde_bevestiging_wordt_gemeld_voor_de_sessie_en_voor_de_rol(server: Server) -> None:
    with verbind(server) as app:
        app.execute("SET synchronous_commit = off")
        assert [zin for zin in controleer_veilig(app) if "synchronous_commit staat uit" in zin]
        app.execute("SET synchronous_commit = on")
        app.execute(f"ALTER ROLE {APP} SET synchronous_commit = 'no'")
        with verbind(server, EIGENAAR) as eigenaar:
            assert len(controleer_veilig(eigenaar)) == 1
        app.execute(f"ALTER ROLE {APP} RESET ALL")
        assert controleer_veilig(app) == []


def test_app_die_een_tabel_bezit_wordt_gemeld(server: Server) -> None:
    with verbind(server, EIGENAAR) as eigenaar, verbind(server) as app:
        eigenaar.execute(f"GRANT CREATE ON SCHEMA public TO {APP}")
        app.execute("CREATE TABLE eigen (nr int)")
        assert [zin for zin in controleer_veilig(app) if "eigenaar van tabellen of views (1)" in zin]
        app.execute("DROP TABLE eigen")
        eigenaar.execute(f"REVOKE CREATE ON SCHEMA public FROM {APP}")


def test_te_machtige_app_en_onveilige_server_worden_gemeld(tmp_path: Path) -> None:
    server = start(tmp_path / "gegevens")
    maak_database(server, "schakel")
    with verbind(server, EIGENAAR) as eigenaar:
        eigenaar.execute("CREATE TABLE rij (nr int)")
    stop(server)
    als_superuser(server.map, ONVEILIG)
    uitvoerder = Uitvoerder.voor(server.map)
    with Werkmap(server.map / "pg", uitvoerder) as pg:
        opdracht = [str(uitvoerder.bin / "pg_checksums"), "--disable", "-D", pg.pad]
        assert uitvoerder.voer_uit(opdracht, handvatten=pg.handvatten).returncode == 0

    zinnen = _zinnen(server.map)
    assert "De instelling data_checksums staat uit" in zinnen
    assert f"{APP} heeft BYPASSRLS, CREATEROLE via de rol machtig" in zinnen
    assert "toegang tot de bestanden van de server via de rol pg_read_server_files" in zinnen
    assert "eigenaar van tabellen of views (1)" in zinnen

    als_superuser(server.map, f"ALTER ROLE {APP} SUPERUSER\n")
    assert f"{APP} heeft SUPERUSER. Neem" in _zinnen(server.map)


def _zinnen(map: Path) -> str:
    server = start(map)
    try:
        with verbind(server) as app:
            return "\n".join(controleer_veilig(app))
    finally:
        stop(server)


def test_uitgezet_fsync_wordt_gemeld_en_de_volgende_start_zet_het_weer_aan(server: Server) -> None:
    with verbind(server) as app:
        uitvoerder = Uitvoerder.voor(server.map)
        (server.map / "pg/postgresql.auto.conf").write_text("fsync = off\nfull_page_writes = off\n")
        pid = (server.map / "pg/postmaster.pid").read_text().split()[0]
        uitvoerder.voer_uit(["/bin/sh", "-c", f"kill -HUP {pid}"])
        for _ in range(100):
            if zinnen := controleer_veilig(app):
                break
            app.execute("SELECT pg_sleep(0.02)")
        assert [zin.split()[2] for zin in zinnen] == ["fsync", "full_page_writes"]
    stop(server)
    assert _zinnen(server.map) == ""
    start(server.map)


@pytest.mark.parametrize(
    ("nummer", "deel"),
    [
        (140020, "te oud"),
        (150013, "15.14"),
        (150014, ""),
        (160009, "16.10"),
        (160010, ""),
        (170005, "17.6"),
        (170006, ""),
        (180000, ""),
        (190001, ""),
    ],
)
def test_versie_met_een_bekend_lek_wordt_geweigerd(nummer: int, deel: str) -> None:
    zinnen = _versie(nummer)
    assert bool(zinnen) is bool(deel)
    assert deel in "".join(zinnen)


def test_url_wordt_verbindingsgegevens() -> None:
    url = "postgresql://app:p%40s@db.voorbeeld.nl:5433/schakel?sslmode=verify-full"
    assert uit_url(url, APP) == {
        "user": "app",
        "password": "p@s",
        "host": "db.voorbeeld.nl",
        "port": "5433",
        "dbname": "schakel",
        "sslmode": "verify-full",
    }
    assert uit_url("postgresql://db.voorbeeld.nl/schakel", EIGENAAR)["user"] == EIGENAAR
    assert uit_url("postgresql:///schakel?host=/run/postgresql", APP)["host"] == "/run/postgresql"


@pytest.mark.parametrize(
    ("url", "reden"),
    [
        ("", "begint niet met postgresql://"),
        ("mysql://app:geheim@db/schakel", "begint niet met postgresql://"),
        ("postgresql://app:geheim@db:geen/schakel", "poort"),
        ("postgresql://app:geheim@db:99999/schakel", "poort"),
        ("postgresql://app:geheim@db:5432/", "naam van de database"),
        ("postgresql://app:geheim@db/schakel?onbekend=1", "niet te lezen"),
        ("postgresql://app:geheim%zz@db/schakel", "niet te lezen"),
        ("postgresql://app:geheim@[db/schakel", "niet te lezen"),
    ],
)
def test_slechte_url_geeft_een_nederlandse_fout_zonder_wachtwoord(url: str, reden: str) -> None:
    with pytest.raises(DatabaseFout, match=reden) as fout:
        uit_url(url, APP)
    assert "geheim" not in str(fout.value)
    assert "SCHAKEL_DATABASE_URL" in str(fout.value)
    with pytest.raises(DatabaseFout, match="SCHAKEL_DATABASE_URL_EIGENAAR"):
        uit_url(url, EIGENAAR)

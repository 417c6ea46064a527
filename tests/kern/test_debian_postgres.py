# SPDX-License-Identifier: EUPL-1.2
"""Debian's own PostgreSQL 15, reached by its address as in production: roles as docs/beheer.md makes them."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.huis import _INRICHTING, WACHTWOORD, Huis

BIN = Path("/usr/lib/postgresql/15/bin")
ROLLEN = """
CREATE ROLE schakel_eigenaar LOGIN PASSWORD '{0}';
CREATE ROLE schakel_app LOGIN PASSWORD '{0}' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
"""

pytestmark = [
    pytest.mark.misbruik,
    pytest.mark.skipif(not BIN.exists(), reason="Debian's PostgreSQL 15 ontbreekt"),
]


class DebianHuis(Huis):
    """The house on a server that somebody else made."""

    url = ""

    @property
    def omgeving(self) -> dict[str, str]:
        rollen = {"": "schakel_app", "_EIGENAAR": "schakel_eigenaar"}
        return super().omgeving | {
            f"SCHAKEL_DATABASE_URL{naam}": self.url.format(rol) for naam, rol in rollen.items()
        }


def _als_postgres(*opdracht: object) -> None:
    """PostgreSQL refuses to run as root."""
    wie = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*wie, *map(str, opdracht)], check=True, cwd="/", stdout=subprocess.DEVNULL)


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[DebianHuis]:
    map_ = Path(tempfile.mkdtemp(prefix="schakel-pg15-"))
    geheim, cluster = secrets.token_hex(16), map_ / "cluster"
    (map_ / "geheim").write_text(geheim)
    if os.geteuid() == 0:
        for pad in (map_, map_ / "geheim"):
            shutil.chown(pad, "postgres")
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    _als_postgres(
        BIN / "initdb",
        "-D",
        cluster,
        "-U",
        "postgres",
        "-k",
        "-A",
        "scram-sha-256",
        "--pwfile",
        map_ / "geheim",
    )
    start = f"-p {poort} -c listen_addresses=127.0.0.1 -c unix_socket_directories={map_}"
    _als_postgres(BIN / "pg_ctl", "-D", cluster, "-o", start, "-l", map_ / "log", "-w", "start")
    huis = DebianHuis(tmp_path / "huis")
    huis.url = f"postgresql://{{}}:{geheim}@127.0.0.1:{poort}/schakel"
    try:
        beheer = f"host=127.0.0.1 port={poort} user=postgres password={geheim} dbname=postgres"
        with psycopg.connect(beheer, autocommit=True) as verbinding:
            verbinding.execute(ROLLEN.format(geheim))  # type: ignore[arg-type]  # made here
            verbinding.execute("CREATE DATABASE schakel OWNER schakel_eigenaar")
        yield huis
    finally:
        huis.stop_web()
        _als_postgres(BIN / "pg_ctl", "-D", cluster, "-m", "immediate", "stop")
        shutil.rmtree(map_)


def test_de_keten_draait_op_debians_postgresql_met_alle_muren(huis: DebianHuis) -> None:
    huis.draai("-c", _INRICHTING, WACHTWOORD)
    huis.start_web()

    melder = huis.bezoeker()
    assert melder.vul_in("/melden", {"tekst": "Er brandt 's nachts licht in de loods."}).status_code == 303
    assert _tel(huis, "schakel_eigenaar") == 1
    assert huis.bezoeker("casusdeelnemer@nla").haal("/signalen").status_code == 200

    with psycopg.connect(huis.url.format("schakel_eigenaar")) as verbinding:
        open_ = verbinding.execute(
            "SELECT tablename FROM pg_policies p JOIN pg_class c ON c.relname = p.tablename"
            " WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        ).fetchall()
        assert open_ == []
    assert _tel(huis, "schakel_app") == 0, "zonder context is er niets te zien"
    assert "keten heel" in huis.draai("-m", "schakel", "logboek", "verifieer")


def _tel(huis: DebianHuis, rol: str) -> int:
    with psycopg.connect(huis.url.format(rol)) as verbinding:
        rij = verbinding.execute("SELECT count(*) FROM melding_melding").fetchone()
        assert rij is not None
        return int(rij[0])

# SPDX-License-Identifier: EUPL-1.2
"""Start, join and stop the embedded PostgreSQL of a data directory.

In the data directory: `pg` (the cluster), `socket`, `postgres.log`, `start.slot` (one starter
at a time) and `draait.slot`. The server and all its children inherit the lock on `draait.slot`,
so the kernel lets go of it exactly when the last of them is gone. That is the only test for
"does the old server still live": pid files and process lists are fooled by zombies, by reused
pids and by orphaned backends.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import psycopg
from psycopg import errors
from psycopg.conninfo import make_conninfo

from .aanleg import EIGENAAR, controleer_hoofdversie, laatste_regels, leg_aan, schrijf_configuratie
from .fout import DatabaseFout
from .map import Werkmap, open_in
from .programma import Uitvoerder, privemap

POORT = "5432"
GEDULD = 60.0
_LANGSTE_SOCKETPAD = 99


@dataclass(frozen=True)
class Server:
    """A running embedded server: its data directory and the folder of its socket."""

    map: Path
    socket_map: Path

    def dsn(self, rol: str, database: str) -> dict[str, str]:
        """Connection parameters for psycopg: host (socket folder), port, user, dbname."""
        return {"host": str(self.socket_map), "port": POORT, "user": rol, "dbname": database}


def start(map: Path) -> Server:
    """Start the embedded server of data directory `map`, or join it when it runs.

    Makes the directory when needed. Raises DatabaseFout with what to do.
    """
    try:
        map.mkdir(mode=0o700, parents=True, exist_ok=True)
        map = map.resolve()
        with _slot(map, "start.slot"):
            return _start(map)
    except OSError as fout:
        raise DatabaseFout(
            f"De gegevensmap {map} is niet te gebruiken ({fout.strerror or fout}). Kies een map waarin je "
            "mag schrijven en waar schijfruimte is, en start opnieuw."
        ) from fout


def stop(server: Server) -> None:
    """Shut the server down fast: open transactions are rolled back, sessions closed. Waits for the end."""
    uitvoerder = Uitvoerder.voor(server.map)
    with _slot(server.map, "start.slot"), _bestand(server.map, "draait.slot") as fd:
        for signaal in ("INT", "QUIT"):
            if _vergrendel(fd):
                return
            _geef_signaal(uitvoerder, signaal)
            if _tot(lambda: _vergrendel(fd), GEDULD / 2):
                return
    raise DatabaseFout(f"De database in {server.map} stopt niet. Kijk in {server.map / 'postgres.log'}.")


def _start(map: Path) -> Server:
    uitvoerder = Uitvoerder.voor(map)
    server = Server(map, _socket_map(uitvoerder))
    with ExitStack() as stapel:
        socket = stapel.enter_context(Werkmap(server.socket_map, uitvoerder))
        slot = stapel.enter_context(_bestand(map, "draait.slot"))
        if _draait_al(server, slot):
            return server
        if not (map / "pg").exists():
            leg_aan(uitvoerder, slot)
        pg = stapel.enter_context(Werkmap(map / "pg", uitvoerder))
        controleer_hoofdversie(map / "pg")
        schrijf_configuratie(pg)
        pg.verwijder("postmaster.pid")
        socket.verwijder(f".s.PGSQL.{POORT}.lock")
        log = stapel.enter_context(os.fdopen(open_in(map, "postgres.log", os.O_WRONLY | os.O_APPEND), "ab"))
        opdracht = [str(uitvoerder.bin / "postgres"), "-D", pg.pad, "-k", socket.pad, "-p", POORT]
        handvatten = (slot, *pg.handvatten, *socket.handvatten)
        proces = uitvoerder.start(opdracht, log=log, handvatten=handvatten)
    _wacht_op_start(server, proces)
    return server


def _socket_map(uitvoerder: Uitvoerder) -> Path:
    gewoon = uitvoerder.map / "socket"
    if len(os.fsencode(gewoon / f".s.PGSQL.{POORT}")) <= _LANGSTE_SOCKETPAD:
        return gewoon
    return privemap(uitvoerder.map, uitvoerder.uid)


def _draait_al(server: Server, slot: int) -> bool:
    """True when a server answers, False when none lives any more; waits while one starts or dies."""
    bereikt = False

    def beslist() -> bool:
        nonlocal bereikt
        bereikt = _is_bereikbaar(server)
        return bereikt or _vergrendel(slot)

    if not _tot(beslist):
        raise DatabaseFout(
            f"De vorige database in {server.map} is nog bezig en antwoordt niet. Wacht even en start "
            "opnieuw; blijft dit zo, herstart dan de machine."
        )
    return bereikt


def _is_bereikbaar(server: Server) -> bool:
    """Whether the server answers; a full server counts too."""
    try:
        psycopg.connect(make_conninfo(**server.dsn(EIGENAAR, "postgres"), connect_timeout=5)).close()
    except errors.TooManyConnections:
        return True
    except psycopg.OperationalError as fout:
        if "Peer authentication failed" in str(fout):
            raise DatabaseFout(
                f"De database in {server.map} draait, maar laat je niet toe. Start Schakel als de gebruiker "
                "van wie de gegevensmap is."
            ) from fout
        return False
    return True


def _wacht_op_start(server: Server, proces: "Popen[bytes]") -> None:
    gestart = _tot(lambda: proces.poll() is not None or _is_bereikbaar(server)) and proces.poll() is None
    proces.returncode = proces.returncode or 0  # it outlives us: not ours to wait for
    if gestart:
        return
    logboek = (server.map / "postgres.log").read_text(errors="replace")
    raise DatabaseFout(
        f"De database in {server.map} start niet. Controleer de schijfruimte en de rechten van de map. "
        f"PostgreSQL meldt:\n{laatste_regels(logboek)}"
    )


def _geef_signaal(uitvoerder: Uitvoerder, signaal: str) -> None:
    """Signal the postmaster as its own user: a forged pid file then harms nobody else."""
    try:
        pid = int((uitvoerder.map / "pg" / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return
    if pid > 1:
        uitvoerder.voer_uit(["/bin/sh", "-c", f"kill -{signaal} {pid}"])


def _tot(klaar: Callable[[], bool], geduld: float = GEDULD) -> bool:
    """Ask until the answer is yes; False when patience (seconds) is over."""
    einde = time.monotonic() + geduld
    while not klaar():
        if time.monotonic() > einde:
            return False
        time.sleep(0.03)
    return True


@contextmanager
def _bestand(map: Path, naam: str) -> Iterator[int]:
    fd = open_in(map, naam, os.O_RDWR)
    try:
        yield fd
    finally:
        os.close(fd)


@contextmanager
def _slot(map: Path, naam: str) -> Iterator[None]:
    """Hold a file lock; Dutch error when another process does not let go in time."""
    with _bestand(map, naam) as fd:
        if not _tot(lambda: _vergrendel(fd), GEDULD * 2):
            raise DatabaseFout(
                f"Een ander proces houdt {map / naam} vast. Wacht tot het klaar is, of stop het."
            )
        yield


def _vergrendel(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

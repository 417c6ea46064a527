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

from .aanleg import EIGENAAR, Werkmap, controleer_versie, leg_aan, schrijf_configuratie
from .fout import DatabaseFout
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
    map = map.absolute()
    try:
        map.mkdir(mode=0o700, parents=True, exist_ok=True)
        with slot(map / "start.slot"):
            return _start(map.resolve())
    except OSError as fout:
        raise DatabaseFout(
            f"De gegevensmap {map} is niet te gebruiken ({fout.strerror or fout}). Kies een map waarin u "
            "mag schrijven en waar schijfruimte is, en start opnieuw."
        ) from fout


def stop(server: Server) -> None:
    """Shut the server down fast: open transactions are rolled back, sessions closed. Waits for the end."""
    with slot(server.map / "start.slot"):
        uitvoerder = Uitvoerder.voor(server.map)
        for signaal in ("INT", "QUIT"):
            with _probeer_slot(server.map / "draait.slot", 0) as vrij:
                if vrij:
                    return
            _geef_signaal(uitvoerder, signaal)
            with _probeer_slot(server.map / "draait.slot", GEDULD / 2) as vrij:
                if vrij:
                    return
    raise DatabaseFout(f"De database in {server.map} stopt niet. Kijk in {server.map / 'postgres.log'}.")


def _start(map: Path) -> Server:
    uitvoerder = Uitvoerder.voor(map)
    server = Server(map, _socket_map(uitvoerder))
    with ExitStack() as stapel:
        socket = stapel.enter_context(Werkmap(server.socket_map, uitvoerder))
        if _is_bereikbaar(server):
            return server
        slot_fd = stapel.enter_context(_wacht_op_slot(map / "draait.slot"))
        if not (map / "pg").exists():
            leg_aan(uitvoerder)
        controleer_versie(map / "pg")
        pg = stapel.enter_context(Werkmap(map / "pg", uitvoerder))
        schrijf_configuratie(pg)
        pg.verwijder("postmaster.pid")
        log = stapel.enter_context((map / "postgres.log").open("ab"))
        opdracht = [str(uitvoerder.bin / "postgres"), "-D", pg.pad, "-k", socket.pad, "-p", POORT]
        proces = uitvoerder.start(opdracht, log=log, handvatten=(slot_fd, *pg.handvatten, *socket.handvatten))
    _wacht_op_start(server, proces)
    return server


def _socket_map(uitvoerder: Uitvoerder) -> Path:
    gewoon = uitvoerder.map / "socket"
    if len(os.fsencode(gewoon / f".s.PGSQL.{POORT}")) <= _LANGSTE_SOCKETPAD:
        return gewoon
    return privemap(uitvoerder.map, uitvoerder.uid)


def _is_bereikbaar(server: Server) -> bool:
    """Whether the server answers; a starting or full server counts as running."""
    try:
        psycopg.connect(**server.dsn(EIGENAAR, "postgres"), connect_timeout=5).close()
    except errors.TooManyConnections:
        return True
    except errors.InvalidAuthorizationSpecification as fout:
        raise DatabaseFout(
            f"De database in {server.map} draait, maar laat u niet toe. Start Schakel als de gebruiker "
            "van wie de gegevensmap is."
        ) from fout
    except psycopg.OperationalError:
        return False
    return True


def _wacht_op_start(server: Server, proces: "Popen[bytes]") -> None:
    if _tot(lambda: proces.poll() is not None or _is_bereikbaar(server)) and proces.poll() is None:
        return
    regels = (server.map / "postgres.log").read_text(errors="replace").splitlines()[-5:]
    raise DatabaseFout(
        f"De database in {server.map} start niet. Controleer de schijfruimte en de rechten van de map. "
        "PostgreSQL meldt:\n" + "\n".join(regels)
    )


def _geef_signaal(uitvoerder: Uitvoerder, signaal: str) -> None:
    """Signal the postmaster as its own user: a forged pid file then harms nobody else."""
    pid = int((uitvoerder.map / "pg" / "postmaster.pid").read_text().split()[0])
    uitvoerder.voer_uit(["/bin/sh", "-c", f"kill -{signaal} {pid}"])


def _tot(klaar: Callable[[], bool], geduld: float = GEDULD) -> bool:
    einde = time.monotonic() + geduld
    while not klaar():
        if time.monotonic() > einde:
            return False
        time.sleep(0.03)
    return True


@contextmanager
def slot(bestand: Path) -> Iterator[int]:
    """Hold the file lock; Dutch error when another process does not let go in time."""
    with _probeer_slot(bestand, GEDULD * 2) as fd:
        if fd is None:
            raise DatabaseFout(f"Een ander proces houdt {bestand} vast. Wacht tot het klaar is, of stop het.")
        yield fd


_wacht_op_slot = slot


@contextmanager
def _probeer_slot(bestand: Path, geduld: float) -> Iterator[int | None]:
    fd = os.open(bestand, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)

    def vergrendel() -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    try:
        yield fd if _tot(vergrendel, geduld) else None
    finally:
        os.close(fd)

# SPDX-License-Identifier: EUPL-1.2
"""Lay out a new data directory: cluster, two roles, and the configuration.

There is no way in for a superuser: the bootstrap role `postgres` gets no line in pg_ident.
The roles are made in single-user mode before the first server starts.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from .fout import DatabaseFout
from .programma import HOOFDVERSIE, Uitvoerder, osnaam

EIGENAAR = "schakel_eigenaar"
APP = "schakel_app"

_ROLLEN = f"""\
CREATE ROLE {EIGENAAR} LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION
CREATE ROLE {APP} LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION
GRANT pg_signal_backend TO {EIGENAAR}
REVOKE ALL ON DATABASE postgres FROM PUBLIC
REVOKE ALL ON DATABASE template1 FROM PUBLIC
GRANT CONNECT ON DATABASE postgres TO {EIGENAAR}
ALTER DEFAULT PRIVILEGES FOR ROLE {EIGENAAR} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP}
ALTER DEFAULT PRIVILEGES FOR ROLE {EIGENAAR} GRANT USAGE, SELECT ON SEQUENCES TO {APP}
"""

# Sized for a machine with two cores and a few GiB. Messages are terse and without the statement:
# a DETAIL line would put personal data from a unique key in the log.
_CONFIGURATIE = """\
# Geschreven bij elke start; wijzigingen hier gaan verloren.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 128MB
effective_cache_size = 1GB
work_mem = 8MB
maintenance_work_mem = 64MB
max_wal_size = 512MB
random_page_cost = 1.1
jit = off
fsync = on
full_page_writes = on
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
log_checkpoints = off
log_error_verbosity = terse
log_min_error_statement = panic
"""

_HBA = "local all all peer map=sch\n"


def leg_aan(uitvoerder: Uitvoerder) -> None:
    """Make the cluster `pg` in the data directory; after a crash half-way the next start begins anew."""
    nieuw = uitvoerder.map / "pg.nieuw"
    shutil.rmtree(nieuw, ignore_errors=True)
    with Werkmap(nieuw, uitvoerder) as pg:
        initdb = ["initdb", "-D", pg.pad, "-U", "postgres", "--auth-local=peer", "--auth-host=scram-sha-256"]
        taal = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        _voer_uit(uitvoerder, pg, [*initdb, *taal, "-k"])
        enkel = ["postgres", "--single", "-D", pg.pad, "-c", "exit_on_error=on", "template1"]
        _voer_uit(uitvoerder, pg, enkel, invoer=_ROLLEN)
    nieuw.rename(uitvoerder.map / "pg")


def schrijf_configuratie(pg: "Werkmap") -> None:
    """Write postgresql.conf, pg_hba.conf and pg_ident.conf: only root, the owner of the map and we get in."""
    uids = {0, os.geteuid(), pg.uitvoerder.map.stat().st_uid}
    pg.schrijf("postgresql.conf", _CONFIGURATIE)
    pg.schrijf("postgresql.auto.conf", "")
    pg.schrijf("pg_hba.conf", _HBA)
    pg.schrijf("pg_ident.conf", ident(osnaam(uid) for uid in sorted(uids)))


def ident(namen: Iterable[str]) -> str:
    """Lines of pg_ident.conf: each OS user may be each of the two roles, and no other."""
    return "".join(f'sch "{naam}" {rol}\n' for naam in namen for rol in (EIGENAAR, APP))


def controleer_versie(pg: Path) -> None:
    """Refuse a data directory of another major version of PostgreSQL."""
    versie = (pg / "PG_VERSION").read_text().strip()
    if versie != HOOFDVERSIE:
        raise DatabaseFout(
            f"De gegevens in {pg} zijn van PostgreSQL {versie}, deze Schakel gebruikt {HOOFDVERSIE}. "
            "Maak een back-up met de oude versie en zet die terug in een nieuwe gegevensmap."
        )


def _voer_uit(uitvoerder: Uitvoerder, pg: "Werkmap", opdracht: list[str], invoer: str | None = None) -> None:
    programma = str(uitvoerder.bin / opdracht[0])
    klaar = uitvoerder.voer_uit([programma, *opdracht[1:]], invoer=invoer, handvatten=pg.handvatten)
    if klaar.returncode:
        slot = "\n".join(klaar.stdout.splitlines()[-5:])
        raise DatabaseFout(
            f"De database aanleggen in {uitvoerder.map} lukte niet. Controleer of er schijfruimte is en of "
            f"u in deze map mag schrijven. PostgreSQL meldt:\n{slot}"
        )


class Werkmap:
    """A 0700 folder of the server's user, as an open handle that also works below a shut parent."""

    def __init__(self, map: Path, uitvoerder: Uitvoerder) -> None:
        self.uitvoerder = uitvoerder
        try:
            map.mkdir(mode=0o700)
        except FileExistsError:
            pass
        self._fd = os.open(map, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if uitvoerder.is_ander:
            os.fchown(self._fd, uitvoerder.uid, uitvoerder.gid)
        os.fchmod(self._fd, 0o700)
        self.handvatten = (self._fd,) if uitvoerder.is_ander else ()
        self.pad = f"/proc/self/fd/{self._fd}" if uitvoerder.is_ander else str(map)

    def __enter__(self) -> "Werkmap":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._fd)

    def schrijf(self, naam: str, tekst: str) -> None:
        """Replace a file as a whole; never follows a link that the server's user may have put there."""
        tijdelijk = f"{naam}.nieuw"
        self.verwijder(tijdelijk)
        vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        fd = os.open(tijdelijk, vlaggen, 0o600, dir_fd=self._fd)
        with open(fd, "w", encoding="utf-8") as bestand:
            bestand.write(tekst)
            if self.uitvoerder.is_ander:
                os.fchown(fd, self.uitvoerder.uid, self.uitvoerder.gid)
        os.rename(tijdelijk, naam, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def verwijder(self, naam: str) -> None:
        """Remove a file when it is there."""
        try:
            os.unlink(naam, dir_fd=self._fd)
        except FileNotFoundError:
            pass

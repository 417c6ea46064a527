# SPDX-License-Identifier: EUPL-1.2
"""Lay out a new data directory: the cluster, two roles, and the configuration.

There is no way in for a superuser: the bootstrap role `postgres` gets no line in pg_ident.
The roles are made in single-user mode before the first server starts.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from .fout import DatabaseFout
from .map import Werkmap
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
# a DETAIL line would put personal data out of a unique key in the log.
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

_TOEGANG = "local all all peer map=sch\n"


def leg_aan(uitvoerder: Uitvoerder, slot_fd: int) -> None:
    """Make the cluster `pg` in the data directory; after a crash half-way the next start begins anew.

    The programs inherit `slot_fd`, so that nobody begins anew while one of them still runs.
    """
    nieuw = uitvoerder.map / "pg.nieuw"
    if nieuw.exists():
        shutil.rmtree(nieuw)
    initdb = ["-U", "postgres", "--auth-local=peer", "--auth-host=scram-sha-256", "--data-checksums"]
    taal = ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    with Werkmap(nieuw, uitvoerder) as pg:
        handvatten = (slot_fd, *pg.handvatten)
        for opdracht, invoer in (
            (["initdb", "-D", pg.pad, *initdb, *taal], ""),
            (["postgres", "--single", "-D", pg.pad, "-c", "exit_on_error=on", "template1"], _ROLLEN),
        ):
            opdracht[0] = str(uitvoerder.bin / opdracht[0])
            klaar = uitvoerder.voer_uit(opdracht, invoer=invoer, handvatten=handvatten)
            if klaar.returncode:
                raise DatabaseFout(
                    f"De database aanleggen in {uitvoerder.map} lukte niet. Controleer of er schijfruimte is "
                    f"en of je daar mag schrijven. PostgreSQL meldt:\n{laatste_regels(klaar.stdout)}"
                )
    nieuw.rename(uitvoerder.map / "pg")


def schrijf_configuratie(pg: Werkmap) -> None:
    """Write the four files: only root, the owner of the data directory and we ourselves get in."""
    uids = {0, os.geteuid(), pg.uitvoerder.map.stat().st_uid}
    pg.schrijf("postgresql.conf", _CONFIGURATIE)
    pg.schrijf("postgresql.auto.conf", "")
    pg.schrijf("pg_hba.conf", _TOEGANG)
    pg.schrijf("pg_ident.conf", ident(naam for uid in sorted(uids) if (naam := osnaam(uid))))


def ident(namen: Iterable[str]) -> str:
    """Lines of pg_ident.conf: each OS user may be each of the two roles, and no other."""
    return "".join(f'sch "{naam}" {rol}\n' for naam in namen for rol in (EIGENAAR, APP))


def controleer_hoofdversie(pg: Path) -> None:
    """Refuse a cluster of another major version of PostgreSQL."""
    versie = (pg / "PG_VERSION").read_text().strip()
    if versie != HOOFDVERSIE:
        raise DatabaseFout(
            f"De gegevens in {pg} zijn van PostgreSQL {versie}, deze Schakel gebruikt {HOOFDVERSIE}. "
            "Maak een back-up met de oude versie en zet die terug in een nieuwe gegevensmap."
        )


def laatste_regels(tekst: str) -> str:
    """The last five lines: where PostgreSQL says why."""
    return "\n".join(tekst.splitlines()[-5:])

# SPDX-License-Identifier: EUPL-1.2
"""Make and remove databases inside the embedded server."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors, sql
from psycopg.conninfo import make_conninfo

from .aanleg import APP, EIGENAAR
from .fout import DatabaseFout
from .server import Server


def maak_database(server: Server, naam: str, *, sjabloon: str | None = None) -> None:
    """Make database `naam`, owned by schakel_eigenaar; does nothing when it exists.

    `sjabloon`: an existing database to copy; nobody may be connected to it.
    """
    database, bron = sql.Identifier(naam), sql.Identifier(sjabloon or "template1")
    with _beheer(server, naam) as verbinding:
        bestaat = verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone()
        if not bestaat:
            try:
                verbinding.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(database, bron))
            except errors.ObjectInUse as fout:
                raise DatabaseFout(
                    f"Database {sjabloon} is in gebruik. Sluit de verbindingen en probeer het opnieuw."
                ) from fout
            except errors.InvalidCatalogName as fout:
                raise DatabaseFout(
                    f"Database {sjabloon} bestaat niet en kan niet gekopieerd worden."
                ) from fout
        verbinding.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        verbinding.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(APP))
        )


def verwijder_database(server: Server, naam: str) -> None:
    """Remove database `naam` with all its contents, closing the sessions in it; nothing when absent."""
    with _beheer(server, naam) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


@contextmanager
def _beheer(server: Server, naam: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection outside the database itself; one process at a time works on the same name."""
    try:
        verbinding = psycopg.connect(make_conninfo(**server.dsn(EIGENAAR, "postgres")), autocommit=True)
    except psycopg.OperationalError as fout:
        raise DatabaseFout(f"De database in {server.map} antwoordt niet. Start haar eerst.") from fout
    with verbinding:
        verbinding.execute("SELECT pg_advisory_lock(hashtext(%s))", [naam])
        yield verbinding

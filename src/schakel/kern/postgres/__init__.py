# SPDX-License-Identifier: EUPL-1.2
"""The database: an embedded PostgreSQL that starts by itself, or one reached by its URL.

server = start(map)
maak_database(server, "schakel")
psycopg.connect(**server.dsn(APP, "schakel"))
"""

from .aanleg import APP, EIGENAAR
from .databases import maak_database, verwijder_database
from .fout import DatabaseFout
from .server import Server, start, stop
from .url import uit_url
from .veilig import controleer_veilig

__all__ = [
    "APP",
    "EIGENAAR",
    "DatabaseFout",
    "Server",
    "controleer_veilig",
    "maak_database",
    "start",
    "stop",
    "uit_url",
    "verwijder_database",
]

# SPDX-License-Identifier: EUPL-1.2
"""Connection parameters out of SCHAKEL_DATABASE_URL, for a PostgreSQL server of one's own."""

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from .aanleg import APP
from .fout import DatabaseFout

_VORM = "postgresql://gebruiker:wachtwoord@host:5432/database?sslmode=verify-full"


def uit_url(url: str, rol: str) -> dict[str, str]:
    """Parameters for psycopg from a libpq URL; `rol` is the user when the URL names none.

    The URL for schakel_app is SCHAKEL_DATABASE_URL, that for schakel_eigenaar
    SCHAKEL_DATABASE_URL_EIGENAAR. Raises DatabaseFout, without the password in its text.
    """
    naam = "SCHAKEL_DATABASE_URL" if rol == APP else "SCHAKEL_DATABASE_URL_EIGENAAR"
    if not url.startswith(("postgresql://", "postgres://")):
        raise DatabaseFout(f"{naam} begint niet met postgresql://. Schrijf haar als {_VORM}.")
    try:
        gelezen = conninfo_to_dict(url)
    except ProgrammingError:
        raise DatabaseFout(
            f"{naam} is niet te lezen. Schrijf haar als {_VORM}; zet %40 voor een @ in het wachtwoord."
        ) from None
    delen = {sleutel: str(waarde) for sleutel, waarde in gelezen.items() if waarde is not None}
    if not delen.get("dbname"):
        raise DatabaseFout(f"In {naam} ontbreekt de naam van de database. Schrijf haar als {_VORM}.")
    if not all(poort.isdigit() and 0 < int(poort) < 65536 for poort in delen.get("port", "5432").split(",")):
        raise DatabaseFout(f"De poort in {naam} is geen getal van 1 tot en met 65535. Meestal is het 5432.")
    return {"user": rol, **delen}

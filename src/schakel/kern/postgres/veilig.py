# SPDX-License-Identifier: EUPL-1.2
"""What is unsafe about a PostgreSQL server, whoever runs it."""

from typing import Any, LiteralString

import psycopg

from .aanleg import APP

_BODEM = {15: 14, 16: 10, 17: 6}
"""Lowest minor version per major version without a known leak past row-level security
(CVE-2019-10130, CVE-2023-2455, CVE-2025-8713)."""

_INSTELLINGEN = {
    "fsync": "schrijfacties bereiken de schijf niet zeker",
    "full_page_writes": "een stroomstoring kan gegevens onleesbaar maken",
    "synchronous_commit": "wat bevestigd is, kan bij een storing alsnog verdwijnen",
    "data_checksums": "schade op de schijf valt niet op",
}

_RECHTEN = {
    "rolsuper": "SUPERUSER",
    "rolbypassrls": "BYPASSRLS",
    "rolcreaterole": "CREATEROLE",
    "rolreplication": "REPLICATION",
}

_SLEUTELROLLEN = ("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files")
"""Predefined roles that reach the data files, and so every row."""


def controleer_veilig(verbinding: psycopg.Connection[Any]) -> list[str]:
    """Dutch sentences about what is unsafe; empty when Schakel may start.

    Judges the server and the role schakel_app, or the connected role when schakel_app is not there.
    """
    rol = _app_rol(verbinding)
    return [
        *_versie(verbinding.info.server_version),
        *_instellingen(verbinding),
        *_rechten(verbinding, rol),
        *_bezit(verbinding, rol),
    ]


def _app_rol(verbinding: psycopg.Connection[Any]) -> str:
    vraag = "SELECT coalesce((SELECT rolname FROM pg_roles WHERE rolname = %s), current_user)"
    return str(_waarde(verbinding, vraag, [APP]))


def _versie(nummer: int) -> list[str]:
    hoofd, klein = divmod(nummer, 10000)
    if hoofd < min(_BODEM):
        return [f"PostgreSQL {hoofd} is te oud. Gebruik versie {min(_BODEM)} of hoger."]
    if klein < _BODEM.get(hoofd, 0):
        bodem = f"{hoofd}.{_BODEM[hoofd]}"
        return [f"PostgreSQL {hoofd}.{klein} heeft een bekend lek. Werk bij naar {bodem} of hoger."]
    return []


def _instellingen(verbinding: psycopg.Connection[Any]) -> list[str]:
    uit = []
    for naam, gevolg in _INSTELLINGEN.items():
        vraag = (
            "SELECT current_setting(%s) = 'off' OR EXISTS ("
            "SELECT FROM pg_db_role_setting, unnest(setconfig) regel "
            "WHERE regel ~* ('^' || %s || '=(off|0|f|false|n|no)$'))"
        )
        if _waarde(verbinding, vraag, [naam, naam]):
            uit.append(f"De instelling {naam} staat uit: {gevolg}. Zet haar aan.")
    return uit


def _rechten(verbinding: psycopg.Connection[Any], rol: str) -> list[str]:
    """Rights the role has itself, or can take on through a role it is a member of."""
    vraag = (
        f"SELECT rolname, {', '.join(_RECHTEN)}, rolname = ANY(%s) FROM pg_roles "  # noqa: S608 - constants
        "WHERE rolname = %s OR pg_has_role(%s, oid, 'MEMBER') ORDER BY rolname <> %s, rolname"
    )
    uit = []
    for naam, *vlaggen, sleutelrol in verbinding.execute(
        vraag, [list(_SLEUTELROLLEN), rol, rol, rol]
    ).fetchall():
        via = "" if naam == rol else f" via de rol {naam}"
        heeft = [recht for recht, vlag in zip(_RECHTEN.values(), vlaggen, strict=True) if vlag]
        if heeft or sleutelrol:
            recht = ", ".join(heeft) or "toegang tot de bestanden van de server"
            uit.append(f"De rol {rol} heeft {recht}{via}. Neem dit recht af.")
        if "SUPERUSER" in heeft:
            break  # a superuser counts as a member of every role
    return uit


def _bezit(verbinding: psycopg.Connection[Any], rol: str) -> list[str]:
    vraag = (
        "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') "
        "AND pg_has_role(%s, relowner, 'MEMBER') "
        "AND relnamespace <> ALL (ARRAY['pg_catalog', 'information_schema', 'pg_toast']::regnamespace[])"
    )
    aantal = _waarde(verbinding, vraag, [rol])
    if not aantal:
        return []
    return [
        f"De rol {rol} is eigenaar van tabellen of views ({aantal}) en kan de afscherming uitzetten. "
        "Maak een andere rol eigenaar."
    ]


def _waarde(verbinding: psycopg.Connection[Any], vraag: LiteralString, waarden: list[str]) -> Any:
    regel = verbinding.execute(vraag, waarden).fetchone()
    return regel[0] if regel else None

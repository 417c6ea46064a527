# SPDX-License-Identifier: EUPL-1.2
"""What is unsafe about a PostgreSQL server, whoever runs it."""

from typing import Any

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
    "rolcreatedb": "CREATEDB",
    "rolreplication": "REPLICATION",
}


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
        if _waarde(verbinding, "SELECT current_setting(%s)", [naam]) == "off":
            uit.append(f"De instelling {naam} staat uit: {gevolg}. Zet haar aan.")
    return uit


def _rechten(verbinding: psycopg.Connection[Any], rol: str) -> list[str]:
    """Rights the role has itself, or can take on through a role it is a member of."""
    vraag = (
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles "
        "WHERE pg_has_role(%s, oid, 'MEMBER') ORDER BY rolname"
    )
    uit = []
    for naam, *vlaggen in verbinding.execute(vraag, [rol]).fetchall():
        via = "" if naam == rol else f" via de rol {naam}"
        for recht, heeft in zip(_RECHTEN.values(), vlaggen, strict=True):
            if heeft:
                uit.append(f"De rol {rol} heeft {recht}{via}. Neem dit recht af.")
    return uit


def _bezit(verbinding: psycopg.Connection[Any], rol: str) -> list[str]:
    vraag = (
        "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') "
        "AND pg_has_role(%s, relowner, 'MEMBER') "
        "AND relnamespace <> ALL (ARRAY['pg_catalog', 'information_schema']::regnamespace[])"
    )
    aantal = _waarde(verbinding, vraag, [rol])
    if not aantal:
        return []
    return [
        f"De rol {rol} is eigenaar van {aantal} tabellen en kan de afscherming uitzetten. Wijs een andere eigenaar aan."
    ]


def _waarde(verbinding: psycopg.Connection[Any], vraag: str, waarden: list[str]) -> Any:
    regel = verbinding.execute(vraag, waarden).fetchone()
    return regel[0] if regel else None

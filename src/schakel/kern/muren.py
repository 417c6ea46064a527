# SPDX-License-Identifier: EUPL-1.2
"""Row-level security: sets every wall from the `policies.sql` of the rooms, after each migration, in one transaction.

Default deny: `schakel_app` gets no right on a table that no `policies.sql` names. Two kinds of lines name one::

    -- muur: <table> <rights>            forced row-level security; the policies follow as plain SQL
    -- open: <table> <rights>: <reason>  no data about persons in the chain; the reason is shown by the catalogue test

The fragments below are the only way in which policies read the context of `kern.context`.
"""

import re
from pathlib import Path
from string import Template

from django.apps import apps
from django.db import connections, transaction

from schakel.kern import postgres


def _instelling(naam: str) -> str:
    return f"nullif(current_setting('schakel.{naam}', true), '')"


FRAGMENTEN = {
    "app": postgres.APP,
    "eigenaar": postgres.EIGENAAR,
    "partner": f"(SELECT {_instelling('partner')}::uuid)",
    "gebruiker": f"(SELECT {_instelling('gebruiker')}::uuid)",
    "ik": f"(SELECT coalesce({_instelling('gebruiker')}, '00000000-0000-0000-0000-000000000000')::uuid)",
    "functie": f"(SELECT {_instelling('functie')})",
    "sleutel": f"(SELECT decode({_instelling('sleutel')}, 'hex'))",
    "vandaag": f"(SELECT {_instelling('vandaag')}::date)",
    "personen": f"(SELECT string_to_array({_instelling('personen')}, ',')::uuid[])::uuid[]",
    "soorten": f"(SELECT string_to_array({_instelling('soorten')}, ','))::text[]",
    "categorieen": f"(SELECT string_to_array({_instelling('categorieen')}, ','))::text[]",
    "handelingen": f"(SELECT string_to_array({_instelling('handelingen')}, ','))::text[]",
    "delen": f"(SELECT string_to_array({_instelling('delen')}, ',')::int[])::int[]",
}
"""Scalar sub-selects, so that the planner evaluates each once per query; unset settings are '' and become NULL."""

_REGEL = re.compile(
    r"^-- (?P<soort>muur|open): (?P<tabel>\w+) (?P<rechten>[A-Z,]+)(?:: (?P<reden>.+))?$", re.M
)


def bestanden() -> list[Path]:
    """The `policies.sql` of every installed room, lowest room first."""
    kandidaten = [
        Path(app.path) / "policies.sql" for app in apps.get_app_configs() if app.name.startswith("schakel.")
    ]
    return [pad for pad in kandidaten if pad.exists()]


def benoemde_tabellen() -> dict[str, tuple[str, str, str]]:
    """table → (`muur` or `open`, rights, reason), as the rooms declare them."""
    gevonden: dict[str, tuple[str, str, str]] = {}
    for pad in bestanden():
        for treffer in _REGEL.finditer(pad.read_text()):
            soort, tabel, rechten, reden = treffer.group("soort", "tabel", "rechten", "reden")
            gevonden[tabel] = (soort, rechten, reden or "")
    return gevonden


def zet_muren(alias: str = "eigenaar") -> None:
    """Drop and set all rights, policies and views of the application role. All or nothing."""
    app, eigenaar = postgres.APP, postgres.EIGENAAR
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {app}")
        cursor.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {app}")
        cursor.execute(
            f"GRANT USAGE ON SCHEMA public TO {app}; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}"
        )
        cursor.execute("SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'")
        for tabel, muur in cursor.fetchall():
            cursor.execute(f'DROP POLICY "{muur}" ON "{tabel}"')
        bestaand = set(connections[alias].introspection.table_names(cursor))
        for tabel, (soort, rechten, _) in benoemde_tabellen().items():
            if tabel not in bestaand:
                raise LookupError(f"policies.sql noemt {tabel}, maar die tabel bestaat niet")
            cursor.execute(f'GRANT {rechten} ON "{tabel}" TO {app}')
            if soort == "muur":
                cursor.execute(
                    f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY; ALTER TABLE "{tabel}" FORCE ROW LEVEL SECURITY;'
                    f'CREATE POLICY migratie ON "{tabel}" TO {eigenaar} USING (true) WITH CHECK (true)'
                )
        for pad in bestanden():
            _voer_uit(cursor, pad)


def _voer_uit(cursor: "object", pad: Path) -> None:
    """Run one file; views are granted to the application role."""
    sql = Template(pad.read_text()).substitute(FRAGMENTEN).replace("%", "%%")
    cursor.execute(sql)  # type: ignore[attr-defined]  # a cursor wrapper; Django gives it no public type
    for view in re.findall(r"^CREATE OR REPLACE VIEW (\w+)", sql, re.M):
        cursor.execute(f"GRANT SELECT ON {view} TO {postgres.APP}")  # type: ignore[attr-defined]

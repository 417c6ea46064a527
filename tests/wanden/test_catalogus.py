# SPDX-License-Identifier: EUPL-1.2
"""The database itself says what is walled: nothing is open without a reason, and nobody can climb over."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from schakel.kern import muren, postgres
from schakel.kern.versleuteling import VersleuteldVeld

pytestmark = pytest.mark.django_db


def _rijen(sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _tabellen() -> Iterator[tuple[str, bool, bool, bool]]:
    """name, row security on, forced, readable by the application role."""
    yield from _rijen(
        "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, "
        "has_table_privilege(%s, c.oid, 'SELECT, INSERT, UPDATE, DELETE') FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')",
        postgres.APP,
    )  # type: ignore[misc]  # four columns


def test_elke_tabel_die_de_toepassing_kan_lezen_is_genoemd_met_muur_of_reden() -> None:
    genoemd = muren.benoemde_tabellen()
    for tabel, _, _, bereikbaar in _tabellen():
        if bereikbaar:
            assert tabel in genoemd, f"{tabel} is bereikbaar maar staat in geen policies.sql"
            soort, _, reden = genoemd[tabel]
            assert soort == "muur" or reden, f"{tabel} is open zonder reden"


def test_elke_muur_staat_aan_en_geldt_ook_voor_de_eigenaar() -> None:
    genoemd = muren.benoemde_tabellen()
    for tabel, aan, afgedwongen, _ in _tabellen():
        if genoemd.get(tabel, ("",))[0] == "muur":
            assert aan, f"{tabel}: row-level security staat uit"
            assert afgedwongen, f"{tabel}: row-level security geldt niet voor de eigenaar"


STAF = {"toegang_gebruiker"}
"""Encrypted, but of staff: the name of a colleague, read before there is a context."""


def test_elke_tabel_met_versleutelde_gegevens_heeft_een_muur() -> None:
    genoemd = muren.benoemde_tabellen()
    for model in apps.get_models():
        if any(isinstance(v, VersleuteldVeld) for v in model._meta.concrete_fields):
            tabel = model._meta.db_table
            assert tabel in STAF or genoemd.get(tabel, ("",))[0] == "muur", (
                f"{tabel} heeft persoonsgegevens maar geen muur"
            )


def test_de_toepassing_is_eigenaar_van_niets_en_kan_geen_muur_passeren() -> None:
    assert _rijen("SELECT current_user")[0][0] == postgres.APP
    assert _rijen("SELECT relname FROM pg_class WHERE relowner = %s::regrole", postgres.APP) == []
    rechten = _rijen(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = %s",
        postgres.APP,
    )
    assert rechten == [(False, False, False, False)]
    assert _rijen("SELECT 1 FROM pg_auth_members WHERE member = %s::regrole", postgres.APP) == []


MET_RECHTEN_VAN_DE_EIGENAAR = {
    "barriere_tel_vondsten",
    "casus_neem_over",
    "convenant_afstemmen",
    "convenant_vernietig",
    "convenant_wis",
    "interventie_bevestig",
    "interventie_stem_af",
    "melding_neem_over",
}
"""The one exception, with its reasons: docs/adr/0006."""


def test_geen_functie_loopt_met_rechten_van_een_ander_en_elke_view_vraagt_namens_de_vrager() -> None:
    definer = _rijen(
        "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE prosecdef AND n.nspname = 'public'"
    )
    assert {naam for (naam,) in definer} <= MET_RECHTEN_VAN_DE_EIGENAAR
    for naam in ("convenant_wis",):
        assert (
            _rijen(
                "SELECT 1 FROM pg_proc WHERE proname = %s AND has_function_privilege(%s, oid, 'EXECUTE')",
                naam,
                postgres.APP,
            )
            == []
        ), f"{naam} hoort door niemand te worden aangeroepen"
    views = _rijen(
        "SELECT relname, coalesce(reloptions::text, '') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND relkind IN ('v', 'm')"
    )
    for naam, opties in views:
        assert "security_invoker=true" in opties, f"view {naam} vraagt niet namens de vrager"


def test_het_logboek_kan_door_de_toepassing_niet_worden_gewijzigd_of_gewist() -> None:
    for tabel in ("logboek_toegang", "logboek_verwerking"):
        assert _rijen(
            "SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE')", postgres.APP, tabel
        ) == [(False,)]

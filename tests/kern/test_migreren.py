# SPDX-License-Identifier: EUPL-1.2
"""Migrating in the quick way makes the same database as Django does in its own."""

import contextlib
from pathlib import Path
from typing import Any

import pytest
from tests.huis import Huis

VRAGEN = {
    "kolommen": "SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length, is_nullable, "
    "column_default, identity_generation FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
    "beperkingen": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
    "indexen": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal "
    "ORDER BY 1, 2",
    "functies": "SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
    "AND prokind = 'f' ORDER BY 1, 2",
    "migraties": "SELECT app, name FROM django_migrations ORDER BY 1, 2",
    "lijsten": "SELECT code, versie FROM signaal_indicatorlijst ORDER BY 1, 2",
}
KAAL = """
from schakel.opdrachten.start import maak_klaar, maak_database
maak_klaar(sleutels=True)
maak_database()
"""
SNEL = KAAL + "from schakel.kern.migreren import migreer\nmigreer()"
GEWOON = KAAL + (
    "from django.core.management import call_command\n"
    "call_command('migrate', database='eigenaar', verbosity=0, interactive=False)"
)


def _staat(map_: Path, opdracht: str) -> dict[str, list[Any]]:
    huis = Huis(map_)
    with contextlib.ExitStack() as stapel:
        stapel.callback(huis.ruim_op)
        huis.start_database()
        huis.draai("-c", opdracht)
        return {naam: huis.sql(vraag) for naam, vraag in VRAGEN.items()}


@pytest.mark.misbruik  # slow: Django's own way takes a minute
def test_snel_migreren_geeft_dezelfde_tabellen_als_gewoon_migreren(tmp_path: Path) -> None:
    snel, gewoon = _staat(tmp_path / "snel", SNEL), _staat(tmp_path / "gewoon", GEWOON)
    for naam in VRAGEN:
        assert snel[naam] == gewoon[naam], naam
        assert snel[naam], naam

# SPDX-License-Identifier: EUPL-1.2
"""The oracle has a database of its own: its worlds are committed, its defects change walls."""

import logging
import os
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="package")
def open_databank(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Both connections are open on a fresh database, without a transaction around the tests."""
    from django.db import connections

    from schakel.kern import postgres
    from tests.omgeving import WERK
    from tests.orakel import databank
    from tests.orakel.bezoek import MEELEZER

    with django_db_blocker.unblock():
        naam, server = f"orakel_{os.getpid()}", postgres.start(WERK / "pg")
        vorige = _wijs(connections.all(), naam)
        databank.leeg()
        logging.getLogger("django.request").setLevel(logging.CRITICAL)  # each 404 is meant
        logging.getLogger().addHandler(MEELEZER)
        yield
        logging.getLogger().removeHandler(MEELEZER)
        logging.getLogger("django.request").setLevel(logging.NOTSET)
        _wijs(connections.all(), vorige)
        postgres.verwijder_database(server, naam)


def _wijs(verbindingen: list[Any], naam: str) -> str:
    """Point every connection at this database; returns the one they pointed at."""
    vorige = ""
    for verbinding in verbindingen:
        verbinding.close()
        vorige, verbinding.settings_dict["NAME"] = verbinding.settings_dict["NAME"], naam
    return vorige

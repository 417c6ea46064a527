# SPDX-License-Identifier: EUPL-1.2
"""A real PostgreSQL for every run: one embedded server, one database per process, made from a migrated template."""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.omgeving import WERK as _WERK

settings.register_profile("schakel", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("schakel")  # a busy machine is no fault of the code; speed lives in tests/prestatie

_BRON = Path(__file__).parent.parent / "src/schakel"


def _vingerafdruk() -> str:
    """The template is made anew when a migration, a model or a wall changes."""
    som = hashlib.sha256()
    for pad in sorted(
        [*_BRON.rglob("migrations/*.py"), *_BRON.rglob("policies.sql"), _BRON / "kern/muren.py"]
    ):
        som.update(str(pad).encode() + pad.read_bytes())
    return som.hexdigest()[:12]


def _sjabloon() -> str:
    """Name of a migrated, walled, empty database; made once, under a lock."""
    from django.db import connections

    from schakel.kern import muren, postgres
    from schakel.kern.migreren import migreer

    naam = f"sjabloon_{_vingerafdruk()}"
    with (_WERK / "sjabloon.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        klaar = _WERK / naam
        if not klaar.exists():
            server = postgres.start(_WERK / "pg")
            postgres.verwijder_database(server, naam)
            postgres.maak_database(server, naam)
            eigenaar = connections["eigenaar"]
            eigen_naam, eigenaar.settings_dict["NAME"] = eigenaar.settings_dict["NAME"], naam
            migreer()
            muren.zet_muren()
            eigenaar.close()
            eigenaar.settings_dict["NAME"] = eigen_naam
            klaar.touch()
    return naam


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Replaces pytest-django's: our own database, reached as the application role."""
    from django.conf import settings
    from django.db import connections

    from schakel.kern import postgres, versleuteling

    with contextlib.suppress(FileExistsError):
        versleuteling.maak_sleutelbos(settings.SCHAKEL_SLEUTELS)
    with django_db_blocker.unblock():
        server = postgres.start(_WERK / "pg")
        naam = os.environ["SCHAKEL_DATABASE"]
        postgres.maak_database(server, naam, sjabloon=_sjabloon())
        yield
        for verbinding in connections.all():
            verbinding.close()
        postgres.verwijder_database(server, naam)


@pytest.fixture
def regio(db: None) -> Any:
    """The small region of `tests.regio`, inside the transaction of the test."""
    from tests.regio import maak_regio

    return maak_regio()


@pytest.fixture
def vastgelegd(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """For tests that really commit (processes, crashes, DDL): afterwards the database is a fresh copy again."""
    from django.db import connections

    from schakel.kern import postgres

    with django_db_blocker.unblock():
        yield
        for verbinding in connections.all():
            verbinding.close()
        server, naam = postgres.start(_WERK / "pg"), os.environ["SCHAKEL_DATABASE"]
        postgres.verwijder_database(server, naam)
        postgres.maak_database(server, naam, sjabloon=_sjabloon())


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser for one file: while Playwright runs, the process has an event loop and Django refuses its database."""
    from tests.browser import toneel

    with toneel.chromium() as browser:
        yield browser

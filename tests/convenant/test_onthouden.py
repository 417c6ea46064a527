# SPDX-License-Identifier: EUPL-1.2
"""What a reading transaction keeps of who may see what: only for the same asker, before any write, for a second."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.convenant.wereld import GEMEENTE, INSPECTEUR, deel, maak_signaal
from tests.regio import Regio, maak_regio

from schakel.convenant import actions
from schakel.convenant.actor import als
from schakel.convenant.models import Stuk, Verstrekking
from schakel.convenant.rules import Categorie

COLLEGA = "aandachtsfunctionaris@veenburg"


@pytest.fixture
def regio(vastgelegd: None) -> Regio:
    """The small region, committed: in a test's own transaction everything is written and nothing is kept."""
    return maak_regio()


@pytest.fixture
def verstrekking(regio: Regio) -> Verstrekking:
    return deel(regio, maak_signaal(regio), "lindemeer", Categorie.OBJECT)


def trek_in(regio: Regio, verstrekking: Verstrekking) -> None:
    door = regio.actor(INSPECTEUR)
    with als(door):
        actions.trek_in(door=door, verstrekking=verstrekking, reden="vergissing")


def elders(doe: Callable[[], None]) -> None:
    """On another connection: it commits while the transaction here goes on."""

    def daar() -> None:
        try:
            doe()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as draad:
        draad.submit(daar).result()


def aantal() -> int:
    return Stuk.objects.count()


def onthouden() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('schakel.toegekend', true)")
        return str(cursor.fetchone()[0])


def test_wie_alleen_leest_vraagt_een_keer_wat_van_kracht_is(regio: Regio, verstrekking: Verstrekking) -> None:
    with als(regio.actor(GEMEENTE)):
        assert aantal() == 1
        assert onthouden() == f"{{{verstrekking.stuk_id}}}"
        assert aantal() == 1


def test_een_ander_in_dezelfde_transactie_krijgt_een_eigen_antwoord(
    regio: Regio, verstrekking: Verstrekking
) -> None:
    with als(regio.actor(GEMEENTE)):
        assert aantal() == 1
        with als(regio.actor(COLLEGA)):
            assert aantal() == 0
        assert aantal() == 1


def test_na_een_eigen_schrijfhandeling_wordt_opnieuw_gevraagd(
    regio: Regio, verstrekking: Verstrekking
) -> None:
    with als(regio.actor(GEMEENTE)):
        assert aantal() == 1
        trek_in(regio, verstrekking)
        assert aantal() == 0


def test_wat_een_ander_intrekt_werkt_binnen_een_seconde_ook_in_een_lange_lezing(
    regio: Regio, verstrekking: Verstrekking
) -> None:
    with als(regio.actor(GEMEENTE)):
        assert aantal() == 1
        elders(lambda: trek_in(regio, verstrekking))
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(1)")
        assert aantal() == 0

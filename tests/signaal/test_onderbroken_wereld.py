# SPDX-License-Identifier: EUPL-1.2
"""A generated world through the import: broken off at random points and started again, it ends the same."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven
from schakel.kern import klok
from schakel.melding.models import Melding
from schakel.signaal.importeren import importeer, opslaan
from schakel.signaal.models import Raakvlak, Signaal
from schakel.wereld.bestanden import schrijf
from schakel.wereld.genereren import Wereld, maak_wereld
from schakel.wereld.vormen import Waarneming
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, regime

INBRENGERS = (BALIE, INSPECTIE, POLITIE)
OPGEMERKT = 400
"""Observations of the world that are used, its first ones."""

Stand = tuple[frozenset[Any], ...]


class Begin(Wereld):
    """The first observations of a world."""

    def waarnemingen(self) -> Iterator[Waarneming]:
        return islice(super().waarnemingen(), OPGEMERKT)


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The three largest files of the beginning of the region of seed 7."""
    wereld = maak_wereld(7, "regio", peildatum=klok.vandaag())
    begin = Begin(**{veld.name: getattr(wereld, veld.name) for veld in fields(wereld)})
    alle = schrijf(begin, tmp_path_factory.mktemp("wereld"), soorten=("csv",))
    return sorted(alle, key=lambda p: -p.stat().st_size)[: len(INBRENGERS)]


def lees_in(regio: Regio, bestanden: list[Path]) -> int:
    """Every file by its own partner; how many rows were read."""
    return sum(
        importeer(door=regio.actor(wie), bestand=pad).regels
        for wie, pad in zip(INBRENGERS, bestanden, strict=True)
    )


def stand(regio: Regio) -> Stand:
    """Everything that came in, without what a number or a clock gave out."""
    signalen, gegevens, meldingen, raakvlakken = set[Any](), set[Any](), set[Any](), set[Any]()
    for wie in INBRENGERS:
        with als(regio.actor(wie)):
            signalen |= set(Signaal.objects.values_list("pk", "waargenomen_op", "sector", "niet_pluis"))
            meldingen |= set(Melding.objects.values_list("pk", "vorm", "wijze"))
            gegevens |= {(g.stuk_id, g.soort, str(sorted(g.inhoud.items()))) for g in Gegeven.objects.all()}
            raakvlakken |= {(r.stuk_id, r.ander_stuk_id, *r.soorten) for r in Raakvlak.objects.all()}
    return frozenset(signalen), frozenset(gegevens), frozenset(meldingen), frozenset(raakvlakken)


def breek_af(regio: Regio, bestanden: list[Path], vraag: int) -> bool:
    """Start reading; Ctrl-C comes at this statement to the database. False when it was ready before."""
    gedaan = 0

    def stop(doe: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal gedaan
        gedaan += 1
        if gedaan == vraag:
            raise KeyboardInterrupt
        return doe(sql, params, many, context)

    try:
        with connection.execute_wrapper(stop):
            lees_in(regio, bestanden)
    except KeyboardInterrupt:
        return True
    return False


def test_een_onderbroken_wereld_eindigt_als_een_die_in_een_keer_werd_gelezen(
    regio: Regio, bestanden: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opslaan, "PER_TRANSACTIE", 10)
    regime(regio)
    with transaction.atomic():
        assert lees_in(regio, bestanden) >= 100
        heel = stand(regio)
        transaction.set_rollback(True)
    assert all(heel[:2]), "er kwam echt iets binnen"
    assert heel[3], "en het raakt elkaar"
    assert stand(regio) == (frozenset(),) * 4

    toeval, onderbroken = Random(2026), 0
    for _ in range(6):
        onderbroken += breek_af(regio, bestanden, toeval.randint(3, 900))
        tussen = stand(regio)
        assert all(deel <= geheel for deel, geheel in zip(tussen[:3], heel[:3], strict=True)), (
            "nooit iets anders of dubbel"
        )
    assert onderbroken >= 3
    lees_in(regio, bestanden)
    assert stand(regio) == heel
    with als(regio.actor(BALIE)):
        kenmerken = list(Signaal.objects.values_list("kenmerk", flat=True))
    assert len(kenmerken) == len(set(kenmerken))
    lees_in(regio, bestanden)
    assert stand(regio) == heel, "nog eens lezen voegt niets toe"

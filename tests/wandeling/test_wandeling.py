# SPDX-License-Identifier: EUPL-1.2
"""Random steps by random functions through cases, weighings, meetings, measures and plans, against an independent model.

`./schakel test -m wandeling_groot` takes `WANDELING_STAPPEN` steps (default 100,000) from `WANDELING_ZAAD` and prints the count.
"""

import os
import random
from collections import Counter
from typing import Any

import pytest

from tests.regio import maak_regio
from tests.wandeling import casusdaden, ongeldig, overlegdaden, toneel
from tests.wandeling.vergelijken import vergelijk

STAPPEN = int(os.environ.get("WANDELING_STAPPEN", "100000"))
ZAAD = int(os.environ.get("WANDELING_ZAAD", "2026"))
RONDE = 400
"""Steps with the same cases; then everything is compared, and new ones begin."""

DADEN = (*casusdaden.DADEN, *overlegdaden.DADEN, (ongeldig.poging, 45))


@pytest.fixture
def regio(vastgelegd: None) -> Any:
    """The small region, really committed."""
    return maak_regio()


def wandel(regio: Any, zaad: int, stappen: int, meld: Any = None) -> Counter[str]:
    """Take the steps; an answer or a row that differs from the model stops it with what was done."""
    w = toneel.maak(regio, zaad)
    werk, gewicht = [d for d, _g in DADEN], [g for _d, g in DADEN]
    while w.gedaan < stappen:
        w.ronde += 1
        w.r = random.Random(f"{zaad}/{w.ronde}")
        w.casussen, w.overleggen, w.plannen = {}, {}, {}
        einde = min(w.gedaan + RONDE, stappen)
        while w.gedaan < einde:
            w.r.choices(werk, gewicht)[0](w)
        vergelijk(w)
        if meld:
            meld(w.gedaan)
    return w.tel


def _verslag(tel: Counter[str]) -> str:
    return "\n".join(f"{aantal:7d}  {naam}" for naam, aantal in sorted(tel.items()))


def test_een_korte_wandeling_komt_nergens_waar_de_regel_niet_komt(regio: Any) -> None:
    tel = wandel(regio, ZAAD + 1, 300)
    gelukt = {naam.split(":")[0] for naam in tel if naam.endswith(": ja")}
    print(_verslag(tel))
    assert len(gelukt) >= 15, "bijna elk werkwoord is ook echt gelukt"
    assert sum(n for naam, n in tel.items() if naam.startswith("verboden in de tabel")) > 25
    assert any(naam.endswith(": verouderd") for naam in tel), "iemand was te laat, en overschreef niets"


@pytest.mark.wandeling_groot
def test_honderdduizend_stappen(regio: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def meld(gedaan: int) -> None:
        with capsys.disabled():
            print(f"{gedaan} stappen", end="\r", flush=True)

    tel = wandel(regio, ZAAD, STAPPEN, meld)
    with capsys.disabled():
        print(f"\n{STAPPEN} stappen, zaad {ZAAD}\n{_verslag(tel)}")


def test_de_vergelijking_vindt_een_verandering_die_niemand_mocht_maken(regio: Any) -> None:
    """The walk itself can fail: behind its back a row is changed, and a fault in the model is noticed."""
    w = toneel.maak(regio, 7)
    while not w.casussen:
        casusdaden.open_casus(w)
    vergelijk(w)
    (casus,) = w.casussen.values()
    casus.versie += 1
    with pytest.raises(AssertionError):
        vergelijk(w)
    casus.versie -= 1
    casus.fase = "weging"
    with pytest.raises(AssertionError):
        vergelijk(w)

# SPDX-License-Identifier: EUPL-1.2
"""Random worlds and requests against the independent model: nothing too many, nothing too few.

`ORAKEL_VERZOEKEN` and `ORAKEL_ZAAD` choose how many and which; `./schakel test -m orakel` prints the count.
"""

import os

import pytest

from tests.orakel.rit import Telling, rijd
from tests.orakel.vragen import Verschil

pytestmark = [pytest.mark.orakel, pytest.mark.usefixtures("open_databank")]

VERZOEKEN = int(os.environ.get("ORAKEL_VERZOEKEN", "100000"))
ZAAD = int(os.environ.get("ORAKEL_ZAAD", "2026"))


def _klopt(telling: Telling, verzoeken: int) -> None:
    assert not telling.verschillen, "\n".join(str(v) for v in telling.verschillen[:20])
    assert telling.verzoeken >= verzoeken


def test_een_korte_rit_toont_precies_wat_de_regel_toestaat() -> None:
    _klopt(rijd(ZAAD + 1, 1_500, rondes=4), 1_500)


@pytest.mark.orakel_groot
def test_elke_muur_toont_precies_wat_de_regel_toestaat(capsys: pytest.CaptureFixture[str]) -> None:
    gemeld: list[Verschil] = []

    def meld(telling: Telling) -> None:
        nieuw = telling.verschillen[len(gemeld) :]
        gemeld.extend(nieuw)
        with capsys.disabled():
            print(*(f"\n{v}" for v in nieuw), sep="")
            print(f"{telling.verzoeken} verzoeken, {len(gemeld)} verschillen", end="\r", flush=True)

    telling = rijd(ZAAD, VERZOEKEN, meld=meld)
    with capsys.disabled():
        print(f"\n{telling}")
    _klopt(telling, VERZOEKEN)

# SPDX-License-Identifier: EUPL-1.2
"""Random worlds and requests against the independent model: nothing too many, nothing too few.

`ORAKEL_VERZOEKEN` and `ORAKEL_ZAAD` choose how many and which; `./schakel test -m orakel -s` prints the count.
"""

import os

import pytest

from tests.orakel.rit import rijd

pytestmark = pytest.mark.orakel

VERZOEKEN = int(os.environ.get("ORAKEL_VERZOEKEN", "4000"))
ZAAD = int(os.environ.get("ORAKEL_ZAAD", "2026"))


@pytest.mark.usefixtures("open_databank")
def test_elke_muur_toont_precies_wat_de_regel_toestaat() -> None:
    telling = rijd(ZAAD, VERZOEKEN)
    print(f"\n{telling}")
    assert telling.verschillen == []
    assert telling.verzoeken >= VERZOEKEN

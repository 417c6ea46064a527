# SPDX-License-Identifier: EUPL-1.2
"""Can the oracle find mistakes at all? Each planted defect must be found within a bounded number of requests."""

from collections.abc import Iterator
from itertools import islice

import pytest

from schakel.kern import klok
from tests.orakel import databank
from tests.orakel.buiten import van_buiten
from tests.orakel.daden import embargo, handeling, intrekken, niet_meer_betrokken
from tests.orakel.defecten import MUURDEFECTEN, Defect, geplant
from tests.orakel.defecten_buiten import BUITENDEFECTEN
from tests.orakel.defecten_code import FILTERDEFECTEN
from tests.orakel.maken import Bouwer, maak_wereld
from tests.orakel.model import NODIG, Orakel
from tests.orakel.vragen import Verschil, vergelijk

pytestmark = [pytest.mark.orakel, pytest.mark.orakel_groot, pytest.mark.usefixtures("open_databank")]
DEFECTEN = [*MUURDEFECTEN, *FILTERDEFECTEN, *BUITENDEFECTEN]
HOOGSTENS = {"muur": 2500, "filter": 2500, "buiten": 600}


@pytest.fixture(scope="module")
def k(open_databank: None) -> Iterator[Bouwer]:
    """A well filled world, in which every condition decides somewhere."""
    k = maak_wereld(77, klok.vandaag(), stukken=108)
    databank.bewaar(k.w, k.merk)
    yield k
    databank.leeg()


def vragen(k: Bouwer, defect: Defect) -> Iterator[Verschil | None]:
    """Requests at the layer of the defect; people with a function that sees something first."""
    o = Orakel(k.w)
    mensen = sorted(
        k.w.bezettingen, key=lambda b: (k.w.functies[k.w.bezettingen[b].functie].rol not in NODIG, b)
    )
    if defect.laag == "buiten":
        wel = mensen[: len(mensen) // 2]
        rol = [b for b in mensen if k.w.functies[k.w.bezettingen[b].functie].rol == defect.rol]
        while True:
            for _, verschil in van_buiten(
                k, k.r.choice(k.r.choice((wel, mensen, rol or wel))), 8, defect.rondes
            ):
                yield verschil
    for bezetting in mensen:
        for _, verschil in vergelijk(
            o, bezetting, muren=defect.laag == "muur", filters=defect.laag == "filter"
        ):
            yield verschil


def zoek(k: Bouwer, defect: Defect) -> tuple[int, Verschil | None]:
    """How many requests it took, and the first difference (None: not found)."""
    aantal = 0
    for verschil in islice(vragen(k, defect), HOOGSTENS[defect.laag]):
        aantal += 1
        if verschil is not None:
            return aantal, verschil
    return aantal, None


@pytest.mark.parametrize("defect", DEFECTEN, ids=lambda d: d.naam)
def test_orakel_vindt(k: Bouwer, defect: Defect) -> None:
    with geplant(defect):
        aantal, verschil = zoek(k, defect)
        if verschil is None and defect.daden:
            for daad in (intrekken, embargo, handeling, niet_meer_betrokken) * 5:
                daad(k)
            aantal, verschil = zoek(k, defect)
    assert verschil is not None, f"{defect.naam} niet gevonden in {aantal} verzoeken"


def test_zonder_defect_is_er_niets_te_vinden(k: Bouwer) -> None:
    for laag in HOOGSTENS:
        for verschil in islice(vragen(k, Defect("geen", laag)), 150):
            assert verschil is None

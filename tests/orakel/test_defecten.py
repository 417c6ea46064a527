# SPDX-License-Identifier: EUPL-1.2
"""Can the oracle find mistakes at all? Each planted defect must be found within a bounded number of requests.

And for the right reason: the very same requests, asked again once the defect is gone, show no difference.
"""

from collections.abc import Iterator
from itertools import islice

import pytest

from schakel.kern import klok
from tests.orakel import databank
from tests.orakel.aanhang import maak_wereld
from tests.orakel.daden import embargo, handeling, intrekken, niet_meer_betrokken
from tests.orakel.defecten import MUURDEFECTEN, Defect, geplant
from tests.orakel.defecten_buiten import BUITENDEFECTEN
from tests.orakel.defecten_code import FILTERDEFECTEN
from tests.orakel.defecten_zorg import ZORGDEFECTEN
from tests.orakel.maken import Bouwer
from tests.orakel.model import NODIG, Orakel
from tests.orakel.rondes import maak_logregels, van_buiten
from tests.orakel.vragen import VRAGEN, Antwoord, Verschil, vergelijk

pytestmark = [pytest.mark.orakel, pytest.mark.orakel_groot, pytest.mark.usefixtures("open_databank")]
DEFECTEN = [*MUURDEFECTEN, *FILTERDEFECTEN, *BUITENDEFECTEN, *ZORGDEFECTEN]
HOOGSTENS = {"muur": 2500, "filter": 2500, "buiten": 600}


@pytest.fixture(scope="module")
def k(open_databank: None) -> Iterator[Bouwer]:
    """A well filled world, in which every condition decides somewhere."""
    k = maak_wereld(78, klok.vandaag(), stukken=180)
    databank.bewaar(k.w, k.merk)
    maak_logregels(k)
    yield k
    databank.leeg()


def vragen(k: Bouwer, defect: Defect) -> Iterator[Antwoord]:
    """Requests at the layer of the defect: first where it is likely to show, then everywhere."""
    rollen = {b.id: k.w.functies[b.functie].rol for b in k.w.bezettingen.values()}
    eerst = (defect.rol,) if defect.rol else tuple(NODIG)
    mensen = sorted(rollen, key=lambda b: (rollen[b] not in eerst, rollen[b] not in NODIG, b))
    if defect.laag == "buiten":
        juist, wel = [b for b in mensen if rollen[b] in eerst][:12], [b for b in mensen if rollen[b] in NODIG]
        while True:
            bezetting = k.r.choice(k.r.choice((juist, juist, wel, mensen)))
            yield from van_buiten(k, bezetting, 6, defect.rondes)
    lagen = {"muren": defect.laag == "muur", "filters": defect.laag == "filter"}
    modellen = [v.model for v in VRAGEN if v.model._meta.db_table in defect.eerst]
    for bezetting in mensen if modellen else ():
        yield from vergelijk(Orakel(k.w), bezetting, **lagen, alleen=modellen)
    for bezetting in mensen:
        yield from vergelijk(Orakel(k.w), bezetting, **lagen)


def zoek(k: Bouwer, defect: Defect) -> tuple[int, Verschil | None]:
    """How many requests it took, and the first difference (None: not found)."""
    aantal = 0
    for antwoord in islice(vragen(k, defect), HOOGSTENS[defect.laag]):
        aantal += 1
        if antwoord.verschil is not None:
            return aantal, antwoord.verschil
    return aantal, None


@pytest.mark.parametrize("defect", DEFECTEN, ids=lambda d: d.naam)
def test_orakel_vindt(k: Bouwer, defect: Defect, capsys: pytest.CaptureFixture[str]) -> None:
    k.r.seed(defect.naam)
    with geplant(defect):
        aantal, verschil = zoek(k, defect) if not defect.daden else (0, None)
        if defect.daden:
            for _ in islice(vragen(k, defect), 300):  # what may be seen now is remembered
                pass
            for daad in (intrekken, embargo, handeling, niet_meer_betrokken) * 5:
                daad(k)
            aantal, verschil = zoek(k, defect)
    assert verschil is not None, f"{defect.naam} niet gevonden in {aantal} verzoeken"
    with capsys.disabled():
        print(f"\n{defect.laag:6} {defect.naam}: na {aantal} verzoeken, {verschil.waar[:60]}", end="")
    k.r.seed(defect.naam)
    for antwoord in islice(vragen(k, defect), aantal):
        assert antwoord.verschil is None, f"{defect.naam}: ook zonder dit defect: {antwoord.verschil}"

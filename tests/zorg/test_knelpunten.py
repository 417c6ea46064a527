# SPDX-License-Identifier: EUPL-1.2
"""Bottlenecks of care reach the stuurgroep twice a year: as numbers, without persons."""

from datetime import date

import pytest

from schakel.kern import klok
from schakel.zorg.rules import knelpunten
from schakel.zorg.rules.knelpunten import Soort
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij

VRAAG = {"geslacht": "man", "leeftijd": 16, "aantal": 1, "kinderen": 0, "veiligheid": 1, "regio": "Rijndal"}
TITEL = "Geen plaats in de regio: man, minderjarig (minder dan 5)"


@pytest.mark.rij("ZOR-03")
def test_in_december_zet_de_regiocoordinator_op_een_rij_wat_ontbrak_en_leest_de_stuurgroep_het(
    regio: Regio,
) -> None:
    with klok.zet(date(2026, 12, 3)):
        assert regio.client(COORDINATOR).post("/zorg/opvang", VRAAG).status_code == 302
        assert "Zet de knelpunten van de zorg op een rij" in bladzij(regio, COORDINATOR, "/")
        assert "Zet de knelpunten" not in bladzij(regio, BEGELEIDER, "/")
        assert TITEL in bladzij(regio, COORDINATOR, "/zorg/knelpunten")
        client = regio.client(COORDINATOR)
        for _keer in (1, 2):
            assert client.post("/zorg/knelpunten", {"knelpunt": TITEL}).status_code == 302
        register = bladzij(regio, "stuurgroeplid@riec", "/knelpunten")
        assert register.count(TITEL) == 1
        assert "Zet de knelpunten" not in bladzij(regio, COORDINATOR, "/")
    with klok.zet(date(2027, 6, 3)):
        assert "Zet de knelpunten" in bladzij(regio, COORDINATOR, "/"), "het volgende halfjaar opnieuw"


def test_alleen_de_regiocoordinator_brengt_in_en_alleen_wat_geteld_is(regio: Regio) -> None:
    assert regio.client(BEGELEIDER).post("/zorg/knelpunten", {"knelpunt": TITEL}).status_code == 404
    assert (
        regio.client(COORDINATOR)
        .post("/zorg/knelpunten", {"knelpunt": "Blessing heeft geen plaats"})
        .status_code
        == 302
    )
    assert "Blessing" not in bladzij(regio, "stuurgroeplid@riec", "/knelpunten")
    for wie in KETEN:
        assert bladzij(regio, wie, "/zorg/knelpunten") == "404"


def test_kleine_aantallen_worden_niet_precies_genoemd_en_het_vaakste_staat_boven() -> None:
    rijen = knelpunten.lijst(
        {(Soort.WACHT, "Veenburg"): 2, (Soort.GEEN_PLAATS, "man"): 7, (Soort.TERUG, ""): 0}
    )
    assert [k.titel for k in rijen] == [
        "Geen plaats in de regio: man (7)",
        "Wacht op een plaats: Veenburg (minder dan 5)",
    ]
    assert [knelpunten.halfjaar(date(2026, m, 1))[2] for m in (6, 7)] == ["1e helft 2026", "2e helft 2026"]

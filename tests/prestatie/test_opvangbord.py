# SPDX-License-Identifier: EUPL-1.2
"""The board of places asks the database as often for three shelters as for thirty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schakel.convenant.actor import als
from schakel.partner.models import Gemeente
from schakel.zorg import actions
from tests.regio import Regio
from tests.zorg.huis import COORDINATOR

VRAAG = {"geslacht": "vrouw", "leeftijd": 30, "aantal": 1, "kinderen": 0, "veiligheid": 1, "regio": "Rijndal"}
HOOGSTENS = {"vraag": 24, "bord": 16}


def _opvang(regio: Regio, aantal: int, vanaf: int) -> None:
    door = regio.actor(COORDINATOR)
    with als(door):
        for nr in range(vanaf, vanaf + aantal):
            gemeente = Gemeente.objects.create(naam=f"Plaats {nr}")
            actions.zet_ligging(door=door, gemeente=gemeente, breedte=52 + nr / 2, lengte=5)
            actions.zet_aanbod(
                door=door, plekken=3,
                velden={"naam": f"Opvang {nr}", "soort": "crisis", "regio": f"Streek {nr % 3}", "gemeente": gemeente},
            )  # fmt: skip


def _tel(regio: Regio) -> dict[str, int]:
    client, aantallen = regio.client(COORDINATOR), {}
    mijden, dichtbij = (str(Gemeente.objects.get(naam=f"Plaats {nr}").pk) for nr in (0, 1))
    zoek = VRAAG | {"mijden": mijden, "mijd_afstand": 25, "dichtbij": dichtbij}
    adres = client.post("/zorg/opvang", zoek)["Location"]
    for titel, waar in (("vraag", adres), ("bord", "/zorg/aanbod")):
        client.get(waar)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(waar).status_code == 200
        aantallen[titel] = len(vragen)
    return aantallen


@pytest.mark.rij("ZOR-04")
def test_zoeken_op_het_bord_vraagt_de_database_niet_meer_naarmate_er_meer_opvang_is(regio: Regio) -> None:
    _opvang(regio, 3, 0)
    bij_weinig = _tel(regio)
    _opvang(regio, 30, 3)
    bij_meer = _tel(regio)
    assert {t: n for t, n in bij_meer.items() if n > bij_weinig[t]} == {}
    assert {t: n for t, n in bij_meer.items() if n > HOOGSTENS[t]} == {}

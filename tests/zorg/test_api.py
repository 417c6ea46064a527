# SPDX-License-Identifier: EUPL-1.2
"""The API of care: for functions of the zorgketen; a place has no address and a need no name."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from schakel.kern import klok
from schakel.toegang.actions import maak_token
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, meld_aan
from tests.zorg.test_opvang import _maak_aanbod


def _api(regio: Regio, wie: str, pad: str, body: Any = None) -> Any:
    bezetting = regio.bezettingen[wie]
    _rij, token = maak_token(
        gebruiker=bezetting.gebruiker,
        bezetting_id=bezetting.pk,
        omschrijving="test",
        verloopt=klok.vandaag() + timedelta(days=9),
    )
    kop = {"HTTP_AUTHORIZATION": f"Bearer {token}"}
    client = Client()
    if body is None:
        return client.get(f"/api/v1/{pad}", **kop)
    return client.post(f"/api/v1/{pad}", body, content_type="application/json", **kop)


@pytest.mark.rij("ZOR-04")
def test_opvang_zoeken_geeft_instelling_en_soort_en_geen_adres(regio: Regio) -> None:
    _maak_aanbod(regio)
    antwoord = _api(
        regio, BEGELEIDER, "opvangplekken/_zoek", {"geslacht": "vrouw", "leeftijd": 30, "regio": "Drenthe"}
    )
    assert antwoord.status_code == 200, antwoord.content
    (plek,) = antwoord.json()["inRegio"]
    assert (plek["naam"], plek["vrij"]) == ("Huis De Luwte", 1)
    assert "Schuilweg" not in antwoord.content.decode()
    assert _api(regio, BEGELEIDER, "opvangplekken").json()[0]["instelling"] == "Stichting Haven"


def test_een_traject_over_de_api_van_aanmelding_tot_eerste_stap(regio: Regio) -> None:
    gemaakt = _api(regio, COORDINATOR, "zorgtrajecten", {"client": {"roepnaam": "Ion"}, "doelgroep": "man"})
    assert gemaakt.status_code == 201, gemaakt.content
    id = gemaakt.json()["id"]
    assert (
        _api(regio, COORDINATOR, f"zorgtrajecten/{id}/stappen", {"naar": "intake", "versie": 1}).json()[
            "fase"
        ]
        == "intake"
    )
    fout = _api(regio, COORDINATOR, f"zorgtrajecten/{id}/stappen", {"versie": 2})
    assert fout.status_code == 422
    assert "nazorg" in fout.content.decode()
    assert (
        _api(regio, COORDINATOR, f"zorgtrajecten/{id}").json()["gegevens"][0]["inhoud"]["roepnaam"] == "Ion"
    )


@pytest.mark.parametrize("wie", KETEN[:5])
def test_buiten_de_zorg_is_er_niets(regio: Regio, wie: str) -> None:
    id = meld_aan(regio)
    for pad in ("zorgtrajecten", f"zorgtrajecten/{id}", "opvangplekken"):
        assert _api(regio, wie, pad).status_code == 404

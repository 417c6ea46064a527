# SPDX-License-Identifier: EUPL-1.2
"""Care is told before an action day, and answers; neither side learns more of the other than that (the bridge)."""

from datetime import timedelta
from typing import Any

import pytest

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.zorg.models import Actiebericht
from schakel.zorg.rules import actie
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, bladzij

REGIE, NLA, POLITIE = "ketenregisseur@riec", "toezichthouder@nla", "casusdeelnemer@politie"


def _licht_in(regio: Regio, over: int = 10, **velden: Any) -> Any:
    functie = regio.bezettingen[COORDINATOR].functie
    basis = {
        "aan": functie.pk, "dag": (klok.vandaag() + timedelta(days=over)).isoformat(), "dagdeel": "nacht", "aantal": 12,
        "doelgroep": "man", "minderjarigen": "onbekend", "talen": "Roemeens", "toelichting": "Graag een arts erbij.",
    }  # fmt: skip
    return regio.client(NLA).post("/actiedagen", basis | velden)


def _adres(regio: Regio) -> str:
    """Of the only notice there is."""
    with als(regio.actor(COORDINATOR)):
        return f"/actiedagen/{Actiebericht.objects.get().pk}"


def test_de_zorg_weet_het_op_tijd_en_antwoordt_hoeveel_plaatsen_klaarstaan(regio: Regio) -> None:
    assert _licht_in(regio).status_code == 302
    adres = _adres(regio)
    assert "12 mensen kunnen hulp nodig hebben" in bladzij(regio, COORDINATOR, "/")
    assert "Graag een arts erbij" in bladzij(regio, COORDINATOR, adres)
    assert "Actiedag" not in bladzij(regio, NLA, "/").split("<main")[1], "er is nog tijd"
    client = regio.client(COORDINATOR)
    assert (
        client.post(adres, {"plaatsen": 8, "antwoord": "Acht in twee huizen, tolk erbij."}).status_code == 302
    )
    assert "Actiedag" not in bladzij(regio, COORDINATOR, "/").split("<main")[1]
    assert "te weinig plaatsen" in bladzij(regio, NLA, "/")
    assert "Acht in twee huizen" in bladzij(regio, NLA, adres)
    assert client.post(adres, {"plaatsen": 12}).status_code == 302
    assert "De zorg staat klaar" in bladzij(regio, NLA, adres)
    assert regio.client(NLA).post(adres, {"stap": "afzeggen"}).status_code == 302
    assert client.post(adres, {"plaatsen": 12}).status_code == 422


def test_zonder_antwoord_kort_voor_de_dag_is_het_een_taak_voor_wie_plant(regio: Regio) -> None:
    assert _licht_in(regio, over=2).status_code == 302
    assert "Bel de regiocoördinator" in bladzij(regio, NLA, "/")
    assert "kort van tevoren" in bladzij(regio, COORDINATOR, "/actiedagen")


@pytest.mark.parametrize(
    "wie", [REGIE, POLITIE, BEGELEIDER, "stuurgroeplid@riec", "functioneel_beheerder@lindemeer"]
)
def test_wie_er_niets_mee_te_maken_heeft_weet_niet_dat_er_een_actie_komt(regio: Regio, wie: str) -> None:
    _licht_in(regio)
    assert bladzij(regio, wie, _adres(regio)) == "404"
    assert "Roemeens" not in bladzij(regio, wie, "/actiedagen")
    door = regio.actor(wie)
    with als(door):
        assert Actiebericht.objects.count() == 0


def test_alleen_de_regiocoordinator_antwoordt_en_alleen_wie_plant_licht_in(regio: Regio) -> None:
    assert regio.client(COORDINATOR).post("/actiedagen", {}).status_code == 404
    _licht_in(regio)
    adres = _adres(regio)
    assert regio.client(NLA).post(adres, {"plaatsen": 5}).status_code == 404
    assert regio.client(COORDINATOR).post(adres, {"stap": "afzeggen"}).status_code == 404


def test_een_dag_die_geweest_is_of_niemand_is_geen_bericht(regio: Regio) -> None:
    geweest = _licht_in(regio, over=-1)
    assert geweest.status_code == 422
    assert "Deze dag is al geweest" in geweest.content.decode()
    assert _licht_in(regio, aantal=0).status_code == 422
    dag = klok.vandaag()
    assert actie.op_tijd(dag=dag, gezegd=dag - timedelta(days=3))
    assert not actie.op_tijd(dag=dag, gezegd=dag - timedelta(days=2))

# SPDX-License-Identifier: EUPL-1.2
"""Sharing, from the smallest piece: what is shared is seen, what is not shared does not exist, what ends is gone."""

from datetime import timedelta

import pytest
from tests.regio import Regio

from schakel.convenant import actions, queries
from schakel.convenant.actions import NietToegestaan, NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, Stuk, Verstrekking
from schakel.convenant.rules import Categorie, Doel, StukSoort
from schakel.kern import klok
from schakel.logboek.models import Toegang


@pytest.fixture
def stuk(regio: Regio) -> Stuk:
    door = regio.actor("toezichthouder@nla")
    with als(door):
        stuk = actions.maak_stuk(door=door, soort=StukSoort.SIGNAAL)
        actions.voeg_gegevens_toe(
            door=door,
            stuk=stuk,
            nieuw=[
                NieuwGegeven(
                    "persoon", Categorie.PERSOON_VERDACHT, {"voornaam": "Mareck", "achternaam": "Nowak"}
                ),
                NieuwGegeven("telefoon", Categorie.OBJECT, {"nummer": "+31600000001"}),
                NieuwGegeven("tekst", Categorie.TOEZICHT, {"tekst": "matrassen in de schuur"}),
            ],
        )
    return stuk


def _deel(regio: Regio, stuk: Stuk, met: str, *categorieen: Categorie) -> Verstrekking:
    door = regio.actor("toezichthouder@nla")
    with als(door):
        return actions.deel(
            door=door, stuk=stuk, met=regio.partner(met), categorieen=categorieen, doel=Doel.HULP,
            tot=klok.vandaag() + timedelta(days=30), motivering="nodig",
        )  # fmt: skip


def _ziet(regio: Regio, wie: str) -> list[str]:
    """What someone sees, by the filter and by the wall alone; they must agree."""
    door = regio.actor(wie)
    with als(door):
        door_filter = sorted(
            Gegeven.objects.filter(queries.zichtbaar(door, Gegeven)).values_list("categorie", flat=True)
        )
        door_muur = sorted(Gegeven.objects.values_list("categorie", flat=True))
    assert door_filter == door_muur
    return door_muur


def test_alleen_de_gedeelde_categorie_bestaat_voor_de_ontvanger(regio: Regio, stuk: Stuk) -> None:
    assert _ziet(regio, "aandachtsfunctionaris@lindemeer") == []
    _deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    assert _ziet(regio, "aandachtsfunctionaris@lindemeer") == ["object"]
    assert _ziet(regio, "aandachtsfunctionaris@veenburg") == []
    assert _ziet(regio, "privacyfunctionaris@lindemeer") == []
    assert _ziet(regio, "toezichthouder@nla") == ["object", "persoon-verdacht", "toezicht"]


def test_intrekken_en_verlopen_werken_bij_het_volgende_verzoek(regio: Regio, stuk: Stuk) -> None:
    verstrekking = _deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    with klok.zet(klok.vandaag() + timedelta(days=31)):
        assert _ziet(regio, "aandachtsfunctionaris@lindemeer") == []
    assert _ziet(regio, "aandachtsfunctionaris@lindemeer") == ["object"]
    door = regio.actor("toezichthouder@nla")
    with als(door):
        actions.trek_in(door=door, verstrekking=verstrekking, reden="vergissing")
    assert _ziet(regio, "aandachtsfunctionaris@lindemeer") == []


def test_een_partner_buiten_het_convenant_krijgt_niets_en_leest_waarom(regio: Regio, stuk: Stuk) -> None:
    with pytest.raises(NietToegestaan) as nee:
        _deel(regio, stuk, "ggd", Categorie.OBJECT)
    reden = nee.value.oordeel.redenen[0]
    assert "niet samen partij" in reden.tekst
    assert "toetreden" in reden.maakt_ja


def test_lezen_schrijven_en_verstrekken_laten_per_persoon_een_regel_achter(regio: Regio, stuk: Stuk) -> None:
    _deel(regio, stuk, "lindemeer", Categorie.PERSOON_VERDACHT)
    door = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(door):
        actions.lees_gegevens(door=door, stukken=[stuk])
    fg = regio.actor("privacyfunctionaris@lindemeer")
    with als(fg):
        regels = list(Toegang.objects.order_by("volgnr").values_list("handeling", "categorieen", "grondslag"))
    assert regels == [("lezen", ["persoon-verdacht"], "WGS-RIEC")]

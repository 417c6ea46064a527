# SPDX-License-Identifier: EUPL-1.2
"""Who sees a case, and what of it: only who is named there, and only what was shared with them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F, Model

from schakel.casus import actions, queries
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk, Evaluatie, Interventie, Stap, Weging
from schakel.convenant.actions import NietToegestaan, NieuwGegeven, trek_in
from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, Stuk, Verstrekking
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.regio import Regio

TABELLEN: tuple[type[Model], ...] = (Casus, CasusSignaal, Dossierstuk, Stap, Weging, Interventie, Evaluatie)


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _ziet(keten: Keten, wie: str) -> dict[str, set[Any]]:
    """Per table what someone sees, by the filter and by the wall alone; they must agree."""
    door = keten.regio.actor(wie)
    gezien = {}
    with als(door):
        for model in TABELLEN:
            door_filter = set(
                model._default_manager.filter(queries.zichtbaar(door, model)).values_list("pk", flat=True)
            )
            door_muur = set(model._default_manager.values_list("pk", flat=True))
            assert door_filter == door_muur, model.__name__
            gezien[model.__name__] = door_muur
    return gezien


def test_alleen_wie_betrokken_is_ziet_de_casus(keten: Keten) -> None:
    assert keten.casus(REGIE) is not None
    assert keten.casus(NLA) is not None
    assert keten.casus("toezichthouder@nla") is None
    for wie in (GEMEENTE, HAVEN, "stuurgroeplid@riec", "casusdeelnemer@ggd", "privacyfunctionaris@lindemeer"):
        assert keten.casus(wie) is None
        assert not any(_ziet(keten, wie).values())


def test_wie_betrokken_is_ziet_niets_zonder_verstrekking(keten: Keten) -> None:
    door = keten.regio.actor(REGIE)
    with als(door):
        for verstrekking in Verstrekking.objects.filter(stuk_id=keten.casus_id):
            trek_in(door=door, verstrekking=verstrekking, reden="niet meer nodig")
    assert keten.casus(NLA) is None
    assert keten.casus(REGIE) is not None


def test_de_casus_is_geen_omweg_naar_andermans_signaal(keten: Keten) -> None:
    regie = _ziet(keten, REGIE)["CasusSignaal"]
    assert len(regie) == 1
    assert len(_ziet(keten, NLA)["CasusSignaal"]) == 1
    assert regie.isdisjoint(_ziet(keten, NLA)["CasusSignaal"])
    keten.deel_signaal(NLA, "riec", Categorie.OBJECT)
    assert len(_ziet(keten, REGIE)["CasusSignaal"]) == 2
    door = keten.regio.actor(REGIE)
    with als(door):
        gezien = Gegeven.objects.filter(stuk=keten.signalen["nla"]).values_list("categorie", flat=True)
        assert list(gezien) == ["object"]


def test_een_signaal_gedeeld_in_de_casus_is_alleen_voor_de_betrokkenen(keten: Keten, regio: Regio) -> None:
    keten.deel_signaal(NLA, "politie", Categorie.OBJECT)
    assert len(_ziet(keten, POLITIE)["CasusSignaal"]) == 2
    with als(regio.actor("aandachtsfunctionaris@veenburg")):
        assert not Stuk.objects.filter(pk=keten.signalen["nla"].pk).exists()


def test_betrekken_buiten_het_convenant_kan_niet_en_zegt_waarom(keten: Keten) -> None:
    with pytest.raises(NietToegestaan, match="niet samen partij"):
        keten.betrek("casusdeelnemer@ggd")
    assert keten.casus("casusdeelnemer@ggd") is None
    keten.betrek(GEMEENTE)
    assert keten.casus(GEMEENTE) is not None


def test_een_tweede_collega_wordt_betrokken_zonder_nieuwe_verstrekking(keten: Keten) -> None:
    door = keten.regio.actor(REGIE)
    with als(door):
        eerst = Verstrekking.objects.count()
    keten.betrek(NLA)
    with als(door):
        assert Verstrekking.objects.count() == eerst


def test_de_ledenlijst_is_van_de_regie_alleen(keten: Keten) -> None:
    for wie, aantal in ((REGIE, 3), (NLA, 1)):
        door = keten.regio.actor(wie)
        with als(door):
            casus = queries.casus(door=door, id=keten.casus_id)
            assert casus is not None
            assert queries.betrokkenen(door=door, casus=casus).count() == aantal
            assert queries.partners_in(casus=casus).count() == aantal


def test_deel_2_bestaat_niet_voor_de_regiocoordinator(keten: Keten) -> None:
    keten.betrek(HAVEN)
    keten.weeg()
    een = keten.stel_voor(deel=1)
    twee = keten.stel_voor(deel=2, soort="opsporingsonderzoek", uitvoerder="politie")
    assert _ziet(keten, HAVEN)["Interventie"] == {een.pk}
    assert _ziet(keten, NLA)["Interventie"] == {een.pk, twee.pk}


def test_een_dossierstuk_is_van_wie_het_inbracht(keten: Keten) -> None:
    stuk = keten.doet(
        NLA,
        actions.voeg_dossierstuk_toe,
        aard="rapport",
        gegevens=[NieuwGegeven("tekst", Categorie.TOEZICHT, {"tekst": "rapport van de controle"})],
    )
    assert stuk.pk in _ziet(keten, NLA)["Dossierstuk"]
    assert stuk.pk not in _ziet(keten, REGIE)["Dossierstuk"]
    keten.doet(
        NLA,
        actions.deel_in_casus,
        stuk=stuk.stuk,
        met=[keten.regio.partner("riec")],
        categorieen=[Categorie.TOEZICHT],
        doel=Doel.PREVENTIE,
        tot=klok.vandaag() + timedelta(days=9),
        motivering="nodig",
    )
    assert stuk.pk in _ziet(keten, REGIE)["Dossierstuk"]
    assert stuk.pk not in _ziet(keten, POLITIE)["Dossierstuk"]


def test_signalen_staan_in_de_fase_van_de_casus_elk_door_zijn_eigenaar(keten: Keten) -> None:
    keten.als_regie(actions.zet_stap, naar="dossiervorming", reden="dossier opbouwen")

    def fase(wie: str, code: str) -> str:
        with als(keten.regio.actor(wie)):
            return Stuk.objects.get(pk=keten.signalen[code].pk).fase

    assert fase(REGIE, "riec") == "dossiervorming"
    assert fase(NLA, "nla") == "detectie"
    keten.weeg(NLA, "individueel")
    assert fase(NLA, "nla") == "dossiervorming"


def test_de_databank_staat_alleen_de_uitvoerder_zijn_eigen_verloop_toe(keten: Keten) -> None:
    keten.weeg()
    interventie = keten.stel_voor()
    keten.stel_vast(interventie)
    with als(keten.regio.actor(POLITIE)):
        assert (
            Interventie.objects.filter(pk=interventie.pk).update(status="aanvaard", versie=F("versie") + 1)
            == 0
        )
    with als(keten.regio.actor(NLA)):
        assert (
            Interventie.objects.filter(pk=interventie.pk).update(status="aanvaard", versie=F("versie") + 1)
            == 1
        )
        with pytest.raises(DatabaseError, match="alleen de regie"), transaction.atomic():
            Interventie.objects.filter(pk=interventie.pk).update(soort="pand-sluiten", versie=F("versie") + 1)

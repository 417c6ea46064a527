# SPDX-License-Identifier: EUPL-1.2
"""The layered overleg: who is invited, what exists for whom, what a decision does."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import actions as casussen
from schakel.casus.actions import Onvolledig
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.models import Interventie
from schakel.casus.rules import Verouderd
from schakel.convenant.actor import als
from schakel.overleg import actions, queries, rules
from schakel.overleg.models import Aanwezige, Actie, Agendapunt, Besluit, Overleg
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE
from tests.overleg.zitting import Zitting, maak_zitting
from tests.regio import Regio

TABELLEN: tuple[type[Model], ...] = (Overleg, Aanwezige, Agendapunt, Besluit, Actie)


@pytest.fixture
def zitting(regio: Regio) -> Zitting:
    return maak_zitting(regio)


def _ziet(zitting: Zitting, wie: str) -> dict[str, set[Any]]:
    """Per table what someone sees, by the filter and by the wall alone; they must agree."""
    door = zitting.keten.regio.actor(wie)
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


def test_alleen_leden_van_het_orgaan_op_die_dag_zien_het_overleg(zitting: Zitting) -> None:
    for wie in (REGIE, NLA, POLITIE, HAVEN, GEMEENTE):
        assert len(_ziet(zitting, wie)["Overleg"]) == 1
    for wie in (
        "aandachtsfunctionaris@veenburg",
        "toezichthouder@nla",
        "casusdeelnemer@ggd",
        "stuurgroeplid@riec",
    ):
        assert not any(_ziet(zitting, wie).values())
    zitting.lidmaatschap(NLA, tot=zitting.overleg.tijdstip.date() - timedelta(days=1))
    assert not _ziet(zitting, NLA)["Overleg"]


def test_een_lid_dat_niet_bij_de_casus_hoort_ziet_geen_agendapunt(zitting: Zitting) -> None:
    zitting.agendeer(1)
    assert len(_ziet(zitting, NLA)["Agendapunt"]) == 1
    assert not _ziet(zitting, GEMEENTE)["Agendapunt"]


def test_deel_2_bestaat_niet_voor_de_regiocoordinator_en_laat_geen_gat(zitting: Zitting) -> None:
    zitting.keten.betrek(HAVEN)
    twee = zitting.agendeer(2)
    een = zitting.agendeer(1)
    zitting.begin()
    zitting.besluit(twee)
    besluit = zitting.besluit(een)
    gezien = _ziet(zitting, HAVEN)
    assert gezien["Agendapunt"] == {een.pk}
    assert gezien["Besluit"] == {besluit.pk}
    door = zitting.keten.regio.actor(HAVEN)
    with als(door):
        agenda = rules.per_deel(queries.agenda(door=door, overleg=zitting.overleg), [1])
    assert [(deel, [nr for nr, _ in rij]) for deel, rij in agenda] == [(1, [1])]


def test_een_lid_van_deel_1_alleen_ziet_deel_2_niet(zitting: Zitting) -> None:
    zitting.lidmaatschap(NLA, delen=[1])
    zitting.agendeer(2)
    assert not _ziet(zitting, NLA)["Agendapunt"]
    zitting.lidmaatschap(NLA, delen=[])
    assert len(_ziet(zitting, NLA)["Agendapunt"]) == 1


def test_wie_een_actie_heeft_ziet_haar_zonder_het_besluit(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    zitting.begin()
    zitting.besluit(
        punt,
        acties=[
            actions.NieuweActie(zitting.keten.regio.partner("lindemeer"), "Bel de eigenaar van het pand")
        ],
    )
    gezien = _ziet(zitting, GEMEENTE)
    assert len(gezien["Actie"]) == 1
    assert not gezien["Besluit"]
    assert not _ziet(zitting, "aandachtsfunctionaris@veenburg")["Actie"]


def test_de_regiocoordinator_ziet_haar_actie_uit_deel_2_niet(zitting: Zitting) -> None:
    punt = zitting.agendeer(2)
    zitting.begin()
    zitting.besluit(
        punt, acties=[actions.NieuweActie(zitting.keten.regio.partner("haven"), "Houd plaats vrij")]
    )
    assert not _ziet(zitting, HAVEN)["Actie"]


def test_een_onvolledig_dossier_kan_niet_op_de_agenda(zitting: Zitting) -> None:
    zitting.keten.als_regie(casussen.zet_stap, naar="dossiervorming", reden="terug")
    with pytest.raises(Bezwaar, match="compleet"):
        zitting.agendeer(1)
    zitting.keten.als_regie(casussen.spoedroute, reden="acuut", functie="officier van justitie")
    zitting.agendeer(1)


def test_zonder_effect_voor_het_slachtoffer_geen_besluit(zitting: Zitting) -> None:
    zitting.keten.weeg()
    leeg = zitting.keten.stel_voor(effect_slachtoffer="", soort="pand-sluiten", uitvoerder="politie")
    vol = zitting.keten.stel_voor()
    punt = zitting.agendeer(1)
    zitting.begin()
    with pytest.raises(Onvolledig, match="effect voor het slachtoffer"):
        zitting.besluit(punt, interventies=[leeg, vol])
    assert not _ziet(zitting, REGIE)["Besluit"]
    zitting.besluit(punt, interventies=[vol])
    with als(zitting.keten.regio.actor(NLA)):
        assert Interventie.objects.get(pk=vol.pk).status == "vastgesteld"


def test_na_het_sluiten_ligt_het_verslag_vast(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    zitting.begin()
    zitting.besluit(punt)
    zitting.zet("afgesloten")
    with pytest.raises(Bezwaar, match="niet bezig"):
        zitting.besluit(punt)
    with als(zitting.keten.regio.actor(REGIE)), pytest.raises(Bezwaar):
        actions.zet_status(
            door=zitting.keten.regio.actor(REGIE),
            overleg=zitting.vers(),
            naar="bezig",
            versie=zitting.vers().versie,
        )


def test_wie_het_overleg_niet_leidt_kan_er_niets_aan_veranderen(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    zitting.begin()
    door = zitting.keten.regio.actor(NLA)
    with als(door):
        eigen = queries.agendapunt(door=door, id=punt.pk)
        assert eigen is not None
        with pytest.raises(PermissionError):
            actions.besluit(door=door, agendapunt=eigen, tekst="x", reden="y")
        with pytest.raises(PermissionError):
            actions.plan(door=door, orgaan=zitting.overleg.orgaan, tijdstip=zitting.overleg.tijdstip)


def test_twee_mensen_op_een_actie_overschrijven_elkaar_niet(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    zitting.begin()
    zitting.besluit(
        punt, acties=[actions.NieuweActie(zitting.keten.regio.partner("nla"), "Controle plannen")]
    )
    door = zitting.keten.regio.actor(NLA)
    with als(door):
        actie = queries.open_acties(door=door).get()
        actions.rond_af(door=door, actie=actie, resultaat="gepland", versie=actie.versie)
        with pytest.raises(Verouderd):
            actions.rond_af(door=door, actie=actie, resultaat="iets anders", versie=actie.versie)
        assert not queries.open_acties(door=door).exists()


@given(st.lists(st.sampled_from([1, 2])), st.sets(st.sampled_from([1, 2])))
def test_nummers_lopen_altijd_door_zonder_gat(delen: list[int], mijn: set[int]) -> None:
    punten = [Agendapunt(deel=deel) for deel in delen]
    nummers = [nr for _, rij in rules.per_deel(punten, mijn) for nr, _ in rij]
    assert nummers == list(range(1, sum(d in mijn for d in delen) + 1))

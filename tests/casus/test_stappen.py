# SPDX-License-Identifier: EUPL-1.2
"""The six steps: what must be true before each, always with a reason, never over somebody else's change."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import actions, queries, rules
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.models import Casus, Stap
from schakel.casus.rules.stappen import OVERGANGEN, VOLGORDE
from schakel.convenant.actor import als
from schakel.convenant.rules import Fase
from schakel.logboek.models import Toegang
from tests.casus.keten import NLA, REGIE, Keten, maak_keten
from tests.regio import Regio


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


standen = st.builds(
    rules.Stand,
    fase=st.sampled_from(Fase),
    stukken=st.integers(0, 3),
    compleet=st.booleans(),
    gewogen=st.booleans(),
    spoed=st.booleans(),
    toegewezen=st.integers(0, 3),
    open=st.integers(0, 3),
    geevalueerd=st.booleans(),
    afgesloten=st.booleans(),
)


@given(standen, st.sampled_from(Fase), st.text(max_size=5))
def test_geen_pijl_zonder_reden_en_geen_stap_overgeslagen(stand: rules.Stand, naar: Fase, reden: str) -> None:
    if rules.bezwaren(stand, naar, reden):
        return
    assert reden.strip()
    assert not stand.afgesloten
    assert naar in OVERGANGEN[stand.fase]
    assert VOLGORDE.index(naar) <= VOLGORDE.index(stand.fase) + 1


@given(standen, st.text(max_size=5))
def test_geen_interventie_zonder_weging_of_spoed_en_nooit_zonder_effect(
    stand: rules.Stand, effect: str
) -> None:
    mag = not rules.bezwaren_vaststellen(stand, effect)
    assert mag == ((stand.gewogen or stand.spoed) and bool(effect.strip()) and not stand.afgesloten)


def test_een_casus_loopt_de_zes_stappen_en_elke_pijl_heeft_een_reden_en_een_logregel(keten: Keten) -> None:
    with pytest.raises(Bezwaar, match="dossier compleet"):
        keten.als_regie(actions.zet_stap, naar="dossiervorming", reden="x") and keten.als_regie(
            actions.zet_stap, naar="weging", reden="x"
        )
    keten.als_regie(actions.meld_compleet, toelichting="alles is binnen")
    keten.als_regie(actions.zet_stap, naar="weging", reden="klaar")
    keten.weeg()
    keten.als_regie(actions.zet_stap, naar="toewijzing", reden="samen oppakken")
    interventie = keten.stel_voor()
    keten.stel_vast(interventie)
    keten.als_regie(actions.zet_stap, naar="uitvoering", reden="toegewezen")
    with pytest.raises(Bezwaar, match="open"):
        keten.als_regie(actions.zet_stap, naar="evaluatie", reden="te vroeg")
    door = keten.regio.actor(NLA)
    with als(door):
        interventie = queries.interventie(door=door, id=interventie.pk)  # type: ignore[assignment]
        actions.aanvaard(door=door, interventie=interventie, versie=interventie.versie)
        actions.leg_resultaat_vast(
            door=door, interventie=interventie, resultaat="gedaan", versie=interventie.versie
        )
    keten.als_regie(actions.zet_stap, naar="evaluatie", reden="alles is gedaan")
    with pytest.raises(Bezwaar, match="evaluatie"):
        keten.als_regie(actions.sluit, reden="doel-bereikt", toelichting="klaar")
    keten.doet(REGIE, actions.evalueer, doel_bereikt="ja", resultaat="gestopt", uitkomst_melder="opgepakt")
    keten.als_regie(actions.sluit, reden="doel-bereikt", toelichting="klaar")
    with als(keten.regio.actor(REGIE)):
        stappen = list(Stap.objects.filter(casus_id=keten.casus_id))
        assert all(s.reden for s in stappen)
        assert [s.versie for s in stappen] == list(range(1, len(stappen) + 1))


def test_afvoeren_kan_alleen_met_een_reden_uit_de_lijst(keten: Keten) -> None:
    with pytest.raises(Bezwaar, match="Kies een reden"):
        keten.als_regie(actions.sluit, reden="geen zin", toelichting="x")
    keten.als_regie(actions.sluit, reden="capaciteit", toelichting="geen ruimte bij de politie")
    casus = keten.casus()
    assert casus is not None
    assert casus.afgesloten_reden == "capaciteit"
    with pytest.raises(Bezwaar, match="afgesloten"):
        keten.stel_voor()


def test_wie_tweede_is_overschrijft_niets(keten: Keten) -> None:
    door = keten.regio.actor(REGIE)
    with als(door):
        oud = queries.casus(door=door, id=keten.casus_id)
        assert oud is not None
        actions.wijzig(door=door, casus=oud, versie=oud.versie, werktitel="Kassen en schuren")
        with pytest.raises(rules.Verouderd):
            actions.wijzig(door=door, casus=oud, versie=oud.versie, werktitel="Iets anders")
        assert Casus.objects.get(pk=oud.pk).werktitel == "Kassen en schuren"


def test_alleen_de_regie_zet_stappen(keten: Keten) -> None:
    door = keten.regio.actor(NLA)
    with als(door), pytest.raises(PermissionError):
        actions.zet_stap(
            door=door,
            casus=queries.casus(door=door, id=keten.casus_id),
            naar="dossiervorming",
            reden="x",
            versie=1,
        )  # type: ignore[arg-type]


def test_dezelfde_weging_twee_keer_verstuurd_is_er_een(keten: Keten) -> None:
    eerste = keten.weeg()
    assert keten.weeg(id=eerste.pk).pk == eerste.pk
    door = keten.regio.actor(REGIE)
    with als(door):
        assert queries.wegingen(door=door, casus=keten.casus()).count() == 1  # type: ignore[arg-type]


def test_de_kwalificatielijst_hoort_bij_de_dag_van_de_feiten(keten: Keten) -> None:
    oud, nieuw = rules.kwalificatielijst(date(2005, 6, 1)), rules.kwalificatielijst(date(2026, 1, 1))
    assert "strafbaar" not in oud.elementen["oogmerk"]
    assert "strafbaar" in nieuw.elementen["oogmerk"]
    with pytest.raises(Bezwaar, match="staat niet in de lijst"):
        keten.weeg(feiten_op=date(2005, 6, 1), kwalificatie={"oogmerk": ["strafbaar"]})


def test_elke_daad_in_de_casus_staat_in_het_logboek(keten: Keten) -> None:
    keten.weeg()
    interventie = keten.stel_voor()
    keten.stel_vast(interventie)
    with als(keten.privacyfunctionaris("riec")):
        daden = set(Toegang.objects.filter(stuk_id=keten.casus_id).values_list("handeling", flat=True))
    assert {"schrijven", "verstrekken", "betrekken", "wegen", "vaststellen"} <= daden


def test_de_regels_kennen_elke_stap() -> None:
    assert set(OVERGANGEN) == set(Fase)

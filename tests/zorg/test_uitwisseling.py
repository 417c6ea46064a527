# SPDX-License-Identifier: EUPL-1.2
"""Exports against the field lists of their targets, and HTCDS there and back, for whatever a notification may say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.signaal.rules.woorden import Vorm
from schakel.zorg.rules import uitwisseling as u
from schakel.zorg.rules.comensha import Dossier, Dossiertype, Grond
from schakel.zorg.rules.fasen import Doelgroep, Leeftijd
from schakel.zorg.rules.inhoud import DWANG

NATIES = ("", "RO", "ng", "Vietnam", "Bulgaarse", "Nigeriaans", "staatloos", "RO en MD")
dossiers = st.builds(
    Dossier,
    kenmerk=st.sampled_from(("", "ZRG-2026-00001")), jaar=st.integers(2012, 2040),
    vorm=st.sampled_from(["", *(v.value for v in Vorm)]), geslacht=st.sampled_from(Doelgroep.values),
    leeftijd=st.sampled_from(Leeftijd.values), nationaliteit=st.sampled_from(NATIES), regio=st.text(max_size=20),
    opvang_nodig=st.sampled_from((True, False, None)), dossiertype=st.sampled_from(Dossiertype.values),
    dwang=st.sets(st.sampled_from(list(DWANG))).map(lambda m: tuple(d for d in DWANG if d in m)),
    naam=st.text(max_size=30), geboortedatum=st.sampled_from(("", "2009", "±1998", "1998-04-30", "30-4-1998")),
    grond=st.sampled_from([g for g in Grond.values if g != Grond.GEEN]),
    aangemeld_op=st.dates().map(lambda d: d.isoformat()), gesloten=st.booleans(), land=st.sampled_from(NATIES),
)  # fmt: skip


@pytest.mark.rij("ZOR-08")
@given(dossiers)
def test_elke_uitvoer_past_op_de_veldlijst_van_haar_doel(d: Dossier) -> None:
    assert u.bezwaren_htcds(u.htcds(d)["htcds"]) == []
    assert u.bezwaren_ctdc(u.ctdc(d)) == []
    assert u.bezwaren_comensha(u.comensha(d)) == []


@given(dossiers)
def test_htcds_heen_en_terug_verliest_niets(d: Dossier) -> None:
    assert u.van_htcds(json.loads(json.dumps(u.htcds(d)))) == d


def test_terug_leest_wat_in_de_velden_van_de_standaard_veranderd_is() -> None:
    record = u.htcds(Dossier(kenmerk="", jaar=2026, vorm="arbeid", dwang=("schuldbinding", "inzet-kinderen")))
    record["htcds"] |= {
        "vic_TypeOfExploitation": ["Servitude"], "vic_MethodsOfControl": ["SexualAbuse", "Other"],
        "prs_Citizenship": ["MD"], "prs_Gender": "Masculine", "cas_Status": "Closed",
    }  # fmt: skip
    terug = u.van_htcds(record)
    assert (terug.vorm, terug.nationaliteit, terug.geslacht, terug.gesloten) == (
        "dienstbaarheid",
        "MD",
        "man",
        True,
    )
    assert terug.dwang == ("seksueel-geweld", "inzet-kinderen")


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("vic_MethodsOfControl", ["RestrictsMovement"]),
        ("vic_TypeOfExploitation", ["CriminalExploitation"]),
        ("prs_Birthdate", "±1998"),
        ("prs_Citizenship", ["Roemeens"]),
        ("prs_Gender", "man"),
        ("x_Regio", "Rijndal"),
    ],
)
def test_de_keuring_van_htcds_vindt_wat_niet_past(veld: str, waarde: object) -> None:
    velden = u.htcds(Dossier(kenmerk="", jaar=2026))["htcds"]
    assert veld in " ".join(u.bezwaren_htcds(velden | {veld: waarde}))


def test_de_keuring_van_ctdc_en_comensha_vindt_wat_niet_past() -> None:
    rij = u.ctdc(Dossier(kenmerk="", jaar=2026))
    assert u.bezwaren_ctdc(rij | {"isForcedLabour": "ja"})
    assert u.bezwaren_ctdc(rij | {"citizenship": "Roemeens"})
    assert u.bezwaren_ctdc({k: w for k, w in rij.items() if k != "isAbduction"})
    bekend = u.comensha(Dossier(kenmerk="", jaar=2026, grond="anoniem"))
    assert u.bezwaren_comensha(bekend) == []
    assert u.bezwaren_comensha(bekend | {"sector": "arbeid"})


def test_elk_woord_van_schakel_heeft_in_elke_mapping_een_plek_of_een_uitdrukkelijk_geen() -> None:
    for mapping in u.MAPPINGS.values():
        for doel in ("htcds", "ctdc"):
            assert set(mapping[doel]["dwang"]) == set(DWANG)
            assert set(mapping[doel]["vorm"]) == {v.value for v in Vorm}
            assert set(mapping[doel]["geslacht"]) == set(Doelgroep.values)
        assert set(mapping["comensha"]["sector"]) == {v.value for v in Vorm}
    assert set(u.NU["htcds"]["dwang"].values()) <= set(u.HTCDS["keuzes"]["vic_MethodsOfControl"])
    assert {f"meansOfControl{m}" for m in u.NU["ctdc"]["dwang"].values()} <= set(u.CTDC["kolommen"])


def test_de_twee_valkuilen() -> None:
    kinderen, dreiging, vast = (
        (u.htcds(d)["htcds"]["vic_MethodsOfControl"], u.ctdc(d))
        for d in (
            Dossier(kenmerk="", jaar=2026, dwang=(m,))
            for m in ("inzet-kinderen", "dreiging-familie", "beperking-bewegingsvrijheid")
        )
    )
    assert (kinderen[0], kinderen[1]["meansOfControlUsesChildren"]) == (["Other"], "1")
    assert (dreiging[0], dreiging[1]["meansOfControlUsesChildren"]) == (["ThreatensChildrenFamily"], "0")
    assert (vast[0], vast[1]["meansOfControlRestrictsMovement"]) == (["Other"], "1")
    crimineel = Dossier(kenmerk="", jaar=2026, vorm="crimineel")
    assert "crimineel" in u.htcds(crimineel)["htcds"]["cas_OutgoingReferralDetails"]
    rij = u.ctdc(crimineel)
    assert (rij["isForcedLabour"], rij["typeOfLabourIllicitActivities"]) == ("1", "1")


def test_onbekend_is_nooit_nee() -> None:
    leeg = u.ctdc(Dossier(kenmerk="", jaar=2026))
    for kolom in ("meansOfControlDebtBondage", "isForcedLabour", "citizenship", "gender", "isAbduction"):
        assert leeg[kolom] == u.ONBEKEND


def test_kleine_cellen_verlaten_het_huis_niet() -> None:
    veel = [Dossier(kenmerk="", jaar=2026, geslacht="vrouw", leeftijd="volwassen", nationaliteit="NG")] * 11
    een = Dossier(
        kenmerk="", jaar=2026, geslacht="man", leeftijd="minderjarig", nationaliteit="VN", land="NL"
    )
    rijen = u.ctdc_uitvoer([*veel, een])
    assert rijen[0]["citizenship"] == "NG"
    assert {rijen[-1][k] for k in ("citizenship", "gender", "CountryOfExploitation")} == {u.ONBEKEND}
    assert u.ctdc_uitvoer(veel[:10]) == []

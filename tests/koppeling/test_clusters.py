# SPDX-License-Identifier: EUPL-1.2
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.koppeling.bouw import persoon

from koppeling import Besluit, groepeer, harde_tegenspraak, profiel

IDS = "abcdefgh"
paren = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), st.integers(-20, 20).map(float), max_size=20
)
besluiten = st.lists(
    st.builds(Besluit, st.sampled_from(IDS), st.sampled_from(IDS), st.booleans(), st.integers(0, 3)),
    max_size=6,
)


def leden(indeling):
    return [c.leden for c in indeling.clusters]


def test_paren_boven_de_drempel_vormen_een_groep():
    indeling = groepeer({("a", "b"): 12.0, ("b", "c"): 9.0, ("a", "c"): 5.0, ("d", "e"): -1.0})
    assert leden(indeling) == [("a", "b", "c")]
    assert indeling.clusters[0].samenhang == pytest.approx(26 / 3)


def test_een_keten_van_zwakke_paren_smelt_niet_samen():
    keten = {(f"{i:03}", f"{i + 1:03}"): 5.0 for i in range(100)}
    indeling = groepeer(keten)
    assert max(map(len, leden(indeling))) <= 3
    assert indeling.geweigerd


def test_het_gemiddelde_van_alle_kruisparen_moet_positief_zijn():
    ruw = {("a", "b"): 10.0, ("c", "d"): 10.0, ("b", "c"): 6.0}
    assert leden(groepeer(ruw)) == [("a", "b"), ("c", "d")]
    assert leden(groepeer(ruw, gewicht=lambda x, y: -1.0)) == [("a", "b", "c", "d")]


def test_niet_zelfde_houdt_uit_elkaar_ook_langs_een_omweg():
    ruw = {("a", "b"): 30.0, ("b", "c"): 30.0, ("a", "c"): 30.0}
    indeling = groepeer(ruw, [Besluit("c", "a", zelfde=False)])
    assert not any({"a", "c"} <= set(groep) for groep in leden(indeling))
    assert ("a", "c") in indeling.geweigerd


def test_zelfde_verenigt_wat_het_model_nooit_zou_verenigen():
    assert leden(groepeer({("a", "b"): -30.0}, [Besluit("a", "b", zelfde=True)])) == [("a", "b")]


def test_besluiten_die_elkaar_tegenspreken_worden_gemeld_en_houden_uit_elkaar():
    rij = [Besluit("a", "b", True), Besluit("b", "c", True), Besluit("a", "c", False)]
    indeling = groepeer({}, rij)
    assert leden(indeling) == [("a", "b")]
    assert indeling.strijdig == (Besluit("b", "c", True),)


def test_het_laatste_besluit_over_een_paar_geldt():
    eerst_niet = [Besluit("a", "b", False, 1), Besluit("b", "a", True, 2)]
    assert leden(groepeer({}, eerst_niet)) == [("a", "b")]
    tegelijk = [Besluit("a", "b", True, 1), Besluit("a", "b", False, 1)]
    assert leden(groepeer({("a", "b"): 20.0}, tegelijk)) == []


def test_twee_geldige_burgerservicenummers_zijn_nooit_een_persoon():
    p = {
        i: profiel(persoon(i, bsn=b)) for i, b in (("a", "111222333"), ("b", "123456782"), ("c", "111222334"))
    }
    assert harde_tegenspraak(p["a"], p["b"])
    assert not harde_tegenspraak(p["a"], p["c"])  # an invalid number contradicts nothing
    indeling = groepeer({("a", "b"): 30.0}, tegenspraak=lambda x, y: harde_tegenspraak(p[x], p[y]))
    assert leden(indeling) == []
    assert indeling.geweigerd == (("a", "b"),)


def test_een_groep_wordt_niet_groter_dan_vijftig():
    ids = [f"{i:03}" for i in range(70)]
    alle = {(a, b): 9.0 for i, a in enumerate(ids) for b in ids[i + 1 :]}
    assert max(map(len, leden(groepeer(alle)))) == 50


def test_een_brug_is_een_paar_zonder_welk_de_groep_uiteenvalt():
    driehoek = {("a", "b"): 20.0, ("b", "c"): 20.0, ("a", "c"): 20.0}
    staart = {("c", "d"): 20.0, ("a", "d"): -5.0, ("b", "d"): -5.0}
    assert groepeer(driehoek).clusters[0].bruggen == ()
    assert groepeer(driehoek | staart).clusters[0].bruggen == (("c", "d"),)


@given(paren, besluiten, st.integers(-2, 8), st.randoms())
def test_dezelfde_invoer_in_elke_volgorde_geeft_dezelfde_indeling(ruw, rij, drempel, willekeur):
    items = [
        (p if willekeur.random() < 0.5 else p[::-1], g)
        for p, g in willekeur.sample(list(ruw.items()), len(ruw))
    ]
    omgekeerd = {}
    for paar, g in items:
        omgekeerd[paar] = max(g, omgekeerd.get(paar, g))
    anders = groepeer(omgekeerd, willekeur.sample(rij, len(rij)), drempel=drempel)
    assert anders == groepeer(ruw, rij, drempel=drempel)


@given(paren, besluiten)
def test_besluiten_van_mensen_winnen_altijd(ruw, rij):
    indeling = groepeer(ruw, rij)
    groep = {lid: g for g in leden(indeling) for lid in g}
    geldig = {}
    for b in sorted(rij, key=lambda b: (b.nummer, not b.zelfde)):
        geldig[frozenset((b.a, b.b))] = b
    strijdig = {frozenset((b.a, b.b)) for b in indeling.strijdig}
    for paar, b in geldig.items():
        if len(paar) == 1:
            continue
        samen = groep.get(b.a, b.a) == groep.get(b.b, b.b)
        assert samen is b.zelfde or paar in strijdig
        assert not (samen and not b.zelfde)


@given(paren, st.integers(-2, 5))
def test_zonder_besluiten_is_elke_groep_gemiddeld_samenhangend(ruw, drempel):
    for cluster in groepeer(ruw, drempel=drempel).clusters:
        assert cluster.samenhang >= min(0, drempel)


def test_een_ster_van_tienduizend_paren_blijft_snel():
    begin = time.process_time()
    groepeer({("midden", f"{i:05}"): 5.0 for i in range(10_000)})
    assert time.process_time() - begin < 5

# SPDX-License-Identifier: EUPL-1.2
from hypothesis import given
from hypothesis import strategies as st

from koppeling import Gebeurtenis, opvolging


def wat(oud, nieuw):
    benoemd, gebeurtenissen = opvolging(oud, nieuw)
    return set(benoemd), {g.wat for g in gebeurtenissen}


def test_een_groep_die_groeit_of_krimpt_houdt_zijn_naam():
    assert wat({"x": ("a", "b")}, [("a", "b", "c")]) == ({"x"}, {"gegroeid"})
    assert wat({"x": ("a", "b", "c")}, [("a", "b")]) == ({"x"}, {"gekrompen"})
    assert wat({"x": ("a", "b")}, [("b", "a")]) == ({"x"}, set())


def test_samenvoegen_houdt_de_naam_van_de_grootste():
    benoemd, gebeurtenissen = opvolging({"x": ("a", "b", "c"), "y": ("d", "e")}, [("a", "b", "c", "d", "e")])
    assert set(benoemd) == {"x"}
    assert gebeurtenissen == (Gebeurtenis("samengevoegd", ("x", "y"), ("x",)),)


def test_splitsen_geeft_het_kleinste_deel_een_nieuwe_naam():
    benoemd, gebeurtenissen = opvolging({"x": ("a", "b", "c", "d", "e")}, [("a", "b", "c"), ("d", "e")])
    assert benoemd["x"] == ("a", "b", "c")
    (nieuw,) = set(benoemd) - {"x"}
    assert gebeurtenissen == (Gebeurtenis("gesplitst", ("x",), tuple(sorted(("x", nieuw)))),)


def test_ontstaan_en_vervallen():
    assert wat({}, [("a", "b")])[1] == {"ontstaan"}
    assert wat({"x": ("a", "b")}, []) == (set(), {"vervallen"})


groepen = st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=2), max_size=3)


def indeling(lijst):
    uit, gezien = [], set()
    for groep in lijst:
        if len(over := groep - gezien) > 1:
            uit.append(tuple(sorted(over)))
            gezien |= over
    return uit


@given(groepen, groepen, st.randoms())
def test_de_namen_hangen_niet_af_van_de_volgorde_en_zijn_uniek(oud, nieuw, willekeur):
    oude = {f"g{i}": g for i, g in enumerate(indeling(oud))}
    nieuwe = indeling(nieuw)
    benoemd, gebeurtenissen = opvolging(oude, nieuwe)
    assert sorted(benoemd.values()) == sorted(nieuwe)
    omgekeerd = dict(reversed(oude.items()))
    assert opvolging(omgekeerd, willekeur.sample(nieuwe, len(nieuwe))) == (benoemd, gebeurtenissen)

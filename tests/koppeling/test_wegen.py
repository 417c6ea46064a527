# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.koppeling.bouw import PER_VELD, personen, persoon, wilde_personen

from koppeling import Basis, Verteller, Weger, basis_van, entiteit, profiel, standaardmodel, vergelijk, zin
from koppeling import wegen as wegen_module

MODEL = standaardmodel()
BASIS = basis_van(
    profiel(persoon(str(i), **{v: waarden[i % len(waarden)] for v, waarden in PER_VELD.items()}))
    for i in range(12)
)
WEGER = Weger(MODEL, BASIS)
VERTELLERS = {taal: Verteller(MODEL, BASIS, taal) for taal in ("nl", "en")}


@st.composite
def enkele_personen(draw):
    """One value per field, so that the fast way is taken."""
    gekozen = draw(st.lists(st.sampled_from(sorted(PER_VELD)), unique=True, max_size=8))
    return persoon(**{v: draw(st.sampled_from(PER_VELD[v])) for v in gekozen})


@given(st.one_of(enkele_personen(), personen(), wilde_personen()), st.one_of(enkele_personen(), personen()))
def test_de_snelle_weger_geeft_het_gewicht_van_de_vergelijking(a, b):
    a, b = profiel(a), profiel(b)
    verwacht = vergelijk(a, b, MODEL, basis=BASIS).bits
    assert WEGER(a, b) == pytest.approx(verwacht, abs=1e-9)
    assert WEGER(b, a) == pytest.approx(verwacht, abs=1e-9)


@given(st.one_of(enkele_personen(), personen(), wilde_personen()), st.one_of(enkele_personen(), personen()))
def test_de_snelle_verteller_zegt_de_zin_van_de_vergelijking(a, b):
    a, b = profiel(a), profiel(b)
    for taal, verteller in VERTELLERS.items():
        assert verteller(a, b) == zin(vergelijk(a, b, MODEL, basis=BASIS), taal)
        assert verteller(b, a) == zin(vergelijk(b, a, MODEL, basis=BASIS), taal)


def test_een_vol_geheugen_begint_opnieuw_en_verandert_niets(monkeypatch):
    monkeypatch.setattr(wegen_module, "MAX_ONTHOUDEN", 2)
    weger = Weger(MODEL, BASIS)
    mensen = [profiel(persoon(naam=n, geboortedatum="12-03-1987")) for n in PER_VELD["naam"]]
    for a in mensen:
        for b in mensen:
            assert weger(a, b) == pytest.approx(vergelijk(a, b, MODEL, basis=BASIS).bits, abs=1e-9)


def test_twee_soorten_zijn_ook_snel_niet_te_wegen():
    with pytest.raises(ValueError, match="niet te vergelijken"):
        Weger(MODEL, Basis(10))(profiel(persoon()), profiel(entiteit("b", "telefoon", telefoon="0612345678")))

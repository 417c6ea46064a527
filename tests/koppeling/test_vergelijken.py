# SPDX-License-Identifier: EUPL-1.2
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.koppeling.bouw import personen, persoon, wilde_personen

from koppeling import Basis, basis_van, entiteit, standaardmodel, vergelijk
from koppeling.entiteit import Waarde
from koppeling.functies import lijkt
from koppeling.oordeel import grenzen, oordeel, vooraf

MODEL = standaardmodel()
JAN = {"naam": "Jan Terpstra", "geboortedatum": "12-03-1987", "geslacht": "m", "adres": "1234AB 12"}


def bits(a, b, **anders):
    return vergelijk(persoon("a", **a), persoon("b", **b), **anders).bits


def band(a, b, **anders):
    return vergelijk(persoon("a", **a), persoon("b", **b), **anders).band


def niveau(naam, a, b):
    deel = next(d for d in vergelijk(persoon("a", **a), persoon("b", **b)).delen if d.naam == naam)
    return deel.niveau.naam if deel.niveau else "ontbreekt"


@given(personen("a"), personen("b"))
def test_de_delen_tellen_op_tot_het_gewicht(a, b):
    uitkomst = vergelijk(a, b)
    assert math.fsum(d.bits for d in uitkomst.delen) == pytest.approx(uitkomst.bits, abs=1e-9)


@given(personen("a"), personen("b"), st.randoms())
def test_volgorde_en_kant_maken_niet_uit(a, b, willekeur):
    heen, terug = vergelijk(a, b), vergelijk(b, a)
    assert heen.bits == terug.bits
    assert [d.niveau for d in heen.delen] == [d.niveau for d in terug.delen]
    door_elkaar = persoon("a", **{v: willekeur.sample(w, len(w)) for v, w in a.velden.items()})
    assert vergelijk(door_elkaar, b) == heen


@given(wilde_personen("a"), wilde_personen("b"))
def test_elke_invoer_geeft_een_eindig_gewicht(a, b):
    assert math.isfinite(vergelijk(a, b).bits)
    assert 0 <= vergelijk(a, b).kans <= 1


def test_zonder_velden_blijft_alleen_het_uitgangspunt():
    uitkomst = vergelijk(persoon("a"), persoon("b"))
    assert uitkomst.bits == vooraf(MODEL, MODEL.basis)
    assert uitkomst.band == "geen"


@pytest.mark.parametrize(("omvang", "kans"), [(100_000, 1.3e-5), (1_000_000, 1.3e-6), (10_000_000, 1.3e-7)])
def test_het_uitgangspunt_daalt_met_de_basis(omvang, kans):
    assert vooraf(MODEL, omvang) == pytest.approx(math.log2(kans), abs=0.01)


def test_een_kleine_basis_is_geen_kleine_bevolking():
    assert vooraf(MODEL, 3) == vooraf(MODEL, 10_000)


def test_dezelfde_persoon_is_waarschijnlijk_en_een_ander_niet():
    assert band(JAN, JAN) == "waarschijnlijk"
    assert band(JAN, {"naam": "Sara Okoro", "geboortedatum": "01-09-1999", "adres": "4321BA 5"}) == "geen"


def test_een_zeldzame_naam_weegt_zwaarder_dan_een_veelvoorkomende():
    jong, zeldzaam = {"achternaam": "de Jong"}, {"achternaam": "Qwastra"}
    assert bits(jong, jong) < bits(zeldzaam, zeldzaam)
    basis = Basis(1_000_000, {"achternaam": {"qwastra": 0.2}})
    assert bits(zeldzaam, zeldzaam, basis=basis) < bits(jong, jong, basis=basis)


def test_van_twee_nummers_telt_het_beste_paar():
    een, beide = {"telefoon": "0611111111"}, {"telefoon": ["0611111111", "0622222222"]}
    assert bits(een, beide) == bits(een, een)


@pytest.mark.parametrize(
    ("kolom", "a", "b", "verwacht"),
    [
        ("achternaam", {"achternaam": "Jansen"}, {"achternaam": "van Janssen"}, "klank"),
        ("achternaam", {"achternaam": "Terpstra-Smit"}, {"achternaam": "Terpstra"}, "deel"),
        ("achternaam", {"naam": "Jan Pieters"}, {"naam": "Pieters Jan"}, "verwisseld"),
        ("achternaam", {"naam": "Jan Pieters"}, {"naam": "Piterse Jan"}, "verwisseld, bijna"),
        ("voornaam", {"naam": "Jan Pieters"}, {"naam": "Piterse Jan"}, "verwisseld, bijna"),
        ("voornaam", {"voornaam": "Alexandra"}, {"voornaam": "Alexa"}, "begin"),
        ("voornaam", {"voornaam": "Johannes"}, {"voornaam": "Jan"}, "roepnaam"),
        ("voornaam", {"voornaam": "J."}, {"voornaam": "Jan"}, "initiaal"),
        ("voornaam", {"voornaam": "محمد"}, {"voornaam": "Muhamad"}, "medeklinkers"),
        ("voornaam", {}, {"voornaam": "Jan"}, "ontbreekt"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "00-00-1987"}, "past"),
        ("geboortedatum", {"geboortedatum": "00-00-1987"}, {"geboortedatum": "00-00-1987"}, "past"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "03-12-1987"}, "verwisseld"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "12-03-1986"}, "cijfer"),
        ("geboortedatum", {"geboortedatum": "01-01-1987"}, {"geboortedatum": "01-01-1987"}, "nieuwjaar"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "25-11-1960"}, "anders"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "12-03-1942"}, "maanddag"),
        ("geboortedatum", {"geboortedatum": "12-03-1987"}, {"geboortedatum": "13-04-1987"}, "cijfers"),
        ("adres", {"adres": "Dorpsstraat 12, Elders"}, {"adres": "Dorpstraat 12, Eldres"}, "bijna"),
        ("adres", {"adres": "Dorpsstraat 12, Elders"}, {"adres": "Dorpstraat 12, Anderdam"}, "anders"),
        (
            "adres",
            {"adres": "Dorpsstraat 12, Elders"},
            {"straat": "Dorpsstraat", "woonplaats": "Elders"},
            "straat",
        ),
        ("adres", {"postcode": "1234AB"}, {"adres": "1234 AB 7"}, "postcode"),
        ("adres", {"postcode": "1234AB"}, {"postcode": "1234AC"}, "postcode, bijna"),
        ("adres", {"postcode": "1234AB"}, {"postcode": "1234XX"}, "wijk"),
    ],
)
def test_het_eerste_niveau_dat_houdt_telt(kolom, a, b, verwacht):
    assert niveau(kolom, a, b) == verwacht


def test_wie_precies_op_de_grens_lijkt_hoort_erbij():
    assert lijkt(Waarde("wolnievski"), Waarde("wolnyewski"), 0.92)  # their similarity is 0.92


# --- those who are not the same, though much is


def test_tweelingen_zijn_twee_personen():
    gelijk = {
        "achternaam": "Terpstra",
        "geboortedatum": "12-03-1987",
        "adres": "1234AB 12",
        "telefoon": "0612345678",
    }
    assert band(gelijk | {"voornaam": "Anna"}, gelijk | {"voornaam": "Lotte"}) == "geen"
    assert band(gelijk | {"voornaam": "Anna"}, gelijk | {"voornaam": "Anna"}) == "waarschijnlijk"


def test_tweelingen_van_wie_het_adres_niet_bekend_is_zijn_twee_personen():
    gelijk = {"achternaam": "Terpstra", "geboortedatum": "12-03-1987"}
    assert band(gelijk | {"voornaam": "Anna"}, gelijk | {"voornaam": "Lotte"}) == "geen"


def test_wie_thuis_een_verkeerd_gespelde_straat_heeft_is_nog_steeds_een_huisgenoot():
    samen = {"achternaam": "Terpstra"}
    jan = samen | {"voornaam": "Jan", "adres": "Dorpsstraat 12, Elders"}
    els = samen | {"voornaam": "Els", "adres": "Dorpstraat 12, Eldres"}
    assert niveau("adres", jan, els) == "medebewoner, bijna"
    assert band(jan, els) == "geen"


def test_vader_en_zoon_met_een_naam_zijn_twee_personen():
    gelijk = {"naam": "Jan Terpstra", "adres": "1234AB 12", "geslacht": "m"}
    assert band(gelijk | {"geboortedatum": "12-03-1960"}, gelijk | {"geboortedatum": "25-11-1989"}) == "geen"


def test_broers_in_de_barak_van_een_werkgever_zijn_twee_personen():
    barak = {"achternaam": "Popescu", "adres": "Fabrieksweg 1, 9999 ZZ Buitendorp", "geslacht": "m"}
    ion = barak | {"voornaam": "Ion", "geboortedatum": "02-05-1990"}
    andrei = barak | {"voornaam": "Andrei", "geboortedatum": "14-08-1992"}
    basis = Basis(1_000_000, {"adres": {"9999zz 1": 60 / 1_000_000}})
    assert band(ion, andrei) == "geen"
    assert band(ion, andrei, basis=basis) == "geen"


def test_collegas_met_een_voornaam_in_een_barak_zonder_geboortedatum_zijn_niet_dezelfde():
    barak = {"adres": "Fabrieksweg 1, 9999 ZZ Buitendorp"}
    basis = Basis(1_000_000, {"adres": {"9999zz 1": 400 / 1_000_000}})
    assert band(barak | {"naam": "Ion Popescu"}, barak | {"naam": "Ion Ciobanu"}, basis=basis) == "geen"


def test_een_huishouden_smelt_niet_samen():
    thuis = {"achternaam": "Terpstra", "adres": "1234AB 12", "telefoon": "0501234567"}
    gezin = [
        thuis | {"voornaam": "Jan", "geboortedatum": "12-03-1960"},
        thuis | {"voornaam": "Els", "geboortedatum": "07-07-1962"},
        thuis | {"voornaam": "Koen", "geboortedatum": "25-11-1989"},
        thuis | {"voornaam": "Sanne"},
    ]
    paren = [(a, b) for i, a in enumerate(gezin) for b in gezin[i + 1 :]]
    assert {band(a, b) for a, b in paren} == {"geen"}


def test_de_telefoon_van_een_hotel_maakt_niemand_gelijk():
    gast = {"telefoon": "0201234567", "geboortedatum": "00-00-1995"}
    basis = Basis(1_000_000, {"telefoon": {"+31201234567": 900 / 1_000_000}})
    assert band(gast | {"naam": "Maria Popa"}, gast | {"naam": "Maria Nowak"}, basis=basis) == "geen"
    assert bits(gast, gast, basis=basis) < bits(gast, gast) - 5


def test_op_hetzelfde_adres_spreekt_een_andere_voornaam_tegen():
    hier, daar = {"adres": "1234AB 12"}, {"adres": "9999ZZ 1"}
    jan, els = {"voornaam": "Jan"}, {"voornaam": "Els"}
    assert bits(jan | hier, els | hier) < bits(jan | hier, els | daar)
    assert bits(jan | hier, jan | hier) > bits(jan | hier, jan | daar) + 10


def test_adresbewijs_daalt_een_bit_per_verdubbeling_van_de_bewoners():
    adres = {"adres": "1234AB 12"}
    per_bezetting = [
        bits(adres, adres, basis=Basis(10**6, {"adres": {"1234ab 12": k / 10**6}})) for k in (50, 100, 200)
    ]
    assert per_bezetting[0] - per_bezetting[1] == pytest.approx(1)
    assert per_bezetting[1] - per_bezetting[2] == pytest.approx(1)


# --- bands and other kinds


def test_een_grens_hoort_bij_de_hogere_band():
    grens = grenzen(MODEL, doel="veredelen", omvang=1_000_000)
    assert [oordeel(b, grens) for b in (3.99, 4.0, 9.99, 10.0)] == [
        "geen",
        "mogelijk",
        "mogelijk",
        "waarschijnlijk",
    ]


def test_een_grotere_basis_vraagt_meer_en_een_kleinere_niet_minder():
    miljoen, tien, klein = (grenzen(MODEL, doel="hit", omvang=n) for n in (10**6, 10**7, 10**4))
    assert tien.mogelijk == miljoen.mogelijk + 1
    assert klein == miljoen


def test_een_onbekend_doel_of_twee_soorten_worden_geweigerd():
    with pytest.raises(ValueError, match="kent het doel 'gissen' niet"):
        vergelijk(persoon("a"), persoon("b"), doel="gissen")
    with pytest.raises(ValueError, match="niet te vergelijken"):
        vergelijk(persoon("a"), entiteit("b", "telefoon", telefoon="0612345678"))


@pytest.mark.parametrize(
    ("soort", "een", "zelfde", "ander"),
    [
        ("telefoon", {"telefoon": "0612345678"}, {"telefoon": "+31612345678"}, {"telefoon": "0687654321"}),
        ("voertuig", {"kenteken": "12-AB-34"}, {"kenteken": "12ab34"}, {"kenteken": "99-ZZ-99"}),
        (
            "rekening",
            {"iban": "NL91ABNA0417164300"},
            {"iban": "nl91 abna 0417 1643 00"},
            {"iban": "NL02RABO0123456789"},
        ),
        ("account", {"account": "@xyz"}, {"account": "XYZ"}, {"account": "iets_heel_anders"}),
        ("adres", {"adres": "Dorpsstr. 12, 1234AB Ons Dorp"}, {"adres": "1234 AB 12"}, {"adres": "9999ZZ 1"}),
        (
            "bedrijf",
            {"kvk": "12345678", "bedrijfsnaam": "Jansen Bouw BV"},
            {"kvk": "12345678", "bedrijfsnaam": "Bouw Jansen"},
            {"kvk": "87654321", "bedrijfsnaam": "Nagelstudio Lotus"},
        ),
        (
            "advertentie",
            {"advertentie": "lief meisje bel 0612345678", "account": "xyz"},
            {"advertentie": "nieuw adres bel 0612345678", "account": "xyz"},
            {"advertentie": "bel 0687654321"},
        ),
    ],
)
def test_ook_dingen_worden_vergeleken(soort, een, zelfde, ander):
    a = entiteit("a", soort, **een)
    assert vergelijk(a, entiteit("b", soort, **zelfde)).band == "waarschijnlijk"
    assert vergelijk(a, entiteit("b", soort, **ander)).band == "geen"


def test_een_basis_telt_wat_in_haar_is():
    basis = basis_van([persoon("1", naam="Jan Bos"), persoon("2", naam="Els Bos"), persoon("3")])
    assert basis.omvang == 3
    assert basis.frequenties["achternaam"] == {"bos": pytest.approx(2 / 3)}
    assert basis_van([]).omvang == 1
    with pytest.raises(ValueError, match="ten minste een record"):
        Basis(0)

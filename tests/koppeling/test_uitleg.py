# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given
from tests.koppeling.bouw import personen, persoon

from koppeling import gegevens, soorten_zin, standaardmodel, vergelijk, waterval, zin
from koppeling.uitleg import getal

A = persoon("a", naam="Piet Jansen", geboortedatum="12-03-1987", postcode="1234AB", telefoon="0612345678")
B = persoon("b", naam="Janssen, Piet", geboortedatum="1987-03-12", postcode="9999ZZ")


def test_de_zin_noemt_alles_wat_meetelde_en_wat_ontbrak():
    assert zin(vergelijk(A, B)) == (
        "geboortedatum gelijk +12,6; voornaam gelijk +7,5; achternaam klinkt gelijk (Jansen/Janssen) +5,5; "
        "ander adres of andere postcode −1,6; geslacht ontbreekt; telefoon ontbreekt; e-mailadres ontbreekt; "
        "rekeningnummer ontbreekt; online account ontbreekt; burgerservicenummer ontbreekt"
    )
    assert zin(vergelijk(A, B), "en").startswith(
        "same birth date +12.6; same given name +7.5; surname sounds the same (Jansen/Janssen) +5.5; "
    )


def test_de_zin_over_soorten_noemt_geen_waarde_en_geen_gewicht():
    assert soorten_zin(vergelijk(A, B)) == "achternaam klinkt gelijk; voornaam gelijk; geboortedatum gelijk"
    assert soorten_zin(vergelijk(persoon(), persoon()), "en") == "nothing agrees"


@given(personen("a"), personen("b"))
def test_de_zin_over_soorten_verraadt_niets(a, b):
    tekst = soorten_zin(vergelijk(a, b)).lower()
    assert not any(teken.isdigit() for teken in tekst.replace("1 januari", ""))
    assert "jansen" not in tekst
    assert "dorpsstraat" not in tekst


@given(personen("a"), personen("b"))
def test_de_waterval_eindigt_op_het_gewicht(a, b):
    uitkomst = vergelijk(a, b)
    assert waterval(uitkomst)[-1][2] == pytest.approx(uitkomst.bits, abs=1e-9)
    assert len(waterval(uitkomst, "en")) == len(uitkomst.delen)


@given(personen("a"), personen("b"))
def test_wat_bij_een_besluit_bewaard_wordt_is_json_en_bevat_geen_waarden(a, b):
    bewaard = gegevens(vergelijk(a, b))
    assert json.loads(json.dumps(bewaard)) == bewaard
    assert sum(d["bits"] for d in bewaard["delen"]) == pytest.approx(bewaard["bits"], abs=1e-9)
    assert set().union(*bewaard["delen"]) <= {"naam", "bits", "tekst", "niveau", "m", "u", "frequentie"}


def test_elk_niveau_heeft_een_eigen_zin_in_twee_talen():
    for soort, vergelijkingen in standaardmodel().vergelijkingen.items():
        for taal in ("nl", "en"):
            zinnen = [n.tekst[taal] for v in vergelijkingen for n in v.niveaus]
            zinnen += [v.ontbreekt[taal] for v in vergelijkingen]
            assert len(set(zinnen)) == len(zinnen), (soort, taal)


@pytest.mark.parametrize(
    ("bits", "nl", "en"), [(6.14, "+6,1", "+6.1"), (-1, "−1,0", "−1.0"), (-0.04, "0,0", "0.0")]
)
def test_een_getal_draagt_zijn_teken(bits, nl, en):
    assert (getal(bits, "nl"), getal(bits, "en")) == (nl, en)

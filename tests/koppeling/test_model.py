# SPDX-License-Identifier: EUPL-1.2
from importlib.resources import files

import pytest

from koppeling import ModelFout, laad, standaardmodel
from koppeling.functies import COMBINATIES, WAARDEFUNCTIES

TEKST = (files("koppeling") / "modellen" / "nl-2.toml").read_text(encoding="utf-8")


def test_het_meegeleverde_model_is_geldig_en_heeft_een_modelkaart():
    assert standaardmodel().naam == "nl-2"
    assert standaardmodel() == laad(TEKST)
    for naam in ("nl-1", "nl-2"):
        assert standaardmodel(naam).naam == naam
        assert (files("koppeling") / "modellen" / f"{naam}.md").is_file()


def test_een_kenmerk_over_afkomst_bestaat_niet():
    verboden = ("nationaliteit", "herkomst", "geboorteland", "wijk_", "buurt", "religie", "etnic")
    assert not [woord for woord in verboden if woord in TEKST]


def test_wat_vaker_bij_dezelfde_voorkomt_spreekt_voor():
    for vergelijkingen in standaardmodel().vergelijkingen.values():
        for v in vergelijkingen:
            assert v.niveaus[-1].bits < 0, v.naam
            assert max(n.bits for n in v.niveaus) > 0, v.naam


def test_elke_functie_wordt_gebruikt():
    model = standaardmodel()
    gebruikt = {n.functie for lijst in model.vergelijkingen.values() for v in lijst for n in v.niveaus}
    assert gebruikt - {""} == set(WAARDEFUNCTIES) | set(COMBINATIES)


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('naam = "nl-2"', "", "ontbreekt de sleutel 'naam'"),
        ('naam = "nl-2"', "naam = ", "geen geldig TOML"),
        ("partners = 1.3", "partners = 0", "groter zijn dan nul"),
        ('functie = "datum_past"', 'functie = "raden"', "de functie 'raden' bestaat niet"),
        ('kolom = "woonplaats"', 'kolom = "sterrenbeeld"', "de kolom 'sterrenbeeld' bestaat niet"),
        ("m = 0.73", "m = 0.5", "tellen op tot"),
        ("m = 0.73", "m = 1.5", "tussen 0 en 1"),
        ('en = "same surname"', 'en = ""', "in het Engels"),
        ("[[vergelijking.bedrijf]]", "[[vergelijking.planeet]]", "Onbekende soort 'planeet'"),
        ("mogelijk = 4.0", "mogelijk = 40.0", "niet boven"),
        ("jong = 0.0051", "jong = 51", "frequenties.achternaam"),
    ],
)
def test_een_fout_in_het_modelbestand_wordt_bij_naam_genoemd(oud, nieuw, melding):
    assert oud in TEKST
    with pytest.raises(ModelFout, match=melding):
        laad(TEKST.replace(oud, nieuw, 1) if "planeet" not in nieuw else TEKST.replace(oud, nieuw))


def test_een_model_dat_niet_is_meegeleverd_wordt_geweigerd():
    for naam in ("nl-99", "../nl-1", ""):
        with pytest.raises(ModelFout, match="geen meegeleverd model"):
            standaardmodel(naam)


def test_een_leeg_of_vreemd_bestand_is_een_duidelijke_fout():
    for tekst in ("", "a = 1", "vergelijking = 3", 'naam = "x"\nvergelijking = {persoon = 3}'):
        with pytest.raises(ModelFout):
            laad(tekst)

# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.koppeling.bouw import personen, persoon, wilde_personen

from koppeling import SLEUTELSOORTEN, Sleutel, entiteit, gehasht, profiel, sleutels
from koppeling.sleutels import MAX_PER_SOORT, PERSOON

ZOUT = b"een zout van zestien bytes"


def soorten(a, b):
    return {s.soort for s in sleutels(a) & sleutels(b)}


def test_een_volledig_persoon_heeft_eenentwintig_sleutels_naast_die_van_zijn_dingen():
    p = persoon(
        naam="Piet Jansen",
        geboortedatum="12-03-1987",
        adres="Dorpsstraat 12, 1234AB Ons Dorp",
        bsn="111222333",
        telefoon="0612345678",
    )
    identiteit = {s.soort for s in sleutels(p) if s.rol == "identiteit"}
    assert identiteit == set(PERSOON)
    assert len(identiteit) == 21
    assert {s.soort for s in sleutels(p) if s.rol == "ding"} == {"adres", "telefoon"}


def test_zonder_bruikbare_velden_is_er_geen_sleutel():
    assert sleutels(persoon()) == frozenset()
    assert sleutels(persoon(naam="😀", geboortedatum="00-00-0000")) == frozenset()


@pytest.mark.parametrize(
    "fout",
    [
        {"naam": "Piet Jansne"},
        {"naam": "Jansen Piet"},
        {"naam": "P Jansen"},
        {"naam": "Maria Jansen"},
        {"geboortedatum": "03-12-1987"},
        {"geboortedatum": "12-03-1978"},
        {"geboortedatum": "00-00-1987"},
        {"adres": "9999ZZ 1"},
        {"naam": "Peit Janssne", "geboortedatum": ""},
        {"naam": "P. Jasnen", "geboortedatum": "", "adres": ""},
        {"naam": "P. Anders", "geboortedatum": "", "adres": "Dorpstraat 12, Ons Dorp"},
        {"naam": "Piet Jalsen", "adres": "", "geboortedatum": "±1987"},
    ],
)
def test_een_fout_in_een_veld_verbergt_iemand_niet(fout):
    velden = {
        "naam": "Piet Jansen",
        "geboortedatum": "12-03-1987",
        "adres": "Dorpsstraat 12, 1234AB Ons Dorp",
    }
    assert soorten(persoon(**velden), persoon("2", **(velden | fout)))


def test_een_ding_en_wie_het_gebruikt_delen_een_sleutel():
    nummer = entiteit("t", "telefoon", telefoon="+31 6 12345678")
    assert soorten(persoon(telefoon="06-12345678"), nummer) == {"telefoon"}
    advertentie = entiteit("a", "advertentie", advertentie="bel nul zes 12345678")
    assert soorten(advertentie, nummer) == {"telefoon"}


def test_bedrijven_en_adressen_hebben_losse_sleutels():
    een = entiteit("1", "bedrijf", bedrijfsnaam="Bouw Jansen BV", postcode="1234AB")
    twee = entiteit("2", "bedrijf", bedrijfsnaam="Jansen Bouw", postcode="1234XX")
    assert "bedrijfsnaam" in soorten(een, twee)
    een = entiteit("1", "adres", adres="Dorpsstraat 12, 1234AB Ons Dorp")
    twee = entiteit("2", "adres", adres="Dorpstraat 12, 1234AB Ons Dorp")
    assert "straat+plaats" in soorten(een, twee)


@given(personen(), st.randoms())
def test_de_volgorde_van_waarden_verandert_geen_sleutel(p, willekeur):
    door_elkaar = {v: willekeur.sample(w, len(w)) for v, w in p.velden.items()}
    assert sleutels(persoon(**door_elkaar)) == sleutels(p) == sleutels(profiel(p))


@given(wilde_personen())
def test_elke_invoer_geeft_begrensd_veel_geldige_sleutels(p):
    gevonden = sleutels(p)
    assert len(gevonden) <= len(SLEUTELSOORTEN) * MAX_PER_SOORT
    for sleutel in gevonden:
        assert sleutel.soort in SLEUTELSOORTEN
        assert sleutel.waarde
        assert -(2**63) <= gehasht(sleutel, ZOUT) < 2**63


def test_veel_waarden_in_veel_velden_geven_begrensd_veel_sleutels():
    veel = {
        "naam": [f"Voor{i} Achter{i}" for i in range(200)],
        "geboortedatum": [str(1900 + i) for i in range(100)],
    }
    assert len(sleutels(persoon(**veel))) <= len(SLEUTELSOORTEN) * MAX_PER_SOORT


def test_een_hash_hangt_af_van_zout_soort_en_versie():
    sleutel = Sleutel("telefoon", "+31612345678", 1)
    assert gehasht(sleutel, ZOUT) == -6394765299884999238
    anders = [
        (sleutel, ZOUT + b"x"),
        (Sleutel("iban", "+31612345678", 1), ZOUT),
        (Sleutel("telefoon", "+31612345678", 2), ZOUT),
    ]
    assert len({gehasht(sleutel, ZOUT), *(gehasht(*a) for a in anders)}) == 4


def test_een_kort_zout_en_een_onbekende_versie_worden_geweigerd():
    with pytest.raises(ValueError, match="zout is te kort"):
        gehasht(Sleutel("telefoon", "1"), b"kort")
    with pytest.raises(ValueError, match="Sleutelversie 99"):
        sleutels(persoon(), versie=99)

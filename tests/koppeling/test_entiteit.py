# SPDX-License-Identifier: EUPL-1.2
import pickle
import time

import pytest
from tests.koppeling.bouw import persoon

from koppeling import VELDEN, Entiteit, Weger, entiteit, profiel, sleutels, standaardmodel, vergelijk
from koppeling.basis import Basis
from koppeling.entiteit import MAX_WAARDEN


def test_elk_veld_mag_ontbreken_en_meer_waarden_hebben():
    assert persoon().velden == {}
    assert persoon(telefoon=["2", "1", "2", " "]).velden == {"telefoon": ("1", "2")}
    assert entiteit("1", "persoon", naam=None).velden == {}
    assert Entiteit("1", "persoon", {"naam": ("Jan",)}) == persoon(naam="Jan")


@pytest.mark.parametrize(
    ("fout", "soort", "velden", "melding"),
    [
        (ValueError, "planeet", {}, "Onbekende soort 'planeet'"),
        (ValueError, "persoon", {"nationaliteit": "x"}, "Onbekend veld 'nationaliteit'"),
        (TypeError, "persoon", {"naam": [3]}, "verwacht tekst"),
    ],
)
def test_een_verkeerde_soort_of_veld_wordt_geweigerd(fout, soort, velden, melding):
    with pytest.raises(fout, match=melding):
        entiteit("1", soort, **velden)


def test_een_entiteit_en_een_profiel_gaan_heel_door_een_ander_proces():
    p = persoon(naam="Jan Bos", telefoon="0612345678")
    assert pickle.loads(pickle.dumps(p)) == p
    assert pickle.loads(pickle.dumps(profiel(p))) == profiel(p)
    assert len({p, persoon(naam="Jan Bos", telefoon="0612345678")}) == 1


def test_meer_waarden_dan_het_maximum_worden_afgekapt_en_niet_toevallig():
    veel = [f"06{i:08}" for i in range(100)]
    assert len(profiel(persoon(telefoon=veel)).kolommen["telefoon"]) == MAX_WAARDEN
    assert profiel(persoon(telefoon=veel)) == profiel(persoon(telefoon=veel[::-1]))


@pytest.mark.parametrize(
    "tekst",
    [
        "a" * 5000,
        "a " * 2500,
        "1" * 5000,
        "-" * 5000,
        "😀" * 5000,
        "ﷺ" * 5000,
        "(" * 5000,
        "0 " * 2500,
        "@" * 5000,
        "\u0301" * 5000,
        "\ud800" * 5000,
        "٣" * 5000,
        "van " * 1250,
        "1a " * 1600,
        "a@" * 2500,
        "\x00" * 5000,
    ],
    ids=lambda t: ascii(t[:4]),
)
def test_lange_en_vreemde_teksten_in_elk_veld_kosten_weinig(tekst):
    begin = time.process_time()
    p = persoon(**{veld: [tekst, tekst[::-1] + "x"] for veld in VELDEN})
    assert len(sleutels(p)) < 1000
    vergelijk(p, p)
    assert time.process_time() - begin < 2


def test_de_zwaarste_vergelijking_blijft_onder_een_halve_seconde():
    zwaar = {
        v: [f"{v} {'q' * 100} {i}" for i in range(50)] for v in ("voornaam", "achternaam", "adres", "email")
    }
    a, b = (
        profiel(persoon("a", **zwaar)),
        profiel(persoon("b", **{v: [w[::-1] for w in ws] for v, ws in zwaar.items()})),
    )
    begin = time.process_time()
    Weger(standaardmodel(), Basis(10**6))(a, b)
    assert time.process_time() - begin < 0.5

# SPDX-License-Identifier: EUPL-1.2
"""A flood of meldingen: held back without knowing who sends, nobody shut out, nothing acknowledged lost."""

import hashlib
import itertools
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.melding.test_publiek import kaart, verstuur
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.melding import queries, rules
from schakel.melding.actions import drukte
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Kaart, Melding


@pytest.fixture
def vloed(regio: Regio, monkeypatch: pytest.MonkeyPatch) -> Iterator[Regio]:
    """Two meldingen go through at once, then a proof is asked."""
    for naam, waarde in {"meldingen_los": 2, "meldingen_per_minuut": 0.01, "proef_bits": 8}.items():
        monkeypatch.setattr(meldpunt(), naam, waarde)
    drukte.maak_leeg()
    for nr in range(2):
        kaart(Client(), verstuur(Client(), tekst=f"Gewoon {nr}", sleutel=f"s{nr}"))
    yield regio
    klok._verzet.set(timedelta())
    drukte.maak_leeg()


def velden(antwoord: Any) -> dict[str, str]:
    """The hidden fields of the proof, and the sum."""
    pagina = unescape(antwoord.content.decode())
    zegel = re.search(r'name="proef" value="([^"]+)"', pagina)
    zout = re.search(r'data-zout="([^"]+)"', pagina)
    som = re.search(r"Hoeveel is (\d+) \+ (\d+)\?", pagina)
    assert zegel
    assert zout
    assert som
    return {"proef": zegel.group(1), "zout": zout.group(1), "som": str(int(som.group(1)) + int(som.group(2)))}


def los_op(zout: str) -> str:
    return next(str(n) for n in itertools.count() if hashlib.sha256(f"{zout}:{n}".encode()).digest()[0] == 0)


def test_zonder_script_wacht_je_kort_en_doe_je_een_som_en_de_tekst_blijft_staan(vloed: Regio) -> None:
    buiten = Client()
    zegt = {"tekst": "Steeds hetzelfde busje 🌷", "waar": "Kade 3", "sleutel": "v"}
    eerst = buiten.post("/melden", zegt)
    assert eerst.status_code == 429
    pagina = unescape(eerst.content.decode())
    assert "heel veel meldingen tegelijk" in pagina
    assert "Steeds hetzelfde busje 🌷" in pagina
    assert "Kade 3" in pagina
    proef = velden(eerst)
    fout = buiten.post("/melden", zegt | {"proef": proef["proef"], "antwoord": "zeven"})
    assert "Reken het nog eens uit" in fout.content.decode()
    snel = buiten.post("/melden", zegt | {"proef": velden(fout)["proef"], "antwoord": proef["som"]})
    assert re.search("wacht nog (10|9|8) seconden", snel.content.decode())
    klok._verzet.set(timedelta(seconds=11))
    arabisch = proef["som"].translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    kaart(buiten, buiten.post("/melden", zegt | {"proef": proef["proef"], "antwoord": arabisch}))
    with als(vloed.actor("ketenregisseur@riec")):
        assert Melding.objects.count() == 3


def test_met_script_werkt_de_browser_en_een_proef_geldt_een_keer(vloed: Regio) -> None:
    proef = velden(verstuur(Client(), tekst="Eerste", sleutel="a"))
    bewijs = {"proef": proef["proef"], "oplossing": los_op(proef["zout"])}
    kaart(Client(), verstuur(Client(), tekst="Eerste", sleutel="a", **bewijs))
    nogmaals = verstuur(Client(), tekst="Tweede", sleutel="b", **bewijs)
    assert nogmaals.status_code == 429
    assert velden(nogmaals)["zout"] != proef["zout"]
    assert verstuur(Client(), tekst="Derde", proef="verzonnen", oplossing="1").status_code == 429


def test_wat_al_is_bevestigd_komt_opnieuw_gestuurd_gewoon_terug(vloed: Regio) -> None:
    eerder = kaart(Client(), verstuur(Client(), tekst="Gewoon 0", sleutel="s0"))
    assert eerder == kaart(Client(), verstuur(Client(), tekst="Gewoon 0", sleutel="s0"))


def test_de_koppeling_krijgt_de_opgave_als_gegevens_en_wie_een_token_heeft_wordt_niet_geremd(
    vloed: Regio,
) -> None:
    def meld(inhoud: dict[str, Any]) -> Any:
        return Client().post("/api/v1/meldingen", json.dumps(inhoud), content_type="application/json")

    geremd = meld({"tekst": "Via de koppeling."})
    assert geremd.status_code == 429
    assert geremd["Content-Type"] == "application/problem+json"
    opgave = geremd.json()["fouten"][0]
    bewijs = {"zegel": opgave["zegel"], "oplossing": los_op(opgave["zout"])}
    assert opgave["bits"] == 8
    assert meld({"tekst": "Via de koppeling.", "proef": bewijs}).status_code == 201
    assert meld({"tekst": "Nog een.", "proef": bewijs}).status_code == 429


def test_na_de_vloed_vraagt_niemand_meer_een_proef_en_er_is_niets_van_wie_dan_ook(vloed: Regio) -> None:
    assert verstuur(Client(), tekst="Te druk").status_code == 429
    klok._verzet.set(timedelta(hours=2))
    kaart(Client(), verstuur(Client(), tekst="Te druk"))
    assert {v.name for v in Kaart._meta.concrete_fields} == {"merk", "verloopt"}
    assert set(vars(next(iter(drukte._emmers.values())))) == {"vol", "per_minuut", "stand", "op"}


def test_dezelfde_woorden_twee_keer_wijzen_naar_elkaar_bij_het_meldpunt(regio: Regio) -> None:
    gemeente = str(regio.gemeenten["lindemeer"].pk)
    for nr, tekst in enumerate(
        ("Er slapen mensen in de loods.", "er slapen  MENSEN in de loods.", "Iets anders")
    ):
        kaart(Client(), verstuur(Client(), tekst=tekst, sleutel=f"d{nr}", gemeente=gemeente))
    kaart(Client(), verstuur(Client(), tekst="Er slapen mensen in de loods.", sleutel="elders"))
    collega = regio.client("aandachtsfunctionaris@lindemeer")
    assert collega.get("/meldingen").content.decode().count("zelfde tekst als eerder") == 1
    door = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(door):
        eerste, tweede, _anders = queries.lijst(door=door).order_by("ontvangen_op", "pk")
        assert queries.dubbelen(door=door, melding=eerste) == [tweede]
    bladzij = collega.get(f"/meldingen/{tweede.pk}").content.decode()
    assert f'<a class="kenmerk" href="/meldingen/{eerste.pk}">{eerste.kenmerk}</a>' in bladzij


@given(
    st.integers(1, 50),
    st.floats(0.5, 600),
    st.lists(st.tuples(st.floats(0, 100), st.integers(1, 30)), max_size=20),
)
def test_een_emmer_geeft_nooit_meer_dan_vol_plus_wat_er_bij_kwam(
    vol: int, per_minuut: float, drukte_: list[tuple[float, int]]
) -> None:
    emmer, nu, gegeven = rules.Emmer(vol, per_minuut, vol, 0.0), 0.0, 0
    for wachten, pogingen in drukte_:
        nu += wachten
        gegeven += sum(emmer.neem(nu) for _ in range(pogingen))
        assert gegeven <= vol + nu / 60 * per_minuut + 1e-6
    assert emmer.neem(nu - 1000) in (True, False), "a clock that goes back gives nothing extra"


@given(st.text(max_size=30), st.integers(1, 20))
def test_een_oplossing_klopt_alleen_met_genoeg_nullen(oplossing: str, bits: int) -> None:
    som = hashlib.sha256(f"zout:{oplossing}".encode()).hexdigest()
    nullen = 256 - int(som, 16).bit_length()
    assert rules.opgelost("zout", oplossing, bits) == (nullen >= bits and oplossing != "")

# SPDX-License-Identifier: EUPL-1.2
"""The public page under the name and colour of one meldpunt: configuration, not code."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.melding.test_publiek import ZEGT, kaart
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.melding import queries, rules
from schakel.melding.models import Melding
from schakel.partner.models import Bezetting

VEENBURG = {
    "naam": "Meldpunt Uitbuiting Veenburg",
    "adres": "Veenburg",
    "inleiding": "Wij luisteren.",
    "telefoon": "0800-1234",
    "kleur": "#7A1F5C",
    "open": "on",
}


def zet(regio: Regio, wie: str = "aandachtsfunctionaris@veenburg", **anders: str) -> Any:
    return regio.client(wie).post("/meldingen/paginas/nieuw", VEENBURG | anders)


def kop(pagina: str) -> str:
    gevonden = re.search(r'class="kop__naam"[^>]*href="([^"]+)".*?</svg>(.*?)</a>', pagina, re.S)
    assert gevonden
    return " ".join(gevonden.groups()).strip()


@pytest.mark.rij("MEL-01")
def test_een_meldpunt_heeft_een_pagina_met_eigen_naam_en_kleur_en_krijgt_wat_daar_binnenkomt(
    regio: Regio,
) -> None:
    assert zet(regio)["Location"] == "/meldingen/paginas"
    buiten = Client()
    pagina = unescape(buiten.get("/melden/veenburg").content.decode())
    assert kop(pagina) == "/melden/veenburg Meldpunt Uitbuiting Veenburg"
    for woord in ("Wij luisteren.", "0800-1234", "Dit is het meldpunt van Meldpunt Uitbuiting Veenburg."):
        assert woord in pagina
    stijl = re.search(r'href="(/melden/veenburg/stijl[^"]*)"', pagina)
    assert stijl
    css = buiten.get(stijl.group(1))
    assert css["Content-Type"] == "text/css"
    assert "--schakel-accent: #7a1f5c" in css.content.decode()
    antwoord = buiten.post("/melden/veenburg", ZEGT | {"gemeente": str(regio.gemeenten["lindemeer"].pk)})
    assert antwoord["Location"].startswith("/melden/veenburg/ontvangen?")
    code, kenmerk = kaart(buiten, antwoord)
    assert "Uitbuiting Veenburg" in buiten.post("/melden/veenburg/terug", {"code": code}).content.decode()
    door = regio.actor("aandachtsfunctionaris@veenburg")
    with als(door):
        assert [m.kenmerk for m in queries.lijst(door=door)] == [kenmerk]


def test_kan_dat_meldpunt_nu_niet_ontvangen_dan_beslist_de_route(regio: Regio) -> None:
    zet(regio)
    functie = regio.bezettingen["aandachtsfunctionaris@veenburg"].functie
    Bezetting.objects.filter(functie=functie).update(tot=date(2021, 1, 1))
    kaart(Client(), Client().post("/melden/veenburg", ZEGT))
    with als(regio.actor("ketenregisseur@riec")):
        assert Melding.objects.get().eigenaar_id == regio.partner("riec").pk


def test_een_dichte_en_een_onbekende_pagina_zijn_hetzelfde(regio: Regio) -> None:
    zet(regio, open="")
    for pad in ("/melden/veenburg", "/melden/verzonnen", "/melden/veenburg/stijl", "/melden/veenburg/terug"):
        assert Client().get(pad).status_code == 404
    assert Client().post("/melden/veenburg", ZEGT).status_code == 404


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"kleur": "#ffee00"}, "te licht"),
        ({"kleur": "paars"}, "Een kleur als"),
        ({"kleur": "red; } body { display: none"}, "7 tekens"),
        ({"adres": "terug"}, "al in gebruik"),
        ({"adres": "met spatie"}, "streepjes"),
        ({"telefoon": "bel mij"}, "cijfers"),
    ],
)
def test_een_verkeerde_instelling_zegt_wat_te_doen(regio: Regio, anders: dict[str, str], zin: str) -> None:
    antwoord = zet(regio, **anders)
    assert antwoord.status_code == 422
    assert zin in unescape(antwoord.content.decode())
    assert "Wij luisteren." in antwoord.content.decode()


def test_een_adres_is_van_een_en_een_ander_kan_er_niet_aan(regio: Regio) -> None:
    zet(regio)
    assert "al in gebruik" in zet(regio, "aandachtsfunctionaris@lindemeer").content.decode()
    with als(regio.actor("aandachtsfunctionaris@veenburg")):
        eigen = queries.meldpaginas().get()
    pad = f"/meldingen/paginas/{eigen.pk}"
    assert regio.client("aandachtsfunctionaris@veenburg").get(pad).status_code == 200
    assert regio.client("aandachtsfunctionaris@lindemeer").get(pad).status_code == 404
    assert regio.client("casusdeelnemer@nla").get("/meldingen/paginas").status_code == 404


@given(st.integers(0, 0xFFFFFF))
def test_van_elke_donkere_kleur_is_ook_de_donkere_leesbaar_en_de_stijl_heel(getal: int) -> None:
    kleur = f"#{getal:06x}"
    css = rules.stijl(kleur)
    gevonden = re.findall(r"#[0-9a-f]{6}", css)
    assert len(gevonden) == 3
    assert rules.contrast(gevonden[1]) >= rules.contrast(kleur)
    assert 1 <= rules.contrast(kleur) <= 21.01
    assert rules.stijl(f"{kleur};") == ""

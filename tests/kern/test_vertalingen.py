# SPDX-License-Identifier: EUPL-1.2
"""English is complete: every sentence of a page has a translation that fills in the same things."""

import gettext
import re
import shutil
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.test import Client
from django.utils import translation
from tests.regio import Regio
from tools import vertalingen
from tools.vertalingen import CATALOGUS

from schakel.convenant import rules

INVULPLEK = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")
RESTEN = re.compile(
    r"\b(melding|inloggen|wachtwoord|iemand|uw|niet|wat|waar|kies|een|het|versie|toegankelijkheid)\b", re.I
)
"""Dutch words that stand on the two open pages and are no English."""


@pytest.fixture(autouse=True)
def _terug_naar_nederlands() -> Iterator[None]:
    """A request leaves its language behind in the thread."""
    yield
    translation.deactivate()


def test_elke_zin_is_vertaald_met_dezelfde_invulplekken() -> None:
    for zin in vertalingen.lees(CATALOGUS.read_text())[1:]:
        bronnen = (zin.bron, zin.meervoud or zin.bron)
        for bron, vertaald in zip(bronnen, zin.vertaald, strict=False):
            assert vertaald, bron
            assert sorted(INVULPLEK.findall(bron)) == sorted(INVULPLEK.findall(vertaald)), bron


def test_de_catalogus_die_draait_komt_uit_de_catalogus_die_wij_lezen() -> None:
    mo = CATALOGUS.with_suffix(".mo").read_bytes()
    assert mo == vertalingen.compileer(CATALOGUS.read_text()), "draai: python tools/vertalingen.py"
    gelezen = gettext.GNUTranslations(BytesIO(mo))
    for zin in vertalingen.lees(CATALOGUS.read_text())[1:]:
        assert gelezen.gettext(zin.bron) == zin.vertaald[0] or zin.meervoud


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs GNU gettext: apt-get install gettext")
def test_geen_zin_van_de_bron_ontbreekt_in_de_catalogus() -> None:
    van_de_bron = {zin.sleutel for zin in vertalingen.lees(vertalingen.verzamel()) if zin.bron}
    bekend = {zin.sleutel for zin in vertalingen.lees(CATALOGUS.read_text())}
    assert van_de_bron - bekend == set(), "draai: python tools/vertalingen.py, en vertaal wat hij noemt"


@pytest.mark.parametrize("pad", ["/melden", "/inloggen"])
@pytest.mark.usefixtures("regio")
def test_een_open_pagina_in_het_engels_heeft_geen_nederlandse_woorden(pad: str) -> None:
    client = Client()
    client.post("/taal", {"taal": "en", "terug": pad})
    pagina = client.get(pad).content.decode()
    assert '<html lang="en">' in pagina
    knop = '<button class="tekstknop" type="submit" name="taal" value="nl" lang="nl">Nederlands</button>'
    assert knop in pagina
    tekst = re.sub(r"<(script|style|option)\b.*?</\1>|<[^>]+>", " ", pagina.replace(knop, ""), flags=re.S)
    assert RESTEN.findall(tekst) == []
    assert '<html lang="nl">' in Client().get(pad).content.decode()


def test_de_taalknop_brengt_je_terug_waar_je_was_en_nergens_anders(regio: Regio) -> None:
    client = regio.client("aandachtsfunctionaris@lindemeer")
    assert 'name="terug" value="/signalen?zoek=1"' in client.get("/signalen?zoek=1").content.decode()
    assert client.post("/taal", {"taal": "en", "terug": "/signalen"})["Location"] == "/signalen"
    assert client.post("/taal", {"taal": "en", "terug": "https://elders.example/"})["Location"] == "/"
    assert "My work" in client.get("/").content.decode()


def test_wat_mensen_schreven_blijft_zoals_zij_het_schreven(regio: Regio) -> None:
    partner = regio.partner("lindemeer")
    partner.naam = "Melding"
    partner.save(update_fields=["naam"])
    client = regio.client("aandachtsfunctionaris@lindemeer")
    client.post("/taal", {"taal": "en", "terug": "/"})
    pagina = client.get("/").content.decode()
    assert ", Melding</span>" in pagina
    assert "Reports" in pagina


def test_de_redenen_van_een_oordeel_blijven_nederlands() -> None:
    with translation.override("en"):
        assert rules.naam(rules.Doel.OPVANG) == "shelter"
        assert rules.naam_nl(rules.Doel.OPVANG) == "opvang"
        assert rules.keuzes(rules.Doel)[0][1] == "Prevention"
    with translation.override("nl"):
        assert rules.keuzes(rules.Doel)[0][1] == "Preventie"

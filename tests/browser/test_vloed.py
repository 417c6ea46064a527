# SPDX-License-Identifier: EUPL-1.2
"""In a flood: the browser makes the proof, and without script a person does a sum."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.huis import Huis

INSTELLINGEN = {
    "SCHAKEL_MELDING_MELDINGEN_LOS": "1",
    "SCHAKEL_MELDING_MELDINGEN_PER_MINUUT": "0.01",
    "SCHAKEL_MELDING_PROEF_WACHTEN": "0",
}


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[Huis]:
    huis = Huis(tmp_path, instellingen=INSTELLINGEN)
    try:
        huis.richt_in()
        huis.start_web()
        yield huis
    finally:
        huis.ruim_op()


def meld(pagina: Page, huis: Huis, tekst: str) -> None:
    pagina.goto(f"{huis.adres}/melden")
    pagina.get_by_label("Wat heeft u gezien of gehoord?").fill(tekst)
    pagina.get_by_role("button", name="Versturen").click()


def test_in_een_vloed_rekent_de_browser_en_zonder_script_de_mens(huis: Huis, chromium: Any) -> None:
    with chromium.new_context(locale="nl-NL", viewport={"width": 390, "height": 800}) as venster:
        pagina = venster.new_page()
        meld(pagina, huis, "De eerste gaat zo door.")
        expect(pagina.get_by_role("heading", name="Uw code")).to_be_visible()
        meld(pagina, huis, "Hier is het al vol.")
        expect(pagina.get_by_text("De proef is klaar. Verstuur uw melding nu.")).to_be_visible(timeout=60_000)
        expect(pagina.get_by_label("Hoeveel is")).to_be_hidden()
        expect(pagina.get_by_label("Wat heeft u gezien of gehoord?")).to_have_value("Hier is het al vol.")
        pagina.get_by_role("button", name="Versturen").click()
        expect(pagina.get_by_role("heading", name="Uw code")).to_be_visible()
    with chromium.new_context(locale="nl-NL", java_script_enabled=False) as venster:
        pagina = venster.new_page()
        meld(pagina, huis, "Zonder script.")
        vraag = re.search(r"(\d+) \+ (\d+)", pagina.locator(".proef label").inner_text())
        assert vraag
        pagina.locator("[name=antwoord]").fill(str(int(vraag.group(1)) + int(vraag.group(2))))
        pagina.get_by_role("button", name="Versturen").click()
        expect(pagina.get_by_role("heading", name="Uw code")).to_be_visible()
    assert huis.sql("SELECT count(*) FROM melding_melding") == [(3,)]

# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong on a working day: a session that ends, a double click, "back", a colleague who was first, no database."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from tests import huis as huizen
from tests.browser import keten as k
from tests.browser import toneel
from tests.browser.handen import Muis

from schakel.wereld.rijndal.partners import WACHTWOORD

LANG = "Twee partners zien hetzelfde: “niets mag weg”, <b>ook dit niet</b> & dit."


def begin_casus(pagina: k.Pagina, titel: str) -> k.Collega:
    """A colleague with the form of a new case filled in, not yet sent."""
    wie = k.Collega(pagina, Muis())
    wie.ga("Casussen")
    wie.knop("Nieuwe casus")
    wie.vul("Werktitel", titel)
    wie.vul("Waarom een casus?", LANG)
    wie.vink("Vormen van uitbuiting", "Arbeidsuitbuiting")
    wie.vink("Gemeenten", "Lindemeer")
    return wie


def aantal(wie: k.Collega, titel: str) -> int:
    """How many cases with this title there are."""
    wie.ga("Casussen")
    return int(wie.inhoud.get_by_role("row").filter(has_text=titel).count())


def pas_aan(pagina: k.Pagina, titel: str) -> k.Collega:
    """A colleague who changes the heading of this case."""
    wie = k.Collega(pagina, Muis())
    wie.ga("Casussen")
    wie.hand.klik(wie.inhoud.get_by_role("row").filter(has_text=titel).get_by_role("link"))
    wie.knop("Gegevens aanpassen")
    return wie


def test_een_sessie_die_midden_in_een_formulier_verloopt_kost_geen_letter(iemand: Any) -> None:
    wie = begin_casus(iemand(k.REGIE), "Verlopen tijdens het typen")
    wie.pagina.context.clear_cookies(name="schakel_sessie")
    wie.knop("Casus openen")
    wie.vul("Gebruikersnaam", f"{k.REGIE}.rijndal.test")
    wie.vul("Wachtwoord", WACHTWOORD)
    wie.knop("Inloggen")
    expect(wie.inhoud).to_contain_text("Je tekst is bewaard")
    expect(wie.inhoud).to_contain_text(LANG)
    wie.knop("Verstuur opnieuw")
    assert wie.kop() == "Verlopen tijdens het typen"
    expect(wie.inhoud).to_contain_text("Lindemeer")
    assert aantal(wie, "Verlopen tijdens het typen") == 1


def test_dubbel_klikken_en_terug_in_de_browser_maken_een_casus(iemand: Any) -> None:
    wie = begin_casus(iemand(k.REGIE), "Twee keer geklikt")
    wie.inhoud.get_by_role("button", name="Casus openen").dblclick()
    expect(wie.pagina.get_by_role("heading", level=1)).to_have_text("Twee keer geklikt")
    eerste = wie.pagina.url
    wie.pagina.go_back(wait_until="load")
    expect(wie.veld("Werktitel")).to_have_value("Twee keer geklikt")
    wie.knop("Casus openen")
    assert wie.pagina.url == eerste
    wie.pagina.go_back(wait_until="load")
    wie.vul("Werktitel", "Toch iets anders")
    wie.knop("Casus openen")
    assert wie.pagina.url != eerste, "wat na terug is veranderd gaat niet verloren"
    assert (aantal(wie, "Twee keer geklikt"), aantal(wie, "Toch iets anders")) == (1, 1)


def test_terug_in_de_browser_meldt_een_keer(iemand: Any) -> None:
    wie = k.Collega(iemand(), Muis())
    wie.pagina.goto("/melden")
    wie.vul("Wat heeft u gezien of gehoord?", LANG)
    wie.knop("Versturen")
    kaart = wie.pagina.locator(".ontvangstkaart .kenmerk")
    kenmerk = kaart.inner_text()
    wie.pagina.go_back(wait_until="load")
    expect(wie.veld("Wat heeft u gezien of gehoord?")).to_have_value(LANG)
    wie.knop("Versturen")
    assert kaart.inner_text() == kenmerk


def test_wie_als_tweede_opslaat_ziet_wat_er_veranderde_en_overschrijft_niets(iemand: Any) -> None:
    begin_casus(iemand(k.REGIE), "Samen aan het werk").knop("Casus openen")
    eerste, tweede = (pas_aan(iemand(k.REGIE), "Samen aan het werk") for _ in range(2))
    eerste.vul("Werktitel", "De titel van de eerste")
    eerste.knop("Gegevens aanpassen")
    tweede.vul("Werktitel", "De titel van de tweede")
    tweede.knop("Gegevens aanpassen")
    for woorden in ("Iemand anders was je voor", "Gewijzigd: werktitel", "De titel van de eerste"):
        expect(tweede.inhoud).to_contain_text(woorden)
    expect(tweede.veld("Werktitel")).to_have_value("De titel van de tweede")
    assert aantal(eerste, "De titel van de eerste") == 1
    tweede.knop("Gegevens aanpassen")
    assert aantal(eerste, "De titel van de tweede") == 1


@pytest.fixture
def huis(tmp_path: Any) -> Iterator[huizen.Huis]:
    """A house whose database nobody but the test starts again."""
    huis = huizen.Huis(tmp_path / "huis", eigen_database=True)
    try:
        huis.richt_in()
        huis.start_web()
        yield huis
    finally:
        huis.ruim_op()


@pytest.mark.misbruik
def test_zonder_database_zegt_de_pagina_het_en_komt_zij_vanzelf_terug(
    huis: huizen.Huis, chromium: Any
) -> None:
    with toneel.toneel(chromium, huis.adres) as open_als:
        lezer, schrijver = (k.Collega(open_als(), Muis()) for _ in range(2))
        for wie in (lezer, schrijver):
            wie.pagina.goto("/melden")
        schrijver.vul("Wat heeft u gezien of gehoord?", LANG)
        huis.stop_database()
        weg = time.monotonic()
        lezer.pagina.reload()
        schrijver.knop("Versturen")
        for wie in (lezer, schrijver):
            assert wie.kop() == "De database is even weg"
        while time.monotonic() - weg < huizen.STORING:
            lezer.pagina.wait_for_timeout(500)
            assert lezer.kop() == "De database is even weg"
        huis.start_database()
        expect(lezer.veld("Wat heeft u gezien of gehoord?")).to_be_visible()
        expect(schrijver.inhoud).to_contain_text("De database is terug")
        schrijver.knop("Verstuur opnieuw")
        expect(schrijver.pagina.locator(".ontvangstkaart .kenmerk")).to_be_visible()

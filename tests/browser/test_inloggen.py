# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from playwright.sync_api import expect
from tests.browser.handen import Toetsenbord

from schakel.wereld.rijndal.partners import WACHTWOORD

SLEUTEL = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
"""A virtual authenticator that Chromium itself plays: a laptop whose owner puts a finger on it."""


def test_inloggen_met_het_toetsenbord_alleen(iemand: Any, demo: str) -> None:
    pagina, hand = iemand(), Toetsenbord()
    pagina.goto("/inloggen")
    hand.vul(pagina.get_by_label("Gebruikersnaam"), "ketenregisseur@rijnhaven.rijndal.test")
    hand.vul(pagina.get_by_label("Wachtwoord"), WACHTWOORD)
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"{demo}/")
    assert pagina.get_by_role("heading", level=1).inner_text() == "Mijn werk"
    assert "Hanneke Brandsma" in pagina.content()


def test_een_passkey_toevoegen_en_ermee_inloggen(iemand_op: Any, demo: str) -> None:
    """At localhost, for a passkey belongs to a name, never to a number; adding one asks the password once more."""
    adres = demo.replace("127.0.0.1", "localhost")
    pagina = iemand_op(adres)("melder@rijnhaven")
    sleutelbos = pagina.context.new_cdp_session(pagina)
    sleutelbos.send("WebAuthn.enable")
    sleutelbos.send("WebAuthn.addVirtualAuthenticator", {"options": SLEUTEL})
    pagina.goto("/toegang/passkeys/nieuw")
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Bevestigen").click()
    pagina.get_by_label("Naam van deze passkey").fill("Laptop")
    pagina.get_by_role("button", name="Passkey toevoegen").click()
    pagina.wait_for_url("**/herstelcodes")

    pagina.context.clear_cookies()
    pagina.goto("/inloggen")
    pagina.get_by_role("button", name="Inloggen met een passkey").click()
    pagina.wait_for_url(f"{adres}/")
    assert "Ilse Kramer" in pagina.content()


def test_wie_zonder_passkey_op_de_knop_drukt_leest_wat_er_is(iemand: Any) -> None:
    """The address of the demo is a number, so the browser refuses at once."""
    pagina = iemand()
    pagina.goto("/inloggen")
    pagina.get_by_role("button", name="Inloggen met een passkey").click()
    expect(pagina.locator("#berichten")).to_contain_text("Dat lukte niet")

# SPDX-License-Identifier: EUPL-1.2
from typing import Any


def test_inloggen_met_het_toetsenbord_alleen(iemand: Any, demo: str) -> None:
    from schakel.wereld.laden.basis import WACHTWOORD

    pagina = iemand()
    pagina.goto("/inloggen")
    pagina.get_by_label("Gebruikersnaam").focus()
    pagina.keyboard.type("ketenregisseur@rijnhaven.rijndal.test")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type(WACHTWOORD)
    pagina.keyboard.press("Enter")
    pagina.wait_for_url(f"{demo}/")
    assert pagina.get_by_role("heading", level=1).inner_text() == "Mijn werk"
    assert "Hanneke Brandsma" in pagina.content()


def test_een_passkey_toevoegen_en_ermee_inloggen(iemand: Any, demo: str) -> None:
    """The whole ceremony with a virtual authenticator of Chromium."""
    pagina = iemand("melder@rijnhaven")
    cdp = pagina.context.new_cdp_session(pagina)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                     "isUserVerified": True, "automaticPresenceSimulation": True}},
    )  # fmt: skip
    localhost = demo.replace("127.0.0.1", "localhost")
    pagina.goto(f"{localhost}/inloggen")
    from schakel.wereld.laden.basis import WACHTWOORD

    pagina.get_by_label("Gebruikersnaam").fill("melder@rijnhaven.rijndal.test")
    pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen", exact=True).click()
    pagina.wait_for_url(f"{localhost}/")
    pagina.goto(f"{localhost}/toegang/passkeys/nieuw")
    vinkje = pagina.locator("#id_passwordless")
    if vinkje.count():
        vinkje.check()
    pagina.locator("#mfa_webauthn_add").click()
    pagina.wait_for_url(lambda url: "nieuw" not in url)
    pagina.context.clear_cookies()
    pagina.goto(f"{localhost}/inloggen")
    pagina.get_by_role("button", name="Inloggen met een passkey").click()
    pagina.wait_for_url(f"{localhost}/")
    assert "Ilse Kramer" in pagina.content()

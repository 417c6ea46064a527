# SPDX-License-Identifier: EUPL-1.2
from typing import Any


def test_inloggen_met_het_toetsenbord_alleen(iemand: Any, demo: str) -> None:
    from schakel.wereld.rijndal.partners import WACHTWOORD

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

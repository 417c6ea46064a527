# SPDX-License-Identifier: EUPL-1.2
"""Someone reports anonymously on a phone without script, talks through the code, and reads how it ended."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser import keten as k
from tests.browser.handen import Muis

TELEFOON: dict[str, Any] = {
    "breed": 360,
    "hoog": 740,
    "java_script_enabled": False,
    "has_touch": True,
    "is_mobile": True,
}
GEZIEN = "Drie vrouwen slapen achter de nagelsalon. De baas neemt 's avonds het geld mee."
ANTWOORD = "Dank u. Zag u ook hoe laat zij daar aankomen?"
AANVULLING = "Elke dag rond half acht, in een grijze bus."
UITKOMST = "Wij hebben met de vrouwen gesproken. Zij krijgen hulp."


def past_in_beeld(pagina: Page) -> None:
    """Nothing sticks out at the side of a phone, and nothing came along that runs."""
    breed = pagina.locator("html").bounding_box()
    assert breed
    assert breed["width"] <= TELEFOON["breed"]
    assert not pagina.context.cookies() or {c["name"] for c in pagina.context.cookies()} <= {
        "schakel_formulier"
    }


def open_met_code(open_als: Any, code: str) -> Page:
    """Another day, another browser: nothing but the code."""
    pagina: Page = open_als(**TELEFOON)
    pagina.goto("/melden")
    pagina.get_by_role("link", name=re.compile("Hebt u al een code")).click()
    pagina.get_by_label("Uw code").fill(code)
    pagina.get_by_role("button", name="Openen").click()
    past_in_beeld(pagina)
    return pagina


@pytest.mark.rij("MEL-02")
@pytest.mark.rij("MEL-04")
def test_anoniem_van_melding_via_gesprek_en_signaal_tot_uitkomst(iemand_vers: Any) -> None:
    telefoon: Page = iemand_vers(**TELEFOON)
    telefoon.goto("/melden")
    telefoon.get_by_label("Wat heeft u gezien of gehoord?").fill(GEZIEN)
    telefoon.get_by_label(re.compile("In welke gemeente")).select_option(label="Lindemeer")
    telefoon.get_by_label("Niemand: ik blijf anoniem").check()
    past_in_beeld(telefoon)
    telefoon.get_by_role("button", name="Versturen").click()
    code = telefoon.locator(".ontvangstcode").inner_text()
    kenmerk = telefoon.locator(".ontvangstkaart .kenmerk").inner_text()
    assert code.replace(" ", "") not in telefoon.url
    past_in_beeld(telefoon)

    balie = k.Collega(iemand_vers(k.AANDACHT), Muis())
    balie.volg(re.compile(kenmerk))
    expect(balie.inhoud).to_contain_text(GEZIEN)
    balie.knop("Oppakken")
    balie.vul("Bericht aan de melder", ANTWOORD)
    balie.knop("Bericht klaarzetten")

    telefoon = open_met_code(iemand_vers, code)
    expect(telefoon.get_by_role("main")).to_contain_text(ANTWOORD)
    telefoon.get_by_label("Uw bericht").fill(AANVULLING)
    telefoon.get_by_role("button", name="Versturen").click()
    expect(telefoon.get_by_text("Uw bericht is verstuurd.")).to_be_visible()
    past_in_beeld(telefoon)

    balie.ga("Mijn werk")
    balie.volg(re.compile(kenmerk))
    expect(balie.inhoud).to_contain_text(AANVULLING)
    balie.knop("Maak een signaal")
    balie.knop("Signaal maken")
    assert balie.kop().startswith("SIG-")
    expect(balie.inhoud).to_contain_text(GEZIEN)
    balie.pagina.get_by_role("link", name="Bekijk de melding").click()
    balie.vouw_open("Terugkoppelen aan de melder")
    balie.kies("Wat hoort de melder?", "Afgerond")
    antwoord = balie.inhoud.locator("details").filter(has_text="Terugkoppelen aan de melder")
    antwoord.get_by_label("Toelichting voor de melder").fill(UITKOMST)
    balie.knop("Terugkoppelen")

    telefoon = open_met_code(iemand_vers, code)
    for zin in (ANTWOORD, AANVULLING, UITKOMST):
        expect(telefoon.get_by_role("main")).to_contain_text(zin)
    assert "SIG-" not in telefoon.content(), "het signaal zelf blijft binnen"
    verkeerd = open_met_code(iemand_vers, "0000 0000 0000 0000")
    expect(verkeerd.get_by_role("main")).not_to_contain_text(UITKOMST)

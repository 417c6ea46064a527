# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page that links reach: no dead link, nothing that axe finds, no page wider than a phone.

Each login is crawled over plain HTTP. A page goes to the browser only when its kind, or a shape within its kind,
was not seen before: a form that two functions get alike is looked at once.
"""

from collections import defaultdict
from typing import Any

import pytest
from tests.browser.keuring import BUREAU, keur
from tests.browser.kruipen import Bezoeker, Blad

BEGIN = {
    "ketenregisseur@rijnhaven": "/",
    "aandachtsfunctionaris@lindemeer": "/",
    "casusdeelnemer@nla": "/",
    "regiocoordinator@zorg": "/",
    "zorgdeelnemer@zorg": "/",
    "bestuurlijk-trekker@rijnhaven": "/",
    "privacyfunctionaris@rijnhaven": "/",
    "beheerder@rijnhaven": "/",
    "melder@lindemeer": "/",
    "": "/melden",
}
"""Login → where it begins; the passer-by begins where people report."""


@pytest.fixture(scope="module")
def gekropen(demo: str) -> list[tuple[Bezoeker, list[Blad]]]:
    """Each login with its pages, one of each kind."""
    from schakel.wereld.rijndal.partners import WACHTWOORD

    uit = []
    for login, begin in BEGIN.items():
        bezoeker = Bezoeker(demo)
        if login:
            bezoeker.log_in(f"{login}.rijndal.test", WACHTWOORD)
        uit.append((bezoeker, list(bezoeker.kruip(begin))))
    return uit


def test_elke_link_komt_ergens_aan(gekropen: list[tuple[Bezoeker, list[Blad]]]) -> None:
    assert [(b.pad, b.status) for _, bladen in gekropen for b in bladen if b.status >= 400] == []


def test_elke_soort_pagina_is_toegankelijk_en_past_op_een_telefoon(
    gekropen: list[tuple[Bezoeker, list[Blad]]], chromium: Any, demo: str
) -> None:
    gezien: dict[str, set[str]] = defaultdict(set)
    gevonden: dict[str, list[str]] = {}
    geweigerd: list[str] = []
    context = chromium.new_context(base_url=demo, viewport=BUREAU, locale="nl-NL")
    pagina = context.new_page()
    pagina.on("console", lambda bericht: geweigerd.append(bericht.text) if bericht.type == "error" else None)
    for bezoeker, bladen in gekropen:
        context.clear_cookies()
        context.add_cookies([{"name": k.name, "value": k.value, "url": demo} for k in bezoeker.koekjes])
        for blad in bladen:
            if blad.vormen <= gezien[blad.soort]:
                continue
            gezien[blad.soort] |= blad.vormen
            pagina.goto(blad.pad)
            if fouten := [*keur(pagina), *geweigerd]:
                gevonden[f"{blad.soort} ({blad.pad})"] = fouten
            geweigerd.clear()
    context.close()
    assert gevonden == {}


def test_de_keuring_zelf_vindt_contrast_een_veld_zonder_naam_en_wat_te_breed_is(iemand: Any) -> None:
    pagina = iemand()
    pagina.goto("/privacy")
    assert keur(pagina) == []
    pagina.evaluate("""() => {
        const vak = document.createElement("p");
        vak.textContent = "onleesbaar";
        vak.style.color = "#ddd";
        vak.style.width = "700px";
        document.querySelector("main").append(vak, document.createElement("input"));
    }""")
    gevonden = " ".join(keur(pagina))
    assert [
        woord for woord in ("color-contrast", "label:", "360 px: ", "te breed") if woord not in gevonden
    ] == []

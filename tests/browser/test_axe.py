# SPDX-License-Identifier: EUPL-1.2
"""axe finds nothing on any page that eight functions can reach by links, and no page is wider than a phone."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

LOGINS = (
    "ketenregisseur@rijnhaven",
    "aandachtsfunctionaris@lindemeer",
    "casusdeelnemer@nla",
    "regiocoordinator@zorg",
    "bestuurlijk-trekker@rijnhaven",
    "privacyfunctionaris@rijnhaven",
    "beheerder@rijnhaven",
    "melder@lindemeer",
)
PUBLIEK = ("/melden", "/melden/terug", "/inloggen", "/privacy", "/toegankelijkheid")
KENMERK = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\d+(?=/|$)")
TELEFOONS = (390, 360)


def _soort(adres: str) -> str:
    """What pages of one kind have in common: the path without ids, whatever the query."""
    return KENMERK.sub("*", urlsplit(adres).path)


def _kruip(pagina: Any, begin: str) -> Iterator[tuple[str, int]]:
    """One page of each kind that links of our own reach, with its status; the page stands on it when it is given."""
    wacht, gezien = [begin], {_soort(begin)}
    while wacht:
        adres = wacht.pop(0)
        antwoord = pagina.goto(adres)
        if "text/html" not in antwoord.headers.get("content-type", ""):
            continue
        yield adres, antwoord.status
        if antwoord.status >= 400:
            continue
        for link in pagina.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            kaal = link.partition("#")[0]
            eigen = urlsplit(kaal).netloc == urlsplit(pagina.url).netloc
            if (
                eigen
                and "/static/" not in kaal
                and not kaal.endswith((".csv", ".json"))
                and _soort(kaal) not in gezien
            ):
                gezien.add(_soort(kaal))
                wacht.append(kaal)


def _fouten(pagina: Any) -> list[str]:
    """The rules that this page breaks, with the first element of each."""
    return [
        f"{fout['id']}: {fout['nodes'][0]['html'][:160]}" for fout in Axe().run(pagina).response["violations"]
    ]


def _te_breed(pagina: Any) -> list[str]:
    """The widths of a phone at which this page scrolls sideways."""
    uit = []
    for breed in TELEFOONS:
        pagina.set_viewport_size({"width": breed, "height": 800})
        meer = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if meer > 0:
            uit.append(f"{breed} px: {meer} px te breed")
    return uit


def _nakijken(pagina: Any, begin: str) -> dict[str, list[str]]:
    gevonden = {}
    for adres, status in _kruip(pagina, begin):
        if status >= 400:
            gevonden[_soort(adres)] = [f"antwoordt {status}"]
            continue
        pagina.set_viewport_size({"width": 1280, "height": 900})
        fouten = _fouten(pagina)
        fouten += _te_breed(pagina)
        fouten += [f"op 360 px: {f}" for f in _fouten(pagina)]
        if fouten:
            gevonden[_soort(adres)] = fouten
    return gevonden


@pytest.mark.parametrize("login", LOGINS)
def test_elke_pagina_is_toegankelijk_en_past_op_een_telefoon(iemand: Any, login: str) -> None:
    pagina = iemand(login)
    assert _nakijken(pagina, pagina.url) == {}


@pytest.mark.parametrize("adres", PUBLIEK)
def test_wie_meldt_kan_elke_pagina_gebruiken(iemand: Any, demo: str, adres: str) -> None:
    assert _nakijken(iemand(), f"{demo}{adres}") == {}

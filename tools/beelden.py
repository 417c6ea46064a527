# SPDX-License-Identifier: EUPL-1.2
"""Make every picture of docs/handleiding: play the first chain in a fresh demo, as the browser test does.

    .venv/bin/python -m tools.beelden

Needs Chromium, and some minutes. A picture is docs/handleiding/beelden/<name>-<width>.png.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser import toneel

BEELDEN = toneel.WORTEL / "docs/handleiding/beelden"
GROOTSTE = 150_000
"""Bytes of one picture, at most; a larger one is cut at the bottom until it fits."""

BREED, HOOG, LAAGSTE = 1280, 960, 500
OOK_SMAL = frozenset({"melden", "ontvangstkaart"})
"""Pages for people on a phone: a second picture of 390 × 844."""

IN_BEELD = {"besluit": "#deel-2", "wegen": ".naast"}
"""Picture → what stands at its top; the others begin at the top of the page."""


def maak(pagina: Any, naam: str) -> None:
    """One picture of the page as it is now, and a narrow one when people use it on a phone."""
    maten = [(BREED, HOOG), *([(390, 844)] if naam in OOK_SMAL else [])]
    for breed, hoog in maten:
        bestand = BEELDEN / f"{naam}-{breed}.png"
        while True:
            pagina.set_viewport_size({"width": breed, "height": hoog})
            pagina.locator(IN_BEELD.get(naam, "body")).evaluate("vak => vak.scrollIntoView()")
            pagina.screenshot(path=bestand)
            if bestand.stat().st_size <= GROOTSTE or hoog <= LAAGSTE:
                break
            hoog -= 80
    pagina.set_viewport_size({"width": BREED, "height": HOOG})


def main() -> int:
    """Play the story and write the pictures; 1 when Chromium is missing."""
    if toneel.CHROMIUM is None:
        print("Geen Chromium gevonden. Installeer het met: apt-get install chromium", file=sys.stderr)
        return 1
    sys.path.insert(0, str(toneel.WORTEL / "src"))
    from tests.browser.keten import VERHAAL, Keten

    BEELDEN.mkdir(parents=True, exist_ok=True)
    for oud in BEELDEN.glob("*.png"):
        oud.unlink()
    with (
        tempfile.TemporaryDirectory() as map,
        toneel.demo(Path(map)) as adres,
        toneel.chromium() as browser,
        toneel.toneel(browser, adres) as open_als,
    ):
        keten = Keten(open_als, maak)
        for stap in VERHAAL:
            print(f"  {stap.__name__} …", file=sys.stderr, flush=True)
            stap(keten)
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: EUPL-1.2
"""Make every picture that README and docs/handleiding show: play the first chain in a fresh demo, as the browser test does.

    .venv/bin/python -m tools.beelden

Needs Chromium, and some minutes. A picture is docs/handleiding/beelden/<moment>-<width>.webp; which moments there are
stands in tests/browser/keten.py, which of them are wanted is what the texts refer to.
"""

import base64
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser import toneel

TEKSTEN = (toneel.WORTEL / "README.md", toneel.WORTEL / "docs/handleiding/README.md")
BEELDEN = toneel.WORTEL / "docs/handleiding/beelden"
HOOGTE = {1280: 860, 390: 844}
KWALITEIT = 70
"""Of WebP: text stays sharp, and a picture stays below 100 kB."""

BOVENAAN = {"besluit": "#deel-2", "mag-dit-nee": "main .utrecht-alert", "mag-dit-ja": "main .utrecht-alert"}
"""Moment → what stands at the top of the picture; the others begin at the top of the page."""


def gevraagd() -> dict[str, set[int]]:
    """Moment → the widths at which the texts show it."""
    uit: dict[str, set[int]] = {}
    for tekst in TEKSTEN:
        for naam, breed in re.findall(r"beelden/([\w-]+)-(\d+)\.webp", tekst.read_text()):
            uit.setdefault(naam, set()).add(int(breed))
    return uit


class Fotograaf:
    """Keeps the pictures that are wanted; of a moment that comes twice the first."""

    def __init__(self) -> None:
        self.rest = gevraagd()

    def __call__(self, pagina: Any, naam: str) -> None:
        venster = pagina.viewport_size
        for breed in self.rest.pop(naam, set()):
            pagina.set_viewport_size({"width": breed, "height": HOOGTE[breed]})
            vak = pagina.locator(BOVENAAN.get(naam, "body")).first
            vak.evaluate("vak => vak.scrollIntoView({block: 'start'})")
            opname = pagina.context.new_cdp_session(pagina).send(
                "Page.captureScreenshot", {"format": "webp", "quality": KWALITEIT}
            )
            (BEELDEN / f"{naam}-{breed}.webp").write_bytes(base64.b64decode(opname["data"]))
        pagina.set_viewport_size(venster)


def main() -> int:
    """Play the story and write the pictures; 1 when Chromium or a moment is missing."""
    if toneel.CHROMIUM is None:
        print("Geen Chromium gevonden. Installeer het met: apt-get install chromium", file=sys.stderr)
        return 1
    sys.path.insert(0, str(toneel.WORTEL / "src"))
    from tests.browser.keten import VERHAAL, Keten

    BEELDEN.mkdir(parents=True, exist_ok=True)
    for oud in BEELDEN.iterdir():
        oud.unlink()
    fotograaf = Fotograaf()
    with (
        tempfile.TemporaryDirectory() as map,
        toneel.demo(Path(map)) as adres,
        toneel.chromium() as browser,
        toneel.toneel(browser, adres) as open_als,
    ):
        keten = Keten(open_als, fotograaf)
        for stap in VERHAAL:
            print(f"  {stap.__name__} …", file=sys.stderr, flush=True)
            stap(keten)
    if fotograaf.rest:
        print(f"Deze momenten komen in het verhaal niet voor: {', '.join(fotograaf.rest)}", file=sys.stderr)
    return bool(fotograaf.rest)


if __name__ == "__main__":
    sys.exit(main())

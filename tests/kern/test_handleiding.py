# SPDX-License-Identifier: EUPL-1.2
"""The guide for users stays true: it quotes words that are in the application, and shows pictures that exist."""

import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
HANDLEIDING = WORTEL / "docs/handleiding/README.md"
GROOTST = 3_000_000
"""Bytes of all pictures together."""


def test_elk_woord_dat_de_handleiding_van_het_scherm_citeert_staat_in_schakel() -> None:
    bronnen = [p for soort in ("*.html", "*.py") for p in (WORTEL / "src/schakel").rglob(soort)]
    bron = "\n".join(pad.read_text() for pad in bronnen)
    citaten = set(re.findall(r"\*\*(.+?)\*\*", HANDLEIDING.read_text()))
    assert citaten
    assert {citaat for citaat in citaten if f'"{citaat}"' not in bron} == set()


def test_elk_plaatje_van_de_handleiding_is_er_en_samen_zijn_ze_klein() -> None:
    gevraagd = {
        HANDLEIDING.parent / pad for pad in re.findall(r"\]\(([^)]+\.webp)\)", HANDLEIDING.read_text())
    } | {WORTEL / pad for pad in re.findall(r"\]\(([^)]+\.webp)\)", (WORTEL / "README.md").read_text())}
    aanwezig = set((HANDLEIDING.parent / "beelden").iterdir())
    assert gevraagd == aanwezig
    assert sum(pad.stat().st_size for pad in aanwezig) < GROOTST

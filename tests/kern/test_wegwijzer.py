# SPDX-License-Identifier: EUPL-1.2
"""The signposts of ARCHITECTURE.md point at what is there."""

import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
BRON = WORTEL / "src/schakel"


def _wegwijzers() -> list[tuple[Path, str]]:
    """(file, name in it) of the table *Find it in a minute*; no name: the file alone."""
    tabel = (WORTEL / "ARCHITECTURE.md").read_text().split("## Find it in a minute")[1].split("\n## ")[0]
    gevonden = re.findall(r"`([\w/]+(?:\.\w+|/))`(?: \(`(\w+)`)?", tabel)
    return [(BRON / pad, naam) for pad, naam in gevonden]


def test_elke_wegwijzer_wijst_naar_een_bestand_met_die_naam_erin() -> None:
    wegwijzers = _wegwijzers()
    assert len(wegwijzers) > 10
    assert [str(pad) for pad, _ in wegwijzers if not pad.exists()] == []
    assert [f"{pad}: {naam}" for pad, naam in wegwijzers if naam and naam not in pad.read_text()] == []

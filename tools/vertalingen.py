# SPDX-License-Identifier: EUPL-1.2
"""Keep the English of the pages complete. The sentences in the source are Dutch; English is a catalogue.

    python tools/vertalingen.py    # collect, merge, compile; prints what still has no translation

Needs GNU gettext to collect (`apt-get install gettext`); without it the catalogue is only compiled. The catalogue
follows the source and drops what no page says any more. It holds no dates, lines or places, so that collecting
twice gives the same file.
"""

import ast
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

WORTEL = Path(__file__).resolve().parent.parent
BRON = WORTEL / "src/schakel"
CATALOGUS = BRON / "locale/en/LC_MESSAGES/django.po"

FUNCTIES = (
    "_",
    "_l",
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "pgettext_lazy:1c,2",
)
"""What marks a sentence in Python, besides what xgettext knows itself."""


@dataclass
class Zin:
    """One entry: the source, its plural (or empty) and the translations (two for a plural)."""

    bron: str = ""
    meervoud: str = ""
    context: str = ""
    vertaald: tuple[str, ...] = ()

    @property
    def sleutel(self) -> str:
        """How a compiled catalogue names this entry."""
        bron = f"{self.bron}\0{self.meervoud}" if self.meervoud else self.bron
        return f"{self.context}\x04{bron}" if self.context else bron


def lees(tekst: str) -> list[Zin]:
    """The entries of a .po, the header (with an empty source) included."""
    zinnen = []
    for blok in re.split(r"\n\s*\n", tekst):
        delen: list[tuple[str, str]] = []
        for regel in blok.splitlines():
            if m := re.match(r'(msg\w+(?:\[\d\])?) (".*")$', regel):
                delen.append((m[1], ast.literal_eval(m[2])))
            elif regel.startswith('"'):
                delen[-1] = (delen[-1][0], delen[-1][1] + ast.literal_eval(regel))
        if delen:
            een = dict(delen)
            vertaald = tuple(waarde for naam, waarde in delen if naam.startswith("msgstr"))
            zin = Zin(een["msgid"], een.get("msgid_plural", ""), een.get("msgctxt", ""), vertaald)
            zinnen.append(zin)
    return zinnen


def compileer(tekst: str) -> bytes:
    """The .mo of a .po, as `msgfmt` makes it but without a hash table; no tool needed."""
    rijen = sorted(
        (z.sleutel.encode(), "\0".join(z.vertaald).encode()) for z in lees(tekst) if all(z.vertaald)
    )
    kop, plek = 28, 28 + 16 * len(rijen)
    wijzers, inhoud = [b"", b""], b""
    for kant in (0, 1):
        for rij in rijen:
            wijzers[kant] += struct.pack("<II", len(rij[kant]), plek + len(inhoud))
            inhoud += rij[kant] + b"\0"
    begin = struct.pack("<7I", 0x950412DE, 0, len(rijen), kop, kop + 8 * len(rijen), 0, plek)
    return begin + wijzers[0] + wijzers[1] + inhoud


def verzamel() -> str:
    """All sentences of the source as a .pot; needs `xgettext`."""
    with tempfile.TemporaryDirectory() as map_:
        bestanden = []
        for bron in sorted(p for p in BRON.rglob("*") if p.suffix in {".py", ".html", ".txt"}):
            if bron.suffix != ".py" and "templates" not in bron.parts:
                continue
            tekst = bron.read_text()
            doel = Path(map_) / f"{len(bestanden)}.py"
            doel.write_text(tekst if bron.suffix == ".py" else templatize(tekst))
            bestanden.append(str(doel))
        opdracht = [
            "xgettext",
            "--language=Python",
            "--from-code=UTF-8",
            "--no-location",
            "--no-wrap",
            "--output=-",
        ]
        opdracht += [f"--keyword={naam}" for naam in FUNCTIES]
        return _draai([*opdracht, *bestanden])


def voeg_samen(po: Path, pot: str) -> str:
    """`po` with exactly the sentences of `pot`, sorted; new ones are empty. Needs `msgmerge` and `msgattrib`."""
    with tempfile.NamedTemporaryFile("w", suffix=".pot") as bestand:
        bestand.write(re.sub(r"charset=CHARSET", "charset=UTF-8", pot))
        bestand.flush()
        samen = _draai(
            ["msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "--output=-", str(po), bestand.name]
        )
    opdracht = ["msgattrib", "--no-obsolete", "--sort-output", "--no-wrap", "-"]
    return re.sub(r'^"POT-Creation-Date:.*\n', "", _draai(opdracht, samen), flags=re.MULTILINE)


def _draai(opdracht: list[str], invoer: str = "") -> str:
    return subprocess.run(opdracht, input=invoer, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Collect, merge and compile. Exit 1 when a sentence has no translation."""
    if shutil.which("xgettext"):
        CATALOGUS.write_text(voeg_samen(CATALOGUS, verzamel()))
    else:
        print("xgettext ontbreekt (apt-get install gettext): alleen gecompileerd.")
    tekst = CATALOGUS.read_text()
    CATALOGUS.with_suffix(".mo").write_bytes(compileer(tekst))
    leeg = [zin.bron for zin in lees(tekst) if not all(zin.vertaald)]
    print(*leeg, sep="\n", end="\n" if leeg else "")
    return 1 if leeg else 0


if __name__ == "__main__":
    sys.exit(main())

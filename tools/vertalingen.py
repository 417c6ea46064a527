# SPDX-License-Identifier: EUPL-1.2
"""Keep the translations of the pages. The sentences in the source are Dutch; other languages are catalogues.

    python tools/vertalingen.py    # collect, merge, compile; prints what still has no English

English is complete. The languages of people at risk (`kern.taal.TALEN`) hold the public pages alone (`PUBLIEK`); a text
that no translator has looked at is marked `fuzzy` there, and is shown with a remark (docs/vertalen.md).

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

from schakel.kern.taal import TALEN, TE_DOEN

WORTEL = Path(__file__).resolve().parent.parent
BRON = WORTEL / "src/schakel"
CATALOGUS = BRON / "locale/en/LC_MESSAGES/django.po"
PUBLIEKE_TALEN = tuple(taal for taal in TALEN if taal not in ("nl", "en"))

PUBLIEK = (
    "kern/templates/kern/skelet.html",
    "kern/templates/kern/basis_publiek.html",
    "kern/templates/kern/privacy.html",
    "kern/templates/kern/fouten/basis.html",
    "kern/templates/kern/fouten/herzend.html",
    "kern/templates/kern/fouten/403.html",
    "kern/templates/kern/fouten/404.html",
    "kern/templates/kern/fouten/413.html",
    "kern/templates/kern/fouten/50*.html",
    "kern/templates/kern/onderdelen/veld*.html",
    "kern/templates/kern/onderdelen/foutenlijst.html",
    "melding/templates/melding/basis.html",
    "melding/templates/melding/melden.html",
    "melding/templates/melding/_formulier.html",
    "melding/templates/melding/ontvangen.html",
    "melding/templates/melding/terug.html",
    "melding/templates/melding/gesprek.html",
    "melding/templates/melding/_gesprek.html",
    "melding/forms/melding.py",
    "melding/forms/bijlage.py",
    "melding/rules/vragen.py",
    "melding/rules/verloop.py",
    "melding/rules/bijlage.py",
    "melding/actions/gesprek.py",
    "melding/actions/drukte.py",
    "melding/views/publiek.py",
)
"""Where the sentences stand that somebody can read without an account."""

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
    """One entry: the source, its plural (or empty) and the translations (one per plural form).

    `onzeker`: marked fuzzy, no translator looked at it.
    """

    bron: str = ""
    meervoud: str = ""
    context: str = ""
    vertaald: tuple[str, ...] = ()
    onzeker: bool = False

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
            onzeker = re.search(r"^#,.*\bfuzzy\b", blok, re.MULTILINE) is not None
            zin = Zin(een["msgid"], een.get("msgid_plural", ""), een.get("msgctxt", ""), vertaald, onzeker)
            zinnen.append(zin)
    return zinnen


def na_te_kijken(zinnen: list[Zin]) -> int:
    """How many entries are marked fuzzy or empty."""
    return sum(z.onzeker or not all(z.vertaald) for z in zinnen if z.bron)


def compileer(tekst: str) -> bytes:
    """The .mo of a .po, as `msgfmt` makes it but without a hash table; no tool needed.

    Fuzzy entries count too. How many there are stands in the header, for the remark on the page.
    """
    zinnen = lees(tekst)
    if aantal := na_te_kijken(zinnen):
        zinnen[0].vertaald = (f"{zinnen[0].vertaald[0]}{TE_DOEN}: {aantal}\n",)
    rijen = sorted((z.sleutel.encode(), "\0".join(z.vertaald).encode()) for z in zinnen if all(z.vertaald))
    kop, plek = 28, 28 + 16 * len(rijen)
    wijzers, inhoud = [b"", b""], b""
    for kant in (0, 1):
        for rij in rijen:
            wijzers[kant] += struct.pack("<II", len(rij[kant]), plek + len(inhoud))
            inhoud += rij[kant] + b"\0"
    begin = struct.pack("<7I", 0x950412DE, 0, len(rijen), kop, kop + 8 * len(rijen), 0, plek)
    return begin + wijzers[0] + wijzers[1] + inhoud


def verzamel(*patronen: str) -> str:
    """The sentences of the source (or of files like `patronen`) as a .pot; needs `xgettext`."""
    with tempfile.TemporaryDirectory() as map_:
        bestanden = []
        bronnen = {p for patroon in patronen or ("**/*",) for p in BRON.glob(patroon)}
        for bron in sorted(p for p in bronnen if p.suffix in {".py", ".html", ".txt"}):
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


def catalogus(taal: str) -> Path:
    """Where the texts of a language stand."""
    return BRON / f"locale/{taal}/LC_MESSAGES/django.po"


def main(*talen: str) -> int:
    """Collect, merge and compile; all languages, or those named. Exit 1 when a sentence has no English."""
    for taal in talen or ("en", *PUBLIEKE_TALEN):
        po = catalogus(taal)
        if shutil.which("xgettext"):
            po.write_text(voeg_samen(po, verzamel(*(PUBLIEK if taal in PUBLIEKE_TALEN else ()))))
        else:
            print("xgettext ontbreekt (apt-get install gettext): alleen gecompileerd.")
        po.with_suffix(".mo").write_bytes(compileer(po.read_text()))
        if aantal := na_te_kijken(lees(po.read_text())):
            print(f"{taal}: {aantal} teksten nog niet door een vertaler nagekeken of leeg")
    leeg = [zin.bron for zin in lees(CATALOGUS.read_text()) if not all(zin.vertaald)]
    print(*leeg, sep="\n", end="\n" if leeg else "")
    return 1 if leeg else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

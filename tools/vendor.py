# SPDX-License-Identifier: EUPL-1.2
"""Copy released front-end files into the repository, and write down where they come from.

    npm pack @utrecht/table-css@3.0.1 …    # into some folder, one archive per line of PAKKETTEN
    python tools/vendor.py FOLDER          # unpack the needed files, then write the lists
    python tools/vendor.py                 # only write the lists again

Writes `static/vendor/<name>/<version>/`, `static/vendor/manifest.json`, the bundle `static/schakel/nlds.css`
(the vendored style sheets one after another, so that a page asks for one file) and `NOTICE`. Pages never load
anything from elsewhere; `tests/kern/test_vendor.py` compares every hash.
"""

import hashlib
import json
import re
import sys
import tarfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TypedDict

WORTEL = Path(__file__).resolve().parent.parent
STATIC = WORTEL / "src/schakel/kern/static"
BUNDEL = STATIC / "schakel/nlds.css"

NL_DESIGN_SYSTEM = {"button": "1.1.0", "data-badge": "1.0.5", "skip-link": "1.0.5"}
UTRECHT = {
    "root": "4.1.1", "form-field": "3.0.1", "form-label": "3.0.1", "form-field-description": "3.0.1",
    "form-field-error-message": "3.0.1", "form-fieldset": "3.0.1", "textbox": "4.0.1", "textarea": "4.0.1",
    "select": "3.0.1", "checkbox": "3.0.1", "radio-button": "3.0.1", "table": "3.0.1", "alert": "4.0.2",
    "breadcrumb-nav": "3.0.1", "pagination": "3.0.1", "status-badge": "2.0.1",
}  # fmt: skip
TABLER = "3.51.0"
ICONEN = [
    "alert-circle", "alert-triangle", "arrow-left", "arrow-right", "building", "building-community",
    "calendar", "chart-bar", "check", "chevron-down", "chevron-left", "chevron-right", "circle",
    "circle-check", "clock", "download", "edit", "external-link", "eye", "eye-off", "file-text",
    "filter", "flag", "gavel", "heart-handshake", "home", "info-circle", "link", "list-check",
    "lock", "logout", "mail", "map-pin", "menu-2", "message-circle", "notes", "paperclip", "phone",
    "photo", "plus", "printer", "progress", "rosette", "school", "search", "send", "settings",
    "share", "shield", "switch-horizontal", "target", "trash", "user", "users", "world", "x",
]  # fmt: skip
HTMX = "htmx-2.min.js"


class Regel(TypedDict):
    """One vendored file: path below static/ (or in the named Python package), licence (SPDX) and SHA-256."""

    naam: str
    versie: str
    licentie: str
    bestand: str
    sha256: str


def _uit_archief(map_: Path, archief: str, doel: Path, bestanden: dict[str, str]) -> None:
    doel.mkdir(parents=True, exist_ok=True)
    with tarfile.open(map_ / archief) as tar:
        for bron, naam in bestanden.items():
            inhoud = tar.extractfile(f"package/{bron}")
            if inhoud is None:
                raise SystemExit(f"{archief}: {bron} ontbreekt")
            (doel / naam).write_bytes(inhoud.read())


def _sprite(map_: Path) -> str:
    """All chosen icons as symbols in one file; the colour follows the text."""
    symbolen = []
    vormen = re.compile(r'<(?:path|circle|line|rect|polyline)\b(?! stroke="none")[^>]*/>')
    with tarfile.open(map_ / f"tabler-icons-{TABLER}.tgz") as tar:
        for naam in sorted(ICONEN):
            inhoud = tar.extractfile(f"package/icons/outline/{naam}.svg")
            if inhoud is None:
                raise SystemExit(f"pictogram {naam} ontbreekt")
            svg = re.sub(r"<!--.*?-->", "", inhoud.read().decode(), flags=re.S)
            lijnen = "".join(vormen.findall(svg))
            symbolen.append(
                f'<symbol id="{naam}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
                f'stroke-linecap="round" stroke-linejoin="round">{" ".join(lijnen.split())}</symbol>'
            )
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbolen) + "\n</svg>\n"


def pak_uit(map_: Path) -> None:
    """Take the needed files out of the archives in this folder."""
    for naam, nummer in NL_DESIGN_SYSTEM.items():
        pakket = f"nl-design-system-candidate-{naam}-css"
        css = {f"dist/{n}": n for n in (f"{naam}.css", f"{naam}.css.map")} | {"LICENSE.md": "LICENSE.md"}
        _uit_archief(map_, f"{pakket}-{nummer}.tgz", STATIC / "vendor" / pakket / nummer, css)
    for naam, nummer in UTRECHT.items():
        pakket = f"utrecht-{naam}-css"
        css = {"dist/index.css": "index.css", "LICENSE.md": "LICENSE.md"}
        _uit_archief(map_, f"{pakket}-{nummer}.tgz", STATIC / "vendor" / pakket / nummer, css)
    doel = STATIC / "vendor/tabler-icons" / TABLER
    _uit_archief(map_, f"tabler-icons-{TABLER}.tgz", doel, {"LICENSE": "LICENSE"})
    (doel / "iconen.svg").write_text(_sprite(map_))


def _regel(naam: str, versie: str, licentie: str, bestand: str, inhoud: bytes) -> Regel:
    som = hashlib.sha256(inhoud).hexdigest()
    return Regel(naam=naam, versie=versie, licentie=licentie, bestand=bestand, sha256=som)


def regels() -> list[Regel]:
    """The manifest as the files stand now."""
    gevonden = []
    for pad in sorted((STATIC / "vendor").rglob("*.*")):
        if pad.suffix not in {".css", ".map", ".svg"}:
            continue
        naam, versie = pad.relative_to(STATIC / "vendor").parts[:2]
        licentie = "MIT" if naam.startswith("tabler") else "EUPL-1.2"
        gevonden.append(_regel(naam, versie, licentie, str(pad.relative_to(STATIC)), pad.read_bytes()))
    htmx = files("django_htmx").joinpath("static", "django_htmx", HTMX).read_bytes()
    versie = version("django-htmx")
    return [*gevonden, _regel("htmx (in django-htmx)", versie, "0BSD", f"django_htmx/{HTMX}", htmx)]


def bundel() -> str:
    """The vendored style sheets one after another, without their source maps."""
    delen = ["/* Made by tools/vendor.py from the files in vendor/manifest.json. Do not edit. EUPL-1.2. */"]
    for regel in regels():
        if regel["bestand"].endswith(".css"):
            css = (STATIC / regel["bestand"]).read_text()
            css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css).strip()
            delen.append(f"/* {regel['naam']} {regel['versie']} */\n{css}")
    return "\n".join(delen) + "\n"


def notice(lijst: list[Regel]) -> str:
    """What we ship of others, for people."""
    kop = (
        "Schakel – EUPL-1.2\n\n"
        "This product ships the following files of others, unchanged unless stated. Each keeps its own\n"
        "licence; the licence text lies beside the file. The Tabler icons are put together in one sprite.\n"
        "src/schakel/kern/static/schakel/nlds.css holds the style sheets below, one after another.\n"
    )
    regel = "\n{naam} {versie} – {licentie}\n  {bestand}\n  sha256 {sha256}\n"
    return kop + "".join(regel.format(**r) for r in lijst)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        pak_uit(Path(sys.argv[1]))
    lijst = regels()
    BUNDEL.parent.mkdir(parents=True, exist_ok=True)
    BUNDEL.write_text(bundel())
    (STATIC / "vendor/manifest.json").write_text(json.dumps(lijst, indent=1, ensure_ascii=False) + "\n")
    (WORTEL / "NOTICE").write_text(notice(lijst))

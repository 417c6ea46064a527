# SPDX-License-Identifier: EUPL-1.2
"""Company names without legal form, as ordered and as order-free words."""

from koppeling.normaliseren.tekst import woorden

_RECHTSVORMEN = """
bv nv vof cv bva eenmanszaak maatschap stichting vereniging cooperatie ua holding beheer gmbh ltd llc inc srl
sro kft ood eood sp zoo doo oy ab as sa sarl bvba sprl io
"""
_RECHTSVORM = frozenset(_RECHTSVORMEN.split())
_LETTERS = frozenset("bcfnov")


def bedrijfsnaam(tekst: str) -> str:
    """Folded name; "B.V.", "VOF", "holding" and the like dropped when something is left; "&" becomes "en"."""
    delen = _voeg_letters_samen(woorden(tekst.replace("&", " en ")))
    kern = [d for d in delen if d not in _RECHTSVORM]
    return " ".join(kern or delen)


def _voeg_letters_samen(delen: tuple[str, ...]) -> list[str]:
    """("jansen", "b", "v") -> ["jansen", "bv"]: single letters that stood between dots."""
    uit: list[str] = []
    letters = ""
    for deel in (*delen, ""):
        if len(deel) == 1 and deel in _LETTERS:
            letters += deel
            continue
        if letters:
            uit.append(letters)
            letters = ""
        if deel:
            uit.append(deel)
    return uit

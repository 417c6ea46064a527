# SPDX-License-Identifier: EUPL-1.2
"""Numbers with a check: IBAN, BSN, KvK number and vestigingsnummer. A failing check digit stays, marked."""

from typing import NamedTuple

from koppeling.normaliseren.tekst import alleen_letters_cijfers, cijfers


class Nummer(NamedTuple):
    """`tekst` canonical; `geldig` False when length or check digit fails (the value is still compared)."""

    tekst: str
    geldig: bool


def iban(tekst: str) -> Nummer | None:
    """Capitals without spaces; validity by ISO 7064 mod 97-10 (ISO 13616). None without two letters and a
    digit."""
    s = alleen_letters_cijfers(tekst).upper()[:34]
    if len(s) < 5 or not s[:2].isalpha() or not s[2:].isalnum() or not any(c.isdigit() for c in s):
        return None
    getal = "".join(str(int(c, 36)) for c in s[4:] + s[:4])
    return Nummer(s, len(s) >= 15 and int(getal) % 97 == 1)


def bsn(tekst: str) -> Nummer | None:
    """Nine digits, leading zero restored; validity by the eleven test (weights 9..2, -1). None without
    digits."""
    s = cijfers(tekst)
    if not s or not s.strip("0"):
        return None
    s = s.zfill(9)
    som = sum(int(c) * w for c, w in zip(s, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=False))
    return Nummer(s, len(s) == 9 and som % 11 == 0)


def kvk(tekst: str) -> Nummer | None:
    """KvK number of eight digits (there is no check digit); a leading zero lost in a spreadsheet returns."""
    s = cijfers(tekst)
    if not s or not s.strip("0"):
        return None
    s = s.zfill(8) if len(s) >= 7 else s
    return Nummer(s, len(s) == 8)


def vestiging(tekst: str) -> Nummer | None:
    """Vestigingsnummer of twelve digits; leading zeros restored from nine digits up."""
    s = cijfers(tekst)
    if not s or not s.strip("0"):
        return None
    s = s.zfill(12) if len(s) >= 8 else s
    return Nummer(s, len(s) == 12)

# SPDX-License-Identifier: EUPL-1.2
"""Numbers that belong to nobody: each kind comes from a range that was never issued.

- telephone: 06-0… – the Dutch plan issues mobile numbers from 06-1 up; libphonenumber calls 06-0 invalid;
- IBAN: bank code FICT – no such bank; the check digits are right, so that the account is well-formed;
- KvK: 00…… – numbers were issued from 01 up (the first two digits were the number of a chamber);
- plate: with a Q – no Dutch series uses that letter;
- postcode: 0… – Dutch postcodes start at 1000;
- e-mail and sites: under .test (RFC 2606).

`nummer` below is a counter: different counters give different numbers. What starts with 00 after the prefix
is kept for told stories.
"""

from __future__ import annotations

_MEDEKLINKERS = "BDFGHJKLNPRSTVXZ"
TELEFOONS, KENTEKENS, KVKS = 9_900_000, 921_600, 300_000
"""How many different numbers of a kind there are."""


def telefoon(nummer: int) -> str:
    """E.164, spread over the range so that neighbours do not look alike."""
    return f"+3160{(nummer * 6_700_417) % TELEFOONS + 100_000:07d}"


def iban(nummer: int) -> str:
    """Eighteen characters with valid check digits."""
    rekening = f"FICT{1_000_000_000 + (nummer * 6_700_417) % 9_000_000_000:010d}"
    rest = int("".join(str(int(teken, 36)) for teken in f"{rekening}NL00")) % 97
    return f"NL{98 - rest:02d}{rekening}"


def kvk(nummer: int) -> str:
    """Eight digits that start with 00."""
    return f"00{700_000 + (nummer * 99_991) % KVKS:06d}"


def kenteken(nummer: int) -> str:
    """A plate without hyphens, in the shape of sidecode X-000-XX, XX-000-X or XXX-00-X."""
    plek = (nummer * 99_991) % KENTEKENS
    if plek < 512_000:
        vorm, rest = divmod(plek, 256_000)
        letters, cijfers = divmod(rest, 1000)
        paar = _letters(letters, 2)
        return f"Q{cijfers:03d}{paar}" if vorm == 0 else f"{paar}{cijfers:03d}Q"
    letters, cijfers = divmod(plek - 512_000, 100)
    return f"{_letters(letters, 3)}{cijfers:02d}Q"


def _letters(nummer: int, aantal: int) -> str:
    """A number in base 16, written in consonants."""
    return "".join(_MEDEKLINKERS[nummer >> 4 * plaats & 15] for plaats in range(aantal))

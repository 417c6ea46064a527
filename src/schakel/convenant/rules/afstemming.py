# SPDX-License-Identifier: EUPL-1.2
"""Under which normal form two partners speak of the same place or thing (CNV-05, deconfliction). Pure."""

import re
import unicodedata
from collections.abc import Mapping


def _vouw(tekst: str) -> str:
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(c for c in los if c.isalnum() and not unicodedata.combining(c))


def _veld(inhoud: Mapping[str, object], *namen: str) -> str:
    return next((str(inhoud[n]) for n in namen if inhoud.get(n)), "")


def merken(inhoud: Mapping[str, object]) -> set[str]:
    """Normal forms of everything in `inhoud` by which a place, phone, company, vehicle or account is known.

    An address counts by postcode and number, and by street, number and place; a phone by its last nine digits.
    """
    uit = set()
    nummer = _vouw(_veld(inhoud, "huisnummer"))
    if nummer and (postcode := _vouw(_veld(inhoud, "postcode"))):
        uit.add(f"adres:{postcode}:{nummer}")
    if nummer and (straat := _vouw(_veld(inhoud, "straat"))):
        uit.add(f"adres:{straat}:{nummer}:{_vouw(_veld(inhoud, 'plaats', 'woonplaats'))}")
    cijfers = re.sub(r"\D", "", _veld(inhoud, "telefoon", "nummer"))
    if len(cijfers) >= 9:
        uit.add(f"telefoon:{cijfers[-9:]}")
    for soort, velden in (("kvk", ("kvk",)), ("kenteken", ("kenteken",)), ("iban", ("iban",)), ("email", ("email",)),
                          ("bedrijf", ("bedrijf", "bedrijfsnaam"))):  # fmt: skip
        if waarde := _vouw(_veld(inhoud, *velden)):
            uit.add(f"{soort}:{waarde}")
    return uit

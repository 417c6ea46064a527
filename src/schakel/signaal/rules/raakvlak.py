# SPDX-License-Identifier: EUPL-1.2
"""When two signals touch: which agreements count, and how much. Pure.

Weights are rounded bits of evidence at a base of one million records (koppeling, model card): how much less
likely the agreement is by chance. Name keys overlap, so of those only the strongest counts; things add up.
"""

from collections.abc import Iterable
from typing import Final

DREMPEL: Final = 9.0
"""Bits below which nothing is said: a name alone (of a person or a company), or a name with a
neighbourhood, is no raakvlak. Measured with `./schakel wereld --meet`: a company name alone gave nine of ten false links."""

DINGEN: Final[dict[str, tuple[float, str]]] = {
    "telefoon": (15.0, "zelfde telefoonnummer"),
    "kenteken": (15.0, "zelfde kenteken"),
    "iban": (18.0, "zelfde bankrekening"),
    "email": (16.0, "zelfde e-mailadres"),
    "account": (13.0, "zelfde account"),
    "kvk": (14.0, "zelfde KvK-nummer"),
    "vestiging": (15.0, "zelfde vestigingsnummer"),
    "adres": (12.0, "zelfde adres"),
    "advertentietekst": (11.0, "bijna dezelfde advertentietekst"),
    "bedrijfsnaam": (8.0, "zelfde bedrijfsnaam"),
}
NAMEN: Final[dict[str, tuple[float, str]]] = {
    "bsn": (24.0, "zelfde burgerservicenummer"),
    "datum+achternaam": (16.0, "zelfde geboortedatum, achternaam klinkt gelijk"),
    "datum+letters": (9.0, "zelfde geboortedatum en voorletters"),
    "datum+voornaam": (13.0, "zelfde geboortedatum, voornaam klinkt gelijk"),
    "datum+postcode": (13.0, "zelfde geboortedatum en postcode"),
    "naam+jaar": (12.0, "naam klinkt gelijk, zelfde geboortejaar"),
    "naam+maanddag": (13.0, "naam klinkt gelijk, zelfde geboortedag"),
    "skelet+jaar": (9.0, "naam lijkt, zelfde geboortejaar"),
    "skelet+maanddag": (10.0, "naam lijkt, zelfde geboortedag"),
    "naam+omgeving": (11.0, "naam klinkt gelijk, zelfde omgeving"),
    "voornaam+adres": (10.0, "voornaam lijkt, zelfde adres"),
    "naam": (6.0, "naam klinkt gelijk"),
}

IDENTIFIERS: Final[dict[str, frozenset[str]]] = {
    "telefoon": frozenset({"telefoon"}),
    "adres": frozenset({"adres"}),
    "kenteken": frozenset({"kenteken"}),
    "rekening": frozenset({"iban"}),
    "account": frozenset({"account", "email"}),
    "bedrijf": frozenset({"kvk", "vestiging", "bedrijfsnaam"}),
    "advertentie": frozenset({"advertentietekst"}),
    "bsn": frozenset({"bsn"}),
    "persoon": frozenset(NAMEN) - {"bsn"},
}
"""What a koppelregime admits, in words of people → kinds of keys."""

IDENTIFIER_VAN: Final = {soort: naam for naam, soorten in IDENTIFIERS.items() for soort in soorten}


def bits(soorten: Iterable[str]) -> float:
    """Weight of the agreements together: the things added up, and the strongest agreement of a name."""
    soorten = set(soorten)
    dingen = sum(DINGEN[s][0] for s in soorten if s in DINGEN)
    return dingen + max((NAMEN[s][0] for s in soorten if s in NAMEN), default=0.0)


def raakt(soorten: Iterable[str]) -> bool:
    """Is this enough to tell people about?"""
    return bits(soorten) >= DREMPEL


def zin(soorten: Iterable[str]) -> str:
    """The agreements as a sentence, strongest first; without any value of either side."""
    soorten = set(soorten)
    namen = sorted((NAMEN[s] for s in soorten if s in NAMEN), reverse=True)[:1]
    delen = sorted([*(DINGEN[s] for s in soorten if s in DINGEN), *namen], reverse=True)
    return "; ".join(tekst for _, tekst in delen)

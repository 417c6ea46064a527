# SPDX-License-Identifier: EUPL-1.2
"""One canonical form per kind of value. Every function takes any text, in bounded time, and never raises."""

from koppeling.normaliseren.adres import Adres, adres, huisnummer, plaats, postcode, straat
from koppeling.normaliseren.bedrijfsnaam import bedrijfsnaam
from koppeling.normaliseren.datum import Datum, datum
from koppeling.normaliseren.kenteken import kenteken
from koppeling.normaliseren.klank import klank, skelet
from koppeling.normaliseren.naam import Naam, achternaam, naam, voornamen
from koppeling.normaliseren.nummers import Nummer, bsn, iban, kvk, vestiging
from koppeling.normaliseren.online import Advertentie, account, advertentie, email
from koppeling.normaliseren.tekst import cijfers, vouw, woorden
from koppeling.normaliseren.telefoon import e164, telefoon

__all__ = [
    "Adres",
    "Advertentie",
    "Datum",
    "Naam",
    "Nummer",
    "account",
    "achternaam",
    "adres",
    "advertentie",
    "bedrijfsnaam",
    "bsn",
    "cijfers",
    "datum",
    "e164",
    "email",
    "huisnummer",
    "iban",
    "kenteken",
    "klank",
    "kvk",
    "naam",
    "plaats",
    "postcode",
    "skelet",
    "straat",
    "telefoon",
    "vestiging",
    "voornamen",
    "vouw",
    "woorden",
]

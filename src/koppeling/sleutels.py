# SPDX-License-Identifier: EUPL-1.2
"""Keys under which records find each other without comparing all pairs (blocking).

About sixteen identity keys per person, so that a record with one or two faults is still found, plus one key
per thing (telephone, plate, address, company, account, advertisement, IBAN). A thing key of a person equals
the key of that thing's own record. Literature: Christen, Data Matching (Springer 2012), ch. 4.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Final, Literal

from koppeling.entiteit import Entiteit, Profiel, Soort, Waarde
from koppeling.normaliseren import klank, skelet
from koppeling.profiel import profiel

VERSIE: Final = 1
"""Version of the rules below. A change of any rule is a new version: records are then keyed again."""

MAX_PER_SOORT: Final = 24
"""Keys of one kind per record; reached only by records with many values in several fields."""
_MAX_FACTOR: Final = 6
"""Values of one field that are combined with those of another."""

MIN_ZOUT: Final = 16
"""Bytes a salt must have."""

Rol = Literal["identiteit", "ding"]


@dataclass(frozen=True, slots=True, order=True)
class Sleutel:
    """One key: `soort` (a name of `SLEUTELSOORTEN`), `waarde` (plain normalised text) and the rule version.

    The plain text is personal data: store only what `gehasht` makes of it.
    """

    soort: str
    waarde: str
    versie: int = VERSIE

    @property
    def rol(self) -> Rol:
        """A shared "ding" is a relation (a telephone); a shared "identiteit" suggests the same person."""
        return "ding" if self.soort in DINGEN else "identiteit"


def gehasht(sleutel: Sleutel, zout: bytes) -> int:
    """Signed 64-bit number of a key: the first eight bytes of HMAC-SHA256(zout, version, kind, value).

    Kind and version are part of the message, so equal texts of different kinds give unrelated numbers. Two
    keys of a base of n keys collide with probability about n²/2^65 (n = 160 million: one collision in a
    thousand bases); a collision costs one comparison, never a link. Without the salt a number tells nothing;
    with it, telephone numbers can be enumerated, so the salt is a secret.

    Errors: ValueError when the salt is shorter than `MIN_ZOUT` bytes.
    """
    if len(zout) < MIN_ZOUT:
        raise ValueError(f"Het zout is te kort: {len(zout)} bytes, nodig zijn er ten minste {MIN_ZOUT}.")
    bericht = "\x1f".join((str(sleutel.versie), sleutel.soort, sleutel.waarde)).encode()
    return int.from_bytes(hmac.digest(zout, bericht, "sha256")[:8], "big", signed=True)


def sleutels(van: Entiteit | Profiel, *, versie: int = VERSIE) -> frozenset[Sleutel]:
    """All keys of a record; empty when nothing in it can be used.

    Errors: ValueError for a version whose rules are not in this release.
    """
    if versie != VERSIE:
        raise ValueError(f"Sleutelversie {versie} bestaat niet in deze uitgave; wel versie {VERSIE}.")
    p = profiel(van)
    bouwers: dict[str, Bouwer] = dict(DINGEN)
    if p.soort == "persoon":
        bouwers |= PERSOON
    elif p.soort in OVERIG:
        bouwers |= OVERIG[p.soort]
    return frozenset(
        Sleutel(soort, waarde, versie)
        for soort, bouw in bouwers.items()
        for waarde in islice(dict.fromkeys(sorted(w for w in bouw(p) if w)), MAX_PER_SOORT)
    )


Bouwer = Callable[[Profiel], Iterator[str]]


def _kolom(p: Profiel, kolom: str) -> tuple[Waarde, ...]:
    return p.kolommen.get(kolom, ())


def _teksten(kolom: str) -> Bouwer:
    """A builder that gives the canonical values of one column."""
    return lambda p: (w.tekst for w in _kolom(p, kolom))


def _rond(*delen: str) -> str:
    """Parts joined whatever their order; empty when one of them is missing."""
    return "|".join(sorted(delen)) if all(delen) else ""


def _reeks(*delen: str) -> str:
    """Parts joined in order; empty when one of them is missing."""
    return "|".join(delen) if all(delen) else ""


def _met_namen(deel: str, een: str, twee: str) -> str:
    """A part and two names whatever their order; empty when one of the three is missing."""
    return _reeks(deel, _rond(een, twee))


def _voornaam_klank(p: Profiel) -> list[str]:
    return sorted({w.klank for w in _kolom(p, "voornaam")})


def _achternaam_klank(p: Profiel) -> list[str]:
    """Sounds of the surnames; a surname of several parts also with each part alone."""
    return sorted(
        {deel for w in _kolom(p, "achternaam") for deel in (w.klank.replace(" ", ""), *w.klank.split())}
    )


def _voornaam_skelet(p: Profiel) -> list[str]:
    return sorted({w.skelet for w in _kolom(p, "voornaam")})


def _achternaam_skelet(p: Profiel) -> list[str]:
    return sorted({w.skelet.split()[0] for w in _kolom(p, "achternaam") if w.skelet})


def _volle_datum(p: Profiel) -> list[str]:
    return [w.tekst for w in _kolom(p, "geboortedatum") if "-00" not in w.tekst and w.tekst[:4] != "0000"]


def _jaar(p: Profiel) -> list[str]:
    return sorted({w.tekst[:4] for w in _kolom(p, "geboortedatum")} - {"0000"})


def _maanddag(p: Profiel) -> list[str]:
    """Day and month in either order, of dates that have both."""
    paren = (w.tekst[5:].split("-") for w in _kolom(p, "geboortedatum"))
    return ["-".join(sorted(paar)) for paar in paren if "00" not in paar]


def _postcode(p: Profiel) -> list[str]:
    return [w.tekst for w in _kolom(p, "postcode")]


def _omgeving(p: Profiel) -> list[str]:
    """The first four characters of the postcode, or the place when no postcode is known."""
    return sorted({pc[:4] for pc in _postcode(p)}) or [w.tekst for w in _kolom(p, "woonplaats")]


def _adres(p: Profiel) -> list[str]:
    return [w.tekst for w in _kolom(p, "adres")]


def _maal(voeg: Callable[..., str], *lijsten: Callable[[Profiel], list[str]]) -> Bouwer:
    """A builder over every combination of the values of the lists."""
    return lambda p: (voeg(*delen) for delen in product(*(lijst(p)[:_MAX_FACTOR] for lijst in lijsten)))


def _begin(lijst: Callable[[Profiel], list[str]], lengte: int) -> Callable[[Profiel], list[str]]:
    return lambda p: sorted({w[:lengte] for w in lijst(p)})


def _bedrijfswoorden(p: Profiel) -> list[str]:
    """Sounds of the words of a company name, order-free; companies are written in many orders."""
    return sorted({"".join(sorted(w.klank.split())) for w in _kolom(p, "bedrijfsnaam")})


def _bedrijfsbegin(p: Profiel) -> list[str]:
    return sorted({w.skelet.split()[0] for w in _kolom(p, "bedrijfsnaam") if w.skelet})


def _woordgroepen(p: Profiel) -> Iterator[str]:
    """The three words with the smallest hash of every text: a minimal MinHash (Broder 1997) for copied
    adverts."""
    for waarde in _kolom(p, "woorden"):
        gehashte = sorted(waarde.tekst.split(), key=lambda w: hashlib.sha256(w.encode()).digest())
        if len(gehashte) >= 8:
            yield _rond(*gehashte[:3])


_DINGEN = "telefoon kenteken adres iban email account kvk"
DINGEN: Final[dict[str, Bouwer]] = {soort: _teksten(soort) for soort in _DINGEN.split()}
"""Thing keys, of every kind of record: equal means "the same thing", and between persons a relation."""

PERSOON: Final[dict[str, Bouwer]] = {
    "bsn": _teksten("bsn"),
    # narrow: a full birth date and something else
    "datum+achternaam": _maal(_reeks, _volle_datum, _achternaam_klank),
    "datum+voornaam": _maal(_reeks, _volle_datum, _voornaam_klank),
    "datum+postcode": _maal(_reeks, _volle_datum, _postcode),
    "datum+letters": _maal(
        _met_namen, _volle_datum, _begin(_voornaam_klank, 1), _begin(_achternaam_klank, 1)
    ),
    # the whole name with a part of the date or the place; given name and surname in either order
    "naam+jaar": _maal(_met_namen, _jaar, _voornaam_klank, _achternaam_klank),
    "naam+maanddag": _maal(_met_namen, _maanddag, _voornaam_klank, _achternaam_klank),
    "naam+omgeving": _maal(_met_namen, _omgeving, _voornaam_klank, _achternaam_klank),
    "naam": _maal(_rond, _voornaam_klank, _achternaam_klank),
    # transliterated names: consonants only
    "skelet+jaar": _maal(_met_namen, _jaar, _voornaam_skelet, _achternaam_skelet),
    "skelet+maanddag": _maal(_met_namen, _maanddag, _voornaam_skelet, _achternaam_skelet),
    # one name is wrong or missing
    "achternaam+postcode": _maal(_reeks, _achternaam_klank, _postcode),
    "voornaam+postcode": _maal(_reeks, _voornaam_klank, _postcode),
    "voornaam+adres": _maal(_reeks, _begin(_voornaam_klank, 3), _adres),
    "maanddag+achternaam": _maal(_reeks, _maanddag, _begin(_achternaam_klank, 4)),
    "maanddag+postcode": _maal(_reeks, _maanddag, _postcode),
}
"""Identity keys of a person, narrow and loose."""

OVERIG: Final[dict[Soort, dict[str, Bouwer]]] = {
    "bedrijf": {
        "vestiging": _teksten("vestiging"),
        "bedrijfsnaam": _maal(_reeks, _bedrijfswoorden),
        "bedrijfsnaam+omgeving": _maal(_reeks, _bedrijfsbegin, _omgeving),
    },
    "adres": {
        "straat+postcode": _maal(
            _reeks, lambda p: sorted({klank(w.tekst) for w in _kolom(p, "straat")}), _postcode
        ),
        "straat+plaats": _maal(
            _reeks,
            lambda p: sorted({skelet(w.tekst) for w in _kolom(p, "straat")}),
            lambda p: [w.tekst for w in _kolom(p, "woonplaats")],
        ),
    },
    "advertentie": {"advertentietekst": _woordgroepen},
}
"""Identity keys of other kinds, beside their thing keys."""

SLEUTELSOORTEN: Final = (*DINGEN, *PERSOON, *(s for groep in OVERIG.values() for s in groep))
"""Every kind of key, in a fixed order (a table may store the index)."""

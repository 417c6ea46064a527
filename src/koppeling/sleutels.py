# SPDX-License-Identifier: EUPL-1.2
"""Keys under which records find each other without comparing all pairs (blocking).

About twenty identity keys per person, so that a record with one or two faults is still found, plus one key
per thing (telephone, plate, address, company, account, advertisement, IBAN). A thing key of a person equals
the key of that thing's own record. Literature: Christen, Data Matching (Springer 2012), ch. 4.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Final, Literal, NamedTuple

from koppeling.entiteit import Entiteit, Profiel, Soort, Waarde
from koppeling.normaliseren import klank, skelet
from koppeling.profiel import profiel

VERSIE: Final = 2
"""Version of the rules below. A change of any rule is a new version: records are then keyed again."""

MAX_PER_SOORT: Final = 24
"""Keys of one kind per record; reached only by records with many values in several fields."""
MAX_FACTOR: Final = 6
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


def sleutels(
    van: Entiteit | Profiel, *, versie: int = VERSIE, ruim: bool = False, klein: bool = False
) -> frozenset[Sleutel]:
    """All keys of a record, with those of `RUIM` and `KLEIN` when asked; empty when nothing in it can be used.

    Errors: ValueError for a version whose rules are not in this release.
    """
    if versie != VERSIE:
        raise ValueError(f"Sleutelversie {versie} bestaat niet in deze uitgave; wel versie {VERSIE}.")
    p = profiel(van)
    delen = {naam: DELEN[naam].waarden(p) for naam in _delen_van(p.soort, ruim, klein)}
    return frozenset(
        Sleutel(soort, waarde, versie)
        for soort, regel in regels(p.soort, ruim=ruim, klein=klein).items()
        for waarde in islice(sorted({w for w in regel.waarden(delen) if w}), MAX_PER_SOORT)
    )


def regels(soort: Soort, *, ruim: bool = False, klein: bool = False) -> dict[str, "Regel"]:
    """The rules that make the keys of a kind of entity: kind of key -> rule; with those of `RUIM` and `KLEIN`."""
    if soort != "persoon":
        return DINGEN | OVERIG.get(soort, {})
    return DINGEN | PERSOON | (RUIM if ruim else {}) | (KLEIN if klein else {})


@cache
def _delen_van(soort: Soort, ruim: bool, klein: bool) -> tuple[str, ...]:
    alle = regels(soort, ruim=ruim, klein=klein).values()
    return tuple(dict.fromkeys(deel for regel in alle for deel in regel.delen))


Voeg = Literal["reeks", "rond", "met_namen"]
"""How parts become one text: in order, whatever their order, or the first in order and two names whatever theirs."""
_Lijst = Callable[[Profiel], list[str]]


class Deel(NamedTuple):
    """A part of keys: the column that it looks at (the postcode stands for a whole address), and its texts."""

    kolom: str
    waarden: _Lijst


@dataclass(frozen=True, slots=True)
class Regel:
    """A key as a combination of parts (names of `DELEN`), every value of one with every value of the others.

    Written as data, so that an engine with a language of its own (SQL) makes the same keys.
    """

    voeg: Voeg
    delen: tuple[str, ...]

    def waarden(self, delen: Mapping[str, list[str]]) -> Iterator[str]:
        """The texts of the keys; empty ones are none."""
        voeg = _VOEGEN[self.voeg]
        hoogstens = MAX_FACTOR if len(self.delen) > 1 else MAX_PER_SOORT
        return (voeg(*combinatie) for combinatie in product(*(delen[d][:hoogstens] for d in self.delen)))


def _reeks(*delen: str) -> str:
    """Parts joined in order; empty when one of them is missing."""
    return "|".join(delen) if all(delen) else ""


def _rond(*delen: str) -> str:
    """Parts joined whatever their order; empty when one of them is missing."""
    return _reeks(*sorted(delen))


def _met_namen(deel: str, een: str, twee: str) -> str:
    """A part and two names whatever their order; empty when one of the three is missing."""
    return _reeks(deel, *sorted((een, twee)))


_VOEGEN: Final[dict[Voeg, Callable[..., str]]] = {"reeks": _reeks, "rond": _rond, "met_namen": _met_namen}


def _kolom(p: Profiel, kolom: str) -> tuple[Waarde, ...]:
    return p.kolommen.get(kolom, ())


def _teksten(kolom: str) -> _Lijst:
    """The canonical values of one column."""
    return lambda p: [w.tekst for w in _kolom(p, kolom)]


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


def _letters(kolom: str) -> _Lijst:
    """Which consonants a name has, whatever their order and number: swapped and doubled letters make no difference."""
    return lambda p: sorted(
        {"".join(sorted(set(deel))) for w in _kolom(p, kolom) for deel in w.skelet.split() if len(deel) > 1}
    )


def _volle_datum(p: Profiel) -> list[str]:
    return [w.tekst for w in _kolom(p, "geboortedatum") if "-00" not in w.tekst and w.tekst[:4] != "0000"]


def _jaar(p: Profiel) -> list[str]:
    return sorted({w.tekst[:4] for w in _kolom(p, "geboortedatum")} - {"0000"})


def _maanddag(p: Profiel) -> list[str]:
    """Day and month in either order, of dates that have both."""
    paren = (w.tekst[5:].split("-") for w in _kolom(p, "geboortedatum"))
    return ["-".join(sorted(paar)) for paar in paren if "00" not in paar]


def _omgeving(p: Profiel) -> list[str]:
    """The first four characters of the postcode, or the place when no postcode is known."""
    return sorted({pc[:4] for pc in _teksten("postcode")(p)}) or [w.tekst for w in _kolom(p, "woonplaats")]


def _begin(lijst: _Lijst, lengte: int) -> _Lijst:
    return lambda p: sorted({w[:lengte] for w in lijst(p)})


def _bedrijfswoorden(p: Profiel) -> list[str]:
    """Sounds of the words of a company name, order-free; companies are written in many orders."""
    return sorted({"".join(sorted(w.klank.split())) for w in _kolom(p, "bedrijfsnaam")})


def _bedrijfsbegin(p: Profiel) -> list[str]:
    return sorted({w.skelet.split()[0] for w in _kolom(p, "bedrijfsnaam") if w.skelet})


def _woordgroepen(p: Profiel) -> list[str]:
    """The three words with the smallest hash of every text: a minimal MinHash (Broder 1997) for copied
    adverts."""
    groepen = []
    for waarde in _kolom(p, "woorden"):
        gehashte = sorted(waarde.tekst.split(), key=lambda w: hashlib.sha256(w.encode()).digest())
        if len(gehashte) >= 8:
            groepen.append(_rond(*gehashte[:3]))
    return groepen


_DINGEN = "telefoon kenteken adres iban email account kvk"
DELEN: Final[dict[str, Deel]] = {
    kolom: Deel(kolom, _teksten(kolom))
    for kolom in f"{_DINGEN} bsn vestiging postcode huisnummer woonplaats".split()
} | {
    "datum": Deel("geboortedatum", _volle_datum),
    "jaar": Deel("geboortedatum", _jaar),
    "maanddag": Deel("geboortedatum", _maanddag),
    "omgeving": Deel("postcode", _omgeving),
    "voornaam": Deel("voornaam", _voornaam_klank),
    "voornaam1": Deel("voornaam", _begin(_voornaam_klank, 1)),
    "voornaam3": Deel("voornaam", _begin(_voornaam_klank, 3)),
    "voornaamskelet": Deel("voornaam", _voornaam_skelet),
    "achternaam": Deel("achternaam", _achternaam_klank),
    "achternaam1": Deel("achternaam", _begin(_achternaam_klank, 1)),
    "achternaam3": Deel("achternaam", _begin(_achternaam_klank, 3)),
    "achternaam4": Deel("achternaam", _begin(_achternaam_klank, 4)),
    "achternaamskelet": Deel("achternaam", _achternaam_skelet),
    "voornaamletters": Deel("voornaam", _letters("voornaam")),
    "achternaamletters": Deel("achternaam", _letters("achternaam")),
    "bedrijfswoorden": Deel("bedrijfsnaam", _bedrijfswoorden),
    "bedrijfsbegin": Deel("bedrijfsnaam", _bedrijfsbegin),
    "straatklank": Deel("straat", lambda p: sorted({klank(w.tekst) for w in _kolom(p, "straat")})),
    "straatskelet": Deel("straat", lambda p: sorted({skelet(w.tekst) for w in _kolom(p, "straat")})),
    "woordgroepen": Deel("woorden", _woordgroepen),
}
"""The parts that keys are made of; each looks at one field, or at the fields of one address."""

DINGEN: Final[dict[str, Regel]] = {soort: Regel("reeks", (soort,)) for soort in _DINGEN.split()}
"""Thing keys, of every kind of record: equal means "the same thing", and between persons a relation."""

PERSOON: Final[dict[str, Regel]] = {
    "bsn": Regel("reeks", ("bsn",)),
    # narrow: a full birth date and something else
    "datum+achternaam": Regel("reeks", ("datum", "achternaam")),
    "datum+voornaam": Regel("reeks", ("datum", "voornaam")),
    "datum+postcode": Regel("reeks", ("datum", "postcode")),
    "datum+letters": Regel("met_namen", ("datum", "voornaam1", "achternaam1")),
    # the whole name with a part of the date or the place; given name and surname in either order
    "naam+jaar": Regel("met_namen", ("jaar", "voornaam", "achternaam")),
    "naam+maanddag": Regel("met_namen", ("maanddag", "voornaam", "achternaam")),
    "naam+omgeving": Regel("met_namen", ("omgeving", "voornaam", "achternaam")),
    "naam": Regel("rond", ("voornaam", "achternaam")),
    # transliterated names: consonants only
    "skelet+jaar": Regel("met_namen", ("jaar", "voornaamskelet", "achternaamskelet")),
    "skelet+maanddag": Regel("met_namen", ("maanddag", "voornaamskelet", "achternaamskelet")),
    # one name is misspelled, or no more than an initial, and perhaps nothing else is known
    "letters": Regel("rond", ("voornaamletters", "achternaamletters")),
    "initiaal+letters": Regel("reeks", ("voornaam1", "achternaamletters")),
    "initiaal+deur": Regel("reeks", ("voornaam1", "straatskelet", "huisnummer")),
    "voornaam+begin": Regel("reeks", ("voornaam", "achternaam3")),
    "voornaam+jaar+letter": Regel("reeks", ("voornaam", "jaar", "achternaam1")),
    # one name is wrong or missing
    "achternaam+postcode": Regel("reeks", ("achternaam", "postcode")),
    "voornaam+postcode": Regel("reeks", ("voornaam", "postcode")),
    "voornaam+adres": Regel("reeks", ("voornaam3", "adres")),
    "maanddag+achternaam": Regel("reeks", ("maanddag", "achternaam4")),
    "maanddag+postcode": Regel("reeks", ("maanddag", "postcode")),
}
"""Identity keys of a person, narrow and loose."""

RUIM: Final[dict[str, Regel]] = {
    "datum": Regel("reeks", ("datum",)),
    "straat+postcode": Regel("reeks", ("straatklank", "postcode")),
    "straat+plaats": Regel("reeks", ("straatskelet", "woonplaats")),
    "achternaam+omgeving": Regel("reeks", ("achternaam", "omgeving")),
    "voornaam+jaar": Regel("reeks", ("voornaam", "jaar")),
}
"""Wide keys, for one pass over a whole base only: they find a few more in a small one, and in a large one most are too
common to use, which a batch notices beforehand."""

KLEIN: Final[dict[str, Regel]] = {
    "achternaam": Regel("reeks", ("achternaam",)),
    "postcode": Regel("reeks", ("postcode",)),
    "voornaam+plaats": Regel("reeks", ("voornaam3", "woonplaats")),
    "achternaam+plaats": Regel("reeks", ("achternaam1", "woonplaats")),
    "letter+postcode": Regel("reeks", ("achternaam1", "postcode")),
}
"""The widest keys, for one pass over a small base."""

OVERIG: Final[dict[Soort, dict[str, Regel]]] = {
    "bedrijf": {
        "vestiging": Regel("reeks", ("vestiging",)),
        "bedrijfsnaam": Regel("reeks", ("bedrijfswoorden",)),
        "bedrijfsnaam+omgeving": Regel("reeks", ("bedrijfsbegin", "omgeving")),
    },
    "adres": {
        "straat+postcode": Regel("reeks", ("straatklank", "postcode")),
        "straat+plaats": Regel("reeks", ("straatskelet", "woonplaats")),
    },
    "advertentie": {"advertentietekst": Regel("reeks", ("woordgroepen",))},
}
"""Identity keys of other kinds, beside their thing keys."""

SLEUTELSOORTEN: Final = tuple(
    dict.fromkeys((*DINGEN, *PERSOON, *(s for groep in OVERIG.values() for s in groep), *RUIM, *KLEIN))
)
"""Every kind of key, in a fixed order (a table may store the index)."""

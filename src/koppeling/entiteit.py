# SPDX-License-Identifier: EUPL-1.2
"""What is compared: an `Entiteit` as somebody wrote it down, and its `Profiel` in canonical form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, get_args

Soort = Literal["persoon", "bedrijf", "adres", "telefoon", "voertuig", "rekening", "account", "advertentie"]
SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
_VELDEN = """
naam voornaam achternaam geboortedatum geslacht straat huisnummer postcode woonplaats adres bag telefoon email
iban kenteken kvk vestiging bedrijfsnaam account bsn advertentie
"""
VELDEN: Final = tuple(_VELDEN.split())
"""Every field an entity may have."""
MAX_WAARDEN: Final = 20
"""Values of one field that take part; more are cut off after sorting, so that input order does not matter."""


@dataclass(frozen=True, slots=True)
class Entiteit:
    """One statement about one person or thing, by one source.

    `velden` maps a name of `VELDEN` to one text or several (a person with two telephones); every field may be
    missing. Treat the mapping as read-only. There is no field for nationality, origin or neighbourhood: the
    engine cannot weigh what it cannot receive.

    Errors: ValueError for an unknown `soort` or field, TypeError for a value that is not text.
    """

    id: str
    soort: Soort
    velden: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN:
            raise ValueError(f"Onbekende soort {self.soort!r}. Kies uit: {', '.join(SOORTEN)}.")
        schoon = {veld: _waarden(veld, waarde) for veld, waarde in sorted(self.velden.items())}
        object.__setattr__(self, "velden", {veld: waarden for veld, waarden in schoon.items() if waarden})

    def __hash__(self) -> int:
        return hash((self.id, self.soort))


def _waarden(veld: str, waarde: str | Iterable[str] | None) -> tuple[str, ...]:
    if veld not in VELDEN:
        raise ValueError(f"Onbekend veld {veld!r}. Kies uit: {', '.join(VELDEN)}.")
    if waarde is None:
        return ()
    lijst = (waarde,) if isinstance(waarde, str) else tuple(waarde)
    if not all(isinstance(w, str) for w in lijst):
        raise TypeError(f"Veld {veld!r} verwacht tekst, of een lijst van teksten.")
    return tuple(sorted({w for w in lijst if w.strip()}))


def entiteit(id: str, soort: Soort, **velden: str | Iterable[str] | None) -> Entiteit:
    """Shorthand: `entiteit("1", "persoon", naam="Piet Jansen", telefoon=["06-12345678"])`."""
    return Entiteit(id, soort, {veld: _waarden(veld, waarde) for veld, waarde in velden.items()})


class Waarde(NamedTuple):
    """One canonical value. `klank` and `skelet` are filled for names only; `getoond` is as it was written."""

    tekst: str
    klank: str = ""
    skelet: str = ""
    getoond: str = ""


@dataclass(frozen=True, slots=True)
class Profiel:
    """An entity in canonical form: column -> distinct values, sorted. Made by `profiel`; costs about 0.1 ms,
    so keep it when one record is compared with many. Treat the mappings as read-only.

    `enkel`: no column has several values; then `kern` holds the text of each column, and of names the sound as
    well ("achternaam.klank"): what the fast scorer looks at. `gevuld`: the names of the columns.
    """

    id: str
    soort: Soort
    kolommen: Mapping[str, tuple[Waarde, ...]]
    enkel: bool = field(init=False, compare=False, repr=False)
    kern: Mapping[str, str] = field(init=False, compare=False, repr=False)
    gevuld: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        kern = {kolom: waarden[0].tekst for kolom, waarden in self.kolommen.items()}
        for kolom in ("voornaam", "achternaam"):
            if kolom in kern:
                kern[f"{kolom}.klank"] = self.kolommen[kolom][0].klank
        object.__setattr__(self, "enkel", all(len(w) == 1 for w in self.kolommen.values()))
        object.__setattr__(self, "kern", kern)
        object.__setattr__(self, "gevuld", frozenset(kern))

    def __hash__(self) -> int:
        return hash((self.id, self.soort))

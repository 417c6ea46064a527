# SPDX-License-Identifier: EUPL-1.2
"""From texts of a table to columns that SQL compares, and back to a `Profiel` for our own scorer.

A row of a group (see `Schema.groepen`) becomes: per column of the profile its text `c_`, as it was written `g_`, of
names sound `k_`, consonants `s_` and short form `r_`; per part of a key `d_`; and `los`: SQL cannot weigh this
row (several values in a column, or letters that not every engine counts alike), our scorer does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from koppeling.batch.schema import Kolom, Schema
from koppeling.batch.sql import NAAMKOLOMMEN
from koppeling.entiteit import Profiel, Soort, Waarde
from koppeling.model import Model
from koppeling.normaliseren.naam import ROEPNAAM
from koppeling.profiel import KOLOMMEN, kolommen_van, naamwaarde
from koppeling.sleutels import DELEN, regels

SCHEIDER: Final = "\x1f"
"""Between several values in one column."""

_VAN_ADRES = ("adres", "postcode", "straat", "huisnummer", "woonplaats")
_GEEFT: Final[dict[str, tuple[str, ...]]] = {
    "naam": ("achternaam", "voornaam", "voornamen"),
    "voornaam": ("voornaam", "voornamen"),
    **dict.fromkeys(("adres", "straat", "huisnummer", "postcode", "woonplaats"), _VAN_ADRES),
}


@dataclass(frozen=True, slots=True)
class Vorm:
    """What a group gives: `kolommen` of the profile and `delen` of keys."""

    soort: Soort
    groep: tuple[Kolom, ...]
    kolommen: tuple[str, ...]
    delen: tuple[str, ...]

    @property
    def namen(self) -> tuple[str, ...]:
        """Names of the columns that `rijen` gives, in order; all text but the last (a boolean)."""
        klanken = [f"{x}_{k}" for k in self.kolommen if k in NAAMKOLOMMEN for x in "ks"]
        roep = ["r_voornaam"] if "voornaam" in self.kolommen else []
        gewoon = [f"{x}_{k}" for x in "cg" for k in self.kolommen]
        return (*gewoon, *klanken, *roep, *(f"d_{d}" for d in self.delen), "los")

    def rijen(self, invoer: Iterable[Sequence[str]]) -> list[list[object]]:
        """The columns `namen` as lists, for these rows of the group."""
        uit = [self._rij(rij) for rij in invoer]
        return [list(kolom) for kolom in zip(*uit, strict=True)] if uit else [[] for _ in self.namen]

    def _rij(self, rij: Sequence[str]) -> tuple[object, ...]:
        p = Profiel("", self.soort, kolommen_van(self._velden(rij)))
        waarden = [p.kolommen.get(k, ()) for k in self.kolommen]
        uit: list[object] = [_plak([x.tekst for x in w]) for w in waarden]
        uit += [_plak([x.getoond.replace(SCHEIDER, " ") for x in w]) for w in waarden]
        for k, w in zip(self.kolommen, waarden, strict=True):
            if k in NAAMKOLOMMEN:
                uit += (_plak([x.klank for x in w]), _plak([x.skelet for x in w]))
        if "voornaam" in self.kolommen:
            uit.append(_plak([ROEPNAAM.get(w.tekst, w.tekst) for w in p.kolommen.get("voornaam", ())]))
        uit += [_plak(DELEN[d].waarden(p)) for d in self.delen]
        uit.append(any(len(w) > 1 or not all(x.tekst.isascii() for x in w) for w in waarden))
        return tuple(uit)

    def _velden(self, rij: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The row as the fields of an `Entiteit`: what is empty is not there, what is there twice counts once."""
        velden: dict[str, tuple[str, ...]] = {}
        for kolom, tekst in zip(self.groep, rij, strict=True):
            if tekst and (gelezen := kolom.lees(tekst)).strip():
                eerder = velden.get(kolom.veld)
                velden[kolom.veld] = (gelezen,) if eerder is None else tuple(sorted({*eerder, gelezen}))
        return velden


def vormen(schema: Schema, model: Model) -> tuple[Vorm, ...]:
    """Per group what model and keys need of it."""
    delen = dict.fromkeys(d for regel in regels(schema.soort, ruim=True).values() for d in regel.delen)
    nodig = {n.kolom for v in model.vergelijkingen[schema.soort] for n in v.niveaus} | {
        DELEN[d].kolom for d in delen
    }
    uit = []
    for groep in schema.groepen():
        geeft = {k for kolom in groep for k in _GEEFT.get(kolom.veld, (kolom.veld,))} & nodig
        if geeft:
            kolommen = tuple(k for k in KOLOMMEN if k in geeft)
            uit.append(
                Vorm(schema.soort, groep, kolommen, tuple(d for d in delen if DELEN[d].kolom in geeft))
            )
    return tuple(uit)


def lees_profiel(soort: Soort, namen: Sequence[str]) -> Callable[[Sequence[Any]], Profiel]:
    """Reads a row with `namen`, of which `c_` and `g_` per column count: the profile that `profiel` made of the
    record."""
    plek = {naam: i for i, naam in enumerate(namen)}
    kolommen = [
        (k, plek[f"c_{k}"], plek[f"g_{k}"], naamwaarde if k in NAAMKOLOMMEN else _gewoon)
        for k in KOLOMMEN
        if f"c_{k}" in plek
    ]

    def lees(rij: Sequence[Any]) -> Profiel:
        uit: dict[str, tuple[Waarde, ...]] = {}
        for kolom, c, g, maak in kolommen:
            if tekst := rij[c]:
                getoond = rij[g] or ""
                if SCHEIDER not in tekst:
                    uit[kolom] = (maak(tekst, getoond),)
                else:
                    paren = zip(tekst.split(SCHEIDER), getoond.split(SCHEIDER), strict=True)
                    uit[kolom] = tuple(maak(t, w) for t, w in paren)
        return Profiel("", soort, uit)

    return lees


def _gewoon(tekst: str, getoond: str) -> Waarde:
    return Waarde(tekst, getoond=getoond)


def _plak(teksten: Sequence[str]) -> str | None:
    return (teksten[0] if len(teksten) == 1 else SCHEIDER.join(teksten)) or None

# SPDX-License-Identifier: EUPL-1.2
"""The scorer for many pairs: the same weights as `vergelijk`, without the explanation, ten times as fast.

The bits of a comparison depend on a few values only, and values recur: each pair of values is compared once and
remembered. What looks at whole records (`functies.COMBINATIES`) is asked only when a cheap necessary condition
holds. Records with several values in a field take the long way.
"""

from collections.abc import Callable, Mapping
from typing import Final

from koppeling.basis import Basis
from koppeling.entiteit import Profiel, Soort
from koppeling.model import Blok, Model, Vergelijking
from koppeling.oordeel import vooraf
from koppeling.vergelijken import tref, treffers

MAX_ONTHOUDEN: Final = 1 << 18
"""Pairs of values that one comparison remembers; when full it starts again, so that memory is bounded."""

_Kern = Mapping[str, str]
_Stap = Callable[[_Kern, _Kern, Profiel, Profiel], float | None]
_Plan = tuple[tuple[tuple[_Stap, ...], float], ...]
_MIS: Final = -1e300
"""Remembered in place of bits: none of these levels holds."""


class Weger:
    """Weights of pairs against one base: `weger(a, b)` is the `bits` of `vergelijk(a, b, model, basis=basis)`.

    Holds at most `MAX_ONTHOUDEN` remembered results per comparison (about 100 MB in all). Not for sharing
    between threads. Errors: as `vergelijk`.
    """

    def __init__(self, model: Model, basis: Basis) -> None:
        self._model, self._basis = model, basis
        self._vooraf = vooraf(model, basis.omvang)
        self._stappen = {
            soort: tuple(_stappen(v, model, basis) for v in vergelijkingen)
            for soort, vergelijkingen in model.vergelijkingen.items()
        }
        self._plannen: dict[tuple[Soort, frozenset[str], frozenset[str]], _Plan] = {}

    def __call__(self, a: Profiel, b: Profiel) -> float:
        if not (a.enkel and b.enkel):
            return self._langs_de_lange_weg(a, b)
        plan = self._plannen.get((a.soort, a.gevuld, b.gevuld)) or self._plan(a, b)
        bits, ka, kb = self._vooraf, a.kern, b.kern
        for stappen, anders in plan:
            for stap in stappen:
                if (gevonden := stap(ka, kb, a, b)) is not None:
                    bits += gevonden
                    break
            else:
                bits += anders
        return bits

    def _langs_de_lange_weg(self, a: Profiel, b: Profiel) -> float:
        gevonden = (t.bits for _, t in treffers(a, b, self._model, self._basis) if t is not None)
        return sum(gevonden, self._vooraf)

    def _plan(self, a: Profiel, b: Profiel) -> _Plan:
        """What there is to compare for two records with these columns; few combinations occur in a base."""
        if a.soort != b.soort or a.soort not in self._stappen:
            self._langs_de_lange_weg(a, b)  # raises
        samen = a.gevuld & b.gevuld
        plan = tuple(
            (tuple(stap for nodig, stap, _ in stappen if nodig <= samen), anders)
            for stappen, anders in self._stappen[a.soort]
            if any(nodig <= samen for nodig, _, telt in stappen if telt)
        )
        self._plannen[a.soort, a.gevuld, b.gevuld] = plan
        return plan


def _stappen(
    v: Vergelijking, model: Model, basis: Basis
) -> tuple[tuple[tuple[frozenset[str], _Stap, bool], ...], float]:
    """One comparison as steps (columns needed, function, does it compare values) and the bits of "anders"."""
    return tuple(
        (*_combinatie(v, blok, model, basis), False)
        if blok.combinatie
        else (frozenset({blok.kolom}), _waarden(v, blok, model, basis), True)
        for blok in v.blokken
    ), v.niveaus[-1].bits


def _waarden(v: Vergelijking, blok: Blok, model: Model, basis: Basis) -> _Stap:
    onthouden: dict[tuple[str, str], float] = {}
    kolom, toetsen = blok.kolom, blok.toetsen

    def bereken(a: Profiel, b: Profiel) -> float:
        x, y = a.kolommen[kolom][0], b.kolommen[kolom][0]
        for houdt, niveau in toetsen:
            if houdt(x, y, niveau.drempel):
                return tref(v, niveau, ((x, y),), model, basis).bits
        return _MIS

    def stap(ka: _Kern, kb: _Kern, a: Profiel, b: Profiel) -> float | None:
        paar = ka[kolom], kb[kolom]
        bits = onthouden.get(paar)
        if bits is None:
            if len(onthouden) >= MAX_ONTHOUDEN:
                onthouden.clear()
            bits = onthouden[paar] = bereken(a, b)
        return None if bits == _MIS else bits

    return stap


def _combinatie(v: Vergelijking, blok: Blok, model: Model, basis: Basis) -> tuple[frozenset[str], _Stap]:
    combinatie, kolom, niveau = blok.combinatie, blok.kolom, blok.niveaus[0]
    assert combinatie is not None
    mogelijk, nodig = VOORWAARDEN[niveau.functie]

    def stap(ka: _Kern, kb: _Kern, a: Profiel, b: Profiel) -> float | None:
        if not mogelijk(ka, kb, kolom) or (paar := combinatie(a, b, kolom)) is None:
            return None
        return tref(v, niveau, (paar,), model, basis).bits

    return frozenset((*nodig, kolom)), stap


def _andere_voornaam(a: _Kern, b: _Kern, kolom: str) -> bool:
    return a[kolom] == b[kolom] and a["voornaam"] != b["voornaam"]


def _ander_jaar(a: _Kern, b: _Kern, kolom: str) -> bool:
    return a[kolom] == b[kolom] and a["geboortedatum"][:4] != b["geboortedatum"][:4]


def _namen_kruisen(a: _Kern, b: _Kern, _: str) -> bool:
    return a["voornaam.klank"] == b["achternaam.klank"]


def _namen_kunnen_kruisen(a: _Kern, b: _Kern, _: str) -> bool:
    return (a["voornaam"][:1] == b["achternaam"][:1] or a["voornaam.klank"] == b["achternaam.klank"]) and (
        a["achternaam"][:1] == b["voornaam"][:1] or a["achternaam.klank"] == b["voornaam.klank"]
    )


def _datum_en_familie(a: _Kern, b: _Kern, kolom: str) -> bool:
    return a["geboortedatum"] == b["geboortedatum"] and _familie(a, b, kolom)


def _deur(a: _Kern, b: _Kern, _: str) -> bool:
    return a["huisnummer"] == b["huisnummer"]


def _straat(a: _Kern, b: _Kern, _: str) -> bool:
    """A similarity of 0.88 cannot be reached when one text is more than two and a half times as long."""
    return 5 * abs(len(a["straat"]) - len(b["straat"])) <= 3 * max(len(a["straat"]), len(b["straat"]))


def _familie(a: _Kern, b: _Kern, _: str) -> bool:
    return a["achternaam.klank"] == b["achternaam.klank"] and a["voornaam"] != b["voornaam"]


_NAMEN: Final = ("voornaam", "achternaam")
VOORWAARDEN: Final[dict[str, tuple[Callable[[_Kern, _Kern, str], bool], tuple[str, ...]]]] = {
    "namen_verwisseld": (_namen_kruisen, _NAMEN),
    "namen_lijken_verwisseld": (_namen_kunnen_kruisen, _NAMEN),
    "gelijk_met_andere_voornaam": (_andere_voornaam, ("voornaam",)),
    "gelijk_met_andere_leeftijd": (_ander_jaar, ("geboortedatum",)),
    "andere_voornaam_in_gezin": (_familie, _NAMEN),
    "andere_voornaam_zelfde_datum": (_datum_en_familie, (*_NAMEN, "geboortedatum")),
    "deur_bijna_gelijk": (_deur, ("straat", "huisnummer")),
    "deur_bijna_gelijk_met_andere_voornaam": (_deur, ("straat", "huisnummer", "voornaam")),
    "straat_bijna_gelijk": (_straat, ("straat",)),
}
"""Per combination what must hold, at the least, and the columns it needs beside its own."""

# SPDX-License-Identifier: EUPL-1.2
"""The sentence of many pairs: what `zin(vergelijk(a, b))` says, ten times as fast.

As `Weger` does for weights: a level depends on two values, and values recur, so each pair of values is compared
once and remembered. What looks at whole records, and records with several values in a field, take the long way.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from koppeling.basis import Basis
from koppeling.entiteit import Profiel, Waarde
from koppeling.model import Blok, Model, Taal, Vergelijking
from koppeling.uitleg import getal, zin
from koppeling.vergelijken import Treffer, tref, vergelijk
from koppeling.wegen import MAX_ONTHOUDEN, VOORWAARDEN

_Deelzin = tuple[float, str]
"""Bits of a comparison, and what is said of it."""
_Stap = Callable[[Profiel, Profiel], _Deelzin | None]


class _Vraag(NamedTuple):
    """One comparison: its steps with the columns that each needs, what is said when none holds, and when missing."""

    stappen: tuple[tuple[frozenset[str], _Stap, bool], ...]
    anders: _Deelzin
    ontbreekt: str


_Plan = tuple[tuple[tuple[tuple[_Stap, ...], _Deelzin], ...], tuple[str, ...]]
_NIETS: Final = (0.0, "", "")


class Verteller:
    """Sentences of pairs against one base: `verteller(a, b)` is `zin(vergelijk(a, b, model, basis=basis), taal)`.

    Holds at most `MAX_ONTHOUDEN` remembered results per comparison. Not for sharing between threads. Errors: as
    `vergelijk`.
    """

    def __init__(self, model: Model, basis: Basis, taal: Taal = "nl") -> None:
        self._model, self._basis, self._taal = model, basis, taal
        self._vragen = {
            soort: tuple(_vraag(v, model, basis, taal) for v in vergelijkingen)
            for soort, vergelijkingen in model.vergelijkingen.items()
        }
        self._plannen: dict[tuple[str, frozenset[str], frozenset[str]], _Plan] = {}

    def __call__(self, a: Profiel, b: Profiel) -> str:
        if not (a.enkel and b.enkel) or a.soort != b.soort or a.soort not in self._vragen:
            return zin(vergelijk(a, b, self._model, basis=self._basis), self._taal)
        vragen, ontbreekt = self._plannen.get((a.soort, a.gevuld, b.gevuld)) or self._plan(a, b)
        delen = []
        for stappen, anders in vragen:
            for stap in stappen:
                if (gezegd := stap(a, b)) is not None:
                    delen.append(gezegd)
                    break
            else:
                delen.append(anders)
        delen.sort(key=_sterkste_eerst)
        return "; ".join([tekst for _, tekst in delen] + [*ontbreekt])

    def _plan(self, a: Profiel, b: Profiel) -> _Plan:
        samen = a.gevuld & b.gevuld
        vragen, ontbreekt = [], []
        for vraag in self._vragen[a.soort]:
            if any(nodig <= samen for nodig, _, telt in vraag.stappen if telt):
                vragen.append((tuple(s for nodig, s, _ in vraag.stappen if nodig <= samen), vraag.anders))
            else:
                ontbreekt.append(vraag.ontbreekt)
        plan = tuple(vragen), tuple(ontbreekt)
        self._plannen[a.soort, a.gevuld, b.gevuld] = plan
        return plan


def _sterkste_eerst(deel: _Deelzin) -> float:
    return -deel[0]


def _vraag(v: Vergelijking, model: Model, basis: Basis, taal: Taal) -> _Vraag:
    laatste = v.niveaus[-1]
    stappen = tuple(
        _combinatie(v, blok, model, basis, taal) if blok.combinatie else _waarden(v, blok, model, basis, taal)
        for blok in v.blokken
    )
    anders = laatste.bits, f"{laatste.tekst[taal]} {getal(laatste.bits, taal)}"
    return _Vraag(stappen, anders, v.ontbreekt[taal])


def _waarden(
    v: Vergelijking, blok: Blok, model: Model, basis: Basis, taal: Taal
) -> tuple[frozenset[str], _Stap, bool]:
    onthouden: dict[tuple[str, str], tuple[float, str, str]] = {}
    kolom, toetsen = blok.kolom, blok.toetsen

    def bereken(x: Waarde, y: Waarde) -> tuple[float, str, str]:
        for houdt, niveau in toetsen:
            if houdt(x, y, niveau.drempel):
                bits = tref(v, niveau, ((x, y),), model, basis).bits
                return bits, niveau.tekst[taal], getal(bits, taal)
        return _NIETS

    def stap(a: Profiel, b: Profiel) -> _Deelzin | None:
        x, y = a.kolommen[kolom][0], b.kolommen[kolom][0]
        paar = x.tekst, y.tekst
        gevonden = onthouden.get(paar)
        if gevonden is None:
            if len(onthouden) >= MAX_ONTHOUDEN:
                onthouden.clear()
            gevonden = onthouden[paar] = bereken(x, y)
        bits, tekst, hoeveel = gevonden
        return (bits, f"{tekst}{_getoond(x, y)} {hoeveel}") if tekst else None

    return frozenset({kolom}), stap, True


def _combinatie(
    v: Vergelijking, blok: Blok, model: Model, basis: Basis, taal: Taal
) -> tuple[frozenset[str], _Stap, bool]:
    combinatie, kolom, niveau = blok.combinatie, blok.kolom, blok.niveaus[0]
    assert combinatie is not None
    mogelijk, nodig = VOORWAARDEN[niveau.functie]

    def stap(a: Profiel, b: Profiel) -> _Deelzin | None:
        if not mogelijk(a.kern, b.kern, kolom) or (paar := combinatie(a, b, kolom)) is None:
            return None
        t: Treffer = tref(v, niveau, (paar,), model, basis)
        return t.bits, f"{niveau.tekst[taal]}{_getoond(*paar)} {getal(t.bits, taal)}"

    return frozenset((*nodig, kolom)), stap, False


def _getoond(x: Waarde, y: Waarde) -> str:
    """The two values as they were written, when they are not the same."""
    return "" if x.tekst == y.tekst else f" ({x.getoond or x.tekst}/{y.getoond or y.tekst})"

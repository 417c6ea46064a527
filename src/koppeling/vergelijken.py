# SPDX-License-Identifier: EUPL-1.2
"""The scorer: Fellegi-Sunter in bits with term frequencies. weight = prior + sum over the comparisons.

Per comparison the first level that holds gives log2(m/u) + tf * log2(u_gelijk / frequency); a comparison that
is missing gives 0. With several values in a field the best pair counts. Symmetric in a and b; no state.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import NamedTuple

from koppeling.basis import Basis
from koppeling.entiteit import Entiteit, Profiel, Waarde
from koppeling.model import Model, Niveau, Taal, Vergelijking, standaardmodel
from koppeling.oordeel import Oordeel, grenzen, kans, oordeel, vooraf
from koppeling.profiel import profiel

VOORAF = "vooraf"
"""Name of the part that holds the prior."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One term of the sum. `niveau` is None for the prior and for what is missing (0 bits).

    `frequentie` is the share (0..1) used, or None; `a` and `b` are the values that decided, or None.
    """

    naam: str
    bits: float
    tekst: Mapping[Taal, str] = field(compare=False)
    niveau: Niveau | None = None
    frequentie: float | None = None
    a: Waarde | None = None
    b: Waarde | None = None


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`bits` is the weight: log2 of the odds that both are the same, prior included. The bits of `delen`, the
    prior first, add up to it. `kans` is the same as a probability, which holds as far as the model holds."""

    bits: float
    band: Oordeel
    delen: tuple[Deel, ...]
    model: str
    doel: str
    omvang: int

    @property
    def kans(self) -> float:
        return kans(self.bits)


def vergelijk(
    a: Entiteit | Profiel,
    b: Entiteit | Profiel,
    model: Model | None = None,
    *,
    basis: Basis | None = None,
    doel: str = "veredelen",
) -> Uitkomst:
    """Compare two records of one kind and explain the weight.

    Errors: ValueError when the kinds differ, the model has no comparisons for the kind, or it lacks the aim.
    """
    model = model or standaardmodel()
    basis = basis or Basis(model.basis)
    a, b = profiel(a), profiel(b)
    grens = grenzen(model, doel=doel, omvang=basis.omvang)
    delen = (_vooraf(model, basis.omvang), *(_deel(*stap) for stap in treffers(a, b, model, basis)))
    bits = sum(d.bits for d in delen)
    return Uitkomst(bits, oordeel(bits, grens), delen, model.naam, doel, basis.omvang)


class Treffer(NamedTuple):
    """The level that holds, what it gives, and the values that decided."""

    niveau: Niveau
    bits: float
    frequentie: float | None
    a: Waarde | None
    b: Waarde | None


def treffers(
    a: Profiel, b: Profiel, model: Model, basis: Basis
) -> Iterator[tuple[Vergelijking, Treffer | None]]:
    """Per comparison the level that holds, None when it is missing. Errors: as `vergelijk`."""
    if a.soort != b.soort:
        raise ValueError(
            f"Een {a.soort} en een {b.soort} zijn niet te vergelijken, wel te verbinden (relatie)."
        )
    if a.soort not in model.vergelijkingen:
        raise ValueError(f"Het model {model.naam} heeft geen vergelijkingen voor de soort {a.soort}.")
    for v in model.vergelijkingen[a.soort]:
        yield v, _treffer(v, a, b, model, basis)


def _treffer(v: Vergelijking, a: Profiel, b: Profiel, model: Model, basis: Basis) -> Treffer | None:
    """The level that holds, or None when the comparison is missing."""
    gevuld = False
    for blok in v.blokken:
        if blok.combinatie is not None:
            paar = blok.combinatie(a, b, blok.kolom)
            if paar is not None:
                return tref(v, blok.niveaus[0], (paar,), model, basis)
            continue
        van_a, van_b = a.kolommen.get(blok.kolom), b.kolommen.get(blok.kolom)
        if van_a is None or van_b is None:
            continue
        gevuld = True
        if len(van_a) == 1 == len(van_b):  # nearly always, hence this loop of its own
            x, y = van_a[0], van_b[0]
            for houdt, niveau in blok.toetsen:
                if houdt(x, y, niveau.drempel):
                    return tref(v, niveau, ((x, y),), model, basis)
            continue
        for houdt, niveau in blok.toetsen:
            if paren := [(x, y) for x in van_a for y in van_b if houdt(x, y, niveau.drempel)]:
                return tref(v, niveau, paren, model, basis)
    laatste = v.niveaus[-1]
    return Treffer(laatste, laatste.bits, None, None, None) if gevuld else None


def tref(
    v: Vergelijking, niveau: Niveau, paren: Sequence[tuple[Waarde, Waarde]], model: Model, basis: Basis
) -> Treffer:
    """Of the pairs that hold, the one with the rarest value."""
    if not niveau.tf:
        van_a, van_b = paren[0] if len(paren) == 1 else min(paren, key=_volgorde)
        return Treffer(niveau, niveau.bits, None, van_a, van_b)
    per_paar = [(_frequentie(niveau.kolom, paar, model, basis), paar) for paar in paren]
    frequentie, paar = min(per_paar, key=lambda p: (v.u_gelijk if p[0] is None else p[0], _volgorde(p[1])))
    extra = 0.0 if frequentie is None else niveau.tf * log2(v.u_gelijk / frequentie)
    return Treffer(niveau, niveau.bits + extra, frequentie, *paar)


def _volgorde(paar: tuple[Waarde, Waarde]) -> tuple[str, ...]:
    """An order over pairs that does not depend on which record came first."""
    a, b = paar[0].tekst, paar[1].tekst
    return (a, b) if a <= b else (b, a)


def _frequentie(kolom: str, paar: tuple[Waarde, Waarde], model: Model, basis: Basis) -> float | None:
    """The larger share of the two values, from the base, else the model; None when neither knows them."""
    van_basis, van_model = basis.frequenties.get(kolom, {}), model.frequenties.get(kolom, {})
    bekend = [f for w in paar if (f := van_basis.get(w.tekst, van_model.get(w.tekst))) is not None]
    return max(*bekend, model.tf_minimum) if bekend else None


def _deel(v: Vergelijking, treffer: Treffer | None) -> Deel:
    if treffer is None:
        return Deel(v.naam, 0.0, v.ontbreekt)
    niveau, bits, frequentie, van_a, van_b = treffer
    return Deel(v.naam, bits, niveau.tekst, niveau, frequentie, van_a, van_b)


def _vooraf(model: Model, omvang: int) -> Deel:
    tekst: dict[Taal, str] = {
        "nl": f"uitgangspunt bij {omvang:,} records".replace(",", "."),
        "en": f"prior at {omvang:,} records",
    }
    return Deel(VOORAF, vooraf(model, omvang), tekst)

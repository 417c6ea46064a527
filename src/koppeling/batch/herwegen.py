# SPDX-License-Identifier: EUPL-1.2
"""Our own weight and sentence of the pairs that an engine in SQL kept: what a screen says of them, to the bit."""

from dataclasses import dataclass

from koppeling.basis import FREQUENTIEKOLOMMEN, Basis
from koppeling.batch.vormen import lees_profiel
from koppeling.entiteit import Profiel, Soort
from koppeling.model import Model
from koppeling.oordeel import grenzen, oordeel
from koppeling.vertellen import Verteller
from koppeling.wegen import Weger

Rij = tuple[object, ...]
Gewogen = tuple[int, int, float, str, str]
"""Numbers of two records, bits, band and sentence."""


@dataclass(frozen=True, slots=True)
class Portie:
    """Pairs of numbers, the rows of their records (`nr` and the columns `namen`), and the shares of values that
    stand with others in one column. `drempel` in bits."""

    model: Model
    soort: Soort
    doel: str
    omvang: int
    drempel: float
    namen: tuple[str, ...]
    rijen: list[Rij]
    aandelen: dict[str, dict[str, float]]
    paren: list[tuple[int, int]]


def kolomnamen(kolommen: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of table `rec` that a row of a portion holds, for these columns of the profile."""
    return (
        *(f"{x}_{k}" for k in kolommen for x in "cg"),
        *(f"tf_c_{k}" for k in kolommen if k in FREQUENTIEKOLOMMEN),
    )


def herweeg(portie: Portie) -> list[Gewogen]:
    """The pairs that reach the threshold, in the order of the portion."""
    profielen, basis = _lees(portie)
    weger, verteller = Weger(portie.model, basis), Verteller(portie.model, basis)
    grens = grenzen(portie.model, doel=portie.doel, omvang=portie.omvang)
    uit: list[Gewogen] = []
    for a, b in portie.paren:
        bits = weger(profielen[a], profielen[b])
        if bits >= portie.drempel:
            uit.append((a, b, bits, oordeel(bits, grens), verteller(profielen[a], profielen[b])))
    return uit


def _lees(portie: Portie) -> tuple[dict[int, Profiel], Basis]:
    """The records as profiles, and the shares of their values in the whole base."""
    lees = lees_profiel(portie.soort, portie.namen)
    plekken = [(n[5:], i, portie.namen.index(n[3:])) for i, n in enumerate(portie.namen) if n[:3] == "tf_"]
    aandelen: dict[str, dict[str, float]] = {k: dict(portie.aandelen.get(k, ())) for k, _, _ in plekken}
    profielen: dict[int, Profiel] = {}
    for nr, *rij in portie.rijen:
        profielen[nr] = lees(rij)  # type: ignore[index]
        for kolom, tf, tekst in plekken:
            if rij[tf] is not None:
                aandelen[kolom][rij[tekst]] = rij[tf]  # type: ignore[index,assignment]
    return profielen, Basis(portie.omvang, aandelen)

# SPDX-License-Identifier: EUPL-1.2
"""From bits to a band. A band proposes; a person decides, always."""

from math import log2, log10
from typing import Literal, NamedTuple

from koppeling.model import Model

Oordeel = Literal["geen", "mogelijk", "waarschijnlijk"]


class Grenzen(NamedTuple):
    """Lower bounds in bits of the bands "mogelijk" and "waarschijnlijk"."""

    mogelijk: float
    waarschijnlijk: float


def vooraf(model: Model, omvang: int) -> float:
    """Prior in bits, log2(p / (1 - p)): p = partners / base size, at most one half.

    With the standard model 1.3e-5 at 100,000 records, 1.3e-6 at a million, 1.3e-7 at ten million. A base
    smaller than `kleinste_basis` counts as that size.
    """
    kans = min(model.partners / max(omvang, model.kleinste_basis), 0.5)
    return log2(kans / (1 - kans))


def grenzen(model: Model, *, doel: str, omvang: int) -> Grenzen:
    """The bounds for an aim and a base size (records). Errors: ValueError for an aim that the model does not
    have."""
    if (band := model.banden.get(doel)) is None:
        raise ValueError(
            f"Het model {model.naam} kent het doel {doel!r} niet; wel: {', '.join(model.banden)}."
        )
    extra = band.per_factor_tien * max(0.0, log10(omvang / 1_000_000))
    return Grenzen(band.mogelijk + extra, band.waarschijnlijk + extra)


def oordeel(bits: float, grens: Grenzen) -> Oordeel:
    """Not shown ("geen"), judge it ("mogelijk"), confirm it ("waarschijnlijk"). A bound belongs above."""
    if bits >= grens.waarschijnlijk:
        return "waarschijnlijk"
    return "mogelijk" if bits >= grens.mogelijk else "geen"


def kans(bits: float) -> float:
    """Bits (log2 odds) as a probability between 0 and 1."""
    return 1 / (1 + 2 ** -max(-1000.0, min(1000.0, bits)))

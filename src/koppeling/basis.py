# SPDX-License-Identifier: EUPL-1.2
"""The base that a record is compared with: how large it is, and how common its values are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from koppeling.entiteit import Entiteit, Profiel
from koppeling.profiel import profiel

_KOLOMMEN = "achternaam voornaam geboortedatum adres telefoon email iban account bedrijfsnaam kenteken kvk"
FREQUENTIEKOLOMMEN = tuple(_KOLOMMEN.split())
"""Columns whose values are counted."""


@dataclass(frozen=True, slots=True)
class Basis:
    """`omvang`: number of records; `frequenties`: column -> canonical value -> share of records (0..1) that
    have it.

    A value that is absent has no adjustment. For an address the share is its occupancy divided by `omvang`,
    so that address evidence falls by one bit with each doubling of the occupants. Errors: ValueError below
    one record.
    """

    omvang: int
    frequenties: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.omvang < 1:
            raise ValueError("Een basis telt ten minste een record.")


def basis_van(entiteiten: Iterable[Entiteit | Profiel], *, minstens: int = 1) -> Basis:
    """Count a base in one pass; memory: a counter per distinct value. An empty base counts as one record.

    `minstens`: shares are taken of at least so many records. In a handful of records every value is common, while
    in the population that they come from it is not (`Model.kleinste_basis`).
    """
    tellers: dict[str, Counter[str]] = {kolom: Counter() for kolom in FREQUENTIEKOLOMMEN}
    omvang = 0
    for e in entiteiten:
        omvang += 1
        kolommen = profiel(e).kolommen
        for kolom, teller in tellers.items():
            teller.update(w.tekst for w in kolommen.get(kolom, ()))
    omvang, noemer = max(omvang, 1), max(omvang, minstens)
    return Basis(omvang, {k: {w: aantal / noemer for w, aantal in t.items()} for k, t in tellers.items()})

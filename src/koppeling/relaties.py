# SPDX-License-Identifier: EUPL-1.2
"""Who is connected with whom, which is another question than who is the same.

A shared telephone, address, plate, account, company or IBAN makes nobody identical. It is an edge from each
person to a *thing node*; its weight is -log2(share of the base on that thing) bits: the surprise of meeting
there by chance (Shannon 1948; Adamic & Adar 2003 use the same idea for web pages). A thing that too many
share (hotel, asylum centre, care home, call shop) is a hub: it is reported and binds nobody. A person under a
false name is found here only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2
from typing import Final

from koppeling.basis import Basis
from koppeling.entiteit import Entiteit, Profiel
from koppeling.model import Taal
from koppeling.profiel import profiel
from koppeling.sleutels import DINGEN

PLAFOND: Final[Mapping[str, int]] = {
    "telefoon": 20, "kenteken": 20, "adres": 40, "iban": 10, "email": 10, "account": 10, "kvk": 200,
}  # fmt: skip
"""Most records that a thing of a kind may bind; above it the thing is a hub."""

_NAMEN: Final[dict[str, dict[Taal, str]]] = {
    "telefoon": {"nl": "telefoonnummer", "en": "telephone number"},
    "kenteken": {"nl": "kenteken", "en": "plate"},
    "adres": {"nl": "adres", "en": "address"},
    "iban": {"nl": "rekeningnummer", "en": "bank account"},
    "email": {"nl": "e-mailadres", "en": "e-mail address"},
    "account": {"nl": "online account", "en": "online account"},
    "kvk": {"nl": "bedrijf", "en": "company"},
}


@dataclass(frozen=True, slots=True, order=True)
class Ding:
    """A thing node: kind (a name of `sleutels.DINGEN`) and canonical value."""

    soort: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A thing and the records on it. `leden` are ids, sorted; `bits` = -log2(share of the base), never below
    0."""

    ding: Ding
    leden: tuple[str, ...]
    bits: float


@dataclass(frozen=True, slots=True)
class Relatienet:
    """`bindingen`: things shared by at least two records, strongest first; `te_algemeen`: hubs, largest
    first."""

    bindingen: tuple[Binding, ...]
    te_algemeen: tuple[Binding, ...]


def dingen(van: Entiteit | Profiel) -> frozenset[Ding]:
    """The thing nodes that a record touches."""
    kolommen = profiel(van).kolommen
    return frozenset(Ding(soort, w.tekst) for soort in DINGEN for w in kolommen.get(soort, ()))


def sterkte(aantal: int, omvang: int) -> float:
    """Bits of meeting on a thing that `aantal` of `omvang` records share; 0 when all do.

    Errors: ValueError when either is below one.
    """
    if aantal < 1 or omvang < 1:
        raise ValueError("Aantal en omvang zijn ten minste 1.")
    return max(0.0, -log2(aantal / omvang))


def relatienet(
    entiteiten: Iterable[Entiteit | Profiel],
    *,
    basis: Basis | None = None,
    plafond: Mapping[str, int] = PLAFOND,
) -> Relatienet:
    """Lay the net over a set of records: time and memory linear in their values, never in pairs.

    `basis` gives size and shares when the records are an extract of something larger; without it the records
    are the base themselves. A record that comes twice counts once.
    """
    leden: dict[Ding, set[str]] = defaultdict(set)
    ids: set[str] = set()
    for e in entiteiten:
        ids.add(e.id)
        for ding in dingen(e):
            leden[ding].add(e.id)
    omvang = max(basis.omvang if basis else 0, len(ids), 1)
    bindingen, hubs = [], []
    for ding, wie in leden.items():
        bekend = basis.frequenties.get(ding.soort, {}).get(ding.waarde, 0.0) if basis else 0.0
        aantal = max(len(wie), round(bekend * omvang))
        binding = Binding(ding, tuple(sorted(wie)), sterkte(aantal, omvang))
        if aantal > plafond.get(ding.soort, 0):
            hubs.append(binding)
        elif len(wie) > 1:
            bindingen.append(binding)
    return Relatienet(_op_sterkte(bindingen, -1), _op_sterkte(hubs, 1))


def _op_sterkte(bindingen: list[Binding], richting: int) -> tuple[Binding, ...]:
    return tuple(sorted(bindingen, key=lambda b: (richting * b.bits, b.ding)))


def buren(net: Relatienet, id: str) -> tuple[tuple[str, Binding], ...]:
    """(id, binding) of every record one thing away, strongest first. Hubs connect nobody."""
    return tuple((ander, b) for b in net.bindingen if id in b.leden for ander in b.leden if ander != id)


def relatie_zin(binding: Binding, taal: Taal = "nl") -> str:
    """The kind of relation without its value: "zelfde telefoonnummer als 2 anderen"."""
    naam, anderen = _NAMEN[binding.ding.soort][taal], len(binding.leden) - 1
    if taal == "nl":
        return f"zelfde {naam} als {anderen} {'ander' if anderen == 1 else 'anderen'}"
    return f"same {naam} as {anderen} {'other' if anderen == 1 else 'others'}"

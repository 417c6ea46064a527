# SPDX-License-Identifier: EUPL-1.2
"""What linking brings, measured on a world whose truth is known (`./schakel wereld --meet`).

Three ways of looking at the same observations, in the order in which they came in: each partner at its own
alone; all partners with exactly equal values; and Schakel (the keys and the rule of raakvlakken). A network is
brought together when three of its pieces hang together by links between its own pieces; that day it could be
*rijp voor weging*. A link is false when the two pieces have no network, person or shared thing in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import NamedTuple

from koppeling import sleutels as maak_sleutels
from schakel.signaal.koppelen import SOORTEN, entiteit
from schakel.signaal.queries.raakvlak import TE_ALGEMEEN
from schakel.signaal.rules.raakvlak import IDENTIFIER_VAN, raakt
from schakel.wereld.genereren.wereld import Feit, Wereld
from schakel.wereld.vormen import Gegeven, Waarneming

STUKKEN = 3
"""Pieces that must hang together before a network counts as brought together."""

Sleutel = tuple[str, Hashable]
"""Kind of agreement and value."""


class Stuk(NamedTuple):
    """One observation with its truth and its keys, per way of looking."""

    nummer: int
    partner: str
    dag: date
    feit: Feit
    schakel: frozenset[Sleutel]
    gelijk: frozenset[Sleutel]


@dataclass
class Uitslag:
    """What one way of looking found."""

    naam: str
    netwerken: int
    samen: int = 0
    vals: int = 0
    verbanden: int = 0
    stukken: int = 0
    dagen: list[int] = field(default_factory=list)

    @property
    def aandeel(self) -> float:
        """Share of the hidden networks with at least three pieces of which three are brought together."""
        return self.samen / self.netwerken if self.netwerken else 0.0

    @property
    def vals_per_duizend(self) -> float:
        """False links per 1,000 signals."""
        return 1000 * self.vals / self.stukken if self.stukken else 0.0

    @property
    def mediaan(self) -> float | None:
        """Median days from the first piece to three pieces together, of the networks that got there."""
        return median(self.dagen) if self.dagen else None


def meet(wereld: Wereld) -> list[Uitslag]:
    """Each partner alone (together as one line, and the partner that sees most), exact matching, and Schakel."""
    alle = list(_stukken(wereld))
    telbaar = _telbaar(alle)
    per_partner: dict[str, list[Stuk]] = defaultdict(list)
    for stuk in alle:
        per_partner[stuk.partner].append(stuk)
    alleen = [_zoek(p, rij, telbaar, _schakel, raakt) for p, rij in sorted(per_partner.items())]
    beste = max(alleen, key=lambda u: (u.samen, u.naam))
    return [
        _samen("elke partner alleen, opgeteld", alleen, per_partner, telbaar),
        Uitslag(f"alleen {beste.naam}", beste.netwerken, beste.samen, beste.vals, beste.verbanden, beste.stukken, beste.dagen),
        _zoek("precies gelijke gegevens", alle, telbaar, _gelijk, bool),
        _zoek("Schakel", alle, telbaar, _schakel, raakt),
    ]  # fmt: skip


def _samen(naam: str, delen: list[Uitslag], per_partner: dict[str, list[Stuk]], telbaar: set[str]) -> Uitslag:
    """The partners side by side: a network counts once, for whoever brought it together first."""
    uit = Uitslag(naam, len(telbaar), stukken=sum(u.stukken for u in delen))
    uit.vals, uit.verbanden = sum(u.vals for u in delen), sum(u.verbanden for u in delen)
    eerste: dict[str, int] = {}
    begin = _begin(s for rij in per_partner.values() for s in rij)
    for rij in per_partner.values():
        for netwerk, dag in _dagen_samen(rij, telbaar, _schakel, raakt).items():
            eerste[netwerk] = min(eerste.get(netwerk, 10**6), (dag - begin[netwerk]).days)
    uit.samen, uit.dagen = len(eerste), sorted(eerste.values())
    return uit


def _stukken(wereld: Wereld) -> Iterator[Stuk]:
    for nummer, (w, feit) in enumerate(wereld.stukken()):
        yield Stuk(
            nummer, w.partner, w.ontvangen, feit, frozenset(_schakelsleutels(w)), frozenset(_gelijke(w))
        )


def _soort(g: Gegeven) -> str:
    return "rekening" if g.soort == "account" and "iban" in g.velden else g.soort


def _schakelsleutels(w: Waarneming) -> Iterator[Sleutel]:
    for g in w.gegevens:
        soort = _soort(g)
        wat = entiteit(soort, g.velden) if soort in SOORTEN else None
        for s in maak_sleutels(wat) if wat else ():
            if s.soort in IDENTIFIER_VAN:
                yield s.soort, s


_EXACT: tuple[tuple[str, ...], ...] = (
    ("telefoon",), ("kenteken",), ("iban",), ("account",), ("email",), ("kvk",), ("bedrijf",), ("bsn",),
    ("voornaam", "achternaam", "geboortedatum"), ("straat", "huisnummer", "plaats"), ("postcode", "huisnummer"),
)  # fmt: skip


def _gelijke(w: Waarneming) -> Iterator[Sleutel]:
    """Values as they were written, apart from capitals: what a database compares without a linkage engine."""
    for g in w.gegevens:
        for velden in _EXACT:
            if all(g.velden.get(v) for v in velden):
                yield "+".join(velden), tuple(g.velden[v].casefold() for v in velden)


def _schakel(stuk: Stuk) -> frozenset[Sleutel]:
    return stuk.schakel


def _gelijk(stuk: Stuk) -> frozenset[Sleutel]:
    return stuk.gelijk


def _telbaar(stukken: Iterable[Stuk]) -> set[str]:
    """Networks of which there are enough pieces to bring together."""
    aantal: dict[str, int] = defaultdict(int)
    for s in stukken:
        aantal[s.feit.netwerk] += 1
    return {n for n, a in aantal.items() if n and a >= STUKKEN}


def _begin(stukken: Iterable[Stuk]) -> dict[str, date]:
    """Day of the first piece of each network, whoever holds it."""
    begin: dict[str, date] = {}
    for s in stukken:
        begin[s.feit.netwerk] = min(begin.get(s.feit.netwerk, s.dag), s.dag)
    return begin


Kijk = Callable[[Stuk], frozenset[Sleutel]]
Genoeg = Callable[[set[str]], bool]


def _verbanden(stukken: list[Stuk], kijk: Kijk, genoeg: Genoeg) -> Iterator[tuple[Stuk, Stuk]]:
    """The links that each piece finds with earlier ones; a key that too many share is passed over."""
    van: dict[Sleutel, list[Stuk]] = defaultdict(list)
    for stuk in stukken:
        soorten: dict[int, set[str]] = defaultdict(set)
        gevonden: dict[int, Stuk] = {}
        for sleutel in kijk(stuk):
            eerder = van[sleutel]
            if len(eerder) <= TE_ALGEMEEN:
                for ander in eerder:
                    soorten[ander.nummer].add(sleutel[0])
                    gevonden[ander.nummer] = ander
            eerder.append(stuk)
        for nummer, ander in gevonden.items():
            if genoeg(soorten[nummer]):
                yield stuk, ander


def _vals(a: Stuk, b: Stuk) -> bool:
    zelfde_netwerk = a.feit.netwerk != "" and a.feit.netwerk == b.feit.netwerk
    deelt = set(a.feit.personen) & set(b.feit.personen) or set(a.feit.dingen) & set(b.feit.dingen)
    return not (zelfde_netwerk or deelt)


def _zoek(naam: str, stukken: list[Stuk], telbaar: set[str], kijk: Kijk, genoeg: Genoeg) -> Uitslag:
    uit = Uitslag(naam, len(telbaar), stukken=len(stukken))
    groei = _Groei(telbaar)
    for a, b in _verbanden(stukken, kijk, genoeg):
        uit.verbanden += 1
        uit.vals += _vals(a, b)
        groei.verbind(a, b)
    begin = _begin(stukken)
    uit.samen = len(groei.samen)
    uit.dagen = sorted((dag - begin[n]).days for n, dag in groei.samen.items())
    return uit


def _dagen_samen(stukken: list[Stuk], telbaar: set[str], kijk: Kijk, genoeg: Genoeg) -> dict[str, date]:
    groei = _Groei(telbaar)
    for a, b in _verbanden(stukken, kijk, genoeg):
        groei.verbind(a, b)
    return groei.samen


@dataclass
class _Groei:
    """Pieces of one network that hang together by links between them; when three do, the day is kept."""

    telbaar: set[str]
    samen: dict[str, date] = field(default_factory=dict)
    groep: dict[int, set[int]] = field(default_factory=dict)

    def verbind(self, a: Stuk, b: Stuk) -> None:
        """`a` is the newer piece."""
        netwerk = a.feit.netwerk
        if netwerk not in self.telbaar or netwerk != b.feit.netwerk:
            return
        van_a, van_b = (self.groep.setdefault(s.nummer, {s.nummer}) for s in (a, b))
        if van_a is not van_b:
            van_b |= van_a
            for nummer in van_a:
                self.groep[nummer] = van_b
        if len(van_b) >= STUKKEN:
            self.samen.setdefault(netwerk, a.dag)


def verslag(uitslagen: Iterable[Uitslag]) -> str:
    """The report as a table of plain text (Dutch)."""
    regels = [f"{'':34}{'netwerken samen':>17}{'valse verbanden':>18}{'dagen tot rijp':>16}"]
    for u in uitslagen:
        dagen = "–" if u.mediaan is None else f"{u.mediaan:.0f}"
        samen = f"{u.samen}/{u.netwerken} ({u.aandeel:.2f})"
        regels.append(f"{u.naam:34}{samen:>17}{u.vals_per_duizend:>12.1f}/1000{dagen:>16}")
    return "\n".join(regels).replace(".", ",")

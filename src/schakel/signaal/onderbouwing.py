# SPDX-License-Identifier: EUPL-1.2
"""Why two signals touch, level by level, in bits that add up: only for who may read both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from koppeling import vergelijk, waterval
from schakel.convenant.models import Gegeven
from schakel.signaal import koppelen
from schakel.signaal.rules.gegevens import kort
from schakel.signaal.rules.raakvlak import DINGEN

SCHAAL = 26.0
"""Bits that fill the width of a bar: more than any single agreement gives."""


@dataclass(frozen=True)
class Trede:
    """One level: its words, bits, and the sum so far. `begin` and `breedte` place its bar (0-100)."""

    tekst: str
    bits: float
    som: float

    @property
    def breedte(self) -> int:
        return round(min(abs(self.bits), SCHAAL) / SCHAAL * 100)


@dataclass(frozen=True)
class Vergelijking:
    """Two statements side by side with their waterfall."""

    titel: str
    treden: tuple[Trede, ...]

    @property
    def bits(self) -> float:
        return self.treden[-1].som if self.treden else 0.0


def onderbouw(eigen: Iterable[Gegeven], ander: Iterable[Gegeven]) -> list[Vergelijking]:
    """Every pair of statements that agrees, strongest first; persons by the linkage engine, things by their rarity."""
    hunne = list(ander)
    gevonden = [v for g in eigen for h in hunne if g.soort == h.soort and (v := _vergelijk(g, h))]
    return sorted(gevonden, key=lambda v: -v.bits)[:12]


def _vergelijk(g: Gegeven, h: Gegeven) -> Vergelijking | None:
    titel = " / ".join(dict.fromkeys((kort(g.soort, g.inhoud), kort(h.soort, h.inhoud))))
    if g.soort == "persoon":
        return _persoon(g, h, titel)
    mijn, hun = koppelen.sleutels(g.soort, g.inhoud), koppelen.sleutels(h.soort, h.inhoud)
    gelijk = sorted({mijn[s] for s in mijn.keys() & hun.keys()} & DINGEN.keys())
    som, treden = 0.0, []
    for soort in gelijk:
        bits, tekst = DINGEN[soort]
        som += bits
        treden.append(Trede(tekst, bits, som))
    return Vergelijking(titel, tuple(treden)) if treden else None


def _persoon(g: Gegeven, h: Gegeven, titel: str) -> Vergelijking | None:
    a, b = koppelen.entiteit(g.soort, g.inhoud), koppelen.entiteit(h.soort, h.inhoud)
    if a is None or b is None:
        return None
    uitkomst = vergelijk(a, b)
    if sum(d.bits for d in uitkomst.delen if d.niveau) < koppelen.LIJKT_OP:
        return None
    taal = "en" if get_language() == "en" else "nl"
    return Vergelijking(titel, tuple(Trede(*rij) for rij in waterval(uitkomst, taal)))  # type: ignore[arg-type]  # a Literal

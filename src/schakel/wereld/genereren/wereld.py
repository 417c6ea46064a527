# SPDX-License-Identifier: EUPL-1.2
"""A whole world: `maak_wereld` decides sizes; `Wereld` gives people, networks and observations as streams.

Memory stays bounded whatever the size: only pieces of networks that are under way are held.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from schakel.wereld.genereren.mensen import Bevolking, Persoon
from schakel.wereld.genereren.netwerken import LEDEN, Netwerk, aantal_stukken, netwerk
from schakel.wereld.genereren.opmaak import Kaart
from schakel.wereld.genereren.plaatsen import gemeenten, partners
from schakel.wereld.genereren.ruis import Ruis
from schakel.wereld.genereren.sporen import stukken
from schakel.wereld.rijndal import rijndal
from schakel.wereld.vormen import Gemeente, Omvang, Partner, Regio, Waarneming

PEILDATUM = date(2026, 11, 2)
"""Reference date when none is given; fixed, so that a seed alone decides the bytes."""

_DAGEN = 730
_LAATSTE_START = 560


class Maat(NamedTuple):
    """People, observations, hidden networks, and places per municipality that many share."""

    personen: int
    waarnemingen: int
    netwerken: int
    plekken: int


MATEN: dict[Omvang, Maat] = {
    "klein": Maat(300, 60, 2, 1),
    "regio": Maat(100_000, 10_000, 200, 2),
    "land": Maat(5_000_000, 1_000_000, 12_000, 5),
}


class Feit(NamedTuple):
    """The truth behind one observation: its network (empty: none), the persons in it, in order, and `dingen`:
    what others may share with it without being a network (an employer, a house, a hotel, a telephone)."""

    netwerk: str
    personen: tuple[str, ...]
    dingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wereld:
    """A fictional world. `regio`: the told story, in size klein only."""

    zaad: int
    omvang: Omvang
    peildatum: date
    maat: Maat
    gemeenten: tuple[Gemeente, ...]
    partners: tuple[Partner, ...]
    bevolking: Bevolking
    regio: Regio | None

    def netwerken(self) -> Iterator[Netwerk]:
        """The hidden networks, by the day of their first trace (the told ones are in `regio`)."""
        for nummer in range(self.maat.netwerken):
            yield netwerk(self.bevolking, nummer, nummer * _LAATSTE_START // self.maat.netwerken)

    def personen(self) -> Iterator[Persoon]:
        """Everybody, by number."""
        leden = {}
        for n in self.netwerken():
            leden.update({p.nummer: p for p in (*n.daders, *n.slachtoffers)})
        for nummer in range(self.maat.personen):
            yield leden.get(nummer) or self.bevolking.persoon(nummer)

    def waarnemingen(self) -> Iterator[Waarneming]:
        """What the partners noticed, in the order received."""
        return (w for w, _ in self.stukken())

    def stukken(self) -> Iterator[tuple[Waarneming, Feit]]:
        """The observations with the truth behind each."""
        stroom = heapq.merge(
            self._verteld(), self._van_netwerken(), self._ruis(), key=lambda paar: paar[0].ontvangen
        )
        for nummer, (w, feit) in enumerate(stroom, 1):
            yield (w if w.id else replace(w, id=f"{w.partner}-{nummer:07d}")), feit

    def _verteld(self) -> Iterator[tuple[Waarneming, Feit]]:
        if self.regio is None:
            return
        van = {id: naam for naam, ids in self.regio.netwerken.items() for id in ids}
        alle = [m.waarneming for m in self.regio.meldingen] + [s.waarneming for s in self.regio.signalen]
        for w in sorted(alle, key=lambda w: (w.ontvangen, w.id)):
            yield w, Feit(van.get(w.id, ""), self.regio.personen[w.id])

    def _van_netwerken(self) -> Iterator[tuple[Waarneming, Feit]]:
        kaart = Kaart(self.partners)
        onderweg: list[tuple[date, int, int, Waarneming, Feit]] = []
        for n in self.netwerken():
            begin = self.peildatum - timedelta(days=_DAGEN - n.start)
            while onderweg and onderweg[0][0] < begin:
                *_, w, feit = heapq.heappop(onderweg)
                yield w, feit
            for nummer, (w, personen) in enumerate(stukken(self.bevolking, kaart, n)):
                heapq.heappush(onderweg, (w.ontvangen, n.nummer, nummer, w, Feit(n.id, personen)))
        while onderweg:
            *_, w, feit = heapq.heappop(onderweg)
            yield w, feit

    def _ruis(self) -> Iterator[tuple[Waarneming, Feit]]:
        verteld = len(self.regio.meldingen) + len(self.regio.signalen) if self.regio else 0
        bezet = sum(aantal_stukken(self.zaad, nummer) for nummer in range(self.maat.netwerken))
        aantal = self.maat.waarnemingen - verteld - bezet
        eerste = -(-self.maat.netwerken * LEDEN // 64) * 64
        ruis = Ruis(self.bevolking, Kaart(self.partners), eerste, self.maat.plekken)
        for nummer in range(aantal):
            ontvangen = self.peildatum - timedelta(days=_DAGEN - 1 - nummer * _DAGEN // aantal)
            w, personen, dingen = ruis.stuk(nummer, ontvangen)
            yield w, Feit("", personen, dingen)


def maak_wereld(zaad: int, omvang: Omvang, peildatum: date = PEILDATUM) -> Wereld:
    """The world of this seed and size; nothing is made before it is asked for.

    The same seed, size and reference date give the same bytes on every platform and Python version.
    """
    alle = gemeenten(omvang)
    maat = MATEN[omvang]
    return Wereld(
        zaad=zaad,
        omvang=omvang,
        peildatum=peildatum,
        maat=maat,
        gemeenten=alle,
        partners=partners(omvang, alle),
        bevolking=Bevolking(zaad, maat.personen, alle, peildatum),
        regio=rijndal(peildatum) if omvang == "klein" else None,
    )

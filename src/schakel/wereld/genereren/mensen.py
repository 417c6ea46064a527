# SPDX-License-Identifier: EUPL-1.2
"""The people of a world, counted from 0 and made when asked for, in blocks of eight neighbours.

A block is two families, four couples, eight singles, a students' house or a house of migrant workers:
ordinary people who share surnames, addresses, birth dates of twins – what innocent overlap looks like.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from schakel.wereld.genereren import nummers
from schakel.wereld.genereren.namen import GROEPEN, Geslacht, Naam, Taalgroep, naam, naar_vrouw
from schakel.wereld.genereren.plaatsen import Adres, adres
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Gemeente

BLOK = 8
_SOORTEN = (("gezinnen", 40.0), ("stellen", 18.0), ("alleen", 30.0), ("studenten", 7.0), ("migranten", 5.0))
_DEUREN = {
    "gezinnen": (0, 0, 0, 0, 1, 1, 1, 1),
    "stellen": (0, 0, 1, 1, 2, 2, 3, 3),
    "alleen": tuple(range(8)),
    "studenten": (0,) * 8,
    "migranten": (0,) * 8,
}
_LEEFTIJDEN = {"stellen": (22, 80), "alleen": (19, 85), "studenten": (18, 26), "migranten": (19, 50)}


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody as they truly are. `telefoon` in E.164."""

    id: str
    nummer: int
    naam: Naam
    geslacht: Geslacht
    geboren: date
    adres: Adres
    telefoon: str


@dataclass(frozen=True, slots=True, eq=False)
class Bevolking:
    """Everybody of one world: `persoon(n)` for 0 ≤ n < `aantal`."""

    zaad: int
    aantal: int
    gemeenten: tuple[Gemeente, ...]
    peildatum: date

    def persoon(self, nummer: int) -> Persoon:
        """The person with this number."""
        return _blok(self, nummer // BLOK)[nummer % BLOK]


@lru_cache(maxsize=4096)
def _blok(b: Bevolking, blok: int) -> tuple[Persoon, ...]:
    t = Toeval(b.zaad, "blok", blok)
    soort = t.weeg(_SOORTEN)
    groepen = [t.weeg(GROEPEN) for _ in range(2)]
    mensen: list[Persoon] = []
    for plek, deur in enumerate(_DEUREN[soort]):
        nummer = blok * BLOK + plek
        if soort == "gezinnen":
            wie, geslacht, geboren = _gezinslid(t, b.peildatum, groepen[plek // 4], mensen, plek % 4)
        else:
            van, tot = _LEEFTIJDEN[soort]
            groep = groepen[0] if soort == "migranten" else t.weeg(GROEPEN)
            geslacht = t.kies(("man", "vrouw"))
            wie, geboren = naam(t, groep, geslacht), _geboren(t, b.peildatum, van, tot)
        woont = adres(b.gemeenten, blok * BLOK + deur)
        mensen.append(
            Persoon(f"P{nummer:07d}", nummer, wie, geslacht, geboren, woont, nummers.telefoon(nummer))
        )
    return tuple(mensen)


def _geboren(t: Toeval, peildatum: date, van: int, tot: int) -> date:
    return peildatum - timedelta(days=t.getal(van * 365 + 40, tot * 365 + 300))


def _gezinslid(
    t: Toeval, peildatum: date, groep: Taalgroep, mensen: list[Persoon], plek: int
) -> tuple[Naam, Geslacht, date]:
    """Father, mother with her own name, two children with the father's; one pair in twelve are twins."""
    geslacht: Geslacht = t.kies(("man", "vrouw")) if plek > 1 else ("man", "vrouw")[plek]
    eigen = naam(t, groep, geslacht)
    if plek < 2:
        return eigen, geslacht, _geboren(t, peildatum, 30, 55)
    vader = mensen[-plek].naam
    achternaam = naar_vrouw(groep, vader.achternaam) if geslacht == "vrouw" else vader.achternaam
    geboren = _geboren(t, peildatum, 4, 19)
    if plek == 3 and t.kans(1 / 12):
        geboren = mensen[-1].geboren
    return Naam(eigen.voornaam, vader.tussenvoegsel, achternaam), geslacht, geboren


def lid(b: Bevolking, nummer: int, leeftijd: tuple[int, int], geslacht: Geslacht | None = None) -> Persoon:
    """A member of a network: somebody with an age and sex that fit the form.

    Their names come from every group in the shares of the population: origin tells nothing here.
    """
    t = Toeval(b.zaad, "lid", nummer)
    getrokken: Geslacht = t.kies(("man", "vrouw"))
    van_geslacht = geslacht or getrokken
    wie, geboren = naam(t, t.weeg(GROEPEN), van_geslacht), _geboren(t, b.peildatum, *leeftijd)
    woont = adres(b.gemeenten, nummer)
    return Persoon(f"P{nummer:07d}", nummer, wie, van_geslacht, geboren, woont, nummers.telefoon(nummer))


def plek(b: Bevolking, gemeente: str, nummer: int) -> Adres:
    """A front door where nobody is at home: another number is another door, in this municipality."""
    index = next(n for n, g in enumerate(b.gemeenten) if g.id == gemeente)
    ronde, deur = divmod(nummer, BLOK)
    per_ronde = len(b.gemeenten) * BLOK
    return adres(b.gemeenten, (b.aantal // per_ronde + 1 + ronde) * per_ronde + index * BLOK + deur)

# SPDX-License-Identifier: EUPL-1.2
"""A ride: world after world, requests with changes in between, everything counted."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from schakel.kern import klok
from tests.orakel import databank
from tests.orakel.aanhang import maak_wereld
from tests.orakel.daden import DADEN
from tests.orakel.maken import Bouwer
from tests.orakel.model import NODIG, Orakel
from tests.orakel.rondes import van_buiten
from tests.orakel.vragen import VRAGEN, Antwoord, Verschil, vergelijk

MODELLEN = [v.model for v in VRAGEN]
ONDER_DE_DEUR = ("actor", "muur", "filter")
"""Kinds of questions that do not come in over HTTP: the sets behind it."""


@dataclass
class Telling:
    """What a ride saw: requests per kind, rows and fields compared, and every difference with the oracle."""

    zaad: int
    werelden: int = 0
    daden: int = 0
    rijen: int = 0
    velden: int = 0
    per_soort: Counter[str] = field(default_factory=Counter)
    verschillen: list[Verschil] = field(default_factory=list)
    begonnen: float = field(default_factory=time.monotonic)

    @property
    def verzoeken(self) -> int:
        return self.per_soort.total()

    @property
    def van_buiten(self) -> int:
        return sum(aantal for soort, aantal in self.per_soort.items() if soort not in ONDER_DE_DEUR)

    def tel(self, a: Antwoord) -> None:
        self.per_soort[a.soort] += 1
        self.rijen += a.rijen
        self.velden += a.velden
        if a.verschil is not None:
            self.verschillen.append(a.verschil)

    def __str__(self) -> str:
        soorten = ", ".join(f"{soort} {aantal}" for soort, aantal in sorted(self.per_soort.items()))
        te_veel = sum(len(v.te_veel) for v in self.verschillen)
        te_weinig = sum(len(v.te_weinig) for v in self.verschillen)
        duur = time.monotonic() - self.begonnen
        return (
            f"orakel: zaad {self.zaad}, {self.werelden} werelden, {self.daden} wijzigingen, {self.verzoeken} verzoeken "
            f"waarvan {self.van_buiten} over HTTP ({soorten}); vergeleken {self.rijen} rijen en {self.velden} velden; "
            f"te veel {te_veel}, te weinig {te_weinig}; {duur:.0f} s"
        )


def rijd(
    zaad: int, verzoeken: int, *, rondes: int = 8, bezoekers: int = 8, mensen: int = 28,
    meld: Callable[[Telling], None] = lambda telling: None,
) -> Telling:  # fmt: skip
    """Ask until the number is reached; in every world some rounds, with a few acts between them.

    `bezoekers`: how many people come in by pages and API, round after round in the session they began with.
    `mensen`: of how many people the walls and filters are asked as a set, others each round.
    """
    telling = Telling(zaad)
    while telling.verzoeken < verzoeken:
        k = maak_wereld(zaad * 1000 + telling.werelden, klok.vandaag())
        databank.bewaar(k.w, k.merk)
        telling.werelden += 1
        vast = _bezoekers(k, bezoekers)
        for ronde in range(rondes):
            with klok.zet(k.w.vandaag):
                for bezetting in vast:
                    for antwoord in van_buiten(k, bezetting):
                        telling.tel(antwoord)
                for bezetting in k.r.sample(list(k.w.bezettingen), mensen):
                    for antwoord in vergelijk(
                        Orakel(k.w), bezetting, filters=k.kans(0.25), alleen=k.r.sample(MODELLEN, 18)
                    ):
                        telling.tel(antwoord)
                if ronde < rondes - 1:
                    for daad in k.r.choices(DADEN, k=6):
                        daad(k)
                        telling.daden += 1
            if telling.verzoeken >= verzoeken:
                break
        databank.leeg()
        meld(telling)
    return telling


def _bezoekers(k: Bouwer, aantal: int) -> list[UUID]:
    """Three in four work with content; the others should find closed doors."""
    rol = {b.id: k.w.functies[b.functie].rol for b in k.w.bezettingen.values()}
    werkt = [b for b, r in rol.items() if r in NODIG]
    dicht = [b for b, r in rol.items() if r not in NODIG]
    return [*k.r.sample(werkt, aantal * 3 // 4), *k.r.sample(dicht, aantal - aantal * 3 // 4)]

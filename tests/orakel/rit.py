# SPDX-License-Identifier: EUPL-1.2
"""A ride: world after world, requests with changes in between, everything counted."""

import time
from collections import Counter
from dataclasses import dataclass, field

from schakel.kern import klok
from tests.orakel import databank
from tests.orakel.buiten import van_buiten
from tests.orakel.daden import DADEN
from tests.orakel.maken import Bouwer, maak_wereld
from tests.orakel.model import Orakel
from tests.orakel.vragen import Verschil, vergelijk


@dataclass
class Telling:
    """What a ride saw: requests per kind, and every difference with the oracle."""

    zaad: int
    werelden: int = 0
    daden: int = 0
    per_soort: Counter[str] = field(default_factory=Counter)
    verschillen: list[Verschil] = field(default_factory=list)
    begonnen: float = field(default_factory=time.monotonic)

    @property
    def verzoeken(self) -> int:
        return self.per_soort.total()

    def tel(self, soort: str, verschil: Verschil | None) -> None:
        self.per_soort[soort] += 1
        if verschil is not None:
            self.verschillen.append(verschil)

    def __str__(self) -> str:
        duur = time.monotonic() - self.begonnen
        soorten = ", ".join(f"{soort} {aantal}" for soort, aantal in sorted(self.per_soort.items()))
        te_veel = sum(len(v.te_veel) for v in self.verschillen)
        te_weinig = sum(len(v.te_weinig) for v in self.verschillen)
        return (
            f"orakel: zaad {self.zaad}, {self.werelden} werelden, {self.daden} wijzigingen, {self.verzoeken} verzoeken "
            f"({soorten}), te veel {te_veel}, te weinig {te_weinig}, {self.verzoeken / duur:.0f}/s"
        )


def rijd(zaad: int, verzoeken: int, *, buiten: float = 0.02, rondes: int = 8) -> Telling:
    """Ask until the number is reached; in every world some rounds, with a few acts between them.

    `buiten`: part of the people asked who also come in by pages and API; that costs most. The filters are asked for
    one person in four, the walls for all.
    """
    telling = Telling(zaad)
    while telling.verzoeken < verzoeken:
        k = maak_wereld(zaad * 1000 + telling.werelden, klok.vandaag())
        databank.bewaar(k.w, k.merk)
        telling.werelden += 1
        for ronde in range(rondes):
            with klok.zet(k.w.vandaag):
                _ronde(k, telling, buiten)
                if ronde < rondes - 1:
                    for daad in k.r.choices(DADEN, k=6):
                        daad(k)
                        telling.daden += 1
            if telling.verzoeken >= verzoeken:
                break
        databank.leeg()
    return telling


def _ronde(k: Bouwer, telling: Telling, buiten: float) -> None:
    for bezetting in k.r.sample(list(k.w.bezettingen), 30):
        for soort, verschil in vergelijk(Orakel(k.w), bezetting, filters=k.kans(0.25)):
            telling.tel(soort, verschil)
        if k.kans(buiten):
            for soort, verschil in van_buiten(k, bezetting):
                telling.tel(soort, verschil)

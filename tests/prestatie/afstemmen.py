# SPDX-License-Identifier: EUPL-1.2
"""Does the time that a plan takes tell whether a silent hold lies on its address? Pairs, measured, and their AUC."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from schakel.convenant import actions as convenant
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.rules import AnderenZien, Categorie, StukSoort
from schakel.interventie import actions
from schakel.kern import klok
from tests.regio import Regio

POLITIE, TOEZICHT = "casusdeelnemer@politie", "toezichthouder@nla"
ADRESSEN = 50
"""Held and free addresses, each asked as often: how many plans lie on one is no difference between them."""


def adres(nummer: int) -> dict[str, str]:
    """A house in a street that nobody has."""
    return {"straat": "Wachtweg", "huisnummer": str(nummer), "plaats": "Lindemeer"}


def zet_rust(regio: Regio, nummers: Sequence[int], zien: str = AnderenZien.NIETS) -> None:
    """The police holds these addresses back; others see `zien`."""
    door = regio.actor(POLITIE)
    with als(door):
        for nummer in nummers:
            stuk = convenant.maak_stuk(door=door, soort=StukSoort.SIGNAAL)
            convenant.voeg_gegevens_toe(
                door=door, stuk=stuk, nieuw=[NieuwGegeven("adres", Categorie.OBJECT, adres(nummer))]
            )
            convenant.zet_embargo(
                door=door, stuk=stuk, reden="onderzoek loopt", anderen_zien=AnderenZien(zien),
                herzien_op=klok.vandaag() + timedelta(days=30),
            )  # fmt: skip


def neem_voor(regio: Regio, nummer: int) -> tuple[float, Any]:
    """Seconds until the plan is committed, and what the asker heard."""
    door, dag = regio.actor(TOEZICHT), klok.vandaag() + timedelta(days=3)
    begin = time.perf_counter()
    with als(door):
        uit = actions.neem_voor(
            door=door, soort="controle", omschrijving="bezoek", onderwerpen=[adres(nummer)], begin=dag, einde=dag
        )  # fmt: skip
    return time.perf_counter() - begin, uit


@dataclass
class Meting:
    """Seconds of plans on a held address and on a free one."""

    rust: list[float] = field(default_factory=list)
    vrij: list[float] = field(default_factory=list)

    @property
    def auc(self) -> float:
        """Chance that a held one took longer than a free one, ties half; folded, so that ½ is the best for us."""
        samen = sorted([(t, 1) for t in self.rust] + [(t, 0) for t in self.vrij])
        som, i = 0.0, 0
        while i < len(samen):
            einde = i
            while einde < len(samen) and samen[einde][0] == samen[i][0]:
                einde += 1
            rang = (i + einde + 1) / 2
            som += rang * sum(houdt for _t, houdt in samen[i:einde])
            i = einde
        n = len(self.rust)
        auc = (som - n * (n + 1) / 2) / (n * len(self.vrij))
        return max(auc, 1 - auc)


def meet(regio: Regio, paren: int, zaad: int = 2026) -> Meting:
    """Pairs in random order within the pair, after a few that are not counted."""
    meting, r = Meting(), random.Random(zaad)
    zet_rust(regio, range(1, 2 * ADRESSEN, 2))
    for nr in range(-20, paren):
        nummer = 2 * r.randrange(ADRESSEN)
        helft = [(nummer + 1, meting.rust), (nummer + 2, meting.vrij)]
        r.shuffle(helft)
        for huis, tijden in helft:
            seconden, (_plan, adviezen) = neem_voor(regio, huis)
            assert adviezen == [], "een stille rust zegt niets"
            if nr >= 0:
                tijden.append(seconden)
    return meting

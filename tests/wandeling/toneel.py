# SPDX-License-Identifier: EUPL-1.2
"""The walk itself: people of the small region, what exists, and how one act is done and compared with the model."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connections, transaction

from schakel.casus import queries as casussen
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.rules import Verouderd
from schakel.convenant.actor import als
from schakel.interventie.actions import KanNiet
from schakel.interventie.actions import Verouderd as VerouderdPlan
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.toegang.actor import Actor
from tests.regio import Regio
from tests.wandeling import model as m

EIGENAAR = "eigenaar"
MENSEN = (
    "ketenregisseur@riec",
    "aandachtsfunctionaris@lindemeer",
    "aandachtsfunctionaris@veenburg",
    "casusdeelnemer@nla",
    "casusdeelnemer@politie",
    "regiocoordinator@haven",
)
DELEN = {wie: (1,) if wie.startswith("regiocoordinator") else (1, 2) for wie in MENSEN}
LANG = timedelta(days=60)


@dataclass
class Wandeling:
    """`tel`: how often each act went how. `log`: what each act must leave in the account."""

    regio: Regio
    r: random.Random
    orgaan: Orgaan
    casussen: dict[Any, m.Casus] = field(default_factory=dict)
    overleggen: dict[Any, m.Overleg] = field(default_factory=dict)
    plannen: dict[Any, m.Plan] = field(default_factory=dict)
    tel: Counter[str] = field(default_factory=Counter)
    log: list[tuple[Any, Any, Any, str]] = field(default_factory=list)
    gedaan: int = 0
    ronde: int = 0
    _actoren: dict[str, Actor] = field(default_factory=dict)

    def wie(self, goed: str = "") -> str:
        """Someone; mostly the one who may do it, when that is asked."""
        return goed if goed and self.r.random() < 0.75 else self.r.choice(MENSEN)

    def actor(self, wie: str) -> Actor:
        if wie not in self._actoren:
            self._actoren[wie] = self.regio.actor(wie)
        return self._actoren[wie]

    def kans(self, p: float) -> bool:
        return self.r.random() < p

    def versie(self, nu: int) -> int:
        """The version that was read: mostly the present one, sometimes an older."""
        return nu if self.kans(0.85) else max(0, nu - self.r.randint(1, 3))

    def tekst(self, leeg: float = 0.06) -> str:
        return " " if self.kans(leeg) else f"woorden {self.r.randint(0, 999)}"

    def doe(
        self, naam: str, wie: str, verwacht: str, daad: Callable[[Actor], Any], *, schrijft: bool = True
    ) -> Any:
        """Do it as this person, in a unit of work of its own; the answer must be the one of the model.

        `schrijft`: it changes something, so it must leave a line; doing a thing twice changes nothing.
        """
        door, gedaan, uit = self.actor(wie), m.JA, None
        try:
            with als(door) as eenheid:
                uit = daad(door)
            if verwacht == m.JA and schrijft and uit:
                self.log.append((eenheid.trace_id, door.gebruiker_id, door.partner_id, naam))
        except (Bezwaar, KanNiet):
            gedaan = m.NEE
        except (Verouderd, VerouderdPlan):
            gedaan = m.VEROUDERD
        except PermissionError:
            gedaan = m.VERBODEN
        assert gedaan == verwacht, f"{naam} door {wie}: {gedaan}, verwacht {verwacht}"
        self.tel[f"{naam}: {gedaan}"] += 1
        self.gedaan += 1
        return uit

    def casus_voor(self, door: Actor, id: Any) -> Any:
        """The case as this person sees it, inside their unit of work."""
        casus = casussen.casus(door=door, id=id)
        assert casus is not None
        return casus


def maak(regio: Regio, zaad: int) -> Wandeling:
    """The region with one layered body in which everyone sits."""
    orgaan = Orgaan.objects.create(naam="Casusoverleg", niveau="operationeel", gelaagd=True, ritme_weken=6)
    for wie in MENSEN:
        OrgaanLid.objects.create(
            orgaan=orgaan, partner=regio.partner(m.partner(wie)), rol=m.rol(wie), delen=list(DELEN[wie])
        )
    return Wandeling(regio, random.Random(zaad), orgaan)


def als_eigenaar(sql: str, *waarden: Any) -> list[Any]:
    """Read as the owner of the tables, for whom no wall stands."""
    with transaction.atomic(using=EIGENAAR), connections[EIGENAAR].cursor() as cursor:
        cursor.execute(sql, waarden)
        return list(cursor.fetchall())

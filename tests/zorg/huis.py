# SPDX-License-Identifier: EUPL-1.2
"""The house of care in tests: who works there, and a traject to work with."""

from typing import Any
from uuid import UUID

from schakel.convenant.actor import als
from schakel.zorg import actions, queries
from schakel.zorg.actions import NieuwTraject
from schakel.zorg.models import Zorgtraject
from tests.regio import Regio

COORDINATOR = "regiocoordinator@haven"
BEGELEIDER = "zorgdeelnemer@haven"
KETEN = (
    "ketenregisseur@riec",
    "casusdeelnemer@politie",
    "casusdeelnemer@nla",
    "aandachtsfunctionaris@lindemeer",
    "toezichthouder@nla",
    "stuurgroeplid@riec",
    "privacyfunctionaris@lindemeer",
    "functioneel_beheerder@lindemeer",
)
"""Every kind of function outside care."""


def meld_aan(regio: Regio, wie: str = BEGELEIDER, **velden: Any) -> UUID:
    """A new traject of an adult woman called Blessing."""
    door = regio.actor(wie)
    standaard: dict[str, Any] = {
        "client": {"roepnaam": "Blessing", "taal": "Edo"}, "doelgroep": "vrouw", "leeftijd": "volwassen",
    }  # fmt: skip
    with als(door):
        return actions.meld_aan(door=door, nieuw=NieuwTraject(**(standaard | velden))).pk


def doe(regio: Regio, wie: str, werkwoord: Any, id: UUID, **velden: Any) -> Any:
    """A verb on the traject, as this person."""
    door = regio.actor(wie)
    with als(door):
        traject = queries.traject(door=door, id=id)
        assert traject is not None
        return werkwoord(door=door, traject=traject, **velden)


def lees(regio: Regio, wie: str, id: UUID) -> Zorgtraject | None:
    door = regio.actor(wie)
    with als(door):
        return queries.traject(door=door, id=id)


def naar_begeleiding(regio: Regio, id: UUID, wie: str = BEGELEIDER) -> None:
    """Through intake and analysis."""
    doe(
        regio,
        wie,
        actions.leg_vast,
        id,
        soort="behoefte",
        inhoud={"gebied": "wonen", "behoefte": "veilig slapen"},
    )
    doe(
        regio, wie, actions.leg_vast, id, soort="doel",
        inhoud={"plandeel": "opvang", "doel": "een eigen kamer", "stand": "open"},
    )  # fmt: skip
    for fase in ("intake", "analyse", "begeleiding"):
        versie = lees(regio, wie, id).versie  # type: ignore[union-attr]
        doe(regio, wie, actions.zet_fase, id, naar=fase, reden="", versie=versie)


def bladzij(regio: Regio, wie: str, adres: str) -> str:
    """What somebody reads at an address: the page, or the status."""
    antwoord = regio.client(wie).get(adres)
    return antwoord.content.decode() if antwoord.status_code == 200 else str(antwoord.status_code)

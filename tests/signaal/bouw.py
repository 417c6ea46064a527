# SPDX-License-Identifier: EUPL-1.2
"""Small words for the tests of this room: make a signaal, switch on a koppelregime."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Convenant
from schakel.convenant.rules import Categorie, Handeling
from schakel.kern import klok
from schakel.signaal import actions
from schakel.signaal.actions import NieuwSignaal
from schakel.signaal.models import Signaal
from schakel.signaal.rules.gegevens import categorie
from schakel.signaal.rules.raakvlak import IDENTIFIERS
from tests.regio import Regio

BALIE, INSPECTIE, POLITIE = "aandachtsfunctionaris@lindemeer", "casusdeelnemer@nla", "casusdeelnemer@politie"
REGISSEUR, VEENBURG = "ketenregisseur@riec", "aandachtsfunctionaris@veenburg"


def gegeven(
    soort: str, handeling: Handeling = Handeling.KETEN, embargo_tot: Any = None, **inhoud: str
) -> NieuwGegeven:
    return NieuwGegeven(
        soort, categorie(soort, inhoud.get("rol", "")), inhoud, handeling=handeling, embargo_tot=embargo_tot
    )


def signaal(regio: Regio, wie: str, *gegevens: NieuwGegeven, **velden: Any) -> Signaal:
    door = regio.actor(wie)
    with als(door):
        return actions.maak_signaal(door=door, nieuw=NieuwSignaal(gegevens=gegevens, **velden))


def regime(regio: Regio, *partners: str, **velden: Any) -> Any:
    """A regime with everything on file, switched on."""
    door = regio.actor(REGISSEUR)
    standaard: dict[str, Any] = {
        "naam": "Koppelregime Rijndal",
        "doel": "verbanden zien",
        "grondslag": "WGS-RIEC",
        "dpia": "DPIA 3",
        "advies": "positief",
        "besluit": "stuurgroep",
        "identifiers": sorted(IDENTIFIERS),
        "categorieen": [
            Categorie.OBJECT,
            Categorie.PERSOON_VERDACHT,
            Categorie.PERSOON_SLACHTOFFER,
            Categorie.WAARNEMING,
        ],
        "evaluatie_op": klok.vandaag() + timedelta(days=300),
        "partijen": [
            regio.partner(p).pk for p in partners or ("lindemeer", "nla", "politie", "riec", "veenburg")
        ],
    }
    with als(door):
        standaard["convenant_id"] = Convenant.objects.get().pk
        nieuw = actions.maak_regime(door=door, nieuw=actions.NieuwRegime(**standaard | velden))
        actions.zet_regime_aan(door=door, regime=nieuw)
    return nieuw


def codes(rijen: Sequence[Any]) -> list[str]:
    return [r.tegenpartij.code for r in rijen]

# SPDX-License-Identifier: EUPL-1.2
"""The rules of a case, pure: words, the six steps and their conditions, the weighing lists, the catalogue."""

from schakel.casus.rules.stappen import (
    AFGESLOTEN,
    REGIE,
    VOLGORDE,
    Stand,
    Verouderd,
    bezwaren,
    bezwaren_sluiten,
    bezwaren_vaststellen,
    mag_regie,
    volgende_stappen,
)
from schakel.casus.rules.wat_nu import Advies, wat_nu
from schakel.casus.rules.weging import (
    CRITERIA,
    CRITERIA_VERSIE,
    Kwalificatielijst,
    kwalificatielijst,
    verschillen,
)
from schakel.casus.rules.woorden import (
    Aard,
    CasusSoort,
    DoelBereikt,
    InterventieStatus,
    Sluitreden,
    Uitkomst,
    WegingSoort,
)
from schakel.interventie.rules import CATALOGUS, Interventiesoort, geldige_soorten

__all__ = [
    "AFGESLOTEN",
    "CATALOGUS",
    "CRITERIA",
    "CRITERIA_VERSIE",
    "REGIE",
    "VOLGORDE",
    "Aard",
    "Advies",
    "CasusSoort",
    "DoelBereikt",
    "InterventieStatus",
    "Interventiesoort",
    "Kwalificatielijst",
    "Sluitreden",
    "Stand",
    "Uitkomst",
    "Verouderd",
    "WegingSoort",
    "bezwaren",
    "bezwaren_sluiten",
    "bezwaren_vaststellen",
    "geldige_soorten",
    "kwalificatielijst",
    "mag_regie",
    "verschillen",
    "volgende_stappen",
    "wat_nu",
]

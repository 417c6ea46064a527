# SPDX-License-Identifier: EUPL-1.2
"""The rules of a case, pure: words, the six steps and their conditions, the weighing lists, the catalogue."""

from schakel.casus.rules.preweging import (
    BESLISSERS,
    Gremium,
    PreweegSoort,
    PreweegStand,
    Veld,
    Weigerreden,
    bezwaren_besluit,
    in_afschrift,
)
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
    "BESLISSERS",
    "CATALOGUS",
    "CRITERIA",
    "CRITERIA_VERSIE",
    "REGIE",
    "VOLGORDE",
    "Aard",
    "Advies",
    "CasusSoort",
    "DoelBereikt",
    "Gremium",
    "InterventieStatus",
    "Interventiesoort",
    "Kwalificatielijst",
    "PreweegSoort",
    "PreweegStand",
    "Sluitreden",
    "Stand",
    "Uitkomst",
    "Veld",
    "Verouderd",
    "WegingSoort",
    "Weigerreden",
    "bezwaren",
    "bezwaren_besluit",
    "bezwaren_sluiten",
    "bezwaren_vaststellen",
    "geldige_soorten",
    "in_afschrift",
    "kwalificatielijst",
    "mag_regie",
    "verschillen",
    "volgende_stappen",
    "wat_nu",
]

# SPDX-License-Identifier: EUPL-1.2
"""The rules of a case, pure: words, the six steps and their conditions, the weighing lists, the catalogue."""

from schakel.casus.rules.overdragen import (
    OverdrachtSoort,
    OverdrachtStand,
    Route,
    bezwaren_overdracht,
    hoort_elders,
)
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
from schakel.casus.rules.straf import StrafSoort, Vonnis, bezwaren_strafstap, naam_van, telt_als
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
    "OverdrachtSoort",
    "OverdrachtStand",
    "PreweegSoort",
    "PreweegStand",
    "Route",
    "Sluitreden",
    "Stand",
    "StrafSoort",
    "Uitkomst",
    "Veld",
    "Verouderd",
    "Vonnis",
    "WegingSoort",
    "Weigerreden",
    "bezwaren",
    "bezwaren_besluit",
    "bezwaren_overdracht",
    "bezwaren_sluiten",
    "bezwaren_strafstap",
    "bezwaren_vaststellen",
    "geldige_soorten",
    "hoort_elders",
    "in_afschrift",
    "kwalificatielijst",
    "mag_regie",
    "naam_van",
    "telt_als",
    "verschillen",
    "volgende_stappen",
    "wat_nu",
]

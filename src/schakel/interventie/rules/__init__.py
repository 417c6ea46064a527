# SPDX-License-Identifier: EUPL-1.2
"""The rules of interventions, pure: the catalogue with its municipal rules, deconfliction, mandate."""

from schakel.interventie.rules.afstemmen import Soort, Status, bezwaren_plan, bezwaren_uitvoeren
from schakel.interventie.rules.catalogus import (
    CATALOGUS,
    GEMEENTEREGELS,
    TERREINEN,
    Beschikbaar,
    Interventiesoort,
    beschikbaar,
    geldige_soorten,
    waarom_niet,
)
from schakel.interventie.rules.handhaven import (
    MISSTANDEN,
    MODEL,
    Stap,
    bezwaren_stap,
    volgende_stap,
)
from schakel.interventie.rules.mandaat import BESLISTERMIJN, BesluitStand, vraagt_besluit
from schakel.interventie.rules.rapportage import (
    LEIDING,
    RAPPORTAGETERMIJN,
    Besluit,
    Bezwaar,
    RapportageStand,
    bezwaren_besluit_rapport,
    bezwaren_rapport,
    te_laat,
    uiterlijk,
)

__all__ = [
    "BESLISTERMIJN",
    "CATALOGUS",
    "GEMEENTEREGELS",
    "LEIDING",
    "MISSTANDEN",
    "MODEL",
    "RAPPORTAGETERMIJN",
    "TERREINEN",
    "Beschikbaar",
    "Besluit",
    "BesluitStand",
    "Bezwaar",
    "Interventiesoort",
    "RapportageStand",
    "Soort",
    "Stap",
    "Status",
    "beschikbaar",
    "bezwaren_besluit_rapport",
    "bezwaren_plan",
    "bezwaren_rapport",
    "bezwaren_stap",
    "bezwaren_uitvoeren",
    "geldige_soorten",
    "te_laat",
    "uiterlijk",
    "volgende_stap",
    "vraagt_besluit",
    "waarom_niet",
]

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
from schakel.interventie.rules.mandaat import BESLISTERMIJN, BesluitStand, vraagt_besluit

__all__ = [
    "BESLISTERMIJN",
    "CATALOGUS",
    "GEMEENTEREGELS",
    "TERREINEN",
    "Beschikbaar",
    "BesluitStand",
    "Interventiesoort",
    "Soort",
    "Status",
    "beschikbaar",
    "bezwaren_plan",
    "bezwaren_uitvoeren",
    "geldige_soorten",
    "vraagt_besluit",
    "waarom_niet",
]

# SPDX-License-Identifier: EUPL-1.2
"""Who takes part: organisations, the functions they fill, the areas they serve, the bodies they meet in.

Everything has dates, because 2012 and today must both be representable (PAR-04): `tot` is the last valid day, an empty
`tot` means "until further notice". No table here holds data about victims or suspects.
"""

from schakel.partner.models.functie import (
    Bezetting,
    Functie,
    Invulling,
    Overdracht,
    Rol,
    Voorziening,
    Waarneming,
)
from schakel.partner.models.gebied import Domein, Gebied, Gemeente, Indeling
from schakel.partner.models.orgaan import Orgaan, OrgaanBron, OrgaanLid, Verbinding
from schakel.partner.models.organisatie import Kan, Partner, PartnerNaam, PartnerSoort, Rechtsvorm
from schakel.partner.models.samen import Inzet, Knelpunt, Project, ProjectPartner

__all__ = [
    "Bezetting",
    "Domein",
    "Functie",
    "Gebied",
    "Gemeente",
    "Indeling",
    "Invulling",
    "Inzet",
    "Kan",
    "Knelpunt",
    "Orgaan",
    "OrgaanBron",
    "OrgaanLid",
    "Overdracht",
    "Partner",
    "PartnerNaam",
    "PartnerSoort",
    "Project",
    "ProjectPartner",
    "Rechtsvorm",
    "Rol",
    "Verbinding",
    "Voorziening",
    "Waarneming",
]

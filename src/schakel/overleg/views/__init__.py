# SPDX-License-Identifier: EUPL-1.2
"""The pages of a meeting and of the rhythm of its body."""

from schakel.overleg.views.cyclus import bijeen, cyclus, kalender, uitnodiging, vul, werkwijze, zaal
from schakel.overleg.views.stukken import verslag, verslagbestand, voorbereiding
from schakel.overleg.views.zitting import (
    aanwezig,
    actie,
    agenda,
    besluit,
    nieuw,
    overleg,
    overleggen,
    status,
)

__all__ = [
    "aanwezig",
    "actie",
    "agenda",
    "besluit",
    "bijeen",
    "cyclus",
    "kalender",
    "nieuw",
    "overleg",
    "overleggen",
    "status",
    "uitnodiging",
    "verslag",
    "verslagbestand",
    "voorbereiding",
    "vul",
    "werkwijze",
    "zaal",
]

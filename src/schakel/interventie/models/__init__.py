# SPDX-License-Identifier: EUPL-1.2
"""The tables of interventions."""

from schakel.interventie.models.handhaving import (
    Arrangement,
    Arrangementstap,
    Handhavingsmerk,
    Handhavingsstap,
)
from schakel.interventie.models.plannen import (
    Beslisverzoek,
    Botsing,
    Gemeenteregel,
    Mandaat,
    Voornemen,
    Voornemenmerk,
)
from schakel.interventie.models.rapportage import Rapportage, Rapportageafspraak

__all__ = [
    "Arrangement",
    "Arrangementstap",
    "Beslisverzoek",
    "Botsing",
    "Gemeenteregel",
    "Handhavingsmerk",
    "Handhavingsstap",
    "Mandaat",
    "Rapportage",
    "Rapportageafspraak",
    "Voornemen",
    "Voornemenmerk",
]

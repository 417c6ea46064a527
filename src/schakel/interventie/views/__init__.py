# SPDX-License-Identifier: EUPL-1.2
"""The pages of interventions."""

from schakel.interventie.views.handhaving import arrangement, handhaving, stap_nieuw
from schakel.interventie.views.plannen import (
    beslisverzoek,
    gemeente,
    interventies,
    mandaten,
    nieuw,
    voornemen,
    voornemens,
)
from schakel.interventie.views.rapportage import afspraak, rapportage, rapportage_nieuw, rapportages

__all__ = [
    "afspraak",
    "arrangement",
    "beslisverzoek",
    "gemeente",
    "handhaving",
    "interventies",
    "mandaten",
    "nieuw",
    "rapportage",
    "rapportage_nieuw",
    "rapportages",
    "stap_nieuw",
    "voornemen",
    "voornemens",
]

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of interventions: what a municipality arranged, plans, decisions, reports and the steps after them."""

from schakel.interventie.actions.handhaving import lees_stappen, neem_model_over, zet_cel, zet_stap
from schakel.interventie.actions.plannen import (
    KanNiet,
    Verouderd,
    beslis,
    bevestig,
    bezwaren_besluit,
    geef_mandaat,
    lees_verzoek,
    leg_regels_vast,
    neem_voor,
    rond_af,
    vraag_besluit,
    wie_bellen,
)
from schakel.interventie.actions.rapportage import (
    besluit_rapportage,
    lees_rapportage,
    leg_bezwaar_vast,
    ontvang_rapportage,
    spreek_af,
    stuur_rapportage,
)

__all__ = [
    "KanNiet",
    "Verouderd",
    "beslis",
    "besluit_rapportage",
    "bevestig",
    "bezwaren_besluit",
    "geef_mandaat",
    "lees_rapportage",
    "lees_stappen",
    "lees_verzoek",
    "leg_bezwaar_vast",
    "leg_regels_vast",
    "neem_model_over",
    "neem_voor",
    "ontvang_rapportage",
    "rond_af",
    "spreek_af",
    "stuur_rapportage",
    "vraag_besluit",
    "wie_bellen",
    "zet_cel",
    "zet_stap",
]

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a case. Each writes its rows and its log line together, or nothing."""

from schakel.casus.actions.casus import betrek, maak, meld_compleet, sluit, spoedroute, wijzig, zet_stap
from schakel.casus.actions.dossier import deel_in_casus, koppel_terug, voeg_dossierstuk_toe, voeg_signaal_toe
from schakel.casus.actions.interventie import (
    Onvolledig,
    aanvaard,
    leg_resultaat_vast,
    meld_voortgang,
    stel_vast,
    stel_voor,
    vul_aan,
    weiger,
)
from schakel.casus.actions.oordeel import evalueer, weeg
from schakel.casus.actions.preweging import besluit_weegploeg, bied_aan

__all__ = [
    "Onvolledig",
    "aanvaard",
    "besluit_weegploeg",
    "betrek",
    "bied_aan",
    "deel_in_casus",
    "evalueer",
    "koppel_terug",
    "leg_resultaat_vast",
    "maak",
    "meld_compleet",
    "meld_voortgang",
    "sluit",
    "spoedroute",
    "stel_vast",
    "stel_voor",
    "voeg_dossierstuk_toe",
    "voeg_signaal_toe",
    "vul_aan",
    "weeg",
    "weiger",
    "wijzig",
    "zet_stap",
]

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a meeting: convening it, running it, deciding, acting."""

from schakel.overleg.actions.cyclus import nodig_uit, roep_bijeen, stel_werkwijze_in, vul_agenda
from schakel.overleg.actions.zaal import meld_buiten, noteer_aanwezig, vraag_erbij
from schakel.overleg.actions.zitting import (
    NieuweActie,
    besluit,
    geef_actie,
    lees,
    leidt,
    plan,
    rond_af,
    zet_op_agenda,
    zet_status,
)

__all__ = [
    "NieuweActie",
    "besluit",
    "geef_actie",
    "lees",
    "leidt",
    "meld_buiten",
    "nodig_uit",
    "noteer_aanwezig",
    "plan",
    "roep_bijeen",
    "rond_af",
    "stel_werkwijze_in",
    "vraag_erbij",
    "vul_agenda",
    "zet_op_agenda",
    "zet_status",
]

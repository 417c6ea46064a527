# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the meldpunt: receive, take up, answer, give feedback, pass on, close; and the melder's
own.
"""

from schakel.melding.actions.behandeling import (
    KanNiet,
    Verouderd,
    antwoord,
    doe_af,
    koppel_terug,
    lees,
    neem_op,
    zet_door,
)
from schakel.melding.actions.gesprek import Gesprek, TeVeel, lees_met_code, reageer
from schakel.melding.actions.kaart import Kaartje, maak_kaart, ontzegel, toon_kaart, verzegel
from schakel.melding.actions.ontvangst import GeenMeldpunt, NieuweMelding, inzending, ontvang

__all__ = [
    "GeenMeldpunt", "Gesprek", "Kaartje", "KanNiet", "NieuweMelding", "TeVeel", "Verouderd", "antwoord",
    "doe_af", "inzending", "koppel_terug", "lees", "lees_met_code", "maak_kaart", "neem_op", "ontvang",
    "ontzegel", "reageer", "toon_kaart", "verzegel", "zet_door",
]  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the zorgketen."""

from schakel.zorg.actions.gedeeld import Bezwaar, Verouderd
from schakel.zorg.actions.traject import (
    NieuwTraject,
    betrek,
    heropen,
    lees,
    lees_namen,
    leg_vast,
    meld_aan,
    meld_groep_aan,
    naam_van,
    neem_over,
    sluit,
    wijzig_kop,
    zet_fase,
)
from schakel.zorg.actions.verblijf import leg_verblijf_vast, neem_verblijf_terug, stand_van

__all__ = [
    "Bezwaar",
    "NieuwTraject",
    "Verouderd",
    "betrek",
    "heropen",
    "lees",
    "lees_namen",
    "leg_vast",
    "leg_verblijf_vast",
    "meld_aan",
    "meld_groep_aan",
    "naam_van",
    "neem_over",
    "neem_verblijf_terug",
    "sluit",
    "stand_van",
    "wijzig_kop",
    "zet_fase",
]  # fmt: skip

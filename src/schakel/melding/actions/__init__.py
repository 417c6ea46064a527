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
    lees_bijlage,
    neem_op,
    zet_door,
)
from schakel.melding.actions.doorzending import (
    BEHEERDERS,
    bied_aan,
    lees_aanbod,
    leg_route_vast,
    neem_aan,
    trek_in,
    trieer,
    verwijder_route,
    weiger,
)
from schakel.melding.actions.drukte import Bewijs, Opgave, ProefNodig, laat_door
from schakel.melding.actions.gesprek import Gesprek, TeVeel, lees_met_code, reageer
from schakel.melding.actions.kaart import Kaartje, maak_kaart, ontzegel, toon_kaart, verzegel
from schakel.melding.actions.meldpagina import PAGINABEHEER, leg_meldpagina_vast
from schakel.melding.actions.ontvangst import GeenMeldpunt, NieuweMelding, bekend, inzending, ontvang
from schakel.melding.actions.wacht import haal_dienst_weg, herinner, zet_dienst

__all__ = [
    "BEHEERDERS", "PAGINABEHEER", "Bewijs", "GeenMeldpunt", "Gesprek", "Kaartje", "KanNiet", "NieuweMelding",
    "Opgave", "ProefNodig", "TeVeel", "Verouderd", "antwoord", "bekend", "bied_aan", "doe_af",
    "haal_dienst_weg", "herinner", "inzending", "koppel_terug", "laat_door", "lees", "lees_aanbod",
    "lees_bijlage", "lees_met_code", "leg_meldpagina_vast", "leg_route_vast", "maak_kaart", "neem_aan",
    "neem_op", "ontvang", "ontzegel", "reageer", "toon_kaart", "trek_in", "trieer", "verwijder_route",
    "verzegel", "weiger", "zet_dienst", "zet_door",
]  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the room: make, enrich, decide, link, ask and answer; `PermissionError` for who may not."""

from schakel.signaal.actions.bescherming import pak_op as pak_bescherming_op
from schakel.signaal.actions.gedeeld import Onvolledig, Verouderd, mag_met_signalen
from schakel.signaal.actions.hersleutelen import hersleutel
from schakel.signaal.actions.indicatoren import laad_indicatorlijsten
from schakel.signaal.actions.koppelen import kijk_alles_opnieuw, kijk_opnieuw, vergelijk_met_partners
from schakel.signaal.actions.raakvlak import beoordeel, weeg_optelling
from schakel.signaal.actions.regime import (
    GeenRegime,
    NieuwRegime,
    maak_regime,
    zet_regime_aan,
    zet_regime_uit,
)
from schakel.signaal.actions.screening import (
    SCREENERS,
    NieuweScreening,
    beoordeel_adres,
    lees_treffers,
    ruim_op,
    ruim_screenings_op,
    screen,
)
from schakel.signaal.actions.signaal import (
    NieuwePlaats,
    NieuwSignaal,
    besluit,
    eis_passend,
    indicator_gegeven,
    maak_signaal,
    maak_signalen,
    niet_pluis,
    registreer_na_maken,
    stap,
    voeg_toe,
    wijzig_kop,
    zet_in_casus,
)
from schakel.signaal.actions.verzoek import antwoord, deel_als_antwoord, vraag_informatie

__all__ = [
    "SCREENERS", "GeenRegime", "NieuwRegime", "NieuwSignaal", "NieuwePlaats", "NieuweScreening", "Onvolledig",
    "Verouderd", "antwoord", "beoordeel", "beoordeel_adres", "besluit", "deel_als_antwoord",
    "eis_passend", "hersleutel", "indicator_gegeven", "kijk_alles_opnieuw", "kijk_opnieuw",
    "laad_indicatorlijsten", "lees_treffers", "maak_regime",
    "maak_signaal", "maak_signalen", "mag_met_signalen", "niet_pluis", "pak_bescherming_op", "registreer_na_maken",
    "ruim_op",
    "ruim_screenings_op",
    "screen", "stap", "vergelijk_met_partners", "voeg_toe", "vraag_informatie", "weeg_optelling", "wijzig_kop",
    "zet_in_casus", "zet_regime_aan", "zet_regime_uit",
]  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the room: make, enrich, decide, link, ask and answer; `PermissionError` for who may not."""

from schakel.signaal.actions.bescherming import pak_op as pak_bescherming_op
from schakel.signaal.actions.gedeeld import Onvolledig, Verouderd, mag_met_signalen
from schakel.signaal.actions.hersleutelen import hersleutel
from schakel.signaal.actions.indicatoren import (
    LIJSTMAKERS,
    laad_indicatorlijsten,
    maak_eigen_lijst,
    sluit_eigen_lijst,
)
from schakel.signaal.actions.koppelen import kijk_alles_opnieuw, kijk_opnieuw, vergelijk_met_partners
from schakel.signaal.actions.raakvlak import beoordeel, weeg_optelling
from schakel.signaal.actions.regime import (
    GeenRegime,
    NieuwRegime,
    maak_regime,
    zet_regime_aan,
    zet_regime_uit,
)
from schakel.signaal.actions.register import bevraag, neem_over
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
from schakel.signaal.actions.verzoek import antwoord, deel_als_antwoord, vraag_aan_vele, vraag_informatie
from schakel.signaal.actions.zoekvraag import bewaar_zoekvraag, kijk_door, nieuws, verwijder_zoekvraag

__all__ = [
    "LIJSTMAKERS",
    "SCREENERS",
    "GeenRegime",
    "NieuwRegime",
    "NieuwSignaal",
    "NieuwePlaats",
    "NieuweScreening",
    "Onvolledig",
    "Verouderd",
    "antwoord",
    "beoordeel",
    "beoordeel_adres",
    "besluit",
    "bevraag",
    "bewaar_zoekvraag",
    "deel_als_antwoord",
    "eis_passend",
    "hersleutel",
    "indicator_gegeven",
    "kijk_alles_opnieuw",
    "kijk_door",
    "kijk_opnieuw",
    "laad_indicatorlijsten",
    "lees_treffers",
    "maak_eigen_lijst",
    "maak_regime",
    "maak_signaal",
    "maak_signalen",
    "mag_met_signalen",
    "neem_over",
    "niet_pluis",
    "nieuws",
    "pak_bescherming_op",
    "registreer_na_maken",
    "ruim_op",
    "ruim_screenings_op",
    "screen",
    "sluit_eigen_lijst",
    "stap",
    "vergelijk_met_partners",
    "verwijder_zoekvraag",
    "voeg_toe",
    "vraag_aan_vele",
    "vraag_informatie",
    "weeg_optelling",
    "wijzig_kop",
    "zet_in_casus",
    "zet_regime_aan",
    "zet_regime_uit",
]  # fmt: skip

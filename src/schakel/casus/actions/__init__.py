# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a case. Each writes its rows and its log line together, or nothing."""

from schakel.casus.actions.actiedag import (
    antwoord_rol,
    beantwoord_zorgmelding,
    lees_zorgmelding,
    leg_rolresultaat_vast,
    plan_actiedag,
    vraag_partner,
    waarschuw_zorg,
    zet_actiedag,
)
from schakel.casus.actions.boete import BOETEFUNCTIES, leg_boete_vast
from schakel.casus.actions.casus import (
    betrek,
    maak,
    meld_compleet,
    schrijf_logregel,
    sluit,
    spoedroute,
    wijzig,
    zet_stap,
)
from schakel.casus.actions.dossier import deel_in_casus, koppel_terug, voeg_dossierstuk_toe, voeg_signaal_toe
from schakel.casus.actions.dubbelrol import lees_dubbelrollen, leg_dubbelrol_vast, personen
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
from schakel.casus.actions.overdracht import (
    beantwoord_overdracht,
    draag_over,
    lees_overdracht,
    leg_casustype_vast,
    neem_over,
)
from schakel.casus.actions.preweging import besluit_weegploeg, bied_aan
from schakel.casus.actions.straf import leg_strafstap_vast

__all__ = [
    "BOETEFUNCTIES",
    "Onvolledig",
    "aanvaard",
    "antwoord_rol",
    "beantwoord_overdracht",
    "beantwoord_zorgmelding",
    "besluit_weegploeg",
    "betrek",
    "bied_aan",
    "deel_in_casus",
    "draag_over",
    "evalueer",
    "koppel_terug",
    "lees_dubbelrollen",
    "lees_overdracht",
    "lees_zorgmelding",
    "leg_boete_vast",
    "leg_casustype_vast",
    "leg_dubbelrol_vast",
    "leg_resultaat_vast",
    "leg_rolresultaat_vast",
    "leg_strafstap_vast",
    "maak",
    "meld_compleet",
    "meld_voortgang",
    "neem_over",
    "personen",
    "plan_actiedag",
    "schrijf_logregel",
    "sluit",
    "spoedroute",
    "stel_vast",
    "stel_voor",
    "voeg_dossierstuk_toe",
    "voeg_signaal_toe",
    "vraag_partner",
    "vul_aan",
    "waarschuw_zorg",
    "weeg",
    "weiger",
    "wijzig",
    "zet_actiedag",
    "zet_stap",
]

# SPDX-License-Identifier: EUPL-1.2
"""What the meldpunt goes by, pure: the words, the statuses, where a melding goes, the short lists of
indicators.
"""

from schakel.melding.rules.bijlage import FOTO, HOOGSTENS, MAIL, PDF, Bestand, BijlageFout
from schakel.melding.rules.code import code_uit, leesbaar, netjes
from schakel.melding.rules.huisstijl import GENOEG, GERESERVEERD, contrast, stijl
from schakel.melding.rules.proef import Emmer, goed_gerekend, opgelost
from schakel.melding.rules.route import Loket, Plaats, dekking, ontvanger
from schakel.melding.rules.triage import Geval, Regel, past, voorstellen, waarom
from schakel.melding.rules.verloop import (
    OVERGANGEN,
    REDENZIN,
    SLOTWOORDEN,
    STAND,
    STAND_VOOR_MELDER,
    UITKOMST_BIJ_AFDOENING,
    UITKOMSTZIN,
    Overgang,
    mag_over,
    toelichting_nodig,
)
from schakel.melding.rules.vragen import VRAGEN, Antwoord, Vraag, antwoorden_in_woorden, vragen_voor
from schakel.melding.rules.woorden import (
    MELDPUNT,
    Afdoening,
    Kanaal,
    Leeftijd,
    Omvang,
    Sector,
    Soort,
    Status,
    Uitkomst,
    Van,
    Vorm,
    Wijze,
    Zekerheid,
    melder_bekend_aan,
)

__all__ = [
    "FOTO", "GENOEG", "GERESERVEERD", "HOOGSTENS", "MAIL", "MELDPUNT", "OVERGANGEN", "PDF", "REDENZIN",
    "SLOTWOORDEN", "STAND", "STAND_VOOR_MELDER", "UITKOMSTZIN", "UITKOMST_BIJ_AFDOENING", "VRAGEN",
    "Afdoening", "Antwoord", "Bestand", "BijlageFout", "Emmer", "Geval", "Kanaal", "Leeftijd", "Loket",
    "Omvang", "Overgang", "Plaats", "Regel", "Sector", "Soort", "Status", "Uitkomst", "Van", "Vorm", "Vraag",
    "Wijze", "Zekerheid", "antwoorden_in_woorden", "code_uit", "contrast", "dekking", "goed_gerekend",
    "leesbaar", "mag_over", "melder_bekend_aan", "netjes", "ontvanger", "opgelost", "past", "stijl",
    "toelichting_nodig", "voorstellen", "vragen_voor", "waarom",
]  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the register. Without `door`: for loading a region; with `door`: what colleagues do."""

from schakel.partner.actions.functies import (
    beeindig,
    hef_functie_op,
    laat_waarnemen,
    maak_account,
    neem_over,
    richt_functie_in,
    vervul,
)
from schakel.partner.actions.inrichten import neem_over_uit_referentie
from schakel.partner.actions.organen import (
    bewaar_orgaan,
    deel_in,
    haal_zetel_weg,
    leid,
    noteer_bron,
    verbind,
    verbreek,
    zet_zetel,
)
from schakel.partner.actions.partners import bewaar_partner, geef_naam
from schakel.partner.actions.rechten import KanNiet, MagNiet, Verouderd
from schakel.partner.actions.register import bezet, maak_functie, maak_gemeente, maak_orgaan, maak_partner
from schakel.partner.actions.samen import (
    bewaar_inzet,
    bewaar_project,
    los_op,
    noteer_knelpunt,
    rond_af,
    start_project,
    zet_deelnemer,
)
from schakel.partner.actions.voorbeeldregio import VOORBEELDREGIOS, laad_voorbeeldregio

__all__ = [
    "VOORBEELDREGIOS", "KanNiet", "MagNiet", "Verouderd", "beeindig", "bewaar_inzet", "bewaar_orgaan", "bewaar_partner",
    "bewaar_project", "bezet", "deel_in", "geef_naam", "haal_zetel_weg", "hef_functie_op", "laad_voorbeeldregio",
    "laat_waarnemen", "leid", "los_op", "maak_account", "maak_functie", "maak_gemeente", "maak_orgaan", "maak_partner",
    "neem_over", "neem_over_uit_referentie", "noteer_bron", "noteer_knelpunt", "richt_functie_in", "rond_af",
    "start_project", "verbind", "verbreek", "vervul", "zet_deelnemer", "zet_zetel",
]  # fmt: skip

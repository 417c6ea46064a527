# SPDX-License-Identifier: EUPL-1.2
"""Deconfliction, pure: the words of a plan, and what may be done with it (INT-02, report p. 25, 73, 150-151)."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l


class Soort(TextChoices):
    CONTROLE = "controle", _l("Controle of bezoek")
    INTERVENTIE = "interventie", _l("Interventie")
    AANHOUDING = "aanhouding", _l("Aanhouding of doorzoeking")
    ONDERZOEK = "onderzoek", _l("Onderzoek dat niet gestoord mag worden")


class Status(TextChoices):
    GEPLAND = "gepland", _l("Gepland")
    UITGEVOERD = "uitgevoerd", _l("Uitgevoerd")
    INGETROKKEN = "ingetrokken", _l("Ingetrokken")


def bezwaren_plan(begin: date, einde: date, vandaag: date) -> list[str]:
    """Why a plan cannot be entered."""
    nee = []
    if einde < begin:
        nee.append(_("De laatste dag ligt voor de eerste."))
    if einde < vandaag:
        nee.append(_("Deze dagen zijn al voorbij. Afstemmen doe je vooraf."))
    return nee


def bezwaren_uitvoeren(status: str, open_botsingen: int) -> list[str]:
    """A plan that touches another's stays "in afstemming" until both have confirmed that they spoke."""
    if status != Status.GEPLAND:
        return [_("Dit voornemen is al afgerond.")]
    if open_botsingen:
        return [
            _("Bel eerst met wie hier ook iets van plan is. Bevestig dat samen; daarna kan het doorgaan.")
        ]
    return []

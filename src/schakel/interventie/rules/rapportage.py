# SPDX-License-Identifier: EUPL-1.2
"""The bestuurlijke rapportage, pure: its words, its term, what a decision must hold (INT-03, report p. 61, 92-93)."""

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

RAPPORTAGETERMIJN = 56
"""Days in which a municipality decides, unless it set another term."""

LEIDING = ("bestuurlijk_trekker", "stuurgroeplid", "aandachtsfunctionaris", "casusdeelnemer")
"""Roles that can stand above the function that handles reports; the first is asked when none was named."""


class RapportageStand(TextChoices):
    VERZONDEN = "verzonden", _l("Verzonden")
    ONTVANGEN = "ontvangen", _l("Ontvangen, nog geen besluit")
    BESLOTEN = "besloten", _l("Besloten")


class Besluit(TextChoices):
    """What the municipality does with it."""

    WAARSCHUWING = "waarschuwing", _l("Waarschuwing")
    MAATREGEL = "maatregel", _l("Maatregel")
    VERGUNNING = "vergunning", _l("Weegt mee bij een vergunning")
    GEEN = "geen", _l("Geen maatregel")


class Bezwaar(TextChoices):
    """Did the one it concerns object?"""

    GEEN = "", _l("Geen bezwaar")
    INGEDIEND = "ingediend", _l("Bezwaar ingediend")
    GEGROND = "gegrond", _l("Bezwaar gegrond")
    ONGEGROND = "ongegrond", _l("Bezwaar ongegrond")


def uiterlijk(ontvangen: date, dagen: int | None) -> date:
    """The last day to decide."""
    return ontvangen + timedelta(days=dagen or RAPPORTAGETERMIJN)


def te_laat(stand: str, termijn: date, vandaag: date) -> bool:
    """Has the term passed without a decision?"""
    return stand != RapportageStand.BESLOTEN and termijn < vandaag


def bezwaren_rapport(*, geconstateerd_op: date, vandaag: date, soort_ontvanger: str) -> list[str]:
    """Why a report cannot be sent so."""
    nee = []
    if geconstateerd_op > vandaag:
        nee.append(_("De dag van de constatering ligt in de toekomst."))
    if soort_ontvanger != "gemeente":
        nee.append(_("Een bestuurlijke rapportage gaat naar een gemeente."))
    return nee


def bezwaren_besluit_rapport(*, stand: str, besluit: str, motivering: str, terugkoppeling: str) -> list[str]:
    """A decision has a motivation, and words for the sender; it is taken once."""
    if stand == RapportageStand.BESLOTEN:
        return [_("Hierover is al besloten.")]
    nee = [] if besluit in Besluit.values else [_("Kies wat de gemeente doet.")]
    if not motivering.strip():
        nee.append(_("Schrijf waarom zo is besloten."))
    if not terugkoppeling.strip():
        nee.append(_("Schrijf wat de afzender hoort. Zonder antwoord komt er geen volgende rapportage."))
    return nee

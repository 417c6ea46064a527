# SPDX-License-Identifier: EUPL-1.2
"""Notice of an action day to care: what it says, and whether it is in time (report pp. 82, 99, 139). Pure."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

OP_TIJD = 3
"""Days before the action on which care must know to find beds, interpreters and a doctor (voorstel)."""
HOOGSTENS = 500


class Dagdeel(TextChoices):
    NACHT = "nacht", _("Nacht of vroege ochtend")
    OCHTEND = "ochtend", _("Ochtend")
    MIDDAG = "middag", _("Middag")
    AVOND = "avond", _("Avond")


class JaNee(TextChoices):
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")
    ONBEKEND = "onbekend", _("Nog niet bekend")


class Stand(TextChoices):
    GEVRAAGD = "gevraagd", _("Wacht op de zorg")
    KLAAR = "klaar", _("De zorg staat klaar")
    TE_WEINIG = "te_weinig", _("Te weinig plaatsen")
    AFGEZEGD = "afgezegd", _("De actie gaat niet door")


def bezwaren(*, dag: date, vandaag: date, aantal: int) -> list[str]:
    """Why this notice cannot be sent, each with what to do."""
    nee = []
    if dag < vandaag:
        nee.append(gettext("Deze dag is al geweest. Kies de dag van de actie."))
    if not 1 <= aantal <= HOOGSTENS:
        nee.append(gettext("Schat hoeveel mensen hulp nodig kunnen hebben: 1 tot %(n)s.") % {"n": HOOGSTENS})
    return nee


def op_tijd(*, dag: date, gezegd: date) -> bool:
    """Was care told early enough?"""
    return (dag - gezegd).days >= OP_TIJD


def stand_na(aantal: int, plaatsen: int) -> Stand:
    """What the answer means."""
    return Stand.KLAAR if plaatsen >= aantal else Stand.TE_WEINIG

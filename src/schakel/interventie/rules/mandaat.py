# SPDX-License-Identifier: EUPL-1.2
"""Who may decide on a measure beforehand, and the request to decide when nobody stored that (INT-05)."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.interventie.rules.catalogus import Interventiesoort

BESLISTERMIJN = timedelta(days=14)
"""A mayor or college answers within this term; a region can set another per request."""


class BesluitStand(TextChoices):
    OPEN = "open", _("Wacht op een besluit")
    AKKOORD = "akkoord", _("Akkoord")
    AFGEWEZEN = "afgewezen", _("Niet akkoord")


def vraagt_besluit(soort: Interventiesoort, uitvoerder_is_gemeente: bool, mandaat: bool) -> bool:
    """Does assigning this measure open a request to decide? Only where a body of the municipality is competent and
    no mandate is stored for it."""
    return soort.mandaat and uitvoerder_is_gemeente and not mandaat

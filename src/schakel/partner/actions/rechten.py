# SPDX-License-Identifier: EUPL-1.2
"""What the verbs refuse, and who may use them."""

from django.db.models import F
from django.utils.translation import gettext as _

from schakel.partner import queries
from schakel.partner.models import Orgaan, Partner, Project
from schakel.toegang.actor import Actor


class KanNiet(Exception):
    """The step does not fit; the text says what to do."""


class Verouderd(KanNiet):
    """A colleague was first."""


class MagNiet(PermissionError):
    """This actor may not do this; pages answer with 404."""


def eis_partner(door: Actor, partner: Partner) -> None:
    """The functioneel beheerder of this partner. Raises `MagNiet`."""
    if not queries.mag_partner_beheren(door, partner):
        raise MagNiet


def eis_regio(door: Actor) -> None:
    """Who keeps the data of the region. Raises `MagNiet`."""
    if not queries.mag_regio_beheren(door):
        raise MagNiet


def verhoog(rij: Partner | Orgaan | Project, versie: int) -> None:
    """Claim the next version of this row. Raises `Verouderd` when somebody else did since it was read."""
    if not type(rij).objects.filter(pk=rij.pk, versie=versie).update(versie=F("versie") + 1):
        raise Verouderd(
            _("Een collega heeft dit net gewijzigd. Kijk wat er veranderd is en bewaar dan opnieuw.")
        )
    rij.versie = versie + 1

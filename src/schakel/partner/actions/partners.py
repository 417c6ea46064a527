# SPDX-License-Identifier: EUPL-1.2
"""Organisations and their names."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.partner.actions.rechten import KanNiet, eis_regio, verhoog
from schakel.partner.models import Partner, PartnerNaam
from schakel.toegang.actor import Actor


@transaction.atomic
def bewaar_partner(*, door: Actor, partner: Partner, versie: int | None = None) -> Partner:
    """Add an organisation, or keep its change (`versie`: as it was read). Raises `Verouderd`, `KanNiet`, `MagNiet`."""
    eis_regio(door)
    if partner.opvolger_id == partner.pk:
        raise KanNiet(_("Een organisatie kan zichzelf niet opvolgen. Kies een andere opvolger."))
    if versie is not None:
        verhoog(partner, versie)
    partner.save(force_insert=versie is None)
    return partner


@transaction.atomic
def geef_naam(
    *,
    door: Actor,
    partner: Partner,
    naam: str,
    van: date | None = None,
    tot: date | None = None,
    bron: str = "",
) -> PartnerNaam:
    """A name that is or was in use, so that the organisation is found under it (PAR-01)."""
    eis_regio(door)
    return PartnerNaam.objects.create(partner=partner, naam=naam, van=van, tot=tot, bron=bron)

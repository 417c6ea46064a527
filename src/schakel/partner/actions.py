# SPDX-License-Identifier: EUPL-1.2
"""Organisations and functions: the verbs."""

from datetime import date

from django.db import transaction

from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie, Partner, Rol
from schakel.toegang.models import Gebruiker


@transaction.atomic
def maak_partner(*, code: str, naam: str, soort: str, rechtsvorm: str = "publiek") -> Partner:
    """A new organisation. Raises IntegrityError when the code is taken."""
    return Partner.objects.create(code=code, naam=naam, soort=soort, rechtsvorm=rechtsvorm)


@transaction.atomic
def bezet(
    *,
    partner: Partner,
    rol: str,
    gebruiker: Gebruiker,
    functienaam: str = "",
    soort: str = Bezetting.Soort.HOUDER,
    van: date | None = None,
    tot: date | None = None,
) -> Bezetting:
    """Let a person fill a function of a partner; the function is made when it is not there yet."""
    functie, _ = Functie.objects.get_or_create(partner=partner, rol=rol, naam=functienaam or Rol(rol).label)
    return Bezetting.objects.create(functie=functie, gebruiker=gebruiker, soort=soort, van=van or klok.vandaag(), tot=tot)

# SPDX-License-Identifier: EUPL-1.2
"""Organisations and functions: the verbs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie, Gemeente, Orgaan, OrgaanLid, Partner, Rol
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
    functie, _ = Functie.objects.get_or_create(
        partner=partner, rol=rol, naam=functienaam or str(Rol(rol).label)
    )
    return Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, soort=soort, van=van or klok.vandaag(), tot=tot
    )


@transaction.atomic
def maak_functie(*, partner: Partner, rol: str, naam: str = "") -> Functie:
    """A function that nobody fills yet: shown as a gap until somebody does (PAR-03)."""
    functie, _ = Functie.objects.get_or_create(partner=partner, rol=rol, naam=naam or str(Rol(rol).label))
    return functie


@transaction.atomic
def maak_gemeente(*, naam: str, partner: Partner | None = None, cbs: str = "") -> Gemeente:
    """A municipality as a place."""
    return Gemeente.objects.create(naam=naam, partner=partner, cbs=cbs)


@transaction.atomic
def maak_orgaan(
    *, naam: str, niveau: str, zetels: Mapping[tuple[str, str], Sequence[int]], **velden: Any
) -> Orgaan:
    """A body with its seats: (partner id, role) → the parts in which that seat takes part (PAR-05)."""
    orgaan = Orgaan.objects.create(naam=naam, niveau=niveau, **velden)
    OrgaanLid.objects.bulk_create(
        OrgaanLid(orgaan=orgaan, partner_id=partner_id, rol=rol, delen=list(delen))
        for (partner_id, rol), delen in zetels.items()
    )
    return orgaan

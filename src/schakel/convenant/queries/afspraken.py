# SPDX-License-Identifier: EUPL-1.2
"""Readers of agreements: convenanten, versions, grounds, retention terms. No personal data in these tables."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from schakel.convenant.models import Bewaartermijn, Grondslag
from schakel.convenant.rules.bewaren import kortste
from schakel.kern import klok


def grondslagen(codes: Iterable[str], dag: date | None = None) -> dict[str, Grondslag]:
    """Per code the version of the ground that is valid on `dag` (today); unknown codes are absent."""
    dag = dag or klok.vandaag()
    geldig = Grondslag.objects.filter(
        Q(geldig_van__isnull=True) | Q(geldig_van__lte=dag), Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag),
        code__in=set(codes),
    )  # fmt: skip
    return {g.code: g for g in geldig.order_by("geldig_van")}


def bewaartermijnen(*, soort: str) -> dict[str, int]:
    """Months per category for this kind of partner (`*` = all other categories); the shortest that applies."""
    rijen = Bewaartermijn.objects.filter(Q(van=soort) | Q(van="*"))
    return kortste(rijen.values_list("categorie", "maanden"))

# SPDX-License-Identifier: EUPL-1.2
"""Keyed identifiers of what is under embargo, so that a planned intervention can be held against them (CNV-05)."""

from collections.abc import Iterable, Mapping
from typing import Any

from schakel.convenant.models import Embargo, Embargomerk, Gegeven, Stuk
from schakel.convenant.rules import afstemming
from schakel.kern.versleuteling import bos


def sleutels(inhouden: Iterable[Mapping[str, Any]]) -> set[int]:
    """The keyed normal forms of every address, phone, company … in these contents."""
    sleutelbos = bos()
    return {
        sleutelbos.merk64("afstemming", merk) for inhoud in inhouden for merk in afstemming.merken(inhoud)
    }


def merk(*, embargo: Embargo, gegevens: Iterable[Gegeven]) -> None:
    """Keep the identifiers of these pieces with an embargo."""
    Embargomerk.objects.bulk_create(
        [
            Embargomerk(merk=m, embargo=embargo, eigenaar_id=embargo.eigenaar_id)
            for m in sleutels(g.inhoud for g in gegevens)
        ],
        batch_size=500,
    )


def merk_onder_embargo(*, stuk: Stuk, gegevens: Iterable[Gegeven]) -> None:
    """New pieces on an object that is under embargo as a whole fall under it too."""
    if stuk.embargo_tot is None:
        return
    nieuw = list(gegevens)
    for embargo in Embargo.objects.filter(stuk=stuk, gegeven__isnull=True, opgeheven_op__isnull=True):
        merk(embargo=embargo, gegevens=nieuw)

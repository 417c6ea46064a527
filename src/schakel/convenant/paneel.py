# SPDX-License-Identifier: EUPL-1.2
"""The panel "gedeeld met" beside an object: acts of sharing in words, for every room."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from schakel.convenant import queries
from schakel.convenant.models import Verstrekking
from schakel.convenant.rules import Doel, naam


def paneel(
    rijen: Iterable[Verstrekking], met: Callable[[Verstrekking], str] = lambda v: v.aan_partner.naam
) -> list[dict[str, Any]]:
    """What `{% gedeeld_met %}` shows, one query for the names of the grounds; `met` says who and what."""
    rijen = list(rijen)
    gronden = queries.grondslagen(code for v in rijen for code in v.grondslagen) if rijen else {}
    return [
        {
            "met": met(v),
            "tot": v.einde,
            "grondslag": "; ".join(gronden[c].naam if c in gronden else c for c in v.grondslagen)
            or v.grondslag,
            "doel": naam(Doel(v.doel)),
            "url": reverse("verstrekking", args=[v.pk]),
        }
        for v in rijen
    ]

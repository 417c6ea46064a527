# SPDX-License-Identifier: EUPL-1.2
"""Figures of a meldpunt: coverage, feedback per partner, reasons of closing; no melding in particular."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from schakel.kern import klok
from schakel.kern.samen import Vraag, vraag_samen
from schakel.melding import rules
from schakel.melding.models import Melding, Terugkoppeling
from schakel.melding.queries.melding import gemeenten, lijst, loketten, open_
from schakel.partner.models import Gemeente
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class Cijfers:
    """`ontvangen`, `verzonden`: per other partner ("" = citizens and the unknown) reported and answered (MEL-04).
    `per_afdoening`: how often each reason closed a melding (MEL-06, capacity report).
    """

    aantal_open: int
    aantal_te_laat: int
    ontvangen: list[tuple[str, int, int]]
    verzonden: list[tuple[str, int, int]]
    per_afdoening: list[tuple[str, int]]


def dekking() -> list[tuple[Gemeente, dict[str, bool]]]:
    """Per municipality: which forms have a meldpunt of their own (MEL-01)."""
    alle = list(gemeenten())
    kaart = rules.dekking(loketten(), [rules.Plaats(g.pk, g.partner_id) for g in alle])
    return [(g, kaart[g.pk]) for g in alle]


def cijfers(*, door: Actor) -> Cijfers:
    """The figures of this actor's meldpunt, in one question."""
    afgedaan, ontvangen, verzonden, nog_open = vraag_samen(_VRAGEN, door=door)
    tel = {rij["afdoening"]: rij["n"] for rij in afgedaan}
    return Cijfers(
        aantal_open=sum(rij["n"] for rij in nog_open),
        aantal_te_laat=sum(rij["laat"] for rij in nog_open),
        ontvangen=sorted((rij["naam"] or "", rij["n"], rij["terug"]) for rij in ontvangen),
        verzonden=sorted((rij["naam"] or "", rij["n"], rij["terug"]) for rij in verzonden),
        per_afdoening=[(str(a.label), tel.get(a, 0)) for a in rules.Afdoening],
    )


def _per_ander(meldingen: QuerySet[Melding], ander: str, naam: str) -> QuerySet[Any, Any]:
    woord = Terugkoppeling.objects.filter(melding=OuterRef("pk"))
    per = meldingen.order_by().annotate(beantwoord=Exists(woord), naam=F(naam)).values(ander, "naam")
    met: QuerySet[Any, Any] = per.annotate(n=Count("pk"), terug=Count("pk", filter=Q(beantwoord=True)))
    return met


_VRAGEN: tuple[Vraag, ...] = (
    lambda door: (
        lijst(door=door)
        .filter(status=rules.Status.AFGEDAAN)
        .order_by()
        .values("afdoening")
        .annotate(n=Count("pk"))
    ),
    lambda door: _per_ander(lijst(door=door), "afzender_id", "afzender__naam"),
    lambda door: _per_ander(lijst(door=door, verzonden=True), "eigenaar_id", "ontvanger"),
    lambda door: (
        open_(lijst(door=door))
        .order_by()
        .values("status")
        .annotate(n=Count("pk"), laat=Count("pk", filter=Q(terugkoppelen_voor__lt=klok.vandaag())))
    ),
)

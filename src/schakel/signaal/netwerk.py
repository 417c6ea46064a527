# SPDX-License-Identifier: EUPL-1.2
"""Everything that hangs together with one signaal, as far as this actor may see: a list, a drawing, a timeline.

Only headers are read here, and who made the links; why two signals touch stands on the page of that raakvlak.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.convenant.actions import logregels
from schakel.logboek import actions as logboek
from schakel.signaal import queries
from schakel.signaal.models import Raakvlak, Signaal
from schakel.signaal.rules import netwerk as vorm
from schakel.toegang.actor import Actor

STAPPEN = 3
HOOGSTENS = 60
"""Signals in one picture; more is not a picture any more."""

IN_DE_LIJST = 100
"""Links that the list spells out, strongest first; where many share one number each pair says the same."""


@dataclass(frozen=True)
class Knoop:
    """A signaal in the drawing."""

    signaal: Signaal
    plek: vorm.Plek
    stap: int


@dataclass(frozen=True)
class Band:
    """A link between two signals; `van` and `naar` are the ends of its line. `brug`: it holds the network together."""

    a: Signaal
    b: Signaal
    raakvlak: Raakvlak
    brug: bool = False
    van: vorm.Plek | None = None
    naar: vorm.Plek | None = None


@dataclass(frozen=True)
class Moment:
    """One dated fact for the timeline."""

    dag: date
    wat: str
    signaal: Signaal


@dataclass
class Netwerk:
    """What the page shows. `los`: links that a person took apart, with the reason; they can be put back."""

    knopen: list[Knoop]
    banden: list[Band]
    los: list[Band] = field(default_factory=list)
    momenten: list[Moment] = field(default_factory=list)
    meer: bool = False
    breedte: int = vorm.BREEDTE
    hoogte: int = vorm.HOOGTE

    @property
    def lijst(self) -> list[Band]:
        """Bridges first, then the strongest."""
        return sorted(self.banden, key=lambda b: (not b.brug, -b.raakvlak.bits))[:IN_DE_LIJST]

    @property
    def buiten_de_lijst(self) -> int:
        return max(0, len(self.banden) - IN_DE_LIJST)


def lees(*, door: Actor, signaal: Signaal) -> Netwerk:
    """The network around a signaal of one's own; the reading is in the account."""
    signalen, rijen, meer = _verzamel(door, signaal)
    vast = [r for r in rijen if r.status != Raakvlak.Status.NIET_ZELFDE]
    paren = [(r.stuk_id, r.ander_stuk_id) for r in vast]
    stappen = vorm.bereikbaar(paren, signaal.pk)
    plekken = vorm.plekken(stappen)
    knopen = [Knoop(signalen[id], plekken[id], stap) for id, stap in stappen.items()]
    bruggen = vorm.bruggen(paren)
    banden, los = [], []
    for r in rijen:
        a, b = r.stuk_id, r.ander_stuk_id
        if r in vast and a in plekken:
            brug = frozenset((a, b)) in bruggen
            banden.append(Band(signalen[a], signalen[b], r, brug, plekken[a], plekken[b]))
        elif r not in vast and (a in plekken or b in plekken):
            los.append(Band(signalen[a], signalen[b], r))
    logboek.noteer(door=door, regels=logregels("lezen", signaal.stuk, []))
    return Netwerk(knopen, banden, los, _momenten([k.signaal for k in knopen]), meer)


def _verzamel(door: Actor, begin: Signaal) -> tuple[dict[UUID, Signaal], list[Raakvlak], bool]:
    """Signals within three steps along one's own sides of raakvlakken, and those links; each pair once.

    Once the picture is full only links inside it are read.
    """
    signalen, rand = {begin.pk: begin}, [begin.pk]
    paren: dict[frozenset[UUID], UUID] = {}
    meer = False
    for _stap in range(STAPPEN):
        vol = len(signalen) >= HOOGSTENS
        rijen = queries.banden_van(door=door, stuk_ids=rand, tussen=signalen if vol else None) if rand else []
        onbekend = dict.fromkeys(ander for _, _, ander in rijen if ander not in signalen)
        zichtbaar = queries.zichtbare_signalen(door=door, ids=onbekend)
        plek = HOOGSTENS - len(signalen)
        nieuw = [ander for ander in onbekend if ander in zichtbaar]
        meer = meer or len(nieuw) > plek
        erbij = queries.signalen_op_id(door=door, ids=nieuw[:plek])
        rand = [pk for pk in nieuw[:plek] if pk in erbij]
        signalen |= {pk: erbij[pk] for pk in rand}
        for pk, stuk, ander in rijen:
            if ander in signalen:
                paren.setdefault(frozenset((stuk, ander)), pk)
    gelezen = queries.raakvlakken_op_id(door=door, ids=paren.values())
    return signalen, [gelezen[pk] for pk in paren.values() if pk in gelezen], meer


def _momenten(signalen: Iterable[Signaal]) -> list[Moment]:
    momenten = []
    for s in signalen:
        if s.waargenomen_op:
            momenten.append(Moment(s.waargenomen_op, _("gezien"), s))
        momenten.append(Moment(timezone.localdate(s.gemaakt_op), _("signaal gemaakt"), s))
        if s.bescherming == "ja" and s.bescherming_op:
            momenten.append(Moment(timezone.localdate(s.bescherming_op), _("bescherming geboden"), s))
        if s.weging == "ja" and s.weging_op:
            momenten.append(Moment(timezone.localdate(s.weging_op), _("rijp voor weging"), s))
    return sorted(momenten, key=lambda m: (m.dag, m.signaal.kenmerk))

# SPDX-License-Identifier: EUPL-1.2
"""The only readers of municipal rules, plans, clashes, mandates and requests to decide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from schakel.convenant.actions.merken import sleutels
from schakel.convenant.models import Stuk
from schakel.convenant.queries import zichtbaar
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.interventie import rules
from schakel.interventie.models import (
    Arrangement,
    Beslisverzoek,
    Botsing,
    Gemeenteregel,
    Handhavingsstap,
    Mandaat,
    Rapportage,
    Rapportageafspraak,
    Voornemen,
)
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Functie, Gemeente, Partner
from schakel.partner.queries import aanspreekpunt, geldig_op
from schakel.toegang.actor import Actor

PLANNERS = ("aandachtsfunctionaris", "casusdeelnemer", "ketenregisseur", "toezichthouder")
"""Functions that plan controls and interventions; the care side plans none."""

BEHEER = ("aandachtsfunctionaris", "ketenregisseur")
"""Functions that record what a municipality has arranged."""

HANDHAVERS = (*BEHEER, "casusdeelnemer", "toezichthouder")
"""Functions that set a step of the arrangement of their own municipality."""

BELLEN = ("ketenregisseur", "casusdeelnemer", "aandachtsfunctionaris", "toezichthouder", "aanspreekpunt")
"""Whom to call at the other side: the first that is filled."""


def regels_van(
    *, gemeenten: Iterable[Gemeente], dag: date | None = None
) -> list[tuple[str, dict[str, bool]]]:
    """Per municipality (name) the rules that were recorded for the day: code → it is there."""
    gemeenten = list(gemeenten)
    per: dict[UUID, dict[str, bool]] = {g.pk: {} for g in gemeenten}
    rijen = Gemeenteregel.objects.filter(geldig_op(dag or klok.vandaag()), gemeente__in=gemeenten)
    for rij in rijen.order_by("van"):
        per[rij.gemeente_id][rij.regel] = rij.aanwezig
    return [(g.naam, per[g.pk]) for g in gemeenten]


def gemeenteregels(*, gemeente: Gemeente) -> dict[str, Gemeenteregel]:
    """What is recorded for one municipality today, by rule."""
    return {r.regel: r for r in Gemeenteregel.objects.filter(geldig_op(klok.vandaag()), gemeente=gemeente)}


def voornemens(*, door: Actor, ook_oude: bool = False) -> QuerySet[Voornemen]:
    """The plans of the actor's own partner, nearest first."""
    rijen = Voornemen.objects.filter(eigenaar_id=door.partner_id) if door.is_een(*PLANNERS) else None
    if rijen is None:
        return Voornemen.objects.none()
    if not ook_oude:
        rijen = rijen.filter(status=rules.Status.GEPLAND)
    return rijen.order_by("begin", "pk")


def voornemen(*, door: Actor, id: object) -> Voornemen | None:
    """One plan of the actor's own partner."""
    sleutel = uuid_of_niets(id)
    return voornemens(door=door, ook_oude=True).filter(pk=sleutel).first() if sleutel else None


@dataclass(frozen=True)
class Bel:
    """A clash as this side may know it: whom to call, and who confirmed. Nothing of the other's plan."""

    botsing: Botsing
    partner: Partner
    functie: Functie | None
    zelf_akkoord: bool
    ander_akkoord: bool

    @property
    def open(self) -> bool:
        """Does one of both still have to confirm?"""
        return not (self.zelf_akkoord and self.ander_akkoord)


def botsingen(*, door: Actor, voornemens: Iterable[Voornemen]) -> dict[UUID, list[Bel]]:
    """Per own plan the clashes that count, in order of the names of the partners to call."""
    plannen = {v.pk for v in voornemens}
    uit: dict[UUID, list[Bel]] = {pk: [] for pk in plannen}
    rijen = Botsing.objects.filter(
        Q(voornemen_id__in=plannen, van_id=door.partner_id)
        | Q(met_voornemen_id__in=plannen, met_id=door.partner_id),
        vervallen_op__isnull=True,
    ).select_related("van", "met")
    contact: dict[UUID, Functie | None] = {}
    for rij in rijen.order_by("van__naam", "met__naam", "pk"):
        eerst = rij.van_id == door.partner_id
        ander = rij.met if eerst else rij.van
        if ander.pk not in contact:
            contact[ander.pk] = aanspreekpunt(ander.pk, BELLEN)
        van, met = rij.van_akkoord_op is not None, rij.met_akkoord_op is not None
        zelf, andere = (van, met) if eerst else (met, van)
        plan = rij.voornemen_id if eerst else rij.met_voornemen_id
        uit[plan].append(Bel(rij, ander, contact[ander.pk], zelf, andere))
    return uit


def niet_afgestemd(*, door: Actor) -> QuerySet[Voornemen]:
    """The plans of the actor's partner that touch another's, and for which it did not say that they agree."""
    botsingen = Botsing.objects.filter(vervallen_op__isnull=True)
    eigen = botsingen.filter(voornemen=OuterRef("pk"), van_id=door.partner_id, van_akkoord_op__isnull=True)
    ander = botsingen.filter(
        met_voornemen=OuterRef("pk"), met_id=door.partner_id, met_akkoord_op__isnull=True
    )
    return voornemens(door=door).filter(Exists(eigen) | Exists(ander))


def mandaten(*, partner_id: UUID | None, soort: str = "") -> QuerySet[Mandaat]:
    """Mandates in force today, of one municipality."""
    rijen = Mandaat.objects.filter(geldig_op(klok.vandaag()), Q(partner_id=partner_id))
    return rijen.filter(soort=soort) if soort else rijen


def beslisverzoeken(*, door: Actor, open_: bool = False) -> QuerySet[Beslisverzoek]:
    """Requests to decide that exist for this actor: asked by, or of, its partner, in a case it sees."""
    rijen = Beslisverzoek.objects.filter(
        Q(partner_id=door.partner_id) | Q(vrager_id=door.partner_id),
        casus_id__in=Stuk.objects.filter(zichtbaar(door, Stuk)).values("pk"),
        deel__in=FUNCTIE_DELEN.get(door.functie, frozenset()),
    ).select_related("partner", "vrager")
    return rijen.filter(stand=rules.BesluitStand.OPEN) if open_ else rijen


def beslisverzoek(*, door: Actor, id: object) -> Beslisverzoek | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return beslisverzoeken(door=door).filter(pk=sleutel).first() if sleutel else None


def besluit_over(*, door: Actor, interventie_id: UUID) -> Beslisverzoek | None:
    """The request to decide on one measure, when there is one that this actor may know."""
    return beslisverzoeken(door=door).filter(interventie_id=interventie_id).first()


def rapportages(*, door: Actor) -> QuerySet[Rapportage]:
    """Reports sent by or to the actor's partner, newest first; a superior sees those of the own municipality."""
    rijen = Rapportage.objects.select_related("eigenaar", "ontvanger")
    if door.is_een(*PLANNERS):
        return rijen.filter(Q(eigenaar_id=door.partner_id) | Q(ontvanger_id=door.partner_id))
    return rijen.filter(ontvanger_id=door.partner_id) if door.is_een(*rules.LEIDING) else rijen.none()


def rapportage(*, door: Actor, id: object) -> Rapportage | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return rapportages(door=door).filter(pk=sleutel).first() if sleutel else None


def afspraak(*, partner_id: UUID | None) -> Rapportageafspraak | None:
    """What a municipality arranged for reports."""
    return (
        Rapportageafspraak.objects.filter(partner_id=partner_id).select_related("functie", "leiding").first()
        if partner_id
        else None
    )


def onbesloten(*, door: Actor) -> QuerySet[Rapportage]:
    """Reports to the actor's partner without a decision, first term first."""
    rijen = rapportages(door=door).filter(ontvanger_id=door.partner_id)
    return rijen.exclude(stand=rules.RapportageStand.BESLOTEN).order_by("termijn")


def te_besluiten(*, door: Actor, rapporten: list[Rapportage]) -> list[Rapportage]:
    """Of these reports the ones that this actor is reminded of: its function handles them; or stands above, once the
    term has passed.

    Without an arrangement the aandachtsfunctionaris handles them and the first role of `LEIDING` stands above.
    """
    eigen, mijn = afspraak(partner_id=door.partner_id), partners_functie(door)
    behandelt = eigen.functie_id == mijn if eigen and eigen.functie_id else door.is_een(*BEHEER)
    leidt = eigen.leiding_id == mijn if eigen and eigen.leiding_id else door.is_een(rules.LEIDING[0])
    laat = [r for r in rapporten if r.termijn < klok.vandaag()]
    return rapporten if behandelt else laat if leidt else []


def partners_functie(door: Actor) -> UUID | None:
    """The function in which the actor acts."""
    return Functie.objects.filter(bezettingen=door.bezetting_id).values_list("pk", flat=True).first()


def arrangement(*, partner_id: UUID | None) -> Arrangement | None:
    """The version in force today."""
    rijen = Arrangement.objects.filter(geldig_op(klok.vandaag()), Q(eigenaar_id=partner_id))
    return rijen.prefetch_related("stappen").order_by("-versie").first()


def arrangementen(*, partner_id: UUID | None) -> QuerySet[Arrangement]:
    """Every version, newest first."""
    return Arrangement.objects.filter(eigenaar_id=partner_id).order_by("-versie")


def stappen_van(arrangement: Arrangement) -> list[rules.Stap]:
    """Its table, as the pure rule wants it."""
    return [
        rules.Stap(s.misstand, s.nummer, s.maatregel, s.actor, s.grond, s.periode)
        for s in arrangement.stappen.all()
    ]


def handhavingsstappen(*, door: Actor) -> QuerySet[Handhavingsstap]:
    """The steps that the actor's municipality set, newest first."""
    rijen = Handhavingsstap.objects.filter(eigenaar_id=door.partner_id).select_related("rapportage")
    return rijen if door.is_een(*HANDHAVERS) else rijen.none()


def voorstel(*, door: Actor, misstand: str, onderwerpen: Sequence[Mapping[str, Any]]) -> rules.Stap | None:
    """The next step at this misstand for this subject, given the earlier ones; None = nothing was agreed."""
    nu = arrangement(partner_id=door.partner_id)
    if nu is None:
        return None
    eerder = handhavingsstappen(door=door).filter(
        misstand=misstand, merken__merk__in=sorted(sleutels(onderwerpen))
    )
    stappen = [s for s in stappen_van(nu) if s.misstand == misstand]
    return rules.volgende_stap(stappen, eerder.values_list("nummer", "op").distinct(), klok.vandaag())

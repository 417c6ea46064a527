# SPDX-License-Identifier: EUPL-1.2
"""The only readers of meetings: membership of the body, the part, and the visibility of the case decide."""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Count, Exists, Model, OuterRef, PositiveSmallIntegerField, Q, QuerySet, Value
from django.utils.timezone import localdate

from schakel.casus import queries as casussen
from schakel.casus.models import Casus, Weging
from schakel.casus.rules.wie import mijn
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.overleg import rules
from schakel.overleg.models import Aanwezige, Actie, Agendapunt, Besluit, Deelname, Overleg
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor


def delen_van(door: Actor) -> list[int]:
    """The parts of a layered meeting in which this function can sit at all."""
    return sorted(FUNCTIE_DELEN.get(door.functie, frozenset()))


def _leden(door: Actor, overleg: str) -> QuerySet[OrgaanLid, Any]:
    """The memberships through which this actor sits in the meeting; `overleg` is the path to it from the
    outer row."""
    dag = OuterRef(f"{overleg}tijdstip__date")
    return OrgaanLid.objects.filter(
        Q(van__isnull=True) | Q(van__lte=dag),
        Q(tot__isnull=True) | Q(tot__gte=dag),
        orgaan_id=OuterRef(f"{overleg}orgaan_id"),
        partner_id=mijn(door),
        rol=door.functie,
    ).exclude(soort=OrgaanLid.Soort.CASUSAFHANKELIJK)


def _te_gast(door: Actor) -> QuerySet[Deelname, Any]:
    """The items for which this actor is asked as a guest."""
    return Deelname.objects.filter(
        partner_id=mijn(door), rol=door.functie, soort=Deelname.Soort.GAST, deel__in=delen_van(door)
    )


def _zetel(door: Actor) -> Q:
    """Rows of a part in which this actor sits."""
    gezeten = Q(pk__in=[])
    for deel in delen_van(door):
        vak = Value([deel], output_field=ArrayField(PositiveSmallIntegerField()))
        leden = _leden(door, "overleg__").filter(Q(delen__contains=vak) | Q(delen__len=0))
        gezeten |= Q(Exists(leden), deel=deel)
    return gezeten


def zichtbaar(door: Actor, model: type[Model]) -> Q:
    """The rule as a filter for the tables of this room; the second wall is `policies.sql`."""
    if model is Overleg:
        return Q(Exists(_leden(door, ""))) | Q(pk__in=_te_gast(door).values("overleg_id"))
    if model is Aanwezige:
        return _zetel(door)
    if model is Agendapunt:
        return (_zetel(door) | Q(pk__in=_te_gast(door).values("agendapunt_id"))) & Q(
            casus_id__in=Casus.objects.filter(casussen.zichtbaar(door, Casus)).values("pk")
        )
    punten = Agendapunt.objects.filter(zichtbaar(door, Agendapunt)).values("pk")
    if model is Besluit:
        return Q(agendapunt_id__in=punten)
    besluiten = Besluit.objects.filter(agendapunt_id__in=punten).values("pk")
    return Q(deel__in=delen_van(door)) & (Q(partner_id=door.partner_id) | Q(besluit_id__in=besluiten))


def overleggen(*, door: Actor) -> QuerySet[Overleg]:
    """Visible meetings, latest first."""
    return (
        Overleg.objects.filter(zichtbaar(door, Overleg))
        .select_related("orgaan", "voorzitter")
        .order_by("-tijdstip", "pk")
    )


def overleg(*, door: Actor, id: object) -> Overleg | None:
    """One visible meeting."""
    sleutel = uuid_of_niets(id)
    return overleggen(door=door).filter(pk=sleutel).first() if sleutel else None


def mijn_delen(*, door: Actor, overleg: Overleg) -> list[int]:
    """The parts in which this actor sits; a body that is not layered has one."""
    van_functie = set(delen_van(door)) if overleg.orgaan.gelaagd else {1} & set(delen_van(door))
    gast = set(_te_gast(door).filter(overleg=overleg).order_by().values_list("deel", flat=True))
    leden = OrgaanLid.objects.filter(
        geldig_op(localdate(overleg.tijdstip)),
        orgaan_id=overleg.orgaan_id,
        partner_id=mijn(door),
        rol=door.functie,
    ).exclude(soort=OrgaanLid.Soort.CASUSAFHANKELIJK)
    zit = {deel for lid in leden for deel in (lid.delen or rules.DELEN)}
    return sorted(van_functie & (zit | gast))


def agenda(*, door: Actor, overleg: Overleg) -> QuerySet[Agendapunt]:
    """The items that exist for this reader, in order."""
    return (
        Agendapunt.objects.filter(zichtbaar(door, Agendapunt), overleg=overleg)
        .select_related("casus__stuk__eigenaar", "overleg")
        .order_by("deel", "volgorde", "pk")
    )


def agendapunt(*, door: Actor, id: object) -> Agendapunt | None:
    """One visible item with its case and meeting."""
    sleutel = uuid_of_niets(id)
    rijen = Agendapunt.objects.filter(zichtbaar(door, Agendapunt)).select_related(
        "casus__stuk__eigenaar", "overleg__orgaan"
    )
    return rijen.filter(pk=sleutel).first() if sleutel else None


def besluiten(*, door: Actor, overleg: Overleg) -> QuerySet[Besluit]:
    """Decisions of this meeting that exist for this reader, in the order in which they fell."""
    return Besluit.objects.filter(zichtbaar(door, Besluit), agendapunt__overleg=overleg).order_by("op", "pk")


def acties(*, door: Actor, overleg: Overleg) -> QuerySet[Actie]:
    """Actions of this meeting that exist for this reader."""
    return Actie.objects.filter(zichtbaar(door, Actie), overleg_kenmerk=overleg.kenmerk).select_related(
        "partner"
    )


def actie(*, door: Actor, id: object) -> Actie | None:
    """One visible action."""
    sleutel = uuid_of_niets(id)
    rijen = Actie.objects.filter(zichtbaar(door, Actie)).select_related("partner")
    return rijen.filter(pk=sleutel).first() if sleutel else None


def open_acties(*, door: Actor) -> QuerySet[Actie]:
    """What the actor's partner still has to do."""
    return Actie.objects.filter(
        zichtbaar(door, Actie), partner_id=mijn(door), status=rules.ActieStatus.OPEN
    ).select_related("partner")


def aanwezigen(*, door: Actor, overleg: Overleg) -> QuerySet[Aanwezige]:
    """Who was there, in the parts in which this reader sits."""
    return Aanwezige.objects.filter(zichtbaar(door, Aanwezige), overleg=overleg).select_related("partner")


def leden(*, overleg: Overleg) -> QuerySet[OrgaanLid]:
    """Who belongs to the body on the day of the meeting."""
    dag = localdate(overleg.tijdstip)
    return (
        OrgaanLid.objects.filter(geldig_op(dag), orgaan_id=overleg.orgaan_id)
        .select_related("partner")
        .order_by("partner__naam")
    )


def organen(*, door: Actor) -> QuerySet[Orgaan]:
    """Bodies for which this actor can plan a meeting: those in which they sit today."""
    zit = OrgaanLid.objects.filter(geldig_op(klok.vandaag()), partner_id=mijn(door), rol=door.functie)
    return Orgaan.objects.filter(pk__in=zit.values("orgaan_id"), keten="aanpak").order_by("naam")


def kandidaten(*, door: Actor, overleg: Overleg) -> QuerySet[Casus]:
    """Cases ready for this meeting and not in all its parts yet: urgent first, then the oldest (OVL-01)."""
    punten = Agendapunt.objects.filter(zichtbaar(door, Agendapunt), overleg=overleg).order_by()
    delen = len(mijn_delen(door=door, overleg=overleg))
    al = punten.values("casus_id").annotate(delen=Count("deel")).filter(delen__gte=delen).values("casus_id")
    return (
        casussen.casussen(door=door)
        .filter(Q(compleet_op__isnull=False) | Q(pk__in=ongewogen_spoed(door=door).values("pk")))
        .exclude(pk__in=al)
        .order_by("spoed_op", "geopend_op", "pk")
    )


def ongewogen_spoed(*, door: Actor) -> QuerySet[Casus]:
    """Urgent cases that were not weighed afterwards (CAS-07)."""
    gewogen = Weging.objects.filter(soort="gezamenlijk").values("casus_id")
    return casussen.casussen(door=door).filter(spoed_op__isnull=False).exclude(pk__in=gewogen)


def geplande_overleggen(*, door: Actor, na: date) -> QuerySet[Overleg]:
    """The planned meetings from this day on, first one first."""
    return overleggen(door=door).filter(tijdstip__date__gte=na, status="gepland").order_by("tijdstip")

# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of bodies against their meetings, who is asked for one item, and actions that are late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from schakel.casus.models import Casus
from schakel.casus.rules.wie import mijn
from schakel.convenant.models import Betrokkene
from schakel.kern import klok
from schakel.overleg import rules
from schakel.overleg.models import Actie, Agendapunt, Deelname, Overleg, Werkwijze
from schakel.overleg.queries import zitting
from schakel.partner.models import Bezetting, Orgaan, OrgaanLid
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor


@dataclass
class Stand:
    """How one body keeps its rhythm. `verwacht`: the day on which it should meet next, None without a rhythm."""

    orgaan: Orgaan
    werkwijze: Werkwijze
    weken: int | None
    laatste: Overleg | None = None
    gepland: Overleg | None = None
    verwacht: date | None = None
    gemist: list[date] = field(default_factory=list)
    mag: bool = False

    @property
    def te_laat(self) -> bool:
        """Should something be planned that is not?"""
        return self.verwacht is not None and self.gepland is None and self.verwacht <= klok.vandaag()


def werkwijze(orgaan: Orgaan) -> Werkwijze:
    """How this body works; a body for which nothing was set works by the defaults."""
    return Werkwijze.objects.filter(orgaan=orgaan).first() or Werkwijze(orgaan=orgaan)


def cyclus(*, door: Actor) -> list[Stand]:
    """Every body in which this actor sits today, with its rhythm: three queries."""
    organen = list(mijn_organen(door=door))
    wijzen = {w.orgaan_id: w for w in Werkwijze.objects.filter(orgaan__in=organen)}
    overleggen = overleggen_van(door=door) if organen else ()
    return standen(organen, overleggen, mag=door.functie in rules.VOORZITTERS, wijzen=wijzen)


def mijn_organen(*, door: Actor) -> QuerySet[Orgaan]:
    """The bodies in which this actor sits today."""
    zit = OrgaanLid.objects.filter(
        geldig_op(klok.vandaag()), partner_id=mijn(door), rol=door.functie
    ).exclude(soort=OrgaanLid.Soort.CASUSAFHANKELIJK)
    return Orgaan.objects.filter(pk__in=zit.values("orgaan_id"), keten="aanpak").order_by("naam")


def overleggen_van(*, door: Actor) -> QuerySet[Overleg]:
    """Every meeting of these bodies that the actor may know, oldest first."""
    organen = mijn_organen(door=door).order_by().values("pk")
    return zitting.overleggen(door=door).filter(orgaan__in=organen).order_by("tijdstip")


def standen(
    organen: Iterable[Orgaan],
    overleggen: Iterable[Overleg],
    *,
    mag: bool = False,
    wijzen: Mapping[UUID, Werkwijze] | None = None,
) -> list[Stand]:
    """Of these bodies how each keeps its rhythm, from their meetings, oldest first."""
    per_orgaan: dict[UUID, list[Overleg]] = {o.pk: [] for o in organen}
    for overleg in overleggen:
        per_orgaan[overleg.orgaan_id].append(overleg)
    return [
        _stand(o, (wijzen or {}).get(o.pk) or Werkwijze(orgaan=o), per_orgaan[o.pk], mag) for o in organen
    ]


def _stand(orgaan: Orgaan, wijze: Werkwijze, overleggen: list[Overleg], mag: bool) -> Stand:
    vandaag = klok.vandaag()
    dagen = {o.pk: localdate(o.tijdstip) for o in overleggen}
    gepland = [o for o in overleggen if o.status == rules.Status.GEPLAND and dagen[o.pk] >= vandaag]
    geweest = [o for o in overleggen if o.status != rules.Status.GEPLAND]
    stand = Stand(
        orgaan,
        wijze,
        orgaan.ritme_weken or rules.weken_uit(orgaan.ritme),
        laatste=geweest[-1] if geweest else None,
        gepland=gepland[0] if gepland else None,
        mag=mag,
    )
    maat = rules.maat(stand.weken, orgaan.ritme_vanaf, dagen[overleggen[0].pk] if overleggen else None)
    if maat:
        stand.gemist = rules.gemist(maat, [dagen[o.pk] for o in geweest], vandaag)
        laatst = max((dagen[o.pk] for o in [*geweest, *gepland]), default=None)
        half = maat.stap / 2
        stand.verwacht = rules.volgende(maat, max(laatst + half if laatst else date.min, vandaag - half))
    return stand


def kandidaten_voor_cyclus(*, door: Actor, overleg: Overleg) -> QuerySet[Casus]:
    """What a generated agenda holds: complete or urgent cases that stand on no other planned meeting (OVL-01)."""
    elders = Agendapunt.objects.filter(
        zitting.zichtbaar(door, Agendapunt), overleg__status=rules.Status.GEPLAND
    ).exclude(overleg=overleg)
    klaar = Q(spoed_op__isnull=False) | ~Q(stuk__fase="uitvoering")
    return (
        zitting.kandidaten(door=door, overleg=overleg)
        .filter(klaar)
        .exclude(pk__in=elders.order_by().values("casus_id"))
    )


def zorg_in(*, casussen: Iterable[UUID]) -> set[UUID]:
    """The cases on which someone is named who is regiocoördinator today, as far as the actor may know."""
    zorg = Bezetting.objects.filter(geldig_op(klok.vandaag()), functie__rol="regiocoordinator")
    paren = set(zorg.values_list("gebruiker_id", "functie__partner_id"))
    namen = Betrokkene.objects.filter(geldig_op(klok.vandaag()), stuk_id__in=list(casussen))
    return {
        casus
        for casus, wie, partner in namen.values_list("stuk_id", "gebruiker_id", "partner_id")
        if (wie, partner) in paren
    }


def deelnames(*, door: Actor, overleg: Overleg) -> QuerySet[Deelname]:
    """Who is there for one item, as far as this reader may know: who runs the meeting, and oneself."""
    rijen = Deelname.objects.filter(overleg=overleg, deel__in=zitting.delen_van(door))
    if overleg.eigenaar_id != door.partner_id:
        rijen = rijen.filter(partner_id=mijn(door), rol=door.functie)
    return rijen.select_related("partner").order_by("vanaf", "partner__naam")


def mijn_uitnodigingen(*, door: Actor, vanaf: datetime) -> QuerySet[Deelname, Any]:
    """Items of meetings to come for which this actor is asked as a guest."""
    return Deelname.objects.filter(
        partner_id=mijn(door), rol=door.functie, soort=Deelname.Soort.GAST, overleg__tijdstip__gte=vanaf
    ).select_related("overleg__orgaan")


def te_late_acties(*, door: Actor, overleg: Overleg) -> QuerySet[Actie]:
    """Open actions of earlier meetings of this body whose day is over, as far as they exist for this reader."""
    eerder = zitting.overleggen(door=door).filter(orgaan_id=overleg.orgaan_id, tijdstip__lt=overleg.tijdstip)
    return (
        Actie.objects.filter(
            zitting.zichtbaar(door, Actie),
            status=rules.ActieStatus.OPEN,
            termijn__lt=klok.vandaag(),
            overleg_kenmerk__in=eerder.order_by().values("kenmerk"),
        )
        .select_related("partner")
        .order_by("termijn", "pk")
    )

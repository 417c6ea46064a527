# SPDX-License-Identifier: EUPL-1.2
"""Readers of the care supply, places, requests and their figures. Addresses are read by one action alone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.toegang.actor import Actor
from schakel.zorg.models import (
    Financiering,
    Ligging,
    Plaatsing,
    Plek,
    Weigering,
    Zorgaanbod,
    Zorgtraject,
    Zorgvraag,
)
from schakel.zorg.queries.traject import ZORGROLLEN
from schakel.zorg.rules import aanbod as regels
from schakel.zorg.rules import afstand
from schakel.zorg.rules.aanbod import Uitkomst, Vraag
from schakel.zorg.rules.afstand import Punt


def vrij() -> Q:
    """A place that can be held now."""
    return Q(bezet=False, dicht=False) & (Q(vast_tot__isnull=True) | Q(vast_tot__lte=klok.nu()))


def alle_aanbod(*, door: Actor) -> QuerySet[Zorgaanbod, Any]:
    """The care supply of the region and beyond."""
    rijen = Zorgaanbod.objects.filter(actief=True) if door.is_een(*ZORGROLLEN) else Zorgaanbod.objects.none()
    return rijen.select_related("eigenaar")


def aanbod(*, door: Actor, id: object) -> Zorgaanbod | None:
    """One row of it."""
    sleutel = uuid_of_niets(id)
    return alle_aanbod(door=door).filter(pk=sleutel).first() if sleutel else None


def plekken(*, door: Actor, aanbod: Zorgaanbod) -> QuerySet[Plek]:
    """The places of the own institution."""
    return Plek.objects.filter(aanbod=aanbod, eigenaar_id=door.partner_id).select_related("vast_door")


def plek(*, door: Actor, id: object) -> Plek | None:
    """One own place."""
    sleutel = uuid_of_niets(id)
    return Plek.objects.filter(pk=sleutel, eigenaar_id=door.partner_id).first() if sleutel else None


def vrije_plekken(van: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Per supply of these: free places, and all that are open."""
    rijen = (
        Plek.objects.filter(dicht=False, aanbod_id__in=list(van))
        .order_by()
        .values("aanbod_id")
        .annotate(vrij=Count("pk", filter=vrij()), alle=Count("pk"))
    )
    return {r["aanbod_id"]: (r["vrij"], r["alle"]) for r in rijen}


def liggingen() -> dict[UUID, Punt]:
    """The centres of municipalities, as far as they are known."""
    return {
        g: (b, lengte) for g, b, lengte in Ligging.objects.values_list("gemeente_id", "breedte", "lengte")
    }


def vrij_voor(*, door: Actor, doelgroep: str) -> int:
    """How many places anywhere can be held now for somebody of this group."""
    rijen = alle_aanbod(door=door)
    if doelgroep != "onbekend":
        rijen = rijen.filter(Q(geslacht=[]) | Q(geslacht__contains=[doelgroep]))
    return Plek.objects.filter(vrij(), aanbod__in=rijen.order_by().values("pk")).count()


def als_vraag(v: Zorgvraag) -> Vraag:
    """A request as the pure rule wants it; centres are asked only when distance plays a part."""
    return Vraag(
        geslacht=v.geslacht, leeftijd=v.leeftijd, regio=v.regio, soort=v.soort, vorm=v.vorm, aantal=v.aantal,
        kinderen=v.kinderen, lvb=v.lvb, verslaving=v.verslaving, veiligheid=v.veiligheid, mijden=frozenset(v.mijden),
        afstand=v.mijd_afstand, dichtbij=v.dichtbij_id, liggingen=liggingen() if v.dichtbij_id or v.mijd_afstand else {},
    )  # fmt: skip


def met_plekken(*, door: Actor) -> list[Any]:
    """The whole supply with its places, as `tel_plekken`."""
    return tel_plekken(list(alle_aanbod(door=door)))


def tel_plekken(rijen: list[Any]) -> list[Any]:
    """Each with `vrij` (free places), `plaatsen` and `telt_niet` (its places are not kept here); one query."""
    tel = vrije_plekken(a.pk for a in rijen)
    for a in rijen:
        a.vrij, a.plaatsen = tel.get(a.pk, (0, 0))
        a.telt_niet = a.plaatsen == 0
    return rijen


def route(*, door: Actor, vraag: Zorgvraag) -> tuple[list[Any], list[Any], list[Any]]:
    """What fits, as `rules.aanbod.route`: here, elsewhere, national, each with places and `band`; three queries."""
    nodig = als_vraag(vraag)
    lijsten = regels.route(list(alle_aanbod(door=door)), nodig)
    passend = tel_plekken([a for lijst in lijsten for a in lijst])
    for lijst in lijsten:
        lijst.sort(key=lambda a: not (a.vrij or a.telt_niet))  # what is full stands last, in its own order
    for a in passend:
        a.band = afstand.bandnaam(afstand.band(a.gemeente_id, nodig.dichtbij, nodig.liggingen, a.veiligheid))
    return lijsten


def is_van_regio(aanbod: Zorgaanbod, vraag: Zorgvraag) -> bool:
    """Is this the region that asks?"""
    return aanbod.regio == vraag.regio


def zorgvragen(*, door: Actor) -> QuerySet[Zorgvraag]:
    """Requests of the own institution, and those for which a place here is held."""
    hier = Plek.objects.filter(vast_voor=OuterRef("pk"), eigenaar_id=door.partner_id)
    return (
        Zorgvraag.objects.filter(Q(eigenaar_id=door.partner_id) | Q(Exists(hier)))
        .select_related("eigenaar", "herkomst")
        .order_by("-gevraagd_op", "pk")
    )


def vragen_van(*, door: Actor, traject: Zorgtraject) -> list[tuple[Zorgvraag, Plaatsing | None]]:
    """For which places was asked for this client, and where the client lives; never an address."""
    vragen = list(zorgvragen(door=door).filter(eigenaar_id=door.partner_id, traject=traject))
    gegeven = {p.vraag_id: p for p in plaatsingen(door=door).filter(vraag__in=vragen)} if vragen else {}
    return [(v, gegeven.get(v.pk)) for v in vragen]


def zorgvraag(*, door: Actor, id: object) -> Zorgvraag | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return zorgvragen(door=door).filter(pk=sleutel).first() if sleutel and door.partner_id else None


def vastgehouden(*, door: Actor, vraag: Zorgvraag) -> Plek | None:
    """The place that is held for this request, if it still is."""
    nu = klok.nu()
    rijen = Plek.objects.filter(vast_voor=vraag, bezet=False, vast_tot__gt=nu)
    return rijen.select_related("aanbod__eigenaar", "vast_door").first()


def te_beantwoorden(*, door: Actor) -> QuerySet[Plek]:
    """Own places held by others that wait for a yes or a no."""
    return Plek.objects.filter(
        eigenaar_id=door.partner_id, bezet=False, vast_tot__gt=klok.nu(), vast_voor__isnull=False
    ).select_related("aanbod", "vast_door", "vast_voor")


def plaatsingen(*, door: Actor) -> QuerySet[Plaatsing]:
    """Placements that the own institution asked or gave."""
    return Plaatsing.objects.filter(
        Q(eigenaar_id=door.partner_id) | Q(vrager_id=door.partner_id)
    ).select_related("plek__aanbod", "eigenaar", "vrager", "herkomst", "vraag")


def plaatsing(*, door: Actor, id: object) -> Plaatsing | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return plaatsingen(door=door).filter(pk=sleutel).first() if sleutel else None


def financieringen(*, door: Actor) -> QuerySet[Financiering]:
    """Who pays the own institution."""
    return Financiering.objects.filter(eigenaar_id=door.partner_id).order_by("einde", "betaler")


def lopend_geld(*, door: Actor) -> QuerySet[Financiering]:
    """Money with an end, that was not renewed."""
    return financieringen(door=door).filter(einde__isnull=False, verlengd_met__isnull=True)


def dreigt_te_eindigen(rijen: Iterable[Financiering]) -> list[Financiering]:
    """Of this money what ends within its warning time."""
    dag = klok.vandaag()
    return [f for f in rijen if f.einde and (f.einde - dag).days <= f.waarschuw_dagen]


def aflopend(*, door: Actor) -> list[Financiering]:
    """Money that ends within its warning time and was not renewed."""
    return dreigt_te_eindigen(lopend_geld(door=door))


def cijfers(*, door: Actor) -> dict[str, list[tuple[str, int]]]:
    """Unmet demand per kind, refusals per reason, placements that nobody pays and who waits, per municipality."""
    vragen = list(zorgvragen(door=door).filter(eigenaar_id=door.partner_id))
    gat = Counter(_doelgroep(v) for v in vragen if v.gat)
    wacht = Counter(_herkomst(v) for v in vragen if v.uitkomst in (Uitkomst.OPEN, Uitkomst.WACHT))
    weigeringen = Weigering.objects.filter(Q(vrager_id=door.partner_id) | Q(eigenaar_id=door.partner_id))
    geweigerd = Counter(str(w.get_reden_display()) for w in weigeringen)
    open_geld = Counter(_herkomst(p) for p in plaatsingen(door=door).filter(gefinancierd=False))
    return {n: t.most_common() for n, t in (
        ("gat", gat), ("wacht", wacht), ("geweigerd", geweigerd), ("ongefinancierd", open_geld),
    )}  # fmt: skip


def _herkomst(rij: Any) -> str:
    return str(rij.herkomst or "–")


def _doelgroep(v: Zorgvraag) -> str:
    groep = f"{v.aantal} × " if v.aantal > 1 else ""
    return f"{groep}{v.get_geslacht_display()}" + (f", {v.leeftijd}" if v.leeftijd is not None else "")

# SPDX-License-Identifier: EUPL-1.2
"""Readers of the care supply, places, requests and their figures. Addresses are read by one action alone."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.toegang.actor import Actor
from schakel.zorg.models import Financiering, Plaatsing, Plek, Weigering, Zorgaanbod, Zorgvraag
from schakel.zorg.queries.traject import ZORGROLLEN
from schakel.zorg.rules import aanbod as regels
from schakel.zorg.rules.aanbod import Uitkomst, Vraag


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


def vrije_plekken() -> dict[UUID, tuple[int, int]]:
    """Per supply: free places, and all that are open."""
    rijen = (
        Plek.objects.filter(dicht=False)
        .order_by()
        .values("aanbod_id")
        .annotate(vrij=Count("pk", filter=vrij()), alle=Count("pk"))
    )
    return {r["aanbod_id"]: (r["vrij"], r["alle"]) for r in rijen}


def als_vraag(v: Zorgvraag) -> Vraag:
    """A request as the pure rule wants it."""
    return Vraag(
        geslacht=v.geslacht, leeftijd=v.leeftijd, regio=v.regio, soort=v.soort, vorm=v.vorm, aantal=v.aantal,
        kinderen=v.kinderen, lvb=v.lvb, verslaving=v.verslaving, veiligheid=v.veiligheid, mijden=frozenset(v.mijden),
    )  # fmt: skip


def met_plekken(*, door: Actor) -> list[Any]:
    """The whole supply with `vrij` (free places) and `telt_niet` (its places are not kept here)."""
    tel = vrije_plekken()
    rijen: list[Any] = list(alle_aanbod(door=door))
    for a in rijen:
        a.vrij, a.plaatsen = tel.get(a.pk, (0, 0))
        a.telt_niet = a.plaatsen == 0
    return rijen


def route(*, door: Actor, vraag: Zorgvraag) -> tuple[list[Any], list[Any], list[Any]]:
    """What fits, as `rules.aanbod.route`: here, elsewhere, national; two queries."""
    return regels.route(met_plekken(door=door), als_vraag(vraag))


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


def aflopend(*, door: Actor) -> list[Financiering]:
    """Money that ends within its warning time and was not renewed."""
    dag = klok.vandaag()
    rijen = financieringen(door=door).filter(einde__isnull=False, verlengd_met__isnull=True)
    return [f for f in rijen if f.einde and (f.einde - dag).days <= f.waarschuw_dagen]


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

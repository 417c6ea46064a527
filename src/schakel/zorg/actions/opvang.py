# SPDX-License-Identifier: EUPL-1.2
"""Keep the care supply, ask for a place, hold it, take somebody in or refuse with a reason (ZOR-02, ZOR-04, ZOR-10)."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Gemeente
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, in_de_zorg
from schakel.zorg.models import (
    Financiering,
    Ligging,
    Opvangadres,
    Plaatsing,
    Plek,
    Weigering,
    Zorgaanbod,
    Zorgtraject,
    Zorgvraag,
)
from schakel.zorg.rules import aanbod as regels
from schakel.zorg.rules.aanbod import Uitkomst

_ROUTES = Path(__file__).resolve().parents[1] / "gegevens"
HOOGSTENS_UREN = 72


@transaction.atomic
def zet_aanbod(
    *, door: Actor, velden: Mapping[str, Any], id: UUID | None = None, plekken: int = 0, adres: str = ""
) -> Zorgaanbod:
    """Add or renew help of the own institution; places and an address only for what takes people in."""
    in_de_zorg(door)
    rij = queries.aanbod(door=door, id=id) if id else None
    if rij is None:
        rij = Zorgaanbod(id=id or nieuw_id(), eigenaar_id=door.partner_id)
    _eigen(door, rij)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.save()
    staat = Plek.objects.filter(aanbod=rij).aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    Plek.objects.bulk_create(
        (Plek(aanbod=rij, eigenaar_id=rij.eigenaar_id, nummer=nr) for nr in range(staat + 1, plekken + 1)),
        batch_size=500,
    )
    if adres.strip():
        bestaand = Opvangadres.objects.filter(pk=rij.pk).first()
        Opvangadres(aanbod=rij, eigenaar_id=rij.eigenaar_id, adres=adres).save(
            force_insert=bestaand is None, force_update=bestaand is not None
        )
        _noteer(door, "schrijven", rij)
    return rij


def _eigen(door: Actor, aanbod: Zorgaanbod) -> None:
    if aanbod.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de instelling zelf werkt het eigen aanbod bij.")


def _noteer(door: Actor, handeling: str, aanbod: Zorgaanbod) -> None:
    """An address is read or written: a line, without the address."""
    logboek.noteer(
        door=door,
        regels=[
            Logregel(
                handeling=handeling, soort="opvangadres", stuk_id=aanbod.pk, eigenaar_id=aanbod.eigenaar_id,
                categorieen=(), doel="opvang", grondslag="eigen taak",
            )
        ],
    )  # fmt: skip


def lees_adres(*, door: Actor, aanbod: Zorgaanbod) -> str:
    """Where it is, for who works there; with a line in the account."""
    rij = Opvangadres.objects.filter(pk=aanbod.pk).first()
    if rij is None:
        return ""
    _noteer(door, "lezen", aanbod)
    return str(rij.adres)


@transaction.atomic
def laad_routes(*, door: Actor, naam: str) -> list[Zorgaanbod]:
    """A route table that ships as data; a second time changes nothing."""
    in_de_zorg(door)
    with (_ROUTES / f"routes-{naam}.csv").open(encoding="utf-8", newline="") as bron:
        rijen = list(csv.DictReader(bron, delimiter=";"))
    return [
        zet_aanbod(
            door=door,
            id=vast_id("route", str(door.partner_id), naam, r["naam"]),
            velden={
                "naam": r["naam"],
                "soort": r["soort"],
                "regio": r["regio"],
                "landelijk": r["landelijk"] == "ja",
                "geslacht": [g for g in r["geslacht"].split("|") if g],
                "leeftijd_van": int(r["leeftijd_van"]),
                "leeftijd_tot": int(r["leeftijd_tot"]),
                "vormen": [v for v in r["vormen"].split("|") if v],
                "groep_tot": int(r["groep_tot"]),
                "volgorde": int(r["volgorde"]),
                "intake": r["intake"],
            },
        )
        for r in rijen
    ]


@transaction.atomic
def zet_ligging(*, door: Actor, gemeente: Gemeente, breedte: float, lengte: float) -> Ligging:
    """The centre of a municipality in degrees, so that a search can keep away from danger."""
    if door.functie != queries.REGIE:
        raise PermissionError("De regiocoördinator houdt de liggingen bij.")
    return Ligging.objects.update_or_create(
        gemeente=gemeente, defaults={"breedte": breedte, "lengte": lengte}
    )[0]


@transaction.atomic
def laad_liggingen(*, door: Actor, gemeenten: Iterable[Gemeente]) -> int:
    """The centres that ship as data, for the municipalities that have none yet; how many were added."""
    with (_ROUTES / "liggingen.csv").open(encoding="utf-8", newline="") as bron:
        bekend = {r["naam"]: r for r in csv.DictReader(bron, delimiter=";")}
    al = queries.liggingen()
    nieuw = [g for g in gemeenten if g.pk not in al and g.naam in bekend]
    for g in nieuw:
        r = bekend[g.naam]
        zet_ligging(door=door, gemeente=g, breedte=float(r["breedte"]), lengte=float(r["lengte"]))
    return len(nieuw)


@transaction.atomic
def vraag_plaats(
    *, door: Actor, velden: Mapping[str, Any], traject: Zorgtraject | None = None, id: UUID | None = None
) -> Zorgvraag:
    """Record a need. What the own region cannot answer is a gap, and is counted (ZOR-02)."""
    in_de_zorg(door)
    if id and (bestaand := queries.zorgvraag(door=door, id=id)):
        return bestaand
    vraag = Zorgvraag(
        id=id or nieuw_id(), eigenaar_id=door.partner_id, traject=traject, gevraagd_op=klok.nu(),
        gevraagd_door=door.gebruiker_id, **velden,
    )  # fmt: skip
    hier, _elders, _landelijk = queries.route(door=door, vraag=vraag)
    vraag.gat = not any(a.vrij or a.telt_niet for a in hier)
    vraag.save(force_insert=True)
    return vraag


@transaction.atomic
def houd_vast(*, door: Actor, vraag: Zorgvraag, aanbod: Zorgaanbod, uren: int) -> Plek:
    """Hold a free place for some hours. Of two people at once one gets it; the other reads who was first."""
    in_de_zorg(door)
    if vraag.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen wie de plaats zoekt houdt haar vast.")
    if not 1 <= uren <= HOOGSTENS_UREN:
        raise Bezwaar([_("Houd een plaats 1 tot %(n)s uur vast.") % {"n": HOOGSTENS_UREN}])
    verlopen = vraag.uitkomst == Uitkomst.VAST and queries.vastgehouden(door=door, vraag=vraag) is None
    if vraag.uitkomst not in (Uitkomst.OPEN, Uitkomst.WACHT) and not verlopen:
        raise Bezwaar([_("Voor deze vraag is al een plaats gevonden of zij is niet meer nodig.")])
    nu = klok.nu()
    vrij = Q(vast_tot__isnull=True) | Q(vast_tot__lte=nu)
    plek = (
        Plek.objects.select_for_update(skip_locked=True)
        .filter(vrij, aanbod=aanbod, bezet=False, dicht=False)
        .order_by("nummer")
        .first()
    )
    if plek is None:
        raise Bezwaar([_waarom_vol(aanbod)])
    plek.vast_tot, plek.vast_voor, plek.vast_door_id = nu + timedelta(hours=uren), vraag, door.partner_id
    plek.save(update_fields=["vast_tot", "vast_voor", "vast_door"])
    _zet(vraag, Uitkomst.VAST)
    return plek


def _waarom_vol(aanbod: Zorgaanbod) -> str:
    """Why the place that was free a moment ago is not: held by whom, until when."""
    vast = Plek.objects.filter(aanbod=aanbod, vast_tot__gt=klok.nu()).select_related("vast_door").first()
    if vast is None or vast.vast_tot is None:
        return _(
            "Iemand anders kreeg zojuist de laatste plaats. Kies een andere, of zet de vraag op de wachtlijst."
        )
    tot = timezone.localtime(vast.vast_tot).strftime("%H:%M")
    return _("%(wie)s houdt de laatste plaats vast tot %(tot)s uur. Kies een andere, of bel hen.") % {
        "wie": vast.vast_door, "tot": tot,
    }  # fmt: skip


def _zet(vraag: Zorgvraag, uitkomst: str) -> None:
    vraag.uitkomst = uitkomst
    vraag.save(update_fields=["uitkomst"])


def _laat_los(plek: Plek) -> None:
    plek.vast_tot = plek.vast_voor = plek.vast_door = None
    plek.save(update_fields=["vast_tot", "vast_voor", "vast_door"])


@transaction.atomic
def laat_los(*, door: Actor, vraag: Zorgvraag, naar: str = Uitkomst.OPEN) -> None:
    """The asker lets go: searches on, waits, or needs nothing any more."""
    if vraag.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen wie de plaats zoekt laat haar los.")
    for plek in Plek.objects.select_for_update(of=("self",)).filter(vast_voor=vraag):
        _laat_los(plek)
    _zet(vraag, naar)


@transaction.atomic
def weiger(*, door: Actor, vraag: Zorgvraag, reden: str) -> None:
    """The institution cannot take somebody in; the reason is counted and the asker searches on (ZOR-04)."""
    if nee := regels.bezwaren_weigeren(reden):
        raise Bezwaar(nee)
    plek = _vastgehouden(door, vraag)
    Weigering(
        vraag=vraag, aanbod_id=plek.aanbod_id, vrager_id=vraag.eigenaar_id, eigenaar_id=plek.eigenaar_id,
        reden=reden, op=klok.nu(),
    ).save(force_insert=True)  # fmt: skip
    vraag.gat = vraag.gat or queries.is_van_regio(plek.aanbod, vraag)
    vraag.uitkomst = Uitkomst.OPEN
    vraag.save(update_fields=["gat", "uitkomst"])
    _laat_los(plek)


def _vastgehouden(door: Actor, vraag: Zorgvraag) -> Plek:
    plek = (
        Plek.objects.select_for_update(of=("self",))
        .select_related("aanbod")
        .filter(vast_voor=vraag, eigenaar_id=door.partner_id)
        .first()
    )
    if plek is None:
        raise PermissionError("Er wordt hier geen plaats voor deze vraag vastgehouden.")
    return plek


@transaction.atomic
def plaats(
    *, door: Actor, vraag: Zorgvraag, van: date, reden_buiten: str = "", effect_onderzoek: str = ""
) -> Plaatsing:
    """Take somebody in on the place that is held. Out of region asks a reason and the effect on the investigation."""
    plek = _vastgehouden(door, vraag)
    buiten = not queries.is_van_regio(plek.aanbod, vraag)
    if buiten and not (reden_buiten.strip() and effect_onderzoek.strip()):
        raise Bezwaar([_("Buiten de regio: schrijf waarom, en wat het betekent voor het onderzoek.")])
    gefinancierd = regels.gedekt(queries.financieringen(door=door), vraag.herkomst_id, van)
    plaatsing = Plaatsing(
        vraag=vraag, plek=plek, eigenaar_id=plek.eigenaar_id, vrager_id=vraag.eigenaar_id, van=van,
        herkomst_id=vraag.herkomst_id, gefinancierd=gefinancierd,
        betaler=plek.aanbod.betaler if gefinancierd else "", buiten_regio=buiten,
        reden_buiten=reden_buiten or None, effect_onderzoek=effect_onderzoek or None,
    )  # fmt: skip
    plaatsing.save(force_insert=True)
    _zet(vraag, Uitkomst.GEPLAATST)
    plek.bezet = True
    plek.save(update_fields=["bezet"])
    return plaatsing


@transaction.atomic
def vertrek(*, door: Actor, plaatsing: Plaatsing, tot: date) -> None:
    """Somebody leaves; the place is free again."""
    if plaatsing.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de instelling meldt een vertrek.")
    plaatsing.tot = tot
    plaatsing.save(update_fields=["tot"])
    Plek.objects.filter(pk=plaatsing.plek_id).update(
        bezet=False, vast_tot=None, vast_voor=None, vast_door=None
    )


@transaction.atomic
def zet_plek(*, door: Actor, plek: Plek, dicht: bool) -> None:
    """Shut a place for a while, or open it."""
    if plek.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de instelling sluit een plaats.")
    plek.dicht = dicht
    plek.save(update_fields=["dicht"])


@transaction.atomic
def zet_financiering(
    *, door: Actor, velden: Mapping[str, Any], vorige: Financiering | None = None
) -> Financiering:
    """Who pays for whom, from … to …; renewing keeps the one before with its result."""
    if door.functie != queries.REGIE:
        raise PermissionError("De regiocoördinator houdt de financiering bij.")
    rij = Financiering(eigenaar_id=door.partner_id, **velden)
    rij.save(force_insert=True)
    if vorige is not None:
        vorige.verlengd_met = rij
        vorige.save(update_fields=["verlengd_met"])
    return rij

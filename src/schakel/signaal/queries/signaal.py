# SPDX-License-Identifier: EUPL-1.2
"""Signals: one, many, searched, counted; what they were made from and how they changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from schakel.convenant import queries as convenant
from schakel.convenant.models import Gegeven, GegevenBron, Stuk, Zoekwoord
from schakel.convenant.rules import FUNCTIE_CATEGORIEEN, Categorie
from schakel.kern import klok, zoekwoorden
from schakel.kern.context import uuid_of_niets
from schakel.kern.versleuteling import bos
from schakel.melding import queries as meldpunt
from schakel.partner.models import Gemeente, Partner
from schakel.partner.queries import geldig_op
from schakel.signaal.instellingen import instellingen
from schakel.signaal.models import Signaal, SignaalMelding, SignaalPlaats, Wijziging
from schakel.signaal.rules.status import Status
from schakel.toegang.actor import Actor

PLAATSEN = Prefetch("plaatsen", SignaalPlaats.objects.select_related("gemeente"))


WACHT_OP_STAP = (Status.NIEUW, Status.IN_VEREDELING, Status.RIJP_VOOR_WEGING)
"""What asks for a step of its owner: a signaal in a case moves with the case."""


def alle(door: Actor) -> QuerySet[Signaal]:
    return Signaal.objects.filter(convenant.zichtbaar(door, Signaal)).select_related("stuk", "eigenaar")


def signaal(*, door: Actor, id: object) -> Signaal | None:
    """One visible signaal with its Stuk and owner, or None."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else alle(door).filter(pk=sleutel).first()


def signalen_op_id(*, door: Actor, ids: Iterable[UUID]) -> dict[UUID, Signaal]:
    """Of these objects the signals that the actor may see."""
    gevraagd = list(ids)
    return {s.pk: s for s in alle(door).filter(pk__in=gevraagd)} if gevraagd else {}


def zichtbare_signalen(*, door: Actor, ids: Iterable[UUID]) -> set[UUID]:
    """Of these objects those that are signals that the actor may see, by id alone."""
    gevraagd = list(ids)
    zicht = Signaal.objects.filter(convenant.zichtbaar(door, Signaal), pk__in=gevraagd)
    return set(zicht.values_list("pk", flat=True)) if gevraagd else set()


@dataclass(frozen=True)
class Filter:
    """What a list is narrowed to; empty means all. `wie`: "eigen" or "gedeeld". `stil`: one's own that lie still."""

    status: str = ""
    vorm: str = ""
    gemeente: str = ""
    wie: str = ""
    niet_pluis: bool = False
    stil: bool = False


def signalen(*, door: Actor, filter: Filter | None = None) -> QuerySet[Signaal]:
    """Visible signals, newest first; an expired niet-pluissignaal is shown only when asked for by status."""
    f = filter or Filter()
    rijen = alle(door).prefetch_related(PLAATSEN)
    if f.status == "open":
        rijen = rijen.exclude(status=Status.AFGESLOTEN)
    elif f.status:
        rijen = rijen.filter(status=f.status)
    else:
        rijen = rijen.exclude(niet_pluis=True, vervalt_op__lt=klok.vandaag())
    if f.vorm:
        rijen = rijen.filter(vormen__contains=[f.vorm])
    if gemeente := uuid_of_niets(f.gemeente):
        rijen = rijen.filter(pk__in=SignaalPlaats.objects.filter(gemeente_id=gemeente).values("signaal_id"))
    if f.wie:
        eigen = Q(eigenaar_id=door.partner_id)
        rijen = rijen.filter(eigen if f.wie == "eigen" else ~eigen)
    if f.stil:
        rijen = _stil(door, rijen)
    return rijen.filter(niet_pluis=True) if f.niet_pluis else rijen


def _stil(door: Actor, rijen: QuerySet[Signaal]) -> QuerySet[Signaal]:
    """One's own open signals without a step for too long, the longest first (MEL-06)."""
    grens = klok.nu() - timedelta(days=instellingen().stil_dagen)
    stap = Wijziging.objects.filter(Q(eigenaar_id=door.partner_id), signaal=OuterRef("pk")).order_by(
        "-versie"
    )
    eigen = rijen.filter(Q(eigenaar_id=door.partner_id), status__in=WACHT_OP_STAP)
    return (
        eigen.annotate(laatste=Subquery(stap.values("op")[:1]))
        .filter(laatste__lt=grens)
        .order_by("laatste", "pk")
    )


def laatste_stap(*, door: Actor, signalen: Iterable[Signaal]) -> dict[UUID, datetime]:
    """When something last happened with one's own signals: one question for a page."""
    eigen = [s.pk for s in signalen if s.eigenaar_id == door.partner_id]
    if not eigen:
        return {}
    rijen = Wijziging.objects.filter(Q(eigenaar_id=door.partner_id), signaal__in=eigen).order_by()
    return dict(rijen.values_list("signaal").annotate(Max("op")))


def stil_aantal(*, door: Actor) -> int:
    """How many of one's own open signals lie still."""
    return signalen(door=door, filter=Filter(stil=True)).order_by().count()


def zoek(*, door: Actor, woorden: str) -> QuerySet[Signaal]:
    """Visible signals in whose visible information every word occurs (stems, beginnings of names,
    numbers).
    """
    rijen = alle(door).prefetch_related(PLAATSEN)
    zichtbaar = Gegeven.objects.filter(convenant.zichtbaar(door, Gegeven)).values("pk")
    sleutels = bos()
    termen = _termen(woorden)
    for term in termen:
        hashes = [sleutels.merk64("zoekwoord", w) for w in term]
        treffers = Zoekwoord.objects.filter(woord__in=hashes, gegeven_id__in=zichtbaar).values("stuk_id")
        rijen = rijen.filter(pk__in=treffers)
    return rijen if termen else rijen.none()


def _termen(woorden: str) -> list[set[str]]:
    """The words of a search, at most eight; a text of mostly digits is one number."""
    cijfers = "".join(c for c in woorden if c.isdigit())
    if len(cijfers) >= 6 and not any(c.isalpha() for c in woorden):
        return [{cijfers[-9:], cijfers}]
    return [t for t in (zoekwoorden.stammen(w) for w in zoekwoorden.woorden(woorden)[:8]) if t]


def per_gemeente(*, door: Actor) -> list[Any]:
    """Visible signals per municipality and kind of place: recruitment does not count as exploitation
    (SIG-01).
    """
    zicht = Stuk.objects.filter(convenant.zichtbaar(door, Stuk), soort="signaal").values("pk")
    rijen = SignaalPlaats.objects.filter(signaal_id__in=zicht).values("soort", "gemeente__naam", "buitenland")
    geteld = rijen.annotate(aantal=Count("signaal_id", distinct=True))
    return list(geteld.order_by(F("gemeente__naam").asc(nulls_last=True), "buitenland", "soort"))


def signalen_in_gemeenten(*, door: Actor) -> dict[UUID, int]:
    """How many visible signals have something to do with a municipality, whatever it is; each counts once."""
    zicht = Stuk.objects.filter(convenant.zichtbaar(door, Stuk), soort="signaal").values("pk")
    rijen = SignaalPlaats.objects.filter(signaal_id__in=zicht, gemeente__isnull=False).values("gemeente_id")
    geteld = rijen.annotate(aantal=Count("signaal_id", distinct=True)).order_by()
    return {r["gemeente_id"]: r["aantal"] for r in geteld}


def wijzigingen(*, door: Actor, signaal: Signaal, na_versie: int = 0) -> QuerySet[Wijziging]:
    """The history of one's own signaal, oldest first."""
    return Wijziging.objects.filter(Q(eigenaar_id=door.partner_id), signaal=signaal, versie__gt=na_versie)


def meldingen(*, door: Actor, signaal: Signaal) -> list[UUID]:
    """The reports from which it was made that the actor may open."""
    ids = SignaalMelding.objects.filter(signaal=signaal).values_list("melding_id", flat=True)
    return meldpunt.te_openen(door=door, ids=list(ids))


def uit_melding(*, door: Actor, melding_id: UUID) -> list[Signaal]:
    """The visible signals that were made from this report."""
    return list(
        alle(door).filter(pk__in=SignaalMelding.objects.filter(melding_id=melding_id).values("signaal_id"))
    )


def stuk_van(*, door: Actor, id: UUID) -> Stuk | None:
    """The Stuk of an own signaal."""
    return convenant.stuk(door=door, id=id)


def bekende_gegevens(*, signaal: Signaal, ids: Iterable[UUID]) -> set[UUID]:
    """Which of these statements are there already (a form that was sent twice)."""
    return set(Gegeven.objects.filter(stuk_id=signaal.pk, pk__in=list(ids)).values_list("pk", flat=True))


def bronnen(*, door: Actor, gegevens: Iterable[UUID]) -> dict[UUID, str]:
    """Who told it, per statement, where the actor may know (CNV-06)."""
    if Categorie.MELDER not in FUNCTIE_CATEGORIEEN.get(door.functie, frozenset()):
        return {}
    open_ = Q(eigenaar_id=door.partner_id) | Q(beschermd=False)
    return {b.pk: str(b.inhoud) for b in GegevenBron.objects.filter(open_, gegeven_id__in=list(gegevens))}


def gemeenten() -> list[Gemeente]:
    """The municipalities that exist today."""
    return list(Gemeente.objects.filter(geldig_op(klok.vandaag())).order_by("naam"))


def andere_partners(*, door: Actor) -> QuerySet[Partner]:
    """Organisations that can be asked today."""
    return Partner.objects.filter(geldig_op(klok.vandaag())).exclude(Q(pk=door.partner_id)).order_by("naam")

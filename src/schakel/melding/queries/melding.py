# SPDX-License-Identifier: EUPL-1.2
"""The readers of the meldpunt. What they return is seen; `actions.lees` makes the account of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Min, OuterRef, Q, QuerySet, Subquery

from schakel.convenant import rules as deelregels
from schakel.convenant.models import Stuk
from schakel.convenant.queries import zichtbaar
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.kern.versleuteling import bos
from schakel.melding import rules
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Bericht, Bijlage, Inzage, Melding, Terugkoppeling
from schakel.partner.models import Gemeente, Partner
from schakel.partner.queries import bezette_functies, geldig_op, waarnemers
from schakel.toegang.actor import Actor

BEHANDELAARS = frozenset(
    f for f, soorten in deelregels.FUNCTIE_SOORTEN.items() if deelregels.StukSoort.MELDING in soorten
)
"""The functions that work with meldingen."""

INHOUD = ("tekst", "waar", "wie", "melder", "indicatoren")
"""The encrypted columns, which a list leaves alone."""


def merk_van(code: str) -> bytes:
    """Keyed fingerprint of a receipt code: the only form in which it is kept."""
    return bos().merk("ontvangstcode", code)


def _ontvangen(door: Actor) -> Q:
    return Q(eigenaar_id=door.partner_id, pk__in=Stuk.objects.filter(zichtbaar(door, Stuk)).values("pk"))


def _verzonden(door: Actor) -> Q:
    mag = door.partner_id and door.is_een(*BEHANDELAARS)
    return Q(afzender_id=door.partner_id) if mag else Q(pk__in=[])


def _van_mij(door: Actor) -> Q:
    return _ontvangen(door) | _verzonden(door)


def melding(*, door: Actor, id: object) -> Melding | None:
    """One melding that the actor's partner received or sent; its reader logs (`actions.lees`)."""
    sleutel = uuid_of_niets(id)
    if sleutel is None:
        return None
    return (
        Melding.objects.filter(_van_mij(door), pk=sleutel).select_related("gemeente", "behandelaar").first()
    )


def te_openen(*, door: Actor, ids: Iterable[UUID]) -> list[UUID]:
    """Of these reports those that the actor may open."""
    gevraagd = list(ids)
    if not gevraagd:
        return []
    return list(Melding.objects.filter(_van_mij(door), pk__in=gevraagd).values_list("pk", flat=True))


def met_code(code: str) -> Melding | None:
    """The melding of a receipt code, inside `als(PUBLIEK, sleutel=merk_van(code))`."""
    return Melding.objects.filter(code_merk=merk_van(code)).first()


def lijst(*, door: Actor, verzonden: bool = False) -> QuerySet[Melding]:
    """Headers of the work list: acute first, then by the day on which the melder must have heard something.

    Received by the actor's partner, or sent by it. Annotated: `wacht_op_ons` (the melder wrote last).
    """
    laatste = Bericht.objects.filter(melding=OuterRef("pk")).order_by("-op", "-pk").values("van")[:1]
    return (
        Melding.objects.filter(_verzonden(door) if verzonden else _ontvangen(door))
        .annotate(laatste_van=Subquery(laatste))
        .annotate(ontvanger=Subquery(Partner.objects.filter(pk=OuterRef("eigenaar_id")).values("naam")[:1]))
        .annotate(nieuw_acuut=Q(acuut=True, status=rules.Status.ONTVANGEN))
        .select_related("gemeente", "behandelaar")
        .defer(*INHOUD)
        .order_by("-nieuw_acuut", F("terugkoppelen_voor").asc(nulls_last=True), "ontvangen_op", "pk")
    )


def dubbelen(*, door: Actor, melding: Melding) -> list[Melding]:
    """Other meldingen at the same meldpunt in the same words, oldest first; at most ten."""
    if melding.inhoud_merk is None:
        return []
    zelfde = Melding.objects.filter(
        _van_mij(door), eigenaar_id=melding.eigenaar_id, inhoud_merk=melding.inhoud_merk
    )
    return list(zelfde.exclude(pk=melding.pk).defer(*INHOUD).order_by("ontvangen_op", "pk")[:10])


def herhaald(*, door: Actor, meldingen: Iterable[Melding]) -> set[UUID]:
    """Which of these rows say what an earlier one at the same meldpunt said: one question for a page."""
    rijen = [m for m in meldingen if m.inhoud_merk is not None and m.eigenaar_id == door.partner_id]
    if not rijen:
        return set()
    zelfde = Melding.objects.filter(
        _ontvangen(door), inhoud_merk__in={bytes(m.inhoud_merk or b"") for m in rijen}
    )
    eerste = zelfde.order_by().values_list("inhoud_merk").annotate(Min("ontvangen_op"))
    begin = {bytes(merk or b""): op for merk, op in eerste}
    return {m.pk for m in rijen if m.ontvangen_op > begin[bytes(m.inhoud_merk or b"")]}


def open_(meldingen: QuerySet[Melding]) -> QuerySet[Melding]:
    """Those that still ask something of the meldpunt."""
    return meldingen.exclude(status=rules.Status.AFGEDAAN)


def te_laat(meldingen: QuerySet[Melding]) -> QuerySet[Melding]:
    """Those whose melder should have heard something by now."""
    return meldingen.filter(terugkoppelen_voor__lt=klok.vandaag())


def gesprek(melding: Melding) -> list[Bericht | Terugkoppeling]:
    """Messages and terugkoppelingen in order of time."""
    alles: list[Bericht | Terugkoppeling] = [
        *Bericht.objects.filter(melding=melding),
        *Terugkoppeling.objects.filter(melding=melding),
    ]
    return sorted(alles, key=lambda b: (b.op, b.pk))


def bijlagen(melding: Melding) -> list[Bijlage]:
    """What came along, without the bytes."""
    return list(Bijlage.objects.filter(melding=melding).defer("inhoud64"))


def bijlage(*, melding: Melding, id: object) -> Bijlage | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return Bijlage.objects.filter(melding=melding, pk=sleutel).first() if sleutel else None


def laatst_gelezen(melding: Melding) -> Any:
    """The last day on which the melder opened the conversation, or None."""
    return Inzage.objects.filter(melding=melding).order_by("-dag").values_list("dag", flat=True).first()


# --- routing


def loketten() -> list[rules.Loket]:
    """Every function that is filled today and works with meldingen; stand-ins for the places they look after."""
    eigen = [
        (f, frozenset(g.pk for g in f.gemeenten.all()), frozenset(f.vormen))
        for f in bezette_functies(BEHANDELAARS)
    ]
    elders = [rij for rij in waarnemers(BEHANDELAARS) if rij[0].rol in BEHANDELAARS and rij[1]]
    return [
        rules.Loket(
            partner_id=f.partner_id,
            partner_code=f.partner.code,
            partner_soort=f.partner.soort,
            rol=f.rol,
            gemeenten=plaatsen,
            vormen=vormen,
        )
        for f, plaatsen, vormen in [*eigen, *elders]
    ]


def gemeenten() -> QuerySet[Gemeente]:
    """The municipalities of the region that exist today."""
    return Gemeente.objects.filter(geldig_op(klok.vandaag())).order_by("naam")


def gemeente(woord: str) -> Gemeente | None:
    """A municipality by name or CBS code."""
    woord = woord.strip()
    return gemeenten().filter(Q(naam__iexact=woord) | Q(cbs=woord)).first() if woord else None


def ontvanger(*, gemeente_id: UUID | None, vorm: str) -> UUID | None:
    """The partner that receives a melding of this place and form (rules.ontvanger)."""
    plaats = Gemeente.objects.filter(pk=gemeente_id).first() if gemeente_id else None
    return rules.ontvanger(
        loketten(),
        plaats=rules.Plaats(plaats.pk, plaats.partner_id) if plaats else None,
        vorm=vorm,
        standaard=meldpunt().standaard,
    )


def meldpunten() -> QuerySet[Partner]:
    """The partners that can receive meldingen today."""
    return Partner.objects.filter(pk__in={loket.partner_id for loket in loketten()}).order_by("naam")


def kan_zelf_ontvangen(partner_id: UUID | None) -> bool:
    """Has this partner a filled function that works with meldingen?"""
    return any(loket.partner_id == partner_id for loket in loketten())

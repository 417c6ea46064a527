# SPDX-License-Identifier: EUPL-1.2
"""Screened lists of one's own partner, and the tasks to offer protection."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Functie, Rol
from schakel.partner.queries import bezette_functies
from schakel.signaal.models import Beschermingstaak, Screening, Screeningsadres, Signaal
from schakel.toegang.actor import Actor


def screenings(*, door: Actor) -> QuerySet[Screening]:
    """Latest first, with `treffers_aantal` and `open_aantal`."""
    return (
        Screening.objects.filter(Q(eigenaar_id=door.partner_id))
        .defer("lijst")
        .annotate(
            treffers_aantal=Count("treffers"), open_aantal=Count("treffers", filter=Q(treffers__uitkomst=""))
        )
    )


def screening(*, door: Actor, id: object) -> Screening | None:
    """One screening of one's own."""
    sleutel = uuid_of_niets(id)
    return screenings(door=door).filter(pk=sleutel).first() if sleutel else None


def treffers_van(*, door: Actor, screening: Screening) -> list[Screeningsadres]:
    """The addresses that met the rule, most people first."""
    return list(Screeningsadres.objects.filter(Q(eigenaar_id=door.partner_id), screening=screening))


def verlopen_screenings() -> QuerySet[Screening]:
    """Screenings whose raw list must go: the actor's own, or all of them for the machine."""
    return Screening.objects.filter(vernietigd_op__isnull=True, bewaren_tot__lt=klok.vandaag()).defer("lijst")


def beschermingstaken(*, door: Actor, stuk_id: UUID | None = None) -> QuerySet[Beschermingstaak]:
    """Tasks to offer protection: those of one's own signaal, or (without it) those that wait for this function."""
    rijen = Beschermingstaak.objects.select_related("van", "aan")
    if stuk_id is not None:
        return rijen.filter(Q(van_id=door.partner_id), stuk_id=stuk_id)
    return rijen.filter(Q(aan_id=door.partner_id), rol=door.functie, opgepakt_op__isnull=True)


def beschermingstaak(*, door: Actor, id: object) -> Beschermingstaak | None:
    """One task that waits for this function."""
    sleutel = uuid_of_niets(id)
    return beschermingstaken(door=door).filter(pk=sleutel).first() if sleutel else None


def beschermers(*, door: Actor, signaal: Signaal) -> list[Functie]:
    """Who must act on the geringste aanwijzing: a regiocoördinator for the place (else any), and the police."""
    plaatsen: set[UUID | None] = {p.gemeente_id for p in signaal.plaatsen.all()}
    zorg = sorted(
        bezette_functies([Rol.REGIOCOORDINATOR]),
        key=lambda f: (not _voor(f.gemeenten.all(), plaatsen), f.naam, f.pk),
    )
    politie = [f for f in bezette_functies([Rol.CASUSDEELNEMER]) if f.partner.soort == "politie"]
    return [f for f in (*zorg[:1], *politie[:1]) if f.partner_id != door.partner_id]


def _voor(gemeenten: Iterable[object], plaatsen: set[UUID | None]) -> bool:
    return bool({g.pk for g in gemeenten} & plaatsen)  # type: ignore[attr-defined]  # Gemeente

# SPDX-License-Identifier: EUPL-1.2
"""The agreed routes, and what was offered along them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.melding import rules
from schakel.melding.models import Doorzending, Melding, Routeregel
from schakel.melding.queries.melding import meldpunten
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


def routes() -> QuerySet[Routeregel]:
    """Every agreed route, in the order in which they are tried."""
    return Routeregel.objects.select_related("naar")


def route(id: object) -> Routeregel | None:
    """One agreed route."""
    sleutel = uuid_of_niets(id)
    return routes().filter(pk=sleutel).first() if sleutel else None


def voorstellen(*, melding: Melding) -> list[Routeregel]:
    """The routes that fit this melding today, the main one first (rules.voorstellen)."""
    eigenaar = Partner.objects.filter(pk=melding.eigenaar_id).first()
    geval = rules.Geval(
        vorm=melding.vorm,
        leeftijd=melding.leeftijd,
        omvang=melding.omvang,
        sector=melding.sector,
        gemeente_id=melding.gemeente_id,
        van_soort=eigenaar.soort if eigenaar else "",
    )
    passend = rules.voorstellen(routes(), geval, klok.vandaag())
    return [r for r in passend if r.naar_id != melding.eigenaar_id]


def andere_meldpunten(*, door: Actor) -> QuerySet[Partner]:
    """Partners that can receive a melding from this one: they have a filled function for it."""
    return meldpunten().exclude(Q(pk=door.partner_id))


def doorzendingen(*, door: Actor) -> QuerySet[Doorzending]:
    """Offers to and from the actor's partner; for a ketenregisseur also those that nobody answered in time."""
    zicht = Q(van_id=door.partner_id) | Q(aan_id=door.partner_id)
    if door.functie == "ketenregisseur":
        zicht |= Q(status=Doorzending.Status.WACHT, uiterlijk__lt=klok.vandaag())
    return Doorzending.objects.filter(zicht).select_related("van", "aan").defer("bericht", "antwoord")


def doorzending(*, door: Actor, id: object) -> Doorzending | None:
    """One such offer."""
    sleutel = uuid_of_niets(id)
    return doorzendingen(door=door).filter(pk=sleutel).first() if sleutel else None


def doorzendingen_van(*, door: Actor, melding: Melding) -> list[Doorzending]:
    """Where this melding was offered before, latest first."""
    return list(doorzendingen(door=door).filter(melding=melding))


def wachtend(*, door: Actor) -> QuerySet[Doorzending]:
    """What waits: offers to us, and what was left unanswered."""
    return doorzendingen(door=door).filter(status=Doorzending.Status.WACHT)


@dataclass(frozen=True)
class Kanaalteller:
    """How a way onward was used this year. `norm`: agreed number of meldingen a year, if any."""

    kanaal: str
    aangeboden: int
    aangenomen: int
    geweigerd: int
    wacht: int
    norm: int | None = None


def per_kanaal(*, door: Actor) -> list[Kanaalteller]:
    """A counter per onward channel for what this partner offered since 1 January (MEL-03)."""
    dag = klok.vandaag()
    dit_jaar = Doorzending.objects.filter(
        Q(van_id=door.partner_id), gemaakt_op__date__gte=date(dag.year, 1, 1)
    )
    geteld = (
        dit_jaar.order_by()
        .values("kanaal", "aan__naam")
        .annotate(
            aangeboden=Count("pk"),
            aangenomen=Count("pk", filter=Q(status__in=("aangenomen", "overgenomen"))),
            geweigerd=Count("pk", filter=Q(status="geweigerd")),
            wacht=Count("pk", filter=Q(status="wacht")),
        )
    )
    normen = {(r.kanaal, r.naar.naam if r.naar else ""): r.norm for r in routes() if r.norm}
    tellers = {}
    for rij in geteld:
        sleutel = (rij["kanaal"], rij["aan__naam"])
        tellers[sleutel] = Kanaalteller(
            _kanaalnaam(*sleutel), rij["aangeboden"], rij["aangenomen"], rij["geweigerd"], rij["wacht"],
            normen.get(sleutel),
        )  # fmt: skip
    for sleutel, norm in normen.items():
        tellers.setdefault(sleutel, Kanaalteller(_kanaalnaam(*sleutel), 0, 0, 0, 0, norm))
    return sorted(tellers.values(), key=lambda t: t.kanaal)


def _kanaalnaam(kanaal: str, partner: str) -> str:
    return f"{partner} ({kanaal})" if kanaal and partner else partner or kanaal

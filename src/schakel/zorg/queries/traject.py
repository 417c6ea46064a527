# SPDX-License-Identifier: EUPL-1.2
"""Readers of trajecten: what the actor may open, and the headers that the regie knows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from schakel.convenant import queries as convenant
from schakel.convenant.models import Betrokkene, Gegeven, Zoekwoord
from schakel.convenant.queries.zichtbaar import mijn
from schakel.kern import klok, zoekwoorden
from schakel.kern.context import uuid_of_niets
from schakel.kern.versleuteling import bos
from schakel.partner.models import Bezetting
from schakel.partner.queries import bezette_functies, geldig_op
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from schakel.zorg.models import Fasestap, Groep, Termijn, Verblijfsstap, Zorgtraject

REGIE = "regiocoordinator"
ZORGROLLEN = ("regiocoordinator", "zorgdeelnemer")


def trajecten(*, door: Actor) -> QuerySet[Zorgtraject]:
    """Trajecten that the actor may open: named on it, at the owner or at an institution it is shared with."""
    return (
        Zorgtraject.objects.filter(convenant.zichtbaar(door, Zorgtraject))
        .select_related("stuk__eigenaar", "begeleider", "herkomst", "verantwoordelijk")
        .order_by("-aangemeld_op", "-pk")
    )


def traject(*, door: Actor, id: object) -> Zorgtraject | None:
    """One that the actor may open."""
    sleutel = uuid_of_niets(id)
    return trajecten(door=door).filter(pk=sleutel).first() if sleutel else None


def waakt(*, door: Actor) -> bool:
    """Does the actor see to it that nothing runs out unseen? The regie; everyone in care while nobody is that."""
    if door.functie == REGIE or not door.is_een(*ZORGROLLEN):
        return door.functie == REGIE
    return not bezette_functies([REGIE]).filter(partner_id=door.partner_id).exists()


def _onder_wacht(door: Actor) -> Q:
    """What the actor watches over, as a filter: see `waakt`."""
    eigen = Q(eigenaar_id=door.partner_id)
    if door.functie == REGIE:
        return eigen
    regie = bezette_functies([REGIE]).filter(partner_id=door.partner_id)
    return eigen & Q(~Exists(regie)) if door.is_een(*ZORGROLLEN) else Q(pk__in=[])


def koppen(*, door: Actor) -> QuerySet[Zorgtraject, Any]:
    """Headers: what the actor may open, and for who watches over the terms every traject of the own institution.

    `open`: may be opened.
    """
    zicht = Q(pk__in=Zorgtraject.objects.filter(convenant.zichtbaar(door, Zorgtraject)).values("pk"))
    zicht |= _onder_wacht(door)
    open_ = Zorgtraject.objects.filter(convenant.zichtbaar(door, Zorgtraject), pk=OuterRef("pk"))
    return (
        Zorgtraject.objects.filter(zicht)
        .annotate(open=Exists(open_))
        .select_related("begeleider", "herkomst", "verantwoordelijk")
        .order_by("-aangemeld_op", "-pk")
    )


def zoek(*, door: Actor, woorden: str) -> QuerySet[Zorgtraject, Any]:
    """Of the headers those in whose visible words every word occurs (beginnings of names too), or with this kenmerk."""
    rijen = koppen(door=door)
    if woorden.strip().upper().startswith("ZRG-"):
        return rijen.filter(kenmerk=woorden.strip().upper())
    zichtbaar = Gegeven.objects.filter(convenant.zichtbaar(door, Gegeven)).values("pk")
    termen = [t for t in (zoekwoorden.stammen(w) for w in zoekwoorden.woorden(woorden)[:8]) if t]
    for term in termen:
        hashes = [bos().merk64("zoekwoord", w) for w in term]
        treffers = Zoekwoord.objects.filter(woord__in=hashes, gegeven_id__in=zichtbaar)
        rijen = rijen.filter(pk__in=treffers.values("stuk_id"))
    return rijen if termen else rijen.none()


def kop(*, door: Actor, id: object) -> Zorgtraject | None:
    """One header."""
    sleutel = uuid_of_niets(id)
    return koppen(door=door).filter(pk=sleutel).first() if sleutel else None


def groepen(*, door: Actor) -> QuerySet[Groep, Any]:
    """Groups of which the actor sees somebody, with how many are still in their first phase."""
    zichtbaar = koppen(door=door).values("groep_id")
    eerste = Q(trajecten__fase="aanmelding", trajecten__afgesloten_op__isnull=True)
    return (
        Groep.objects.filter(pk__in=zichtbaar)
        .annotate(aantal=Count("trajecten"), nog=Count("trajecten", filter=eerste))
        .order_by("-aangemeld_op", "pk")
    )


def groep(*, door: Actor, id: object) -> Groep | None:
    """One visible group."""
    sleutel = uuid_of_niets(id)
    return groepen(door=door).filter(pk=sleutel).first() if sleutel else None


def gegeven(*, door: Actor, traject: Zorgtraject, id: object) -> Gegeven | None:
    """One visible statement of this traject."""
    sleutel = uuid_of_niets(id)
    rijen = convenant.gegevens_van(door=door, stukken=[traject.pk])
    return rijen.filter(pk=sleutel).first() if sleutel else None


def soorten_op(*, door: Actor, traject: Zorgtraject) -> set[str]:
    """Kinds of statements that are there."""
    rijen = convenant.gegevens_van(door=door, stukken=[traject.pk]).order_by()
    return set(rijen.values_list("soort", flat=True).distinct())


def clienten(*, door: Actor, trajecten: Iterable[UUID]) -> QuerySet[Gegeven]:
    """Who the clients are, oldest statement first; the caller logs the read."""
    return convenant.gegevens_van(door=door, stukken=trajecten).filter(soort="persoon")


def stappen(*, door: Actor, traject: Zorgtraject) -> QuerySet[Fasestap]:
    """The way the traject went."""
    return Fasestap.objects.filter(traject__in=trajecten(door=door), traject=traject).order_by("op", "pk")


def verblijf(*, door: Actor, traject: Zorgtraject) -> QuerySet[Verblijfsstap]:
    """What happened in residence, in order."""
    return Verblijfsstap.objects.filter(traject__in=trajecten(door=door), traject=traject).order_by(
        "datum", "vastgelegd_op", "pk"
    )


def termijnen(*, door: Actor) -> QuerySet[Termijn]:
    """Open terms of which the actor must know: of trajecten they are named on; for the regie all of the institution.

    After a hand-over the terms run at who accepted the file.
    """
    return (
        Termijn.objects.filter(
            traject__in=koppen(door=door).values("pk"),
            traject__verantwoordelijk_id=F("traject__eigenaar_id"),
            klaar_op__isnull=True,
        )
        .select_related("traject")
        .order_by("tot", "pk")
    )


def eigen_termijnen(*, door: Actor, traject: Zorgtraject) -> QuerySet[Termijn]:
    """Every term of one traject, open or done."""
    return Termijn.objects.filter(traject__in=trajecten(door=door), traject=traject)


def mijn_trajecten(*, door: Actor) -> QuerySet[Zorgtraject]:
    """Open trajecten on which the actor is named."""
    return trajecten(door=door).filter(pk__in=mijn(door), afgesloten_op__isnull=True)


def betrokkenen(*, door: Actor, traject: Zorgtraject) -> QuerySet[Betrokkene]:
    """Who is named on it today."""
    dag = klok.vandaag()
    return (
        Betrokkene.objects.filter(Q(tot__isnull=True) | Q(tot__gte=dag), stuk_id=traject.pk, van__lte=dag)
        .select_related("gebruiker", "partner")
        .order_by("partner__naam", "van", "pk")
    )


def collegas(*, door: Actor) -> QuerySet[Gebruiker]:
    """Colleagues who hold a function in care today."""
    bezet = Bezetting.objects.filter(
        geldig_op(klok.vandaag()), functie__partner_id=door.partner_id, functie__rol__in=ZORGROLLEN
    )
    return Gebruiker.objects.filter(pk__in=bezet.values("gebruiker_id"), is_active=True).order_by("inlognaam")


def aanwezig(*, door: Actor, trajecten: Iterable[UUID]) -> set[UUID]:
    """Of these trajecten the ones on which somebody is named who holds a function in care today."""
    dag = klok.vandaag()
    bezet = Bezetting.objects.filter(
        geldig_op(dag), functie__partner_id=door.partner_id, functie__rol__in=ZORGROLLEN
    )
    rijen = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag),
        stuk_id__in=list(trajecten),
        van__lte=dag,
        gebruiker_id__in=bezet.values("gebruiker_id"),
    )
    return set(rijen.values_list("stuk_id", flat=True))

# SPDX-License-Identifier: EUPL-1.2
"""Readers of milestones, hand-overs and field work."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Bezetting, Partner
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from schakel.zorg.models import Mijlpaal, Overdracht, Veldcontact, Verblijfsstap, Zorgtraject
from schakel.zorg.queries.traject import ZORGROLLEN, mijn_trajecten, trajecten
from schakel.zorg.rules import doorstroom


def mijlpalen(*, door: Actor, traject: Zorgtraject) -> QuerySet[Mijlpaal]:
    """The milestones of one traject."""
    return Mijlpaal.objects.filter(traject__in=trajecten(door=door), traject=traject)


def doorstroomlijn(*, door: Actor, traject: Zorgtraject) -> list[tuple[doorstroom.Mijlpaal, str]]:
    """Where this client stands after the shelter: (milestone, contact)."""
    return lijnen(door=door, trajecten=[traject])[0][1]


def lijnen(
    *, door: Actor, trajecten: list[Zorgtraject]
) -> list[tuple[Zorgtraject, list[tuple[doorstroom.Mijlpaal, str]]]]:
    """The same for several; two queries. A permit that was granted starts the count."""
    ids = [t.pk for t in trajecten]
    rijen: dict[Any, dict[str, Mijlpaal]] = {}
    for m in Mijlpaal.objects.filter(traject_id__in=ids):
        rijen.setdefault(m.traject_id, {})[m.soort] = m
    verleend = dict(
        Verblijfsstap.objects.filter(traject_id__in=ids, soort="verleend").values_list("traject_id", "datum")
    )
    uit = []
    for t in trajecten:
        eigen = rijen.get(t.pk, {})
        bereikt = {s: m.bereikt_op for s, m in eigen.items() if m.bereikt_op}
        lijn = doorstroom.lijn(bereikt, verleend.get(t.pk, t.aangemeld_op), klok.vandaag())
        contact = next((str(m.contact) for m in eigen.values() if m.contact), "")
        uit.append((t, [(m, str(eigen[m.code].contact or "") if m.code in eigen else contact) for m in lijn]))
    return uit


def in_doorstroom(*, door: Actor) -> list[Zorgtraject]:
    """Own trajecten in or after support."""
    return [
        t for t in mijn_trajecten(door=door) if t.fase in (t.fasemodel.begeleiding, "uitstroom", "nazorg")
    ]


def overdrachten(*, door: Actor) -> QuerySet[Overdracht]:
    """Files offered by or to the actor's institution."""
    mijn = trajecten(door=door).values("pk")
    return Overdracht.objects.filter(
        Q(eigenaar_id=door.partner_id, traject__in=mijn) | Q(aan_id=door.partner_id)
    ).select_related("aan")


def overdracht(*, door: Actor, id: object) -> Overdracht | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return overdrachten(door=door).filter(pk=sleutel).first() if sleutel else None


def ontvangers(*, partner: Partner) -> QuerySet[Gebruiker]:
    """Who receives a file at an institution: its functions in care today."""
    bezet = Bezetting.objects.filter(
        geldig_op(klok.vandaag()), functie__partner=partner, functie__rol__in=ZORGROLLEN
    )
    return Gebruiker.objects.filter(pk__in=bezet.values("gebruiker_id"), is_active=True)


def zorgpartners(*, door: Actor) -> QuerySet[Partner]:
    """Other institutions that have somebody in care."""
    bezet = Bezetting.objects.filter(geldig_op(klok.vandaag()), functie__rol__in=ZORGROLLEN)
    rijen = Partner.objects.filter(pk__in=bezet.values("functie__partner_id"))
    return rijen.exclude(pk=door.partner_id).order_by("naam")


def veldwerk(*, door: Actor, van: date, tot: date) -> dict[str, Any]:
    """The evaluation of a period: totals, hours, signals; small parts are not told apart."""
    rijen = Veldcontact.objects.filter(eigenaar_id=door.partner_id, datum__gte=van, datum__lte=tot)
    som = rijen.order_by().aggregate(
        kort=Sum("aantal", filter=Q(duur="kort")), lang=Sum("aantal", filter=Q(duur="lang")), minuten=Sum("minuten"),
        niet_pluis=Sum("niet_pluis"), uitstapwens=Sum("uitstapwens"), doorgegeven=Sum("doorgegeven"),
    )  # fmt: skip
    per_gebied = rijen.order_by().values("gebied").annotate(n=Sum("aantal")).order_by("-n", "gebied")
    return {n: w or 0 for n, w in som.items()} | {
        "uren": round((som["minuten"] or 0) / 60, 1),
        "per_gebied": [(r["gebied"], doorstroom.veilig(r["n"])) for r in per_gebied],
        "plaatsen": sorted(set(rijen.values_list("waar", flat=True))),
    }

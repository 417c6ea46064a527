# SPDX-License-Identifier: EUPL-1.2
"""What a partner brings to a meeting about its cases, and what is asked of it there."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from schakel.casus import rules
from schakel.casus.models import CasusSignaal, Dossierstuk, Interventie, Weging
from schakel.casus.queries.lezen import zichtbaar
from schakel.casus.rules.wie import mijn
from schakel.convenant import queries as convenant
from schakel.convenant.models import Stuk
from schakel.kern import klok
from schakel.toegang.actor import Actor


@dataclass
class Inbreng:
    """Of one case: own signals and pieces, which of them nobody else can read, and own measures that are not done.

    `gewogen`: did this partner give its view in the round that is going on?
    """

    stukken: list[Stuk] = field(default_factory=list)
    gedeeld: set[UUID] = field(default_factory=set)
    interventies: list[Interventie] = field(default_factory=list)
    gewogen: bool = False


def inbreng(*, door: Actor, casussen: Collection[UUID]) -> dict[UUID, Inbreng]:
    """Per case what the actor's partner brings; the number of queries does not grow with the cases."""
    uit = {id: Inbreng() for id in casussen}
    signalen = CasusSignaal.objects.filter(
        zichtbaar(door, CasusSignaal), casus_id__in=uit, signaal_eigenaar_id=mijn(door)
    ).values_list("signaal_id", "casus_id")
    dossier = Dossierstuk.objects.filter(
        zichtbaar(door, Dossierstuk), casus_id__in=uit, eigenaar_id=mijn(door)
    ).values_list("pk", "casus_id")
    plek = {*signalen.order_by(), *dossier.order_by()}
    ids = {stuk for stuk, _casus in plek}
    stukken = {
        s.pk: s
        for s in Stuk.objects.filter(convenant.zichtbaar(door, Stuk), pk__in=ids).select_related(
            "signaal", "dossierstuk"
        )
    }
    gedeeld = _gedeeld(door, ids)
    for stuk, casus in sorted(plek, key=lambda p: p[0]):
        uit[casus].stukken.append(stukken[stuk])
        uit[casus].gedeeld |= {stuk} & gedeeld
    _oordelen(door, uit)
    return uit


def _gedeeld(door: Actor, stukken: Collection[UUID]) -> set[UUID]:
    """Which of these pieces someone else may read today."""
    dag = klok.vandaag()
    rijen = convenant.verstrekkingen(door=door).filter(
        stuk_id__in=stukken,
        ingetrokken_op__isnull=True,
        wacht_op_tweede=False,
        begin__lte=dag,
        einde__gte=dag,
    )
    return set(rijen.order_by().values_list("stuk_id", flat=True))


def _oordelen(door: Actor, uit: dict[UUID, Inbreng]) -> None:
    """Own measures that are not done, and whether the partner gave its view in the present round."""
    wie = Q(uitvoerder_id=door.partner_id) | Q(partner_id=door.partner_id, status="voorgesteld")
    for interventie in Interventie.objects.filter(
        zichtbaar(door, Interventie), wie, casus_id__in=uit
    ).exclude(status__in=(rules.InterventieStatus.GEWEIGERD, rules.InterventieStatus.UITGEVOERD)):
        uit[interventie.casus_id].interventies.append(interventie)
    rijen = Weging.objects.filter(zichtbaar(door, Weging), casus_id__in=uit).order_by()
    wegingen = list(rijen.values_list("casus_id", "soort", "ronde", "partner_id"))
    rondes = dict.fromkeys(uit, 1)
    for casus, soort, ronde, _partner in wegingen:
        if soort == rules.WegingSoort.GEZAMENLIJK:
            rondes[casus] = max(rondes[casus], ronde + 1)
    for casus, soort, ronde, partner in wegingen:
        if soort != rules.WegingSoort.GEZAMENLIJK and partner == door.partner_id and ronde == rondes[casus]:
            uit[casus].gewogen = True

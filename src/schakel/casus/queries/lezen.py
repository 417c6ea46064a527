# SPDX-License-Identifier: EUPL-1.2
"""The only readers of cases. What is written in a case follows its visibility and its part; signals their
own."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from schakel.casus import rules
from schakel.casus.models import (
    Casus,
    CasusSignaal,
    Dossierstuk,
    Dubbelrol,
    Evaluatie,
    Interventie,
    Stap,
    Weging,
)
from schakel.casus.rules.wie import mijn
from schakel.convenant import queries as convenant
from schakel.convenant.models import Betrokkene, Gegeven, Stuk, Verstrekking
from schakel.convenant.rules import FUNCTIE_DELEN, FUNCTIE_SOORTEN, Fase, StukSoort
from schakel.kern import klok
from schakel.kern.context import huidig, uuid_of_niets
from schakel.melding import queries as meldingen
from schakel.melding.models import Melding
from schakel.partner.models import Bezetting, Partner
from schakel.partner.queries import geldig_op
from schakel.signaal.models import SignaalMelding
from schakel.toegang.actor import Actor

M = TypeVar("M", bound=Model)

_GELEZEN = "casus gelezen"

CASUSROLLEN = tuple(sorted(f for f, soorten in FUNCTIE_SOORTEN.items() if StukSoort.CASUS in soorten))
"""Roles that can be named on a case at all."""


def zichtbaar(door: Actor, model: type[Model]) -> Q:
    """The rule as a filter for `Casus`, `CasusSignaal`, `Dossierstuk` and what is written inside a case."""
    if model is Casus:
        return convenant.zichtbaar(door, Casus)
    casussen = Casus.objects.filter(convenant.zichtbaar(door, Casus)).values("pk")
    return Q(casus_id__in=casussen) & _zelf(door, model)


def _zelf(door: Actor, model: type[Model]) -> Q:
    """What a row inside a visible case asks besides: its own object, both sides of a person, or its part."""
    if model in (CasusSignaal, Dossierstuk):
        stukken = Stuk.objects.filter(convenant.zichtbaar(door, Stuk)).values("pk")
        return Q(signaal_id__in=stukken) if model is CasusSignaal else Q(pk__in=stukken)
    if model is Dubbelrol:
        gegevens = Gegeven.objects.filter(convenant.zichtbaar(door, Gegeven)).values("pk")
        return Q(slachtoffer_id__in=gegevens, verdachte_id__in=gegevens)
    return Q(deel__in=FUNCTIE_DELEN.get(door.functie, frozenset()))


def binnen(door: Actor, queryset: QuerySet[M], casus: Casus) -> QuerySet[M]:
    """The visible rows of this case. A case that this actor was given by `casus` in this very request is not asked for
    again in every list; row-level security asks it of each row all the same.
    """
    if (door, casus.pk) in huidig().lade.get(_GELEZEN, {}):
        return queryset.filter(_zelf(door, queryset.model), casus_id=casus.pk)
    return queryset.filter(zichtbaar(door, queryset.model), casus_id=casus.pk)


def _casussen() -> QuerySet[Casus]:
    rijen = Casus.objects.select_related("stuk__eigenaar", "casemanager", "type")
    return rijen.prefetch_related("gemeenten").order_by("-geopend_op", "pk")


def casussen(*, door: Actor, fase: str = "", ook_gesloten: bool = False) -> QuerySet[Casus]:
    """Visible cases, newest first; `fase` one of the six steps or empty."""
    rijen = _casussen().filter(zichtbaar(door, Casus))
    if fase in rules.VOLGORDE:
        rijen = rijen.filter(stuk__fase=fase)
    return rijen if ook_gesloten else rijen.filter(afgesloten_op__isnull=True)


def casus(*, door: Actor, id: object) -> Casus | None:
    """One visible case, open or closed."""
    gevonden = convenant.laad(door, _casussen(), id)
    if gevonden:
        huidig().lade.setdefault(_GELEZEN, {})[door, gevonden.pk] = None
    return gevonden


def stand(
    *, casus: Casus, stukken: int, gewogen: bool, interventies: Iterable[Interventie], geevalueerd: bool
) -> rules.Stand:
    """How the case stands, from what was already read."""
    statussen = [i.status for i in interventies]
    return rules.Stand(
        fase=Fase(casus.stuk.fase),
        stukken=stukken,
        compleet=casus.compleet_op is not None,
        gewogen=gewogen,
        spoed=casus.spoed_op is not None,
        toegewezen=sum(s != "voorgesteld" for s in statussen),
        open=sum(s in ("vastgesteld", "aanvaard") for s in statussen),
        geevalueerd=geevalueerd,
        afgesloten=casus.afgesloten_op is not None,
    )


def stand_van(*, door: Actor, casus: Casus) -> rules.Stand:
    """The same, read anew for a verb."""
    stukken = signalen(door=door, casus=casus).count() + dossierstukken(door=door, casus=casus).count()
    return stand(
        casus=casus,
        stukken=stukken,
        interventies=interventies(door=door, casus=casus),
        gewogen=wegingen(door=door, casus=casus).filter(soort=rules.WegingSoort.GEZAMENLIJK).exists(),
        geevalueerd=evaluaties(door=door, casus=casus).exists(),
    )


def signalen(*, door: Actor, casus: Casus) -> QuerySet[CasusSignaal]:
    """The signals of the case that this reader may see: own, or shared with them."""
    return binnen(door, CasusSignaal.objects.select_related("signaal__eigenaar"), casus)


def dossierstukken(*, door: Actor, casus: Casus) -> QuerySet[Dossierstuk]:
    """The pieces of the case that this reader may see."""
    return binnen(door, Dossierstuk.objects.select_related("stuk__eigenaar"), casus)


def stappen(*, door: Actor, casus: Casus) -> QuerySet[Stap]:
    """The history, oldest first."""
    return binnen(door, Stap.objects.select_related("partner"), casus)


def wegingen(*, door: Actor, casus: Casus) -> QuerySet[Weging]:
    """Views and outcomes, per round; in each round the views first."""
    return binnen(door, Weging.objects.select_related("partner"), casus).order_by(
        "ronde", "-soort", "vastgesteld_op"
    )


def interventies(*, door: Actor, casus: Casus) -> QuerySet[Interventie]:
    """Measures in order of time."""
    return binnen(
        door, Interventie.objects.select_related("casus", "partner", "uitvoerder", "casemanager"), casus
    )


def interventie(*, door: Actor, id: object) -> Interventie | None:
    """One visible measure with its case."""
    sleutel = uuid_of_niets(id)
    rijen = Interventie.objects.select_related("casus__stuk", "uitvoerder").filter(
        zichtbaar(door, Interventie)
    )
    return rijen.filter(pk=sleutel).first() if sleutel else None


def evaluaties(*, door: Actor, casus: Casus) -> QuerySet[Evaluatie]:
    """Evaluations, oldest first."""
    return binnen(door, Evaluatie.objects.select_related("partner"), casus)


def betrokkenen(*, door: Actor, casus: Casus) -> QuerySet[Betrokkene]:
    """Who is named on the case: the regie sees everyone, another partner its own colleagues only."""
    rijen = Betrokkene.objects.filter(geldig_op(klok.vandaag()), stuk_id=casus.pk).select_related(
        "partner", "gebruiker"
    )
    if casus.eigenaar_id != door.partner_id:
        rijen = rijen.filter(partner_id=mijn(door))
    return rijen.order_by("partner__naam", "pk")


def verstrekkingen_in(*, door: Actor, casus: Casus, stukken: Iterable[UUID]) -> QuerySet[Verstrekking]:
    """What counts today for the case and its pieces, as far as the actor may know: the "gedeeld met"
    panel."""
    dag = klok.vandaag()
    return convenant.verstrekkingen(door=door).filter(
        stuk_id__in=[casus.pk, *stukken],
        ingetrokken_op__isnull=True,
        wacht_op_tweede=False,
        begin__lte=dag,
        einde__gte=dag,
    )


def kiesbaar(*, partner_id: UUID | None = None) -> QuerySet[Bezetting]:
    """People in functions that can be named on a case, today; of one partner or of all."""
    dag = klok.vandaag()
    rijen = Bezetting.objects.filter(geldig_op(dag), functie__rol__in=CASUSROLLEN).select_related(
        "functie__partner", "gebruiker"
    )
    return (rijen.filter(functie__partner_id=partner_id) if partner_id else rijen).order_by(
        "functie__partner__naam", "functie__naam", "soort", "pk"
    )


def partners_in(*, casus: Casus) -> QuerySet[Partner]:
    """Partners with a named person, as far as the actor may know them: for the regie all of them."""
    namen = Betrokkene.objects.filter(geldig_op(klok.vandaag()), stuk_id=casus.pk).values("partner_id")
    return Partner.objects.filter(pk__in=namen).order_by("naam")


def eigen_signalen_zonder_terugkoppeling(*, door: Actor) -> QuerySet[CasusSignaal, Any]:
    """Own signals in evaluated cases of which the reporter has not heard yet."""
    klaar = Evaluatie.objects.filter(zichtbaar(door, Evaluatie)).values("casus_id")
    return CasusSignaal.objects.filter(
        zichtbaar(door, CasusSignaal),
        signaal_eigenaar_id=mijn(door),
        teruggekoppeld_op__isnull=True,
        casus_id__in=klaar,
    ).select_related("casus")


def meldingen_achter(*, door: Actor, signaal_id: UUID) -> list[Melding]:
    """The reports from which an own signal was made, as far as the actor may see them."""
    ids = SignaalMelding.objects.filter(signaal_id=signaal_id).values_list("melding_id", flat=True)
    return [m for m in (meldingen.melding(door=door, id=id) for id in ids) if m is not None]


def wachtende_interventies(*, door: Actor) -> QuerySet[Interventie]:
    """Assigned measures that the actor's partner has to answer or to finish."""
    wacht = (rules.InterventieStatus.VASTGESTELD, rules.InterventieStatus.AANVAARD)
    return Interventie.objects.filter(
        zichtbaar(door, Interventie),
        uitvoerder_id=door.partner_id,
        status__in=wacht,
        casus__afgesloten_op__isnull=True,
    ).select_related("casus")


def zonder_casemanager(*, door: Actor, voor: datetime) -> QuerySet[Interventie]:
    """Measures of own cases that a municipality was given before this moment and took on with no casemanager yet."""
    return Interventie.objects.filter(
        zichtbaar(door, Interventie),
        casus_eigenaar_id=mijn(door),
        uitvoerder__soort="gemeente",
        status=rules.InterventieStatus.VASTGESTELD,
        casemanager__isnull=True,
        vastgesteld_op__lt=voor,
    ).select_related("casus", "uitvoerder")


def voorgesteld(*, door: Actor, casussen: Iterable[UUID]) -> QuerySet[Interventie]:
    """Proposed measures in these cases: what a meeting can fix."""
    return Interventie.objects.filter(
        zichtbaar(door, Interventie), casus_id__in=list(casussen), status=rules.InterventieStatus.VOORGESTELD
    ).select_related("uitvoerder")

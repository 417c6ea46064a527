# SPDX-License-Identifier: EUPL-1.2
"""The only readers of action days and of what care is told before them."""

from django.db.models import Q, QuerySet

from schakel.casus import rules
from schakel.casus.models import Actiedag, Actierol, Casus, Zorgmelding
from schakel.casus.queries.lezen import binnen, zichtbaar
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.partner.queries import functies_met_rol
from schakel.toegang.actor import Actor


def actiedagen(*, door: Actor, casus: Casus) -> QuerySet[Actiedag]:
    """The days of one case, first the earliest."""
    return binnen(door, Actiedag.objects.all(), casus)


def actiedag(*, door: Actor, id: object) -> Actiedag | None:
    """One visible day with its case."""
    sleutel = uuid_of_niets(id)
    rijen = Actiedag.objects.filter(zichtbaar(door, Actiedag)).select_related(
        "casus__stuk__eigenaar", "partner"
    )
    return rijen.filter(pk=sleutel).first() if sleutel else None


def actierollen(*, door: Actor, actiedag: Actiedag) -> QuerySet[Actierol]:
    """Who does what that day, in order of time."""
    return Actierol.objects.filter(zichtbaar(door, Actierol), actiedag_id=actiedag.pk).select_related(
        "partner", "actiedag__casus__stuk", "interventie"
    )


def zorgmeldingen(*, door: Actor, actiedag: Actiedag) -> QuerySet[Zorgmelding]:
    """What care was told before this day, for who is in the case."""
    return Zorgmelding.objects.filter(
        zichtbaar(door, Zorgmelding), actiedag_id=actiedag.pk, van_id=actiedag.casus.eigenaar_id
    ).select_related("aan", "gemeente")


def zorgmelding(*, door: Actor, id: object) -> Zorgmelding | None:
    """One that this regiocoördinator received; nothing of the case comes along."""
    sleutel = uuid_of_niets(id)
    if not sleutel or not door.is_een("regiocoordinator"):
        return None
    return (
        Zorgmelding.objects.filter(pk=sleutel, aan_id=door.partner_id)
        .select_related("van", "gemeente")
        .first()
    )


def wachtende_zorgmeldingen(*, door: Actor) -> QuerySet[Zorgmelding]:
    """What the regiocoördinator still has to answer."""
    if not door.is_een("regiocoordinator"):
        return Zorgmelding.objects.none()
    return Zorgmelding.objects.filter(aan_id=door.partner_id, beantwoord_op__isnull=True).select_related(
        "van", "gemeente"
    )


def gevraagde_rollen(*, door: Actor) -> QuerySet[Actierol]:
    """Days on which this partner was asked to act and has not answered, or has not told what came of it."""
    open_ = Q(status=rules.RolStatus.GEVRAAGD, actiedag__status=rules.ActiedagStatus.GEPLAND)
    af = Q(
        status=rules.RolStatus.AANVAARD,
        resultaat__isnull=True,
        actiedag__status__in=(rules.ActiedagStatus.GAAT_DOOR, rules.ActiedagStatus.GEWEEST),
        actiedag__dag__lte=klok.vandaag(),
    )
    return Actierol.objects.filter(
        open_ | af, zichtbaar(door, Actierol), partner_id=door.partner_id, casus__afgesloten_op__isnull=True
    ).select_related("actiedag", "casus")


def dagen_zonder_zorg(*, door: Actor) -> QuerySet[Actiedag]:
    """Own days to come before which care was not told, or has not answered that help is ready."""
    klaar = Zorgmelding.objects.filter(zichtbaar(door, Zorgmelding), kan=True).values("actiedag_id")
    return (
        Actiedag.objects.filter(
            zichtbaar(door, Actiedag), status=rules.ActiedagStatus.GEPLAND, partner_id=door.partner_id
        )
        .exclude(pk__in=klaar)
        .select_related("casus")
    )


def zorgpartners() -> QuerySet[Partner]:
    """Partners with a regiocoördinator: whom to ask for help."""
    ids = functies_met_rol(["regiocoordinator"]).order_by().values("partner_id")
    return Partner.objects.filter(pk__in=ids).order_by("naam")

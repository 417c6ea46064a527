# SPDX-License-Identifier: EUPL-1.2
"""Who is on duty now, which alarms ring, and where melders wait too long."""

from django.db.models import F, Q, QuerySet

from schakel.kern import klok
from schakel.melding import rules
from schakel.melding.models import Alarm, Dienst, Herinnering, Melding
from schakel.toegang.actor import Actor


def diensten(*, door: Actor) -> QuerySet[Dienst]:
    """The duty roster of the actor's partner from now on."""
    return Dienst.objects.filter(Q(partner_id=door.partner_id), tot__gt=klok.nu()).select_related("gebruiker")


def heeft_dienst(*, door: Actor) -> bool:
    """Is this actor on duty now, or is nobody (then everyone is)?"""
    nu = klok.nu()
    bezig = set(diensten(door=door).filter(van__lte=nu).values_list("gebruiker_id", flat=True))
    return not bezig or bool(bezig & {door.gebruiker_id, *door.personen})


def alarmen(*, door: Actor) -> QuerySet[Alarm]:
    """Alarms that still ring for this actor: at the own meldpunt; for a ketenregisseur also elsewhere."""
    zicht = Q(eigenaar_id=door.partner_id)
    if door.functie == "ketenregisseur":
        zicht |= Q(verder_op__isnull=False)
    return Alarm.objects.filter(zicht, gezien_op__isnull=True).select_related("eigenaar").order_by("op")


def herinneringen(*, door: Actor) -> QuerySet[Herinnering]:
    """Where melders of other partners wait too long: for the ketenregisseur."""
    if door.functie != "ketenregisseur":
        return Herinnering.objects.none()
    elders = Herinnering.objects.exclude(Q(eigenaar_id=door.partner_id))
    return elders.select_related("eigenaar").order_by("termijn", "pk")


def stille_alarmen(*, tot: object) -> QuerySet[Alarm]:
    """Alarms that rang before `tot` and that nobody saw (for the machine)."""
    return Alarm.objects.filter(gezien_op__isnull=True, verder_op__isnull=True, op__lt=tot)


def te_lang(*, voor: object) -> QuerySet[Melding]:
    """Meldingen whose melder should have heard something before `voor` (headers; for the machine)."""
    return (
        Melding.objects.filter(terugkoppelen_voor__lt=voor)
        .exclude(status=rules.Status.AFGEDAAN)
        .only("pk", "eigenaar_id", "kenmerk", "terugkoppelen_voor")
    )


def achterhaald() -> QuerySet[Herinnering]:
    """Reminders whose melder has heard something since (for the machine)."""
    return Herinnering.objects.exclude(melding__terugkoppelen_voor=F("termijn"))

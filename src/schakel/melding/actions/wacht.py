# SPDX-License-Identifier: EUPL-1.2
"""Duty, alarms and terms: who is woken, and what happens when nobody answers."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.melding import queries
from schakel.melding.actions.behandeling import KanNiet
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Alarm, Dienst, Herinnering
from schakel.partner.queries import collegas
from schakel.toegang.actor import SYSTEEM, Actor

LANGSTE_DIENST = timedelta(days=31)


@transaction.atomic
def zet_dienst(*, door: Actor, gebruiker_id: UUID, van: datetime, tot: datetime) -> Dienst:
    """Put a colleague on duty."""
    assert door.partner_id is not None
    if not collegas(door.partner_id).filter(pk=gebruiker_id).exists():
        raise PermissionError("Alleen een collega van je eigen organisatie kan dienst hebben.")
    if not van < tot <= van + LANGSTE_DIENST:
        raise KanNiet("Een dienst eindigt na het begin, en duurt hooguit 31 dagen.")
    dienst = Dienst(partner_id=door.partner_id, gebruiker_id=gebruiker_id, van=van, tot=tot)
    dienst.save(force_insert=True)
    logboek.noteer(door=door, regels=[Regel("schrijven", "dienst", dienst.pk, door.partner_id)])
    return dienst


@transaction.atomic
def haal_dienst_weg(*, door: Actor, dienst: Dienst) -> None:
    """Take a duty off the roster."""
    if dienst.partner_id != door.partner_id:
        raise PermissionError("Alleen diensten van je eigen organisatie.")
    logboek.noteer(door=door, regels=[Regel("verwijderen", "dienst", dienst.pk, door.partner_id)])
    dienst.delete()


def herinner() -> tuple[int, int]:
    """For the daily and the hourly run: pass on alarms that nobody saw, and melders who wait too long.

    Returns (alarms passed on, reminders written). Twice in a row does nothing new.
    """
    nu, dag = klok.nu(), klok.vandaag()
    with als(SYSTEEM, oorsprong="machine"):
        stil = queries.stille_alarmen(tot=nu - timedelta(minutes=meldpunt().alarm_minuten))
        verder = [alarm.pk for alarm in stil]
        Alarm.objects.filter(pk__in=verder).update(verder_op=nu)
        queries.achterhaald().delete()
        bekend = set(Herinnering.objects.values_list("pk", flat=True))
        nieuw = [
            Herinnering(
                melding_id=m.pk,
                eigenaar_id=m.eigenaar_id,
                kenmerk=m.kenmerk,
                termijn=m.terugkoppelen_voor,
                op=nu,
            )
            for m in queries.te_lang(voor=dag - timedelta(days=meldpunt().geduld_dagen))
            if m.terugkoppelen_voor and m.pk not in bekend
        ]
        Herinnering.objects.bulk_create(nieuw, ignore_conflicts=True)
        regels = [Regel("alarmeren", "melding", pk, None) for pk in verder]
        regels += [Regel("herinneren", "melding", h.melding_id, h.eigenaar_id) for h in nieuw]
        logboek.noteer(door=SYSTEEM, regels=regels)
    return len(verder), len(nieuw)

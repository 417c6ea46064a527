# SPDX-License-Identifier: EUPL-1.2
"""Care is told before an action day: how many people may need a bed, and nothing of whom or where (the bridge)."""

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner
from schakel.zorg.rules import actie, fasen


class Actiebericht(models.Model):
    """A notice by who plans an action to the regiocoördinator, and the answer. No address, no name, no case."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    dag = models.DateField()
    dagdeel = models.CharField(max_length=10, choices=actie.Dagdeel.choices)
    aantal = models.PositiveSmallIntegerField()
    doelgroep = models.CharField(
        max_length=10, choices=fasen.Doelgroep.choices, default=fasen.Doelgroep.ONBEKEND
    )
    minderjarigen = models.CharField(max_length=10, choices=actie.JaNee.choices, default=actie.JaNee.ONBEKEND)
    talen = models.CharField(max_length=100, blank=True)
    toelichting = VersleuteldVeld(null=True, blank=True)
    stand = models.CharField(max_length=10, choices=actie.Stand.choices, default=actie.Stand.GEVRAAGD)
    plaatsen = models.PositiveSmallIntegerField(null=True, blank=True)
    antwoord = VersleuteldVeld(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("dag", "gemaakt_op", "pk")

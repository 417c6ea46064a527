# SPDX-License-Identifier: EUPL-1.2
"""Who is on duty, what alarmed them, and where a melder waits too long. No content, only which and when."""

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.melding.models.melding import Melding
from schakel.partner.models import Partner


class Dienst(models.Model):
    """A colleague is on duty for the meldpunt of their partner, from … until …"""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    gebruiker = models.ForeignKey("toegang.Gebruiker", on_delete=models.CASCADE, related_name="+")
    van = models.DateTimeField()
    tot = models.DateTimeField()

    class Meta:
        ordering = ("van", "pk")
        constraints = [
            models.CheckConstraint(condition=models.Q(tot__gt=models.F("van")), name="dienst_eindigt")
        ]
        indexes = [models.Index(fields=["partner", "tot"], name="dienst_partner")]


class Alarm(models.Model):
    """Somebody is in danger now, says a melder. Rings until a colleague says that they saw it.

    `verder_op`: nobody did in time, so the regional ketenregisseur hears it too.
    """

    melding = models.OneToOneField(Melding, primary_key=True, on_delete=models.CASCADE, related_name="alarm")
    eigenaar = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    kenmerk = models.CharField(max_length=20)
    op = models.DateTimeField()
    gezien_op = models.DateTimeField(null=True, blank=True)
    gezien_door = models.ForeignKey(
        "toegang.Gebruiker", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    verder_op = models.DateTimeField(null=True, blank=True)


class Herinnering(models.Model):
    """The melder of this melding waits longer than agreed: for the ketenregisseur, as partner and day alone."""

    melding = models.OneToOneField(
        Melding, primary_key=True, on_delete=models.CASCADE, related_name="herinnering"
    )
    eigenaar = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    kenmerk = models.CharField(max_length=20)
    termijn = models.DateField()
    op = models.DateTimeField()

# SPDX-License-Identifier: EUPL-1.2
"""What left the house, on which ground: notifications to CoMensha, signals made out of what a client told."""

from django.db import models

from schakel.convenant.models import Toestemming
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.zorg.models.traject import Zorgtraject
from schakel.zorg.rules import comensha, uitwisseling


class Comelding(models.Model):
    """A notification to CoMensha, or the decision not to. `inhoud`: what it says, as `rules.comensha.Dossier`."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="comeldingen")
    eigenaar_id = models.UUIDField()
    grond = models.CharField(max_length=20, choices=comensha.Grond.choices)
    toestemming = models.ForeignKey(
        Toestemming, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reden = VersleuteldVeld(null=True, blank=True)
    stand = models.CharField(max_length=10, choices=comensha.Meldstand.choices)
    klaar_vanaf = models.DateTimeField()
    verstuurd_op = models.DateTimeField(null=True, blank=True)
    inhoud = VersleuteldJson()
    versie = models.CharField(max_length=10, default=uitwisseling.VERSIE)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()

    class Meta:
        ordering = ("-gemaakt_op", "pk")


class Doorgifte(models.Model):
    """A signal that the regiocoördinator made out of this traject. Known in care alone; the signal does not know it."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="doorgiften")
    eigenaar_id = models.UUIDField()
    signaal_id = models.UUIDField()
    kenmerk = models.CharField(max_length=14)
    grond = models.CharField(max_length=12)
    toestemming = models.ForeignKey(
        Toestemming, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    op = models.DateTimeField()
    door = models.UUIDField()

    class Meta:
        ordering = ("-op", "pk")

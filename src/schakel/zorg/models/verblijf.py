# SPDX-License-Identifier: EUPL-1.2
"""Residence and the terms that run: what happened, and what must happen before when (ZOR-06, ZOR-12+)."""

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner
from schakel.zorg.models.traject import Zorgtraject
from schakel.zorg.rules import verblijf


class Verblijfsstap(models.Model):
    """One event of the residence position, on the day it happened. Written once; a mistake is taken back."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="verblijf")
    eigenaar_id = models.UUIDField()
    soort = models.CharField(max_length=20, choices=verblijf.Soort.choices)
    datum = models.DateField()
    dublin = models.BooleanField(default=False)
    reden = models.CharField(max_length=20, blank=True, choices=verblijf.Eindreden.choices)
    toelichting = VersleuteldVeld(null=True, blank=True)
    vastgelegd_door = models.UUIDField()
    vastgelegd_op = models.DateTimeField()

    class Meta:
        ordering = ("datum", "vastgelegd_op", "pk")


class Termijn(models.Model):
    """Something that must happen before a day. Holds no content, so that whoever is present can be told.

    `sleutel` names the term within the traject (`bedenktijd`, `rapportage-2` …): computing it again finds the same row.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="termijnen")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=14)
    sleutel = models.CharField(max_length=30)
    soort = models.CharField(max_length=20, choices=verblijf.Termijnsoort.choices)
    tot = models.DateField()
    waarschuw_op = models.DateField()
    regel = models.CharField(max_length=30, blank=True, help_text="version of the rule that set it")
    klaar_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("tot", "pk")
        indexes = [models.Index(fields=["eigenaar", "klaar_op", "tot"], name="zorgtermijn_open")]
        constraints = [models.UniqueConstraint(fields=["traject", "sleutel"], name="zorgtermijn_uniek")]

# SPDX-License-Identifier: EUPL-1.2
"""After and beside the traject: milestones, hand-over of a file, field work without names (ZOR-05, ZOR-07, ZOR-11)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner
from schakel.zorg.models.traject import Zorgtraject
from schakel.zorg.rules import doorstroom
from schakel.zorg.rules.inhoud import LEVENSGEBIED


class Mijlpaal(models.Model):
    """A step after the shelter: reached on a day, or asked at somebody of the municipality."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="mijlpalen")
    eigenaar_id = models.UUIDField()
    soort = models.CharField(max_length=15, choices=doorstroom.Mijlpaalsoort.choices)
    bereikt_op = models.DateField(null=True, blank=True)
    contact = VersleuteldVeld(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["traject", "soort"], name="mijlpaal_uniek")]


class Overdracht(models.Model):
    """A file that is offered to another institution. Responsibility passes at acceptance, not before."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="overdrachten")
    eigenaar_id = models.UUIDField()
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=14)
    aanwezig = ArrayField(models.CharField(max_length=15), default=list)
    ontbreekt = ArrayField(models.CharField(max_length=15), default=list, blank=True)
    stand = models.CharField(
        max_length=12,
        choices=doorstroom.Overdrachtstand.choices,
        default=doorstroom.Overdrachtstand.AANGEBODEN,
    )
    toelichting = VersleuteldVeld(null=True, blank=True)
    aangeboden_op = models.DateTimeField()
    beslist_op = models.DateTimeField(null=True, blank=True)
    nieuw_id = models.UUIDField(null=True, blank=True, help_text="the traject at the receiver")

    class Meta:
        ordering = ("-aangeboden_op", "pk")


class Veldcontact(models.Model):
    """Contacts at a consulting hour or in the field, counted without a name."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    waar = models.CharField(max_length=100)
    duur = models.CharField(max_length=5, choices=doorstroom.Duur.choices)
    aantal = models.PositiveSmallIntegerField(default=1)
    minuten = models.PositiveSmallIntegerField(default=0)
    gebied = models.CharField(max_length=15, blank=True, choices=list(LEVENSGEBIED.items()))
    niet_pluis = models.PositiveSmallIntegerField(default=0)
    uitstapwens = models.PositiveSmallIntegerField(default=0)
    doorgegeven = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("-datum", "pk")

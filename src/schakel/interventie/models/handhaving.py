# SPDX-License-Identifier: EUPL-1.2
"""What a municipality agreed to do at which misstand, in versions, and which steps it set (INT-04)."""

from django.db import models

from schakel.interventie.models.rapportage import Rapportage
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Arrangement(models.Model):
    """One version of the table of one municipality; a change on a later day is a new version."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=150)
    versie = models.PositiveIntegerField(default=1)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-versie",)
        constraints = [
            models.UniqueConstraint(fields=["eigenaar", "versie"], name="arrangement_versie"),
            models.UniqueConstraint(fields=["id", "eigenaar"], name="arrangement_id_eigenaar"),
        ]


class Arrangementstap(models.Model):
    """One cell: at this misstand, as this step, this measure by this actor. `periode`: months it counts as earlier."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.CASCADE, related_name="stappen")
    eigenaar_id = models.UUIDField()
    misstand = models.CharField(max_length=30)
    nummer = models.PositiveSmallIntegerField()
    maatregel = models.CharField(max_length=200)
    actor = models.CharField(max_length=150)
    grond = models.CharField(max_length=150)
    periode = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("misstand", "nummer")
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "misstand", "nummer"], name="arrangementstap_uniek"
            )
        ]


class Handhavingsstap(models.Model):
    """A step that was set, at whom or where, beside the one that was proposed; written once."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar_id = models.UUIDField()
    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="+")
    rapportage = models.ForeignKey(
        Rapportage, null=True, blank=True, on_delete=models.SET_NULL, related_name="stappen"
    )
    misstand = models.CharField(max_length=30)
    nummer = models.PositiveSmallIntegerField()
    voorgesteld = models.PositiveSmallIntegerField(null=True, blank=True)
    maatregel = models.CharField(max_length=200)
    actor = models.CharField(max_length=150)
    afwijking = VersleuteldVeld(null=True, blank=True)
    onderwerpen = VersleuteldJson()
    op = models.DateField()
    door = models.UUIDField()

    class Meta:
        ordering = ("-op", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(nummer=models.F("voorgesteld")) | models.Q(afwijking__isnull=False),
                name="handhavingsstap_afwijking",
            )
        ]


class Handhavingsmerk(models.Model):
    """A keyed identifier of the subject of a step: by it the next one finds the earlier ones."""

    stap = models.ForeignKey(Handhavingsstap, on_delete=models.CASCADE, related_name="merken")
    eigenaar_id = models.UUIDField()
    merk = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["merk"], name="handhavingsmerk_merk")]

# SPDX-License-Identifier: EUPL-1.2
"""Lists of indicators as versioned data: an answer keeps the version under which it was given (SIG-03)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner
from schakel.signaal.rules.indicatoren import LIJSTEN, Aanbod


class Indicatorlijst(models.Model):
    """One version of one list. `partner`: an own list of that partner; empty for the shipped ones and for
    those of the whole region.

    `vervangen_op`: from this moment a newer version is offered; old answers still read under this one.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.CharField(max_length=20)
    versie = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300, blank=True)
    vingerafdruk = models.CharField(max_length=16)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ingang = models.DateTimeField()
    vervangen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("code", "-versie")
        constraints = [models.UniqueConstraint(fields=["code", "versie"], name="indicatorlijst_versie")]

    @property
    def naam(self) -> str:
        """Of an own list the name that its makers gave it stands as source."""
        return LIJSTEN.get(self.code) or (self.bron if self.eigen else self.code)

    @property
    def eigen(self) -> bool:
        """Made in the region, not shipped."""
        return self.code.startswith("EIGEN-")


class Indicator(models.Model):
    """One indicator of one version. A weight is S, M, W or empty; `dimensie` is the cluster, theme or
    D1-D6.
    """

    lijst = models.ForeignKey(Indicatorlijst, on_delete=models.CASCADE, related_name="indicatoren")
    code = models.CharField(max_length=20)
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=400)
    vormen = ArrayField(models.CharField(max_length=20), default=list)
    doelgroep = models.CharField(max_length=20, default="alle")
    dimensie = models.CharField(max_length=120, blank=True)
    gewicht_volwassene = models.CharField(max_length=1, blank=True)
    gewicht_kind = models.CharField(max_length=1, blank=True)
    ilo11 = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    aanbod = models.CharField(
        max_length=10, choices=[(a.value, a.value) for a in Aanbod], default=Aanbod.SIGNAAL
    )
    opmerking = models.TextField(blank=True)

    class Meta:
        ordering = ("lijst", "volgorde")
        constraints = [models.UniqueConstraint(fields=["lijst", "code"], name="indicator_code")]

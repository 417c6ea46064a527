# SPDX-License-Identifier: EUPL-1.2
"""The barrier model as data, in versions side by side, and where one case passes it (BAR-01 to BAR-04+).

A case keeps the model under which it was looked at; models relate through `basis`, the parts a barrier covers.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.barriere import rules
from schakel.casus.models import Casus
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


def _deel() -> "models.PositiveSmallIntegerField[Any, Any]":
    return models.PositiveSmallIntegerField(choices=[(1, _("Deel 1")), (2, _("Deel 2"))], default=1)


class Barrieremodel(models.Model):
    """A version of the model. Without `eigenaar` it is supplied and never changes; a partner shortens or extends a
    copy of its own."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.CharField(max_length=40, blank=True)
    naam = models.CharField(max_length=150)
    bron = models.CharField(max_length=200, blank=True)
    eigenaar = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("eigenaar_id", "naam")

    def __str__(self) -> str:
        return self.naam


class Barriere(models.Model):
    """One hurdle of a model. `basis`: the parts of the exploitation it covers."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    model = models.ForeignKey(Barrieremodel, on_delete=models.CASCADE, related_name="barrieres")
    eigenaar_id = models.UUIDField(null=True, blank=True)
    code = models.CharField(max_length=40)
    naam = models.CharField(max_length=100)
    volgorde = models.PositiveSmallIntegerField()
    basis = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        ordering = ("volgorde", "pk")

    def __str__(self) -> str:
        return self.naam


class Casusbarriere(models.Model):
    """How one barrier stands in one case; a new look is a new row, the last one counts."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="+")
    barriere = models.ForeignKey(Barriere, on_delete=models.PROTECT, related_name="+")
    deel = _deel()
    staat = models.CharField(max_length=10, choices=rules.Staat.choices)
    toelichting = VersleuteldVeld(null=True, blank=True)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")


class Faciliteerder(models.Model):
    """Who makes it easy in one case: a role with a source, never a label in a register (BAR-02)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="+")
    barriere = models.ForeignKey(Barriere, on_delete=models.PROTECT, related_name="+")
    deel = _deel()
    omschrijving = VersleuteldVeld()
    legaal = models.BooleanField()
    bewust = models.CharField(max_length=10, choices=rules.Bewust.choices, default=rules.Bewust.ONBEKEND)
    bron = VersleuteldVeld(null=True, blank=True)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")


class ZwakkePlek(models.Model):
    """A weak point in a procedure that traffickers use: whose it is, what is done about it (BAR-03). Names no case."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=150)
    werkwijze = models.CharField(max_length=1000)
    onderdeel = models.CharField(max_length=20)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    afdeling = models.CharField(max_length=150, blank=True)
    maatregel = models.CharField(max_length=1000, blank=True)
    stand = models.CharField(max_length=10, choices=rules.PlekStand.choices, default=rules.PlekStand.OPEN)
    gemeld_door = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    gemeld_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("stand", "naam")

    def __str__(self) -> str:
        return self.naam


class Plekvondst(models.Model):
    """It was found here: in a case, a control or an analysis. Who may not see the case sees only that it counts."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    plek = models.ForeignKey(ZwakkePlek, on_delete=models.CASCADE, related_name="vondsten")
    soort = models.CharField(max_length=10, choices=rules.Vondst.choices)
    casus = models.ForeignKey(Casus, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    toelichting = VersleuteldVeld()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")
        constraints = [
            models.UniqueConstraint(fields=["plek", "casus"], name="plekvondst_casus_een_keer"),
            models.CheckConstraint(
                condition=models.Q(soort="casus", casus__isnull=False)
                | (~models.Q(soort="casus") & models.Q(casus__isnull=True)),
                name="plekvondst_soort",
            ),
        ]

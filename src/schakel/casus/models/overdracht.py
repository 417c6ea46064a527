# SPDX-License-Identifier: EUPL-1.2
"""Kinds of cases with the body that takes them, and a case that is offered to another (CAS-08)."""

from django.db import models

from schakel.casus import rules
from schakel.casus.models.casus import Casus
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


class Casusoverdracht(models.Model):
    """A case is offered to another partner, who takes it or refuses. `kenmerk` is all that is known before."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="overdrachten")
    kenmerk = models.CharField(max_length=14)
    soort = models.CharField(max_length=10, choices=rules.OverdrachtSoort.choices)
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    reden = VersleuteldVeld()
    stand = models.CharField(
        max_length=12, choices=rules.OverdrachtStand.choices, default=rules.OverdrachtStand.VOORGESTELD
    )
    voorgesteld_door = models.UUIDField()
    voorgesteld_op = models.DateTimeField()
    antwoord = VersleuteldVeld(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-voorgesteld_op", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["casus"], condition=models.Q(stand="voorgesteld"), name="casusoverdracht_een_open"
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="geweigerd") | models.Q(antwoord__isnull=False),
                name="casusoverdracht_weigering_met_reden",
            ),
        ]

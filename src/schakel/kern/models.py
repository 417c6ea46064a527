# SPDX-License-Identifier: EUPL-1.2
from django.db import models


class Teller(models.Model):
    """The last number given out in a series of kenmerken, per year."""

    reeks = models.CharField(max_length=3)
    jaar = models.PositiveSmallIntegerField()
    stand = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reeks", "jaar"], name="teller_reeks_jaar")]

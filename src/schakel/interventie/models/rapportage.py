# SPDX-License-Identifier: EUPL-1.2
"""A bestuurlijke rapportage: facts for a municipality, and what it does with them (INT-03).

The facts are Gegevens of its Stuk, shared under the rule. The header names no person: the superior at the
municipality, who is blind to content, sees that a term passed.
"""

from django.db import models

from schakel.convenant.models import Stuk
from schakel.interventie import rules
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Functie, Partner


class Rapportage(models.Model):
    """The header, and the answer of the municipality. `termijn` is the last day to decide."""

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="rapportage")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=14, unique=True)
    ontvanger = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    misstand = models.CharField(max_length=30)
    artikelen = models.CharField(max_length=500)
    bijlagen = models.CharField(max_length=500, blank=True)
    vergunning = models.CharField(max_length=60, blank=True)
    geconstateerd_op = models.DateField()
    verzonden_op = models.DateTimeField()
    termijn = models.DateField()
    stand = models.CharField(
        max_length=10, choices=rules.RapportageStand.choices, default=rules.RapportageStand.VERZONDEN
    )
    ontvangen_op = models.DateTimeField(null=True, blank=True)
    besluit = models.CharField(max_length=12, choices=rules.Besluit.choices, blank=True)
    motivering = VersleuteldVeld(null=True, blank=True)
    terugkoppeling = VersleuteldVeld(null=True, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    bezwaar = models.CharField(max_length=10, choices=rules.Bezwaar.choices, blank=True)
    bezwaar_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-verzonden_op", "pk")
        indexes = [models.Index(fields=["ontvanger", "stand"], name="rapportage_ontvanger")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stand="besloten")
                | models.Q(besloten_op__isnull=False, motivering__isnull=False, terugkoppeling__isnull=False),
                name="rapportage_besluit_met_motivering",
            )
        ]


class Rapportageafspraak(models.Model):
    """Per municipality: in how many days it decides, which function handles a report, and who stands above it."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.OneToOneField(Partner, on_delete=models.CASCADE, related_name="rapportageafspraak")
    dagen = models.PositiveSmallIntegerField(default=rules.RAPPORTAGETERMIJN)
    functie = models.ForeignKey(Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    leiding = models.ForeignKey(Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

# SPDX-License-Identifier: EUPL-1.2
"""What became of a case in criminal law (CAS-09)."""

from django.db import models

from schakel.casus import rules
from schakel.casus.models.casus import DELEN, Casus
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Gemeente, Partner


class Strafstap(models.Model):
    """One step of the proceedings; written once. Empty day, form or municipality = not known."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="strafstappen")
    deel = models.PositiveSmallIntegerField(choices=DELEN, default=2)
    soort = models.CharField(max_length=12, choices=rules.StrafSoort.choices)
    uitkomst = models.CharField(max_length=12, choices=rules.Vonnis.choices, blank=True)
    datum = models.DateField(null=True, blank=True)
    vorm = models.CharField(max_length=30, blank=True)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    instantie = models.CharField(max_length=150, blank=True, help_text="parket, eenheid of rechtbank")
    reden = VersleuteldVeld(null=True, blank=True)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(soort="sepot") | models.Q(reden__isnull=False),
                name="strafstap_sepot_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(soort="vonnis", uitkomst__in=["veroordeling", "vrijspraak", "anders"])
                | (~models.Q(soort="vonnis") & models.Q(uitkomst="")),
                name="strafstap_vonnis_met_uitkomst",
            ),
        ]

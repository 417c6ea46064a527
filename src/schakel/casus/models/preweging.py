# SPDX-License-Identifier: EUPL-1.2
"""What a case offers to the body that decides on a criminal investigation (CAS-04, report p. 67, 168)."""

from django.db import models

from schakel.casus import rules
from schakel.casus.models.casus import DELEN, Casus
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


class Preweegdocument(models.Model):
    """A short overview of the dossier, offered to weegploeg or stuurploeg of one partner, and what was decided.

    It holds no copy of the dossier: each reader gets what may be in it, at the moment of reading.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="preweegdocumenten")
    deel = models.PositiveSmallIntegerField(choices=DELEN, default=2)
    soort = models.CharField(max_length=20, choices=rules.PreweegSoort.choices)
    gremium = models.CharField(max_length=20, choices=rules.Gremium.choices)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", help_text="wie aanbood")
    ontvanger = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    samenvatting = VersleuteldVeld()
    aangeboden_door = models.UUIDField()
    aangeboden_op = models.DateTimeField()
    stand = models.CharField(
        max_length=12, choices=rules.PreweegStand.choices, default=rules.PreweegStand.AANGEBODEN
    )
    wijze = VersleuteldVeld(null=True, blank=True, help_text="bij een start: hoe en door wie")
    weigerreden = models.CharField(max_length=20, choices=rules.Weigerreden.choices, blank=True)
    reden = VersleuteldVeld(null=True, blank=True)
    besloten_door = models.UUIDField(null=True, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-aangeboden_op", "pk")
        indexes = [models.Index(fields=["ontvanger", "stand"], name="preweeg_ontvanger")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stand="aangeboden", besloten_op__isnull=True)
                | (~models.Q(stand="aangeboden") & models.Q(besloten_op__isnull=False, reden__isnull=False)),
                name="preweeg_besluit_met_reden",
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="gestart") | models.Q(wijze__isnull=False),
                name="preweeg_start_met_wijze",
            ),
            models.CheckConstraint(
                condition=~models.Q(stand="geweigerd") | ~models.Q(weigerreden=""),
                name="preweeg_weigering_met_reden",
            ),
        ]

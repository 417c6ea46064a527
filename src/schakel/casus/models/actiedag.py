# SPDX-License-Identifier: EUPL-1.2
"""A day on which partners act together in a case, and what care is told before it."""

from django.db import models

from schakel.casus import rules
from schakel.casus.models.casus import DELEN, Casus, Interventie
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Gemeente, Partner


class Actiedag(models.Model):
    """The day itself, led by the regie of the case. It goes through only when care has answered (report p. 139)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="actiedagen")
    deel = models.PositiveSmallIntegerField(choices=DELEN, default=2)
    dag = models.DateField()
    verzamelen = models.TimeField(null=True, blank=True)
    doel = VersleuteldVeld()
    status = models.CharField(
        max_length=10, choices=rules.ActiedagStatus.choices, default=rules.ActiedagStatus.GEPLAND
    )
    reden = VersleuteldVeld(null=True, blank=True, help_text="waarom de dag niet doorging, of wat we leerden")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    gemaakt_door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("dag", "pk")
        constraints = [
            models.UniqueConstraint(fields=["id", "deel"], name="actiedag_id_deel"),
            models.CheckConstraint(
                condition=~models.Q(status="afgelast") | models.Q(reden__isnull=False),
                name="actiedag_afgelast_met_reden",
            ),
        ]


class Actierol(models.Model):
    """What one partner does that day: when, to what end, and by which power or whose decision."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    actiedag = models.ForeignKey(Actiedag, on_delete=models.CASCADE, related_name="rollen")
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="+")
    deel = models.PositiveSmallIntegerField(choices=DELEN, default=2)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    interventie = models.ForeignKey(
        Interventie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    tijd = models.TimeField(null=True, blank=True)
    doel = VersleuteldVeld()
    mandaat = VersleuteldVeld()
    status = models.CharField(
        max_length=10, choices=rules.RolStatus.choices, default=rules.RolStatus.GEVRAAGD
    )
    reden = VersleuteldVeld(null=True, blank=True)
    resultaat = VersleuteldVeld(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("tijd", "pk")
        indexes = [models.Index(fields=["partner", "status"], name="actierol_partner")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="geweigerd") | models.Q(reden__isnull=False),
                name="actierol_weigering_met_reden",
            ),
        ]


class Zorgmelding(models.Model):
    """What care must know before an action day and no more: the day, where, for how many. Care answers once.

    The regiocoördinator of `aan` reads this row and nothing of the case: not its name, its kenmerk or who acts.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    actiedag = models.ForeignKey(Actiedag, on_delete=models.CASCADE, related_name="zorgmeldingen")
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="+")
    deel = models.PositiveSmallIntegerField(choices=DELEN, default=2)
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    dag = models.DateField()
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    wie = models.CharField(max_length=12, choices=rules.Verwacht.choices, default=rules.Verwacht.ONBEKEND)
    aantal = models.PositiveSmallIntegerField(null=True, blank=True)
    vraag = VersleuteldVeld()
    gevraagd_op = models.DateTimeField()
    antwoord = VersleuteldVeld(null=True, blank=True)
    kan = models.BooleanField(null=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("gevraagd_op", "pk")
        indexes = [models.Index(fields=["aan", "beantwoord_op"], name="zorgmelding_aan")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beantwoord_op__isnull=True, kan__isnull=True)
                | models.Q(beantwoord_op__isnull=False, kan__isnull=False, antwoord__isnull=False),
                name="zorgmelding_antwoord_heel",
            ),
        ]

# SPDX-License-Identifier: EUPL-1.2
"""What a municipality has arranged for interventions, what partners plan, and who decides.

A plan (`Voornemen`) is known to its own partner only. Where two touch, both learn whom to call and nothing else.
"""

from django.db import models

from schakel.convenant.models import Stuk
from schakel.interventie import rules
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Gemeente, Partner


class Gemeenteregel(models.Model):
    """Does a municipality have the rule of its own that a measure needs? No row = nobody recorded it (INT-01)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="+")
    eigenaar_id = models.UUIDField(null=True, help_text="the partner of the municipality")
    regel = models.CharField(max_length=30)
    aanwezig = models.BooleanField()
    vindplaats = models.CharField(max_length=200, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("regel", "van")
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "regel", "van"], name="gemeenteregel_uniek")
        ]


class Voornemen(models.Model):
    """A planned control or intervention: what, at whom or where, when (INT-02). `onderwerpen`: contents as of a
    Gegeven."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=rules.Soort.choices)
    omschrijving = VersleuteldVeld()
    onderwerpen = VersleuteldJson()
    begin = models.DateField()
    einde = models.DateField()
    status = models.CharField(max_length=12, choices=rules.Status.choices, default=rules.Status.GEPLAND)
    resultaat = VersleuteldVeld(null=True, blank=True)
    gepland_door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("begin", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begin__lte=models.F("einde")), name="voornemen_begin_voor_einde"
            ),
            models.UniqueConstraint(fields=["id", "eigenaar"], name="voornemen_id_eigenaar"),
        ]


class Voornemenmerk(models.Model):
    """A keyed identifier (address, phone, company …) of a plan: what is compared, without content."""

    voornemen = models.ForeignKey(Voornemen, on_delete=models.CASCADE, related_name="merken")
    eigenaar_id = models.UUIDField()
    merk = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["merk"], name="voornemenmerk_merk")]


class Botsing(models.Model):
    """Two plans touch, in place and time. Each side sees only the other's partner; made by the database itself."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    voornemen = models.ForeignKey(Voornemen, on_delete=models.CASCADE, related_name="+")
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    met_voornemen = models.ForeignKey(Voornemen, on_delete=models.CASCADE, related_name="+")
    met = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    ontdekt_op = models.DateTimeField()
    van_akkoord_op = models.DateTimeField(null=True, blank=True)
    met_akkoord_op = models.DateTimeField(null=True, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("ontdekt_op", "pk")
        constraints = [models.UniqueConstraint(fields=["voornemen", "met_voornemen"], name="botsing_uniek")]


class Mandaat(models.Model):
    """Stored beforehand: who may decide on a kind of measure for a municipality, on what position (INT-05)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=40)
    beslist = models.CharField(max_length=150)
    standpunt = models.TextField()
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("soort", "-van")


class Beslisverzoek(models.Model):
    """A request to mayor or college to decide on an assigned measure, with term and grounds (INT-05)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="+")
    interventie_id = models.UUIDField(unique=True)
    deel = models.PositiveSmallIntegerField(default=1)
    soort = models.CharField(max_length=40)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    bevoegd = models.CharField(max_length=150)
    gronden = VersleuteldVeld()
    gevraagd_op = models.DateTimeField()
    termijn = models.DateField()
    stand = models.CharField(
        max_length=10, choices=rules.BesluitStand.choices, default=rules.BesluitStand.OPEN
    )
    motivering = VersleuteldVeld(null=True, blank=True)
    beslist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("termijn", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stand="open") | models.Q(motivering__isnull=False),
                name="beslisverzoek_motivering",
            )
        ]

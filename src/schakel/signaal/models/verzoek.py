# SPDX-License-Identifier: EUPL-1.2
"""A question of one partner to another, with a term and an answer (SIG-02)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant.models import Verstrekking
from schakel.convenant.rules import Doel
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


class Informatieverzoek(models.Model):
    """The header: who asks whom, until when. The ketenregisseur sees it once it is overdue; the texts never.

    `uiterlijk` is the last day of the term. `stuk_id` is the asker's own object and never shown to the other.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Wacht op antwoord")
        BEANTWOORD = "beantwoord", _("Beantwoord")
        GEWEIGERD = "geweigerd", _("Geweigerd")
        NIETS_GEVONDEN = "niets_gevonden", _("Niets gevonden")
        NIET_BESCHIKBAAR = "niet_beschikbaar", _("Niet beschikbaar")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    stuk_id = models.UUIDField()
    raakvlak_id = models.UUIDField(null=True, blank=True)
    doel = models.CharField(max_length=20, choices=[(d.value, d.value) for d in Doel])
    grondslag = models.CharField(max_length=100)
    termijn = models.PositiveSmallIntegerField(help_text="working days")
    uiterlijk = models.DateField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.OPEN)
    verstrekking = models.ForeignKey(
        Verstrekking, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_constraint=True
    )
    door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.UUIDField(null=True, blank=True)
    beantwoord_functie = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("-gemaakt_op", "-pk")
        indexes = [models.Index(fields=["status", "uiterlijk"], name="informatieverzoek_open")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(van=models.F("aan")), name="informatieverzoek_partners"
            )
        ]

    @property
    def stand(self) -> str:
        """Kind of badge."""
        return {"open": "bezig", "beantwoord": "goed"}.get(self.status, "neutraal")


class Verzoektekst(models.Model):
    """Question, answer or reason: read by asker and asked alone."""

    class Soort(models.TextChoices):
        VRAAG = "vraag", _("Vraag")
        ANTWOORD = "antwoord", _("Antwoord")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    verzoek = models.ForeignKey(Informatieverzoek, on_delete=models.CASCADE, related_name="teksten")
    van_id = models.UUIDField()
    aan_id = models.UUIDField()
    soort = models.CharField(max_length=10, choices=Soort.choices)
    tekst = VersleuteldVeld()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["verzoek", "soort"], name="verzoektekst_soort")]

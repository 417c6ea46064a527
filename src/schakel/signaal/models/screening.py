# SPDX-License-Identifier: EUPL-1.2
"""A supplied list of addresses, screened once under a recorded ground (SIG-06), and the protection tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant.rules import Doel
from schakel.convenant.rules.namen import keuzes
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Screening(models.Model):
    """One comparison. `lijst` is the raw list, encrypted, until `bewaren_tot` (the last day); then only
    `vingerafdruk`, `vernietigd_op` and the numbers remain, as proof.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=150)
    bron = models.CharField(max_length=200, help_text="who supplied the list")
    doel = models.CharField(max_length=20, choices=keuzes(Doel))
    grondslag = models.CharField(max_length=200)
    niet_ingeschreven = models.BooleanField(default=False)
    meer_dan = models.PositiveSmallIntegerField(null=True, blank=True)
    langer_dan_maanden = models.PositiveSmallIntegerField(null=True, blank=True)
    bewaren_tot = models.DateField()
    lijst = VersleuteldJson(null=True, blank=True)
    vingerafdruk = models.CharField(max_length=64)
    rijen = models.PositiveIntegerField()
    adressen = models.PositiveIntegerField()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    vernietigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op", "-pk")
        indexes = [models.Index(fields=["eigenaar", "-gemaakt_op"], name="screening_eigenaar")]

    @property
    def verlopen(self) -> bool:
        """Has the raw list outlived its days?"""
        return self.vernietigd_op is None and self.bewaren_tot < klok.vandaag()


class Screeningsadres(models.Model):
    """An address that met the rule: to be checked by a person. `inhoud`: straat, huisnummer, postcode, plaats."""

    class Uitkomst(models.TextChoices):
        OPEN = "", _("Nog te bekijken")
        CONTROLE = "controle", _("Gaat naar een controle")
        VERKLAARD = "verklaard", _("Verklaard, niets aan de hand")
        SIGNAAL = "signaal", _("Signaal gemaakt")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="treffers")
    eigenaar_id = models.UUIDField()
    inhoud = VersleuteldJson()
    waarom = models.CharField(max_length=200)
    personen = models.PositiveIntegerField()
    uitkomst = models.CharField(max_length=10, blank=True, choices=Uitkomst.choices, default=Uitkomst.OPEN)
    toelichting = VersleuteldVeld(null=True, blank=True)
    op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-personen", "pk")

    @property
    def stand(self) -> str:
        """Kind of badge."""
        return {"": "let-op", "verklaard": "goed"}.get(self.uitkomst, "bezig")


class Beschermingstaak(models.Model):
    """Protection must be offered now (geringste aanwijzing): who must act, and whom to call. No content."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk_id = models.UUIDField()
    kenmerk = models.CharField(max_length=20)
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30)
    gemaakt_op = models.DateTimeField()
    opgepakt_op = models.DateTimeField(null=True, blank=True)
    opgepakt_door = models.UUIDField(null=True, blank=True)
    bericht = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("gemaakt_op", "pk")
        constraints = [
            models.UniqueConstraint(fields=["stuk_id", "aan", "rol"], name="beschermingstaak_uniek")
        ]

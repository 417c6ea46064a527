# SPDX-License-Identifier: EUPL-1.2
"""Places and the areas they belong to, per domain and with dates: 2012 and today are both true (PAR-04)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner.models.organisatie import Partner


class Gemeente(models.Model):
    """A municipality as a place; the municipality as an organisation is its `partner`."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=100)
    cbs = models.CharField(max_length=6, blank=True)
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="gemeenten"
    )
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Domein(models.TextChoices):
    """The domains in which a municipality belongs to different areas (PAR-04)."""

    POLITIE = "politie", _("Politie")
    ARRONDISSEMENT = "arrondissement", _("Arrondissement")
    BELASTING = "belasting", _("Belastingdienst")
    VEILIGHEID = "veiligheid", _("Veiligheidsregio")
    ZORG = "zorg", _("Zorgregio")
    VROUWENOPVANG = "vrouwenopvang", _("Centrumgemeente vrouwenopvang")
    MAATSCHAPPELIJKE_OPVANG = "maatschappelijke_opvang", _("Centrumgemeente maatschappelijke opvang")
    VERSLAVINGSBELEID = "verslavingsbeleid", _("Centrumgemeente verslavingsbeleid")


class Gebied(models.Model):
    """An area of one domain: a police region, a court district, a care region."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    domein = models.CharField(max_length=30, choices=Domein.choices)
    naam = models.CharField(max_length=100)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("domein", "naam")

    def __str__(self) -> str:
        return self.naam


class Indeling(models.Model):
    """A municipality belongs to an area from … to …; announced but uncertain divisions are stored as such."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="indelingen")
    gebied = models.ForeignKey(Gebied, on_delete=models.CASCADE, related_name="indelingen")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    zekerheid = models.CharField(max_length=100, default="vast")
    bron = models.CharField(max_length=100, blank=True)

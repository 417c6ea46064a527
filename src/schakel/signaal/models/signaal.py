# SPDX-License-Identifier: EUPL-1.2
"""A signaal: the header, its places, the reports it came from, and every change of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant.models import Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Gemeente, Partner
from schakel.signaal.rules import woorden
from schakel.signaal.rules.status import Sluitreden, Status


class Oordeel(models.TextChoices):
    """A decision of a person about a threshold; empty is not decided."""

    OPEN = "", _("Nog niet besloten")
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")


class Signaal(models.Model):
    """The header holds nothing about persons. Two thresholds are two separate, dated facts (indicatoren.md
    §3).

    `bescherming`: the *geringste aanwijzing*, protection is offered. `weging`: *rijp voor weging*. A no on
    the second leaves the first as it is; the reasons are in `Wijziging`. `vervalt_op` is the last day of a
    niet-pluissignaal.
    """

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="signaal")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=20, unique=True)
    status = models.CharField(
        max_length=20, choices=[(s.value, woorden.STATUS_NAAM[s]) for s in Status], default=Status.NIEUW
    )
    sluitreden = models.CharField(
        max_length=20, blank=True, choices=[(s.value, woorden.SLUITREDEN_NAAM[s]) for s in Sluitreden]
    )
    vormen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    sector = models.CharField(max_length=20, blank=True, choices=list(woorden.SECTOR_NAAM.items()))
    omvang = models.PositiveIntegerField(
        null=True, blank=True, help_text="estimated number of possible victims"
    )
    herkomst = models.CharField(max_length=20, choices=list(woorden.HERKOMST_NAAM.items()), default="eigen")
    betrouwbaarheid = models.CharField(
        max_length=20, choices=list(woorden.BETROUWBAARHEID_NAAM.items()), default="onbekend"
    )
    waargenomen_op = models.DateField(null=True, blank=True)
    niet_pluis = models.BooleanField(default=False)
    vervalt_op = models.DateField(null=True, blank=True)
    bescherming = models.CharField(max_length=3, blank=True, choices=Oordeel.choices)
    bescherming_op = models.DateTimeField(null=True, blank=True)
    bescherming_door = models.UUIDField(null=True, blank=True)
    weging = models.CharField(max_length=3, blank=True, choices=Oordeel.choices)
    weging_op = models.DateTimeField(null=True, blank=True)
    weging_door = models.UUIDField(null=True, blank=True)
    behandelaar = models.ForeignKey(
        "toegang.Gebruiker", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-gemaakt_op", "-pk")
        indexes = [
            models.Index(fields=["-gemaakt_op", "-stuk"], name="signaal_tijd"),
            models.Index(fields=["eigenaar", "status", "-gemaakt_op"], name="signaal_eigenaar_status"),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def status_soort(self) -> str:
        """Kind of badge."""
        return woorden.STATUS_SOORT[self.status]

    @property
    def vormnamen(self) -> str:
        """The forms in words."""
        return ", ".join(str(woorden.VORM_NAAM[woorden.Vorm(v)]) for v in self.vormen)


class SignaalPlaats(models.Model):
    """Where something happened. A municipality, or a place abroad, or (both empty) not known."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="plaatsen")
    soort = models.CharField(
        max_length=12, choices=[(p.value, woorden.PLAATS_NAAM[p]) for p in woorden.PlaatsSoort]
    )
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    buitenland = models.CharField(max_length=100, blank=True, help_text="country, or place and country")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(gemeente__isnull=True) | models.Q(buitenland=""),
                name="signaalplaats_een_plaats",
            )
        ]

    @property
    def naam(self) -> str:
        """The place in words."""
        return self.gemeente.naam if self.gemeente else self.buitenland or "onbekend"


class SignaalMelding(models.Model):
    """A signaal was made from this melding; several may lead to one signaal."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="meldingen")
    melding = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["signaal", "melding"], name="signaalmelding_uniek")]


class Wijziging(models.Model):
    """One change with its reason: steps, decisions, additions. Only the owner reads them."""

    class Soort(models.TextChoices):
        GEMAAKT = "gemaakt", _("Signaal gemaakt")
        STAP = "stap", _("Status gewijzigd")
        GEGEVENS = "gegevens", _("Gegevens toegevoegd")
        KOP = "kop", _("Kenmerken aangepast")
        BESCHERMING = "bescherming", _("Besluit over bescherming")
        WEGING = "weging", _("Besluit over weging")
        NIET_PLUIS = "niet_pluis", _("Niet-pluis")
        EMBARGO = "embargo", _("Embargo")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="wijzigingen")
    eigenaar_id = models.UUIDField()
    versie = models.PositiveIntegerField(help_text="version that this change made")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    van = models.CharField(max_length=40, blank=True)
    naar = models.CharField(max_length=40, blank=True)
    door = models.UUIDField()
    door_naam = VersleuteldVeld()
    functie = models.CharField(max_length=30)
    op = models.DateTimeField()
    reden = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("versie", "op", "pk")
        constraints = [models.UniqueConstraint(fields=["signaal", "versie"], name="wijziging_versie")]

    @property
    def wat(self) -> str:
        """The change in words: `Status gewijzigd: in veredeling`."""
        naar = woorden.STATUS_NAAM.get(self.naar, self.naar)
        return f"{self.get_soort_display()}: {naar.lower()}" if naar else self.get_soort_display()

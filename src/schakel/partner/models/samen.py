# SPDX-License-Identifier: EUPL-1.2
"""What partners agree to do together: tasks and effort, temporary projects, bottlenecks (PAR-07, PAR-08)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner.models.functie import Functie
from schakel.partner.models.gebied import Gemeente
from schakel.partner.models.orgaan import Orgaan
from schakel.partner.models.organisatie import Partner


class Inzet(models.Model):
    """A task a partner agreed to, what it puts in, or support that it asks or gives. Open while nobody does it."""

    class Soort(models.TextChoices):
        TAAK = "taak", _("Afgesproken taak")
        BIJDRAGE = "bijdrage", _("Wat de partner kan en wil bijdragen")
        GEVRAAGD = "gevraagd", _("Gevraagde steun")
        GEGEVEN = "gegeven", _("Gegeven steun")

    class Antwoord(models.TextChoices):
        OPEN = "", _("Nog geen antwoord")
        JA = "ja", _("Ja")
        NEE = "nee", _("Nee")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="inzet")
    soort = models.CharField(max_length=10, choices=Soort.choices, default=Soort.TAAK)
    omschrijving = models.CharField(max_length=300)
    aan = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    eigenaar = models.ForeignKey(Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    orgaan = models.ForeignKey(Orgaan, null=True, blank=True, on_delete=models.SET_NULL, related_name="inzet")
    deelnemers = models.CharField(max_length=300, blank=True, help_text="functions, no names")
    uren_per_maand = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    middelen = models.CharField(max_length=300, blank=True)
    expertise = models.CharField(max_length=300, blank=True)
    kosten = models.CharField(max_length=300, blank=True, help_text="who pays")
    antwoord = models.CharField(max_length=3, choices=Antwoord.choices, default="", blank=True)
    bron = models.CharField(max_length=200, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("partner__naam", "soort", "omschrijving")

    @property
    def open(self) -> bool:
        """A promise without people or hours, or a question without an answer."""
        if self.soort == self.Soort.GEVRAAGD:
            return not self.antwoord
        return self.soort == self.Soort.TAAK and not self.deelnemers and self.uren_per_maand is None


class Project(models.Model):
    """A temporary cooperation with its goal sheet; results include what had no effect (PAR-08)."""

    class Soort(models.TextChoices):
        PROJECT = "project", _("Project")
        PROEFTUIN = "proeftuin", _("Proeftuin")
        PILOT = "pilot", _("Pilot")
        TASKFORCE = "taskforce", _("Taskforce")
        ACTIE = "actie", _("Actie")

    class Status(models.TextChoices):
        VOORBEREIDING = "voorbereiding", _("In voorbereiding")
        LOOPT = "loopt", _("Loopt")
        AFGEROND = "afgerond", _("Afgerond")

    class Borging(models.TextChoices):
        OPEN = "", _("Nog niet besloten")
        VOORTZETTEN = "voortzetten", _("Voortzetten")
        OPNEMEN = "opnemen", _("Opnemen in het gewone werk")
        STOPPEN = "stoppen", _("Stoppen")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.PROJECT)
    doel = models.TextField()
    focus = models.TextField(blank=True)
    trekker = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="+")
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    financiering = models.CharField(max_length=300, blank=True)
    verschil_aanvaard = models.TextField(
        blank=True, help_text="why partners start although their goals differ"
    )
    resultaat = models.TextField(blank=True)
    zonder_effect = models.TextField(blank=True)
    rapportage = models.CharField(max_length=300, blank=True)
    borging = models.CharField(max_length=12, choices=Borging.choices, default="", blank=True)
    borging_reden = models.TextField(blank=True)
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.VOORBEREIDING)
    bron = models.CharField(max_length=200, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class ProjectPartner(models.Model):
    """What one partner wants from a project: its goal, its interest, what it expects of the others."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="deelnemers")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="projecten")
    doel = models.CharField(max_length=300, blank=True)
    belang = models.CharField(max_length=300, blank=True)
    verwachting = models.CharField(max_length=300, blank=True)
    akkoord_met_focus = models.BooleanField(default=False)

    class Meta:
        ordering = ("partner__naam",)
        constraints = [models.UniqueConstraint(fields=["project", "partner"], name="projectpartner_uniek")]


class Knelpunt(models.Model):
    """A bottleneck that somebody wrote down; most are derived from the register itself (`queries.knelpunten`)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    titel = models.CharField(max_length=200)
    risico = models.CharField(max_length=300, blank=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sinds = models.DateField()
    bron = models.CharField(max_length=200, blank=True)
    oplossing = models.TextField(blank=True)
    opgelost_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("sinds", "titel")

# SPDX-License-Identifier: EUPL-1.2
"""Bodies that meet, who sits in them, what sources say about them, and how they are connected (PAR-05, PAR-06)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner.models.functie import Rol
from schakel.partner.models.gebied import Gemeente
from schakel.partner.models.organisatie import Partner


class Orgaan(models.Model):
    """A body that meets: casusoverleg, regiegroep, stuurgroep, zorggroep, ketenregieteam … (PAR-05)."""

    class Niveau(models.TextChoices):
        STRATEGISCH = "strategisch", _("Strategisch")
        BESTUREND = "besturend", _("Besturend")
        TACTISCH = "tactisch", _("Tactisch")
        OPERATIONEEL = "operationeel", _("Operationeel")
        LOKAAL = "lokaal", _("Lokaal")
        PROJECT = "project", _("Project")
        ADVISEREND = "adviserend", _("Adviserend")

    class Status(models.TextChoices):
        ACTIEF = "actief", _("Actief")
        GEPLAND = "gepland", _("Gepland")
        NIET_OPGEZET = "niet_opgezet", _("Niet opgezet")
        VERVALLEN = "vervallen", _("Vervallen")
        ONBEKEND = "onbekend", _("Onbekend")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    niveau = models.CharField(max_length=20, choices=Niveau.choices)
    doel = models.TextField(blank=True)
    vormen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    keten = models.CharField(
        max_length=10, choices=[("aanpak", "Ketenaanpak"), ("zorg", "Zorgketen")], default="aanpak"
    )
    gelaagd = models.BooleanField(default=False, help_text="deel 1 met, deel 2 zonder de regiocoördinator")
    secretariaat = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    voorzitter = models.CharField(max_length=150, blank=True)
    ritme = models.CharField(max_length=100, blank=True)
    ritme_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    ritme_vanaf = models.DateField(null=True, blank=True)
    doelgroepen = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="organen")
    bron = models.CharField(max_length=100, blank=True)
    versie = models.PositiveIntegerField(default=1)
    rapporteert_aan = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIEF)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class OrgaanLid(models.Model):
    """A partner sits in a body through a role, in part 1, part 2 or both (layered casusoverleg, report p. 139)."""

    class Soort(models.TextChoices):
        VAST = "vast", _("Vast")
        CASUSAFHANKELIJK = "casusafhankelijk", _("Casusafhankelijk")
        AGENDA = "agenda", _("Agendalid")

    orgaan = models.ForeignKey(Orgaan, on_delete=models.CASCADE, related_name="leden")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="lidmaatschappen")
    rol = models.CharField(max_length=30, choices=Rol.choices)
    soort = models.CharField(max_length=20, choices=Soort.choices, default=Soort.VAST)
    delen = ArrayField(models.PositiveSmallIntegerField(), default=list)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)


class OrgaanBron(models.Model):
    """What one source says about a body; sources may differ, and one of them leads (PAR-05)."""

    class Veld(models.TextChoices):
        RITME = "ritme", _("Ritme")
        LEDEN = "leden", _("Samenstelling")
        VOORZITTER = "voorzitter", _("Voorzitter")
        STATUS = "status", _("Status")

    orgaan = models.ForeignKey(Orgaan, on_delete=models.CASCADE, related_name="bronnen")
    veld = models.CharField(max_length=20, choices=Veld.choices)
    waarde = models.TextField()
    weken = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="of a rhythm: weeks between meetings"
    )
    bron = models.CharField(max_length=200)
    datum = models.CharField(max_length=20, blank=True, help_text="as precise as the source: 2012-05, 2011")
    leidend = models.BooleanField(default=False)

    class Meta:
        ordering = ("veld", "-leidend", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["orgaan", "veld"], condition=Q(leidend=True), name="orgaanbron_een_leidend"
            )
        ]


class Verbinding(models.Model):
    """How a body is connected to another body, or to a partner; a missing link is a row too (PAR-06)."""

    class Soort(models.TextChoices):
        GEEFT_DOOR = "geeft_door", _("Geeft zaken door")
        DIRECT = "direct", _("Rechtstreeks aangesloten")
        INDIRECT = "indirect", _("Indirect aangesloten")
        AD_HOC = "ad_hoc", _("Alleen ad hoc")
        GEPLAND = "gepland", _("Gepland")
        GEEN = "geen", _("Geen verbinding")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    orgaan = models.ForeignKey(Orgaan, on_delete=models.CASCADE, related_name="verbindingen")
    naar_orgaan = models.ForeignKey(
        Orgaan, null=True, blank=True, on_delete=models.CASCADE, related_name="verbonden_vanuit"
    )
    naar_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.CASCADE, related_name="verbonden_vanuit"
    )
    via = models.CharField(max_length=200, blank=True)
    soort = models.CharField(max_length=12, choices=Soort.choices)
    risico = models.CharField(max_length=200, blank=True)
    bron = models.CharField(max_length=100, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("orgaan__naam", "soort")
        constraints = [
            models.CheckConstraint(
                condition=Q(naar_orgaan__isnull=True) ^ Q(naar_partner__isnull=True),
                name="verbinding_een_eind",
            )
        ]

    @property
    def naar(self) -> Orgaan | Partner | None:
        """The other end."""
        return self.naar_orgaan or self.naar_partner

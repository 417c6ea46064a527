# SPDX-License-Identifier: EUPL-1.2
"""Agreements as data: legal grounds, convenanten, versions, parties, rules."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.models.keuzes import keuzes
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner


class Grondslag(models.Model):
    """A legal regime (recht.md): what a rule points at. `merk` says how sure the text is; unconfirmed ones say so."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.CharField(max_length=30)
    naam = models.CharField(max_length=200)
    artikel = models.CharField(max_length=200, blank=True)
    maakt_mogelijk = models.CharField(max_length=300, blank=True)
    beperkingen = models.TextField(blank=True)
    bron = models.CharField(max_length=200, blank=True)
    merk = models.CharField(max_length=40, default="aanname")
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    bevestigd_door = models.UUIDField(null=True, blank=True)
    bevestigd_op = models.DateField(null=True, blank=True)
    bevestiging = models.CharField(
        max_length=300, blank=True, help_text="the decision by which it was confirmed"
    )

    class Meta:
        ordering = ("code", "geldig_van")
        constraints = [models.UniqueConstraint(fields=["code", "geldig_van"], name="grondslag_code_van")]

    def __str__(self) -> str:
        return self.code

    @property
    def zeker(self) -> bool:
        """Read in the primary text, or confirmed by a privacyfunctionaris; otherwise "nog te bevestigen"."""
        return self.merk == "geverifieerd" or self.bevestigd_op is not None


class Convenant(models.Model):
    """An agreement between partners, with its life: signing, notification, evaluation, expiry, successor (CNV-01)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=40, default="convenant")
    doel = models.TextField(blank=True)
    regime = models.CharField(
        max_length=30, blank=True, help_text="code of the Grondslag: WGS-RIEC, WGS-ZVH, AVG-6 …"
    )
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="convenanten")
    opvolger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="voorgangers"
    )
    aangemeld_bij = models.CharField(max_length=100, blank=True)
    aangemeld_op = models.DateField(null=True, blank=True)
    kosten = models.CharField(max_length=300, blank=True)
    bijlagen = models.TextField(blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)
    waarschuw_dagen = models.PositiveSmallIntegerField(default=90)
    opgezegd_op = models.DateField(null=True, blank=True)
    geevalueerd_op = models.DateField(null=True, blank=True)
    evaluatie = models.TextField(blank=True)
    datering = models.CharField(
        max_length=100, blank=True, help_text="the date as its source gives it: 'december 2010'"
    )
    contactpunt = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class ConvenantVersie(models.Model):
    """One version of the text and its rules; a fixed version never changes. `einde` is the last valid day."""

    class Status(models.TextChoices):
        CONCEPT = "concept", _("Concept")
        VASTGESTELD = "vastgesteld", _("Vastgesteld")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CONCEPT)
    ingang = models.DateField()
    einde = models.DateField(null=True, blank=True)
    regelset = models.CharField(max_length=20, blank=True, help_text="2012, 2025 or empty for an own set")
    samenvatting = models.TextField(blank=True, help_text="what changes in this version")
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("convenant", "nummer")
        constraints = [models.UniqueConstraint(fields=["convenant", "nummer"], name="convenantversie_nummer")]

    def __str__(self) -> str:
        return f"{self.convenant} v{self.nummer}"


class Partij(models.Model):
    """A partner's standing under a convenant, with the date of its own signature (CNV-01, PAR-01)."""

    class Status(models.TextChoices):
        PARTIJ = "partij", _("Partij")
        INDIRECT = "indirect", _("Indirect aangesloten")
        BEOOGD = "beoogd", _("Beoogd")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.CASCADE, related_name="partijen")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="partij_bij")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PARTIJ)
    namens = models.CharField(max_length=200, blank=True, help_text="mede namens")
    ondertekend_op = models.DateField(null=True, blank=True)
    uitgetreden_op = models.DateField(null=True, blank=True)
    verantwoordelijk = models.BooleanField(default=True, help_text="joint controller (AVG art. 26)")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convenant", "partner"], name="partij_uniek")]


class Regel(models.Model):
    """One row of the deelmatrix (CNV-02); the shape is `rules.Regel`."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    versie = models.ForeignKey(ConvenantVersie, on_delete=models.CASCADE, related_name="regels")
    code = models.CharField(max_length=30)
    van = models.CharField(max_length=20, help_text="kind of partner, * = all")
    naar = models.CharField(max_length=20, help_text="kind of partner, * = all")
    naar_functie = models.CharField(max_length=30, blank=True)
    naar_deel = models.PositiveSmallIntegerField(null=True, blank=True)
    categorie = models.CharField(max_length=30, choices=keuzes(rules.Categorie))
    fasen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    doelen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    grondslag = models.CharField(max_length=30, blank=True)
    artikel = models.CharField(max_length=200, blank=True)
    wijze = models.CharField(max_length=20, choices=keuzes(rules.Wijze), default=rules.Wijze.VOLLEDIG)
    voorwaarden = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ("versie", "code")
        constraints = [models.UniqueConstraint(fields=["versie", "code"], name="regel_code")]


class Verantwoording(models.Model):
    """What a partnership must be able to show: DPIA, advice on lawfulness, yearly report, audit (CNV-08+; WGS)."""

    class Soort(models.TextChoices):
        DPIA = "dpia", _("DPIA")
        RECHTMATIGHEIDSADVIES = "rechtmatigheidsadvies", _("Advies over de rechtmatigheid")
        JAARVERSLAG = "jaarverslag", _("Openbaar jaarverslag")
        AUDIT = "audit", _("Onafhankelijke audit")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.CASCADE, related_name="verantwoording")
    soort = models.CharField(max_length=30, choices=Soort.choices)
    titel = models.CharField(max_length=200)
    datum = models.DateField()
    volgende_op = models.DateField(null=True, blank=True)
    uitkomst = models.TextField(blank=True)

    class Meta:
        ordering = ("soort", "-datum")


class Bewaartermijn(models.Model):
    """How long a kind of partner keeps a category under a ground (recht.md §6); * = every kind or category."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    grondslag = models.CharField(max_length=30)
    van = models.CharField(max_length=20, default="*")
    categorie = models.CharField(max_length=30, default="*")
    maanden = models.PositiveSmallIntegerField()
    artikel = models.CharField(max_length=200, blank=True)
    merk = models.CharField(max_length=40, default="aanname")

    class Meta:
        ordering = ("grondslag", "van", "categorie")
        constraints = [
            models.UniqueConstraint(fields=["grondslag", "van", "categorie"], name="bewaartermijn_uniek")
        ]

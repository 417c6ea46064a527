# SPDX-License-Identifier: EUPL-1.2
"""Organisations and the names they went by. `tot` is the last valid day; empty means until further notice."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id


class PartnerSoort(models.TextChoices):
    """Kind of partner; the rules of a convenant speak of kinds (delen.md, Words)."""

    GEMEENTE = "gemeente", _("Gemeente")
    PROVINCIE = "provincie", _("Provincie")
    POLITIE = "politie", _("Politie")
    KMAR = "kmar", _("Koninklijke Marechaussee")
    OM = "om", _("Openbaar Ministerie")
    BELASTINGDIENST = "belastingdienst", _("Belastingdienst")
    FIOD = "fiod", _("FIOD")
    NLA = "nla", _("Nederlandse Arbeidsinspectie")
    NVWA = "nvwa", _("NVWA")
    IND = "ind", _("IND")
    DTV = "dtv", _("Dienst Terugkeer en Vertrek")
    COA = "coa", _("COA")
    UWV = "uwv", _("UWV")
    SVB = "svb", _("SVB")
    KVK = "kvk", _("Kamer van Koophandel")
    RIEC = "riec", _("RIEC")
    ZVH = "zvh", _("Zorg- en Veiligheidshuis")
    GGD = "ggd", _("GGD")
    ZORG = "zorg", _("Zorginstelling")
    OPVANG = "opvang", _("Opvanginstelling")
    JEUGD = "jeugd", _("Jeugdzorg of gecertificeerde instelling")
    VOOGDIJ = "voogdij", _("Voogdij (Nidos)")
    RECLASSERING = "reclassering", _("Reclassering")
    RVDK = "rvdk", _("Raad voor de Kinderbescherming")
    COMENSHA = "comensha", _("CoMensha")
    CORPORATIE = "corporatie", _("Woningcorporatie")
    BRANCHE = "branche", _("Brancheorganisatie of bedrijf")
    ADVOCATUUR = "advocatuur", _("Advocatuur")
    OVERIG = "overig", _("Overig")


class Rechtsvorm(models.TextChoices):
    PUBLIEK = "publiek", _("Publiek")
    PRIVAAT = "privaat", _("Privaat")
    WETTELIJKE_TAAK = "wettelijke_taak", _("Privaat met wettelijke taak")
    SAMENWERKING = "samenwerking", _("Samenwerkingsverband")


class Kan(models.TextChoices):
    """What an organisation can do in the chain (PAR-01)."""

    SIGNALEREN = "signaleren", _("Signaleren")
    INTERVENIEREN = "interveniëren", _("Interveniëren")
    OPSPOREN = "opsporen", _("Opsporen en vervolgen")
    ZORG = "zorg", _("Zorg en opvang")
    AGENDAPARTNER = "agendapartner", _("Agendapartner")
    BRANCHE = "branche", _("Branche")
    IDENTIFICEERT_NIET = "identificeert_niet", _("Identificeert zelf geen slachtoffers")


class Partner(models.Model):
    """An organisation in the chain. `kan` holds values of `Kan`; `leidend` marks the partner that leads the region."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=PartnerSoort.choices)
    rechtsvorm = models.CharField(max_length=20, choices=Rechtsvorm.choices, default=Rechtsvorm.PUBLIEK)
    kan = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    leidend = models.BooleanField(default=False)
    versie = models.PositiveIntegerField(default=1)
    werkgebied = models.CharField(max_length=200, blank=True)
    telefoon = models.CharField(max_length=40, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="voorgangers"
    )

    class Meta:
        ordering = ("naam",)
        constraints = [
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(van__lte=models.F("tot")),
                name="partner_van_voor_tot",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class PartnerNaam(models.Model):
    """A name that is or was in use for a partner; searching an old name finds the present organisation (PAR-01)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="namen")
    naam = models.CharField(max_length=200)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.naam

# SPDX-License-Identifier: EUPL-1.2
"""The care supply, places, requests, placements, who pays (ZOR-02, ZOR-04, ZOR-10). No addresses but in `Opvangadres`."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Gemeente, Partner
from schakel.zorg.models.traject import Zorgtraject
from schakel.zorg.rules import aanbod as regels
from schakel.zorg.rules import fasen


class Zorgaanbod(models.Model):
    """Help of one kind for one target group, with the way in. `gemeente` is never shown: it serves to keep away."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=150)
    soort = models.CharField(max_length=15, choices=regels.Aanbodsoort.choices)
    regio = models.CharField(max_length=80)
    landelijk = models.BooleanField(default=False)
    geslacht = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    leeftijd_van = models.PositiveSmallIntegerField(default=18)
    leeftijd_tot = models.PositiveSmallIntegerField(default=120)
    vormen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    groep_tot = models.PositiveSmallIntegerField(default=1)
    kinderen = models.BooleanField(default=False)
    lvb = models.BooleanField(default=False)
    verslaving = models.BooleanField(default=False)
    veiligheid = models.PositiveSmallIntegerField(default=1)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    intake = models.CharField(max_length=300, blank=True)
    uitsluiting = models.CharField(max_length=300, blank=True)
    betaler = models.CharField(max_length=150, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=5)
    actief = models.BooleanField(default=True)

    class Meta:
        ordering = ("volgorde", "naam", "pk")
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar"], name="zorgaanbod_eigenaar")]

    def __str__(self) -> str:
        return self.naam


class Ligging(models.Model):
    """The centre of a municipality in degrees: enough to keep away from danger, too coarse to find a house."""

    gemeente = models.OneToOneField(Gemeente, primary_key=True, on_delete=models.CASCADE, related_name="+")
    breedte = models.FloatField()
    lengte = models.FloatField()


class Opvangadres(models.Model):
    """Where it is: for who works there. Never joined, listed, searched or exported."""

    aanbod = models.OneToOneField(Zorgaanbod, primary_key=True, on_delete=models.CASCADE, related_name="+")
    eigenaar_id = models.UUIDField()
    adres = VersleuteldVeld()


class Zorgvraag(models.Model):
    """Somebody looks for a place or help. Holds what a place depends on, and no name."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    traject = models.ForeignKey(
        Zorgtraject, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    regio = models.CharField(max_length=80)
    soort = models.CharField(max_length=15, blank=True, choices=regels.Aanbodsoort.choices)
    geslacht = models.CharField(max_length=10, choices=fasen.Doelgroep.choices)
    leeftijd = models.PositiveSmallIntegerField(null=True, blank=True)
    vorm = models.CharField(max_length=20, blank=True)
    aantal = models.PositiveSmallIntegerField(default=1)
    kinderen = models.PositiveSmallIntegerField(default=0)
    lvb = models.BooleanField(default=False)
    verslaving = models.BooleanField(default=False)
    veiligheid = models.PositiveSmallIntegerField(default=1)
    mijden = ArrayField(models.UUIDField(), default=list, blank=True)
    mijd_afstand = models.PositiveSmallIntegerField(default=0, help_text="km around each of `mijden`")
    dichtbij = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    herkomst = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    uitkomst = models.CharField(max_length=12, choices=regels.Uitkomst.choices, default=regels.Uitkomst.OPEN)
    gat = models.BooleanField(default=False, help_text="nothing in the own region fitted or was free")
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.UUIDField()

    class Meta:
        ordering = ("-gevraagd_op", "pk")


class Plek(models.Model):
    """One place. Free unless taken, shut, or held: `vast_tot` says until when, for which request."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    aanbod = models.ForeignKey(Zorgaanbod, on_delete=models.CASCADE, related_name="plekken")
    eigenaar_id = models.UUIDField()
    nummer = models.PositiveSmallIntegerField()
    bezet = models.BooleanField(default=False)
    dicht = models.BooleanField(default=False)
    vast_tot = models.DateTimeField(null=True, blank=True)
    vast_voor = models.ForeignKey(
        Zorgvraag, null=True, blank=True, on_delete=models.SET_NULL, related_name="plekken"
    )
    vast_door = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("nummer",)
        constraints = [models.UniqueConstraint(fields=["aanbod", "nummer"], name="plek_uniek")]
        indexes = [models.Index(fields=["aanbod"], name="plek_vrij", condition=Q(bezet=False, dicht=False))]


class Weigering(models.Model):
    """A place that was refused, with its reason: it is counted."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    vraag = models.ForeignKey(Zorgvraag, on_delete=models.CASCADE, related_name="weigeringen")
    aanbod = models.ForeignKey(Zorgaanbod, on_delete=models.CASCADE, related_name="+")
    vrager_id = models.UUIDField()
    eigenaar_id = models.UUIDField()
    reden = models.CharField(max_length=15, choices=regels.Weigerreden.choices)
    op = models.DateTimeField()

    class Meta:
        ordering = ("-op", "pk")


class Plaatsing(models.Model):
    """Somebody lives on a place, from … to …, and who pays for it."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    vraag = models.ForeignKey(Zorgvraag, on_delete=models.PROTECT, related_name="plaatsingen")
    plek = models.ForeignKey(Plek, on_delete=models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    herkomst = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gefinancierd = models.BooleanField(default=False)
    betaler = models.CharField(max_length=150, blank=True)
    buiten_regio = models.BooleanField(default=False)
    reden_buiten = VersleuteldVeld(null=True, blank=True)
    effect_onderzoek = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("-van", "pk")


class Financiering(models.Model):
    """Who pays for which victims: a subsidy or contract with its period, result and renewal (ZOR-10)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    betaler = models.CharField(max_length=150)
    waarvoor = models.CharField(max_length=200)
    gemeenten = ArrayField(models.UUIDField(), default=list, blank=True)
    begin = models.DateField()
    einde = models.DateField(null=True, blank=True)
    waarschuw_dagen = models.PositiveSmallIntegerField(default=90)
    resultaat = models.CharField(max_length=500, blank=True)
    verlengd_met = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="vorige"
    )

    class Meta:
        ordering = ("einde", "betaler")

# SPDX-License-Identifier: EUPL-1.2
"""A zorgtraject: the header, the steps it took, the group it came in with (ZOR-01)."""

from django.db import models

from schakel.convenant.models import Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Gemeente, Partner
from schakel.zorg.rules import fasen


class Groep(models.Model):
    """People who were found together and are worked out one by one. `naam` may tell of a place: encrypted."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    naam = VersleuteldVeld()
    aangemeld_op = models.DateField()

    class Meta:
        ordering = ("-aangemeld_op", "pk")


class Zorgtraject(models.Model):
    """The help for one person, from aanmelding to nazorg. The Stuk is closed: only who is named reads it.

    `verantwoordelijk` is the institution that carries it now; it passes on at acceptance of a file (ZOR-05).
    The regiocoördinator of the owner sees this header of every traject, and nothing below it.
    """

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="zorgtraject")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    verantwoordelijk = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=14, unique=True)
    model = models.CharField(max_length=20, default="vijf")
    fase = models.CharField(max_length=20)
    doelgroep = models.CharField(
        max_length=10, choices=fasen.Doelgroep.choices, default=fasen.Doelgroep.ONBEKEND
    )
    leeftijd = models.CharField(
        max_length=12, choices=fasen.Leeftijd.choices, default=fasen.Leeftijd.ONBEKEND
    )
    vorm = models.CharField(max_length=20, blank=True)
    herkomst = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    groep = models.ForeignKey(
        Groep, null=True, blank=True, on_delete=models.PROTECT, related_name="trajecten"
    )
    ouder = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="kinderen"
    )
    begeleider = models.ForeignKey(
        "toegang.Gebruiker", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    aangemeld_op = models.DateField()
    afgesloten_op = models.DateField(null=True, blank=True)
    sluitreden = models.CharField(max_length=20, blank=True, choices=fasen.Sluitreden.choices)
    nazorg = models.CharField(max_length=15, blank=True, choices=fasen.Nazorg.choices)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-aangemeld_op", "-pk")
        indexes = [models.Index(fields=["eigenaar", "-aangemeld_op"], name="zorgtraject_eigenaar")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(afgesloten_op__isnull=True)
                | (~models.Q(sluitreden="") & ~models.Q(nazorg="")),
                name="zorgtraject_dicht_met_reden_en_nazorg",
            )
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def fasemodel(self) -> fasen.Fasemodel:
        return fasen.FASEMODELLEN[self.model]

    @property
    def fasenaam(self) -> str:
        return self.fasemodel.fasen[self.fase]

    @property
    def gesloten(self) -> bool:
        return self.afgesloten_op is not None


class Fasestap(models.Model):
    """A step of the traject with its reason; written once."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="stappen")
    van = models.CharField(max_length=20, blank=True)
    naar = models.CharField(max_length=20)
    reden = VersleuteldVeld(null=True, blank=True)
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")

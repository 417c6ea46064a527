# SPDX-License-Identifier: EUPL-1.2
"""A melding and what follows it: conversation, terugkoppeling, and the day on which the answer was read.

Nothing here knows an account, address or device of a member of the public. What somebody typed is
encrypted; in plain text stand only a kenmerk, kinds, a municipality, statuses and dates.
"""

from django.db import models
from django.utils import timezone

from schakel.convenant.models import Stuk
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.melding import rules
from schakel.partner.models import Gemeente, Partner


class Melding(models.Model):
    """One report (MEL-01, MEL-02). `eigenaar_id` is the partner that received it: the meldpunt.

    `afzender`: the partner whose employee reported from inside; empty for the public. `melder`: {naam,
    contact} or empty. `indicatoren`: {id of the indicator: gezien | niet_gezien | onbekend}; what is
    absent was not answered. `terugkoppelen_voor`: last day for the next word to the melder; empty when
    the last word was said (MEL-04). `inhoud_merk`: keyed fingerprint of the words, the same for the same words.
    """

    stuk = models.OneToOneField(Stuk, primary_key=True, on_delete=models.CASCADE, related_name="melding")
    eigenaar_id = models.UUIDField()
    afzender = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=20, unique=True)
    soort = models.CharField(max_length=10, choices=rules.Soort.choices, default=rules.Soort.MELDING)
    kanaal = models.CharField(max_length=10, choices=rules.Kanaal.choices)
    vorm = models.CharField(max_length=20, choices=rules.Vorm.choices, default=rules.Vorm.ONBEKEND)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wijze = models.CharField(max_length=15, choices=rules.Wijze.choices, default=rules.Wijze.ANONIEM)
    zekerheid = models.CharField(
        max_length=20, choices=rules.Zekerheid.choices, default=rules.Zekerheid.ONBEKEND
    )
    acuut = models.BooleanField(default=False)
    leeftijd = models.CharField(
        max_length=15, choices=rules.Leeftijd.choices, default=rules.Leeftijd.ONBEKEND
    )
    omvang = models.CharField(max_length=10, choices=rules.Omvang.choices, default=rules.Omvang.ONBEKEND)
    sector = models.CharField(max_length=20, blank=True, choices=rules.Sector.choices)
    status = models.CharField(max_length=15, choices=rules.Status.choices, default=rules.Status.ONTVANGEN)
    afdoening = models.CharField(max_length=20, choices=rules.Afdoening.choices, blank=True)
    inhoud_merk = models.BinaryField(max_length=16, null=True)
    code_merk = models.BinaryField(max_length=16, unique=True)
    behandelaar = models.ForeignKey(
        "toegang.Gebruiker", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ontvangen_op = models.DateTimeField()
    terugkoppelen_voor = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)
    tekst = VersleuteldVeld()
    waar = VersleuteldVeld(default="")
    wie = VersleuteldVeld(default="")
    melder = VersleuteldJson(default=dict)
    indicatoren = VersleuteldJson(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["eigenaar_id", "status", "terugkoppelen_voor"], name="melding_werkvoorraad"),
            models.Index(fields=["eigenaar_id", "inhoud_merk"], name="melding_dubbel"),
            models.Index(fields=["afzender", "-ontvangen_op"], name="melding_afzender"),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @property
    def ouderdom(self) -> int:
        """Days since it was received."""
        return (klok.vandaag() - timezone.localdate(self.ontvangen_op)).days

    @property
    def soort_stand(self) -> str:
        """Kind of badge for the status."""
        return rules.STAND[self.status]

    @property
    def stand_voor_melder(self) -> str:
        """The status as the melder reads it: that it was passed on stays inside until it is said."""
        return str(rules.STAND_VOOR_MELDER[self.status])


class Bericht(models.Model):
    """One message of the conversation behind the receipt code."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.CASCADE, related_name="berichten")
    van = models.CharField(max_length=10, choices=rules.Van.choices)
    op = models.DateTimeField()
    tekst = VersleuteldVeld()

    class Meta:
        ordering = ("op", "pk")


class Terugkoppeling(models.Model):
    """What came of it, in a category that betrays nothing, with an explanation if need be (MEL-04)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.CASCADE, related_name="terugkoppelingen")
    uitkomst = models.CharField(max_length=20, choices=rules.Uitkomst.choices)
    toelichting = VersleuteldVeld(default="")
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")

    @property
    def zin(self) -> str:
        """What the melder reads."""
        return str(rules.UITKOMSTZIN[self.uitkomst])


class Inzage(models.Model):
    """The receipt code was used on this day, so what was said up to then was read. No hour, no place."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.CASCADE, related_name="inzagen")
    dag = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["melding", "dag"], name="inzage_dag")]


class Kaart(models.Model):
    """A receipt card that was shown: its address works once. A keyed fingerprint, for some minutes."""

    merk = models.BinaryField(primary_key=True, max_length=16)
    verloopt = models.DateTimeField()


class Emmer(models.Model):
    """A token bucket for everybody together: codes cannot be guessed, nobody needs to be recognised."""

    naam = models.CharField(primary_key=True, max_length=20)
    stand = models.FloatField()
    op = models.DateTimeField()

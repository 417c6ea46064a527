# SPDX-License-Identifier: EUPL-1.2
"""Where a melding goes after triage: the agreed routes, and each time one was taken (MEL-03)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.melding import rules
from schakel.melding.models.melding import Melding
from schakel.partner.models import Partner, PartnerSoort


class Routeregel(models.Model):
    """One agreed route. Empty conditions hold for everything; the first that fits is proposed (rules.triage).

    `naar` empty: no partner is agreed, a person decides each time. `kanaal`: what the region calls this way
    on ("EMM", "voorbereidingsteam"), under which it is counted. `ook`: goes there besides the main receiver.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    volgorde = models.PositiveSmallIntegerField(default=50)
    vormen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    leeftijd = models.CharField(max_length=15, blank=True, choices=rules.Leeftijd.choices)
    omvang = models.CharField(max_length=10, blank=True, choices=rules.Omvang.choices)
    sectoren = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    gemeenten = ArrayField(models.UUIDField(), default=list, blank=True)
    van_soort = models.CharField(max_length=30, blank=True, choices=PartnerSoort.choices)
    naar = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kanaal = models.CharField(max_length=60, blank=True)
    ook = models.BooleanField(default=False)
    termijn = models.PositiveSmallIntegerField(default=3, help_text="days for the receiver to accept")
    norm = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="agreed number of meldingen a year"
    )
    afspraak = models.CharField(max_length=200, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("volgorde", "pk")

    @property
    def naam(self) -> str:
        """Where it leads, in words."""
        if self.naar is None:
            return self.kanaal or str(_("per geval besluiten"))
        return f"{self.naar.naam} ({self.kanaal})" if self.kanaal else self.naar.naam


class Doorzending(models.Model):
    """A melding was offered to another partner. `van` keeps it until `aan` accepts; then it moves over.

    Beside the words of the offer only the header can be seen before that. `uiterlijk` is the last day to
    accept; a day later the ketenregisseur sees that `aan` is silent. `kenmerk` stays when the melding is gone.
    """

    class Status(models.TextChoices):
        WACHT = "wacht", _("Wacht op antwoord")
        AANGENOMEN = "aangenomen", _("Aangenomen")
        GEWEIGERD = "geweigerd", _("Niet aangenomen")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")
        OVERGENOMEN = "overgenomen", _("Overgenomen door de ketenregisseur")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.CASCADE, related_name="doorzendingen")
    kenmerk = models.CharField(max_length=20)
    vorm = models.CharField(max_length=20, choices=rules.Vorm.choices)
    plaats = models.CharField(max_length=100, blank=True)
    leeftijd = models.CharField(max_length=15, choices=rules.Leeftijd.choices)
    omvang = models.CharField(max_length=10, choices=rules.Omvang.choices)
    acuut = models.BooleanField(default=False)
    van = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kanaal = models.CharField(max_length=60, blank=True)
    naam_mee = models.BooleanField(
        default=False, help_text="a confidential melder agreed that the name goes along"
    )
    bericht = VersleuteldVeld(default="")
    antwoord = VersleuteldVeld(default="")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.WACHT)
    uiterlijk = models.DateField()
    gemaakt_op = models.DateTimeField()
    beslist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["melding"], condition=models.Q(status="wacht"), name="doorzending_een_tegelijk"
            ),
            models.CheckConstraint(condition=~models.Q(van=models.F("aan")), name="doorzending_partners"),
        ]
        indexes = [
            models.Index(fields=["status", "uiterlijk"], name="doorzending_open"),
            models.Index(fields=["van", "-gemaakt_op"], name="doorzending_van"),
        ]

    @property
    def te_laat(self) -> bool:
        """Did the receiver let the term pass?"""
        return self.status == self.Status.WACHT and self.uiterlijk < klok.vandaag()

    @property
    def stand(self) -> str:
        """Kind of badge."""
        return {"wacht": "fout" if self.te_laat else "bezig", "aangenomen": "goed"}.get(self.status, "dicht")

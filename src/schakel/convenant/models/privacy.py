# SPDX-License-Identifier: EUPL-1.2
"""The privacy checklist and question base, data-subject requests, and the proof of destruction."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.convenant import rules
from schakel.convenant.models.afspraken import Convenant
from schakel.convenant.models.keuzes import keuzes
from schakel.convenant.models.stukken import Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Vragenlijst(models.Model):
    """A version of the privacy checklist for one moment (CNV-04). Only one version per moment is active at a time."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    moment = models.CharField(max_length=15, choices=keuzes(rules.Moment))
    nummer = models.PositiveSmallIntegerField()
    actief = models.BooleanField(default=False)
    contact = models.CharField(max_length=200, help_text="whom of the privacygroep to call")
    gemaakt_op = models.DateTimeField()

    class Meta:
        ordering = ("moment", "-nummer")
        constraints = [
            models.UniqueConstraint(fields=["moment", "nummer"], name="vragenlijst_nummer"),
            models.UniqueConstraint(
                fields=["moment"], condition=models.Q(actief=True), name="vragenlijst_een_actief"
            ),
        ]


class Vraag(models.Model):
    """One question. `moet`: the answer without which the act is blocked (empty = any answer will do)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    lijst = models.ForeignKey(Vragenlijst, on_delete=models.CASCADE, related_name="vragen")
    volgorde = models.PositiveSmallIntegerField(default=1)
    tekst = models.CharField(max_length=300)
    uitleg = models.TextField(blank=True)
    verplicht = models.BooleanField(default=True)
    moet = models.CharField(max_length=10, blank=True, choices=[("ja", "ja"), ("nee", "nee")])

    class Meta:
        ordering = ("volgorde", "pk")


class Checklist(models.Model):
    """A filled-in checklist: which version, at what act (`over`: id of the verstrekking, casus or partij)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    lijst = models.ForeignKey(Vragenlijst, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    over = models.UUIDField()
    antwoorden = VersleuteldJson()
    ingevuld_door = models.UUIDField()
    ingevuld_op = models.DateTimeField()


class Vraagbaak(models.Model):
    """A question to the privacygroep with its answer, ground and date; may be shared with other regions (CNV-04)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    vraag = models.TextField()
    gesteld_door = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    gesteld_op = models.DateField()
    antwoord = models.TextField(blank=True)
    grond = models.CharField(max_length=200, blank=True)
    beantwoord_op = models.DateField(null=True, blank=True)
    deelbaar = models.BooleanField(default=False)

    class Meta:
        ordering = ("-gesteld_op", "pk")


class Inzageverzoek(models.Model):
    """A data-subject request at the contact point of a partnership: it counts as one to all controllers (CNV-08+)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    convenant = models.ForeignKey(Convenant, on_delete=models.PROTECT, related_name="inzageverzoeken")
    contactpunt = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=15, choices=keuzes(rules.Recht))
    verzoeker = VersleuteldJson()
    identiteit_vastgesteld = models.BooleanField(default=False)
    ontvangen_op = models.DateField()
    termijn = models.DateField()
    verleng_reden = VersleuteldVeld(null=True, blank=True)
    geregistreerd_door = models.UUIDField()
    antwoord = VersleuteldVeld(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("termijn",)


class Deelverzoek(models.Model):
    """The part of one joint controller in a data-subject request; the term is the same for all."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    inzageverzoek = models.ForeignKey(Inzageverzoek, on_delete=models.CASCADE, related_name="deelverzoeken")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    contactpunt = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=12, choices=keuzes(rules.DeelStand), default=rules.DeelStand.OPEN)
    antwoord = VersleuteldVeld(null=True, blank=True)
    uitzondering = models.CharField(max_length=200, blank=True, help_text="the article that is invoked")
    beantwoord_door = models.UUIDField(null=True, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inzageverzoek", "partner"], name="deelverzoek_uniek")]


class Vernietiging(models.Model):
    """Proof of destruction: how much of what kind, when, on which ground; nothing of the content (CNV-09+)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    herkomst_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    stuk = models.ForeignKey(Stuk, null=True, on_delete=models.SET_NULL, related_name="+")
    categorieen = ArrayField(models.CharField(max_length=30))
    aantal = models.PositiveIntegerField()
    bewaren_tot = models.DateField()
    opnieuw_gevraagd = models.BooleanField(default=False)
    vernietigd_op = models.DateTimeField()

    class Meta:
        ordering = ("-vernietigd_op", "pk")

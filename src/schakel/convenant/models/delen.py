# SPDX-License-Identifier: EUPL-1.2
"""Acts of sharing, and what is asked or given around them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.models.afspraken import ConvenantVersie
from schakel.convenant.models.keuzes import keuzes
from schakel.convenant.models.stukken import Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Verstrekking(models.Model):
    """One act of sharing, with everything Wpg art. 20 wants recorded (CNV-03). `einde` is the last valid day.

    `casus`: purpose-bound; then only those betrokken bij that casus at the receiver see it. A verstrekking that needs
    a second person counts from the moment `tweede_persoon` is filled.
    `protocol`: what the supplier's own law wants recorded (rules.protocol).
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="verstrekkingen")
    van_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan_functie = models.CharField(max_length=30, blank=True)
    casus = models.ForeignKey(Stuk, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    stuk_besloten = models.BooleanField(default=False)
    stuk_soort = models.CharField(max_length=20, blank=True)
    categorieen = ArrayField(models.CharField(max_length=30))
    doel = models.CharField(max_length=20, choices=keuzes(rules.Doel))
    grondslag = models.CharField(max_length=30, blank=True)
    grondslagen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    fase = models.CharField(max_length=20, choices=keuzes(rules.Fase))
    deel = models.PositiveSmallIntegerField(null=True, blank=True)
    versie = models.ForeignKey(ConvenantVersie, on_delete=models.PROTECT, related_name="verstrekkingen")
    regels = ArrayField(models.CharField(max_length=30))
    voorwaarden = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    geanonimiseerd = models.BooleanField(default=False)
    motivering = VersleuteldVeld(null=True, blank=True)
    protocol = VersleuteldJson(null=True, blank=True)
    begin = models.DateField()
    einde = models.DateField()
    door = models.UUIDField()
    gemaakt_op = models.DateTimeField()
    wacht_op_tweede = models.BooleanField(default=False)
    tweede_persoon = models.UUIDField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.UUIDField(null=True, blank=True)
    intrek_reden = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op",)
        indexes = [
            models.Index(fields=["aan_partner", "stuk"], name="verstrekking_aan"),
            models.Index(fields=["-gemaakt_op"], name="verstrekking_tijd"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begin__lte=models.F("einde")), name="verstrekking_termijn"
            ),
            models.CheckConstraint(
                condition=~models.Q(van_partner=models.F("aan_partner")), name="verstrekking_partners"
            ),
        ]


class Toegekend(models.Model):
    """The view `convenant_toegekend`: what verstrekkingen in force give to the actor of this transaction, now.

    One row per verstrekking and category. Both the row-level policies and the filter `queries.zichtbaar` read it.
    """

    verstrekking = models.OneToOneField(
        Verstrekking, primary_key=True, on_delete=models.DO_NOTHING, related_name="+"
    )
    stuk_id = models.UUIDField()
    categorie = models.CharField(max_length=30)

    class Meta:
        managed = False
        db_table = "convenant_toegekend"


class ToegekendStuk(models.Model):
    """The view `convenant_toegekendstuk`: the objects that these acts give, each once; a Stuk asks no more."""

    stuk_id = models.UUIDField(primary_key=True)

    class Meta:
        managed = False
        db_table = "convenant_toegekendstuk"


class Vrijgaveverzoek(models.Model):
    """A request for the owner's release: another purpose or casus, passing on, a new partner (CNV-03).

    Without `stuk` it is a blind request: the asker does not see, and does not learn, whether there is anything.
    """

    class Soort(models.TextChoices):
        ANDER_DOEL = "ander_doel", _("Gebruik voor een ander doel")
        ANDERE_CASUS = "andere_casus", _("Gebruik in een andere casus")
        DOORVERSTREKKEN = "doorverstrekken", _("Doorgeven aan een andere partner")
        NIEUWE_PARTNER = "nieuwe_partner", _("Toegang voor een nieuwe partner")
        OPNIEUW = "opnieuw", _("Opnieuw vragen na afloop van de bewaartermijn")

    class Status(models.TextChoices):
        OPEN = "open", _("Wacht op de eigenaar")
        VRIJGEGEVEN = "vrijgegeven", _("Vrijgegeven")
        GEWEIGERD = "geweigerd", _("Geweigerd")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    vrager = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager_functie = models.CharField(max_length=30)
    gevraagd_door = models.UUIDField()
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    stuk = models.ForeignKey(Stuk, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    casus = models.ForeignKey(Stuk, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    voor = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    categorieen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    doel = models.CharField(max_length=20, choices=keuzes(rules.Doel))
    vraag = VersleuteldVeld()
    gemaakt_op = models.DateTimeField()
    antwoord_voor = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    antwoord = VersleuteldVeld(null=True, blank=True)
    beslist_door = models.UUIDField(null=True, blank=True)
    beslist_op = models.DateTimeField(null=True, blank=True)
    verstrekking = models.ForeignKey(
        Verstrekking, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("-gemaakt_op",)


class AnoniemeVersie(models.Model):
    """A version that leads to nobody, written by the owner, for a partner that may not have the full one (CNV-03)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="+")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    doel = models.CharField(max_length=20, choices=keuzes(rules.Doel))
    tekst = VersleuteldVeld()
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op",)

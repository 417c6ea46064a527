# SPDX-License-Identifier: EUPL-1.2
"""What brings pieces together: keyed values, what touches what, and the regime under which partners may
compare.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant.models import Convenant, Gegeven
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


class Koppelregime(models.Model):
    """An agreement to compare without showing; off until `rules.koppelregime.ontbreekt` finds nothing
    missing.

    The same conditions stand in `policies.sql` (view `signaal_koppelbaar`).
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=200)
    convenant = models.ForeignKey(
        Convenant, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    doel = models.CharField(max_length=300, blank=True)
    grondslag = models.CharField(max_length=100, blank=True)
    dpia = models.CharField(max_length=200, blank=True, help_text="reference of the DPIA")
    advies = models.CharField(max_length=300, blank=True)
    besluit = models.CharField(max_length=200, blank=True)
    categorieen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    identifiers = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    bewaarmaanden = models.PositiveSmallIntegerField(default=12)
    ondergrens = models.PositiveSmallIntegerField(
        default=0, help_text="useful hits before the evaluation date"
    )
    evaluatie_op = models.DateField(null=True, blank=True)
    actief_van = models.DateField(null=True, blank=True)
    actief_tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class KoppelregimePartij(models.Model):
    """A partner that takes part in a regime."""

    regime = models.ForeignKey(Koppelregime, on_delete=models.CASCADE, related_name="partijen")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regime", "partner"], name="koppelregimepartij_uniek")]


class Koppelsleutel(models.Model):
    """A salted 64-bit hash of one linking key of one statement; see `koppelen`.

    `verborgen_tot`: before this day only the owner finds it (embargo, own organisation only); 9999-12-31 =
    until lifted. `zwak`: belongs to a niet-pluissignaal. `vervalt_op`: the last day on which partners find
    it. `versie`: of the rules that made it (`koppeling.sleutels.VERSIE`).
    """

    sleutel = models.BigIntegerField()
    gegeven = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="+")
    stuk_id = models.UUIDField()
    eigenaar_id = models.UUIDField()
    soort = models.CharField(max_length=24)
    identifier = models.CharField(max_length=12)
    categorie = models.CharField(max_length=30)
    verborgen_tot = models.DateField(null=True, blank=True)
    zwak = models.BooleanField(default=False)
    gemaakt_op = models.DateField()
    vervalt_op = models.DateField()
    versie = models.PositiveSmallIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["sleutel", "stuk_id"], name="koppelsleutel_sleutel"),
            models.Index(fields=["stuk_id"], name="koppelsleutel_stuk"),
        ]


class Raakvlak(models.Model):
    """One side of a hit: my `stuk` touches something of `tegenpartij`. The other side has its own row.

    `ander_stuk_id` and `soorten` are for the machine: a reader learns them only where the rule lets them see
    the other object. `zin` is what the decider saw, kept with the decision.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Nog te beoordelen")
        ZELFDE = "zelfde", _("Hoort bij elkaar")
        NIET_ZELFDE = "niet_zelfde", _("Hoort niet bij elkaar")
        ONBESLIST = "onbeslist", _("Niet te zeggen")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk_id = models.UUIDField()
    eigenaar_id = models.UUIDField()
    tegenpartij = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    ander_stuk_id = models.UUIDField()
    soorten = ArrayField(models.CharField(max_length=24), default=list)
    bits = models.FloatField(default=0)
    gevonden_op = models.DateTimeField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    zin = VersleuteldVeld(null=True, blank=True)
    reden = VersleuteldVeld(null=True, blank=True)
    door = models.UUIDField(null=True, blank=True)
    op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-bits", "pk")
        constraints = [models.UniqueConstraint(fields=["stuk_id", "ander_stuk_id"], name="raakvlak_uniek")]
        indexes = [models.Index(fields=["eigenaar_id", "status"], name="raakvlak_eigenaar")]

    @property
    def stand(self) -> str:
        """Kind of badge."""
        return {"open": "let-op", "zelfde": "goed"}.get(self.status, "neutraal")


class Raakvlakoordeel(models.Model):
    """Every judgement of a raakvlak, as it was given; the latest stands on the Raakvlak itself."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    raakvlak = models.ForeignKey(Raakvlak, on_delete=models.CASCADE, related_name="oordelen")
    status = models.CharField(max_length=12, choices=Raakvlak.Status.choices)
    zin = VersleuteldVeld(null=True, blank=True)
    reden = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("-op", "-pk")


class Optelling(models.Model):
    """Niet-pluissignalen that add up: one task for who must weigh them (SIG-04). Holds no content.

    `eigenaar`: the partner whose ketenregisseur weighs. `sleutel`: the keyed value on which they meet, so
    that the same subject gives one task. `partners`: whom to call.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    sleutel = models.BigIntegerField()
    waarop = models.CharField(max_length=24)
    partners = ArrayField(models.UUIDField())
    gemaakt_op = models.DateTimeField()
    status = models.CharField(
        max_length=10, default="open", choices=[("open", "Open"), ("gewogen", "Gewogen")]
    )
    reden = VersleuteldVeld(null=True, blank=True)
    door = models.UUIDField(null=True, blank=True)
    op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op", "pk")
        constraints = [models.UniqueConstraint(fields=["eigenaar", "sleutel"], name="optelling_uniek")]

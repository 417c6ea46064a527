# SPDX-License-Identifier: EUPL-1.2
"""What is shared: objects with an owner, and the pieces of information on them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.models.keuzes import keuzes
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Stuk(models.Model):
    """An object with an owner. `besloten`: only those named in `Betrokkene` see it, also within the owner (casus,
    closed compartment). `embargo_tot`: hidden from other partners before that day; 9999-12-31 = until lifted."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20, choices=keuzes(rules.StukSoort))
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    besloten = models.BooleanField(default=False)
    handeling = models.CharField(
        max_length=20, choices=keuzes(rules.Handeling), default=rules.Handeling.KETEN
    )
    embargo_tot = models.DateField(null=True, blank=True)
    fase = models.CharField(max_length=20, choices=keuzes(rules.Fase), default=rules.Fase.DETECTIE)
    gemaakt_op = models.DateTimeField()
    vertrouwen = models.BooleanField(
        default=False, help_text="given in trust: warn before police or OM are asked in (CNV-07)"
    )

    class Meta:
        indexes = [models.Index(fields=["eigenaar", "soort", "-gemaakt_op"], name="stuk_eigenaar")]
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar"], name="stuk_id_eigenaar")]


class Betrokkene(models.Model):
    """A named colleague who sees a closed object (and their stand-in), at the owner or at another partner."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="betrokkenen")
    eigenaar_id = models.UUIDField()
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    gebruiker = models.ForeignKey("toegang.Gebruiker", on_delete=models.CASCADE, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gebruiker", "stuk"], name="betrokkene_gebruiker")]


class Genoemd(models.Model):
    """A partner named by the owner: condition of handeling `genoemd`."""

    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="genoemden")
    eigenaar_id = models.UUIDField()
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stuk", "partner"], name="genoemd_uniek")]


class Gegeven(models.Model):
    """One piece of information. `inhoud` is JSON whose shape belongs to its `soort` (signaal.rules.gegevens)."""

    class Zekerheid(models.TextChoices):
        EIGEN_WAARNEMING = "eigen_waarneming", _("Eigen waarneming")
        HOREN_ZEGGEN = "horen_zeggen", _("Van horen zeggen")
        DOCUMENT = "document", _("Document")
        SYSTEEM = "systeem", _("Uit een systeem")
        NIET_PLUIS = "niet_pluis", _("Niet-pluisgevoel")

    class ProcesVerbaal(models.TextChoices):
        JA = "ja", _("Bruikbaar voor proces-verbaal")
        NEE = "nee", _("Niet bruikbaar voor proces-verbaal")
        OVERLEG = "na_overleg", _("Alleen na overleg")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="gegevens")
    eigenaar_id = models.UUIDField()
    soort = models.CharField(max_length=20)
    categorie = models.CharField(max_length=30, choices=keuzes(rules.Categorie))
    handeling = models.CharField(
        max_length=20, choices=keuzes(rules.Handeling), default=rules.Handeling.KETEN
    )
    embargo_tot = models.DateField(null=True, blank=True)
    proces_verbaal = models.CharField(
        max_length=12, choices=ProcesVerbaal.choices, default=ProcesVerbaal.OVERLEG
    )
    niet_fiscaal = models.BooleanField(default=False)
    niet_strafrechtelijk = models.BooleanField(default=False)
    zekerheid = models.CharField(max_length=20, choices=Zekerheid.choices, default=Zekerheid.EIGEN_WAARNEMING)
    datum = models.DateField(null=True, blank=True)
    bewaren_tot = models.DateField(null=True, blank=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.UUIDField(null=True, blank=True)
    herkomst_id = models.UUIDField(
        null=True, blank=True, help_text="a copy: the piece of another partner it was taken from"
    )
    herkomst_partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    inhoud = VersleuteldJson()

    class Meta:
        indexes = [
            models.Index(fields=["stuk", "soort"], name="gegeven_stuk"),
            models.Index(fields=["bewaren_tot"], name="gegeven_bewaren"),
        ]
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar_id"], name="gegeven_id_eigenaar")]


class GegevenBron(models.Model):
    """Who told it, kept apart from what was told (CNV-06). `beschermd`: only the bringing partner ever sees it."""

    gegeven = models.OneToOneField(Gegeven, primary_key=True, on_delete=models.CASCADE, related_name="bron")
    eigenaar_id = models.UUIDField()
    beschermd = models.BooleanField(default=True)
    inhoud = VersleuteldVeld()


class Zoekwoord(models.Model):
    """A keyed word (64-bit HMAC of a stem, name part or prefix) of a Gegeven, in place of full text (huis.md §4)."""

    woord = models.BigIntegerField()
    gegeven = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="+")
    stuk_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["woord", "stuk_id"], name="zoekwoord_woord")]

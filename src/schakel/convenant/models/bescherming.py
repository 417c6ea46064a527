# SPDX-License-Identifier: EUPL-1.2
"""What protects an investigation, a source or a client: embargo, source requests, consent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.models.keuzes import keuzes
from schakel.convenant.models.stukken import Gegeven, Stuk
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Functie, Partner


class Embargo(models.Model):
    """A hold by the owner on an object, or on one piece of it: reason, what others may see, review, end (CNV-05).

    Without `tot` it lasts until it is lifted; on `herzien_op` the holder must lift or prolong with a reason.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="embargos")
    gegeven = models.ForeignKey(
        Gegeven, null=True, blank=True, on_delete=models.CASCADE, related_name="embargos"
    )
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    anderen_zien = models.CharField(
        max_length=12, choices=keuzes(rules.AnderenZien), default=rules.AnderenZien.NIETS
    )
    bel_functie = models.ForeignKey(
        Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reden = VersleuteldVeld()
    ingang = models.DateField()
    herzien_op = models.DateField()
    tot = models.DateField(null=True, blank=True)
    verlengd = models.PositiveSmallIntegerField(default=0)
    verleng_reden = VersleuteldVeld(null=True, blank=True)
    gezet_door = models.UUIDField()
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opgeheven_door = models.UUIDField(null=True, blank=True)
    hef_reden = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("herzien_op",)


class Embargomerk(models.Model):
    """A keyed identifier (address, phone, company …) under embargo, for the question "may we go there?" (CNV-05)."""

    merk = models.BigIntegerField()
    embargo = models.ForeignKey(Embargo, on_delete=models.CASCADE, related_name="merken")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["merk"], name="embargomerk_merk")]


class Afstemming(models.Model):
    """A planned intervention touched a hold. The holder learns of it; the asker learns only whom to call.

    Without `embargo` it touched none: written all the same, so that the time it takes tells nothing. Nobody reads it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    vrager = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager_functie = models.CharField(max_length=30)
    houder = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    embargo = models.ForeignKey(Embargo, null=True, on_delete=models.CASCADE, related_name="+")
    gepland_op = models.DateField(null=True, blank=True)
    voornemen = VersleuteldVeld()
    gevraagd_op = models.DateTimeField()
    afgehandeld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gevraagd_op",)


class Bronverzoek(models.Model):
    """A request to the bringing partner to disclose a source, and its answer (CNV-06)."""

    class Status(models.TextChoices):
        OPEN = "open", _("Wacht op wie het inbracht")
        TOEGEZEGD = "toegezegd", _("Toegezegd")
        GEWEIGERD = "geweigerd", _("Geweigerd")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gegeven = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="bronverzoeken")
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="+")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    vrager_functie = models.CharField(max_length=30)
    gevraagd_door = models.UUIDField()
    reden = VersleuteldVeld()
    gemaakt_op = models.DateTimeField()
    antwoord_voor = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    antwoord = VersleuteldVeld(null=True, blank=True)
    beslist_door = models.UUIDField(null=True, blank=True)
    beslist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-gemaakt_op",)


class Toestemming(models.Model):
    """What a client consented to, refused, or what an emergency allowed (CNV-07).

    `categorieen` and `partners` are the scope; empty `partners` = every partner of the purpose told to the client.
    """

    class Gever(models.TextChoices):
        CLIENT = "client", _("De cliënt zelf")
        VOOGD = "voogd", _("Voogd")
        OUDER = "ouder", _("Ouder met gezag")
        GEEN = "geen", _("Niemand (noodsituatie)")

    class Wijze(models.TextChoices):
        MONDELING = "mondeling", _("Mondeling")
        SCHRIFTELIJK = "schriftelijk", _("Schriftelijk")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="toestemmingen")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=keuzes(rules.ToestemmingSoort))
    gever = models.CharField(max_length=10, choices=Gever.choices, default=Gever.CLIENT)
    wijze = models.CharField(max_length=12, choices=Wijze.choices, default=Wijze.MONDELING)
    categorieen = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    partners = ArrayField(models.UUIDField(), default=list, blank=True)
    toelichting = VersleuteldVeld(null=True, blank=True)
    gegeven_op = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vastgelegd_door = models.UUIDField()
    ingetrokken_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-gegeven_op", "pk")

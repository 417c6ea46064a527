# SPDX-License-Identifier: EUPL-1.2
"""A meeting of a body: who was there, what stood on the agenda, what the overleg decided and who does what.

Everything below the meeting carries its `deel`; rows of part 2 do not exist for who sits in part 1 only.
"""

from datetime import time
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.casus.models import Casus
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.overleg import rules
from schakel.partner.models import Functie, Orgaan, Partner, PartnerSoort, Rol


def _deel() -> "models.PositiveSmallIntegerField[Any, Any]":
    return models.PositiveSmallIntegerField(choices=list(rules.DELEN.items()), default=1)


class Werkwijze(models.Model):
    """How a body works, set by who leads it: a region is a configuration, not code (OVL-01, OVL-02).

    `nodig`: kinds of partners without whom nothing is decided; `gemeente_te_gast`: the municipality concerned is asked
    for its own item.
    """

    orgaan = models.OneToOneField(
        Orgaan, primary_key=True, on_delete=models.CASCADE, related_name="werkwijze"
    )
    aanvang = models.TimeField(default=time(10))
    plaats = models.CharField(max_length=200, blank=True)
    minuten = models.PositiveSmallIntegerField(default=15)
    quorum = models.PositiveSmallIntegerField(default=0)
    nodig = ArrayField(
        models.CharField(max_length=20, choices=PartnerSoort.choices), default=list, blank=True
    )
    gemeente_te_gast = models.BooleanField(default=True)


class Overleg(models.Model):
    """One meeting. `eigenaar_id` is the partner that plans and runs it; `voorzitter` a function, never a
    name."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar_id = models.UUIDField()
    kenmerk = models.CharField(max_length=14, unique=True)
    orgaan = models.ForeignKey(Orgaan, on_delete=models.PROTECT, related_name="+")
    tijdstip = models.DateTimeField()
    plaats = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=rules.Status.choices, default=rules.Status.GEPLAND)
    voorzitter = models.ForeignKey(
        Functie, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    uitgenodigd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-tijdstip",)
        indexes = [models.Index(fields=["orgaan", "-tijdstip"], name="overleg_orgaan")]
        constraints = [models.UniqueConstraint(fields=["id", "eigenaar_id"], name="overleg_id_eigenaar")]


class Aanwezige(models.Model):
    """A partner sat there through a function, in one part (OVL-02). `vervanger`: the function that came instead."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="aanwezigen")
    deel = _deel()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30, choices=Rol.choices)
    aanwezig = models.BooleanField(default=True)
    vervanger = models.CharField(max_length=150, blank=True)
    genoteerd_op = models.DateTimeField()

    class Meta:
        ordering = ("deel", "partner__naam")
        constraints = [
            models.UniqueConstraint(fields=["overleg", "deel", "partner", "rol"], name="aanwezige_uniek")
        ]


class Agendapunt(models.Model):
    """A case on the agenda. `volgorde` is never shown: numbers are counted per reader (`rules.per_deel`)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="agendapunten")
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="+")
    deel = _deel()
    volgorde = models.PositiveSmallIntegerField(default=1)
    minuten = models.PositiveSmallIntegerField(default=15)
    aanleiding = VersleuteldVeld(null=True, blank=True)

    class Meta:
        ordering = ("deel", "volgorde", "pk")
        constraints = [
            models.UniqueConstraint(fields=["overleg", "casus", "deel"], name="agendapunt_uniek"),
            models.UniqueConstraint(fields=["id", "deel"], name="agendapunt_id_deel"),
        ]


class Deelname(models.Model):
    """Someone for one item only: asked to it (`gast`), or out of the room for it (`buiten`).

    Its own rows are all that a guest knows of the meeting; the case itself still asks to be betrokken.
    """

    class Soort(models.TextChoices):
        GAST = "gast", _("Uitgenodigd voor dit punt")
        BUITEN = "buiten", _("Niet in de zaal bij dit punt")

    class Waarom(models.TextChoices):
        GEMEENTE = "gemeente", _("De gemeente waar het speelt")
        BETROKKEN = "betrokken", _("Betrokken bij de casus")
        GEVRAAGD = "gevraagd", _("Gevraagd door de voorzitter")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="deelnames")
    eigenaar_id = models.UUIDField()
    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="deelnames")
    deel = _deel()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30, choices=Rol.choices)
    soort = models.CharField(max_length=10, choices=Soort.choices)
    waarom = models.CharField(max_length=10, choices=Waarom.choices, blank=True)
    vanaf = models.DateTimeField(null=True, blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering = ("vanaf", "pk")
        indexes = [models.Index(fields=["partner", "rol"], name="deelname_wie")]
        constraints = [
            models.UniqueConstraint(fields=["agendapunt", "partner", "rol", "soort"], name="deelname_uniek")
        ]


class Besluit(models.Model):
    """A decision of the overleg, not of its chair; written once (OVL-04)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="besluiten")
    deel = _deel()
    tekst = VersleuteldVeld()
    reden = VersleuteldVeld()
    afwijkend = VersleuteldVeld(null=True, blank=True, help_text="wie het anders zag, en waarom")
    genoteerd_door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")
        constraints = [models.UniqueConstraint(fields=["id", "deel"], name="besluit_id_deel")]


class Actie(models.Model):
    """What a partner does because of a decision. Its holder sees it, also without seeing the decision."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="acties")
    deel = _deel()
    overleg_kenmerk = models.CharField(max_length=14)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    omschrijving = VersleuteldVeld()
    termijn = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=10, choices=rules.ActieStatus.choices, default=rules.ActieStatus.OPEN
    )
    resultaat = VersleuteldVeld(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("termijn", "pk")
        indexes = [models.Index(fields=["partner", "status"], name="actie_partner")]

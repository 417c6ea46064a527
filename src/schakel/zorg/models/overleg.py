# SPDX-License-Identifier: EUPL-1.2
"""A meeting of care about clients: its own tables, so that nothing of the ketenaanpak refers to a traject (ZOR-09)."""

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Orgaan, Partner
from schakel.signaal.models import Signaal
from schakel.zorg.models.traject import Zorgtraject
from schakel.zorg.rules.fasen import Leeftijd


class Zorgbespreking(models.Model):
    """One meeting of a body of the zorgketen: zorgoverleg, COBO, prostitutieoverleg …"""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar_id = models.UUIDField()
    orgaan = models.ForeignKey(Orgaan, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()

    class Meta:
        ordering = ("-datum", "pk")


class Bespreekpunt(models.Model):
    """A client on the agenda. `voogd`: who of the guardian was there; for a minor alone nothing opens without."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    bespreking = models.ForeignKey(Zorgbespreking, on_delete=models.CASCADE, related_name="punten")
    traject = models.ForeignKey(Zorgtraject, on_delete=models.CASCADE, related_name="+")
    eigenaar_id = models.UUIDField()
    vraag = VersleuteldVeld(null=True, blank=True)
    voogd = VersleuteldVeld(null=True, blank=True)
    voogd_op = models.DateTimeField(null=True, blank=True)
    afspraak = VersleuteldVeld(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bespreking", "traject"], name="bespreekpunt_uniek")]


class Overlegsignaal(models.Model):
    """A signal with a body of care, and what was agreed on it there (ZOR-03).

    `leeftijd`: what the rule went by when it chose the body; empty when a person chose.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="+")
    eigenaar_id = models.UUIDField()
    orgaan = models.ForeignKey(Orgaan, on_delete=models.PROTECT, related_name="+")
    leeftijd = models.CharField(max_length=12, blank=True, choices=Leeftijd.choices)
    afspraak = VersleuteldVeld(null=True, blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering = ("-op", "pk")
        constraints = [
            models.UniqueConstraint(fields=["signaal", "eigenaar_id"], name="overlegsignaal_uniek")
        ]


class Inbreng(models.Model):
    """The bridge: the regiocoördinator brings a signal into part 1 of a body of the ketenaanpak.

    It has no content; what others may read of the signal is what was shared with them.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="+")
    eigenaar = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    orgaan = models.ForeignKey(Orgaan, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("van", "pk")
        constraints = [
            models.UniqueConstraint(fields=["signaal", "orgaan", "eigenaar"], name="inbreng_uniek")
        ]

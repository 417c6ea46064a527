# SPDX-License-Identifier: EUPL-1.2
"""A meeting of care about clients: its own tables, so that nothing of the ketenaanpak refers to a traject (ZOR-09)."""

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Orgaan
from schakel.zorg.models.traject import Zorgtraject


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

# SPDX-License-Identifier: EUPL-1.2
"""One person with two sides in a case: possible victim and suspect (CAS-10+; Aanwijzing mensenhandel, non-punishment)."""

from django.db import models

from schakel.casus.models.casus import Casus
from schakel.convenant.models import Gegeven
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.partner.models import Partner


class Dubbelrol(models.Model):
    """Two statements about persons in the dossier are about one person. It exists only for who sees both of them:
    who has one side reads nothing that tells of the other. `verband`: what the person did under whose force.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    casus = models.ForeignKey(Casus, on_delete=models.CASCADE, related_name="dubbelrollen")
    slachtoffer = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="+")
    verdachte = models.ForeignKey(Gegeven, on_delete=models.CASCADE, related_name="+")
    verband = VersleuteldVeld()
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        ordering = ("op", "pk")
        constraints = [
            models.UniqueConstraint(fields=["casus", "slachtoffer", "verdachte"], name="dubbelrol_uniek"),
            models.CheckConstraint(
                condition=~models.Q(slachtoffer=models.F("verdachte")), name="dubbelrol_twee_kanten"
            ),
        ]

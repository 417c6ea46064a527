# SPDX-License-Identifier: EUPL-1.2
"""A search that somebody keeps, to hear when there is something new under it."""

from django.db import models

from schakel.convenant.rules import Doel
from schakel.convenant.rules.namen import keuzes
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldJson, VersleuteldVeld
from schakel.partner.models import Partner


class Zoekvraag(models.Model):
    """Of one person in one function. `inhoud`: `woorden` and what the list was narrowed to; encrypted, because
    what somebody looks for says enough. `gezien`: the signals (ids) that this person saw under it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    eigenaar = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    gebruiker_id = models.UUIDField()
    functie = models.CharField(max_length=30)
    naam = VersleuteldVeld()
    inhoud = VersleuteldJson()
    doel = models.CharField(max_length=20, choices=keuzes(Doel))
    gezien = VersleuteldJson()
    gemaakt_op = models.DateTimeField()
    verloopt_op = models.DateField(help_text="last day; looking it through makes it last again")

    class Meta:
        ordering = ("gemaakt_op", "pk")
        indexes = [models.Index(fields=["gebruiker_id", "functie"], name="zoekvraag_gebruiker")]

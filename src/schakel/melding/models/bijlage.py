# SPDX-License-Identifier: EUPL-1.2
"""A photo or document that came with a melding, encrypted in the database; never a file on disk."""

import base64
from functools import cached_property

from django.db import models

from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import VersleuteldVeld
from schakel.melding import rules
from schakel.melding.models.melding import Melding


class Bijlage(models.Model):
    """`quarantaine`: no scanner looked at it, so open it with care. `inhoud64`: the bytes as base64."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.CASCADE, related_name="bijlagen")
    volgnr = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=30)
    grootte = models.PositiveIntegerField()
    quarantaine = models.BooleanField(default=True)
    op = models.DateTimeField()
    inhoud64 = VersleuteldVeld()

    class Meta:
        ordering = ("volgnr", "pk")

    @property
    def is_foto(self) -> bool:
        """Can it be shown on the page?"""
        return self.soort == rules.FOTO

    @property
    def extensie(self) -> str:
        """What its file name ends on."""
        return {rules.FOTO: "jpg", rules.MAIL: "eml"}.get(self.soort, "pdf")

    @cached_property
    def inhoud(self) -> bytes:
        """The bytes."""
        return base64.b64decode(self.inhoud64)

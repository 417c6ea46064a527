# SPDX-License-Identifier: EUPL-1.2
"""The public page of one meldpunt: its own address, name and colour (MEL-01)."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.melding.rules.huisstijl import KLEUR
from schakel.partner.models import Partner


class Meldpagina(models.Model):
    """`/melden/<adres>`. What comes in there is for `partner`, as long as it can receive; else for the routing."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    adres = models.SlugField(
        max_length=40,
        unique=True,
        error_messages={"unique": _("Dit adres is al in gebruik. Kies een ander.")},
    )
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="+")
    naam = models.CharField(max_length=80)
    inleiding = models.CharField(max_length=300, blank=True)
    telefoon = models.CharField(
        max_length=20,
        blank=True,
        validators=[
            RegexValidator(r"^[0-9+() -]+$", _("Alleen cijfers, spaties en streepjes, zoals 0800-7000."))
        ],
    )
    kleur = models.CharField(
        max_length=7, blank=True, validators=[RegexValidator(KLEUR, _("Een kleur als #1d4f63."))]
    )
    open = models.BooleanField(default=True)

    class Meta:
        ordering = ("naam", "pk")

    def __str__(self) -> str:
        return self.naam

# SPDX-License-Identifier: EUPL-1.2
"""Criteria for a register, and what a hit becomes when it is taken over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.rules.namen import kop
from schakel.melding.forms import Tekst
from schakel.signaal.forms.gedeeld import zet_keuzes
from schakel.signaal.registers import VELDEN, Poort
from schakel.signaal.rules.gegevens import KORT
from schakel.signaal.rules.woorden import ROL_NAAM


class RegisterForm(forms.Form):
    """What one register can be asked; the purposes are those that were agreed with it."""

    gegeven = forms.UUIDField(required=False, widget=forms.HiddenInput)
    doel = forms.ChoiceField(label=_("Waarvoor zoek je dit op?"))
    grondslag = Tekst(
        label=_("Op welke grondslag?"), hoogstens=100, help_text=_("Bijvoorbeeld: WGS, RIEC-convenant.")
    )

    def __init__(self, *args: Any, poort: Poort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.namen = list(VELDEN[poort.soort])
        for naam, label in VELDEN[poort.soort].items():
            self.fields[naam] = Tekst(label=label, hoogstens=KORT, required=False)
        zet_keuzes(self, "doel", [(d.value, kop(d)) for d in poort.doelen])

    def criteriavelden(self) -> list[Any]:
        return [self[naam] for naam in self.namen]

    def criteria(self) -> dict[str, str]:
        """The criteria that were filled in."""
        return {naam: self.cleaned_data[naam] for naam in self.namen if self.cleaned_data.get(naam)}


class OvernameForm(forms.Form):
    """The part that a person of a register seems to play in this signaal."""

    rol = forms.ChoiceField(
        label=_("Rol in dit signaal"), choices=[("", "–"), *ROL_NAAM.items()], required=False
    )

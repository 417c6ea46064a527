# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ZoekForm(forms.Form):
    """The citizen's question: who saw what of me? At least two things are asked, so that nobody fishes."""

    voornaam = forms.CharField(label=_("Voornaam"), required=False, max_length=200)
    achternaam = forms.CharField(label=_("Achternaam"), required=False, max_length=200)
    geboortedatum = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        help_text=_("Bijvoorbeeld 31-12-1990"),
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
    )
    bsn = forms.CharField(label=_("Burgerservicenummer"), required=False, max_length=11)
    doel = forms.CharField(
        label=_("Waarom zoek je dit op?"), max_length=200, help_text=_("Dit staat straks ook in het logboek.")
    )

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        gevuld = [v for v in ("voornaam", "achternaam", "geboortedatum", "bsn") if schoon.get(v)]
        if not self.errors and len(gevuld) < 2 and "bsn" not in gevuld:
            raise forms.ValidationError(
                _("Vul minstens twee gegevens van de persoon in, of het burgerservicenummer.")
            )
        return schoon

    def inhoud(self) -> dict[str, str]:
        """The person asked for, in the shape of a Gegeven of soort persoon."""
        return {
            veld: str(self.cleaned_data[veld])
            for veld in ("voornaam", "achternaam", "geboortedatum", "bsn")
            if self.cleaned_data.get(veld)
        }

# SPDX-License-Identifier: EUPL-1.2
"""An own list of indicators: a name and one indicator per line."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.melding.forms import Tekst
from schakel.signaal.rules import woorden


class IndicatorlijstForm(forms.Form):
    """What an own list holds; sending it under the same name makes a new version."""

    naam = Tekst(label=_("Naam van de lijst"), hoogstens=100)
    regels = Tekst(
        label=_("Indicatoren, elk op een eigen regel"), hoogstens=30_000, regels=12,
        help_text=_(
            "Schrijf wat iemand kan zien of horen. Houd het kort: twaalf is genoeg voor aan de balie. Nationaliteit, "
            "afkomst, geloof en buurt worden geweigerd."
        ),
    )  # fmt: skip
    vormen = forms.MultipleChoiceField(
        label=_("Bij welke uitbuiting hoort de lijst?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=list(woorden.VORM_NAAM.items()),
    )  # fmt: skip

    def indicatoren(self) -> list[str]:
        """The lines that hold something."""
        return [r for r in self.cleaned_data["regels"].splitlines() if r.strip()]

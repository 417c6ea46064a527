# SPDX-License-Identifier: EUPL-1.2
"""Forms of a notice of an action day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner.models import Functie
from schakel.zorg import queries
from schakel.zorg.forms.velden import datumveld, tekstveld
from schakel.zorg.rules import actie, fasen


class ActieForm(forms.Form):
    """How many, when; never where or who."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    aan = forms.ModelChoiceField(label=_("Aan welke regiocoördinator?"), queryset=Functie.objects.none())
    dag = datumveld(_("Welke dag?"))
    dagdeel = forms.ChoiceField(label=_("Wanneer?"), choices=actie.Dagdeel.choices)
    aantal = forms.IntegerField(
        label=_("Hoeveel mensen kunnen hulp nodig hebben?"), min_value=1, max_value=actie.HOOGSTENS,
        help_text=_("Een schatting is goed."),
    )  # fmt: skip
    doelgroep = forms.ChoiceField(
        label=_("Vooral"), choices=fasen.Doelgroep.choices, initial=fasen.Doelgroep.ONBEKEND
    )
    minderjarigen = forms.ChoiceField(
        label=_("Kunnen er minderjarigen bij zijn?"),
        choices=actie.JaNee.choices,
        initial=actie.JaNee.ONBEKEND,
    )
    talen = forms.CharField(
        label=_("Welke talen?"), max_length=100, required=False, help_text=_("Voor tolken.")
    )
    toelichting = tekstveld(
        _("Wat moet de zorg nog weten?"),
        _("Geen adres, geen namen, niets over verdachten."),
        required=False,
        rijen=3,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["aan"]
        veld.queryset = queries.regiocoordinatoren()
        veld.label_from_instance = lambda f: f"{f.partner} ({f.naam})"

    def velden(self) -> dict[str, Any]:
        """As the action wants it."""
        return {n: w for n, w in self.cleaned_data.items() if n not in ("id", "aan")}


class ActieAntwoordForm(forms.Form):
    """What stands ready."""

    plaatsen = forms.IntegerField(
        label=_("Hoeveel plaatsen staan klaar?"), min_value=0, max_value=actie.HOOGSTENS
    )
    antwoord = tekstveld(_("Wie is er bij, en hoe bereik je hen?"), required=False, rijen=3)

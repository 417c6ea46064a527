# SPDX-License-Identifier: EUPL-1.2
"""The arrangement of a municipality, and the step that is set."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.forms.bescherming import AfstemForm
from schakel.interventie import rules
from schakel.interventie.forms.plannen import tekstveld
from schakel.kern.ids import nieuw_id


class ModelForm(forms.Form):
    """Take over the model."""

    naam = forms.CharField(label=_("Naam van het arrangement"), max_length=150)


class CelForm(forms.Form):
    """One step of the table: misstand x step x actor."""

    misstand = forms.ChoiceField(label=_("Misstand"), choices=list(rules.MISSTANDEN.items()))
    nummer = forms.IntegerField(label=_("Stap"), min_value=1, max_value=9)
    maatregel = forms.CharField(label=_("Maatregel"), max_length=200)
    actor = forms.CharField(label=_("Wie doet het?"), max_length=150)
    grond = forms.CharField(label=_("Op welke grond?"), max_length=150)
    periode = forms.IntegerField(
        label=_("Hoeveel maanden telt deze stap mee?"), min_value=1, max_value=120, initial=24
    )


class OnderwerpForm(AfstemForm):
    """At whom or where, and which misstand: what the proposal is made of."""

    misstand = forms.ChoiceField(label=_("Wat is er mis?"), choices=list(rules.MISSTANDEN.items()))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weg in ("gepland_op", "voornemen"):
            del self.fields[weg]
        self.order_fields(["misstand"])


class StapForm(forms.Form):
    """The step that is set; another than the proposed one with a reason."""

    stap_id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    nummer = forms.TypedChoiceField(label=_("Welke stap zet je?"), coerce=int)
    afwijking = tekstveld(_("Waarom een andere stap?"), required=False, rijen=2)

    def __init__(self, *args: Any, stappen: Sequence[rules.Stap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(s.nummer, f"{s.nummer}. {s.maatregel} ({s.actor})") for s in stappen]
        self.fields["nummer"].choices = keuzes  # type: ignore[attr-defined]  # a choice field

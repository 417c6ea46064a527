# SPDX-License-Identifier: EUPL-1.2
"""Asking for release, deciding on it, and writing a version that leads to nobody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.forms.delen import partnerveld
from schakel.convenant.models import Vrijgaveverzoek
from schakel.kern.ids import nieuw_id


class VrijgaveForm(forms.Form):
    """A request to the owner. `eigenaar` is chosen only for a blind request."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id)
    soort = forms.ChoiceField(label=_("Wat wil je?"), choices=Vrijgaveverzoek.Soort.choices)
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=rules.keuzes(rules.Doel))
    vraag = forms.CharField(
        label=_("Je vraag"),
        help_text=_("Leg uit waarom je dit nodig hebt. De eigenaar leest dit en beslist."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    gelezen = forms.BooleanField(label=_("Ik heb eerst overlegd met wie dit inbracht"), required=False)

    def __init__(
        self, *args: Any, eigen: object, blind: bool, vertrouwen: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if blind:
            self.fields["eigenaar"] = partnerveld(eigen, label=_("Aan wie vraag je het?"))
        self.fields["voor"] = partnerveld(eigen, label=_("Voor welke andere partner?"), required=False)
        if vertrouwen:
            self.fields["gelezen"].required = True
        else:
            del self.fields["gelezen"]
        self.order_fields(["id", "eigenaar", "soort", "doel", "voor", "vraag"])


class BeslisForm(forms.Form):
    """Yes or no, with words for the asker."""

    besluit = forms.ChoiceField(
        label=_("Je besluit"),
        choices=[("ja", _("Ja, dit mag")), ("nee", _("Nee, dit mag niet"))],
        widget=forms.RadioSelect,
    )
    antwoord = forms.CharField(
        label=_("Je antwoord aan de vrager"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )


class AnoniemForm(forms.Form):
    """A text that leads to nobody."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id)
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=rules.keuzes(rules.Doel))
    tekst = forms.CharField(
        label=_("De tekst zonder gegevens die naar een persoon leiden"),
        help_text=_(
            "Schrijf wat er speelt, zonder namen, nummers, adressen en bijzonderheden waaraan iemand te herkennen is."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=8000,
    )

    def __init__(self, *args: Any, eigen: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["met"] = partnerveld(eigen, label=_("Met wie?"))
        self.order_fields(["id", "met"])

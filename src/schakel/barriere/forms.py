# SPDX-License-Identifier: EUPL-1.2
"""The forms of the barrier model: choosing, making one's own, the picture of a case."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.barriere import queries, rules
from schakel.barriere.models import Barriere, Barrieremodel
from schakel.casus.forms.basis import deelveld, tekstveld
from schakel.casus.models import DELEN
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partners
from schakel.partner.models import Orgaan, Partner
from schakel.toegang.actor import Actor

ERBIJ = 2
"""Rows for barriers of one's own; a model can be copied again."""


class KiesForm(forms.Form):
    """Which model, and (when asked) which body."""

    model = forms.ModelChoiceField(
        label=_("Model"), queryset=Barrieremodel.objects.none(), required=False, empty_label=None
    )
    orgaan = forms.ModelChoiceField(label=_("Overleg"), queryset=Orgaan.objects.none(), required=False)

    def __init__(self, *args: Any, organen: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["model"].queryset = queries.modellen()  # type: ignore[attr-defined]  # a model choice field
        if organen is None:
            del self.fields["orgaan"]
        else:
            self.fields["orgaan"].queryset = organen  # type: ignore[attr-defined]


class ModelForm(forms.Form):
    """A model of one's own."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    naam = forms.CharField(label=_("Naam van je model"), max_length=150)
    houden = forms.ModelMultipleChoiceField(
        label=_("Welke barrières houd je?"),
        queryset=Barriere.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, basis: Barrieremodel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.basis = basis
        self.fields["houden"].queryset = basis.barrieres.all()  # type: ignore[attr-defined]  # a model choice field
        self.fields["houden"].initial = [b.pk for b in basis.barrieres.all()]
        delen = [("", _("Niets")), *((c, c) for c in rules.onderdelen())]
        for nr in range(1, ERBIJ + 1):
            self.fields[f"naam{nr}"] = forms.CharField(
                label=_("Nieuwe barrière"), max_length=100, required=False
            )
            self.fields[f"deel{nr}"] = forms.ChoiceField(
                label=_("Waar gaat die over?"), choices=delen, required=False
            )

    def clean(self) -> dict[str, Any]:
        """A new barrier has a name and a subject."""
        schoon = super().clean() or {}
        for nr in range(1, ERBIJ + 1):
            if bool(schoon.get(f"naam{nr}")) != bool(schoon.get(f"deel{nr}")):
                mist = "deel" if schoon.get(f"naam{nr}") else "naam"
                self.add_error(f"{mist}{nr}", _("Vul beide in: de naam, en waar het over gaat."))
        return schoon

    def model(self) -> dict[str, Any]:
        """What `actions.maak_model` wants to know."""
        schoon = self.cleaned_data
        houden = {b.pk for b in schoon["houden"]}
        return {
            "id": schoon["id"],
            "naam": schoon["naam"],
            "op_basis_van": self.basis,
            "zonder": [b.pk for b in self.basis.barrieres.all() if b.pk not in houden],
            "erbij": [
                (schoon[f"naam{nr}"], schoon[f"deel{nr}"])
                for nr in range(1, ERBIJ + 1)
                if schoon[f"naam{nr}"]
            ],
        }


class _Vak(forms.Form):
    """About one barrier of the chosen model, in one part of the overleg."""

    barriere = forms.ModelChoiceField(label=_("Barrière"), queryset=Barriere.objects.none(), empty_label=None)
    deel = deelveld()

    def __init__(self, *args: Any, door: Actor, barrieres: Iterable[Barriere], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ids = [b.pk for b in barrieres]
        self.fields["barriere"].queryset = queries.barrieres_met(ids)  # type: ignore[attr-defined]
        mag = FUNCTIE_DELEN.get(door.functie, frozenset())
        self.fields["deel"].choices = [(nr, naam) for nr, naam in DELEN if nr in mag]  # type: ignore[attr-defined]


class StandForm(_Vak):
    """How a barrier stands."""

    staat = forms.ChoiceField(label=_("Hoe staat die ervoor?"), choices=rules.Staat.choices[1:])
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=2)


class FaciliteerderForm(_Vak):
    """Who makes it easy."""

    omschrijving = tekstveld(_("Wie of wat maakt het makkelijk?"), rijen=2)
    legaal = forms.TypedChoiceField(
        label=_("Is dat een legale dienst?"),
        choices=[("ja", _("Ja, een gewone dienst")), ("nee", _("Nee, illegaal"))],
        coerce=lambda waarde: waarde == "ja",
    )
    bewust = forms.ChoiceField(label=_("Weet die ervan?"), choices=rules.Bewust.choices)
    bron = forms.CharField(label=_("Hoe weten we dat?"), max_length=500, required=False)


class PlekForm(forms.Form):
    """A weak point in a procedure."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    naam = forms.CharField(
        label=_("Wat is de zwakke plek?"),
        max_length=150,
        help_text=_("Bijvoorbeeld: inschrijving zonder gesprek."),
    )
    werkwijze = forms.CharField(
        label=_("Hoe wordt die gebruikt?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Over de werkwijze, zonder namen en zonder casus: iedereen in de keten leest dit."),
    )
    onderdeel = forms.ChoiceField(label=_("Bij welke barrière hoort het?"))
    eigenaar = forms.ModelChoiceField(label=_("Wiens werkwijze is het?"), queryset=Partner.objects.none())
    afdeling = forms.CharField(label=_("Welke afdeling?"), max_length=150, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["onderdeel"].choices = [(c, c) for c in rules.onderdelen()]  # type: ignore[attr-defined]
        self.fields["eigenaar"].queryset = partners.partners(klok.vandaag())  # type: ignore[attr-defined]


class VondstForm(forms.Form):
    """Where it was found."""

    soort = forms.ChoiceField(label=_("Waar is het gevonden?"), choices=rules.Vondst.choices)
    casus = forms.ChoiceField(label=_("Welke casus?"), required=False)
    toelichting = tekstveld(
        _("Hoe is de zwakke plek hier gebruikt?"), _("Alleen wie deze casus ziet, leest dit."), rijen=3
    )

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Geen casus")), *queries.eigen_casussen(door=door)]
        self.fields["casus"].choices = keuzes  # type: ignore[attr-defined]  # a choice field


class AanpakForm(forms.Form):
    """What the owner does about it."""

    maatregel = forms.CharField(
        label=_("Wat wordt eraan gedaan?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    stand = forms.ChoiceField(label=_("Hoe staat het?"), choices=rules.PlekStand.choices)
    versie = forms.IntegerField(widget=forms.HiddenInput)

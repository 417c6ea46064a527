# SPDX-License-Identifier: EUPL-1.2
"""The forms of interventions: rules of a municipality, a plan, a mandate, a decision."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.forms.bescherming import AfstemForm
from schakel.interventie import rules
from schakel.interventie.models import Gemeenteregel
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Gemeente

STANDEN = [("", _("Niet vastgelegd")), ("ja", _("Ja")), ("nee", _("Nee"))]


def datumveld(label: Any, **velden: Any) -> forms.DateField:
    kiezer = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=kiezer, **velden)


def tekstveld(label: Any, *, rijen: int = 3, **velden: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=20_000, widget=forms.Textarea(attrs={"rows": rijen}), **velden
    )


class WaarForm(forms.Form):
    """For which municipality do you look at the catalogue?"""

    gemeente = forms.ModelChoiceField(
        label=_("Voor welke gemeente?"), queryset=Gemeente.objects.none(), required=False
    )

    def __init__(self, *args: Any, gemeenten: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]  # a model choice field


class RegelsForm(forms.Form):
    """Per rule: is it there, and where does it stand."""

    def __init__(self, *args: Any, bekend: Mapping[str, Gemeenteregel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, naam in rules.GEMEENTEREGELS.items():
            rij = bekend.get(code)
            self.fields[f"er_{code}"] = forms.ChoiceField(
                label=naam[:1].upper() + naam[1:],
                choices=STANDEN,
                required=False,
                initial="" if rij is None else "ja" if rij.aanwezig else "nee",
            )
            self.fields[f"waar_{code}"] = forms.CharField(
                label=_("Waar staat het?"),
                required=False,
                max_length=200,
                initial=rij.vindplaats if rij else "",
            )

    def paren(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two fields of each rule, for the template."""
        return [(self[f"er_{c}"], self[f"waar_{c}"]) for c in rules.GEMEENTEREGELS]

    def regels(self) -> dict[str, tuple[bool, str]]:
        """What was answered."""
        schoon = self.cleaned_data
        return {
            c: (schoon[f"er_{c}"] == "ja", schoon[f"waar_{c}"])
            for c in rules.GEMEENTEREGELS
            if schoon[f"er_{c}"]
        }


class VoornemenForm(AfstemForm):
    """A planned control or intervention: what, where or whom, when."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    soort = forms.ChoiceField(label=_("Wat wil je doen?"), choices=rules.Soort.choices)
    begin = datumveld(_("Eerste dag"))
    einde = datumveld(_("Laatste dag"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["gepland_op"]
        self.fields["voornemen"].help_text = _("Alleen je eigen partner leest dit.")
        self.order_fields(["id", "soort", "begin", "einde", "straat", "huisnummer", "postcode", "plaats"])

    def plan(self) -> dict[str, Any]:
        """What `actions.neem_voor` wants to know."""
        schoon = self.cleaned_data
        return {
            "id": schoon["id"],
            "soort": schoon["soort"],
            "omschrijving": schoon["voornemen"],
            "onderwerpen": self.inhouden(),
            "begin": schoon["begin"],
            "einde": schoon["einde"] or schoon["begin"],
        }


class AfrondForm(forms.Form):
    """What came of a plan."""

    status = forms.ChoiceField(
        label=_("Stand"), choices=rules.Status.choices[1:], widget=forms.RadioSelect, initial="uitgevoerd"
    )
    resultaat = tekstveld(_("Wat is er gebeurd?"), required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)


class MandaatForm(forms.Form):
    """Who decides on a kind of measure, and on what position."""

    soort = forms.ChoiceField(label=_("Maatregel"))
    beslist = forms.CharField(label=_("Wie beslist?"), max_length=150, help_text=_("Een functie, geen naam."))
    standpunt = tekstveld(_("Met welk standpunt?"))
    tot = datumveld(_("Geldig tot en met"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soorten = [(s.code, s.naam) for s in rules.geldige_soorten(klok.vandaag()) if s.mandaat]
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]  # a choice field


class BeslisForm(forms.Form):
    """What mayor or college decided."""

    akkoord = forms.TypedChoiceField(
        label=_("Het besluit"),
        choices=[("ja", _("Akkoord")), ("nee", _("Niet akkoord"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    motivering = tekstveld(_("Waarom?"))

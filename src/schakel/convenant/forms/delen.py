# SPDX-License-Identifier: EUPL-1.2
"""Asking "Mag dit?", sharing, taking back."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.models import Vragenlijst
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partner_queries
from schakel.partner.models import Partner, Rol

FUNCTIES = [("", _("Iedereen bij deze partner die het nodig heeft"))] + [
    (r.value, r.label) for r in Rol if r.value in rules.FUNCTIE_SOORTEN
]
ZELF_AAN_TE_GEVEN = (
    rules.Voorwaarde.TOESTEMMING_BETROKKENE,
    rules.Voorwaarde.TOESTEMMING_OM,
    rules.Voorwaarde.SCHRIFTELIJK_BESLUIT,
    rules.Voorwaarde.DPIA,
)
ANTWOORDEN = [("ja", _("Ja")), ("nee", _("Nee")), ("nvt", _("Niet van toepassing"))]


class Datumkiezer(forms.DateInput):
    """The date picker of the browser."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


def partnerveld(zonder: object = None, **meer: Any) -> "forms.ModelChoiceField[Partner]":
    """A choice of the partners of today, without one's own."""
    alle = partner_queries.partners()
    if zonder:
        alle = alle.exclude(pk=str(zonder))
    return forms.ModelChoiceField(queryset=alle, empty_label=_("Kies een partner"), **meer)


class VraagForm(forms.Form):
    """The question "Mag dit?": who, what, why, in which stage; under which conditions that are met."""

    categorieen = forms.MultipleChoiceField(
        label=_("Wat wil je delen?"),
        choices=rules.keuzes(rules.Categorie),
        widget=forms.CheckboxSelectMultiple,
    )
    functie = forms.ChoiceField(label=_("Voor welke functie daar?"), choices=FUNCTIES, required=False)
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=rules.keuzes(rules.Doel))
    voorwaarden = forms.MultipleChoiceField(
        label=_("Wat is al geregeld?"),
        choices=rules.keuzes(ZELF_AAN_TE_GEVEN),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, eigen: object = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["met"] = partnerveld(eigen, label=_("Met wie?"))
        self.order_fields(["id", "met", "functie", "categorieen", "doel", "fase"])

    def vraag(self) -> dict[str, Any]:
        """What `queries.mag_dit` wants to know."""
        schoon = self.cleaned_data
        return {
            "met": schoon["met"],
            "functie": schoon["functie"],
            "doel": rules.Doel(schoon["doel"]),
            "categorieen": [rules.Categorie(c) for c in schoon["categorieen"]],
            "vervuld": [rules.Voorwaarde(v) for v in schoon["voorwaarden"]],
        }


class MagDitForm(VraagForm):
    """The page: information of one's own partner in general, without an object."""

    fase = forms.ChoiceField(label=_("In welke fase?"), choices=rules.keuzes(rules.Fase))
    motivering = forms.BooleanField(label=_("Ik kan uitleggen waarom het nodig is"), required=False)

    def vraag(self) -> dict[str, Any]:
        basis = super().vraag()
        if self.cleaned_data["motivering"]:
            basis["vervuld"].append(rules.Voorwaarde.MOTIVERING)
        return {**basis, "fase": rules.Fase(self.cleaned_data["fase"])}


class DeelForm(VraagForm):
    """Sharing one object: only what is on it can be chosen. Checklist and protocol fields are added to it."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id)
    tot = forms.DateField(label=_("Tot en met welke dag?"), widget=Datumkiezer())
    motivering = forms.CharField(
        label=_("Waarom is dit nodig?"),
        help_text=_("Waarom deze gegevens, waarom deze partner, en waarom het niet met minder kan."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        aanwezig: Iterable[rules.Categorie],
        van_soort: str,
        lijst: Vragenlijst | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        aanwezig = sorted(aanwezig)
        self.fields["categorieen"].choices = [(c.value, rules.kop(c)) for c in aanwezig]  # type: ignore[attr-defined]
        self.fields["tot"].initial = klok.vandaag() + timedelta(days=90)
        self.protocol = rules.protocolvelden(van_soort, aanwezig)
        for naam, label in self.protocol:
            self.fields[f"protocol_{naam}"] = forms.CharField(label=label, max_length=1000, required=False)
        self.vragen = list(lijst.vragen.all()) if lijst else []
        for vraag in self.vragen:
            self.fields[f"vraag_{vraag.pk}"] = forms.ChoiceField(
                label=vraag.tekst,
                help_text=vraag.uitleg,
                choices=ANTWOORDEN,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"vraag_{vraag.pk}"].moet = vraag.verplicht  # type: ignore[attr-defined]  # read by the tag `veld`
        self.order_fields(["id", "met", "functie", "categorieen", "doel", "tot", "motivering", "voorwaarden"])

    def clean_tot(self) -> Any:
        """An end in the past would share nothing."""
        tot = self.cleaned_data["tot"]
        if tot < klok.vandaag():
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return tot

    def vraag(self) -> dict[str, Any]:
        basis = super().vraag()
        if self.cleaned_data["motivering"].strip():
            basis["vervuld"].append(rules.Voorwaarde.MOTIVERING)
        return basis

    def antwoorden(self) -> dict[str, str]:
        """Answers of the checklist, by question id."""
        return {str(v.pk): self.cleaned_data.get(f"vraag_{v.pk}", "") for v in self.vragen}

    def ingevuld_protocol(self) -> dict[str, str]:
        """What the supplier's own law wants on record."""
        return {naam: self.cleaned_data.get(f"protocol_{naam}", "") for naam, _label in self.protocol}


class RedenForm(forms.Form):
    """A reason before a step that takes something away."""

    reden = forms.CharField(label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

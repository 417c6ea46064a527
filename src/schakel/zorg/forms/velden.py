# SPDX-License-Identifier: EUPL-1.2
"""Fields that the forms of the zorgketen share."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.zorg.rules import inhoud

LANG = 20_000


def tekstveld(label: Any, hint: Any = "", *, required: bool = True, rijen: int = 4) -> forms.CharField:
    """Long text."""
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=LANG,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )  # fmt: skip


def datumveld(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    """The date picker of the browser."""
    kiezer = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, required=required, widget=kiezer)


def keuzeveld(
    label: Any, keuzes: Mapping[str, Any], *, required: bool = True, hint: Any = ""
) -> forms.ChoiceField:
    """One of a closed list."""
    return forms.ChoiceField(
        label=label, help_text=hint, required=required, choices=[("", _("Kies")), *keuzes.items()]
    )


def vinkjes(label: Any, keuzes: Any, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=keuzes, required=False, widget=forms.CheckboxSelectMultiple, help_text=hint
    )


def veld_van(veld: inhoud.Veld, moet: bool) -> forms.Field:
    if veld.vorm == "keuze":
        return keuzeveld(veld.label, veld.keuzes or {}, required=moet, hint=veld.hint)
    if veld.vorm == "meer":
        return forms.MultipleChoiceField(
            label=veld.label, choices=list((veld.keuzes or {}).items()), required=moet,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
    if veld.vorm == "lang":
        return tekstveld(veld.label, veld.hint, required=moet, rijen=3)
    if veld.vorm == "datum":
        return datumveld(veld.label, veld.hint, required=moet)
    soort = {"type": "time"} if veld.vorm == "tijd" else {}
    return forms.CharField(
        label=veld.label, help_text=veld.hint, required=moet, max_length=200, widget=forms.TextInput(attrs=soort)
    )  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""The forms of a colleague who handles meldingen."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.melding import rules
from schakel.melding.forms.melding import Plaatskeuze, Tekst


class OpneemForm(forms.Form):
    """Nothing to fill in."""


class TerugkoppelForm(forms.Form):
    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Wat hoort de melder?"),
        choices=[("", _("Kies een uitkomst"))] + [(u, u.label) for u in rules.Uitkomst],
        error_messages={"required": _("Kies wat de melder te horen krijgt.")},
    )
    toelichting = Tekst(
        label=_("Toelichting voor de melder"), hoogstens=2_000, regels=3, required=False,
        help_text=_("Geen namen, plaatsen of stappen van het onderzoek."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"id": uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class AfdoenForm(forms.Form):
    reden = forms.ChoiceField(
        label=_("Waarom sluit je af?"),
        choices=[("", _("Kies een reden"))] + [(a, a.label) for a in rules.Afdoening],
        error_messages={"required": _("Kies een reden uit de lijst.")},
    )
    toelichting = Tekst(
        label=_("Toelichting voor de melder"), hoogstens=2_000, regels=3, required=False,
        help_text=_("Laat je dit leeg, dan leest de melder een vaste zin bij de reden."),
    )  # fmt: skip


class FilterForm(forms.Form):
    """Filters of the work list."""

    toon = forms.ChoiceField(
        label=_("Toon"),
        required=False,
        choices=[
            ("", _("Open")),
            ("te-laat", _("Te laat")),
            ("mijn", _("Door mij in behandeling")),
            (rules.Status.AFGEDAAN, _("Afgedaan")),
            ("alle", _("Alle")),
            ("verzonden", _("Door ons gemeld")),
        ],
    )
    vorm = forms.ChoiceField(
        label=_("Vorm"), required=False, choices=[("", _("Alle vormen")), *rules.Vorm.choices]
    )
    gemeente = Plaatskeuze(label=_("Gemeente"), empty_label=_("Alle gemeenten"))

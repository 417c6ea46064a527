# SPDX-License-Identifier: EUPL-1.2
"""Embargo, coordination, closed objects, source requests, consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules
from schakel.convenant.forms.delen import Datumkiezer
from schakel.convenant.models import Toestemming
from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partner_queries
from schakel.partner.models import Bezetting, Functie


class EmbargoForm(forms.Form):
    """Hold back: why, what others may know, when to look again, and perhaps when it ends."""

    reden = forms.CharField(
        label=_("Waarom moet dit wachten?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    anderen_zien = forms.ChoiceField(
        label=_("Wat mogen anderen merken?"),
        help_text=_(
            "Als een ander hier iets van plan is, krijgt hij dit te horen. Jij ziet altijd wie iets van plan is."
        ),
        choices=rules.keuzes(rules.AnderenZien),
        widget=forms.RadioSelect,
        initial=rules.AnderenZien.WIE_BELLEN,
    )
    bel_functie = forms.ModelChoiceField(
        label=_("Wie moeten ze bellen?"), queryset=Functie.objects.none(), required=False
    )
    herzien_op = forms.DateField(label=_("Op welke dag kijk je opnieuw?"), widget=Datumkiezer())
    tot = forms.DateField(
        label=_("Eindigt vanzelf op"),
        help_text=_("Leeg: tot je het zelf opheft."),
        widget=Datumkiezer(),
        required=False,
    )

    def __init__(self, *args: Any, partner_id: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bel_functie"].queryset = partner_queries.functies_bij(partner_id)  # type: ignore[attr-defined]


class HerzieningForm(forms.Form):
    """Lift or prolong, with a reason."""

    besluit = forms.ChoiceField(
        label=_("Wat besluit je?"),
        choices=[("opheffen", _("Opheffen: anderen mogen het weer weten")), ("verlengen", _("Verlengen"))],
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    herzien_op = forms.DateField(
        label=_("Bij verlengen: wanneer kijk je opnieuw?"), widget=Datumkiezer(), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Prolonging asks for a new review date."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("besluit") == "verlengen" and not schoon.get("herzien_op"):
            self.add_error("herzien_op", _("Kies de dag waarop je opnieuw kijkt."))
        return schoon


class AfstemForm(forms.Form):
    """A planned intervention: where, what, when."""

    straat = forms.CharField(label=_("Straat"), max_length=100, required=False)
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    plaats = forms.CharField(label=_("Plaats"), max_length=100, required=False)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=30, required=False)
    bedrijf = forms.CharField(label=_("Bedrijf"), max_length=200, required=False)
    kenteken = forms.CharField(label=_("Kenteken"), max_length=15, required=False)
    gepland_op = forms.DateField(label=_("Wanneer is het gepland?"), widget=Datumkiezer(), required=False)
    voornemen = forms.CharField(
        label=_("Wat ben je van plan?"),
        help_text=_("Alleen wie hier zelf iets heeft lopen, leest dit."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )

    def inhouden(self) -> list[dict[str, str]]:
        """What was filled in, as contents to hold against the embargos."""
        schoon = self.cleaned_data
        adres = {n: schoon[n] for n in ("straat", "huisnummer", "postcode", "plaats") if schoon[n]}
        rest = [{n: schoon[n]} for n in ("telefoon", "bedrijf", "kenteken") if schoon[n]]
        return [*([adres] if adres else []), *rest]

    def clean(self) -> dict[str, Any]:
        """Something to look for must be filled in."""
        schoon: dict[str, Any] = super().clean() or {}
        if not any(schoon.get(n) for n in ("huisnummer", "telefoon", "bedrijf", "kenteken")):
            raise forms.ValidationError(
                _("Vul een adres met huisnummer in, of een telefoon, bedrijf of kenteken.")
            )
        return schoon


class SluitForm(forms.Form):
    """Who may still see it."""

    leden = forms.ModelMultipleChoiceField(
        label=_("Welke collega’s zien dit?"),
        help_text=_("Jij en deze collega’s, met hun plaatsvervangers. Verder niemand."),
        queryset=Bezetting.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, collegas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leden"].queryset = collegas  # type: ignore[attr-defined]
        self.fields["leden"].label_from_instance = lambda b: f"{b.gebruiker.naam}, {b.functie.naam}"  # type: ignore[attr-defined]


class BronForm(forms.Form):
    """A request for a source."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id)
    reden = forms.CharField(
        label=_("Waarvoor heb je de bron nodig?"),
        help_text=_("Bijvoorbeeld voor een proces-verbaal. Alleen wie het inbracht leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    gelezen = forms.BooleanField(label=_("Ik begrijp dat dit in vertrouwen is verteld"), required=False)

    def __init__(self, *args: Any, vertrouwen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vertrouwen:
            self.fields["gelezen"].required = True
        else:
            del self.fields["gelezen"]


class ToestemmingForm(forms.Form):
    """What the client agreed to or refused, or the emergency."""

    soort = forms.ChoiceField(
        label=_("Wat leg je vast?"), choices=rules.keuzes(rules.ToestemmingSoort), widget=forms.RadioSelect
    )
    gever = forms.ChoiceField(label=_("Door wie?"), choices=Toestemming.Gever.choices)
    wijze = forms.ChoiceField(label=_("Hoe?"), choices=Toestemming.Wijze.choices, required=False)
    categorieen = forms.MultipleChoiceField(
        label=_("Waarover gaat het?"),
        choices=rules.keuzes(rules.Categorie),
        widget=forms.CheckboxSelectMultiple,
    )
    partners = forms.ModelMultipleChoiceField(
        label=_("Voor welke partners?"),
        help_text=_("Niets gekozen: voor alle partners."),
        queryset=partner_queries.partners(),
        required=False,
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Bij een noodsituatie verplicht: waarom kan er niet gewacht worden?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    tot = forms.DateField(label=_("Geldt tot en met"), widget=Datumkiezer(), required=False)
    vertrouwen = forms.BooleanField(
        label=_("Dit is in vertrouwen verteld: waarschuw voor politie en OM"), required=False
    )

# SPDX-License-Identifier: EUPL-1.2
"""The question base, the checklist, and requests of data subjects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import queries, rules
from schakel.convenant.forms.delen import Datumkiezer
from schakel.convenant.models import Convenant
from schakel.kern import klok


class VraagbaakForm(forms.Form):
    """A question to the privacygroep."""

    vraag = forms.CharField(
        label=_("Je vraag aan de privacygroep"),
        help_text=_("Noem geen namen en geen casus: iedereen kan de vraag lezen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class AntwoordForm(forms.Form):
    """The answer of the privacygroep."""

    antwoord = forms.CharField(label=_("Antwoord"), widget=forms.Textarea(attrs={"rows": 5}), max_length=8000)
    grond = forms.CharField(label=_("Op welke grond?"), max_length=200)
    deelbaar = forms.BooleanField(label=_("Mag gedeeld worden met andere regio’s"), required=False)


class ChecklistForm(forms.Form):
    """A new version of a checklist: one question per line."""

    moment = forms.ChoiceField(label=_("Wanneer"), choices=rules.keuzes(rules.Moment))
    contact = forms.CharField(label=_("Wie van de privacygroep kan men bellen?"), max_length=200)
    vragen = forms.CharField(
        label=_("De vragen"),
        help_text=_(
            "Een vraag per regel. Zet er (mag leeg) achter als hij niet verplicht is, "
            "of (moet ja) als alleen ja goed is."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_vragen(self) -> list[dict[str, Any]]:
        """Lines into questions."""
        uit = []
        for regel in self.cleaned_data["vragen"].splitlines():
            tekst = regel.strip()
            if not tekst:
                continue
            vraag: dict[str, Any] = {"verplicht": "(mag leeg)" not in tekst, "moet": ""}
            for antwoord in ("ja", "nee"):
                if f"(moet {antwoord})" in tekst:
                    vraag["moet"] = antwoord
                tekst = tekst.replace(f"(moet {antwoord})", "")
            tekst = tekst.replace("(mag leeg)", "").strip()
            if len(tekst) > 300:
                raise forms.ValidationError(_("Een vraag is langer dan 300 tekens. Maak hem korter."))
            uit.append({**vraag, "tekst": tekst})
        return uit


class InzageForm(forms.Form):
    """A request of a data subject, at the contact point."""

    convenant = forms.ModelChoiceField(label=_("Samenwerkingsverband"), queryset=Convenant.objects.none())
    soort = forms.ChoiceField(label=_("Waar vraagt de burger om?"), choices=rules.keuzes(rules.Recht))
    naam = forms.CharField(label=_("Naam van de verzoeker"), max_length=200)
    geboortedatum = forms.DateField(label=_("Geboortedatum"), widget=Datumkiezer(), required=False)
    bereikbaar = forms.CharField(label=_("Hoe is de verzoeker veilig te bereiken?"), max_length=300)
    vraag = forms.CharField(
        label=_("Wat vraagt de verzoeker precies?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    ontvangen_op = forms.DateField(label=_("Ontvangen op"), widget=Datumkiezer(), initial=klok.vandaag)
    identiteit_vastgesteld = forms.BooleanField(label=_("De identiteit is vastgesteld"), required=False)

    def __init__(self, *args: Any, partner_id: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigen = queries.convenanten_met_contactpunt(partner_id)
        self.fields["convenant"].queryset = eigen  # type: ignore[attr-defined]

    def clean_ontvangen_op(self) -> Any:
        """The term counts from the day of receipt."""
        dag = self.cleaned_data["ontvangen_op"]
        if dag > klok.vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        return dag


class DeelantwoordForm(forms.Form):
    """The reply of one joint controller, or the exception it invokes."""

    stand = forms.ChoiceField(
        label=_("Jullie reactie"),
        choices=[
            ("beantwoord", _("Hier is ons antwoord")),
            ("uitzondering", _("Wij beroepen ons op een uitzondering")),
        ],
        widget=forms.RadioSelect,
    )
    antwoord = forms.CharField(
        label=_("Antwoord of toelichting"), widget=forms.Textarea(attrs={"rows": 5}), max_length=8000
    )
    uitzondering = forms.CharField(label=_("Artikel van de uitzondering"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """An exception names its article."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("stand") == "uitzondering" and not schoon.get("uitzondering"):
            self.add_error("uitzondering", _("Noem het artikel waarop jullie je beroepen."))
        return schoon


class EindantwoordForm(forms.Form):
    """The one answer that leaves."""

    antwoord = forms.CharField(
        label=_("Antwoord aan de verzoeker"), widget=forms.Textarea(attrs={"rows": 8}), max_length=20000
    )


class VerlengForm(forms.Form):
    """A longer term, with the reason."""

    reden = forms.CharField(
        label=_("Waarom is er meer tijd nodig?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

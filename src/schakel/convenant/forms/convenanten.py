# SPDX-License-Identifier: EUPL-1.2
"""Keeping convenanten, their versions, parties and rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import queries, rules
from schakel.convenant.forms.delen import ANTWOORDEN, FUNCTIES, Datumkiezer, partnerveld
from schakel.convenant.models import Convenant, ConvenantVersie, Partij, Verantwoording
from schakel.partner.models import PartnerSoort

IEDEREEN = [("*", _("Alle soorten partners"))]


class ConvenantForm(forms.ModelForm):  # type: ignore[type-arg]  # Django gives no parameters at run time
    """What stands around the text of a convenant."""

    class Meta:
        model = Convenant
        fields = [
            "naam", "soort", "doel", "regime", "datering", "aangemeld_bij", "aangemeld_op", "kosten", "bijlagen",
            "evaluatie_op", "waarschuw_dagen", "contactpunt",
        ]  # fmt: skip
        labels = {
            "naam": _("Naam"),
            "soort": _("Soort (convenant, reglement, plan van aanpak)"),
            "doel": _("Doel"),
            "regime": _("Wettelijk regime"),
            "datering": _("Datering zoals de bron haar geeft"),
            "aangemeld_bij": _("Aangemeld bij"),
            "aangemeld_op": _("Aangemeld op"),
            "kosten": _("Kosten"),
            "bijlagen": _("Bijlagen"),
            "evaluatie_op": _("Evaluatie voor"),
            "waarschuw_dagen": _("Waarschuw zoveel dagen vooraf"),
            "contactpunt": _("Contactpunt voor verzoeken van burgers"),
        }
        help_texts = {
            "regime": _("WGS-RIEC of WGS-ZVH; anders AVG met een eigen taak (AVG-6)."),
            "datering": _("Bijvoorbeeld: december 2010."),
        }
        widgets = {
            "doel": forms.Textarea(attrs={"rows": 3}),
            "bijlagen": forms.Textarea(attrs={"rows": 3}),
            "aangemeld_op": Datumkiezer(),
            "evaluatie_op": Datumkiezer(),
        }


class VersieForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new version: from when, until when, what changes."""

    class Meta:
        model = ConvenantVersie
        fields = ["ingang", "einde", "samenvatting"]
        labels = {"ingang": _("Ingang"), "einde": _("Laatste dag"), "samenvatting": _("Wat verandert er?")}
        widgets = {
            "ingang": Datumkiezer(),
            "einde": Datumkiezer(),
            "samenvatting": forms.Textarea(attrs={"rows": 3}),
        }

    def clean(self) -> dict[str, Any]:
        """An end before the beginning is a slip."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("einde") and schoon.get("ingang") and schoon["einde"] < schoon["ingang"]:
            self.add_error("einde", _("De laatste dag ligt voor de ingang."))
        return schoon


class PartijForm(forms.Form):
    """A partner to join; its own signature makes it a party."""

    namens = forms.CharField(label=_("Mede namens"), max_length=200, required=False)
    status = forms.ChoiceField(
        label=_("Positie"), choices=[c for c in Partij.Status.choices if c[0] != "partij"], initial="beoogd"
    )
    verantwoordelijk = forms.BooleanField(
        label=_("Gezamenlijk verwerkingsverantwoordelijk"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"] = partnerveld(label=_("Partner"))
        self.order_fields(["partner"])


class DagForm(forms.Form):
    """A day on which something takes effect."""

    op = forms.DateField(label=_("Per welke dag?"), widget=Datumkiezer())


class TekenForm(forms.Form):
    """Signing, with the questions of the checklist for joining."""

    op = forms.DateField(label=_("Ondertekend op"), widget=Datumkiezer())

    def __init__(self, *args: Any, lijst: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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

    def antwoorden(self) -> dict[str, str]:
        """Answers of the checklist, by question id."""
        return {str(v.pk): self.cleaned_data.get(f"vraag_{v.pk}", "") for v in self.vragen}


class OpvolgerForm(DagForm):
    """Into which convenant this one goes."""

    def __init__(self, *args: Any, zonder: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opvolger"] = forms.ModelChoiceField(
            label=_("Gaat op in"),
            queryset=queries.convenanten().exclude(pk=str(zonder)),
        )
        self.order_fields(["opvolger"])


class EvaluatieForm(forms.Form):
    """What an evaluation found."""

    op = forms.DateField(label=_("Geëvalueerd op"), widget=Datumkiezer())
    uitkomst = forms.CharField(label=_("Uitkomst"), widget=forms.Textarea(attrs={"rows": 4}))
    volgende = forms.DateField(label=_("Volgende evaluatie voor"), widget=Datumkiezer(), required=False)


class VerantwoordingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A DPIA, advice, report or audit."""

    class Meta:
        model = Verantwoording
        fields = ["soort", "titel", "datum", "volgende_op", "uitkomst"]
        labels = {
            "soort": _("Soort"),
            "titel": _("Titel of kenmerk"),
            "datum": _("Datum"),
            "volgende_op": _("Volgende voor"),
            "uitkomst": _("Uitkomst"),
        }
        widgets = {
            "datum": Datumkiezer(),
            "volgende_op": Datumkiezer(),
            "uitkomst": forms.Textarea(attrs={"rows": 3}),
        }


class RegelForm(forms.Form):
    """One row of the deelmatrix of a concept."""

    code = forms.CharField(label=_("Code"), max_length=30)
    van = forms.ChoiceField(label=_("Van"), choices=IEDEREEN + PartnerSoort.choices)
    naar = forms.ChoiceField(label=_("Naar"), choices=IEDEREEN + PartnerSoort.choices)
    naar_functie = forms.ChoiceField(label=_("Alleen voor de functie"), choices=FUNCTIES, required=False)
    naar_deel = forms.TypedChoiceField(
        label=_("Alleen in deel van het casusoverleg"),
        choices=[("", _("Beide delen")), ("1", "1"), ("2", "2")],
        coerce=int,
        empty_value=None,
        required=False,
    )
    categorie = forms.ChoiceField(label=_("Soort gegevens"), choices=rules.keuzes(rules.Categorie))
    fasen = forms.MultipleChoiceField(
        label=_("In de fase"),
        help_text=_("Niets gekozen: in elke fase."),
        choices=rules.keuzes(rules.Fase),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    doelen = forms.MultipleChoiceField(
        label=_("Voor het doel"),
        help_text=_("Niets gekozen: voor elk doel."),
        choices=rules.keuzes(rules.Doel),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    wijze = forms.ChoiceField(label=_("Hoe"), choices=rules.keuzes(rules.Wijze))
    grondslag = forms.ChoiceField(label=_("Grondslag"), required=False)
    artikel = forms.CharField(label=_("Artikel"), max_length=200, required=False)
    voorwaarden = forms.MultipleChoiceField(
        label=_("Eerst regelen"),
        choices=rules.keuzes(rules.Voorwaarde),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toelichting = forms.CharField(
        label=_("Toelichting"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, versie: ConvenantVersie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versie = versie
        codes = queries.grondslagcodes()
        self.fields["grondslag"].choices = [("", "–"), *((c, f"{n} ({c})") for c, n in codes)]  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """Codes are what people cite; twice the same would be ambiguous."""
        code: str = self.cleaned_data["code"]
        if queries.code_in_gebruik(self.versie, code):
            raise forms.ValidationError(_("Deze code bestaat al in deze versie."))
        return code

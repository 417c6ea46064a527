# SPDX-License-Identifier: EUPL-1.2
"""Sending a report, deciding on it, and what a municipality arranged for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.forms.bescherming import AfstemForm
from schakel.convenant.rules import Categorie
from schakel.convenant.rules import keuzes as lijst
from schakel.interventie import rules
from schakel.interventie.forms.plannen import datumveld, tekstveld
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partners
from schakel.partner.models import Functie, Partner


class RapportageForm(AfstemForm):
    """Facts, breach, articles, and where or at whom."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    ontvanger = forms.ModelChoiceField(label=_("Aan welke gemeente?"), queryset=Partner.objects.none())
    misstand = forms.ChoiceField(label=_("Wat is er mis?"), choices=list(rules.MISSTANDEN.items()))
    artikelen = forms.CharField(
        label=_("Welke artikelen zijn overtreden?"),
        max_length=500,
        help_text=_("Wet of verordening, met nummer."),
    )
    geconstateerd_op = datumveld(_("Wanneer is het gezien?"))
    feiten = tekstveld(_("Wat is er gezien?"), rijen=6)
    categorie = forms.ChoiceField(
        label=_("Soort gegevens"), choices=lijst(Categorie), initial=Categorie.TOEZICHT
    )
    bijlagen = forms.CharField(
        label=_("Welke bijlagen mogen mee?"),
        max_length=500,
        required=False,
        help_text=_(
            "Alleen wat de gemeente mag krijgen. Stukken uit een strafdossier na toestemming van het OM."
        ),
    )
    vergunning = forms.CharField(label=_("Nummer van de vergunning"), max_length=60, required=False)
    motivering = tekstveld(_("Waarom heeft de gemeente dit nodig?"), rijen=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weg in ("gepland_op", "voornemen"):
            del self.fields[weg]
        self.fields["geconstateerd_op"].initial = klok.vandaag()
        gemeenten = partners.partners(klok.vandaag()).filter(soort="gemeente")
        self.fields["ontvanger"].queryset = gemeenten  # type: ignore[attr-defined]  # a model choice field
        self.order_fields(
            ["id", "ontvanger", "misstand", "artikelen", "geconstateerd_op", "feiten", "categorie"]
        )

    def rapport(self) -> dict[str, Any]:
        """What `actions.stuur_rapportage` wants to know."""
        namen = (
            "id", "ontvanger", "misstand", "artikelen", "geconstateerd_op", "feiten", "categorie", "bijlagen", "vergunning",
            "motivering",
        )  # fmt: skip
        return {**{n: self.cleaned_data[n] for n in namen}, "onderwerpen": self.inhouden()}


class _MetVersie(forms.Form):
    versie = forms.IntegerField(widget=forms.HiddenInput)


class RapportbesluitForm(_MetVersie):
    """What the municipality does, why, and what the sender hears."""

    besluit = forms.ChoiceField(label=_("Wat doet de gemeente?"), choices=rules.Besluit.choices)
    motivering = tekstveld(_("Waarom?"))
    terugkoppeling = tekstveld(_("Wat hoort de afzender?"), rijen=2)


class BezwaarForm(_MetVersie):
    """Was there an objection?"""

    bezwaar = forms.ChoiceField(label=_("Is er bezwaar?"), choices=rules.Bezwaar.choices, required=False)


class AfspraakForm(forms.Form):
    """Term, function, superior."""

    dagen = forms.IntegerField(
        label=_("Binnen hoeveel dagen besluit je gemeente?"),
        min_value=1,
        max_value=365,
        initial=rules.RAPPORTAGETERMIJN,
    )
    functie = forms.ModelChoiceField(
        label=_("Welke functie behandelt een rapportage?"), queryset=Functie.objects.none(), required=False
    )
    leiding = forms.ModelChoiceField(
        label=_("Wie staat daarboven?"),
        queryset=Functie.objects.none(),
        required=False,
        help_text=_("Deze functie hoort het als de termijn voorbij is. Van de inhoud ziet die niets."),
    )

    def __init__(self, *args: Any, partner_id: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        eigen = partners.functies_bij(partner_id)
        self.fields["functie"].queryset = eigen  # type: ignore[attr-defined]  # a model choice field
        self.fields["leiding"].queryset = eigen.filter(rol__in=rules.LEIDING)  # type: ignore[attr-defined]

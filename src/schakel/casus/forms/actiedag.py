# SPDX-License-Identifier: EUPL-1.2
"""An action day: planning it, asking partners and care, answering, what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import queries, rules
from schakel.casus.forms.basis import CasusForm, MetId, MetVersie, datumveld, deelveld, tekstveld
from schakel.partner.models import Gemeente, Partner


def tijdveld(label: Any) -> forms.TimeField:
    """The clock of the browser."""
    kiezer = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=kiezer)


class ActiedagForm(MetId):
    """A new day."""

    dag = datumveld(_("Welke dag?"))
    verzamelen = tijdveld(_("Hoe laat begint het?"))
    doel = tekstveld(_("Wat moet de dag opleveren?"), rijen=3)
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        self.fields["deel"].initial = 2


class RolForm(MetId):
    """What one partner does."""

    partner = forms.ModelChoiceField(label=_("Welke partner?"), queryset=Partner.objects.none())
    tijd = tijdveld(_("Hoe laat?"))
    doel = tekstveld(_("Doel van deze partner"), rijen=2)
    mandaat = tekstveld(
        _("Bevoegdheid of besluit"),
        _("Op welk artikel of wiens besluit het rust, en wie erover beslist."),
        rijen=2,
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        self.fields["partner"].queryset = queries.partners_in(casus=self.casus)  # type: ignore[attr-defined]  # a model choice field


class ZorgmeldingForm(MetId):
    """What care must know."""

    aan = forms.ModelChoiceField(label=_("Welke zorgcoördinatie?"), queryset=Partner.objects.none())
    gemeente = forms.ModelChoiceField(
        label=_("In welke gemeente?"), queryset=Gemeente.objects.none(), required=False
    )
    wie = forms.ChoiceField(
        label=_("Voor wie?"), choices=rules.Verwacht.choices, initial=rules.Verwacht.ONBEKEND
    )
    aantal = forms.IntegerField(
        label=_("Hoeveel mensen, ongeveer?"), min_value=1, max_value=500, required=False
    )
    vraag = tekstveld(
        _("Welke hulp moet klaarstaan?"),
        _(
            "De zorg leest alleen deze vraag, de dag en de plaats. Schrijf niets over de verdachten of de aanpak."
        ),
        rijen=3,
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        self.fields["aan"].queryset = queries.zorgpartners()  # type: ignore[attr-defined]  # a model choice field
        self.fields["gemeente"].queryset = self.casus.gemeenten.all()  # type: ignore[attr-defined]


class RolAntwoordForm(MetVersie):
    """Yes or no of the partner that was asked."""

    mee = forms.TypedChoiceField(
        label=_("Doet je partner mee?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    reden = tekstveld(_("Toelichting"), _("Bij nee verplicht."), required=False, rijen=2)


class RolResultaatForm(MetVersie):
    """What came of it, beside the goal."""

    resultaat = tekstveld(_("Wat leverde het op, naast het doel?"), rijen=3)


class StatusForm(MetVersie):
    """Goes through, was held, or is called off."""

    naar = forms.ChoiceField(
        label=_("Hoe nu verder?"), choices=rules.ActiedagStatus.choices, widget=forms.RadioSelect
    )
    reden = tekstveld(_("Toelichting"), _("Bij afgelasten verplicht."), required=False, rijen=2)


class ZorgantwoordForm(CasusForm):
    """The answer of care."""

    kan = forms.TypedChoiceField(
        label=_("Staat er hulp klaar?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    antwoord = tekstveld(
        _("Wat staat er klaar, en wie bellen ze die dag?"), _("Zonder namen van cliënten."), rijen=3
    )

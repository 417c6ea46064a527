# SPDX-License-Identifier: EUPL-1.2
"""Handing over, kinds of cases, and the criminal outcome."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import rules
from schakel.casus.forms.basis import CasusForm, MetId, datumveld, deelveld, keuzes, tekstveld
from schakel.kern import klok
from schakel.partner import queries as partners
from schakel.partner.models import Gemeente, Partner
from schakel.signaal.rules.woorden import VORM_NAAM


class OverdrachtForm(MetId):
    """To whom, and why it fits better there."""

    soort = forms.ChoiceField(label=_("Wat voor overdracht?"), choices=rules.OverdrachtSoort.choices)
    naar = forms.ModelChoiceField(label=_("Aan wie?"), queryset=Partner.objects.none())
    reden = tekstveld(
        _("Waarom past de casus daar beter?"),
        _("Zonder namen: de ander leest dit vóór de overname."),
        rijen=3,
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        self.fields["naar"].queryset = partners.partners(klok.vandaag()).exclude(pk=self.casus.eigenaar_id)  # type: ignore[attr-defined]


class AntwoordForm(CasusForm):
    """Why not."""

    antwoord = tekstveld(_("Waarom niet?"), rijen=2)


class CasustypeForm(forms.Form):
    """A kind of case and who takes it."""

    naam = forms.CharField(label=_("Type casus"), max_length=100)
    route = forms.ChoiceField(label=_("Wie pakt het op?"), choices=rules.Route.choices)


class StrafstapForm(MetId):
    """What happened; what is not known stays empty."""

    soort = forms.ChoiceField(label=_("Wat is er gebeurd?"), choices=rules.StrafSoort.choices)
    uitkomst = forms.ChoiceField(
        label=_("De uitspraak"),
        choices=[("", _("Alleen bij een vonnis")), *rules.Vonnis.choices],
        required=False,
    )
    datum = datumveld(_("Wanneer?"), required=False)
    vorm = forms.ChoiceField(
        label=_("Vorm van uitbuiting"),
        choices=keuzes({v.value: n for v, n in VORM_NAAM.items()}, _("Onbekend")),
        required=False,
    )
    gemeente = forms.ModelChoiceField(
        label=_("Gemeente"), queryset=Gemeente.objects.none(), required=False, empty_label=_("Onbekend")
    )
    instantie = forms.CharField(
        label=_("Welk parket, welke eenheid of rechtbank?"), max_length=150, required=False
    )
    reden = tekstveld(
        _("Waarom?"), _("Bij een sepot: een reden die de partners mogen lezen."), required=False, rijen=2
    )
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        self.fields["gemeente"].queryset = partners.gemeenten(klok.vandaag())  # type: ignore[attr-defined]
        self.fields["deel"].initial = 2

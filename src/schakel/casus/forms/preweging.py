# SPDX-License-Identifier: EUPL-1.2
"""Offering to a weegploeg, and its decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import queries, rules
from schakel.casus.forms.basis import CasusForm, MetId, deelveld, tekstveld
from schakel.partner.models import Partner


class PreweegForm(MetId):
    """What is offered, to whom, and in short what it is about."""

    soort = forms.ChoiceField(label=_("Wat bied je aan?"), choices=rules.PreweegSoort.choices)
    ontvanger = forms.ModelChoiceField(label=_("Aan wie?"), queryset=Partner.objects.none())
    gremium = forms.ChoiceField(label=_("Wie beslist daar?"), choices=rules.Gremium.choices)
    samenvatting = tekstveld(
        _("Waar gaat het over?"),
        _("Kort, en zonder namen. De stukken zelf staan eronder, voor zover de ontvanger ze mag krijgen."),
    )
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        beslissers = queries.partners_in(casus=self.casus).filter(soort__in=rules.BESLISSERS)
        self.fields["ontvanger"].queryset = beslissers  # type: ignore[attr-defined]  # a model choice field
        self.fields["deel"].initial = 2


class PreweegBesluitForm(CasusForm):
    """What the body decided."""

    gestart = forms.TypedChoiceField(
        label=_("Het besluit"),
        choices=[("ja", _("Er start een onderzoek")), ("nee", _("Er start geen onderzoek"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
    )
    wijze = tekstveld(_("Op welke wijze, en door wie?"), _("Alleen bij een start."), required=False, rijen=2)
    weigerreden = forms.ChoiceField(
        label=_("Waarom niet?"),
        required=False,
        choices=[("", _("Alleen als er geen onderzoek start")), *rules.Weigerreden.choices],
    )
    reden = tekstveld(_("Toelichting"), _("De partners in dit deel van de casus lezen dit."), rijen=3)

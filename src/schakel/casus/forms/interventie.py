# SPDX-License-Identifier: EUPL-1.2
"""Proposing, completing and answering a measure."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import rules
from schakel.casus.forms.basis import MetId, MetVersie, datumveld, deelveld, tekstveld
from schakel.interventie.queries import regels_van
from schakel.interventie.rules import TERREINEN, waarom_niet
from schakel.kern import klok
from schakel.partner import queries as partners
from schakel.partner.models import Functie, Partner


class VoorstelForm(MetId):
    """A measure of the catalogue, who does it, to what end, and what it does to the victim."""

    soort = forms.ChoiceField(label=_("Interventie"))
    uitvoerder = forms.ModelChoiceField(label=_("Wie voert uit?"), queryset=Partner.objects.none())
    doel = tekstveld(_("Doel"), rijen=3)
    effect_slachtoffer = tekstveld(
        _("Effect voor het slachtoffer"),
        _("Wat is er voor het slachtoffer geregeld? Zonder dit wordt het advies niet vastgesteld."),
        required=False,
        rijen=3,
    )
    focus = forms.ChoiceField(
        label=_("Op wie is het gericht?"),
        choices=[("", _("Niet vastgelegd")), *rules.Focus.choices],
        required=False,
        help_text=_("Bij belasting en geld verplicht: op uitbuiters, niet op mogelijke slachtoffers."),
    )
    termijn = datumveld(_("Uiterlijk"), required=False)
    volgorde = forms.IntegerField(label=_("Volgorde in de tijd"), min_value=1, max_value=99, initial=1)
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        dag = klok.vandaag()
        assert self.casus is not None
        regels = regels_van(gemeenten=self.casus.gemeenten.all())
        per_terrein: dict[str, list[tuple[str, str]]] = {}
        for soort in rules.geldige_soorten(dag):
            niet = waarom_niet(soort, regels)
            naam = f"{soort.naam} – {niet or f'{soort.bevoegd} ({soort.grondslag})'}"
            per_terrein.setdefault(str(TERREINEN[soort.terrein]), []).append((soort.code, naam))
        self.fields["soort"].choices = [("", _("Kies een interventie")), *per_terrein.items()]  # type: ignore[attr-defined]
        self.fields["uitvoerder"].queryset = partners.partners(dag)  # type: ignore[attr-defined]  # a model choice field


class AanvulForm(MetVersie):
    """What is still missing in a proposal."""

    doel = tekstveld(_("Doel"), rijen=3)
    effect_slachtoffer = tekstveld(_("Effect voor het slachtoffer"), rijen=3)
    focus = forms.ChoiceField(
        label=_("Op wie is het gericht?"),
        choices=[("", _("Niet vastgelegd")), *rules.Focus.choices],
        required=False,
        help_text=_("Bij belasting en geld verplicht: op uitbuiters, niet op mogelijke slachtoffers."),
    )
    termijn = datumveld(_("Uiterlijk"), required=False)
    volgorde = forms.IntegerField(label=_("Volgorde in de tijd"), min_value=1, max_value=99)


class RedenForm(MetVersie):
    """Words to an answer: why not, or what came of it."""

    tekst = tekstveld(_("Toelichting"), _("De partners in de casus lezen dit."))


class ToewijsForm(MetVersie):
    """Assign it."""


class AanvaardForm(MetVersie):
    """Yes, we do it; in a municipality under a casemanager."""

    casemanager = forms.ModelChoiceField(
        label=_("Casemanager"),
        queryset=Functie.objects.none(),
        required=False,
        help_text=_("De functie die dit binnen je organisatie leidt. Een gemeente benoemt altijd iemand."),
    )

    def vul(self) -> None:
        super().vul()
        self.fields["casemanager"].queryset = partners.functies_bij(self.door.partner_id)  # type: ignore[attr-defined]

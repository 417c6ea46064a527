# SPDX-License-Identifier: EUPL-1.2
"""Recording a fine, in a case or on its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import rules
from schakel.casus.forms.basis import MetId, datumveld, deelveld, tekstveld
from schakel.kern import klok


class BoeteForm(MetId):
    """What was imposed, where, at whom it aims. Without a case: a signal only."""

    soort = forms.ChoiceField(
        label=_("Wat is er opgelegd?"), choices=[(code, b.naam) for code, b in rules.BOETES.items()]
    )
    datum = datumveld(_("Wanneer?"))
    straat = forms.CharField(label=_("Straat"), max_length=100, required=False)
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    plaats = forms.CharField(label=_("Plaats"), max_length=100, required=False)
    bedrijf = forms.CharField(label=_("Bedrijf"), max_length=200, required=False)
    feiten = tekstveld(_("Wat is er vastgesteld?"))
    focus = forms.ChoiceField(
        label=_("Op wie is het gericht?"),
        choices=rules.Focus.choices,
        help_text=_("Nooit op een mogelijk slachtoffer."),
    )
    effect_slachtoffer = tekstveld(_("Effect voor het slachtoffer"), rijen=2)
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        self.fields["datum"].initial = klok.vandaag()
        if self.casus is None:
            del self.fields["effect_slachtoffer"], self.fields["deel"]

    def clean(self) -> dict[str, Any]:
        """A fine is somewhere, or at some company."""
        schoon: dict[str, Any] = super().clean() or {}
        if not (
            schoon.get("huisnummer") and (schoon.get("straat") or schoon.get("postcode"))
        ) and not schoon.get("bedrijf"):
            raise forms.ValidationError(_("Vul een adres met huisnummer in, of een bedrijf."))
        return schoon

    def boete(self) -> dict[str, Any]:
        """What `actions.leg_boete_vast` wants to know."""
        schoon = dict(self.cleaned_data)
        plek = {n: w for n in ("straat", "huisnummer", "postcode", "plaats") if (w := schoon.pop(n))}
        bedrijf = schoon.pop("bedrijf")
        return schoon | {
            "onderwerpen": [*([plek] if plek else []), *([{"bedrijf": bedrijf}] if bedrijf else [])]
        }

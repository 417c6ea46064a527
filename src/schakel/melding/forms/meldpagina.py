# SPDX-License-Identifier: EUPL-1.2
"""The settings of a public page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.melding import rules
from schakel.melding.models import Meldpagina


class MeldpaginaForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A colour that nobody can read is refused."""

    class Meta:
        model = Meldpagina
        fields = ("naam", "adres", "inleiding", "telefoon", "kleur", "open")
        labels = {
            "naam": _("Naam van het meldpunt"),
            "adres": _("Adres: /melden/…"),
            "inleiding": _("Eigen zin bovenaan"),
            "telefoon": _("Telefoonnummer"),
            "kleur": _("Kleur"),
            "open": _("De pagina is open"),
        }
        help_texts = {
            "naam": _("Zo staat het boven de pagina, in elke taal."),
            "adres": _("Kleine letters, cijfers en streepjes. Staat op affiches: kies iets korts."),
            "kleur": _("Van je huisstijl, als #1d4f63. Donker genoeg voor witte letters."),
            "open": _("Een dichte pagina bestaat niet voor bezoekers."),
        }
        error_messages = {"adres": {"invalid": _("Alleen kleine letters, cijfers en streepjes.")}}

    def clean_adres(self) -> str:
        adres: str = self.cleaned_data["adres"].lower()
        if adres in rules.GERESERVEERD:
            raise forms.ValidationError(_("Dit adres is al in gebruik. Kies een ander."))
        return adres

    def clean_kleur(self) -> str:
        kleur: str = self.cleaned_data["kleur"].lower()
        if rules.stijl(kleur) and rules.contrast(kleur) < rules.GENOEG:
            raise forms.ValidationError(
                _("Deze kleur is te licht: witte letters zijn erop niet te lezen. Kies donkerder.")
            )
        return kleur

# SPDX-License-Identifier: EUPL-1.2
"""Saying that two statements are about one person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import actions
from schakel.casus.forms.basis import MetId, tekstveld
from schakel.convenant.rules import Categorie
from schakel.signaal.rules import gegevens as vorm


class DubbelrolForm(MetId):
    """Both sides, from what this reader may see."""

    slachtoffer = forms.TypedChoiceField(label=_("Mogelijk slachtoffer"))
    verdachte = forms.TypedChoiceField(label=_("Verdachte"))
    verband = tekstveld(
        _("Wat heeft het strafbare feit met de uitbuiting te maken?"),
        _("Een slachtoffer wordt niet vervolgd of gestraft voor wat het gedwongen deed (non-punishment)."),
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        for naam, kant in (
            ("slachtoffer", Categorie.PERSOON_SLACHTOFFER),
            ("verdachte", Categorie.PERSOON_VERDACHT),
        ):
            wie = actions.personen(door=self.door, casus=self.casus, kant=kant)
            veld = self.fields[naam]
            veld.choices = [("", _("Kies een persoon")), *((str(g.pk), _naam(g.inhoud)) for g in wie)]  # type: ignore[attr-defined]  # a choice field
            veld.coerce = {str(g.pk): g.pk for g in wie}.get  # type: ignore[attr-defined]  # of a typed choice field


def _naam(inhoud: dict[str, str]) -> str:
    return vorm.kort("persoon", inhoud)

# SPDX-License-Identifier: EUPL-1.2
"""Forms of a meeting of care."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner.models import Orgaan
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.forms.velden import datumveld, tekstveld
from schakel.zorg.models import Zorgtraject


class BesprekingForm(forms.Form):
    """A meeting of a body of care."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    orgaan = forms.ModelChoiceField(label=_("Welk overleg?"), queryset=Orgaan.objects.none())
    datum = datumveld(_("Wanneer?"))

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orgaan"].queryset = queries.zorgorganen(door=door)  # type: ignore[attr-defined]  # a model choice field


class BespreekForm(forms.Form):
    """A client on the agenda."""

    traject = forms.ModelChoiceField(label=_("Over wie?"), queryset=Zorgtraject.objects.none())
    vraag = tekstveld(_("Wat wil je bespreken?"), required=False, rijen=2)

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["traject"].queryset = queries.mijn_trajecten(door=door)  # type: ignore[attr-defined]  # a model choice field


class PuntForm(forms.Form):
    """One line about an item: the guardian, or what was agreed."""

    tekst = tekstveld(_("Tekst"), rijen=2)

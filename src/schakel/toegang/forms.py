# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _


class TokenForm(forms.Form):
    """A new API token for the function in which one works now."""

    omschrijving = forms.CharField(label=_("Waarvoor is het token?"), max_length=100)
    dagen = forms.IntegerField(label=_("Geldig voor hoeveel dagen?"), min_value=1, max_value=365, initial=90)

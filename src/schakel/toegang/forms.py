# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class TokenForm(forms.Form):
    """A new API token for the function in which one works now."""

    omschrijving = forms.CharField(label=_("Waarvoor is het token?"), max_length=100)
    dagen = forms.IntegerField(label=_("Geldig voor hoeveel dagen?"), min_value=1, max_value=365, initial=90)


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth is not typed
    """A passkey that also opens the door without a password, unless one chooses otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Naam van deze passkey")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Ook inloggen zonder wachtwoord")
        self.fields["passwordless"].help_text = ""

# SPDX-License-Identifier: EUPL-1.2
"""How allauth fits our house: no sign-up, second-factor secrets encrypted, identities of a provider matched by name."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from schakel.kern.instellingen import instellingen
from schakel.kern.versleuteling import bos
from schakel.toegang.queries import gebruiker_met_inlognaam

_PLAATS = "mfa_authenticator:geheim:data"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is not typed
    """Accounts are made by the functioneel beheerder, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail about accounts: login names are no mail addresses."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth is not typed
    """TOTP secrets and recovery seeds are stored under the key ring."""

    def get_totp_issuer(self) -> str:
        return f"Schakel {instellingen().regio}"

    def encrypt(self, text: str) -> str:
        return bos().versleutel(text, _PLAATS).hex()

    def decrypt(self, encrypted_text: str) -> str:
        return bos().ontsleutel(bytes.fromhex(encrypted_text), _PLAATS)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entiteit: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entiteit, "name": f"Schakel {instellingen().regio}"}


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth is not typed
    """OpenID Connect: an identity is welcome only when its name is an account here and its `acr` is strong enough."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        claims = sociallogin.account.extra_data
        claims = {**claims, **claims.get("userinfo", {}), **claims.get("id_token", {})}
        vereist = {a.strip() for a in instellingen().oidc_acr.split(",") if a.strip()}
        if vereist and claims.get("acr") not in vereist:
            self._weiger(
                request,
                _("Je bent bij de aanbieder niet sterk genoeg ingelogd. Log daar in met een tweede factor."),
            )
        if not sociallogin.is_existing:
            gebruiker = gebruiker_met_inlognaam(
                str(claims.get("preferred_username") or claims.get("email") or "")
            )
            if gebruiker is None:
                self._weiger(
                    request,
                    _("Er is geen account met deze naam. Vraag je functioneel beheerder om een account."),
                )
            sociallogin.connect(request, gebruiker)

    def _weiger(self, request: HttpRequest, zin: str) -> None:
        messages.error(request, zin)
        raise ImmediateHttpResponse(redirect("account_login"))

# SPDX-License-Identifier: EUPL-1.2
"""Who may come in: every page asks a login unless it is named here; nothing typed is lost when a session has ended."""

import secrets
import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from schakel.kern.context import eenheid_van_werk
from schakel.kern.fouten import herzend
from schakel.kern.instellingen import instellingen
from schakel.kern.versleuteling import bos
from schakel.toegang import actions, queries
from schakel.toegang.models import Concept

KOEKJE = "schakel_concept"
VERLENG_SECONDEN = 60

PUBLIEK = frozenset({
    "mijn-werk", "gezond", "melden", "melden-ontvangen", "melden-terug",
    "meldpunt", "meldpunt-ontvangen", "meldpunt-terug", "meldpunt-stijl", "toegankelijkheid", "privacy", "taal",
    "account_login", "account_logout", "mfa_authenticate", "mfa_login_webauthn", "mfa_trust",
    "openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled", "socialaccount_login_error",
})  # fmt: skip
"""Names of addresses that need no login; everything else does."""

ZONDER_TWEEDE_FACTOR = PUBLIEK | {
    "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "account_reauthenticate", "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn", "account_change_password", "functie-wisselen",
}  # fmt: skip
"""Where a person comes who still has to set up their second factor."""


class ToegangMiddleware:
    """Default deny. GET without a session leads to the login; a POST keeps what was typed first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.path.startswith("/api/") or request.resolver_match is None:
            return None
        naam = request.resolver_match.url_name or ""
        if not request.user.is_authenticated:
            return None if naam in PUBLIEK else naar_inloggen(request)
        _verleng(request)
        if naam not in ZONDER_TWEEDE_FACTOR and instellingen().mfa_verplicht and not _tweede_factor(request):
            return redirect("mfa_index")
        return None


def _verleng(request: HttpRequest) -> None:
    """The session slides with use. Once a minute is enough: reading a page should write nothing."""
    nu = int(time.time())
    if nu - request.session.get("verlengd", 0) >= VERLENG_SECONDEN:
        request.session["verlengd"] = nu


def _tweede_factor(request: HttpRequest) -> bool:
    """Did this session come in with (or set up) a second factor? Asked once, then remembered in the session."""
    if not request.session.get("tweede_factor"):
        methoden = {r.get("method") for r in get_authentication_records(request, request.user)}
        if "mfa" not in methoden and not queries.heeft_tweede_factor(request.user.pk):
            return False
        request.session["tweede_factor"] = True
    return True


def naar_inloggen(request: HttpRequest, naam: str = "account_login") -> HttpResponse:
    """To the login (or to a fresh proof of who one is), with the way back; a form that was sent is kept."""
    if request.method in ("GET", "HEAD"):
        return redirect(f"{reverse(naam)}?{urlencode({'next': request.get_full_path()})}")
    code = secrets.token_urlsafe(32)
    merk = bos().merk("concept", code)
    with eenheid_van_werk({"sleutel": merk.hex()}):
        actions.bewaar_concept(merk=merk, pad=request.path[:300], inhoud=herzend(request))
    antwoord = redirect(f"{reverse(naam)}?{urlencode({'next': reverse('concept')})}")
    antwoord.set_cookie(KOEKJE, code, max_age=3600, httponly=True, samesite="Lax", secure=request.is_secure())
    return antwoord


def concept_van(request: HttpRequest, *, wissen: bool = False) -> Concept | None:
    """The draft of this browser; with `wissen` it is removed at once."""
    code = request.COOKIES.get(KOEKJE, "")
    if not code:
        return None
    merk = bos().merk("concept", code)
    with eenheid_van_werk({"sleutel": merk.hex()}):
        concept = queries.concept_met(merk)
        if concept is not None:
            concept.inhoud  # noqa: B018  decrypts while it may be read
            if wissen:
                actions.wis_concept(concept=concept)
    return concept


def zware_handeling(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Step-up: the person proved who they are in the last five minutes, or does so now (ASVS 7.5.3)."""

    @wraps(view)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        bewijzen = [r["at"] for r in get_authentication_records(request, request.user)]
        if bewijzen and time.time() - max(bewijzen) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return view(request, *args, **kwargs)
        return naar_inloggen(request, "account_reauthenticate")

    return bewaakt

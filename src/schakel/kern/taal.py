# SPDX-License-Identifier: EUPL-1.2
"""The languages of the public pages. Colleagues work in Dutch or English (`settings.LANGUAGES`); who reports or reads
an answer also finds the languages of people at risk. How a translator works on them: docs/vertalen.md.
"""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

TALEN = {
    "nl": "Nederlands",
    "en": "English",
    "pl": "Polski",
    "ro": "Română",
    "bg": "Български",
    "ar": "العربية",
}
"""Code → its own name. A new language is a line here and a catalogue."""

TE_DOEN = "x-nog-na-te-kijken"
"""Header of a catalogue: how many texts no translator has looked at (tools/vertalingen.py counts them)."""


@dataclass(frozen=True)
class Taal:
    """A language to choose. `nu`: the one of this page."""

    code: str
    naam: str
    nu: bool


def keuzes() -> list[Taal]:
    """Every language of the public pages."""
    return [Taal(code, naam, code == translation.get_language()) for code, naam in TALEN.items()]


@cache
def nagekeken(taal: str) -> bool:
    """Has a translator seen every text of this language? Dutch is the source; English is kept complete."""
    if taal in dict(settings.LANGUAGES) or taal not in TALEN:
        return True
    catalogus = gettext.translation("django", settings.LOCALE_PATHS[0], [taal])
    return catalogus.info().get(TE_DOEN, "0") == "0"


class PubliekeTaalMiddleware:
    """On a public page the language of the visitor: from the address (`?taal=pl`, for a poster), the language cookie
    or the browser. The rest keeps what Django's own middleware chose.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        gevraagd = request.GET.get("taal", "") if _is_publiek(request) else ""
        if _is_publiek(request):
            translation.activate(_van(request))
        antwoord = self.get_response(request)
        if gevraagd in TALEN:
            onthoud(antwoord, gevraagd, veilig=request.is_secure())
        return antwoord


def onthoud(antwoord: HttpResponse, taal: str, *, veilig: bool) -> None:
    """A cookie with the language and nothing else, until the browser closes."""
    antwoord.set_cookie(settings.LANGUAGE_COOKIE_NAME, taal, samesite="Lax", httponly=True, secure=veilig)


def _is_publiek(request: HttpRequest) -> bool:
    if request.path == "/privacy":  # colleagues read it between their own menus
        return settings.SESSION_COOKIE_NAME not in request.COOKIES
    return request.path == "/melden" or request.path.startswith("/melden/")


def _van(request: HttpRequest) -> str:
    gekozen = (request.GET.get("taal", ""), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    browser = (
        deel for taal, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
        for deel in (taal.split("-")[0],)
    )  # fmt: skip
    return next((t for t in (*gekozen, *browser) if t in TALEN), settings.LANGUAGE_CODE)

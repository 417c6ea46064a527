# SPDX-License-Identifier: EUPL-1.2
"""Error pages. Forbidden and missing answer alike: 404 (kwaliteit.md, C2)."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _pagina(request: HttpRequest, status: int, **context: object) -> HttpResponse:
    return render(request, f"kern/fouten/{status}.html", context, status=status)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also for everything the actor may not know of."""
    return _pagina(request, 404)


def onjuist(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what cannot be read, 413 for what is too large."""
    te_groot = isinstance(exception, RequestDataTooBig)
    return _pagina(request, 413 if te_groot else 400)


def fout(request: HttpRequest) -> HttpResponse:
    """500; when the database was the cause, `kern.storing` makes it 503."""
    request.schakel_oorzaak = sys.exception()  # type: ignore[attr-defined]  # our mark on Django's request
    return _pagina(request, 500)


def oorzaak(request: HttpRequest) -> BaseException | None:
    """The exception behind the 500 page of this request, if there was one."""
    gevonden: BaseException | None = getattr(request, "schakel_oorzaak", None)
    return gevonden


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is from another session (expired, or logged in anew): what was typed can be sent again."""
    return _pagina(request, 403, herzend=herzend(request), doel=request.path)


def even_weg(request: HttpRequest) -> HttpResponse:
    """503 while the database is away; a form that was sent can be sent again with one button."""
    antwoord = _pagina(request, 503, herzend=herzend(request), doel=request.get_full_path())
    antwoord["Retry-After"] = "5"
    return antwoord


def herzend(request: HttpRequest) -> list[tuple[str, str]]:
    """Everything that was typed in the posted form, to be sent again; never a password or a second factor."""
    if request.method != "POST":
        return []
    geheim = {"csrfmiddlewaretoken", "password", "code", "credential"}
    return [(naam, str(w)) for naam, waarden in request.POST.lists() for w in waarden if naam not in geheim]

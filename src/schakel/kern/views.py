# SPDX-License-Identifier: EUPL-1.2
"""*Mijn werk*, and the few pages that belong to no room."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from schakel.kern.schil import werk
from schakel.kern.taal import TALEN, onthoud


def mijn_werk(request: HttpRequest) -> HttpResponse:
    """The first page of a colleague; a visitor without an account is led to the public form."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    if door.anoniem:
        return redirect("melden")
    return render(request, "kern/mijn_werk.html", {"werk": werk(door=door)})


def gezond(request: HttpRequest) -> HttpResponse:
    """Liveness for the proxy: 200 when the database answers, else the 503 page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed", content_type="text/plain; charset=utf-8")


def uitleg(request: HttpRequest, pagina: str) -> HttpResponse:
    """A page of plain text: privacy, toegankelijkheid. Visitors get it with the quick-leave button."""
    anoniem = request.actor.anoniem  # type: ignore[attr-defined]  # set by convenant.poort
    return render(
        request, f"kern/{pagina}.html", {"basis": "kern/basis_publiek.html" if anoniem else "kern/basis.html"}
    )


@require_POST
def taal(request: HttpRequest) -> HttpResponse:
    """Choose a language; only that is remembered, in the browser itself."""
    terug = request.POST.get("terug", "/")
    if not url_has_allowed_host_and_scheme(terug, allowed_hosts={request.get_host()}):
        terug = "/"
    antwoord = HttpResponseRedirect(terug)  # an address; redirect() would also look for a view of that name
    keuze = request.POST.get("taal", "")
    if keuze in TALEN:
        onthoud(antwoord, keuze, veilig=request.is_secure())
    return antwoord

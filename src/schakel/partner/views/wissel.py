# SPDX-License-Identifier: EUPL-1.2
"""Organisations, functions, bodies; and the choice of the function in which one acts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from schakel.partner import queries


def wissel_functie(request: HttpRequest) -> HttpResponse:
    """Choose in which of one's functions to act; no function implies another (delen.md)."""
    if not request.user.is_authenticated:
        raise Http404
    mogelijk = list(queries.bezettingen(request.user))
    if request.method == "POST":
        gekozen = next((b for b in mogelijk if str(b.pk) == request.POST.get("bezetting")), None)
        if gekozen is None:
            raise Http404
        request.session[queries.SESSIE] = str(gekozen.pk)
        messages.success(request, _("Je werkt nu als %s.") % gekozen.functie.naam)
        return redirect("mijn-werk")
    return render(request, "partner/wissel_functie.html", {"bezettingen": mogelijk})

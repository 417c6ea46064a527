# SPDX-License-Identifier: EUPL-1.2
"""The public pages of the meldpunten: which there are, and the settings of one's own."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.melding import actions, queries
from schakel.melding.forms import MeldpaginaForm
from schakel.melding.models import Meldpagina
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor


@require_GET
@binnen(*actions.PAGINABEHEER)
def paginas(request: HttpRequest, door: Actor) -> HttpResponse:
    """Every public page of the region; one's own can be changed."""
    return render(request, "melding/paginas.html", {"rijen": queries.meldpaginas(), "door": door})


@require_http_methods(["GET", "POST"])
@binnen(*actions.PAGINABEHEER)
def pagina(request: HttpRequest, door: Actor, id: object = None) -> HttpResponse:
    """Address, name and colour of one's own public page."""
    oud = queries.eigen_meldpagina(door=door, id=id) if id else None
    if id and oud is None:
        raise Http404
    form = MeldpaginaForm(request.POST or None, instance=oud or Meldpagina())
    if request.method == "POST" and form.is_valid():
        actions.leg_meldpagina_vast(door=door, pagina=form.save(commit=False))
        messages.success(request, _("De meldpagina is opgeslagen."))
        return redirect("meldpaginas")
    return render(
        request, "melding/pagina.html", {"form": form, "oud": oud}, status=422 if form.errors else 200
    )

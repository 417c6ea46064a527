# SPDX-License-Identifier: EUPL-1.2
"""Keep a search, look it through, drop it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from schakel.convenant.rules import Doel
from schakel.signaal import actions, queries
from schakel.signaal.forms import ZoekvraagForm, eigen_id
from schakel.signaal.models import Zoekvraag
from schakel.signaal.views.gedeeld import formulier, met_signalen, probeer, van

HOOGSTENS = 50


@require_POST
def bewaar(request: HttpRequest) -> HttpResponse:
    """From the list or from a search."""
    door = met_signalen(request)
    form = ZoekvraagForm(request.POST)
    bewaard: list[Zoekvraag] = []
    if form.is_valid():
        d = form.cleaned_data

        def doe() -> None:
            bewaard.append(
                actions.bewaar_zoekvraag(
                    door=door,
                    naam=d["naam"],
                    inhoud=form.inhoud(),
                    doel=Doel(d["doel"]),
                    id=eigen_id(door, d["id"]),
                )
            )

        if probeer(form, doe) is None:
            messages.success(request, _("Bewaard. Wat erbij komt, staat op Mijn werk."))
            return redirect("zoekvraag", id=bewaard[0].pk)
    return formulier(request, form, sjabloon="signaal/zoekvraag.html")


@require_http_methods(["GET", "POST"])
def zoekvraag(request: HttpRequest, id: str) -> HttpResponse:
    """What is under it, new ones counted; POST drops it."""
    door = van(request)
    vraag = queries.zoekvraag(door=door, id=id)
    if vraag is None:
        raise Http404
    if request.method == "POST":
        actions.verwijder_zoekvraag(door=door, vraag=vraag)
        messages.success(request, _("De zoekvraag is weg."))
        return redirect("signalen")
    gevonden, nieuw = actions.kijk_door(door=door, vraag=vraag)
    signalen = queries.signalen_op_id(door=door, ids=gevonden[:HOOGSTENS])
    eerst = sorted(gevonden[:HOOGSTENS], key=lambda pk: pk not in nieuw)
    context: dict[str, Any] = {
        "vraag": vraag, "nieuw": len(nieuw), "rijen": [signalen[pk] for pk in eerst if pk in signalen],
        "meer": len(gevonden) > HOOGSTENS, "woorden": vraag.inhoud.get("woorden", ""),
    }  # fmt: skip
    return formulier(request, ZoekvraagForm(), sjabloon="signaal/zoekvraag.html", **context)

# SPDX-License-Identifier: EUPL-1.2
"""What was offered to weegploegen, counted; and one document with its copy for this reader and the decision."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from schakel.casus import actions, queries, rules
from schakel.casus.forms import PreweegBesluitForm
from schakel.casus.views.daad import voer_uit
from schakel.casus.views.dossier import dossier
from schakel.melding.views.binnen import binnen
from schakel.toegang.actor import Actor


@require_safe
@binnen(*queries.CASUSROLLEN)
def preweegdocumenten(request: HttpRequest, door: Actor) -> HttpResponse:
    """All of them in the cases of this reader, with how many led to what."""
    rijen = queries.preweegdocumenten(door=door)
    standen = Counter(rijen.order_by().values_list("stand", "weigerreden"))
    per_stand = [
        (s.label, sum(n for (stand, _r), n in standen.items() if stand == s)) for s in rules.PreweegStand
    ]
    context = {
        "pagina_": Paginator(rijen, 50).get_page(request.GET.get("pagina")),
        "per_stand": per_stand,
        "per_reden": [
            (r.label, n) for r in rules.Weigerreden if (n := standen[(rules.PreweegStand.GEWEIGERD, r)])
        ],
    }
    return render(request, "casus/preweegdocumenten.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@binnen(*queries.CASUSROLLEN)
def preweegdocument(request: HttpRequest, door: Actor, id: UUID) -> HttpResponse:
    """One document: what may stand in it for this reader, with source, date and reliability; and the decision."""
    document = queries.preweegdocument(door=door, id=id)
    if document is None:
        raise Http404
    beslist = document.ontvanger_id == door.partner_id and document.stand == rules.PreweegStand.AANGEBODEN
    casus = document.casus
    form = PreweegBesluitForm(request.POST if request.method == "POST" else None, door=door, casus=casus)
    status = 200
    if request.method == "POST":
        doe = lambda: actions.besluit_weegploeg(door=door, document=document, **form.cleaned_data)  # noqa: E731
        status = voer_uit(form, doe) if form.is_valid() else 422
        if status == 200:
            messages.success(request, _("Het besluit ligt vast. De partners in de casus lezen het."))
            return redirect("preweegdocument", id=document.pk)
    stukken = dossier(door=door, casus=casus, ontvanger=document.ontvanger)
    context = {
        "document": document,
        "casus": casus,
        "stukken": [d for d in stukken if d.ingebracht_op <= document.aangeboden_op],
        "voor_ontvanger": document.ontvanger_id == door.partner_id,
        "form": form if beslist else None,
    }
    return render(request, "casus/preweegdocument.html", context, status=status)

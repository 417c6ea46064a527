# SPDX-License-Identifier: EUPL-1.2
"""One's own access: second factor, sessions, tokens, and what was typed when a session had ended."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from schakel.kern import klok
from schakel.toegang import actions, queries
from schakel.toegang.forms import TokenForm
from schakel.toegang.models import Gebruiker
from schakel.toegang.poort import KOEKJE, concept_van, zware_handeling


@zware_handeling
def mijn_toegang(request: HttpRequest) -> HttpResponse:
    """GET: what I can change about my access. POST: a new token, shown once."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    form, nieuw = TokenForm(request.POST or None), ""
    if form.is_bound and form.is_valid() and door.bezetting_id:
        _, nieuw = actions.maak_token(
            gebruiker=cast(Gebruiker, request.user),
            bezetting_id=door.bezetting_id,
            omschrijving=form.cleaned_data["omschrijving"],
            verloopt=klok.vandaag() + timedelta(days=form.cleaned_data["dagen"]),
        )
        form = TokenForm()
    tokens = [
        (t, door.functie_naam if t.bezetting_id == door.bezetting_id else "–")
        for t in queries.tokens_van(door.gebruiker_id)
    ]
    return render(
        request, "toegang/mijn_toegang.html", {"form": form, "tokens": tokens, "nieuw_token": nieuw}
    )


@require_POST
def token_intrekken(request: HttpRequest, id: UUID) -> HttpResponse:
    """End one's own token at once."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    token = queries.tokens_van(door.gebruiker_id).filter(pk=id).first()
    if token is None:
        raise Http404
    actions.trek_token_in(token=token)
    return redirect("mijn-toegang")


def zonder_wachtwoord(request: HttpRequest) -> HttpResponse:
    """An account that logs in at the provider of its organisation has no password here, and gets none."""
    messages.info(request, _("Je logt in via je organisatie. Je wachtwoord wijzig je daar."))
    return redirect("mijn-werk")


def concept(request: HttpRequest) -> HttpResponse:
    """What was typed when the session had ended, to be sent again."""
    gevonden = concept_van(request, wissen=True)
    if gevonden is None:
        return redirect("mijn-werk")
    getypt = [waarde for _naam, waarde in gevonden.inhoud if " " in waarde.strip()]
    antwoord = render(request, "toegang/concept.html", {"concept": gevonden, "getypt": getypt})
    antwoord.delete_cookie(KOEKJE)
    return antwoord

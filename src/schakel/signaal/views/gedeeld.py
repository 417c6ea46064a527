# SPDX-License-Identifier: EUPL-1.2
"""What every page does: find or 404, run a verb and turn its refusals into words, show the form again."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from schakel.signaal import queries
from schakel.signaal.actions import Onvolledig, Verouderd, mag_met_signalen
from schakel.signaal.models import Signaal, Wijziging
from schakel.toegang.actor import Actor


def van(request: HttpRequest) -> Actor:
    """Who acts."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    return actor


def met_signalen(request: HttpRequest) -> Actor:
    """Who acts, in a function that works with signals; for others the page does not exist."""
    door = van(request)
    try:
        mag_met_signalen(door)
    except PermissionError as fout:
        raise Http404 from fout
    return door


def vind(request: HttpRequest, id: object, *, eigen: bool = False) -> Signaal:
    """A visible signaal; with `eigen` only one of the actor's partner. Else 404."""
    door = van(request)
    signaal = queries.signaal(door=door, id=id)
    if signaal is None or (eigen and signaal.eigenaar_id != door.partner_id):
        raise Http404
    return signaal


def probeer(form: forms.Form, actie: Callable[[], Any]) -> list[Wijziging] | None:
    """Run a verb on a valid form. None when it worked; else the form says what is wrong, and what others
    changed.
    """
    try:
        actie()
    except PermissionError as fout:
        raise Http404 from fout
    except Onvolledig as fout:
        form.add_error(None, str(fout))
        return []
    except Verouderd as fout:
        form.add_error(None, str(fout))
        if fout.wijzigingen and "versie" in form.fields:
            form.data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
            form.data[form.add_prefix("versie")] = str(fout.wijzigingen[-1].versie)  # type: ignore[index]
        return fout.wijzigingen
    return None


def formulier(
    request: HttpRequest,
    form: forms.Form,
    *,
    sjabloon: str = "signaal/formulier.html",
    verouderd: Sequence[Wijziging] | None = None,
    **context: Any,
) -> HttpResponse:
    """A page with one form: 422 when something must be mended, 409 when somebody else was first."""
    status = 409 if verouderd else 422 if form.is_bound and form.errors else 200
    return render(request, sjabloon, {"form": form, "verouderd": verouderd or [], **context}, status=status)

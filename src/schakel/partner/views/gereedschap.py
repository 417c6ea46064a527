# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the register share: who may come, the day that is looked at, one page for every form."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date

from schakel.kern import klok
from schakel.partner.actions import KanNiet, MagNiet, Verouderd
from schakel.partner.forms import Formulier
from schakel.toegang.actor import Actor

Pagina = Callable[..., HttpResponse]


def binnen(pagina: Pagina) -> Pagina:
    """For everybody who works for a partner; what an actor may not do does not exist for them."""

    @wraps(pagina)
    def met_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        door: Actor = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
        if door.partner_id is None:
            raise Http404
        try:
            return pagina(request, door, *args, **kwargs)
        except MagNiet as fout:
            raise Http404 from fout

    return met_actor


def eis(mag: bool) -> None:
    """Forbidden and missing answer alike."""
    if not mag:
        raise Http404


def dag_van(request: HttpRequest) -> date:
    """`?op=2012-03-01`; anything else is today."""
    try:
        return parse_date(request.GET.get("op", "")) or klok.vandaag()
    except ValueError:
        return klok.vandaag()


def ingevuld(request: HttpRequest) -> Any:
    """What was sent, also when that was nothing; None when the form is only asked for."""
    return request.POST if request.method == "POST" else None


def versie_van(request: HttpRequest) -> int:
    """The version that the form was read with; 0 when it was not."""
    tekst = request.POST.get("versie", "")
    return int(tekst) if tekst.isdecimal() and len(tekst) < 9 else 0


def formulier(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    titel: str,
    terug: str,
    knop: str,
    bewaar: Callable[[], object],
    gelukt: str = "",
    uitleg: str = "",
    gevaar: bool = False,
    kruimel: tuple[str, str] = ("", ""),
    nu: Callable[[], Any] | None = None,
) -> HttpResponse:
    """One page for every form: show, check, do (`bewaar`), and go back; a refusal keeps what was typed (422).

    `nu`: the row as it stands, for a form that carries its `versie`; then a refusal shows what a colleague changed.
    """
    status = 200
    if request.method == "POST":
        if form.is_valid() and _doe(form, bewaar, nu):
            if gelukt:
                messages.success(request, gelukt)
            return redirect(terug)
        status = 422
    context = {
        "form": form,
        "titel": titel,
        "terug": terug,
        "knop": knop,
        "uitleg": uitleg,
        "soort": "gevaar" if gevaar else "hoofd",
        "versie": getattr(nu(), "versie", "") if nu else "",
        "kruimel": kruimel,
    }
    return render(request, "partner/formulier.html", context, status=status)


def _doe(form: forms.BaseForm, bewaar: Callable[[], object], nu: Callable[[], Any] | None) -> bool:
    try:
        bewaar()
    except Verouderd as fout:
        form.add_error(None, str(fout))
        if nu and isinstance(form, Formulier):
            form.toon_verschil(nu())
    except KanNiet as fout:
        form.add_error(None, str(fout))
    else:
        return True
    return False

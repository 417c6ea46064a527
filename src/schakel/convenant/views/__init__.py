# SPDX-License-Identifier: EUPL-1.2
"""The pages of this room. `actor` is who acts; a visitor without an account is sent to the login page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from schakel.toegang.actor import Actor

Pagina = Callable[..., HttpResponse]


def pagina(view: Pagina) -> Pagina:
    """A page for colleagues: calls `view(request, door, …)` with the actor of the request."""

    @wraps(view)
    def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        door: Actor = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
        if door.anoniem:
            return redirect_to_login(request.get_full_path())
        return view(request, door, *args, **kwargs)

    return binnen

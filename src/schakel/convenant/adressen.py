# SPDX-License-Identifier: EUPL-1.2
"""Where a Stuk is shown: the rooms above say so in their AppConfig, so that this room can link to them."""

from django.urls import reverse

from schakel.convenant.models import Stuk

_adressen: dict[str, str] = {}


def registreer(soort: str, urlnaam: str) -> None:
    """Objects of this `soort` have a page `urlnaam` that takes the id of the Stuk as its one argument."""
    _adressen[soort] = urlnaam


def adres_van(stuk: Stuk) -> str:
    """The address of its page, or "" when no room has registered one."""
    urlnaam = _adressen.get(stuk.soort)
    return reverse(urlnaam, args=[stuk.pk]) if urlnaam else ""

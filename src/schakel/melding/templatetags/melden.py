# SPDX-License-Identifier: EUPL-1.2
"""What the public pages ask about their language."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from schakel.kern import taal
from schakel.melding.models import Meldpagina

register = template.Library()


@register.simple_tag
def talen() -> list[taal.Taal]:
    """Every language of the public pages."""
    return taal.keuzes()


@register.simple_tag
def nagekeken() -> bool:
    """Did a translator see the texts of this language?"""
    return taal.nagekeken(get_language())


@register.simple_tag(takes_context=True)
def adres(context: Any, pagina: str = "") -> str:
    """Address of a public page (melden when empty, ontvangen, terug, stijl) under the name of this meldpunt."""
    return adres_van(pagina, context.get("meldpunt"))


def adres_van(pagina: str, meldpunt: Meldpagina | None) -> str:
    """The same, for a view."""
    if meldpunt is None:
        return reverse(f"melden-{pagina}" if pagina else "melden")
    return reverse(f"meldpunt-{pagina}" if pagina else "meldpunt", args=[meldpunt.adres])

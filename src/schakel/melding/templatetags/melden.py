# SPDX-License-Identifier: EUPL-1.2
"""What the public pages ask about their language."""

from django import template
from django.utils.translation import get_language

from schakel.kern import taal

register = template.Library()


@register.simple_tag
def talen() -> list[taal.Taal]:
    """Every language of the public pages."""
    return taal.keuzes()


@register.simple_tag
def nagekeken() -> bool:
    """Did a translator see the texts of this language?"""
    return taal.nagekeken(get_language())

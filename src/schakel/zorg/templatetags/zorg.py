# SPDX-License-Identifier: EUPL-1.2
"""Small helps for the pages of the zorgketen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template

from schakel.kern.templatetags.schakel import datumtekst

register = template.Library()


@register.filter
def van(waarden: Mapping[Any, Any], sleutel: Any) -> Any:
    """`{{ namen|van:traject.pk }}`: the value under this key, or ""."""
    return waarden.get(sleutel, "")


@register.filter
def toon(waarde: str | date) -> str:
    """A value of a statement: a date for people, anything else as it was written."""
    return datumtekst(waarde) if isinstance(waarde, date) else waarde

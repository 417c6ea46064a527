# SPDX-License-Identifier: EUPL-1.2
"""Small helps for the pages of the zorgketen."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def van(waarden: Mapping[Any, Any], sleutel: Any) -> Any:
    """`{{ namen|van:traject.pk }}`: the value under this key, or ""."""
    return waarden.get(sleutel, "")

# SPDX-License-Identifier: EUPL-1.2
"""One page of a long list."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window


def blad(rijen: QuerySet[Any], nummer: str | None, *, per: int = 50) -> Page[Any]:
    """Page `nummer` (as typed) of `rijen`, counted in the same question: who may see what is worked out once.

    No number is the first page; a page after the last is the last.
    """
    n = max(1, int(nummer)) if nummer and nummer.isdecimal() and len(nummer) < 9 else 1
    gelezen = list(rijen.annotate(in_totaal=Window(Count("*")))[(n - 1) * per : n * per])
    paginator = Paginator(rijen, per)
    if not gelezen and n > 1:
        return paginator.get_page(nummer)
    paginator.count = gelezen[0].in_totaal if gelezen else 0
    return Page(gelezen, n, paginator)

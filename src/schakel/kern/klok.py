# SPDX-License-Identifier: EUPL-1.2
"""The one clock. Tests move it with `SCHAKEL_VANDAAG`-free means: `klok.zet`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta

from django.utils import timezone

_verzet: ContextVar[timedelta] = ContextVar("verzet", default=timedelta())


def nu() -> datetime:
    """The present moment, aware, in UTC."""
    return timezone.now() + _verzet.get()


def vandaag() -> date:
    """Today in the Netherlands: terms and periods of validity count in local days."""
    return timezone.localdate(nu())


@contextmanager
def zet(dag: date) -> Iterator[None]:
    """Move the clock to `dag` inside the block (same time of day). The database clock is not moved."""
    echt = timezone.localtime(timezone.now())  # by the clock on the wall: summer time must not move the day
    doel = timezone.make_aware(datetime.combine(dag, echt.time()))
    teken = _verzet.set(timedelta(seconds=round(doel.timestamp() - echt.timestamp())))
    try:
        yield
    finally:
        _verzet.reset(teken)

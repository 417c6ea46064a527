# SPDX-License-Identifier: EUPL-1.2
"""`migrate` as owner, from nothing in half the time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.db.migrations.state import ProjectState


def migreer(*, stil: bool = True) -> None:
    """Bring the tables of the owner's database up to date."""
    with _alleen_directe_buren():
        call_command("migrate", database="eigenaar", verbosity=0 if stil else 1, interactive=False)


@contextmanager
def _alleen_directe_buren() -> Iterator[None]:
    """A new model or field makes Django draw all related models anew, directly or not: here nearly all, each time.

    Nothing refers to what is new, so the direct neighbours are enough. `RunPython` clears a state that was drawn in
    this way (`is_delayed`), and works with whole models as always.
    """
    gewoon = {naam: getattr(ProjectState, naam) for naam in ("add_model", "add_field")}
    for naam, werkwoord in gewoon.items():
        setattr(ProjectState, naam, _met_directe_buren(werkwoord))
    try:
        yield
    finally:
        for naam, werkwoord in gewoon.items():
            setattr(ProjectState, naam, werkwoord)


def _met_directe_buren(werkwoord: Callable[..., None]) -> Callable[..., None]:
    def doe(staat: Any, *args: Any, **kwargs: Any) -> None:
        staat.reload_model = lambda app, model, delay=True: ProjectState.reload_model(
            staat, app, model, delay=True
        )
        try:
            werkwoord(staat, *args, **kwargs)
        finally:
            del staat.reload_model

    return doe

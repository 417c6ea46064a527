# SPDX-License-Identifier: EUPL-1.2
"""`migrate` as owner, from nothing in a quarter of the time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

TOEVOEGEN = ("add_model", "add_field", "add_constraint", "add_index")


def migreer(*, stil: bool = True, database: str = "eigenaar") -> None:
    """Bring the tables of the owner's database up to date; asks nothing more when they are."""
    uitvoerder = MigrationExecutor(connections[database])
    if not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()):
        return
    with _alleen_wat_erbij_komt():
        call_command("migrate", database=database, verbosity=0 if stil else 1, interactive=False)


@contextmanager
def _alleen_wat_erbij_komt() -> Iterator[None]:
    """Whatever is added to a model makes Django draw all related models anew: here nearly all, each time.

    What is added changes nothing for those that refer to the model by name, so it alone is drawn. `RunPython` clears a
    state that was drawn in this way (`is_delayed`), and works with whole models as always; what alters or removes does
    as Django does. `tests/kern/test_migreren.py` compares the tables with those of a plain `migrate`.
    """
    gewoon = {naam: getattr(ProjectState, naam) for naam in TOEVOEGEN}
    for naam, werkwoord in gewoon.items():
        setattr(ProjectState, naam, _alleen_dit_model(werkwoord))
    try:
        yield
    finally:
        for naam, werkwoord in gewoon.items():
            setattr(ProjectState, naam, werkwoord)


def _alleen_dit_model(werkwoord: Callable[..., None]) -> Callable[..., None]:
    def doe(staat: Any, *args: Any, **kwargs: Any) -> None:
        staat.reload_model = lambda app, model, delay=True: _teken(staat, app, model)
        try:
            werkwoord(staat, *args, **kwargs)
        finally:
            del staat.reload_model

    return doe


def _teken(staat: Any, app: str, model: str) -> None:
    if "apps" in staat.__dict__:  # else nothing was drawn yet
        staat.is_delayed = True
        staat._reload({(app, model)})

# SPDX-License-Identifier: EUPL-1.2
"""Django's PostgreSQL backend that starts or joins the embedded server when none is configured.

Two options beside those of psycopg: `ingebed` (data directory) and `rol` (database role). A new connection after a
crash of the server starts it again.
"""

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from schakel.kern import postgres


class BewaardeCursor(psycopg.Cursor[Any]):
    """The database keeps the plan of what is asked here; a record arrives as its typed values, not as one text.

    Django turns keeping off for a whole connection; it is on for these statements only.
    """

    def execute(self, query: Any, params: Any = None, **_: Any) -> "BewaardeCursor":
        self.connection.prepare_threshold = 0
        try:
            return super().execute(query, params, prepare=True, binary=True)
        finally:
            self.connection.prepare_threshold = None

    def _send_query_prepared(self, name: bytes, pgq: Any, **kwargs: Any) -> None:
        self._query = pgq  # which Django shows where queries are counted
        super()._send_query_prepared(name, pgq, **kwargs)


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        parameters: dict[str, Any] = super().get_connection_params()
        ingebed, rol = parameters.pop("ingebed", None), parameters.pop("rol", "")
        if ingebed:
            parameters |= postgres.start(Path(ingebed)).dsn(rol, str(self.settings_dict["NAME"]))
        return parameters

    def bewaarde_cursor(self) -> Any:
        """A cursor for a statement that is asked often and takes longer to plan than to run."""
        self.ensure_connection()
        return self._prepare_cursor(BewaardeCursor(self.connection))  # type: ignore[attr-defined]

# SPDX-License-Identifier: EUPL-1.2
"""Django's PostgreSQL backend that starts or joins the embedded server when none is configured.

Two options beside those of psycopg: `ingebed` (data directory) and `rol` (database role). A new connection after a
crash of the server starts it again.
"""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from schakel.kern import postgres


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        parameters: dict[str, Any] = super().get_connection_params()
        ingebed, rol = parameters.pop("ingebed", None), parameters.pop("rol", "")
        if ingebed:
            parameters |= postgres.start(Path(ingebed)).dsn(rol, str(self.settings_dict["NAME"]))
        return parameters

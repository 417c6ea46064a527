# SPDX-License-Identifier: EUPL-1.2
"""What every command needs first: settings, key ring, database, migrations, and the refusal of what is unsafe."""

import contextlib
import os
from pathlib import Path

from schakel.opdrachten import Melding


def omgeving(**waarden: object) -> None:
    """Set `SCHAKEL_*` for this process and its children, unless the environment already says so."""
    for naam, waarde in waarden.items():
        os.environ.setdefault(f"SCHAKEL_{naam.upper()}", str(waarde))


def maak_klaar(*, sleutels: bool = False) -> None:
    """Load Django; with `sleutels`, make a key ring when there is none (demo and first start)."""
    import django

    from schakel.kern import versleuteling
    from schakel.kern.instellingen import instellingen

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config")
    redenen = instellingen().onveilig()
    if redenen:
        raise Melding("de instellingen zijn onveilig.\n- " + "\n- ".join(redenen))
    if sleutels:
        with contextlib.suppress(FileExistsError):
            versleuteling.maak_sleutelbos(instellingen().sleutelbestand)
    django.setup()


def maak_database() -> None:
    """Create the database of the embedded server when it is not there."""
    from schakel.kern import postgres
    from schakel.kern.instellingen import instellingen

    inst = instellingen()
    if inst.ingebed:
        try:
            postgres.maak_database(postgres.start(Path(inst.ingebed)), inst.database)
        except postgres.DatabaseFout as fout:
            raise Melding(str(fout)) from fout


def breng_bij(*, stil: bool = False) -> None:
    """Migrate as owner, set the walls, and refuse a database that is unsafe."""
    maak_klaar(sleutels=True)
    from django.db import connections

    from schakel.kern import muren, postgres
    from schakel.kern.migreren import migreer

    maak_database()
    migreer(stil=stil)
    muren.zet_muren()
    connections["eigenaar"].close()
    verbinding = connections["default"]
    verbinding.ensure_connection()
    gevaren = postgres.controleer_veilig(verbinding.connection)
    if gevaren:
        raise Melding("de database is onveilig.\n- " + "\n- ".join(gevaren))

# SPDX-License-Identifier: EUPL-1.2
"""`./schakel backup FILE`: an encrypted copy of the database; the key comes from the key ring."""

import argparse
import hashlib
import hmac
from pathlib import Path

from schakel.opdrachten import Melding


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bestand", type=Path, help="nieuw bestand; wordt nooit overschreven")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from django.db import connections

    from schakel.kern import backup, versleuteling

    parameters = connections["eigenaar"].get_connection_params()
    bron = {
        n: str(parameters[n])
        for n in ("host", "port", "user", "password", "dbname", "sslmode")
        if parameters.get(n)
    }
    try:
        verslag = backup.maak_backup(bron, args.bestand, sleutel_uit(versleuteling.bos().index))
    except backup.BackupFout as fout:
        raise Melding(str(fout)) from fout
    print(f"Reservekopie gemaakt: {args.bestand}, {len(verslag.tabellen)} tabellen, {verslag.rijen} rijen.")
    print("De sleutelbos zit er niet in. Bewaar die apart: zonder sleutelbos is de kopie onleesbaar.")
    return 0


def sleutel_uit(index: bytes) -> bytes:
    """The key of backups (32 bytes), derived from the key ring; another key than those of the fields."""
    return hmac.new(index, b"schakel-backup", hashlib.sha256).digest()

# SPDX-License-Identifier: EUPL-1.2
"""`./schakel herstel FILE --map DIR`: restore a backup into a new directory, and check rows and log."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from schakel.opdrachten import Melding


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bestand", type=Path, help="reservekopie van ./schakel backup")
    parser.add_argument("--map", type=Path, required=True, help="nieuwe of lege gegevensmap")
    parser.add_argument(
        "--sleutels", type=Path, required=True, help="de sleutelbos die bij de reservekopie hoort"
    )


def doe(args: argparse.Namespace) -> int:
    from schakel.kern import backup, versleuteling
    from schakel.opdrachten.backup import sleutel_uit

    if args.map.exists() and any(args.map.iterdir()):
        raise Melding(f"{args.map} is niet leeg. Kies een nieuwe map.")
    try:
        bos = versleuteling.lees_sleutelbos(args.sleutels)
        verslag = backup.herstel(args.bestand, args.map / "pg", sleutel_uit(bos.index))
    except (backup.BackupFout, versleuteling.SleutelFout) as fout:
        raise Melding(str(fout)) from fout
    doelbos = args.map / "sleutels.json"
    shutil.copyfile(args.sleutels, doelbos)
    doelbos.chmod(0o600)
    print(f"Teruggezet in {args.map}: {len(verslag.tabellen)} tabellen, {verslag.rijen} rijen, alle geteld.")
    return _controleer_logboek(args.map)


def _controleer_logboek(map: Path) -> int:
    """The chain of the restored account must be whole; a new process, because settings are read once."""
    import subprocess

    omgeving = {**os.environ, "SCHAKEL_MAP": str(map), "SCHAKEL_OMGEVING": "demo"}
    opdracht = [sys.executable, "-m", "schakel", "logboek", "verifieer"]
    return subprocess.call(opdracht, env=omgeving)  # noqa: S603  own command

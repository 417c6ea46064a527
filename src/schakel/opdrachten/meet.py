# SPDX-License-Identifier: EUPL-1.2
"""`./schakel meet WAT`: the benchmarks of tests/prestatie, with the load of the machine and their figures."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[3]


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "wat",
        choices=["lijsten", "laden", "opvang", "koppeling", "koppeling_sets", "hitnohit"],
        help="pagina's met lijsten, het inlezen van een regio, zoeken op het opvangbord, of de koppelmotor: verzonnen "
        "werelden, openbare sets, hit/no-hit",
    )
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="wordt doorgegeven; zie tests/prestatie")


def doe(args: argparse.Namespace) -> int:
    omgeving = {**os.environ, "PYTHONPATH": f"{WORTEL / 'src'}{os.pathsep}{WORTEL}"}
    opdracht = [sys.executable, "-m", f"tests.prestatie.{args.wat}", *args.rest]
    return subprocess.call(opdracht, cwd=WORTEL, env=omgeving)  # noqa: S603  own command

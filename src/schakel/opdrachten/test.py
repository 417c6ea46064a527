# SPDX-License-Identifier: EUPL-1.2
"""`./schakel test [pytest arguments]`: the suite that runs in minutes; what a machine lacks is skipped and said."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[3]

GEWOON = ["-n", "2", "--dist", "loadfile", "-m", "not misbruik and not orakel_groot and not wandeling_groot"]
"""The choice without arguments: what runs in minutes. The other marks: CONTRIBUTING.md."""


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pytest", nargs=argparse.REMAINDER, help="wordt doorgegeven aan pytest")


def doe(args: argparse.Namespace) -> int:
    return draai(args.pytest)


def draai(argumenten: list[str]) -> int:
    """Run pytest in the root of the project; its own arguments replace the default choice of fast tests."""
    omgeving = {**os.environ, "PYTHONPATH": f"{WORTEL / 'src'}{os.pathsep}{WORTEL}"}
    keuze = argumenten or GEWOON
    return subprocess.call([sys.executable, "-m", "pytest", *keuze], cwd=WORTEL, env=omgeving)  # noqa: S603  own command

# SPDX-License-Identifier: EUPL-1.2
"""`./schakel serve`: the production server (granian)."""

import argparse
import os
import sys


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--poort", type=int, default=int(os.environ.get("SCHAKEL_POORT", "8000")), help="TCP-poort"
    )
    parser.add_argument("--adres", default="127.0.0.1", help="adres waarop geluisterd wordt")
    parser.add_argument("--werkers", type=int, default=2, help="aantal processen")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    _werk_van_de_dag()
    os.execv(sys.executable, serveeropdracht(args.adres, args.poort, args.werkers))  # noqa: S606  own command
    return 0


def _werk_van_de_dag() -> None:
    """Also done at the start, so that a server that stood still catches up; a timer does it every day."""
    from django.db import DatabaseError, connections

    from schakel.opdrachten.dagelijks import dag

    try:
        list(dag())
    except DatabaseError as fout:
        print(f"Het werk van de dag lukte niet ({fout}); draai ./schakel dagelijks.", file=sys.stderr)
    connections.close_all()


def serveeropdracht(adres: str, poort: int, werkers: int) -> list[str]:
    """The granian command line. Access logs are off: no address of a reporter is ever written."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", adres, "--port", str(poort),
        "--workers", str(werkers), "--blocking-threads", "4", "--no-access-log", "--log-level", "warning",
        "--respawn-failed-workers", "schakel.wsgi:application",
    ]  # fmt: skip

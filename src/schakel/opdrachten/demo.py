# SPDX-License-Identifier: EUPL-1.2
"""`./schakel demo`: embedded PostgreSQL, the fictional region Rijndal, and a server on 127.0.0.1."""

import argparse
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from schakel.opdrachten import Melding

STANDAARDMAP = Path.home() / ".local/share/schakel-demo"


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--poort", type=int, default=8000, help="TCP-poort op 127.0.0.1 (standaard 8000)")
    parser.add_argument(
        "--map", type=Path, default=STANDAARDMAP, help=f"gegevensmap (standaard {STANDAARDMAP})"
    )
    parser.add_argument("--zaad", type=int, default=7, help="zaad van de verzonnen wereld (standaard 7)")
    parser.add_argument(
        "--omvang", choices=["klein", "regio", "land"], default="klein", help="omvang van de wereld"
    )
    parser.add_argument(
        "--sleutels", type=Path, help="schrijf per demofunctie een API-token naar dit JSON-bestand"
    )


def doe(args: argparse.Namespace) -> int:
    _poort_vrij(args.poort)
    _omgeving(args.map)
    _stap("Database starten en bijbrengen")
    from schakel.opdrachten.start import breng_bij

    breng_bij(stil=True)
    from schakel.opdrachten.wereld import laad_eenmalig, maak_tokens

    laad_eenmalig(zaad=args.zaad, omvang=args.omvang, voortgang=_stap)
    from schakel.opdrachten.dagelijks import dag

    list(dag())
    if args.sleutels:
        args.sleutels.write_text(json.dumps(maak_tokens(), indent=1) + "\n")
        args.sleutels.chmod(0o600)
    return _serveer(args.poort)


def _stap(tekst: str) -> None:
    print(f"  {tekst} …", file=sys.stderr, flush=True)


def _poort_vrij(poort: int) -> None:
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind(("127.0.0.1", poort))
        except OSError:
            raise Melding(
                f"poort {poort} is bezet. Kies een andere met --poort, bijvoorbeeld --poort {poort + 1}."
            ) from None


def _omgeving(map: Path) -> None:
    """The settings of a demo: own data directory, own random secret, no second factor."""
    try:
        map.mkdir(parents=True, exist_ok=True)
        geheim = map / "geheim"
        if not geheim.exists():
            geheim.write_text(secrets.token_urlsafe(60))
            geheim.chmod(0o600)
    except OSError as fout:
        raise Melding(
            f"de map {map} is niet te gebruiken ({fout.strerror}). Kies een andere met --map."
        ) from fout
    for naam in [
        n
        for n in os.environ
        if n.startswith("SCHAKEL_")
        and n not in ("SCHAKEL_VENV", "SCHAKEL_DATABASE_URL", "SCHAKEL_DATABASE_URL_EIGENAAR")
    ]:
        del os.environ[naam]
    os.environ |= {
        "SCHAKEL_OMGEVING": "demo",
        "SCHAKEL_MAP": str(map.resolve()),
        "SCHAKEL_GEHEIM": geheim.read_text(),
        "SCHAKEL_MFA_VERPLICHT": "false",
    }


def _serveer(poort: int) -> int:
    """Run the server as a child until Ctrl-C or SIGTERM; then stop it and the database."""
    from schakel.kern import postgres
    from schakel.kern.instellingen import instellingen
    from schakel.opdrachten.serve import serveeropdracht
    from schakel.opdrachten.wereld import toon_logins

    inst = instellingen()
    (inst.map / "static").mkdir(exist_ok=True)
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell starts what runs in the background with it ignored
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    kind = subprocess.Popen(serveeropdracht("127.0.0.1", poort, 1), start_new_session=True)  # noqa: S603  own command
    try:
        _wacht_op(poort, kind)
        print(f"\nSchakel draait op http://127.0.0.1:{poort}/  (stoppen: Ctrl-C)\n", flush=True)
        toon_logins()
        return kind.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _stop(kind)
        if inst.ingebed:
            postgres.stop(postgres.start(inst.ingebed))


def _stop(kind: "subprocess.Popen[bytes]") -> None:
    """Stop the server with its workers: the whole process group, gently first."""
    for teken, seconden in ((signal.SIGTERM, 8), (signal.SIGKILL, 2)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(kind.pid, teken)
        with contextlib.suppress(subprocess.TimeoutExpired):
            kind.wait(seconden)


def _wacht_op(poort: int, kind: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        if kind.poll() is not None:
            raise Melding("de webserver stopte meteen; de regels hierboven zeggen waarom.")
        with socket.socket() as proef:
            if proef.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.1)
    raise Melding("de webserver start niet binnen twee minuten.")

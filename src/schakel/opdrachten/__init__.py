# SPDX-License-Identifier: EUPL-1.2
"""The command line. One module per command: `vul(parser)` adds its arguments, `doe(args)` runs it."""

import argparse
import importlib
import os
import sys
from types import ModuleType

OPDRACHTEN = {
    "demo": "start de demonstratie: database, verzonnen regio Rijndal, webserver",
    "test": "draai de testen",
    "serve": "start de productieserver",
    "dagelijks": "vernietig wat weg moet, herinner en waarschuw; elke dag draaien",
    "migrate": "breng de database bij en zet de muren",
    "createpartner": "voeg een partner toe",
    "creategebruiker": "voeg een gebruiker met een functie toe",
    "token": "maak een API-token",
    "koppel": "koppel de records van een of twee tabellen",
    "hitnohit": "vraag een ander huis of het iemand kent, zonder te laten zien wie",
    "wereld": "maak een verzonnen wereld",
    "importeer": "lees meldingen of signalen uit een bestand",
    "post": "maak meldingen van de berichten in de postbus",
    "logboek": "verifieer het logboek of schrijf een ijkpunt",
    "sleutels": "maak of wissel sleutels",
    "backup": "maak een versleutelde reservekopie",
    "herstel": "zet een reservekopie terug",
    "meet": "meet lijsten of inlezen met een hele regio",
    "systemen": "toon per rij van de hoofdtabel de testen en de stand",
}


class Melding(Exception):
    """A fault that the user can mend: shown as one Dutch sentence, exit code 1."""


def _module(naam: str) -> ModuleType:
    return importlib.import_module(f"schakel.opdrachten.{naam}")


def bouw_parser(gekozen: str = "") -> argparse.ArgumentParser:
    """The command line with Dutch help; only the chosen command is loaded (all of them without a choice)."""
    parser = argparse.ArgumentParser(
        prog="./schakel", description="Schakel: de integrale aanpak mensenhandel."
    )
    keuze = parser.add_subparsers(dest="opdracht", metavar="opdracht", required=True)
    for naam, uitleg in OPDRACHTEN.items():
        onder = keuze.add_parser(naam, help=uitleg, description=uitleg.capitalize() + ".")
        if gekozen in ("", naam):
            _module(naam).vul(onder)
    return parser


def hoofd(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit code. `test` hands everything behind it to pytest."""
    argv = sys.argv[1:] if argv is None else argv
    gekozen = argv[0] if argv and argv[0] in OPDRACHTEN else "-"
    if gekozen == "test":
        return int(_module("test").draai(argv[1:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config")
    args = bouw_parser(gekozen).parse_args(argv)
    try:
        return int(_module(args.opdracht).doe(args) or 0)
    except Melding as melding:
        print(f"Dat lukt niet: {melding}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130

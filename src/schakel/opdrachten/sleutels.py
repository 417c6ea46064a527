# SPDX-License-Identifier: EUPL-1.2
"""`./schakel sleutels`: make a key ring, add a key, write everything anew with it."""

import argparse
from pathlib import Path


def vul(parser: argparse.ArgumentParser) -> None:
    wat = parser.add_subparsers(dest="wat", required=True, metavar="wat")
    maak = wat.add_parser("maak", help="maak een nieuwe sleutelbos (bestand met modus 0600)")
    maak.add_argument(
        "bestand", type=Path, help="waar de sleutelbos komt; buiten de database en de reservekopie"
    )
    wissel = wat.add_parser("wissel", help="voeg een nieuwe actieve sleutel toe en versleutel alles opnieuw")
    wissel.add_argument("naam", help="naam van de nieuwe sleutel, bijvoorbeeld 2027a")


def doe(args: argparse.Namespace) -> int:
    from schakel.kern import versleuteling
    from schakel.opdrachten import Melding

    if args.wat == "maak":
        try:
            versleuteling.maak_sleutelbos(args.bestand)
        except FileExistsError:
            raise Melding(
                f"{args.bestand} bestaat al. Kies een ander bestand; een sleutelbos wordt nooit overschreven."
            ) from None
        print(f"Sleutelbos gemaakt: {args.bestand}. Bewaar ook een kopie op een andere plek.")
        return 0
    return _wissel(args.naam)


def _wissel(naam: str) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from schakel.kern import rotatie, versleuteling
    from schakel.kern.instellingen import instellingen
    from schakel.opdrachten import Melding

    try:
        if naam != versleuteling.bos().actief:
            versleuteling.voeg_sleutel_toe(instellingen().sleutelbestand, naam)
    except versleuteling.SleutelFout as fout:
        raise Melding(str(fout)) from fout
    for tabel, klaar, totaal in rotatie.versleutel_opnieuw():
        print(f"\r{tabel}: {klaar} van {totaal}", end="" if klaar < totaal else "\n", flush=True)
    print("Klaar. De oude sleutel mag uit de sleutelbos zodra ook de reservekopieën vervangen zijn.")
    return 0

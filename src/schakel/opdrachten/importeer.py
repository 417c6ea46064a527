# SPDX-License-Identifier: EUPL-1.2
"""`./schakel importeer`: meldingen and signalen from CSV, XLSX or JSONL."""

import argparse
import sys
from pathlib import Path

from schakel.opdrachten import Melding


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "bestand", type=Path, help="CSV, XLSX of JSONL; de kolommen staan in docs/importformaat.md"
    )
    parser.add_argument("--partner", required=True, help="code van de partner die de gegevens inbrengt")
    parser.add_argument("--proef", action="store_true", help="alleen controleren, niets opslaan")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from schakel.partner.queries import inbrenger
    from schakel.signaal.importeren import BestandFout, importeer

    door = inbrenger(args.partner)
    if door is None:
        raise Melding(f"partner '{args.partner}' bestaat niet of heeft niemand die signalen mag inbrengen.")
    try:
        verslag = importeer(door=door, bestand=args.bestand, proef=args.proef)
    except BestandFout as fout:
        raise Melding(str(fout)) from fout
    for regel in verslag.fouten:
        print(regel, file=sys.stderr)
    print(verslag.samenvatting())
    return 1 if verslag.fouten else 0

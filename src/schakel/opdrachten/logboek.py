# SPDX-License-Identifier: EUPL-1.2
"""`./schakel logboek verifieer|ijkpunt`: check the chain; write a checkpoint for another party."""

import argparse
import sys
from pathlib import Path


def vul(parser: argparse.ArgumentParser) -> None:
    wat = parser.add_subparsers(dest="wat", required=True, metavar="wat")
    verifieer = wat.add_parser(
        "verifieer", help="controleer de hele keten; exitcode 1 als er iets niet klopt"
    )
    verifieer.add_argument(
        "--ijkpunt", type=Path, action="append", default=[], help="bestand met een eerder ijkpunt (mag vaker)"
    )
    ijkpunt = wat.add_parser("ijkpunt", help="schrijf een ijkpunt: geef het aan een andere partij")
    ijkpunt.add_argument("--uit", type=Path, help="bestand; anders naar het scherm")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    return _ijkpunt(args.uit) if args.wat == "ijkpunt" else _verifieer(args.ijkpunt)


def _verifieer(bestanden: list[Path]) -> int:
    from schakel.logboek import queries, rules
    from schakel.opdrachten import Melding

    punten = []
    for bestand in bestanden:
        try:
            punten.append(rules.IJkpunt.van_json(bestand.read_text()))
        except (OSError, ValueError) as fout:
            raise Melding(f"{bestand} is niet te lezen als ijkpunt ({fout}).") from fout
    aantal = 0
    with queries.momentopname():
        kop = queries.kop()
        for bevinding in rules.controleer(queries.rijen(), kop, punten):
            print(bevinding, file=sys.stderr)
            aantal += 1
    if aantal:
        print(f"Het logboek klopt NIET: {aantal} bevinding(en).", file=sys.stderr)
        return 1
    tegen = f", ook tegen {len(punten)} ijkpunt(en)" if punten else ""
    print(f"Het logboek klopt: {kop[0]} regels, keten heel{tegen}.")
    return 0


def _ijkpunt(uit: Path | None) -> int:
    from schakel.kern import klok
    from schakel.logboek import queries, rules

    volgnr, hash_ = queries.kop()
    tekst = rules.IJkpunt(volgnr, hash_.hex(), klok.nu().isoformat(timespec="seconds")).json()
    if uit:
        uit.write_text(tekst + "\n")
        print(
            f"IJkpunt bij regel {volgnr} geschreven naar {uit}. Geef het aan een andere partij in bewaring."
        )
    else:
        print(tekst)
    return 0

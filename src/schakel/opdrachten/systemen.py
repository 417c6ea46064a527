# SPDX-License-Identifier: EUPL-1.2
"""`./schakel systemen`: per row of the master table the tests that play it, and its state.

The rows are in docs/verantwoording/rijen.csv; the table that this command writes is systemen.csv beside it.
"""

import argparse
import ast
import csv
import io
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[3]
RIJEN = WORTEL / "docs/verantwoording/rijen.csv"
TABEL = WORTEL / "docs/verantwoording/systemen.csv"


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--schrijf", action="store_true", help="schrijf docs/verantwoording/systemen.csv")


def doe(args: argparse.Namespace) -> int:
    tekst = tabel()
    if args.schrijf:
        TABEL.write_text(tekst)
    print(tekst, end="")
    return 0


def tabel() -> str:
    """CSV: id, naam, stand (werkt / nog niet), testen (path::name, separated by blanks)."""
    testen = testen_per_rij()
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(["id", "naam", "stand", "testen"])
    with RIJEN.open(newline="") as bron:
        for rij in csv.DictReader(bron):
            gevonden = testen.get(rij["id"], [])
            schrijver.writerow(
                [rij["id"], rij["naam"], "werkt" if gevonden else "nog niet", " ".join(sorted(gevonden))]
            )
    return uit.getvalue()


def testen_per_rij() -> dict[str, list[str]]:
    """Row id → tests marked `@pytest.mark.rij("…")`, read from the source."""
    gevonden: dict[str, list[str]] = {}
    for pad in sorted((WORTEL / "tests").rglob("test_*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text())):
            if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
                for rij in _rijen(knoop):
                    gevonden.setdefault(rij, []).append(f"{pad.relative_to(WORTEL)}::{knoop.name}")
    return gevonden


def _rijen(functie: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    return [
        str(argument.value)
        for versiering in functie.decorator_list
        if isinstance(versiering, ast.Call) and ast.unparse(versiering.func) == "pytest.mark.rij"
        for argument in versiering.args
        if isinstance(argument, ast.Constant)
    ]

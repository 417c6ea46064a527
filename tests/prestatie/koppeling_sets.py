# SPDX-License-Identifier: EUPL-1.2
"""A1 to A3 on public sets, through the batch: `./schakel meet koppeling_sets [--sets MAP]`.

The first run makes an environment with requirements-sets.txt and writes the sets as CSV into MAP; later runs read
those. Three figures per set: F1 of the best pair (each record with its one best partner; between two tables each
record once, as `--een-op-een` does), F1 of all pairs, and the share of true pairs among the candidates. The threshold
is the best one afterwards, as in what others report. With the model that ships and with one that `leer` estimates on
the records themselves, without truth, as a site does.
"""

import argparse
import subprocess
import tempfile
import venv
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from koppeling import Model, standaardmodel
from koppeling.batch import Opdracht, koppel, leer, lees_schema
from tests.prestatie.vergelijking import kop, lees_csv, toon

WORTEL = Path(__file__).resolve().parents[2]
FEBRL = {
    "given_name": "voornaam",
    "surname": "achternaam",
    "street_number": "huisnummer",
    "address_1": "straat",
    "suburb": "woonplaats",
    "postcode": "postcode",
    "date_of_birth": "geboortedatum",
    "soc_sec_id": "bsn",
}
SMAL = ("given_name", "surname", "date_of_birth", "postcode")
MENSEN = {"first_name": "voornaam", "last_name": "achternaam", "date_of_birth": "geboortedatum"}
LAAG = -26.0
"""Bits from which pairs are written: far below every band, so that the best threshold can be sought afterwards."""


class Proef(NamedTuple):
    """A set, its columns, the goal of the best pair, and what an id says about the person."""

    naam: str
    bestanden: tuple[str, ...]
    typen: dict[str, str]
    doel: str
    wie: Callable[[str], str]


def nummer(id: str) -> str:
    """rec-1070-dup-0 and rec-1070-org are person 1070."""
    return id.split("-")[1]


def proeven() -> list[Proef]:
    vier, drie = ("dataset4a", "dataset4b"), ("dataset3",)
    zonder = {k: t for k, t in FEBRL.items() if t != "bsn"}
    return [
        Proef("A1 FEBRL4", vier, FEBRL, ".9995", nummer),
        Proef("A1 FEBRL3", drie, FEBRL, ".998", nummer),
        Proef("A2 FEBRL4 without SSN", vier, zonder, ".993", nummer),
        Proef("A2 FEBRL4 names, date, postcode", vier, {k: FEBRL[k] for k in SMAL}, ".985", nummer),
        Proef("A3 pseudopeople census x SSA", ("census", "ssa"), MENSEN, ".990", str),
    ]


def haal(map: Path) -> None:
    """The sets as CSV, unless they are there."""
    if (map / "ssa.csv").is_file():
        return
    map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as plek:
        venv.create(plek, with_pip=True)
        python = str(Path(plek) / "bin" / "python")
        eisen = [
            "-m",
            "pip",
            "install",
            "-q",
            "--require-hashes",
            "-r",
            str(WORTEL / "requirements-sets.txt"),
        ]
        subprocess.run([python, *eisen], check=True)
        subprocess.run([python, str(Path(__file__).with_name("sets_halen.py")), str(map)], check=True)


def f1(paren: Iterable[tuple[float, bool]], waar: int) -> float:
    """The best over all thresholds; `waar`: how many should be found."""
    beste, goed = 0.0, 0
    for i, (_, raak) in enumerate(sorted(paren, key=lambda p: (-p[0], p[1])), 1):
        goed += raak
        beste = max(beste, 2 * goed / (i + waar))
    return beste


def beste_per_record(paren: list[tuple[float, bool, str, str]]) -> list[tuple[float, bool]]:
    """Of every record its best partner (on a tie the wrong one)."""
    uit: dict[str, tuple[float, bool]] = {}
    for gewicht, raak, a, b in sorted(paren, key=lambda p: (-p[0], p[1])):
        uit.setdefault(a, (gewicht, raak))
        uit.setdefault(b, (gewicht, raak))
    return list(uit.values())


def een_op_een(paren: list[tuple[float, bool, str, str]]) -> list[tuple[float, bool]]:
    """The heaviest pair first, every record once: what `--een-op-een` writes (on a tie the wrong one)."""
    bezet: set[tuple[int, str]] = set()
    uit = []
    for gewicht, raak, a, b in sorted(paren, key=lambda p: (-p[0], p[1])):
        if not bezet & {(0, a), (1, b)}:
            bezet |= {(0, a), (1, b)}
            uit.append((gewicht, raak))
    return uit


def weeg(proef: Proef, bron: Path, map: Path, model: Model | None) -> tuple[float, float, float]:
    """F1 of the best pair, F1 of all pairs, candidates found."""
    bestanden = tuple(bron / f"{b}.csv" for b in proef.bestanden)
    tekst = '[velden.id]\ntype = "id"\n' + "".join(
        f'[velden.{n}]\ntype = "{t}"\n' for n, t in proef.typen.items()
    )
    schema, twee = lees_schema(tekst), len(bestanden) > 1
    if model is None:
        model = leer(Opdracht(bestanden, schema, standaardmodel(), map / "leren.csv"), "geschat").model
    tellers = [Counter(proef.wie(r["id"]) for r in lees_csv(b)) for b in bestanden]
    koppel(Opdracht(bestanden, schema, model, map / "paren.csv", drempel=LAAG))
    paren = [
        (float(r["gewicht"]), proef.wie(r["id_a"]) == proef.wie(r["id_b"]), r["id_a"], r["id_b"])
        for r in lees_csv(map / "paren.csv")
    ]
    if twee:
        waar = sum(n * tellers[1][wie] for wie, n in tellers[0].items())
        beste = f1(een_op_een(paren), waar)
    else:
        waar = sum(n * (n - 1) // 2 for n in tellers[0].values())
        beste = f1(beste_per_record(paren), sum(n for n in tellers[0].values() if n > 1))
    return beste, f1(((g, r) for g, r, *_ in paren), waar), sum(p[1] for p in paren) / waar


def hoofd() -> None:
    keuze = argparse.ArgumentParser(description=__doc__)
    keuze.add_argument(
        "--sets", type=Path, default=WORTEL / ".sets", help="map met (of voor) de sets als CSV"
    )
    keuze.add_argument("--zonder-schatten", action="store_true")
    args = keuze.parse_args()
    haal(args.sets)
    kop("best pair F1, all pairs F1, found")
    with tempfile.TemporaryDirectory() as map:
        for proef in proeven():
            modellen: list[Model | None] = [standaardmodel(), *([] if args.zonder_schatten else [None])]
            for model in modellen:
                cijfers = " / ".join(f"{c:.4f}" for c in weeg(proef, args.sets, Path(map), model))
                toon(f"{proef.naam}, {model.naam if model else 'estimated'}", cijfers, f">= {proef.doel}")


if __name__ == "__main__":
    hoofd()

# SPDX-License-Identifier: EUPL-1.2
"""The Delphi decisions against the published table, read anew: no line of `rules.delphi` stands behind what is expected.

What is expected comes from the file itself and from the table as it was printed, row by row: each row asks so many
indicators of at least that weight, and each indicator may be used for one place.
"""

import csv
from collections import Counter
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest

import schakel.signaal
from schakel.signaal.rules import delphi

ZAAK = 10_000
TABEL = (("S", "S"), ("S", "M"), ("S", "W"), ("M", "M", "M"), ("M", "M", "W"))
ZWAARDER = {"S": "SMW", "M": "MW", "W": "W"}
"""What an indicator of this weight can count as."""

UITKOMSTEN = {
    ("volwassene", "werving en bestemming"): "mensenhandel met het oog op gedwongen arbeid",
    ("volwassene", "misleiding"): "misleiding én uitbuiting",
    ("volwassene", "alleen uitbuiting"): "uitgebuit, geen mensenhandel",
    (
        "kind",
        "uitbuiting",
    ): "uitbuiting van een minderjarige; stel de handeling (werven, huisvesten …) apart vast",
}


def _lijst() -> list[dict[str, str]]:
    pad = Path(schakel.signaal.__file__).parent / "gegevens" / "indicatoren.csv"
    with pad.open(encoding="utf-8", newline="") as bron:
        return [r for r in csv.DictReader(bron) if r["lijst"] == "DELPHI-ARBEID"]


def _vult(rij: tuple[str, ...], gewichten: list[str]) -> bool:
    """Can these weights take the places of this row of the table, each used once?"""
    zwaarst = sorted(gewichten, key="SMW".index)[: len(rij)]
    return len(zwaarst) == len(rij) and any(
        all(plaats in ZWAARDER[g] for plaats, g in zip(rij, keuze, strict=True))
        for keuze in permutations(zwaarst)
    )


def _verwacht(gezien: list[dict[str, str]], groep: str) -> tuple[set[str], str]:
    """The dimensions that the table makes positive, and the outcome it proposes for the case."""
    gewicht: dict[str, list[str]] = {}
    for r in gezien:
        if w := r[f"gewicht_{groep}"]:
            gewicht.setdefault(r["dimensie"].split()[0].rstrip(":."), []).append(w)
    positief = {d for d, gewichten in gewicht.items() if any(_vult(rij, gewichten) for rij in TABEL)}
    geworven, d4, d5 = bool(positief & {"D1", "D2", "D3"}), "D4" in positief, "D5" in positief
    if groep == "kind":
        geval = "uitbuiting" if d4 else ""
    else:
        geval = {
            (True, True, True): "werving en bestemming",
            (True, True, False): "misleiding" if "D1" in positief else "",
            (False, True, False): "alleen uitbuiting",
        }.get((geworven, d4, d5), "")
    return positief, UITKOMSTEN.get((groep, geval), "")


def _zaak(toeval: Random, lijst: list[dict[str, str]]) -> list[tuple[dict[str, str], str]]:
    """Any answers, more to some dimensions than to others, some twice and contradicting."""
    kans = {d: toeval.choice((0.03, 0.1, 0.3, 0.8)) for d in delphi.DIMENSIES}
    antwoorden = [
        (r, "waargenomen" if toeval.random() < kans[r["dimensie"][:2]] else toeval.choice(("niet waargenomen", "onbekend")))
        for r in lijst
    ]  # fmt: skip
    antwoorden += [(r, "niet waargenomen") for r in toeval.sample(lijst, 3)]
    toeval.shuffle(antwoorden)
    return antwoorden


@pytest.mark.rij("SIG-03")
def test_tienduizend_zaken_krijgen_precies_het_voorstel_van_de_gepubliceerde_regel() -> None:
    lijst, toeval = _lijst(), Random(2009)
    geteld: Counter[Any] = Counter()
    for nummer in range(ZAAK):
        antwoorden = _zaak(toeval, lijst)
        gezien = list({r["id"]: r for r, g in antwoorden if g == "waargenomen"}.values())
        voor_de_regel = [
            delphi.Antwoord(r["id"], r["dimensie"], r["gewicht_volwassene"], r["gewicht_kind"], g)
            for r, g in antwoorden
        ]
        for groep in ("volwassene", "kind"):
            positief, uitkomst = _verwacht(gezien, groep)
            zegt = delphi.dimensies(voor_de_regel, groep)  # type: ignore[arg-type]  # one of the two words
            assert {d.code for d in zegt if d.positief} == positief, (nummer, groep)
            assert delphi.uitkomst(zegt, groep) == uitkomst, (nummer, groep)  # type: ignore[arg-type]
            geteld[groep, uitkomst] += 1
            geteld.update((groep, d) for d in positief)
    soorten = {(groep, zin) for (groep, _), zin in UITKOMSTEN.items()}
    alle = soorten | {("volwassene", ""), ("kind", "")}
    alle |= {(groep, d) for groep in ("volwassene", "kind") for d in delphi.DIMENSIES}
    assert {soort for soort in alle if geteld[soort] < 50} == set(), "elke uitkomst komt vaak genoeg voor"


@pytest.mark.parametrize("rij", TABEL, ids=" ".join)
def test_elke_rij_van_de_tabel_is_net_genoeg_en_een_minder_niet(rij: tuple[str, ...]) -> None:
    volledig = delphi.Dimensie("D4", rij.count("S"), rij.count("M"), rij.count("W"))
    assert volledig.positief
    for weg in set(rij):
        minder = list(rij)
        minder.remove(weg)
        assert not delphi.Dimensie("D4", minder.count("S"), minder.count("M"), minder.count("W")).positief

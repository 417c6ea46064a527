# SPDX-License-Identifier: EUPL-1.2
"""A new version of the model from a site's own records, and what it would change: for a person to judge."""

import csv
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from koppeling.batch.motor import Opdracht, database, koppel, maak_tabellen
from koppeling.batch.splink import Schatting, schat
from koppeling.batch.tabellen import Voortgang
from koppeling.model import Model


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """Links in a band under the old and the new model: how many, how many appear and how many vanish."""

    band: str
    oud: int
    nieuw: int
    erbij: int
    eraf: int


@dataclass(frozen=True, slots=True)
class Leerverslag:
    """The new model, per level what changed, and what that does to the links of these records."""

    model: Model
    niveaus: tuple[Schatting, ...]
    verbindingen: tuple[Vergeleken, ...]

    def tekst(self, oud: str) -> str:
        """The report as Markdown, to be kept beside the new model."""
        kop = [
            f"# {self.model.naam}, geschat uit eigen records",
            "",
            f"Vertrekpunt: {oud}. Dit model weegt pas mee als",
        ]
        kop += [
            "iemand het heeft beoordeeld en het met --model noemt.",
            "",
            "| band | oud | nieuw | erbij | eraf |",
        ]
        rijen = [f"| {v.band} | {v.oud} | {v.nieuw} | {v.erbij} | {v.eraf} |" for v in self.verbindingen]
        niveaus = ["", "| vergelijking | niveau | bits oud | bits nieuw | |", "|---|---|---|---|---|"]
        niveaus += [
            f"| {s.vergelijking} | {s.niveau} | {s.oud:+.1f} | {s.nieuw:+.1f} | {'' if s.waargenomen else 'niet geschat'} |"
            for s in self.niveaus
        ]
        return "\n".join([*kop, "|---|---|---|---|---|", *rijen, *niveaus]) + "\n"


def leer(opdracht: Opdracht, naam: str, meld: Voortgang = lambda stap, klaar, totaal: None) -> Leerverslag:
    """Estimate on the records of `opdracht` (its output is not written) and compare. Errors: BatchFout."""
    with tempfile.TemporaryDirectory(dir=opdracht.paren.parent) as map:
        plek = Path(map)
        with database(replace(opdracht, paren=plek / "leren"), plek / "werk") as con:
            kolommen = maak_tabellen(con, opdracht, meld)
            nieuw, niveaus = schat(con, opdracht.model, opdracht.schema.soort, kolommen, naam=naam)
        paren = []
        for i, model in enumerate((opdracht.model, nieuw)):
            uit = plek / f"paren{i}.csv"
            koppel(replace(opdracht, model=model, paren=uit, clusters=None), meld)
            paren.append(_banden(uit))
    return Leerverslag(
        nieuw, niveaus, tuple(_vergelijk(band, *paren) for band in ("mogelijk", "waarschijnlijk"))
    )


def _banden(pad: Path) -> dict[str, set[tuple[str, str]]]:
    """Per band the pairs in it or above."""
    uit: dict[str, set[tuple[str, str]]] = {"mogelijk": set(), "waarschijnlijk": set()}
    with pad.open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand):
            paar = rij["id_a"], rij["id_b"]
            uit["mogelijk"].add(paar)
            if rij["band"] == "waarschijnlijk":
                uit["waarschijnlijk"].add(paar)
    return uit


def _vergelijk(
    band: str, oud: dict[str, set[tuple[str, str]]], nieuw: dict[str, set[tuple[str, str]]]
) -> Vergeleken:
    voor, na = oud[band], nieuw[band]
    return Vergeleken(band, len(voor), len(na), len(na - voor), len(voor - na))

# SPDX-License-Identifier: EUPL-1.2
"""The shipped lists of indicators, and which of them may be offered (indicatoren.md). Pure."""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

BESTAND = Path(__file__).parent.parent / "gegevens" / "indicatoren.csv"

LIJSTEN = {
    "OM": "Openbaar Ministerie, Aanwijzing mensenhandel 2008",
    "NLA": "Arbeidsinspectie, arbeidsuitbuiting",
    "JE": "Jeugd: seksuele en criminele uitbuiting",
    "ILO": "ILO, gedwongen arbeid",
    "DELPHI-ARBEID": "Delphi, arbeidsuitbuiting (ILO/EC 2009)",
}


class Aanbod(StrEnum):
    """How an indicator is offered: as a signal, as context beside others, or not at all."""

    SIGNAAL = "signaal"
    CONTEXT = "context"
    NIET = "niet"


UITZONDERINGEN = {"OM-24": Aanbod.NIET, "OM-22": Aanbod.CONTEXT}
"""Origin is never a suspicion: OM-24 speaks of nothing else; OM-22 may be noted as context (indicatoren.md
§5.4).
"""

AFKOMST = re.compile(
    r"\b(afkomst|bronland|nationaliteit|herkomst|etni|ras\b|huidskleur|geloof|moslim|christen|buiten de eu)"
    r"|\b(buurt|wijk)",
    re.I,
)
"""An indicator that says this must stand in `UITZONDERINGEN`."""


@dataclass(frozen=True)
class Rij:
    """One row of the CSV. `gewicht_*`: "S", "M", "W" or ""."""

    code: str
    lijst: str
    bron: str
    tekst: str
    vormen: tuple[str, ...]
    doelgroep: str
    dimensie: str
    gewicht_volwassene: str
    gewicht_kind: str
    ilo11: tuple[str, ...]
    opmerking: str

    @property
    def aanbod(self) -> Aanbod:
        return UITZONDERINGEN.get(self.code, Aanbod.SIGNAAL)

    @property
    def gaat_over_afkomst(self) -> bool:
        """Does the text speak of nationality, origin, religion or neighbourhood?"""
        return AFKOMST.search(self.tekst) is not None


def lees(pad: Path = BESTAND) -> Iterator[tuple[str, str, list[Rij]]]:
    """Every list of the file: (code, fingerprint of its content, rows)."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = [_rij(r) for r in csv.DictReader(bestand)]
    for lijst, groep in groupby(
        sorted(rijen, key=lambda r: list(LIJSTEN).index(r.lijst)), key=lambda r: r.lijst
    ):
        inhoud = list(groep)
        yield lijst, hashlib.sha256(repr(inhoud).encode()).hexdigest()[:16], inhoud


def _rij(r: dict[str, str]) -> Rij:
    return Rij(
        code=r["id"], lijst=r["lijst"], bron=r["bron"], tekst=r["tekst_nl"],
        vormen=tuple(r["vorm"].split(";")), doelgroep=r["doelgroep"], dimensie=r["dimensie"],
        gewicht_volwassene=r["gewicht_volwassene"], gewicht_kind=r["gewicht_kind"],
        ilo11=tuple(filter(None, r["ilo11"].split(";"))), opmerking=r["opmerking"],
    )  # fmt: skip

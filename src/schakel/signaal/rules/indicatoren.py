# SPDX-License-Identifier: EUPL-1.2
"""The shipped lists of indicators, and which of them may be offered (indicatoren.md). Pure."""

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
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
    r"\b(afkomst|bronland|nationalitei?t|herkomst|etni|ras\b|huidskleur|donkere huid|geloof|moslim|islam|christen|joods?\b|joden"
    r"|hindoe|moskee|synagoge|buiten de eu|allochto|migratieachtergrond|zigeuner|roma\b|sinti\b"
    r"|(uit|van) (oost-europa|afrika|azië|zuid-amerika|de balkan)"
    r"|(poolse?|polen|roemee?nse?|roemenen|roemenië|bulgaarse?|bulgaren|bulgarije|hongaarse?|hongaren|hongarije|turkse?|turken|turkije)\b"
    r"|albane[es]|marokka|syri[eë]|nigeria|chine[sez]|china|vietnam|eritre|oekraïn|thaise?\b|thailand|filipij)"
    r"|\b(achterstands)?(buurt|wijk)",
    re.I,
)
"""An indicator that says this must stand in `UITZONDERINGEN`."""


HOOGSTENS_EIGEN, HOOGSTENS_KORT = 60, 12
"""Indicators in an own list, and in a short list that a function goes through in two minutes."""


def weiger(regels: Sequence[str]) -> list[str]:
    """What is wrong with the indicators of an own list, in Dutch sentences; [] = may be used.

    Nationality, origin, religion and neighbourhood are refused as indicator, in any wording that names them: they
    say nothing about a person and point at whole groups (indicatoren.md §5.4).
    """
    fouten = [
        f"'{r}' gaat over afkomst, nationaliteit, geloof of buurt. Dat is nooit een aanwijzing. Schrijf op wat "
        "iemand doet of overkomt."
        for r in regels
        if AFKOMST.search(r)
    ]
    if not regels:
        fouten.append("Schrijf ten minste één indicator, elk op een eigen regel.")
    if len(regels) > HOOGSTENS_EIGEN:
        fouten.append(f"Dit zijn {len(regels)} indicatoren; er passen er {HOOGSTENS_EIGEN} in een lijst.")
    fouten += [
        f"'{r[:60]}…' is te lang; houd een indicator onder de 400 tekens." for r in regels if len(r) > 400
    ]
    if dubbel := sorted({r for r in regels if [x.casefold() for x in regels].count(r.casefold()) > 1}):
        fouten.append(f"Deze staan er twee keer: {'; '.join(dubbel)}.")
    return fouten


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

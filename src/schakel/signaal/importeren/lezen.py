# SPDX-License-Identifier: EUPL-1.2
"""From a file to rows of cells, streaming. A file that cannot be read at all raises `BestandFout` with what
to do.
"""

import codecs
import csv
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from schakel.signaal.importeren.verslag import Rijfout

MAX_CEL = 1_000_000
MAX_UITGEPAKT = 1_000_000_000
"""Characters in one cell; bytes that a workbook may unpack to (a zip bomb is refused before it is opened)."""

Rij = tuple[int, dict[str, Any]]


class BestandFout(Exception):
    """The file as a whole cannot be read; the text says what to do (Dutch)."""


def rijen(bestand: Path) -> Iterator[Rij | Rijfout]:
    """Every row as (line, heading → value), or what is wrong with it."""
    lezers = {".csv": _csv, ".txt": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl, ".ndjson": _jsonl}
    lees = lezers.get(bestand.suffix.lower())
    if lees is None:
        raise BestandFout(
            f"'{bestand.name}' is geen CSV, XLSX of JSONL. Bewaar het bestand als een van die drie."
        )
    try:
        if bestand.stat().st_size == 0:
            raise BestandFout(f"'{bestand.name}' is leeg.")
        yield from lees(bestand)
    except OSError as fout:
        raise BestandFout(f"'{bestand.name}' is niet te lezen: {fout.strerror}.") from fout


def codering(bestand: Path) -> str:
    """UTF-8 (with or without mark), UTF-16 by its mark, else the Western encoding of older Windows
    programs.
    """
    with bestand.open("rb") as stroom:
        begin = stroom.read(4)
        if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        stroom.seek(0)
        proef = codecs.getincrementaldecoder("utf-8")()
        try:
            while blok := stroom.read(1 << 20):
                proef.decode(blok)
            proef.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _csv(bestand: Path) -> Iterator[Rij | Rijfout]:
    csv.field_size_limit(MAX_CEL)
    with bestand.open(encoding=codering(bestand), errors="replace", newline="") as stroom:
        kop = stroom.readline()
        stroom.seek(0)
        scheider = max(",;\t", key=lambda teken: (kop.count(teken), teken == ","))
        lezer = csv.reader(stroom, delimiter=scheider)
        koppen: list[str] | None = None
        while True:
            try:
                cellen = next(lezer, None)
            except csv.Error as fout:
                yield Rijfout(
                    lezer.line_num,
                    "",
                    f"Deze regel is niet te lezen ({fout}). Controleer de aanhalingstekens.",
                )
                continue
            if cellen is None:
                return
            if koppen is None:
                koppen = [c.strip() for c in cellen]
                continue
            if any(c.strip() for c in cellen):
                yield _rij(lezer.line_num, koppen, cellen)


def _rij(nummer: int, koppen: list[str], cellen: list[Any]) -> Rij | Rijfout:
    while len(cellen) > len(koppen) and cellen[-1] in (None, ""):
        cellen.pop()
    if len(cellen) > len(koppen):
        aantal = f"Deze regel heeft {len(cellen)} cellen en de kop {len(koppen)}."
        return Rijfout(
            nummer, "", f"{aantal} Zet tekst met een scheidingsteken erin tussen aanhalingstekens."
        )
    rij: dict[str, Any] = {}
    for naam, waarde in zip(koppen, cellen, strict=False):
        if waarde not in (None, "") and naam:
            rij[naam] = waarde
    return nummer, rij


def _xlsx(bestand: Path) -> Iterator[Rij | Rijfout]:
    from openpyxl import load_workbook  # only who brings a sheet waits for it

    try:
        with zipfile.ZipFile(bestand) as archief:
            if sum(deel.file_size for deel in archief.infolist()) > MAX_UITGEPAKT:
                raise BestandFout(f"'{bestand.name}' is uitgepakt te groot. Verdeel het over meer bestanden.")
        boek = load_workbook(bestand, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as fout:
        raise BestandFout(
            f"'{bestand.name}' is geen goed Excel-bestand. Bewaar het opnieuw als XLSX of CSV."
        ) from fout
    try:
        blad = boek.worksheets[0]
        koppen: list[str] | None = None
        for nummer, cellen in enumerate(blad.iter_rows(values_only=True), 1):
            if not any(c not in (None, "") for c in cellen):
                continue
            if koppen is None:
                koppen = ["" if c is None else str(c).strip() for c in cellen]
            else:
                yield _rij(nummer, koppen, list(cellen))
    finally:
        boek.close()


def _jsonl(bestand: Path) -> Iterator[Rij | Rijfout]:
    with bestand.open(encoding=codering(bestand), errors="replace") as stroom:
        nummer = 0
        while regel := stroom.readline(MAX_CEL):
            nummer += 1
            if len(regel) >= MAX_CEL:
                yield Rijfout(nummer, "", f"Deze regel is langer dan {MAX_CEL} tekens.")
                while regel and not regel.endswith("\n"):
                    regel = stroom.readline(MAX_CEL)
                continue
            if regel.strip():
                yield _object(nummer, regel)


def _object(nummer: int, regel: str) -> Rij | Rijfout:
    try:
        inhoud = json.loads(regel)
    except (ValueError, RecursionError):
        return Rijfout(nummer, "", "Deze regel is geen geldige JSON.")
    if not isinstance(inhoud, dict):
        return Rijfout(nummer, "", "Zet op elke regel één object met kolomnamen als sleutels.")
    return nummer, {str(naam): waarde for naam, waarde in inhoud.items() if waarde not in (None, "", [])}


def tekst(waarde: Any) -> str:
    """A cell as text: whole numbers without ".0", dates as ISO, yes and no in words."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    if isinstance(waarde, datetime):
        return waarde.date().isoformat()
    if isinstance(waarde, date):
        return waarde.isoformat()
    return str(waarde)

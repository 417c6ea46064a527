# SPDX-License-Identifier: EUPL-1.2
"""The schema file: what each column of a table means.

soort = "persoon"            # optional; a name of `SOORTEN`

[velden.geb_dat]
type = "geboortedatum"
formaat = "%m/%d/%Y"         # optional; otherwise dates are read as people write them

[velden.tel]
type = "telefoon"
land = "DE"                  # optional; for numbers without a country code
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from koppeling.entiteit import SOORTEN, Soort
from koppeling.normaliseren import telefoon
from koppeling.normaliseren.tekst import MAX_TEKENS

_TYPEN = """
id naam voornaam achternaam geboortedatum geslacht straat huisnummer postcode woonplaats adres telefoon iban kenteken
kvk bedrijfsnaam email account bsn negeer
"""
TYPEN: Final = tuple(_TYPEN.split())
_NAMEN: Final = ("naam", "voornaam", "achternaam")
_ADRES: Final = ("adres", "straat", "huisnummer", "postcode", "woonplaats")


class SchemaFout(ValueError):
    """The schema file is not usable; the message says in Dutch what to change."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the table: its name, the field of `Entiteit` that it fills, and how it is written."""

    naam: str
    veld: str
    formaat: str = ""
    land: str = ""

    def lees(self, tekst: str) -> str:
        """The text as the engine can read it; what does not fit `formaat` stays as it is."""
        if self.formaat:
            try:
                return datetime.strptime(tekst[:MAX_TEKENS].strip(), self.formaat).date().isoformat()
            except ValueError:
                return tekst
        if self.land and (nummer := telefoon(tekst, land=self.land)):
            return nummer.tekst
        return tekst


@dataclass(frozen=True, slots=True)
class Schema:
    """`id`: the column with the id; `kolommen`: the columns that are compared."""

    soort: Soort
    id: str
    kolommen: tuple[Kolom, ...]

    def groepen(self) -> tuple[tuple[Kolom, ...], ...]:
        """Columns that must be read together: those of an address, those of one field, and names when a full
        name stands beside its parts. Each group gives columns of the profile that no other group gives."""
        velden = {k.veld for k in self.kolommen}
        samen: list[tuple[str, ...]] = [_ADRES, *([_NAMEN] if "naam" in velden else [])]
        los = [(v,) for v in sorted(velden) if not any(v in groep for groep in samen)]
        groepen = (tuple(k for k in self.kolommen if k.veld in groep) for groep in (*samen, *los))
        return tuple(groep for groep in groepen if groep)


def lees_schema(tekst: str) -> Schema:
    """Read and check the text of a schema file. Errors: SchemaFout."""
    try:
        ruw = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise SchemaFout(f"het schema is geen geldig TOML: {fout}.") from fout
    velden = ruw.get("velden")
    if not isinstance(velden, dict) or not all(isinstance(v, dict) for v in velden.values()):
        raise SchemaFout('het schema heeft per kolom een tabel nodig: [velden.kolomnaam] met type = "…".')
    soort = ruw.get("soort", "persoon")
    if soort not in SOORTEN:
        raise SchemaFout(f"onbekende soort {soort!r}. Kies uit: {', '.join(SOORTEN)}.")
    ids = [naam for naam, v in velden.items() if v.get("type") == "id"]
    if len(ids) != 1:
        raise SchemaFout(f'precies één kolom heeft type = "id"; het schema heeft er {len(ids)}.')
    kolommen = tuple(_kolom(naam, v) for naam, v in velden.items() if v.get("type") not in ("id", "negeer"))
    if not kolommen:
        raise SchemaFout("het schema noemt geen kolom om op te vergelijken.")
    return Schema(soort, ids[0], kolommen)


def _kolom(naam: str, ruw: dict[str, Any]) -> Kolom:
    onbekend = set(ruw) - {"type", "formaat", "land"}
    if onbekend:
        raise SchemaFout(
            f"kolom {naam!r}: onbekende sleutel {sorted(onbekend)[0]!r}; wel: type, formaat, land."
        )
    if ruw.get("type") not in TYPEN:
        raise SchemaFout(f"kolom {naam!r}: onbekend type {ruw.get('type')!r}. Kies uit: {', '.join(TYPEN)}.")
    formaat, land = str(ruw.get("formaat", "")), str(ruw.get("land", "")).upper()
    if formaat and (ruw["type"] != "geboortedatum" or "%" not in formaat):
        raise SchemaFout(
            f'kolom {naam!r}: formaat hoort bij een geboortedatum, en is bijvoorbeeld "%d-%m-%Y".'
        )
    if land and (ruw["type"] != "telefoon" or not (len(land) == 2 and land.isalpha())):
        raise SchemaFout(f'kolom {naam!r}: land hoort bij een telefoon, en is een landcode zoals "NL".')
    return Kolom(naam, ruw["type"], formaat, land)

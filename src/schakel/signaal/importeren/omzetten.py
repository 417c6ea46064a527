# SPDX-License-Identifier: EUPL-1.2
"""From cells to statements, by the columns of `importformaat`. Pure; every cell that is wrong is told, all at
once.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from koppeling.normaliseren import datum as lees_datum
from schakel.signaal.importeren.lezen import tekst
from schakel.signaal.importeren.verslag import Rijfout
from schakel.signaal.importformaat import SCHEIDER, Kolom, sleutel, vind_kolom
from schakel.signaal.rules.gegevens import controleer, schoon

_EXCEL_NUL = date(1899, 12, 30)
_EXCEL = range(20_000, 80_000)
"""A bare number of days in a date column is a date cell that Excel lost the shape of (1954 to 2119)."""

_JA = {"ja": True, "j": True, "yes": True, "true": True, "1": True, "x": True,
       "nee": False, "n": False, "no": False, "false": False, "0": False}  # fmt: skip
_ZONDER_NUL = re.compile(r"[1-9]\d{8}")


class Celfout(ValueError):
    """What is wrong with one cell (Dutch)."""


@dataclass
class Groepsregel:
    """One row, read: `kop` fills the melding or signaal, `statements` are (soort, inhoud)."""

    regel: int
    kop: dict[str, Any] = field(default_factory=dict)
    statements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ruw: dict[str, Any] = field(default_factory=dict)


def onbekend(koppen: Iterable[str]) -> list[str]:
    """Headings that no column has."""
    return [kop for kop in koppen if kop and vind_kolom(kop) is None]


def zet_om(nummer: int, rij: Mapping[str, Any], vandaag: date) -> tuple[Groepsregel, list[Rijfout]]:
    """Read one row; with errors the row is not used."""
    uit, fouten = Groepsregel(nummer, ruw=dict(rij)), []
    velden: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    voorvoegsels = set()
    for naam, waarde in rij.items():
        kolom = vind_kolom(naam)
        if kolom is None:
            continue
        try:
            waarden = _waarden(kolom, waarde, vandaag)
        except Celfout as fout:
            fouten.append(Rijfout(nummer, naam, str(fout)))
            continue
        voorvoegsel = naam[:4].lower() if naam[:4].lower() in ("vic_", "per_", "prs_", "org_", "hte_") else ""
        voorvoegsels.add(voorvoegsel)
        if kolom.deel == "kop":
            uit.kop.setdefault(
                kolom.veld, waarden if kolom.soort == "lijst" else waarden[0] if waarden else None
            )
        else:
            groep = voorvoegsel if kolom.deel == "adres" else ""
            velden[kolom.deel, groep][kolom.veld] += waarden
    for (deel, _), gevuld in velden.items():
        for soort, inhoud in _VORM[deel](gevuld, voorvoegsels):
            goed, mis = controleer(soort, inhoud)
            fouten += [Rijfout(nummer, veld, zin) for veld, zin in mis.items()]
            uit.statements.append((soort, goed))
    return uit, fouten


# --- one cell -----------------------------------------------------------------------------------------------


def _waarden(kolom: Kolom, waarde: Any, vandaag: date) -> list[Any]:
    """The values of a cell: one, or several for a list."""
    if kolom.soort in ("lijst", "keuzelijst"):
        delen = waarde if isinstance(waarde, list) else tekst(waarde).split(SCHEIDER)
        teksten = [schoon(tekst(d)) for d in delen]
    else:
        teksten = ["; ".join(map(tekst, waarde)) if isinstance(waarde, list) else schoon(tekst(waarde))]
    lees = _LEZERS.get(kolom.soort, _zoals_het_is)
    return [lees(kolom, _hersteld(kolom, t, waarde), vandaag) for t in teksten if t]


def _hersteld(kolom: Kolom, t: str, waarde: Any) -> str:
    """A number that a spreadsheet stripped of its leading zero; text stays as it was written."""
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        if kolom.veld == "telefoon" and _ZONDER_NUL.fullmatch(t):
            return f"0{t}"
        if kolom.veld == "kvk":
            return t.zfill(8)
    return t


def _zoals_het_is(_: Kolom, t: str, __: date) -> str:
    return t


def _keuze(kolom: Kolom, t: str, _: date) -> str:
    woorden = {sleutel(woord): eigen for woord, eigen in kolom.keuzes.items()}
    if sleutel(t) not in woorden:
        raise Celfout(f"'{t[:40]}' is geen keuze. Kies uit: {', '.join(kolom.eigen_keuzes)}.")
    return woorden[sleutel(t)]


def _datum(kolom: Kolom, t: str, vandaag: date) -> date:
    gelezen = _excel(t)
    if gelezen is None:
        d = lees_datum(t)
        if d is None or not d.volledig or d.fout or not re.search(r"\d{4}", t):
            raise Celfout(f"'{t[:40]}' is geen datum. Schrijf JJJJ-MM-DD of DD-MM-JJJJ.")
        gelezen = date(d.jaar, d.maand, d.dag)
    if kolom.veld in ("waargenomen", "ontvangen") and gelezen > vandaag:
        raise Celfout("Deze datum ligt in de toekomst.")
    return gelezen


def _deeldatum(_: Kolom, t: str, __: date) -> str:
    gelezen = _excel(t)
    if gelezen is None and lees_datum(t) is None:
        raise Celfout(f"'{t[:40]}' is geen datum. Schrijf JJJJ-MM-DD, of een deel: JJJJ-MM, JJJJ of ±JJJJ.")
    return gelezen.isoformat() if gelezen else t


def _excel(t: str) -> date | None:
    return (
        _EXCEL_NUL + timedelta(days=int(t)) if t.isascii() and t.isdigit() and int(t[:9]) in _EXCEL else None
    )


def _ja_nee(_: Kolom, t: str, __: date) -> bool:
    if t.casefold() not in _JA:
        raise Celfout(f"'{t[:40]}' is geen ja of nee.")
    return _JA[t.casefold()]


_LEZERS: dict[str, Callable[[Kolom, str, date], Any]] = {
    "keuze": _keuze, "keuzelijst": _keuze, "datum": _datum, "deeldatum": _deeldatum, "ja/nee": _ja_nee,
}  # fmt: skip


# --- what belongs together ----------------------------------------------------------------------------------

Velden = Mapping[str, list[str]]
Vormer = Callable[[Velden, set[str]], list[tuple[str, dict[str, str]]]]


def _samen(velden: Velden) -> dict[str, str]:
    return {veld: "; ".join(dict.fromkeys(w)) for veld, w in velden.items() if w}


def _persoon(velden: Velden, voorvoegsels: set[str]) -> list[tuple[str, dict[str, str]]]:
    """One person; without a role what the HTCDS columns say. A row with a role alone says nothing."""
    inhoud = _samen(velden)
    if set(inhoud) <= {"rol"}:
        return []
    rol = (
        "mogelijk-slachtoffer"
        if "vic_" in voorvoegsels
        else "verdachte"
        if "per_" in voorvoegsels
        else "onbekend"
    )
    inhoud.setdefault("rol", rol)
    if not {"voornaam", "achternaam", "roepnaam", "naam", "documentnummer", "omschrijving"} & set(inhoud):
        inhoud["omschrijving"] = "Naam niet bekend"
    return [("persoon", inhoud)]


def _elk(soort: str, veld: str) -> Vormer:
    """One statement per value."""
    return lambda velden, _: [(soort, {veld: w}) for w in velden.get(veld, [])]


def _account(velden: Velden, _: set[str]) -> list[tuple[str, dict[str, str]]]:
    return [
        *(("account", {"email": w}) for w in velden.get("email", [])),
        *(("account", {"account": w}) for w in velden.get("account", [])),
        *(("rekening", {"iban": w}) for w in velden.get("iban", [])),
    ]


def _voertuig(velden: Velden, _: set[str]) -> list[tuple[str, dict[str, str]]]:
    kentekens, wat = velden.get("kenteken", []), "; ".join(velden.get("voertuig", []))
    if len(kentekens) <= 1:
        return [("voertuig", _samen(velden))]
    return [("voertuig", {"kenteken": k} | ({"voertuig": wat} if wat else {})) for k in kentekens]


def _indicator(velden: Velden, _: set[str]) -> list[tuple[str, dict[str, str]]]:
    return [
        ("indicator", {"indicator": code.upper(), "gezien": gezien})
        for veld, gezien in (("indicator", "waargenomen"), ("indicator_niet", "niet waargenomen"))
        for code in velden.get(veld, [])
    ]


def _een(soort: str) -> Vormer:
    return lambda velden, _: [(soort, _samen(velden))] if any(velden.values()) else []


_VORM: dict[str, Vormer] = {
    "persoon": _persoon, "adres": _een("adres"), "telefoon": _elk("telefoon", "telefoon"),
    "bedrijf": _een("bedrijf"), "voertuig": _voertuig, "account": _account,
    "advertentie": _een("advertentie"), "indicator": _indicator,
}  # fmt: skip

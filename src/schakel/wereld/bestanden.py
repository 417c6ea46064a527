# SPDX-License-Identifier: EUPL-1.2
"""Writes a world: its observations as import files per partner, and the truth behind them as JSON.

Everything is written as it streams by; the same world gives the same bytes, XLSX included.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, Final, Literal, Protocol, TextIO

from schakel.signaal.importformaat import KOLOMMEN, SCHEIDER
from schakel.wereld.genereren import Feit, Wereld
from schakel.wereld.vormen import Gegeven, Waarneming
from schakel.wereld.xlsx import XlsxRegels

Bestandsoort = Literal["csv", "xlsx", "jsonl"]
Rij = dict[str, str]

SOORTEN: Final[tuple[Bestandsoort, ...]] = ("csv", "xlsx", "jsonl")
Voortgang = Callable[[str], None]

ELKE = 10_000
"""Observations between two words of progress."""

_KOLOM_VAN: Final = {(k.deel, k.veld): k for k in KOLOMMEN}
_NAMEN: Final = tuple(k.naam for k in KOLOMMEN)


def _stil(tekst: str) -> None:
    """Nobody watches."""


def rijen(w: Waarneming) -> list[Rij]:
    """The rows of one observation: head and lists on the first, one person or thing per row."""
    per_soort: dict[str, list[Gegeven]] = {}
    for g in w.gegevens:
        per_soort.setdefault(g.soort, []).append(g)
    los = [per_soort.get(soort, []) for soort in ("persoon", "adres", "bedrijf", "voertuig", "advertentie")]
    uit: list[Rij] = []
    for groep in zip_longest(*los):
        uit.append({"kenmerk_bron": w.id, **_velden(g for g in groep if g is not None)})
    eerste = {**_kop(w), **_lijsten(w)}
    if not uit:
        return [eerste]
    uit[0] = {**uit[0], **eerste}
    return uit


def _velden(gegevens: Iterator[Gegeven]) -> Rij:
    rij: Rij = {}
    for g in gegevens:
        for veld, waarde in g.velden.items():
            rij[_KOLOM_VAN[g.soort, veld].naam] = waarde  # type: ignore[index]
        if g.soort == "persoon":
            rij["rol"] = g.rol
    return rij


def _lijsten(w: Waarneming) -> Rij:
    """Columns that hold several values: telephones, accounts, indicators."""
    lijsten: dict[str, list[str]] = {}
    for g in w.gegevens:
        if g.soort in ("telefoon", "account"):
            for veld, waarde in g.velden.items():
                lijsten.setdefault(veld, []).append(waarde)
        elif g.soort == "indicator" and g.velden["gezien"] != "onbekend":
            kolom = "indicatoren" if g.velden["gezien"] == "waargenomen" else "indicatoren_niet"
            lijsten.setdefault(kolom, []).append(g.velden["indicator"])
    return {naam: SCHEIDER.join(waarden) for naam, waarden in lijsten.items()}


def _kop(w: Waarneming) -> Rij:
    """What is said once of the whole observation."""
    rij = {
        "kenmerk_bron": w.id,
        "soort": w.soort,
        "waargenomen": w.waargenomen.isoformat(),
        "ontvangen": w.ontvangen.isoformat(),
        "gemeente": w.gemeente,
        "vorm": w.vorm,
        "graad": w.graad,
        "bron": w.bron,
        "omschrijving": " ".join([w.tekst, *(g.velden["tekst"] for g in w.gegevens if g.soort == "tekst")]),
    }
    if not w.gegevens:
        return rij
    eerste = next((g for g in w.gegevens if g.soort != "persoon"), None)
    stempel = w.gegevens[0].handeling
    rij |= {
        "zekerheid": w.gegevens[0].zekerheid,
        "categorie": eerste.categorie if eerste and not eerste.categorie.startswith("persoon") else "",
        "handeling": stempel.publiek,
        "genoemd": SCHEIDER.join(stempel.genoemd),
        "embargo_tot": stempel.embargo_tot.isoformat() if stempel.embargo_tot else "",
        "proces_verbaal": stempel.proces_verbaal,
        "bron_beschermd": "ja" if stempel.bron_beschermd else "",
        "niet_fiscaal": "ja" if stempel.niet_fiscaal else "",
        "niet_strafrechtelijk": "ja" if stempel.niet_strafrechtelijk else "",
    }
    return {naam: waarde for naam, waarde in rij.items() if waarde}


class _Schrijver(Protocol):
    def regel(self, rij: Rij) -> None: ...
    def sluit(self) -> None: ...


class _Csv:
    """UTF-8, comma, line feed."""

    def __init__(self, pad: Path) -> None:
        self._bestand: TextIO = pad.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._bestand, lineterminator="\n")
        self._csv.writerow(_NAMEN)

    def regel(self, rij: Rij) -> None:
        self._csv.writerow([rij.get(naam, "") for naam in _NAMEN])

    def sluit(self) -> None:
        self._bestand.close()


class _Jsonl:
    """One object per line; lists are real lists, empty columns are left out."""

    def __init__(self, pad: Path) -> None:
        self._bestand: TextIO = pad.open("w", encoding="utf-8", newline="\n")
        self._lijsten = {k.naam for k in KOLOMMEN if k.soort in ("lijst", "keuzelijst")}

    def regel(self, rij: Rij) -> None:
        rijk: dict[str, Any] = {n: w.split(SCHEIDER) if n in self._lijsten else w for n, w in rij.items()}
        self._bestand.write(json.dumps(rijk, ensure_ascii=False) + "\n")

    def sluit(self) -> None:
        self._bestand.close()


class _Xlsx:
    """One sheet, every cell text, so that no zero and no date is lost."""

    def __init__(self, pad: Path) -> None:
        self._xlsx = XlsxRegels(pad, _NAMEN)

    def regel(self, rij: Rij) -> None:
        self._xlsx.regel([rij.get(naam, "") for naam in _NAMEN])

    def sluit(self) -> None:
        self._xlsx.sluit()


_SCHRIJVERS: Final[dict[Bestandsoort, Callable[[Path], _Schrijver]]] = {
    "csv": _Csv,
    "jsonl": _Jsonl,
    "xlsx": _Xlsx,
}


def schrijf(
    wereld: Wereld,
    map: Path,
    soorten: tuple[Bestandsoort, ...] = SOORTEN,
    voortgang: Voortgang = _stil,
) -> list[Path]:
    """Write `<partner>.<soort>` in `map` for each partner that noticed something; gives the files, in order.

    Each kind of file holds everything, so import one of them. For size land take ("csv",): a sheet ends at
    1,048,576 rows, and with three kinds more files are open at once than many machines allow. Memory does not grow
    with the number of observations.
    """
    map.mkdir(parents=True, exist_ok=True)
    open_: dict[Path, _Schrijver] = {}
    with ExitStack() as stapel:
        for w, _ in _geteld(wereld, voortgang):
            for soort in soorten:
                pad = map / f"{w.partner}.{soort}"
                if pad not in open_:
                    open_[pad] = _SCHRIJVERS[soort](pad)
                    stapel.callback(open_[pad].sluit)
                for rij in rijen(w):
                    open_[pad].regel(rij)
    return sorted(open_)


def _geteld(wereld: Wereld, voortgang: Voortgang) -> Iterator[tuple[Waarneming, Feit]]:
    """The observations with the truth behind each, with a word of progress now and then."""
    for nummer, paar in enumerate(wereld.stukken(), 1):
        if nummer % ELKE == 0:
            voortgang(f"{nummer} van {wereld.maat.waarnemingen} waarnemingen")
        yield paar


def waarheid(wereld: Wereld) -> dict[str, Any]:
    """Which observation belongs to which network and persons; the shape is that of `schrijf_waarheid`."""
    data: dict[str, Any] = json.loads("".join(_waarheid(wereld)))
    return data


def schrijf_waarheid(wereld: Wereld, pad: Path, voortgang: Voortgang = _stil) -> None:
    """Write the ground truth as JSON, one observation per line:

    {"zaad": 7, "omvang": "klein", "peildatum": "2026-11-02",
     "netwerken": {"N00001": {"vorm": …, "soort": …}},
     "waarnemingen": {"politie-0000042": {"netwerk": "N00001" or null, "personen": ["P0000016", …],
                                          "dingen": ["+31600000000", …]}}}

    `personen` are in the order of the persons in the observation. Two observations belong together when
    they have a network or a person in common. `dingen` are what may be shared without that: an employer,
    a house, a hotel, a telephone. A link with none of the three in common is false.
    """
    with pad.open("w", encoding="utf-8", newline="\n") as bestand:
        bestand.writelines(_waarheid(wereld, voortgang))


def _waarheid(wereld: Wereld, voortgang: Voortgang = _stil) -> Iterator[str]:
    kop = {"zaad": wereld.zaad, "omvang": wereld.omvang, "peildatum": wereld.peildatum.isoformat()}
    yield json.dumps(kop)[:-1] + ',\n"netwerken": {\n'
    verteld = ((id, {"vorm": vorm, "soort": "verteld"}) for id, vorm in _vertelde_vormen(wereld).items())
    gemaakt = ((n.id, {"vorm": n.soort.vorm, "soort": n.soort.naam}) for n in wereld.netwerken())
    yield from _leden(chain(verteld, gemaakt))
    yield '\n},\n"waarnemingen": {\n'
    yield from _leden((w.id, _feit(feit)) for w, feit in _geteld(wereld, voortgang))
    yield "\n}}\n"


def _vertelde_vormen(wereld: Wereld) -> dict[str, str]:
    """Form of each told network: that of its last piece."""
    if wereld.regio is None:
        return {}
    verteld = [m.waarneming for m in wereld.regio.meldingen] + [s.waarneming for s in wereld.regio.signalen]
    vormen = {w.id: w.vorm for w in verteld}
    return {naam: vormen[ids[-1]] for naam, ids in wereld.regio.netwerken.items()}


def _feit(feit: Feit) -> dict[str, Any]:
    return {"netwerk": feit.netwerk or None, "personen": list(feit.personen), "dingen": list(feit.dingen)}


def _leden(paren: Iterator[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """Members of a JSON object, one per line."""
    for nummer, (naam, waarde) in enumerate(paren):
        yield f"{',' if nummer else ''}{chr(10) if nummer else ''}{json.dumps(naam)}: {json.dumps(waarde)}"

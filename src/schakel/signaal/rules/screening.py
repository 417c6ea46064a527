# SPDX-License-Identifier: EUPL-1.2
"""Which addresses of a supplied list deserve a look (SIG-06). Pure. The outcome is about addresses, never people.

Supplied lists: foreign workers of the Belastingdienst against the registrations of the municipality, tenants of
a corporation, workers of an uitzendbureau who stay over four months (report pp. 45, 112-113).
"""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koppeling.normaliseren.adres import huisnummer, postcode

KOLOMMEN = ("straat", "huisnummer", "postcode", "plaats", "personen", "ingeschreven", "sinds")
"""What is read of a list; every other column (names, birth dates, numbers of people) is passed over."""

HOOGSTENS_RIJEN = 50_000
MAX_UITGEPAKT = 200_000_000


class LijstFout(ValueError):
    """The list cannot be read; the text says what to do (Dutch)."""


@dataclass(frozen=True)
class Criterium:
    """The rule of one screening. A condition that is not set holds for every address."""

    niet_ingeschreven: bool = False
    meer_dan: int | None = None
    langer_dan_maanden: int | None = None

    def __bool__(self) -> bool:
        return self.niet_ingeschreven or self.meer_dan is not None or self.langer_dan_maanden is not None


@dataclass
class Adres:
    """One address of the list. `personen`: how many the list puts there; `ingeschreven`: how many are registered."""

    naam: str
    personen: int = 0
    ingeschreven: int = 0
    sinds: date | None = None
    velden: dict[str, str] = field(default_factory=dict)


def lees(inhoud: bytes, naam: str) -> list[dict[str, str]]:
    """The rows of a CSV or XLSX file, with known columns alone. Raises `LijstFout`."""
    rijen = _xlsx(inhoud) if inhoud[:2] == b"PK" else _csv(inhoud)
    uit = []
    for rij in rijen:
        uit.append({k: v for k, v in rij.items() if k in KOLOMMEN and v})
        if len(uit) > HOOGSTENS_RIJEN:
            raise LijstFout(
                _("'%(naam)s' heeft meer dan %(n)s rijen. Verdeel de lijst.")
                % {"naam": naam, "n": HOOGSTENS_RIJEN}
            )
    if not any(r.get("huisnummer") and (r.get("postcode") or r.get("straat")) for r in uit):
        raise LijstFout(
            _(
                "In '%(naam)s' staat geen adres. Zet bovenaan de kolommen: postcode, huisnummer (of straat en plaats)."
            )
            % {"naam": naam}
        )
    return uit


def _csv(inhoud: bytes) -> Iterator[dict[str, str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    tekst = tekst.replace("\x00", "")
    kop = tekst.split("\n", 1)[0]
    lezer = csv.reader(io.StringIO(tekst), delimiter=max(",;\t", key=kop.count))
    try:
        koppen = [k.strip().lower() for k in next(lezer, [])]
        for rij in lezer:
            yield {k: v.strip()[:200] for k, v in zip(koppen, rij, strict=False)}
    except csv.Error as fout:
        raise LijstFout(_("De lijst is niet te lezen. Bewaar haar opnieuw als CSV.")) from fout


def _xlsx(inhoud: bytes) -> Iterator[dict[str, str]]:
    from openpyxl import load_workbook  # only who brings a sheet waits for it

    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if sum(deel.file_size for deel in archief.infolist()) > MAX_UITGEPAKT:
                raise LijstFout(_("De lijst is uitgepakt te groot. Verdeel haar over meer bestanden."))
        blad = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True).worksheets[0]
        rijen = blad.iter_rows(values_only=True)
        koppen = [str(k or "").strip().lower() for k in next(rijen, ())]
        for rij in rijen:
            yield {k: _cel(v) for k, v in zip(koppen, rij, strict=False)}
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError) as fout:
        if isinstance(fout, LijstFout):
            raise
        raise LijstFout(
            _("De lijst is geen goed Excel-bestand. Bewaar haar opnieuw als XLSX of CSV.")
        ) from fout


def _cel(waarde: Any) -> str:
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    return "" if waarde is None else str(waarde).strip()[:200]


def sleutel(rij: Mapping[str, str]) -> tuple[str, ...] | None:
    """One key per address: postcode and house number, else street, number and place; None when there is none."""
    nummer, toevoeging = huisnummer(rij.get("huisnummer", ""))
    if not nummer:
        return None
    if code := postcode(rij.get("postcode", "")):
        return code, nummer, toevoeging
    straat, plaats = (rij.get(k, "").casefold().strip() for k in ("straat", "plaats"))
    return (straat, plaats, nummer, toevoeging) if straat and plaats else None


def tel(lijst: Iterable[Mapping[str, str]], inschrijvingen: Iterable[Mapping[str, str]] = ()) -> list[Adres]:
    """The addresses of a list with their numbers; a second list may hold the registrations."""
    per: dict[tuple[str, ...], Adres] = {}
    for rij in lijst:
        if (k := sleutel(rij)) is None:
            continue
        adres = per.setdefault(k, Adres(_naam(rij), velden={n: rij[n] for n in KOLOMMEN[:4] if rij.get(n)}))
        aantal = _getal(rij.get("personen", ""), 1)
        adres.personen += aantal
        adres.ingeschreven += aantal if rij.get("ingeschreven", "").lower() in ("ja", "j", "1", "waar") else 0
        begin = _datum(rij.get("sinds", ""))
        adres.sinds = min(filter(None, (adres.sinds, begin)), default=None)
    geteld: dict[tuple[str, ...], int] = defaultdict(int)
    for rij in inschrijvingen:
        if k := sleutel(rij):
            geteld[k] += _getal(rij.get("ingeschreven") or rij.get("personen", ""), 1)
    for k, aantal in geteld.items():
        if k in per:
            per[k].ingeschreven = max(per[k].ingeschreven, aantal)
    return list(per.values())


def _naam(rij: Mapping[str, str]) -> str:
    straat = " ".join(rij[n] for n in ("straat", "huisnummer") if rij.get(n))
    plaats = " ".join(rij[n] for n in ("postcode", "plaats") if rij.get(n))
    return ", ".join(d for d in (straat, plaats) if d)


def _getal(tekst: str, anders: int) -> int:
    return min(int(tekst), 10_000) if tekst.isdecimal() and len(tekst) < 6 else anders


def _datum(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst[:10])
    except ValueError:
        return None


def past(adres: Adres, criterium: Criterium, vandaag: date) -> bool:
    """Does this address meet every condition of the rule? An empty rule meets nothing."""
    if not criterium:
        return False
    niet_ingeschreven = max(0, adres.personen - adres.ingeschreven)
    maanden = criterium.langer_dan_maanden
    return (
        (not criterium.niet_ingeschreven or niet_ingeschreven > 0)
        and (
            criterium.meer_dan is None
            or (niet_ingeschreven if criterium.niet_ingeschreven else adres.personen) > criterium.meer_dan
        )
        and (maanden is None or (adres.sinds is not None and _maanden(adres.sinds, vandaag) >= maanden))
    )


def _maanden(van: date, tot: date) -> int:
    return (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)


def reden(adres: Adres, criterium: Criterium) -> str:
    """Why this address is on the list, in a sentence."""
    delen = [
        ngettext("%(n)s persoon op de lijst", "%(n)s personen op de lijst", adres.personen)
        % {"n": adres.personen}
    ]
    if criterium.niet_ingeschreven:
        delen.append(_("%(n)s ingeschreven") % {"n": adres.ingeschreven})
    if criterium.langer_dan_maanden is not None and adres.sinds:
        delen.append(_("sinds %(dag)s") % {"dag": adres.sinds.strftime("%d-%m-%Y")})
    return ", ".join(delen)

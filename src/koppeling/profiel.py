# SPDX-License-Identifier: EUPL-1.2
"""From what was written to what is compared: the columns that models and keys may use."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from koppeling import normaliseren as n
from koppeling.entiteit import MAX_WAARDEN, Entiteit, Profiel, Waarde

_KOLOMMEN = """
achternaam voornaam voornamen geboortedatum geslacht adres postcode straat huisnummer woonplaats telefoon email iban
kenteken kvk vestiging bedrijfsnaam account bsn woorden
"""
KOLOMMEN: Final = tuple(_KOLOMMEN.split())
"""Every column a profile may have."""

Kolommen = defaultdict[str, set[Waarde]]
Velden = Mapping[str, tuple[str, ...]]


def profiel(van: Entiteit | Profiel) -> Profiel:
    """Normalise every field. Never raises on content; a `Profiel` is returned as it is."""
    if isinstance(van, Profiel):
        return van
    return Profiel(van.id, van.soort, kolommen_van(van.velden))


def kolommen_van(velden: Velden) -> dict[str, tuple[Waarde, ...]]:
    """The columns of the profile that these fields of an `Entiteit` give, in the order of `KOLOMMEN`."""
    kolommen: Kolommen = defaultdict(set)
    for nodig, lees in _SAMENGESTELD:
        if not nodig.isdisjoint(velden):
            lees(velden, kolommen)
    for veld, teksten in velden.items():
        if (lees_een := _EENVOUDIG.get(veld)) is not None:
            for tekst in teksten:
                if canoniek := lees_een(tekst):
                    kolommen[veld].add(Waarde(canoniek, getoond=tekst))
    return {k: _uniek(kolommen[k]) for k in KOLOMMEN if kolommen.get(k)}


def _uniek(waarden: set[Waarde]) -> tuple[Waarde, ...]:
    """One value per canonical text, sorted; the alphabetically first spelling is the one shown."""
    if len(waarden) == 1:
        return tuple(waarden)
    per_tekst: dict[str, Waarde] = {}
    for waarde in sorted(waarden):
        per_tekst.setdefault(waarde.tekst, waarde)
    return tuple(per_tekst.values())[:MAX_WAARDEN]


@lru_cache(maxsize=1 << 16)
def naamwaarde(tekst: str, getoond: str) -> Waarde:
    """A name with its sound; of a name of several parts each part sounds for itself."""
    if " " not in tekst:
        return Waarde(tekst, n.klank(tekst), n.skelet(tekst), getoond)
    delen = tekst.split()
    return Waarde(tekst, " ".join(map(n.klank, delen)), " ".join(map(n.skelet, delen)), getoond)


def _namen(velden: Velden, kolommen: Kolommen) -> None:
    for geven, kern, getoond_geven, getoond_kern in _naamdelen(velden):
        if geven:
            kolommen["voornaam"].add(naamwaarde(geven[0], getoond_geven))
            kolommen["voornamen"].add(naamwaarde(" ".join(geven), getoond_geven))
        if kern:
            kolommen["achternaam"].add(naamwaarde(kern, getoond_kern))


def _naamdelen(velden: Velden) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    for tekst in velden.get("voornaam", ()):
        yield n.voornamen(tekst), "", tekst.strip(), ""
    for tekst in velden.get("achternaam", ()):
        yield (), n.achternaam(tekst)[1], "", tekst.strip()
    for tekst in velden.get("naam", ()):
        gelezen = n.naam(tekst)
        geven, kern = " ".join(gelezen.voornamen), f"{gelezen.tussenvoegsel} {gelezen.achternaam}".strip()
        yield gelezen.voornamen, gelezen.achternaam, geven.title(), kern.title()


def _adressen(velden: Velden, kolommen: Kolommen) -> None:
    for gelezen, getoond in _adresdelen(velden):
        for kolom, tekst in (
            ("adres", gelezen.sleutel),
            ("postcode", gelezen.postcode),
            ("straat", gelezen.straat),
            ("huisnummer", gelezen.deur),
            ("woonplaats", gelezen.plaats),
        ):
            if tekst:
                kolommen[kolom].add(Waarde(tekst, getoond=getoond if kolom == "adres" else tekst))
    for tekst in velden.get("bag", ()):
        if len(cijfers := n.cijfers(tekst)) >= 10:
            kolommen["adres"].add(Waarde(f"bag {cijfers.zfill(16)}", getoond=tekst))


def _adresdelen(velden: Velden) -> Iterator[tuple[n.Adres, str]]:
    for tekst in velden.get("adres", ()):
        yield n.adres(tekst), tekst.strip()
    los = [velden.get(v, ()) for v in _ADRESDELEN]
    for i in range(max(map(len, los))):
        straat, nummer, pc, plaats = (w[i] if i < len(w) else w[0] if len(w) == 1 else "" for w in los)
        if straat and not nummer:
            gelezen = n.adres(straat)
            straat_c, (nr, toevoeging) = gelezen.straat, (gelezen.huisnummer, gelezen.toevoeging)
        else:
            straat_c, (nr, toevoeging) = n.straat(straat), n.huisnummer(nummer)
        adres = n.Adres(n.postcode(pc), nr, toevoeging, straat_c, n.plaats(plaats))
        yield adres, ", ".join(p for p in (f"{straat} {nummer}".strip(), f"{pc} {plaats}".strip()) if p)


def _bedrijven(velden: Velden, kolommen: Kolommen) -> None:
    for tekst in velden.get("bedrijfsnaam", ()):
        if canoniek := n.bedrijfsnaam(tekst):
            kolommen["bedrijfsnaam"].add(naamwaarde(canoniek, tekst.strip()))


def _advertenties(velden: Velden, kolommen: Kolommen) -> None:
    for tekst in velden.get("advertentie", ()):
        gelezen = n.advertentie(tekst)
        kolommen["telefoon"].update(Waarde(t, getoond=t) for t in gelezen.telefoons)
        kolommen["account"].update(Waarde(a, getoond=a) for a in gelezen.accounts)
        if gelezen.woorden:
            kolommen["woorden"].add(Waarde(" ".join(gelezen.woorden), getoond=tekst[:80].strip()))


_ADRESDELEN: Final = ("straat", "huisnummer", "postcode", "woonplaats")
_SAMENGESTELD: Final[tuple[tuple[frozenset[str], Callable[[Velden, Kolommen], None]], ...]] = (
    (frozenset({"naam", "voornaam", "achternaam"}), _namen),
    (frozenset({"adres", "bag", *_ADRESDELEN}), _adressen),
    (frozenset({"bedrijfsnaam"}), _bedrijven),
    (frozenset({"advertentie"}), _advertenties),
)
"""What reads these fields; each gives several columns, or several values."""


def _tekst(nummer: n.Nummer | None) -> str:
    return nummer.tekst if nummer else ""


_GESLACHT = {"m": "m", "man": "m", "male": "m", "v": "v", "vrouw": "v", "f": "v", "female": "v", "w": "v"}

_EENVOUDIG: dict[str, Callable[[str], str]] = {
    "geboortedatum": lambda t: str(n.datum(t) or ""),
    "geslacht": lambda t: _GESLACHT.get(n.vouw(t).strip(), ""),
    "telefoon": n.e164,
    "email": lambda t: _tekst(n.email(t)),
    "iban": lambda t: _tekst(n.iban(t)),
    "kenteken": lambda t: _tekst(n.kenteken(t)),
    "kvk": lambda t: _tekst(n.kvk(t)),
    "vestiging": lambda t: _tekst(n.vestiging(t)),
    "account": n.account,
    "bsn": lambda t: _tekst(n.bsn(t)),
}

# SPDX-License-Identifier: EUPL-1.2
"""From what was written to what is compared: the columns that models and keys may use."""

from collections import defaultdict
from collections.abc import Callable, Iterator
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


def profiel(van: Entiteit | Profiel) -> Profiel:
    """Normalise every field. Never raises on content; a `Profiel` is returned as it is."""
    if isinstance(van, Profiel):
        return van
    kolommen: Kolommen = defaultdict(set)
    _namen(van, kolommen)
    _adressen(van, kolommen)
    for veld, lees in _EENVOUDIG.items():
        for tekst in van.velden.get(veld, ()):
            if canoniek := lees(tekst):
                kolommen[veld].add(Waarde(canoniek, getoond=tekst))
    _bedrijven(van, kolommen)
    _advertenties(van, kolommen)
    return Profiel(van.id, van.soort, {k: _uniek(kolommen[k]) for k in KOLOMMEN if kolommen[k]})


def _uniek(waarden: set[Waarde]) -> tuple[Waarde, ...]:
    """One value per canonical text, sorted; the alphabetically first spelling is the one shown."""
    per_tekst: dict[str, Waarde] = {}
    for waarde in sorted(waarden):
        per_tekst.setdefault(waarde.tekst, waarde)
    return tuple(per_tekst.values())[:MAX_WAARDEN]


def naamwaarde(tekst: str, getoond: str) -> Waarde:
    """A name with its sound; of a name of several parts each part sounds for itself."""
    delen = tekst.split()
    return Waarde(tekst, " ".join(map(n.klank, delen)), " ".join(map(n.skelet, delen)), getoond)


def _namen(e: Entiteit, kolommen: Kolommen) -> None:
    for geven, kern, getoond_geven, getoond_kern in _naamdelen(e):
        if geven:
            kolommen["voornaam"].add(naamwaarde(geven[0], getoond_geven))
            kolommen["voornamen"].add(naamwaarde(" ".join(geven), getoond_geven))
        if kern:
            kolommen["achternaam"].add(naamwaarde(kern, getoond_kern))


def _naamdelen(e: Entiteit) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    for tekst in e.velden.get("voornaam", ()):
        yield n.voornamen(tekst), "", tekst.strip(), ""
    for tekst in e.velden.get("achternaam", ()):
        yield (), n.achternaam(tekst)[1], "", tekst.strip()
    for tekst in e.velden.get("naam", ()):
        gelezen = n.naam(tekst)
        geven, kern = " ".join(gelezen.voornamen), f"{gelezen.tussenvoegsel} {gelezen.achternaam}".strip()
        yield gelezen.voornamen, gelezen.achternaam, geven.title(), kern.title()


def _adressen(e: Entiteit, kolommen: Kolommen) -> None:
    for gelezen, getoond in _adresdelen(e):
        for kolom, tekst in (
            ("adres", gelezen.sleutel),
            ("postcode", gelezen.postcode),
            ("straat", gelezen.straat),
            ("huisnummer", gelezen.deur),
            ("woonplaats", gelezen.plaats),
        ):
            if tekst:
                kolommen[kolom].add(Waarde(tekst, getoond=getoond if kolom == "adres" else tekst))
    for tekst in e.velden.get("bag", ()):
        if len(cijfers := n.cijfers(tekst)) >= 10:
            kolommen["adres"].add(Waarde(f"bag {cijfers.zfill(16)}", getoond=tekst))


def _adresdelen(e: Entiteit) -> Iterator[tuple[n.Adres, str]]:
    for tekst in e.velden.get("adres", ()):
        yield n.adres(tekst), tekst.strip()
    los = [e.velden.get(v, ()) for v in ("straat", "huisnummer", "postcode", "woonplaats")]
    for i in range(max(map(len, los))):
        straat, nummer, pc, plaats = (w[i] if i < len(w) else w[0] if len(w) == 1 else "" for w in los)
        if straat and not nummer:
            gelezen = n.adres(straat)
            straat_c, (nr, toevoeging) = gelezen.straat, (gelezen.huisnummer, gelezen.toevoeging)
        else:
            straat_c, (nr, toevoeging) = n.straat(straat), n.huisnummer(nummer)
        adres = n.Adres(n.postcode(pc), nr, toevoeging, straat_c, n.plaats(plaats))
        yield adres, ", ".join(p for p in (f"{straat} {nummer}".strip(), f"{pc} {plaats}".strip()) if p)


def _bedrijven(e: Entiteit, kolommen: Kolommen) -> None:
    for tekst in e.velden.get("bedrijfsnaam", ()):
        if canoniek := n.bedrijfsnaam(tekst):
            kolommen["bedrijfsnaam"].add(naamwaarde(canoniek, tekst.strip()))


def _advertenties(e: Entiteit, kolommen: Kolommen) -> None:
    for tekst in e.velden.get("advertentie", ()):
        gelezen = n.advertentie(tekst)
        kolommen["telefoon"].update(Waarde(t, getoond=t) for t in gelezen.telefoons)
        kolommen["account"].update(Waarde(a, getoond=a) for a in gelezen.accounts)
        if gelezen.woorden:
            kolommen["woorden"].add(Waarde(" ".join(gelezen.woorden), getoond=tekst[:80].strip()))


def _tekst(nummer: n.Nummer | None) -> str:
    return nummer.tekst if nummer else ""


_GESLACHT = {"m": "m", "man": "m", "male": "m", "v": "v", "vrouw": "v", "f": "v", "female": "v", "w": "v"}

_EENVOUDIG: dict[str, Callable[[str], str]] = {
    "geboortedatum": lambda t: str(n.datum(t) or ""),
    "geslacht": lambda t: _GESLACHT.get(n.vouw(t).strip(), ""),
    "telefoon": lambda t: _tekst(n.telefoon(t)),
    "email": lambda t: _tekst(n.email(t)),
    "iban": lambda t: _tekst(n.iban(t)),
    "kenteken": lambda t: _tekst(n.kenteken(t)),
    "kvk": lambda t: _tekst(n.kvk(t)),
    "vestiging": lambda t: _tekst(n.vestiging(t)),
    "account": n.account,
    "bsn": lambda t: _tekst(n.bsn(t)),
}

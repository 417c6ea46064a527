# SPDX-License-Identifier: EUPL-1.2
"""How things get written down: other notations, other spellings, parts missing, now and then a fault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schakel.wereld.genereren.mensen import Persoon
from schakel.wereld.genereren.namen import ANDERS_GESCHREVEN
from schakel.wereld.genereren.plaatsen import Adres
from schakel.wereld.genereren.toeval import Toeval

_KLANKEN = (
    ("ck", "k"),
    ("sz", "sj"),
    ("cz", "tsj"),
    ("ij", "y"),
    ("ou", "u"),
    ("w", "v"),
    ("ph", "f"),
    ("kh", "ch"),
    ("th", "t"),
    ("y", "i"),
    ("ie", "i"),
    ("oo", "o"),
    ("aa", "a"),
    ("ee", "e"),
    ("sch", "sh"),
    ("nn", "n"),
    ("c", "k"),
    ("z", "s"),
    ("dt", "t"),
    ("v", "w"),
    ("i", "y"),
    ("k", "ck"),
    ("ll", "l"),
    ("tt", "t"),
    ("s", "ss"),
)
_TELEFOON = (
    "0{k}{n}",
    "0{k}-{n}",
    "+31 {k} {n}",
    "0{k} {a} {b}",
    "+31{k}{n}",
    "0{k} {p} {q} {r} {s}",
    "0031{k}{n}",
    "+31 (0){k} {n}",
    "0031 {k} {a} {b}",
)
_HUISSTIJL = ("gemeente", "politie", "nla", "zorg", "belastingdienst", "ggd", "riec", "zvh", "om")
"""Each kind of partner has a hand of its own: its place here is its favourite notation."""
_ADRES = (("heel", 46.0), ("zonder postcode", 20.0), ("postcode", 14.0), ("kort", 10.0), ("straat", 10.0))


def telefoon(t: Toeval, e164: str, hand: str) -> str:
    """One of nine notations, by the hand of a kind of partner; one in fifty times two digits are swapped."""
    k, n = e164[3], e164[4:]
    if t.kans(0.02):
        plek = t.getal(1, 6)
        n = n[:plek] + n[plek + 1] + n[plek] + n[plek + 2 :]
    delen = {"a": n[:4], "b": n[4:], "p": n[:2], "q": n[2:4], "r": n[4:6], "s": n[6:]}
    return _notatie(t, _TELEFOON, hand).format(k=k, n=n, **delen)


def _notatie(t: Toeval, keuzes: Sequence[str], hand: str) -> str:
    """The favourite of this hand half of the time, else any."""
    return keuzes[_HUISSTIJL.index(hand) % len(keuzes)] if t.kans(0.5) else t.kies(keuzes)


def naam(t: Toeval, p: Persoon, *, vaag: bool) -> dict[str, str]:
    """Parts of a name as somebody heard or copied them; `vaag`: mostly a first name and no more."""
    voornaam = p.naam.voornaam
    if t.kans(0.4):
        voornaam = t.kies(ANDERS_GESCHREVEN.get(voornaam, (voornaam,)))
    voornaam = anders(t, voornaam) if t.kans(0.15) else voornaam
    if vaag and t.kans(0.7):
        return {"voornaam": voornaam}
    achternaam = anders(t, p.naam.achternaam) if t.kans(0.45) else p.naam.achternaam
    if t.kans(0.12):
        voornaam = f"{voornaam[0]}."
    delen = {"voornaam": voornaam, "tussenvoegsel": p.naam.tussenvoegsel, "achternaam": achternaam}
    if t.kans(0.05):
        delen["voornaam"], delen["achternaam"] = achternaam, voornaam
    if t.kans(0.1):
        delen["tussenvoegsel"] = ""
    return {veld: waarde for veld, waarde in delen.items() if waarde}


def anders(t: Toeval, woord: str) -> str:
    """One other spelling: by sound where that can be done, else a typing fault."""
    klein = woord.lower()
    raak = [(van, naar) for van, naar in _KLANKEN if van in klein[1:]]
    if raak and t.kans(0.75):
        van, naar = t.kies(raak)
        plek = klein.index(van, 1)
        return woord[:plek] + naar + woord[plek + len(van) :]
    if len(woord) < 4:
        return woord
    plek = t.getal(1, len(woord) - 2)
    if t.kans(0.5):
        return woord[:plek] + woord[plek + 1] + woord[plek] + woord[plek + 2 :]
    return woord[:plek] + woord[plek + 1 :]


def geboortedatum(t: Toeval, d: date) -> str:
    """Mostly right; else day and month swapped, a year off, only the year, or about a year."""
    soort = t.weeg(
        (("goed", 68.0), ("nl", 10.0), ("gewisseld", 7.0), ("jaar ernaast", 5.0), ("jaar", 6.0), ("±", 4.0))
    )
    if soort == "nl":
        return d.strftime("%d-%m-%Y")
    if soort == "gewisseld" and d.day <= 12:
        return f"{d.year}-{d.day:02d}-{d.month:02d}"
    if soort == "jaar ernaast":
        return f"{d.year + t.kies((-1, 1))}-{d.month:02d}-{min(d.day, 28):02d}"
    if soort == "jaar":
        return str(d.year)
    return f"±{d.year}" if soort == "±" else d.isoformat()


def adres(t: Toeval, a: Adres, *, vaag: bool = False) -> dict[str, str]:
    """An address, whole or in part; `vaag`: street and place, without a number."""
    soort = "straat" if vaag else t.weeg(_ADRES)
    straat = anders(t, a.straat) if t.kans(0.12) else a.straat
    if soort == "kort":
        straat = straat.replace("straat", "str.").replace("laan", "ln")
    postcode = a.postcode if t.kans(0.5) else a.postcode.replace(" ", "")
    delen = {"straat": straat, "huisnummer": a.huisnummer, "postcode": postcode, "plaats": a.plaats}
    weg = {
        "heel": (),
        "kort": ("postcode",),
        "zonder postcode": ("postcode",),
        "postcode": ("straat", "plaats"),
        "straat": ("huisnummer", "postcode"),
    }[soort]
    return {veld: waarde for veld, waarde in delen.items() if veld not in weg}


def kenteken(t: Toeval, plaat: str, hand: str) -> str:
    """With hyphens, spaces, dots or nothing between the groups; sometimes in small letters."""
    groepen = [plaat[0]]
    for teken in plaat[1:]:
        if teken.isdigit() == groepen[-1][-1].isdigit():
            groepen[-1] += teken
        else:
            groepen.append(teken)
    tekst = _notatie(t, ("-", "", " ", "."), hand).join(groepen)
    return tekst.lower() if t.kans(0.2) else tekst


def iban(t: Toeval, rekening: str, hand: str) -> str:
    """In groups of four, in one, with hyphens or in small letters."""
    vorm = _notatie(t, (" ", "", "-", "klein"), hand)
    if vorm == "klein":
        return rekening.lower()
    return vorm.join(rekening[plek : plek + 4] for plek in range(0, len(rekening), 4))


def account(t: Toeval, handvat: str, hand: str) -> str:
    """With or without @, in capitals or small letters."""
    vorm = _notatie(t, ("{}", "@{}", "groot", "Begin"), hand)
    if vorm == "groot":
        return handvat.upper()
    return handvat.capitalize() if vorm == "Begin" else vorm.format(handvat)


def bedrijf(t: Toeval, naam: str, hand: str) -> str:
    """A company name with or without its legal form, '&' for 'en', in capitals, or with a fault."""
    kaal = naam.removesuffix(" B.V.")
    vormen = (naam, kaal, f"{kaal} BV", kaal.replace(" & ", " en ").upper(), f"{kaal} b.v.")
    tekst = _notatie(t, vormen, hand)
    return anders(t, tekst) if t.kans(0.25) else tekst

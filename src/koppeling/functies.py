# SPDX-License-Identifier: EUPL-1.2
"""The comparison functions that a model file may name. All are symmetric and total.

`WAARDEFUNCTIES` compare two values of one column; `COMBINATIES` look at two whole profiles and give the
values that made them hold. String measures come from `rapidfuzz` (Jaro-Winkler: Winkler 1990;
Damerau-Levenshtein unrestricted).
"""

from collections.abc import Callable
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from koppeling.entiteit import Profiel, Waarde
from koppeling.normaliseren.naam import ROEPNAAM

Waardefunctie = Callable[[Waarde, Waarde, float], bool]
Combinatie = Callable[[Profiel, Profiel, str], tuple[Waarde, Waarde] | None]


def gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """The canonical texts are equal."""
    return a.tekst == b.tekst


def klinkt_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """The sounds are equal (`normaliseren.klank`)."""
    return a.klank == b.klank != ""


def medeklinkers_gelijk(a: Waarde, b: Waarde, drempel: float) -> bool:
    """The consonants are equal and there are at least `drempel` of them: spellings of a foreign name."""
    return a.skelet == b.skelet and len(a.skelet) >= drempel


def lijkt(a: Waarde, b: Waarde, drempel: float) -> bool:
    """Jaro-Winkler similarity of at least `drempel`; the texts are put in order first, so a, b = b, a.

    Without `score_cutoff`, which drops what equals it: other engines do not.
    """
    x, y = (a.tekst, b.tekst) if a.tekst <= b.tekst else (b.tekst, a.tekst)
    return JaroWinkler.similarity(x, y) >= drempel


def scheelt(a: Waarde, b: Waarde, drempel: float) -> bool:
    """At most `drempel` typing faults: a character too many, too few, another, or two swapped."""
    return DamerauLevenshtein.distance(a.tekst, b.tekst, score_cutoff=int(drempel)) <= drempel


def deel_gelijk(a: Waarde, b: Waarde, drempel: float) -> bool:
    """A word of at least `drempel` letters occurs in both (double surnames)."""
    return any(len(deel) >= drempel for deel in set(a.tekst.split()) & set(b.tekst.split()))


def roepnaam_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """Forms of one given name (Johannes/Jan, Mohammed/Mehmet), by a small table."""
    return ROEPNAAM.get(a.tekst, a.tekst) == ROEPNAAM.get(b.tekst, b.tekst)


def initiaal_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """One of the two is an initial and the first letters agree."""
    return min(len(a.tekst), len(b.tekst)) == 1 and a.tekst[:1] == b.tekst[:1]


def begin_gelijk(a: Waarde, b: Waarde, drempel: float) -> bool:
    """The first `drempel` characters agree (the digits of a postcode)."""
    n = int(drempel)
    return len(a.tekst) >= n and a.tekst[:n] == b.tekst[:n]


def begin_van(a: Waarde, b: Waarde, drempel: float) -> bool:
    """One text is the beginning of the other and has at least `drempel` characters (Alex/Alexander)."""
    kort, lang = sorted((a.tekst, b.tekst), key=len)
    return len(kort) >= drempel and lang.startswith(kort)


def datum_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """Year, month and day known and equal."""
    return a.tekst == b.tekst and _volledig(a.tekst)


def nieuwjaar_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """Equal and 1 January: the date that registers give to whoever does not know the day of birth."""
    return a.tekst == b.tekst and a.tekst[4:] == "-01-01" and a.tekst[:4] != "0000"


def _volledig(datum: str) -> bool:
    return "-00" not in datum and datum[:4] != "0000"


def datum_past(a: Waarde, b: Waarde, _: float) -> bool:
    """At least one date has an unknown part, the year is known in both, and nothing contradicts."""
    x, y = a.tekst, b.tekst
    if x[:4] != y[:4] or x[:4] == "0000" or (_volledig(x) and _volledig(y)):
        return False
    return (x[5:7] == y[5:7] or "00" in (x[5:7], y[5:7])) and (x[8:] == y[8:] or "00" in (x[8:], y[8:]))


def datum_verwisseld(a: Waarde, b: Waarde, _: float) -> bool:
    """Same year, day and month swapped."""
    x, y = a.tekst, b.tekst
    return x[:4] == y[:4] and x[5:7] == y[8:] and x[8:] == y[5:7] and _volledig(x)


def maanddag_gelijk(a: Waarde, b: Waarde, _: float) -> bool:
    """Same day and month, both known: the year was guessed, or typed wrongly."""
    return a.tekst[5:] == b.tekst[5:] and _volledig(a.tekst) and _volledig(b.tekst)


def datum_scheelt(a: Waarde, b: Waarde, drempel: float) -> bool:
    """Both dates complete and at most `drempel` digits typed wrongly."""
    return _volledig(a.tekst) and _volledig(b.tekst) and scheelt(a, b, drempel)


def jaar_scheelt(a: Waarde, b: Waarde, drempel: float) -> bool:
    """The years are known and at most `drempel` apart."""
    ja, jb = int(a.tekst[:4]), int(b.tekst[:4])
    return bool(ja and jb) and abs(ja - jb) <= drempel


def woorden_gelijk(a: Waarde, b: Waarde, drempel: float) -> bool:
    """Share of common words (Jaccard) of at least `drempel`."""
    x, y = set(a.tekst.split()), set(b.tekst.split())
    return len(x & y) >= drempel * len(x | y)


def namen_verwisseld(a: Profiel, b: Profiel, _: str) -> tuple[Waarde, Waarde] | None:
    """The given name of one is the surname of the other, and the other way round."""
    voornamen_b, achternamen_b = b.kolommen.get("voornaam", ()), b.kolommen.get("achternaam", ())
    for voornaam in a.kolommen.get("voornaam", ()):
        for achternaam_b in achternamen_b:
            if voornaam.klank != achternaam_b.klank:
                continue
            for achternaam in a.kolommen.get("achternaam", ()):
                if achternaam.klank != voornaam.klank and any(
                    achternaam.klank == v.klank for v in voornamen_b
                ):
                    return achternaam, achternaam_b
    return None


def namen_lijken_verwisseld(a: Profiel, b: Profiel, _: str) -> tuple[Waarde, Waarde] | None:
    """The given name of one is like the surname of the other, and the other way round: swapped and misspelled."""
    voornamen_b, achternamen_b = b.kolommen.get("voornaam", ()), b.kolommen.get("achternaam", ())
    for voornaam in a.kolommen.get("voornaam", ()):
        for achternaam in a.kolommen.get("achternaam", ()):
            if lijkt_als_naam(voornaam, achternaam):
                continue
            for achternaam_b in achternamen_b:
                if lijkt_als_naam(voornaam, achternaam_b) and any(
                    lijkt_als_naam(achternaam, v) and not lijkt_als_naam(v, achternaam_b) for v in voornamen_b
                ):
                    return achternaam, achternaam_b
    return None


KRUIS: Final = 0.85
"""Jaro-Winkler similarity from which a name in the wrong field counts as the same name, misspelled."""


def lijkt_als_naam(a: Waarde, b: Waarde) -> bool:
    """The sounds are equal, or the names begin alike and look alike."""
    return klinkt_gelijk(a, b, 0) or (a.tekst[:1] == b.tekst[:1] and lijkt(a, b, KRUIS))


def gelijk_met_andere_voornaam(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    """The values agree but the given names clearly do not: members of one household, colleagues in one
    barracks."""
    gedeeld = _gedeeld(a, b, kolom)
    return gedeeld if gedeeld and _andere_voornaam(a, b) else None


def gelijk_met_andere_leeftijd(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    """The values agree but the years of birth are more than ten apart: parent and child under one roof."""
    van_a, van_b = a.kolommen.get("geboortedatum", ()), b.kolommen.get("geboortedatum", ())
    jaren = [(int(x.tekst[:4]), int(y.tekst[:4])) for x in van_a for y in van_b]
    if not jaren or not all(x and y and abs(x - y) > 10 for x, y in jaren):
        return None
    return _gedeeld(a, b, kolom)


def andere_voornaam_in_gezin(a: Profiel, b: Profiel, _: str) -> tuple[Waarde, Waarde] | None:
    """Other given name, while the surname sounds the same and an address, telephone or birth date is shared:
    twins, brothers, parents and children."""
    klanken = {w.klank for w in b.kolommen.get("achternaam", ())}
    if not any(w.klank in klanken for w in a.kolommen.get("achternaam", ())):
        return None
    samen = any(_gedeeld(a, b, kolom) for kolom in ("adres", "telefoon", "geboortedatum"))
    if not samen or not _andere_voornaam(a, b):
        return None
    return a.kolommen["voornaam"][0], b.kolommen["voornaam"][0]


def andere_voornaam_zelfde_datum(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    """Other given name, while the surname sounds the same and the whole birth date is the same: twins."""
    gedeeld = _gedeeld(a, b, "geboortedatum")
    if gedeeld is None or not _volledig(gedeeld[0].tekst):
        return None
    return andere_voornaam_in_gezin(a, b, kolom)


DEUR: Final = 0.88
"""Jaro-Winkler similarity from which two streets, or two places, are one and the same misspelled."""


def deur_bijna_gelijk(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    """Same house number in a street and surroundings that are alike: one front door, written down with a fault."""
    gedeeld = _gedeeld(a, b, "huisnummer")
    return straat_bijna_gelijk(a, b, kolom) if gedeeld else None


def deur_bijna_gelijk_met_andere_voornaam(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    """As `deur_bijna_gelijk`, but the given names clearly differ: members of one household."""
    deur = deur_bijna_gelijk(a, b, kolom)
    return deur if deur and _andere_voornaam(a, b) else None


def straat_bijna_gelijk(a: Profiel, b: Profiel, _: str) -> tuple[Waarde, Waarde] | None:
    """The streets are alike, and so are the places or the postcodes."""
    straat = _eerste(a, b, "straat", lambda x, y: x.tekst == y.tekst or lijkt(x, y, DEUR))
    if straat is None:
        return None
    plaats = _eerste(a, b, "woonplaats", lambda x, y: x.tekst == y.tekst or lijkt(x, y, DEUR))
    return straat if plaats or _eerste(a, b, "postcode", lambda x, y: scheelt(x, y, 1)) else None


def _eerste(
    a: Profiel, b: Profiel, kolom: str, toets: Callable[[Waarde, Waarde], bool]
) -> tuple[Waarde, Waarde] | None:
    """Of the values that hold the first pair in an order that does not depend on which record came first."""
    paren = [(x, y) for x in a.kolommen.get(kolom, ()) for y in b.kolommen.get(kolom, ()) if toets(x, y)]
    return min(paren, key=lambda p: sorted((p[0].tekst, p[1].tekst))) if paren else None


def _gedeeld(a: Profiel, b: Profiel, kolom: str) -> tuple[Waarde, Waarde] | None:
    for van_a in a.kolommen.get(kolom, ()):
        for van_b in b.kolommen.get(kolom, ()):
            if van_a.tekst == van_b.tekst:
                return van_a, van_b
    return None


def _andere_voornaam(a: Profiel, b: Profiel) -> bool:
    van_a, van_b = a.kolommen.get("voornaam", ()), b.kolommen.get("voornaam", ())
    return bool(van_a and van_b) and not any(
        klinkt_gelijk(x, y, 0) or roepnaam_gelijk(x, y, 0) or initiaal_gelijk(x, y, 0) or lijkt(x, y, 0.85)
        or medeklinkers_gelijk(x, y, 3)
        for x in van_a
        for y in van_b
    ) and namen_verwisseld(a, b, "") is None  # fmt: skip


WAARDEFUNCTIES: Final[dict[str, Waardefunctie]] = {
    "gelijk": gelijk,
    "klinkt_gelijk": klinkt_gelijk,
    "medeklinkers_gelijk": medeklinkers_gelijk,
    "lijkt": lijkt,
    "scheelt": scheelt,
    "deel_gelijk": deel_gelijk,
    "roepnaam_gelijk": roepnaam_gelijk,
    "initiaal_gelijk": initiaal_gelijk,
    "begin_gelijk": begin_gelijk,
    "begin_van": begin_van,
    "datum_gelijk": datum_gelijk,
    "nieuwjaar_gelijk": nieuwjaar_gelijk,
    "datum_past": datum_past,
    "datum_verwisseld": datum_verwisseld,
    "maanddag_gelijk": maanddag_gelijk,
    "datum_scheelt": datum_scheelt,
    "jaar_scheelt": jaar_scheelt,
    "woorden_gelijk": woorden_gelijk,
}
COMBINATIES: Final[dict[str, Combinatie]] = {
    "namen_verwisseld": namen_verwisseld,
    "namen_lijken_verwisseld": namen_lijken_verwisseld,
    "gelijk_met_andere_voornaam": gelijk_met_andere_voornaam,
    "gelijk_met_andere_leeftijd": gelijk_met_andere_leeftijd,
    "andere_voornaam_in_gezin": andere_voornaam_in_gezin,
    "andere_voornaam_zelfde_datum": andere_voornaam_zelfde_datum,
    "deur_bijna_gelijk": deur_bijna_gelijk,
    "deur_bijna_gelijk_met_andere_voornaam": deur_bijna_gelijk_met_andere_voornaam,
    "straat_bijna_gelijk": straat_bijna_gelijk,
}

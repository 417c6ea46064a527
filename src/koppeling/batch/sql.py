# SPDX-License-Identifier: EUPL-1.2
"""The model as SQL (DuckDB): the same levels in the same order, for records with one value per column.

A record is a row with per column of the profile `c_<column>`, of names also the sound `k_`, the consonants `s_`
and the group of short forms `r_`, of a date its parts as numbers (`DATUMDELEN`), and the share in the base
`tf_c_<column>`. Where each stands is said by `Plek`, so that one text serves our own queries and Splink.
"""

import math
from collections.abc import Callable
from itertools import combinations
from typing import Final

from koppeling.basis import FREQUENTIEKOLOMMEN, Basis
from koppeling.entiteit import Soort
from koppeling.functies import DEUR, KRUIS
from koppeling.model import Model, Niveau, Vergelijking
from koppeling.oordeel import vooraf

NAAMKOLOMMEN: Final = ("voornaam", "achternaam", "bedrijfsnaam")
DATUMDELEN: Final = ("j", "m", "d")
DATUMKOLOMMEN: Final = ("geboortedatum",)
Plek = Callable[[str], tuple[str, str]]
"""Name of a column -> where it stands for the left and for the right record."""


def eigen(kolom: str) -> tuple[str, str]:
    """In our own queries the records are called l and r."""
    return f"l.{kolom}", f"r.{kolom}"


def splink(kolom: str) -> tuple[str, str]:
    """Splink puts a pair in one row."""
    return f'"{kolom}_l"', f'"{kolom}_r"'


def gewicht_sql(model: Model, soort: Soort, basis: Basis, kolommen: set[str]) -> str:
    """The weight in bits of rows l and r that have these columns. `basis` counts for its size only."""
    delen = [_deel(v, model, kolommen) for v in model.vergelijkingen[soort] if aanwezig(v, kolommen)]
    return " + ".join([f"{vooraf(model, basis.omvang)!r}::DOUBLE", *delen])


def hoogstens_sql(
    model: Model, soort: Soort, basis: Basis, kolommen: set[str], *, los: bool, scheider: str
) -> str:
    """What the weight of rows l and r can be at most, without the costly comparisons of texts: the weight is never
    higher. Most candidates fall below a threshold on it. `los`: also right for rows with several values in a column,
    which stand in it with `scheider` (SQL of a character) between them."""
    delen = [f"{vooraf(model, basis.omvang)!r}::DOUBLE"]
    for v in model.vergelijkingen[soort]:
        if aanwezig(v, kolommen):
            delen.append(_hoogstens(v, model, kolommen, _meer(v, kolommen, scheider) if los else ""))
    return " + ".join(delen)


def _meer(v: Vergelijking, kolommen: set[str], scheider: str) -> str:
    """Does one of the records have several values in what this comparison looks at?"""
    gebruikt = {n.kolom for n in v.niveaus} | {
        k for n in v.niveaus if n.functie in _COMBINATIES for k in _COMBINATIES[n.functie][0]
    }
    toetsen = (
        f"contains({tekst}, {scheider})" for k in sorted(gebruikt & kolommen) for tekst in eigen(f"c_{k}")
    )
    return " OR ".join(f"coalesce({toets}, false)" for toets in toetsen)


def datumdelen_sql(kolom: str, waar: str) -> list[str]:
    """The columns of `DATUMDELEN`, from the text of a date that stands at `waar`."""
    stukken = zip(DATUMDELEN, ((1, 4), (6, 2), (9, 2)), strict=True)
    return [
        f"TRY_CAST(substr({waar}, {begin}, {lengte}) AS SMALLINT) AS {deel}_{kolom}"
        for deel, (begin, lengte) in stukken
    ]


def aanwezig(v: Vergelijking, kolommen: set[str]) -> tuple[str, ...]:
    """The columns whose values this comparison looks at, as far as the table has them."""
    return tuple(dict.fromkeys(b.kolom for b in v.blokken if not b.combinatie and b.kolom in kolommen))


def gevuld(v: Vergelijking, kolommen: set[str], plek: Plek) -> str:
    """Is there anything to compare?"""
    paren = (plek(f"c_{kolom}") for kolom in aanwezig(v, kolommen))
    return " OR ".join(f"({a} IS NOT NULL AND {b} IS NOT NULL)" for a, b in paren)


def _deel(v: Vergelijking, model: Model, kolommen: set[str]) -> str:
    takken = [
        f"WHEN {voorwaarde(n, kolommen, eigen)} THEN {_bits(v, n, model)}"
        for n in v.niveaus[:-1]
        if n.kolom in kolommen
    ]
    anders = f"WHEN {gevuld(v, kolommen, eigen)} THEN {v.niveaus[-1].bits!r}::DOUBLE"
    return f"CASE {' '.join([*takken, anders])} ELSE 0 END"


def _hoogstens(v: Vergelijking, model: Model, kolommen: set[str], meer: str) -> str:
    """As `_deel`; a costly level may hold or not, so that what comes after it gives at least as much as it does."""
    takken, zwaar, meest = [], -math.inf, v.niveaus[-1].bits
    for n in (n for n in v.niveaus[:-1] if n.kolom in kolommen):
        extra = n.tf * math.log2(v.u_gelijk / model.tf_minimum) if n.tf else 0.0
        hoogst = n.bits + max(extra, 0.0)
        meest = max(meest, hoogst)
        if n.functie in _ZWAAR:
            zwaar = max(zwaar, hoogst)
        else:
            takken.append(
                f"WHEN {voorwaarde(n, kolommen, eigen)} THEN {_minstens(_bits(v, n, model), zwaar)}"
            )
    if meer:
        takken.insert(0, f"WHEN {meer} THEN {max(meest, 0.0)!r}::DOUBLE")
    anders = max(v.niveaus[-1].bits, zwaar)
    return f"CASE {' '.join(takken)} WHEN {gevuld(v, kolommen, eigen)} THEN {anders!r}::DOUBLE ELSE 0 END"


def _minstens(bits: str, ondergrens: float) -> str:
    return bits if ondergrens == -math.inf else f"greatest({bits}, {ondergrens!r}::DOUBLE)"


def _bits(v: Vergelijking, n: Niveau, model: Model) -> str:
    if not n.tf or n.kolom not in FREQUENTIEKOLOMMEN:
        return f"{n.bits!r}::DOUBLE"
    a, b = eigen(f"tf_c_{n.kolom}")
    aandeel = f"greatest({a}, {b}, {model.tf_minimum!r}::DOUBLE)"
    return f"{n.bits!r}::DOUBLE + {n.tf!r} * log2({v.u_gelijk!r}::DOUBLE / {aandeel})"


def voorwaarde(n: Niveau, kolommen: set[str], plek: Plek) -> str:
    """When this level holds, not counting the levels before it."""
    if n.functie in _COMBINATIES:
        nodig, maak = _COMBINATIES[n.functie]
        return maak(n.kolom, kolommen, plek) if nodig <= kolommen else "false"
    if n.functie in ("klinkt_gelijk", "medeklinkers_gelijk") and n.kolom not in NAAMKOLOMMEN:
        return "false"
    if n.functie == "roepnaam_gelijk" and n.kolom != "voornaam":
        return "false"
    return _WAARDEN[n.functie](n.kolom, n.drempel, plek)


def _gelijk(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    return f"{a} = {b}"


def _klinkt(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"k_{kolom}")
    return f"({a} = {b} AND {a} <> '')"


def _medeklinkers(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"s_{kolom}")
    return f"({a} = {b} AND length({a}) >= {drempel:g})"


def _beide(a: str, b: str, voorwaarde: str) -> str:
    """For `least` and the functions of lists, which do not give NULL for NULL."""
    return f"({a} IS NOT NULL AND {b} IS NOT NULL AND ({voorwaarde}))"


def _lijkt(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    return _beide(a, b, f"jaro_winkler_similarity(least({a}, {b}), greatest({a}, {b})) >= {drempel!r}")


def _scheelt(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    n = int(drempel)
    return f"(abs(length({a}) - length({b})) <= {n} AND damerau_levenshtein({a}, {b}) <= {n})"


def _deel_gelijk(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    gedeeld = f"list_intersect(string_split({a}, ' '), string_split({b}, ' '))"
    een_woord = f"{a} = {b} AND NOT contains({a}, ' ') AND length({a}) >= {drempel:g}"
    lang = f"list_max(list_transform({gedeeld}, lambda w: length(w))) >= {drempel:g}"
    return _beide(a, b, f"({een_woord}) OR ((contains({a}, ' ') OR contains({b}, ' ')) AND {lang})")


def _roepnaam(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"r_{kolom}")
    return f"{a} = {b}"


def _initiaal(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    return f"(least(length({a}), length({b})) = 1 AND left({a}, 1) = left({b}, 1))"


def _begin(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    n = int(drempel)
    return f"(left({a}, {n}) = left({b}, {n}) AND length({a}) >= {n} AND length({b}) >= {n})"


def _datumdelen(kolom: str, plek: Plek) -> tuple[tuple[str, str], ...]:
    """Year, month and day as numbers (0 is unknown) of the left and of the right record."""
    return tuple(plek(f"{deel}_{kolom}") for deel in DATUMDELEN)


def _volledig(kolom: str, plek: Plek, kant: int) -> str:
    return "(" + " AND ".join(f"{deel[kant]} > 0" for deel in _datumdelen(kolom, plek)) + ")"


def _begin_van(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    return f"((starts_with({a}, {b}) OR starts_with({b}, {a})) AND least(length({a}), length({b})) >= {drempel:g})"


def _maanddag(kolom: str, _: float, plek: Plek) -> str:
    (ja, jb), (ma, mb), (da, db) = _datumdelen(kolom, plek)
    return f"({ma} = {mb} AND {da} = {db} AND {ma} > 0 AND {da} > 0 AND {ja} > 0 AND {jb} > 0)"


def _datum_gelijk(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    return f"({a} = {b} AND {_volledig(kolom, plek, 0)})"


def _nieuwjaar(kolom: str, _: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    (jaar, _b), (maand, _b), (dag, _b) = _datumdelen(kolom, plek)
    return f"({a} = {b} AND {maand} = 1 AND {dag} = 1 AND {jaar} > 0)"


def _datum_past(kolom: str, _: float, plek: Plek) -> str:
    (ja, jb), *rest = _datumdelen(kolom, plek)
    delen = " AND ".join(f"({a} = {b} OR {a} = 0 OR {b} = 0)" for a, b in rest)
    volledig = f"{_volledig(kolom, plek, 0)} AND {_volledig(kolom, plek, 1)}"
    return f"({ja} = {jb} AND {ja} > 0 AND NOT ({volledig}) AND {delen})"


def _verwisseld(kolom: str, _: float, plek: Plek) -> str:
    (ja, jb), (ma, mb), (da, db) = _datumdelen(kolom, plek)
    return f"({ja} = {jb} AND {ma} = {db} AND {da} = {mb} AND {_volledig(kolom, plek, 0)})"


def _datum_scheelt(kolom: str, drempel: float, plek: Plek) -> str:
    """One wrong digit, or two swapped, leaves two of the three parts as they are: what is cheap to see comes first."""
    volledig = f"{_volledig(kolom, plek, 0)} AND {_volledig(kolom, plek, 1)}"
    paren = [f"{a} = {b}" for a, b in _datumdelen(kolom, plek)]
    twee = " OR ".join(f"({x} AND {y})" for x, y in combinations(paren, 2))
    vooraf = f"({twee}) AND " if drempel == 1 else ""
    return f"({volledig} AND {vooraf}{_scheelt(kolom, drempel, plek)})"


def _jaar_scheelt(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"j_{kolom}")
    return f"({a} > 0 AND {b} > 0 AND abs({a} - {b}) <= {drempel:g})"


def _woorden(kolom: str, drempel: float, plek: Plek) -> str:
    a, b = plek(f"c_{kolom}")
    links, rechts = f"string_split({a}, ' ')", f"string_split({b}, ' ')"
    gedeeld = f"len(list_intersect({links}, {rechts}))"
    samen = f"len(list_distinct({links})) + len(list_distinct({rechts})) - {gedeeld}"
    return _beide(a, b, f"{gedeeld} >= {drempel!r} * ({samen})")


_WAARDEN: Final[dict[str, Callable[[str, float, Plek], str]]] = {
    "gelijk": _gelijk,
    "klinkt_gelijk": _klinkt,
    "medeklinkers_gelijk": _medeklinkers,
    "lijkt": _lijkt,
    "scheelt": _scheelt,
    "deel_gelijk": _deel_gelijk,
    "roepnaam_gelijk": _roepnaam,
    "initiaal_gelijk": _initiaal,
    "begin_gelijk": _begin,
    "begin_van": _begin_van,
    "maanddag_gelijk": _maanddag,
    "datum_gelijk": _datum_gelijk,
    "nieuwjaar_gelijk": _nieuwjaar,
    "datum_past": _datum_past,
    "datum_verwisseld": _verwisseld,
    "datum_scheelt": _datum_scheelt,
    "jaar_scheelt": _jaar_scheelt,
    "woorden_gelijk": _woorden,
}


_ZWAAR: Final = frozenset(
    {
        "lijkt",
        "scheelt",
        "deel_gelijk",
        "datum_scheelt",
        "woorden_gelijk",
        "gelijk_met_andere_voornaam",
        "gelijk_met_andere_leeftijd",
        "andere_voornaam_in_gezin",
        "andere_voornaam_zelfde_datum",
        "namen_lijken_verwisseld",
        "straat_bijna_gelijk",
        "deur_bijna_gelijk",
        "deur_bijna_gelijk_met_andere_voornaam",
    }
)
"""Functions that cost more than a comparison of short texts."""


def _namen_verwisseld(_: str, kolommen: set[str], plek: Plek) -> str:
    (va, vb), (aa, ab) = plek("k_voornaam"), plek("k_achternaam")
    return f"({va} = {ab} AND {aa} = {vb} AND {aa} <> {va})"


def _als_naam(x: tuple[str, str], y: tuple[str, str]) -> str:
    """Two names (text and sound of each) as `functies.lijkt_als_naam` compares them; both are filled."""
    (a, ka), (b, kb) = x, y
    op_volgorde = f"least({a}, {b}), greatest({a}, {b})"
    lijkt = f"left({a}, 1) = left({b}, 1) AND jaro_winkler_similarity({op_volgorde}) >= {KRUIS!r}"
    return f"(({ka} = {kb} AND {ka} <> '') OR ({lijkt}))"


def _lijken_verwisseld(_: str, kolommen: set[str], plek: Plek) -> str:
    namen = [tuple(zip(plek(f"c_{k}"), plek(f"k_{k}"), strict=True)) for k in ("voornaam", "achternaam")]
    (va, vb), (aa, ab) = namen
    kruis = f"{_als_naam(va, ab)} AND {_als_naam(aa, vb)}"
    zelf = f"NOT {_als_naam(va, aa)} AND NOT {_als_naam(vb, ab)}"
    gevuld = " AND ".join(f"{kolom} IS NOT NULL" for kolom, _ in (va, vb, aa, ab))
    return f"({gevuld} AND {kruis} AND {zelf})"


def _alike(kolom: str, plek: Plek) -> str:
    return f"coalesce({_lijkt(kolom, DEUR, plek)}, false)"


def _straat_bijna(_: str, kolommen: set[str], plek: Plek) -> str:
    rond = [_alike("woonplaats", plek)] if "woonplaats" in kolommen else []
    if "postcode" in kolommen:
        rond.append(f"coalesce({_scheelt('postcode', 1, plek)}, false)")
    return f"({_alike('straat', plek)} AND ({' OR '.join(rond) or 'false'}))"


def _deur_bijna(kolom: str, kolommen: set[str], plek: Plek) -> str:
    return f"({_gelijk('huisnummer', 0, plek)} AND {_straat_bijna(kolom, kolommen, plek)})"


def _deur_bijna_anders(kolom: str, kolommen: set[str], plek: Plek) -> str:
    return f"({_deur_bijna(kolom, kolommen, plek)} AND {_andere_voornaam(kolommen, plek)})"


def _andere_voornaam(kolommen: set[str], plek: Plek) -> str:
    a, b = plek("c_voornaam")
    gelijkend = [
        _klinkt("voornaam", 0, plek),
        _roepnaam("voornaam", 0, plek),
        _initiaal("voornaam", 0, plek),
        _lijkt("voornaam", 0.85, plek),
        _medeklinkers("voornaam", 3, plek),
    ]
    if "achternaam" in kolommen:
        gelijkend.append(f"coalesce({_namen_verwisseld('', kolommen, plek)}, false)")
    return f"({a} IS NOT NULL AND {b} IS NOT NULL AND NOT ({' OR '.join(gelijkend)}))"


def _met_andere_voornaam(kolom: str, kolommen: set[str], plek: Plek) -> str:
    return f"({_gelijk(kolom, 0, plek)} AND {_andere_voornaam(kolommen, plek)})"


def _met_andere_leeftijd(kolom: str, kolommen: set[str], plek: Plek) -> str:
    a, b = plek("j_geboortedatum")
    return f"({_gelijk(kolom, 0, plek)} AND {a} > 0 AND {b} > 0 AND abs({a} - {b}) > 10)"


def _tweeling(_: str, kolommen: set[str], plek: Plek) -> str:
    a, b = plek("k_achternaam")
    return f"({a} = {b} AND {_datum_gelijk('geboortedatum', 0, plek)} AND {_andere_voornaam(kolommen, plek)})"


def _in_gezin(_: str, kolommen: set[str], plek: Plek) -> str:
    a, b = plek("k_achternaam")
    samen = [k for k in ("adres", "telefoon", "geboortedatum") if k in kolommen]
    gedeeld = " OR ".join(f"coalesce({_gelijk(k, 0, plek)}, false)" for k in samen) or "false"
    return f"({a} = {b} AND ({gedeeld}) AND {_andere_voornaam(kolommen, plek)})"


_COMBINATIES: Final[dict[str, tuple[set[str], Callable[[str, set[str], Plek], str]]]] = {
    "namen_verwisseld": ({"voornaam", "achternaam"}, _namen_verwisseld),
    "namen_lijken_verwisseld": ({"voornaam", "achternaam"}, _lijken_verwisseld),
    "gelijk_met_andere_voornaam": ({"voornaam"}, _met_andere_voornaam),
    "gelijk_met_andere_leeftijd": ({"geboortedatum"}, _met_andere_leeftijd),
    "andere_voornaam_in_gezin": ({"voornaam", "achternaam"}, _in_gezin),
    "andere_voornaam_zelfde_datum": ({"voornaam", "achternaam", "geboortedatum"}, _tweeling),
    "straat_bijna_gelijk": ({"straat"}, _straat_bijna),
    "deur_bijna_gelijk": ({"straat", "huisnummer"}, _deur_bijna),
    "deur_bijna_gelijk_met_andere_voornaam": ({"straat", "huisnummer", "voornaam"}, _deur_bijna_anders),
}
"""Per combination the columns that a table must have for it, and its text."""

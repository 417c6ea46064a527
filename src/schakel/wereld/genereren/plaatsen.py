# SPDX-License-Identifier: EUPL-1.2
"""Places: municipalities, the partners that work there, streets and addresses. None of them exists."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from schakel.wereld.genereren.namen import woorden
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.rijndal.partners import GEMEENTEN as RIJNDAL_GEMEENTEN
from schakel.wereld.rijndal.partners import PARTNERS as RIJNDAL_PARTNERS
from schakel.wereld.vormen import Gemeente, Omvang, Partner, Partnersoort

_BEGIN = woorden(
    "Ael Bre Cor Dor Eem Fraa Gel Hae Ijl Jor Kraa Loo Maa Nie Oel Pol Raa Scho Tee Ul Vae Wou Zwi Boe Dru"
)
_EIND = woorden("gerveen lerdijk nkerwold derhage mmerzijl sterloo nneburen velderoord kkerum lmerhaven")
_STRAAT_BEGIN = woorden(
    "Linden Kastanje Wilgen Kers Haag Veer Molen School Kerk Dijk Polder Kade Haven Akker Weide Tuin Kassen "
    "Bos Berken Vlinder Reiger Kievit Zwaan Merel Korenbloem Klaver Boter Anjer Tulpen Zonne Sterren Maan "
    "Wind Water Brug Sluis Markt Nieuwe Oude Lange Korte Hoge Lage Groene Witte Rode Blauwe Gouden Zilver "
    "Koperen IJzer"
)
_STRAAT_EIND = woorden(
    "straat weg laan dijk plein kade pad dreef hof singel gracht steeg wal plantsoen erf veld brink ring"
)
_LETTERS = "BCDEGHJKLMNPRSTVWXZ"
_NUMMERS_PER_STRAAT = 150
_PER_REGIO = 11
_SOORTEN: tuple[tuple[Partnersoort, str], ...] = tuple(
    (p.soort, p.naam) for p in RIJNDAL_PARTNERS if p.soort != "gemeente"
)


class Adres(NamedTuple):
    """One front door. `gemeente` is the id; `plaats` the name as written in an address."""

    gemeente: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str


def gemeenten(omvang: Omvang) -> tuple[Gemeente, ...]:
    """Klein: the four of Rijndal. Regio: twelve in Rijndal. Land: Rijndal and twenty regions of eleven."""
    extra = {"klein": 0, "regio": 8, "land": 20 * _PER_REGIO}[omvang]
    bezet = {postcode for g in RIJNDAL_GEMEENTEN for postcode in g.postcodes}
    vrij = [f"{n:04d}" for n in range(1, 1000) if f"{n:04d}" not in bezet]
    nieuw = []
    for nummer in range(extra):
        naam = _BEGIN[nummer % len(_BEGIN)] + _EIND[nummer // len(_BEGIN)]
        codes = tuple(vrij[4 * nummer : 4 * nummer + 4])
        nieuw.append(Gemeente(naam.lower(), naam, codes, 20_000 + nummer * 617 % 90_000))
    return (*RIJNDAL_GEMEENTEN, *nieuw)


def partners(omvang: Omvang, alle: tuple[Gemeente, ...]) -> tuple[Partner, ...]:
    """Every municipality and, per region, the eight other partners (Rijndal's serve the whole region)."""
    nieuw = alle[len(RIJNDAL_GEMEENTEN) :]
    lokaal = [Partner(g.id, f"Gemeente {g.naam}", "gemeente", (g.id,)) for g in nieuw]
    if omvang != "land":
        hele_regio = tuple(g.id for g in alle)
        bekend = [
            p if p.soort == "gemeente" else Partner(p.id, p.naam, p.soort, hele_regio, p.publiek)
            for p in RIJNDAL_PARTNERS
        ]
        return (*bekend, *lokaal)
    regionaal = []
    for nummer in range(0, len(nieuw), _PER_REGIO):
        ids = tuple(g.id for g in nieuw[nummer : nummer + _PER_REGIO])
        naam = nieuw[nummer].naam
        regionaal += [
            Partner(f"{p.id}-{ids[0]}", p.naam.replace("Rijndal", naam), p.soort, ids, p.publiek)
            for p in RIJNDAL_PARTNERS
            if p.soort != "gemeente"
        ]
    return (*RIJNDAL_PARTNERS, *lokaal, *regionaal)


@lru_cache(maxsize=512)
def _straten(gemeente: str) -> tuple[str, ...]:
    """The streets of a municipality, in an order of its own."""
    t = Toeval("straten", gemeente)
    alle = [begin + eind for begin in _STRAAT_BEGIN for eind in _STRAAT_EIND]
    return tuple(t.greep(alle, len(alle)))


def adres(alle: tuple[Gemeente, ...], nummer: int) -> Adres:
    """The address with this number: another number is another front door. Spread over all municipalities."""
    rest, plek = divmod(nummer, len(alle) * 8)
    gemeente = alle[plek // 8]
    deur = rest * 8 + plek % 8
    straat, huis = divmod(deur, _NUMMERS_PER_STRAAT)
    straten = _straten(gemeente.id)
    letters, blok = divmod(straat % len(straten), len(gemeente.postcodes))
    postcode = f"{gemeente.postcodes[blok]} {_LETTERS[letters // 19 % 19]}{_LETTERS[letters % 19]}"
    return Adres(gemeente.id, straten[straat % len(straten)], str(huis + 1), postcode, gemeente.naam)

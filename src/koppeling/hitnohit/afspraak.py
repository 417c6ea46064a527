# SPDX-License-Identifier: EUPL-1.2
"""The agreement (koppelregime) between two houses, as a file that both hold; without it nothing works."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from koppeling.sleutels import KLEIN, SLEUTELSOORTEN

NOOIT: Final = frozenset({"bsn", *KLEIN})
"""Kinds of keys that are never compared: a citizen service number can be enumerated by whoever holds the key, and a
surname or a postcode alone says nothing."""
MINSTE_GEHEIM: Final = 32


class AfspraakFout(ValueError):
    """The agreement is not usable, or not in force; the message says in Dutch what is missing."""


@dataclass(frozen=True, slots=True)
class Afspraak:
    """`geheim`: shared by the houses of this agreement only (hex). `sleutels`: kinds that are compared. `sterk`: kinds
    of which one is enough; of others `minstens` must agree on one record (two or more). `quotum`: questions per partner
    per day."""

    naam: str
    doel: str
    grondslag: str
    convenant: str
    dpia: str
    advies: str
    besluit: str
    partners: tuple[str, ...]
    sleutels: tuple[str, ...]
    sterk: tuple[str, ...]
    minstens: int
    quotum: int
    geheim: bytes
    actief_van: date | None
    actief_tot: date | None
    evaluatie_op: date | None


def lees_afspraak(tekst: str) -> Afspraak:
    """Read the text of an agreement (TOML). Errors: AfspraakFout for a wrong shape; what is missing says `ontbreekt`."""
    try:
        ruw = tomllib.loads(tekst)
        geheim = bytes.fromhex(ruw.pop("geheim", ""))
    except (tomllib.TOMLDecodeError, ValueError, TypeError) as fout:
        raise AfspraakFout(f"de afspraak is niet te lezen: {fout}.") from fout
    namen = {f.name for f in fields(Afspraak)}
    if onbekend := sorted(set(ruw) - namen):
        raise AfspraakFout(f"onbekende regel in de afspraak: {onbekend[0]}.")
    teksten = {
        n: str(ruw.get(n, ""))
        for n in ("naam", "doel", "grondslag", "convenant", "dpia", "advies", "besluit")
    }
    lijsten = {n: tuple(map(str, ruw.get(n, ()))) for n in ("partners", "sleutels", "sterk")}
    data = {n: ruw.get(n) for n in ("actief_van", "actief_tot", "evaluatie_op")}
    if not all(d is None or type(d) is date for d in data.values()) or not isinstance(
        ruw.get("quotum", 0), int
    ):
        raise AfspraakFout(
            "in de afspraak zijn data kale datums (2026-11-23) en zijn minstens en quotum hele getallen."
        )
    fout_soort = [
        s for s in (*lijsten["sleutels"], *lijsten["sterk"]) if s not in SLEUTELSOORTEN or s in NOOIT
    ]
    if fout_soort:
        raise AfspraakFout(f"de sleutelsoort {fout_soort[0]!r} bestaat niet of mag niet vergeleken worden.")
    alles: dict[str, Any] = {**teksten, **lijsten, **data}
    return Afspraak(**alles, minstens=ruw.get("minstens", 0), quotum=ruw.get("quotum", 0), geheim=geheim)


def ontbreekt(a: Afspraak, vandaag: date) -> list[str]:
    """Why the agreement does not work today; an empty list means that it does (koppelregime.md §3.1)."""
    eisen = (
        (a.naam, "een naam"),
        (a.doel, "een doel"),
        (a.grondslag, "een wettelijke grondslag"),
        (a.convenant, "een convenant"),
        (a.dpia, "een DPIA"),
        (a.advies, "een advies van de privacyfunctionaris"),
        (a.besluit, "een besluit"),
        (len(set(a.partners)) == 2, "precies twee partners"),
        (a.sleutels, "de soorten gegevens die vergeleken worden"),
        (a.minstens >= 2, "hoeveel zwakke soorten er samen moeten kloppen: ten minste twee"),
        (a.quotum > 0, "een quotum per dag"),
        (len(a.geheim) >= MINSTE_GEHEIM, f"een geheim van ten minste {MINSTE_GEHEIM} bytes"),
        (a.evaluatie_op and a.evaluatie_op >= vandaag, "een evaluatiedatum die nog niet voorbij is"),
        (a.actief_van and a.actief_van <= vandaag, "een datum waarop het is aangezet"),
        (a.actief_tot and a.actief_tot >= vandaag, "een looptijd die nog niet voorbij is"),
    )
    return [tekst for klopt, tekst in eisen if not klopt]


def periode(vandaag: date) -> str:
    """The quarter: each has a key of its own, and what was made before it is worthless."""
    return f"{vandaag.year}-K{(vandaag.month + 2) // 3}"

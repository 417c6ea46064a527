# SPDX-License-Identifier: EUPL-1.2
"""Groups through time: a division gets names that last, and what changed becomes a list of events."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Wat = Literal["ontstaan", "gegroeid", "gekrompen", "gewijzigd", "samengevoegd", "gesplitst", "vervallen"]
Leden = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Gebeurtenis:
    """`van` and `naar` are names of groups, sorted: a merge has several `van`, a split several `naar`."""

    wat: Wat
    van: tuple[str, ...]
    naar: tuple[str, ...]


def opvolging(
    oud: Mapping[str, Leden], nieuw: Iterable[Iterable[str]]
) -> tuple[dict[str, Leden], tuple[Gebeurtenis, ...]]:
    """Name the new groups after the old and tell what happened.

    A new group inherits the name of the old group with which it shares most records; when several new groups
    claim one name the largest share wins, then the first in order. Others get a name made of their members,
    so that two installations with the same history have the same names. Deterministic in any input order.
    """
    groepen = sorted({tuple(sorted(set(leden))) for leden in nieuw})
    huis = {lid: naam for naam, leden in oud.items() for lid in leden}
    gedeeld: dict[int, dict[str, int]] = {i: defaultdict(int) for i in range(len(groepen))}
    for i, leden in enumerate(groepen):
        for lid in leden:
            if lid in huis:
                gedeeld[i][huis[lid]] += 1
    namen = _namen(groepen, gedeeld, set(oud))
    benoemd = {namen[i]: leden for i, leden in enumerate(groepen)}
    return benoemd, tuple(sorted(_gebeurtenissen(oud, benoemd, namen, gedeeld)))


def _namen(groepen: list[Leden], gedeeld: dict[int, dict[str, int]], bezet: set[str]) -> dict[int, str]:
    aanspraken = sorted(
        (-aantal, i, naam) for i, per_naam in gedeeld.items() for naam, aantal in per_naam.items()
    )
    namen: dict[int, str] = {}
    vergeven: set[str] = set()
    for _, i, naam in aanspraken:
        if i not in namen and naam not in vergeven:
            namen[i] = naam
            vergeven.add(naam)
    for i, leden in enumerate(groepen):
        if i not in namen:
            namen[i] = _nieuwe_naam(leden, bezet)
            bezet.add(namen[i])
    return namen


def _nieuwe_naam(leden: Leden, bezet: set[str]) -> str:
    poging = 0
    while True:
        naam = "c" + hashlib.sha256("\x1f".join((str(poging), *leden)).encode()).hexdigest()[:16]
        if naam not in bezet:
            return naam
        poging += 1


def _gebeurtenissen(
    oud: Mapping[str, Leden],
    benoemd: dict[str, Leden],
    namen: dict[int, str],
    gedeeld: dict[int, dict[str, int]],
) -> Iterable[Gebeurtenis]:
    komt_uit = {namen[i]: sorted(per_naam) for i, per_naam in gedeeld.items()}
    gaat_naar: dict[str, list[str]] = defaultdict(list)
    for naam, bronnen in komt_uit.items():
        for bron in bronnen:
            gaat_naar[bron].append(naam)
    for naam, leden in benoemd.items():
        bronnen = komt_uit[naam]
        if not bronnen:
            yield Gebeurtenis("ontstaan", (), (naam,))
        elif len(bronnen) > 1:
            yield Gebeurtenis("samengevoegd", tuple(bronnen), (naam,))
        elif len(gaat_naar[bronnen[0]]) == 1 and set(leden) != set(oud[bronnen[0]]):
            yield Gebeurtenis(_maat(set(oud[bronnen[0]]), set(leden)), (bronnen[0],), (naam,))
    for naam in oud:
        if naam not in gaat_naar:
            yield Gebeurtenis("vervallen", (naam,), ())
        elif len(gaat_naar[naam]) > 1:
            yield Gebeurtenis("gesplitst", (naam,), tuple(sorted(gaat_naar[naam])))


def _maat(voor: set[str], na: set[str]) -> Wat:
    return "gegroeid" if voor < na else "gekrompen" if na < voor else "gewijzigd"

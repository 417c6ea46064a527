# SPDX-License-Identifier: EUPL-1.2
"""The chain, pure: a whole log passes; whatever a database superuser does to it is found against a checkpoint."""

import copy
import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.logboek.rules import BEGIN, LDV_VELDEN, TOEGANG_VELDEN, IJkpunt, controleer, hash_van

Lijn = list[Any]


def _lijnen(aantal: int, zout: str = "") -> list[Lijn]:
    """[access, ldv, previous, hash] of a whole chain."""
    vorige, lijnen = BEGIN, []
    for nr in range(1, aantal + 1):
        toegang = dict.fromkeys(TOEGANG_VELDEN, "")
        toegang |= {
            "volgnr": nr,
            "tijd": datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=nr),
            "doel": f"{zout}{nr % 7}",
        }
        toegang |= {
            "gebruiker_id": UUID(int=nr % 5),
            "betrokkene": f"{nr % 11:032x}",
            "categorieen": ["object"],
        }
        ldv = dict.fromkeys(LDV_VELDEN, "") | {
            "start_time": nr,
            "attributes": {"dpl.core.data_subject_id": nr % 11},
        }
        hash_ = hash_van(vorige, toegang, ldv)
        lijnen.append([toegang, ldv, vorige, hash_])
        vorige = hash_
    return lijnen


def _herbouw(lijnen: list[Lijn]) -> None:
    """What an attacker with the whole database can do: compute every hash anew."""
    vorige = BEGIN
    for lijn in lijnen:
        lijn[2], lijn[3] = vorige, hash_van(vorige, lijn[0], lijn[1] or dict.fromkeys(LDV_VELDEN, ""))
        vorige = lijn[3]


def _fouten(lijnen: list[Lijn], *punten: IJkpunt) -> list[str]:
    kop = (lijnen[-1][0]["volgnr"], lijnen[-1][3]) if lijnen else (0, BEGIN)
    return list(controleer([tuple(lijn) for lijn in lijnen], kop, punten))


def _ijkpunt(lijnen: list[Lijn]) -> IJkpunt:
    return IJkpunt(lijnen[-1][0]["volgnr"], lijnen[-1][3].hex(), "gisteren")


MANIPULATIES = {
    "wijzigen": lambda r, x: x[r.randrange(len(x))][0].update(doel="anders"),
    "ander veld": lambda r, x: x[r.randrange(len(x))][0].update(gebruiker_id=UUID(int=999)),
    "andere tijd": lambda r, x: x[r.randrange(len(x))][0].update(tijd=datetime(2020, 1, 1, tzinfo=UTC)),
    "ldv wijzigen": lambda r, x: x[r.randrange(len(x))][1].update(start_time=0),
    "ldv weg": lambda r, x: x[r.randrange(len(x))].__setitem__(1, None),
    "weghalen": lambda r, x: x.pop(r.randrange(len(x) - 1)),
    "staart af": lambda r, x: x.__delitem__(slice(r.randrange(1, len(x)), None)),
    "invoegen": lambda r, x: x.insert(r.randrange(len(x)), copy.deepcopy(x[r.randrange(len(x))])),
    "verwisselen": lambda r, x: x.__setitem__(slice(0, 2), [x[1], x[0]]),
    "hash wijzigen": lambda r, x: x[r.randrange(len(x))].__setitem__(3, bytes(32)),
}  # fmt: skip


@pytest.mark.parametrize("herbouwd", [False, True], ids=["zonder herbouw", "met herbouw van de keten"])
def test_duizend_manipulaties_worden_alle_gevonden_tegen_een_ijkpunt(herbouwd: bool) -> None:
    willekeur = random.Random(20)
    gaaf = _lijnen(40)
    punt = _ijkpunt(gaaf)
    gemist = []
    for nummer in range(500):
        naam = willekeur.choice(sorted(MANIPULATIES.keys() - ({"hash wijzigen"} if herbouwd else set())))
        lijnen = copy.deepcopy(gaaf)
        MANIPULATIES[naam](willekeur, lijnen)
        if herbouwd:
            _herbouw(lijnen)
        if not _fouten(lijnen, punt):
            gemist.append((nummer, naam))
    assert gemist == []


@given(st.integers(0, 30), st.integers(0, 30))
def test_een_gave_keten_geeft_nooit_een_bevinding(aantal: int, daarna: int) -> None:
    lijnen = _lijnen(aantal + daarna)
    punt = _ijkpunt(lijnen[:aantal]) if aantal else IJkpunt(0, BEGIN.hex())
    assert _fouten(lijnen, punt) == []


def test_een_ijkpunt_gaat_heen_en_terug_en_onzin_wordt_geweigerd() -> None:
    punt = _ijkpunt(_lijnen(3))
    assert IJkpunt.van_json(punt.json()) == punt
    for onzin in ("", "{}", "[1]", '{"soort": "schakel-ijkpunt", "volgnr": 1, "hash": "zz"}'):
        with pytest.raises(ValueError, match="geen ijkpunt"):
            IJkpunt.van_json(onzin)

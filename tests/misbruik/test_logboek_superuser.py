# SPDX-License-Identifier: EUPL-1.2
"""Who rules the database against the account: 1,000 random manipulations in SQL, all found against a checkpoint.

The owner of the tables, with the triggers off, can do to these tables all that a superuser can.
"""

import os
import random
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from schakel.convenant.actor import als
from schakel.kern import postgres
from schakel.logboek import actions, queries
from schakel.logboek.rules import BEGIN, LDV_VELDEN, TOEGANG_VELDEN, IJkpunt, Regel, controleer, hash_van
from tests.omgeving import WERK
from tests.regio import maak_regio

pytestmark = [pytest.mark.misbruik, pytest.mark.usefixtures("vastgelegd")]

AANTAL = int(os.environ.get("MANIPULATIES", "1000"))
REGELS = 120


@pytest.fixture
def superuser(vastgelegd: None) -> Iterator[Any]:
    """120 log lines of ordinary work, and a connection that may do anything."""
    regio = maak_regio()
    for nr in range(REGELS):
        door = regio.actor(("aandachtsfunctionaris@lindemeer", "toezichthouder@nla")[nr % 2])
        with als(door):
            actions.noteer(
                door=door,
                regels=[Regel("lezen", "signaal", betrokkene=f"{nr % 9:032x}", categorieen=("object",))],
            )
    server = postgres.start(WERK / "pg")
    dsn = server.dsn(postgres.EIGENAAR, os.environ["SCHAKEL_DATABASE"])
    with psycopg.connect(**dsn) as verbinding:  # type: ignore[arg-type]
        for tabel in ("logboek_toegang", "logboek_verwerking"):  # no trigger stops the owner of the table
            verbinding.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER blijft")
        verbinding.commit()
        yield verbinding


def _rijen(verbinding: Any) -> list[Any]:
    kolommen = [
        *(f"t.{v}" for v in TOEGANG_VELDEN),
        "t.vorige",
        "t.hash",
        "v.volgnr",
        *(f"v.{v}" for v in LDV_VELDEN),
    ]
    sql = f"SELECT {', '.join(kolommen)} FROM logboek_toegang t LEFT JOIN logboek_verwerking v USING (volgnr) ORDER BY t.volgnr"
    return [queries._rij(rij) for rij in verbinding.execute(sql).fetchall()]


def _kop(verbinding: Any) -> tuple[int, bytes]:
    volgnr, hash_ = verbinding.execute("SELECT volgnr, hash FROM logboek_kop").fetchone()
    return volgnr, bytes(hash_)


KOLOMMEN = {
    "gebruiker_id": "gen_random_uuid()", "partner_id": "gen_random_uuid()", "functie": "'anders'", "handeling": "'niets'",
    "betrokkene": "repeat('f', 32)", "doel": "'verzonnen'", "grondslag": "'verzonnen'", "tijd": "tijd + interval '1 second'",
    "categorieen": "'{}'", "resultaat": "'anders'", "trace_id": "repeat('0', 32)", "eigenaar_id": "gen_random_uuid()",
}  # fmt: skip


def _manipuleer(verbinding: Any, r: random.Random) -> str:
    nr, ander = r.sample(range(1, REGELS + 1), 2)
    keuze = r.randrange(7)
    if keuze == 0:
        kolom = r.choice(sorted(KOLOMMEN))
        verbinding.execute(f"UPDATE logboek_toegang SET {kolom} = {KOLOMMEN[kolom]} WHERE volgnr = %s", [nr])
        return f"wijzig {kolom}"
    if keuze == 1:
        verbinding.execute("DELETE FROM logboek_toegang WHERE volgnr = %s", [nr])
        return "weghalen"
    if keuze == 2:
        verbinding.execute("DELETE FROM logboek_toegang WHERE volgnr >= %s", [nr])
        verbinding.execute(
            "UPDATE logboek_kop SET (volgnr, hash) = (SELECT volgnr, hash FROM logboek_toegang WHERE volgnr = %s)",
            [nr - 1],
        ) if nr > 1 else verbinding.execute("UPDATE logboek_kop SET volgnr = 0, hash = %s", [BEGIN])
        return "staart af, kop mee"
    if keuze == 3:
        verbinding.execute("UPDATE logboek_toegang SET volgnr = -1 WHERE volgnr = %s", [nr])
        verbinding.execute("UPDATE logboek_toegang SET volgnr = %s WHERE volgnr = %s", [nr, ander])
        verbinding.execute("UPDATE logboek_toegang SET volgnr = %s WHERE volgnr = -1", [ander])
        return "verwisselen"
    if keuze == 4:
        verbinding.execute("UPDATE logboek_verwerking SET end_time = end_time + 1 WHERE volgnr = %s", [nr])
        return "ldv wijzigen"
    if keuze == 5:
        verbinding.execute("DELETE FROM logboek_verwerking WHERE volgnr = %s", [nr])
        return "ldv weg"
    verbinding.execute("UPDATE logboek_toegang SET doel = 'herschreven' WHERE volgnr = %s", [nr])
    _herbouw(verbinding)
    return "keten herbouwd"


def _herbouw(verbinding: Any) -> None:
    vorige, volgnr = BEGIN, 0
    for toegang, verwerking, _, _ in _rijen(verbinding):
        volgnr, nieuw = toegang["volgnr"], hash_van(vorige, toegang, verwerking)
        verbinding.execute(
            "UPDATE logboek_toegang SET vorige = %s, hash = %s WHERE volgnr = %s", [vorige, nieuw, volgnr]
        )
        vorige = nieuw
    verbinding.execute("UPDATE logboek_kop SET volgnr = %s, hash = %s", [volgnr, vorige])


def test_alle_manipulaties_door_een_superuser_worden_gevonden(superuser: Any) -> None:
    superuser.commit()
    volgnr, hash_ = _kop(superuser)
    punt = IJkpunt(volgnr, hash_.hex(), "elders bewaard")
    assert list(controleer(_rijen(superuser), _kop(superuser), [punt])) == []
    willekeur, gemist = random.Random(6), []
    for nummer in range(AANTAL):
        wat = _manipuleer(superuser, willekeur)
        if not list(controleer(_rijen(superuser), _kop(superuser), [punt])):
            gemist.append((nummer, wat))
        superuser.rollback()
    print(f"{AANTAL} manipulaties, {AANTAL - len(gemist)} gevonden (zaad 6)")
    assert gemist == []

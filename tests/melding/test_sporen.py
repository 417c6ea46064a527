# SPDX-License-Identifier: EUPL-1.2
"""After a public melding nothing tells who, from where or with what it was made: every table, read past
the walls.
"""

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.test import Client
from psycopg import sql
from tests.conftest import _sjabloon
from tests.melding.test_publiek import ZEGT, kaart, zegel
from tests.omgeving import WERK
from tests.regio import Regio, maak_regio

from schakel.kern import postgres

SPOREN = {
    "HTTP_USER_AGENT": "kanarie-toestel",
    "HTTP_REFERER": "https://testserver/kanarie-verwijzer",
    "HTTP_X_FORWARDED_FOR": "203.0.113.77",
    "HTTP_TRACEPARENT": "00-" + "ca" * 16 + "-" + "fe" * 8 + "-01",
    "HTTP_ACCEPT_LANGUAGE": "nl;q=0.9,kanarie-taal;q=0.1",
    "REMOTE_ADDR": "203.0.113.78",
}
"""What a browser gives away."""

INHOUD = ZEGT | {
    "waar": "kanarie-straat 1",
    "wie": "kanarie-persoon",
    "naam": "kanarie-naam",
    "wijze": "vertrouwelijk",
}


@pytest.fixture
def eigenaar(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """A database of its own, in which work is really committed, and a connection for which there are no
    walls.
    """
    server, naam = postgres.start(WERK / "pg"), f"{os.environ['SCHAKEL_DATABASE']}_sporen"
    instelling = connections["default"].settings_dict
    gewoon = instelling["NAME"]
    postgres.maak_database(server, naam, sjabloon=_sjabloon())
    with django_db_blocker.unblock():
        connections["default"].close()
        instelling["NAME"] = naam
        try:
            with psycopg.connect(**server.dsn(postgres.EIGENAAR, naam)) as verbinding:  # type: ignore[arg-type]
                yield verbinding
        finally:
            connections["default"].close()
            instelling["NAME"] = gewoon
            postgres.verwijder_database(server, naam)


def _rijen(verbinding: Any) -> Iterator[tuple[str, str]]:
    """Every row of every table as text; bytes are hexadecimal."""
    tabellen = verbinding.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    for (tabel,) in tabellen:
        for (rij,) in verbinding.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(tabel))):
            yield tabel, rij


@pytest.mark.rij("MEL-02")
def test_van_wie_meldt_blijft_niets_leesbaar_over(eigenaar: Any, caplog: pytest.LogCaptureFixture) -> None:
    regio: Regio = maak_regio()
    buiten = Client()
    gemeente = str(regio.gemeenten["lindemeer"].pk)
    antwoord = buiten.post("/melden", INHOUD | {"gemeente": gemeente}, **SPOREN)
    code, kenmerk = kaart(buiten, antwoord)
    gesprek = buiten.post("/melden/terug", {"code": code}, **SPOREN)
    buiten.post("/melden/terug", {"sleutel": zegel(gesprek), "tekst": "kanarie-bericht"}, **SPOREN)
    anoniem = {"content_type": "application/json", **SPOREN}
    assert buiten.post("/api/v1/meldingen", {"tekst": "kanarie-tekst"}, **anoniem).status_code == 201

    kaal = code.replace(" ", "")
    geheim = ["kanarie", "203.0.113", "ca" * 16, "dezelfde man", kaal, code]
    geheim += [g.encode().hex() for g in geheim]
    rijen = list(_rijen(eigenaar))
    assert any(tabel == "melding_melding" and kenmerk in rij for tabel, rij in rijen)
    assert any(tabel == "melding_bericht" for tabel, _ in rijen)
    assert [(tabel, g) for tabel, rij in rijen for g in geheim if g in rij] == []
    assert not [tabel for tabel, _ in rijen if tabel in ("django_session", "toegang_concept")]
    assert set(buiten.cookies) <= {"schakel_formulier"}
    assert kaal not in antwoord["Location"]
    assert not [g for g in geheim if g in caplog.text]


def test_acht_keer_tegelijk_versturen_geeft_een_melding(eigenaar: Any) -> None:
    maak_regio()

    def verstuur(_nr: int) -> list[str]:
        try:
            buiten = Client()
            return re.findall(
                r"MEL-\d{4}-\d{5}|(?:\d{4} ){3}\d{4}", _kaart(buiten, buiten.post("/melden", ZEGT))
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as draden:
        antwoorden = list(draden.map(verstuur, range(8)))
    assert antwoorden == [antwoorden[0]] * 8
    for tabel, aantal in {"melding_melding": 1, "convenant_stuk": 1, "logboek_toegang": 1}.items():
        telling = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(tabel))
        assert eigenaar.execute(telling).fetchone() == (aantal,), tabel


def _kaart(buiten: Client, antwoord: Any) -> str:
    return buiten.get(antwoord["Location"]).content.decode()

# SPDX-License-Identifier: EUPL-1.2
"""S1, S3 and S4: the question "what does this touch" in PostgreSQL, under row-level security, and over HTTP.

A house with a base of generated people (`koppelbasis`). In the library: keys, question and weight, as the application
does it for an actor. Over HTTP: `GET /api/v1/signalen/{id}/raakvlakken` with a token, its log line in the same
transaction. The other side of S1, Splink's `predict_between`, stands with the batch.
"""

import json
import os
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.huis import Bezoeker, Huis
from tests.prestatie.koppeling import records
from tests.prestatie.paginas import POLITIE
from tests.prestatie.vergelijking import toon

VRAGEN, ZICHTBAAR, SECONDEN = 400, 50, 10.0
VELDEN = ("voornaam", "achternaam", "geboortedatum", "geslacht")


def online(omvang: int, map: Path) -> None:
    """Print the figures; `map` keeps the filled house for a next time."""
    huis = Huis(map / f"huis-{omvang}")
    try:
        huis.start_database()
        if not (huis.map / "gevuld").exists():
            huis.draai("-m", "tests.prestatie.koppelbasis", str(omvang))
            (huis.map / "gevuld").touch()
        huis.draai("-m", "schakel", "migrate")
        sleutels = huis.sql("SELECT count(*) FROM signaal_koppelsleutel")[0][0]
        toon("   people / keys in PostgreSQL", f"{omvang} / {sleutels}", "")
        m = json.loads(huis.draai("-m", "tests.prestatie.koppelonline", str(omvang)).splitlines()[-1])
        toon("S1 one new record in the library, ms p50 / p95", _p(m["vragen"]), "p95 <= 15")
        toon("   of them the question in PostgreSQL, ms p50 / p95", _p(m["sql"]), "")
        toon("   records found per question, p50 / p95", _p(m["gevonden"]), "")
        toon("S4 seen by another partner after commit, ms p50 / p95", _p(m["zichtbaar"]), "p95 <= 5")
        _http(huis, m["token"], m["partner"])
    finally:
        huis.ruim_op()


def _p(waarden: list[float]) -> str:
    rij = sorted(waarden)
    return f"{rij[len(rij) // 2]:.1f} / {rij[int(len(rij) * 0.95) - 1]:.1f}"


def _http(huis: Huis, token: str, partner: str) -> None:
    eigen = huis.sql(
        "SELECT stuk_id FROM signaal_signaal WHERE eigenaar_id = %s AND kenmerk LIKE 'SIG-B-%%' ORDER BY stuk_id LIMIT 2000",
        partner,
    )
    adressen = [f"/api/v1/signalen/{rij[0]}/raakvlakken" for rij in eigen]
    huis.start_web(os.cpu_count() or 1)
    klant = _klant(huis, token)
    for adres in adressen[:50]:
        antwoord = klant.haal(adres)
        assert antwoord.status_code == 200, antwoord.text
    duren = []
    for adres in random.Random(2).sample(adressen, min(VRAGEN, len(adressen))):
        begin = time.perf_counter()
        klant.haal(adres)
        duren.append((time.perf_counter() - begin) * 1e3)
    toon("S1 raakvlakken over HTTP, ms p50 / p95", _p(duren), "p95 <= 30")
    voor = huis.sql("SELECT volgnr FROM logboek_kop")[0][0]
    gedaan = _tegelijk(huis, token, adressen, 2)
    regels = huis.sql("SELECT volgnr FROM logboek_kop")[0][0] - voor
    toon("S3 raakvlakken over HTTP, 2 clients, requests/s", f"{gedaan / SECONDEN:.0f}", ">= 150")
    toon("   log lines written meanwhile", f"{regels} for {gedaan} requests", "")


def _klant(huis: Huis, token: str) -> Bezoeker:
    klant = Bezoeker(huis.adres)
    klant.sessie.headers["Authorization"] = f"Bearer {token}"
    return klant


def _tegelijk(huis: Huis, token: str, adressen: list[str], klanten: int) -> int:
    """Requests done by so many clients in `SECONDEN`."""
    aantal, klaar = [0] * klanten, time.monotonic() + SECONDEN

    def vraag(nr: int) -> None:
        klant, i = _klant(huis, token), nr
        while time.monotonic() < klaar:
            assert klant.haal(adressen[i % len(adressen)]).status_code == 200
            aantal[nr], i = aantal[nr] + 1, i + klanten

    draden = [threading.Thread(target=vraag, args=(nr,)) for nr in range(klanten)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return sum(aantal)


# --- inside the house ---------------------------------------------------------------------------------------


def binnen(omvang: int) -> dict[str, Any]:
    """As the application role, for an actor of the police."""
    import django

    django.setup()
    from datetime import timedelta

    from schakel.convenant.actor import als
    from schakel.kern import klok
    from schakel.partner.queries import alle_bezettingen, als_actor, inbrenger
    from schakel.toegang.actions import maak_token

    bezetting = next(
        b for b in alle_bezettingen() if b.gebruiker.inlognaam.removesuffix(".rijndal.test") == POLITIE
    )
    door, ander = als_actor(bezetting), inbrenger("nla")
    assert ander is not None
    token = maak_token(
        gebruiker=bezetting.gebruiker, bezetting_id=bezetting.pk, omschrijving="meten",
        verloopt=klok.vandaag() + timedelta(days=9),
    )[1]  # fmt: skip
    bekend, nieuw = records(VRAGEN // 2, omvang // 4), records(VRAGEN // 2, omvang * 2)
    with als(door):
        for r in records(30, omvang * 3):
            _vraag(r)
        uit = [_vraag(r) for r in (*bekend, *nieuw)]
    return {
        "vragen": [u[0] for u in uit], "sql": [u[1] for u in uit], "gevonden": [u[2] for u in uit],
        "zichtbaar": _zichtbaar(ander, door, omvang), "token": token, "partner": str(door.partner_id),
    }  # fmt: skip


def _vraag(record: dict[str, str]) -> tuple[float, float, int]:
    """Milliseconds in all and in the database, and how many other objects this record touches."""
    from schakel.signaal import koppelen, queries
    from schakel.signaal.rules.raakvlak import bits, raakt

    stuk, begin = uuid4(), time.perf_counter()
    hun = koppelen.sleutels("persoon", {veld: record[veld] for veld in VELDEN})
    gemaakt = time.perf_counter()
    gevonden = queries.treffers({stuk: hun})[stuk]
    gevraagd = time.perf_counter()
    per_ander: dict[Any, set[str]] = defaultdict(set)
    for t in gevonden:
        per_ander[t.stuk_id].add(t.soort)
    raak = sorted(((bits(s), str(ander)) for ander, s in per_ander.items() if raakt(s)), reverse=True)
    return (time.perf_counter() - begin) * 1e3, (gevraagd - gemaakt) * 1e3, len(raak)


def _zichtbaar(schrijver: Any, lezer: Any, omvang: int) -> list[float]:
    """Per new signaal of one partner: milliseconds of the first question of the other after the commit."""
    from schakel.convenant.actions import NieuwGegeven
    from schakel.convenant.actor import als
    from schakel.signaal import koppelen, queries
    from schakel.signaal.actions import NieuwSignaal, maak_signaal

    duren = []
    for record in records(ZICHTBAAR, omvang * 4):
        inhoud = {veld: record[veld] for veld in VELDEN if record[veld]}
        hun = koppelen.sleutels("persoon", inhoud)
        if not hun:
            continue
        with als(schrijver):
            gegeven = NieuwGegeven("persoon", "persoon-mogelijk-slachtoffer", inhoud)
            gemaakt = maak_signaal(door=schrijver, nieuw=NieuwSignaal(gegevens=[gegeven]))
        stuk = uuid4()
        duren.append(
            _binnen_eenheid(als, lezer, lambda s=stuk, h=hun: queries.treffers({s: h})[s], gemaakt.pk)
        )
    return duren


def _binnen_eenheid(als: Any, lezer: Any, vraag: Callable[[], Any], verwacht: Any) -> float:
    begin = time.perf_counter()
    with als(lezer):
        gevonden = vraag()
        duur = (time.perf_counter() - begin) * 1e3
    assert any(t.stuk_id == verwacht for t in gevonden), "a new signaal is not found"
    return duur


if __name__ == "__main__":
    import sys

    print(json.dumps(binnen(int(sys.argv[1]))))

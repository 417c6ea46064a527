# SPDX-License-Identifier: EUPL-1.2
"""`kill -9` of web server and database while people report: nothing lost, nothing doubled, all accounted for.

Bigger: `KILL_RONDES=10 KILL_MELDINGEN=2000 ./schakel test -m misbruik tests/misbruik/test_kill.py -s`.
"""

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
import requests

from tests.huis import Bezoeker, Huis, wacht

pytestmark = pytest.mark.misbruik

RONDES = int(os.environ.get("KILL_RONDES", "3"))
MELDINGEN = int(os.environ.get("KILL_MELDINGEN", "200"))
KLANTEN = 4
GEDULD = 120.0
REGELS = """SELECT stuk_id, count(*) FROM logboek_toegang
            WHERE handeling = 'schrijven' AND soort = 'melding' GROUP BY stuk_id"""


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[Huis]:
    huis = Huis(tmp_path)
    try:
        huis.richt_in()
        huis.start_web()
        yield huis
    finally:
        huis.ruim_op()


@dataclass
class Tellingen:
    """What the visitors were told. `bevestigd`: number of the report → (kenmerk, receipt code)."""

    bevestigd: dict[int, tuple[str, str]] = field(default_factory=dict)
    mislukt: int = 0
    anders: list[str] = field(default_factory=list)
    langste: float = 0.0
    slot: threading.Lock = field(default_factory=threading.Lock)


def _door_de_api(bezoeker: Bezoeker, nr: int) -> tuple[str, str] | None:
    """One attempt; None when it is not certain that it was stored."""
    inhoud = {
        "tekst": f"Melding {nr}: er brandt 's nachts licht.",
        "gemeente": ("Lindemeer", "Veenburg")[nr % 2],
    }
    if nr % 3 == 0:
        inhoud |= {"wijze": "vertrouwelijk", "melder": {"naam": f"Melder {nr}"}}
    kop = {"Idempotency-Key": f"melding-{nr}"}
    antwoord = bezoeker.sessie.post(
        f"{bezoeker.adres}/api/v1/meldingen", json=inhoud, headers=kop, timeout=60
    )
    if antwoord.status_code >= 500:
        return None
    assert antwoord.status_code == 201, antwoord.text
    return antwoord.json()["kenmerk"], re.sub(r"\D", "", antwoord.json()["ontvangstcode"])


def _door_het_formulier(bezoeker: Bezoeker, nr: int) -> tuple[str, str] | None:
    """Fill in the public form; acknowledged is the receipt card. The hidden key stays the same."""
    velden = {"tekst": f"Melding {nr}: steeds een ander busje.", "sleutel": f"venster-{nr}"}
    if bezoeker.haal("/melden").status_code != 200:
        return None
    antwoord = bezoeker.vul_in("/melden", velden)
    if antwoord.status_code >= 500:
        return None
    assert antwoord.status_code == 303, antwoord.text[:500]
    kaart = bezoeker.haal(antwoord.headers["Location"])
    kenmerk, code = (
        re.search(r"MEL-\d{4}-\d{5}", kaart.text),
        re.search(r'ontvangstcode">([\d ]+)<', kaart.text),
    )
    return (
        (kenmerk.group(), code.group(1).replace(" ", ""))
        if kaart.status_code == 200 and kenmerk and code
        else None
    )


def _meld(huis: Huis, nummers: range, tellingen: Tellingen) -> None:
    """One client: sends each report until it is acknowledged; every seventh is sent once more after that."""
    bezoeker = Bezoeker(huis.adres)
    for nr in nummers:
        doe = _door_het_formulier if nr % 5 == 0 else _door_de_api
        begin = time.monotonic()
        while (gekregen := _probeer(bezoeker, doe, nr, tellingen)) is None:
            assert time.monotonic() - begin < GEDULD, f"melding {nr} kwam niet aan"
            time.sleep(0.2)
        with tellingen.slot:
            tellingen.bevestigd[nr] = gekregen
            tellingen.langste = max(tellingen.langste, time.monotonic() - begin)
        nog_eens = _probeer(bezoeker, doe, nr, tellingen) if nr % 7 == 0 else None
        if nog_eens not in (None, gekregen):
            tellingen.anders.append(f"{nr}: {gekregen} werd {nog_eens}")


def _probeer(bezoeker: Bezoeker, doe: object, nr: int, tellingen: Tellingen) -> tuple[str, str] | None:
    try:
        gekregen: tuple[str, str] | None = doe(bezoeker, nr)  # type: ignore[operator]  # one of the two above
    except (requests.RequestException, IndexError):
        gekregen = None
    if gekregen is None:
        with tellingen.slot:
            tellingen.mislukt += 1
    return gekregen


def _dood_om_de_beurt(huis: Huis, tellingen: Tellingen, klanten: list[threading.Thread]) -> list[str]:
    """In each round kill web server, database or both, at an even pace of acknowledged reports."""
    gedood = []
    for ronde in range(RONDES):
        doel = MELDINGEN * (ronde + 1) // (RONDES + 1)
        wacht(
            lambda doel=doel: len(tellingen.bevestigd) >= doel or not any(k.is_alive() for k in klanten), 600
        )
        wat = ("web", "database", "beide")[ronde % 3]
        if wat != "web":
            huis.dood_database()
        if wat != "database":
            huis.stop_web(signal.SIGKILL)
            huis.start_web()
        gedood.append(wat)
    return gedood


def test_na_kill_9_is_niets_verloren_niets_dubbel_en_alles_verantwoord(huis: Huis) -> None:
    tellingen, begin = Tellingen(), time.monotonic()
    klanten = [
        threading.Thread(target=_meld, args=(huis, range(k, MELDINGEN, KLANTEN), tellingen), daemon=True)
        for k in range(KLANTEN)
    ]
    for klant in klanten:
        klant.start()
    gedood = _dood_om_de_beurt(huis, tellingen, klanten)
    for klant in klanten:
        klant.join(600)
    duur = time.monotonic() - begin
    opgeslagen = dict(huis.sql("SELECT kenmerk, stuk_id FROM melding_melding"))
    regels = dict(huis.sql(REGELS))
    verloren = {nr for nr, (kenmerk, _) in tellingen.bevestigd.items() if kenmerk not in opgeslagen}
    zonder = [k for k, id in opgeslagen.items() if regels.get(id) != 1]
    print(
        f"\n{len(gedood)} rondes kill -9 ({', '.join(gedood)}) tijdens {MELDINGEN} meldingen "
        f"van {KLANTEN} klanten, {duur:.0f} s: {len(tellingen.bevestigd)} bevestigd, {len(verloren)} verloren, "
        f"{len(opgeslagen) - MELDINGEN} dubbel, {len(zonder)} zonder of met meer dan één logregel; "
        f"{tellingen.mislukt} mislukte pogingen herhaald, langste wachttijd {tellingen.langste:.1f} s"
    )
    assert len(tellingen.bevestigd) == MELDINGEN
    assert (verloren, tellingen.anders, zonder) == (set(), [], [])
    assert len(opgeslagen) == MELDINGEN
    assert set(regels) == set(opgeslagen.values())
    assert huis.draai("-m", "schakel", "logboek", "verifieer").startswith("Het logboek klopt")
    _elke_code_opent_haar_melding(huis, tellingen)


def _elke_code_opent_haar_melding(huis: Huis, tellingen: Tellingen) -> None:
    bezoeker = Bezoeker(huis.adres)
    for kenmerk, code in list(tellingen.bevestigd.values())[:: max(1, MELDINGEN // 50)]:
        antwoord = bezoeker.sessie.post(
            f"{huis.adres}/api/v1/terugkoppelingen/_lees", json={"ontvangstcode": code}, timeout=60
        )
        assert antwoord.json()["kenmerk"] == kenmerk


def test_de_database_start_na_kill_9_vanzelf_weer_en_blijft_even_veilig(huis: Huis) -> None:
    huis.dood_database()
    bezoeker = Bezoeker(huis.adres)
    wacht(lambda: bezoeker.haal("/gezond").status_code == 200, 30)
    with psycopg.connect(**huis.server().dsn("schakel_app", "schakel")) as verbinding:  # type: ignore[arg-type]
        aan = [
            verbinding.execute(f"SHOW {n}").fetchone()
            for n in ("fsync", "synchronous_commit", "full_page_writes")
        ]
    assert aan == [("on",)] * 3

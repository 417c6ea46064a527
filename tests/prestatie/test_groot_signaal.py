# SPDX-License-Identifier: EUPL-1.2
"""A signaal with 60 subjects and 400 links: what its pages ask of the database, show, and take.

`PRESTATIE_SIGNAAL=1` does it at that size and prints p50 over forty requests; without it a fifth of it.
"""

import html
import os
import re
import statistics
import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.prestatie.groot_signaal import GrootSignaal, maak
from tests.regio import Regio
from tests.signaal.bouw import BALIE

HOOGSTENS_VRAGEN = 26
VOLUIT = "PRESTATIE_SIGNAAL" in os.environ


@pytest.fixture
def groot(regio: Regio) -> GrootSignaal:
    return maak(regio) if VOLUIT else maak(regio, onderwerpen=60, banden=80)


def _vragen(client: Any, adres: str) -> tuple[str, int]:
    client.get(adres)
    with CaptureQueriesContext(connection) as gesteld:
        pagina = html.unescape(client.get(adres).content.decode())
    return pagina, len([v for v in gesteld if not v["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def _tijden(client: Any, adres: str) -> tuple[float, float]:
    """Milliseconds per request at p50: on the clock, and of the processor in this process."""
    klok, werk = [], []
    for _ in range(40):
        begin, cpu = time.perf_counter(), time.process_time()
        assert client.get(adres).status_code == 200
        klok.append(time.perf_counter() - begin)
        werk.append(time.process_time() - cpu)
    return statistics.median(klok) * 1000, statistics.median(werk) * 1000


@pytest.mark.rij("SIG-05")
def test_een_groot_signaal_vraagt_weinig_en_toont_blad_na_blad_elk_verband(groot: GrootSignaal) -> None:
    client, adres = groot.regio.client(BALIE), f"/signalen/{groot.signaal.pk}"
    pagina, vragen = _vragen(client, adres)
    assert vragen <= HOOGSTENS_VRAGEN
    onderwerpen = ("06 0047", "Kassenweg", "XX-", "rijnglas_", "NL00RIJN", "Wolniewsky")
    assert all(pagina.count(woord) >= 10 for woord in onderwerpen), "alle onderwerpen staan er"
    assert pagina.count("Raakvlak met informatie van Arbeidsinspectie Rijndal") == 1, (
        "hoeveel zegt de pagina niet"
    )
    beoordelen, nummer = set(re.findall(r"/raakvlakken/[\w-]+", pagina)), 2
    while f"raakvlakken={nummer}" in pagina:
        pagina, meer = _vragen(client, f"{adres}?raakvlakken={nummer}")
        assert meer <= HOOGSTENS_VRAGEN
        beoordelen |= set(re.findall(r"/raakvlakken/[\w-]+", pagina))
        nummer += 1
    assert len(beoordelen) == groot.van_ons
    assert client.get(f"{adres}?raakvlakken=999").status_code == 200
    assert client.get(f"{adres}?raakvlakken=onzin").status_code == 200
    netwerk, vragen_netwerk = _vragen(client, f"{adres}/netwerk")
    assert vragen_netwerk <= HOOGSTENS_VRAGEN
    assert netwerk.count("netwerk__knoop") >= 60
    if VOLUIT:
        for naam, pad in (("signaal", adres), ("netwerk", f"{adres}/netwerk")):
            p50, web = _tijden(client, pad)
            print(f"\n{naam}, 60 onderwerpen en 400 verbanden: p50 {p50:.0f} ms, web {web:.0f} ms")

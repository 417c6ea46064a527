# SPDX-License-Identifier: EUPL-1.2
"""The number of queries per page is fixed in `aantallen.json`, and does not grow with the number of rows.

A page that needs another number: `PRESTATIE_AANTALLEN=schrijf ./schakel test tests/prestatie` and look at the difference.
"""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schakel.convenant.actions import deel
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from tests.casus.keten import GEMEENTE, NLA, POLITIE, REGIE, Keten, maak_keten, maak_signaal
from tests.prestatie.tellen import eerste
from tests.regio import Regio

AANTALLEN = Path(__file__).with_name("aantallen.json")
LIJST_HOOGSTENS = 16
FG, ZORG = "privacyfunctionaris@lindemeer", "regiocoordinator@haven"
LIJSTEN = {
    "signalen": (NLA, "/signalen"),
    "signalen per gemeente": (NLA, "/signalen/per-gemeente"),
    "meldingen": (GEMEENTE, "/meldingen"),
    "casussen": (REGIE, "/casussen"),
    "verstrekkingen": (NLA, "/verstrekkingen"),
    "informatieverzoeken": (NLA, "/informatieverzoeken"),
    "overleggen": (REGIE, "/overleggen"),
    "partners": (REGIE, "/partners"),
    "logboek": (FG, "/logboek"),
    "lijsten vergelijken": (NLA, "/signalen/lijsten"),
    "koppelregime": (FG, "/koppelregime"),
    "meldingen, overzicht": (GEMEENTE, "/meldingen/overzicht"),
    "meldingen, doorgezet": (GEMEENTE, "/meldingen/doorgezet"),
    "meldingen, routes": (GEMEENTE, "/meldingen/routes"),
    "meldingen, dienst": (GEMEENTE, "/meldingen/dienst"),
    "overleggen, cyclus": (REGIE, "/overleggen/cyclus"),
    "regio": (REGIE, "/regio"),
    "organen": (REGIE, "/organen"),
    "verbindingen": (REGIE, "/verbindingen"),
    "inzet": (REGIE, "/inzet"),
    "projecten": (REGIE, "/projecten"),
    "knelpunten": (REGIE, "/knelpunten"),
    "convenanten": (FG, "/convenanten"),
    "grondslagen": (FG, "/convenanten/grondslagen"),
    "vraagbaak": (FG, "/vraagbaak"),
    "checklists": (FG, "/checklists"),
    "inzageverzoeken": (FG, "/inzageverzoeken"),
    "vernietigingen": (FG, "/vernietigingen"),
    "embargo's": (NLA, "/embargos"),
    "bronverzoeken": (NLA, "/bronverzoeken"),
    "vrijgaveverzoeken": (NLA, "/vrijgaveverzoeken"),
    "anonieme versies": (NLA, "/verstrekkingen/anoniem"),
    "interventies": (REGIE, "/interventies"),
    "mandaten": (REGIE, "/interventies/mandaten"),
    "voornemens": (REGIE, "/interventies/voornemens"),
    "rapportages": (REGIE, "/interventies/rapportages"),
    "handhaving": (GEMEENTE, "/interventies/handhaving"),
    "arrangement": (GEMEENTE, "/interventies/arrangement"),
    "preweegdocumenten": (REGIE, "/casussen/preweegdocumenten"),
    "strafrecht": (POLITIE, "/casussen/strafrecht"),
    "casustypen": (REGIE, "/casussen/typen"),
    "zwakke plekken": (REGIE, "/barrieres/zwakke-plekken"),
    "barrières": (REGIE, "/barrieres"),
    "barrières, samenstelling": (REGIE, "/barrieres/samenstelling"),
    "zorg": (ZORG, "/zorg"),
    "zorgaanbod": (ZORG, "/zorg/aanbod"),
    "opvang zoeken": (ZORG, "/zorg/opvang"),
    "opvang, cijfers": (ZORG, "/zorg/opvang/cijfers"),
    "zorg, financiering": (ZORG, "/zorg/financiering"),
    "zorg, overleggen": (ZORG, "/zorg/overleggen"),
    "zorg, doorstroom": (ZORG, "/zorg/doorstroom"),
    "zorg, veldwerk": (ZORG, "/zorg/veldwerk"),
    "CoMensha": (ZORG, "/zorg/comensha"),
}
SAMENGESTELD = {"mijn werk": (REGIE, "/"), "mijn werk, balie": (GEMEENTE, "/")}
"""The start page: many short lists of several rooms."""
EEN = {
    "een signaal": (NLA, "/signalen"),
    "een gedeeld signaal": (POLITIE, "/signalen?wie=gedeeld"),
    "een melding": (GEMEENTE, "/meldingen"),
    "een casus": (REGIE, "/casussen"),
    "een verstrekking": (NLA, "/verstrekkingen"),
    "melden": ("", "/melden"),
}


def _erbij(keten: Keten, aantal: int) -> None:
    """More of everything that stands in a list."""
    for nr in range(aantal):
        stuk = maak_signaal(keten.regio, NLA, f"Achternaam{nr}")
        met, tot = keten.regio.partner("politie"), klok.vandaag() + timedelta(days=30)
        door = keten.regio.actor(NLA)
        with als(door):
            deel(door=door, stuk=stuk, met=met, categorieen=[Categorie.OBJECT], doel=Doel.PREVENTIE, tot=tot)
        gemeente = str(keten.regio.gemeenten["lindemeer"].pk)
        assert Client().post("/melden", {"tekst": f"Proef {nr}", "gemeente": gemeente}).status_code == 303


def _tel(regio: Regio) -> dict[str, int]:
    aantallen = {}
    for titel, (wie, adres) in (EEN | LIJSTEN | SAMENGESTELD).items():
        client = regio.client(wie) if wie else Client()
        gezocht = eerste(client.get(adres).content.decode(), adres) if titel in EEN else adres
        assert client.get(gezocht).status_code == 200, titel
        with CaptureQueriesContext(connection) as vragen:
            client.get(gezocht)
        aantallen[titel] = len(vragen)
    return aantallen


@pytest.mark.misbruik  # slow: a region of its own; run with -m misbruik
def test_het_aantal_vragen_per_pagina_ligt_vast_en_groeit_niet_met_de_rijen(regio: Regio) -> None:
    keten = maak_keten(regio)
    _erbij(keten, 2)
    bij_weinig = _tel(regio)
    _erbij(keten, 10)
    bij_meer = _tel(regio)
    if os.environ.get("PRESTATIE_AANTALLEN") == "schrijf":
        AANTALLEN.write_text(json.dumps(bij_meer, indent=1) + "\n")
    assert bij_meer == bij_weinig
    assert bij_meer == json.loads(AANTALLEN.read_text()), "bedoeld? Zie de kop van dit bestand"
    assert max(bij_meer[titel] for titel in LIJSTEN) <= LIJST_HOOGSTENS

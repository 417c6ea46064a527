# SPDX-License-Identifier: EUPL-1.2
"""The table of every address × method × function is complete, and true (kwaliteit.md, goal 4)."""

import os

import pytest
from django.test import Client
from tests.regio import Regio
from tests.wanden.adressen import METHODEN, ROLLEN, adressen, antwoord, lees, schrijf

DICHT = {"302 /inloggen", "404", "401", "405", "403"}
OPEN_VOOR_IEDEREEN = (
    "/melden", "/inloggen", "/uitloggen", "/privacy", "/toegankelijkheid", "/taal", "/gezond", "/api/v1/openapi.json",
    "/api/v1/docs", "/api/v1/meldingen", "/api/v1/terugkoppelingen",
)  # fmt: skip


def test_elk_adres_en_elke_methode_heeft_een_rij_en_geen_rij_is_over() -> None:
    bestaand = {(adres, methode) for adres in adressen() for methode in METHODEN}
    assert set(lees()) == bestaand


def test_wie_niet_is_ingelogd_komt_nergens_dan_op_de_openbare_paginas(db: None) -> None:
    client = Client()
    for adres in adressen():
        if adres != "/" and not adres.startswith(OPEN_VOOR_IEDEREEN):
            for methode in METHODEN:
                assert antwoord(client, methode, adres) in DICHT, f"{methode} {adres} is open voor iedereen"


@pytest.mark.parametrize("rol", ROLLEN)
def test_elk_antwoord_is_wat_de_tabel_zegt(regio: Regio, rol: str) -> None:
    client = Client() if rol == "niemand" else regio.client(rol)
    werkelijk = {
        (adres, methode): antwoord(client, methode, adres)
        for adres in adressen()
        for methode in METHODEN
        if "uitloggen" not in adres
    }
    if "ADRESSEN_SCHRIJVEN" in os.environ:  # renew the table after a change, and review the difference
        schrijf(rol, werkelijk)
    verwacht = {sleutel: rij[rol] for sleutel, rij in lees().items() if "uitloggen" not in sleutel[0]}
    assert {s: (w, verwacht.get(s)) for s, w in werkelijk.items() if w != verwacht.get(s)} == {}

# SPDX-License-Identifier: EUPL-1.2
"""The API as a whole: its description, its docs page, and one shape for every refusal (NL API Design Rules)."""

import json
import re
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def _schema() -> dict[str, Any]:
    return dict(json.loads(Client().get("/api/v1/openapi.json").content))


def test_de_beschrijving_is_openapi_3_1_en_de_docs_noemen_elke_aanroep() -> None:
    schema = _schema()
    assert schema["openapi"].startswith("3.1")
    pagina = Client().get("/api/v1/docs").content.decode()
    for pad, methoden in schema["paths"].items():
        for methode in methoden:
            assert f"{methode.upper()} {pad}" in pagina


def test_paden_zijn_meervoud_kleine_letters_en_zonder_schuine_streep_aan_het_eind() -> None:
    for pad in _schema()["paths"]:
        assert not pad.endswith("/")
        assert re.fullmatch(r"(/_?([a-z0-9-]+|\{[a-zA-Z_]+\}))+", pad), pad


def test_velden_zijn_camelcase() -> None:
    for naam, vorm in _schema()["components"]["schemas"].items():
        for veld in vorm.get("properties", {}):
            assert "_" not in veld, f"{naam}.{veld}"


@pytest.mark.parametrize(
    "pad", ["signalen", "casussen", "verstrekkingen", "partners", "logboek", "bestaat-niet"]
)
def test_elke_weigering_is_een_probleem_met_status_en_titel(pad: str) -> None:
    antwoord = Client().get(f"/api/v1/{pad}")
    assert antwoord.status_code in (401, 404)
    if pad != "bestaat-niet":
        assert antwoord["Content-Type"] == "application/problem+json"
        assert antwoord.json()["status"] == antwoord.status_code


def test_het_spoor_van_de_vrager_gaat_mee_terug() -> None:
    spoor = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    antwoord = Client().get("/api/v1/openapi.json", HTTP_TRACEPARENT=spoor)
    assert antwoord["traceparent"].split("-")[1] == spoor.split("-")[1]
    assert antwoord["API-Version"] == "1.0.0"

# SPDX-License-Identifier: EUPL-1.2
"""The API of the meldpunt, from outside."""

import json
import secrets
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.regio import Regio

from schakel.kern import klok
from schakel.partner.queries import token_hash
from schakel.toegang.models import Token

ZEGT = {"tekst": "Zes matrassen in de kas.", "gemeente": "lindemeer", "vorm": "arbeid"}


def stuur(pad: str, inhoud: Any, **kop: str) -> Any:
    ruw = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)
    return Client().post(f"/api/v1/{pad}", ruw, content_type="application/json", headers=kop)


def token(regio: Regio, wie: str) -> dict[str, str]:
    waarde = secrets.token_urlsafe(32)
    Token.objects.create(
        gebruiker=regio.gebruiker(wie), bezetting_id=regio.bezettingen[wie].pk, omschrijving="proef",
        hash=token_hash(waarde), verloopt=klok.vandaag() + timedelta(days=1),
    )  # fmt: skip
    return {"Authorization": f"Bearer {waarde}"}


@pytest.mark.rij("MEL-02")
def test_anoniem_melden_geeft_kenmerk_en_code_en_daarmee_het_gesprek(regio: Regio) -> None:
    antwoord = stuur("meldingen", ZEGT | {"indicatoren": {"OM-06": "gezien", "NLA-02": "onbekend"}})
    assert antwoord.status_code == 201
    assert set(antwoord.json()) == {"kenmerk", "ontvangstcode"}
    code = antwoord.json()["ontvangstcode"]
    gelezen = stuur("terugkoppelingen/_lees", {"ontvangstcode": code})
    assert gelezen.status_code == 200
    assert gelezen.json()["kenmerk"] == antwoord.json()["kenmerk"]
    assert {"status", "ontvangenOp", "berichten"} <= set(gelezen.json())
    geantwoord = stuur("terugkoppelingen/_antwoord", {"ontvangstcode": code, "tekst": "Het zijn er nu acht."})
    assert geantwoord.status_code == 201
    assert [b["tekst"] for b in geantwoord.json()["berichten"]] == ["Het zijn er nu acht."]


def test_de_idempotency_key_geeft_dezelfde_melding_ook_de_code(regio: Regio) -> None:
    eerste, tweede = (stuur("meldingen", ZEGT, **{"Idempotency-Key": "sleutel-1"}).json() for _ in range(2))
    assert eerste == tweede
    ander = stuur("meldingen", ZEGT | {"tekst": "Iets anders."}, **{"Idempotency-Key": "sleutel-1"}).json()
    assert ander["kenmerk"] != eerste["kenmerk"]
    reactie = {"ontvangstcode": eerste["ontvangstcode"], "tekst": "Nog iets."}
    for _keer in range(2):
        antwoord = stuur("terugkoppelingen/_antwoord", reactie, **{"Idempotency-Key": "r1"})
    assert len(antwoord.json()["berichten"]) == 1


def test_met_een_token_ziet_het_meldpunt_zijn_lijst_en_een_ander_niet(regio: Regio) -> None:
    stuur("meldingen", ZEGT)
    af, ander = (
        token(regio, "aandachtsfunctionaris@lindemeer"),
        token(regio, "aandachtsfunctionaris@veenburg"),
    )
    rijen = Client().get("/api/v1/meldingen?perPagina=5", headers=af).json()["resultaten"]
    assert [r["gemeente"] for r in rijen] == ["Lindemeer"]
    adres = f"/api/v1/meldingen/{rijen[0]['id']}"
    assert Client().get(adres, headers=af).json()["tekst"] == ZEGT["tekst"]
    assert Client().get(adres, headers=ander).status_code == 404
    assert Client().get("/api/v1/meldingen", headers=ander).json()["resultaten"] == []
    assert Client().get("/api/v1/meldingen").status_code == 401
    assert Client().get("/api/v1/meldingen/geen-id", headers=af).status_code == 404


def test_een_partner_meldt_met_zijn_token_bij_een_ander_meldpunt(regio: Regio) -> None:
    kop = token(regio, "casusdeelnemer@ggd")
    gemaakt = stuur(
        "meldingen", ZEGT | {"aan": "politie", "wijze": "open", "melder": {"naam": "Bos"}}, **kop
    ).json()
    rij = (
        Client()
        .get("/api/v1/meldingen", headers=token(regio, "casusdeelnemer@politie"))
        .json()["resultaten"][0]
    )
    assert rij["kenmerk"] == gemaakt["kenmerk"]
    assert Client().get(f"/api/v1/meldingen/{gemaakt['id']}", headers=kop).status_code == 200


@pytest.mark.parametrize(
    ("inhoud", "veld"),
    [
        ({"tekst": ""}, "tekst"),
        ({"tekst": "x" * 20_001}, "tekst"),
        ({"tekst": 7}, "tekst"),
        ({"tekst": "x", "vorm": "tovenarij"}, "vorm"),
        ({"tekst": "x", "gemeente": "Atlantis"}, "gemeente"),
        ({"tekst": "x", "melder": {"naam": "Jan"}}, "melder"),
        ({"tekst": "x", "indicatoren": {"OM-01": "misschien"}}, "indicatoren"),
    ],
)
def test_een_foute_melding_noemt_het_veld(regio: Regio, inhoud: dict[str, Any], veld: str) -> None:
    antwoord = stuur("meldingen", inhoud)
    assert antwoord.status_code == 400
    assert antwoord["Content-Type"] == "application/problem+json"
    assert any(veld in f["naam"] for f in antwoord.json()["fouten"])


@pytest.mark.parametrize("ruw", ['{"tekst": "\\ud800"}', "geen json", "[]", '{"tekst": "a\\u0000b"}', ""])
def test_kapotte_invoer_geeft_nooit_een_storing(regio: Regio, ruw: str) -> None:
    for pad in ("meldingen", "terugkoppelingen/_lees", "terugkoppelingen/_antwoord"):
        assert stuur(pad, ruw).status_code < 500


def test_onzin_en_een_onbekende_code_krijgen_hetzelfde_antwoord(regio: Regio) -> None:
    antwoorden = [stuur("terugkoppelingen/_lees", {"ontvangstcode": c}) for c in ("1" * 16, "kaas", "")]
    assert {a.status_code for a in antwoorden} == {404}
    assert len({a.content for a in antwoorden}) == 1

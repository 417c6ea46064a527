# SPDX-License-Identifier: EUPL-1.2
"""The API of the room, from outside."""

import json
import secrets
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from schakel.kern import klok
from schakel.partner.queries import token_hash
from schakel.signaal.rules.termijn import uiterlijk
from schakel.toegang.models import Token
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, REGISSEUR, regime


class Mens:
    """A colleague with an API token."""

    def __init__(self, regio: Regio, wie: str) -> None:
        waarde = secrets.token_urlsafe(32)
        Token.objects.create(
            gebruiker=regio.gebruiker(wie),
            bezetting_id=regio.bezettingen[wie].pk,
            omschrijving="proef",
            hash=token_hash(waarde),
            verloopt=klok.vandaag() + timedelta(days=99),
        )
        self.kop = {"Authorization": f"Bearer {waarde}"}

    def haal(self, pad: str) -> Any:
        return Client().get(f"/api/v1/{pad}", headers=self.kop)

    def stuur(self, pad: str, inhoud: Any, **kop: str) -> Any:
        ruw = json.dumps(inhoud)
        return Client().post(f"/api/v1/{pad}", ruw, content_type="application/json", headers=self.kop | kop)


TELEFOON = {"soort": "telefoon", "inhoud": {"telefoon": "06 0047 1129"}}
PERSOON = {"soort": "persoon", "inhoud": {"rol": "verdachte", "voornaam": "Mareck", "achternaam": "Nowak"}}


def test_zonder_token_is_het_antwoord_401(regio: Regio) -> None:
    assert Client().get("/api/v1/signalen").status_code == 401
    assert Client().post("/api/v1/signalen", "{}", content_type="application/json").status_code in (400, 401)


@pytest.mark.rij("SIG-01")
def test_een_signaal_maken_lezen_en_zoeken(regio: Regio) -> None:
    balie, politie = Mens(regio, BALIE), Mens(regio, POLITIE)
    inhoud = {
        "vormen": ["arbeid"],
        "sector": "tuinbouw",
        "omvang": 3,
        "gegevens": [PERSOON, TELEFOON],
        "plaatsen": [
            {"soort": "werving", "gemeente": "Lindemeer"},
            {"soort": "uitbuiting", "buitenland": "Antwerpen"},
        ],
    }
    antwoord = balie.stuur("signalen", inhoud, **{"Idempotency-Key": "a1"})
    assert antwoord.status_code == 201, antwoord.content
    s = antwoord.json()
    assert balie.stuur("signalen", inhoud, **{"Idempotency-Key": "a1"}).json()["id"] == s["id"]
    assert {p["soort"]: p["naam"] for p in s["plaatsen"]} == {
        "werving": "Lindemeer",
        "uitbuiting": "Antwerpen",
    }
    assert [r["kenmerk"] for r in balie.haal("signalen").json()["resultaten"]] == [s["kenmerk"]]
    assert len(balie.haal(f"signalen/{s['id']}").json()["gegevens"]) == 2
    gezocht = balie.stuur("signalen/_zoek", {"woorden": "nowak", "doel": "opsporing"})
    assert [r["id"] for r in gezocht.json()["resultaten"]] == [s["id"]]
    assert politie.haal("signalen").json()["resultaten"] == []
    assert (
        politie.haal(f"signalen/{s['id']}").status_code
        == politie.haal(f"signalen/{uuid4()}").status_code
        == 404
    )
    assert (
        politie.stuur("signalen/_zoek", {"woorden": "nowak", "doel": "opsporing"}).json()["resultaten"] == []
    )


def test_alle_fouten_komen_tegelijk_met_hun_plek(regio: Regio) -> None:
    fout = Mens(regio, BALIE).stuur(
        "signalen",
        {
            "sector": "ruimtevaart",
            "gegevens": [
                {"soort": "telefoon", "inhoud": {}},
                {"soort": "ufo", "inhoud": {}},
                TELEFOON | {"categorie": "zorginhoud"},
            ],
        },
    )
    assert fout.status_code == 400
    assert fout["Content-Type"] == "application/problem+json"
    assert {f["naam"] for f in fout.json()["fouten"]} == {
        "gegevens.0.inhoud",
        "gegevens.1.inhoud",
        "gegevens.2.categorie",
        "sector",
    }


def test_een_raakvlak_toont_alleen_wie_je_belt_en_een_stap_vraagt_de_versie(regio: Regio) -> None:
    regime(regio)
    balie, nla = Mens(regio, BALIE), Mens(regio, INSPECTIE)
    mijn = balie.stuur("signalen", {"gegevens": [TELEFOON]}).json()
    hun = nla.stuur(
        "signalen", {"gegevens": [{"soort": "telefoon", "inhoud": {"telefoon": "+31600471129"}}]}
    ).json()
    [r] = balie.haal(f"signalen/{mijn['id']}/raakvlakken").json()
    assert (r["partner"], r["contact"], r["signaal"], r["zin"]) == ("nla", "Casusdeelnemer", None, "")
    assert [x["partner"] for x in hun["raakvlakken"]] == ["lindemeer"]
    stap = {"naar": "in_veredeling", "reden": "Twee bronnen", "versie": mijn["versie"]}
    assert nla.stuur(f"signalen/{mijn['id']}/stappen", stap).status_code == 404
    assert balie.stuur(f"signalen/{mijn['id']}/stappen", stap).json()["status"] == "in_veredeling"
    assert balie.stuur(f"signalen/{mijn['id']}/stappen", stap | {"naar": "afgesloten"}).status_code == 409
    dicht = stap | {"naar": "afgesloten", "versie": mijn["versie"] + 1}
    assert balie.stuur(f"signalen/{mijn['id']}/stappen", dicht).status_code == 400


@pytest.mark.rij("SIG-02")
def test_een_verzoek_wordt_gesteld_te_laat_en_beantwoord(regio: Regio) -> None:
    balie, politie, regisseur = Mens(regio, BALIE), Mens(regio, POLITIE), Mens(regio, REGISSEUR)
    s = balie.stuur("signalen", {"gegevens": [TELEFOON]}).json()
    vraag = {
        "signaal": s["id"],
        "aan": "politie",
        "vraag": "Bekend?",
        "doel": "opsporing",
        "grondslag": "WGS",
        "termijn": 10,
    }
    v = balie.stuur("informatieverzoeken", vraag, **{"Idempotency-Key": "v1"}).json()
    assert balie.stuur("informatieverzoeken", vraag, **{"Idempotency-Key": "v1"}).json()["id"] == v["id"]
    assert politie.haal("informatieverzoeken").json()["resultaten"][0]["vraag"] == "Bekend?"
    assert regisseur.haal("informatieverzoeken").json()["resultaten"] == []
    with klok.zet(uiterlijk(klok.vandaag(), 10) + timedelta(days=1)):
        [laat] = regisseur.haal("informatieverzoeken").json()["resultaten"]
        assert (laat["teLaat"], laat["vraag"]) == (True, "")
    antwoord = {"status": "niets_gevonden"}
    assert balie.stuur(f"informatieverzoeken/{v['id']}/_beantwoorden", antwoord).status_code == 404
    klaar = politie.stuur(f"informatieverzoeken/{v['id']}/_beantwoorden", antwoord).json()
    assert (klaar["status"], klaar["beantwoordFunctie"]) == ("niets_gevonden", "Casusdeelnemer")
    assert politie.stuur(f"informatieverzoeken/{v['id']}/_beantwoorden", antwoord).status_code == 400


def test_beantwoorden_met_een_verstrekking_volgt_de_regel(regio: Regio) -> None:
    balie, politie = Mens(regio, BALIE), Mens(regio, POLITIE)
    s = balie.stuur("signalen", {"gegevens": [TELEFOON]}).json()
    hun = politie.stuur("signalen", {"gegevens": [PERSOON, TELEFOON]}).json()
    vraag = {
        "signaal": s["id"],
        "aan": "politie",
        "vraag": "Bekend?",
        "doel": "opsporing",
        "grondslag": "WGS",
    }
    v = balie.stuur("informatieverzoeken", vraag).json()
    deel = {
        "status": "beantwoord",
        "signaal": hun["id"],
        "categorieen": ["politie-10"],
        "tot": (klok.vandaag() + timedelta(days=9)).isoformat(),
    }
    nee = politie.stuur(f"informatieverzoeken/{v['id']}/_beantwoorden", deel)
    assert nee.status_code == 403
    assert nee.json()["fouten"]
    assert balie.haal(f"signalen/{hun['id']}").status_code == 404
    ja = politie.stuur(f"informatieverzoeken/{v['id']}/_beantwoorden", deel | {"categorieen": ["object"]})
    assert ja.json()["status"] == "beantwoord"
    assert [g["soort"] for g in balie.haal(f"signalen/{hun['id']}").json()["gegevens"]] == ["telefoon"]

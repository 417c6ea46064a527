# SPDX-License-Identifier: EUPL-1.2
"""The chain from case to evaluation over the API, each partner with its own token."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from schakel.kern import klok
from schakel.toegang.actions import maak_token
from tests.casus.keten import GEMEENTE, NLA, REGIE, maak_signaal
from tests.overleg.zitting import Zitting, maak_zitting
from tests.regio import Regio

API = "/api/v1"


class Beller:
    """`roep(wie, "POST", "/casussen", {...})` → (status, body)."""

    def __init__(self, regio: Regio) -> None:
        self.regio = regio
        self.tokens: dict[str, str] = {}

    def __call__(
        self, wie: str, methode: str, pad: str, inhoud: Any = None, **koppen: str
    ) -> tuple[int, Any]:
        if wie not in self.tokens:
            bezetting = self.regio.bezettingen[wie]
            _token, self.tokens[wie] = maak_token(
                gebruiker=bezetting.gebruiker,
                bezetting_id=bezetting.pk,
                omschrijving="test",
                verloopt=klok.vandaag() + timedelta(days=9),
            )
        antwoord = Client().generic(
            methode,
            f"{API}{pad}",
            data=_json(inhoud),
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.tokens[wie]}", **koppen},
        )
        return antwoord.status_code, antwoord.json()


def _json(inhoud: Any) -> str:
    return json.dumps(inhoud, default=str) if inhoud is not None else ""


@pytest.fixture
def roep(regio: Regio) -> Beller:
    return Beller(regio)


def test_van_signaal_tot_evaluatie(roep: Beller) -> None:
    eigen, van_nla = maak_signaal(roep.regio, REGIE, "Riekens"), maak_signaal(roep.regio, NLA, "Nowak")
    nieuw = {
        "soort": "groep",
        "werktitel": "Zuidweg",
        "reden": "samenloop",
        "gemeenten": ["Lindemeer"],
        "signalen": [str(eigen.pk)],
    }
    status, casus = roep(REGIE, "POST", "/casussen", nieuw, **{"Idempotency-Key": "een"})
    assert status == 201
    assert roep(REGIE, "POST", "/casussen", nieuw, **{"Idempotency-Key": "een"})[1]["id"] == casus["id"]
    pad = f"/casussen/{casus['id']}"
    assert roep(NLA, "GET", pad)[0] == 404
    tot = klok.vandaag() + timedelta(days=60)
    erbij = {
        "partner": "nla",
        "functie": "casusdeelnemer",
        "categorieen": ["object"],
        "tot": tot,
        "motivering": "nodig",
    }
    assert roep(REGIE, "POST", f"{pad}/betrokkenen", erbij)[0] == 201
    assert roep(REGIE, "POST", f"{pad}/betrokkenen", erbij | {"partner": "ggd"})[0] == 422
    assert roep(NLA, "POST", f"{pad}/dossierstukken", {"signaal": str(van_nla.pk)})[0] == 201
    delen = {
        "stuk": str(van_nla.pk),
        "met": ["riec"],
        "categorieen": ["object"],
        "tot": tot,
        "motivering": "nodig",
    }
    assert roep(NLA, "POST", f"{pad}/verstrekkingen", delen)[0] == 201
    dossier = roep(REGIE, "GET", pad)[1]["dossier"]
    assert [len(s["feiten"]) for s in dossier] == [3, 1]

    versie = _stappen(roep, pad, ["dossiervorming", "compleet", "weging"])
    voorstel = {
        "soort": "arbeidscontrole",
        "uitvoerder": "nla",
        "doel": "zicht",
        "effectSlachtoffer": "hulp staat klaar",
    }
    status, interventie = roep(NLA, "POST", f"{pad}/interventies", voorstel)
    assert status == 201
    van = f"{pad}/interventies/{interventie['id']}"
    assert roep(REGIE, "POST", f"{van}/_vaststellen", {"versie": 1})[0] == 422
    weging = {
        "soort": "gezamenlijk",
        "feitenOp": klok.vandaag(),
        "uitkomst": "oppakken",
        "motivering": "ernst",
        "criteria": {"ernst": "hoog"},
    }
    assert roep(NLA, "POST", f"{pad}/wegingen", weging)[0] == 404
    assert roep(REGIE, "POST", f"{pad}/wegingen", weging)[0] == 201
    assert roep(REGIE, "POST", f"{van}/_vaststellen", {"versie": 1})[1]["status"] == "vastgesteld"
    assert roep(REGIE, "POST", f"{van}/_aanvaarden", {"versie": 2})[0] == 404
    assert roep(NLA, "POST", f"{van}/_aanvaarden", {"versie": 2})[1]["status"] == "aanvaard"
    assert roep(NLA, "POST", f"{van}/_resultaat", {"versie": 2, "tekst": "te laat"})[0] == 409
    assert (
        roep(NLA, "POST", f"{van}/_resultaat", {"versie": 3, "tekst": "gedaan"})[1]["resultaat"] == "gedaan"
    )
    _stappen(roep, pad, ["toewijzing", "uitvoering", "evaluatie"], versie)
    evaluatie = {"doelBereikt": "ja", "resultaat": "gestopt", "uitkomstMelder": "opgepakt"}
    assert roep(REGIE, "POST", f"{pad}/evaluaties", evaluatie)[0] == 201
    sluit = {"naar": "afgesloten", "reden": "klaar", "sluitreden": "doel-bereikt", "versie": versie + 3}
    status, kop = roep(REGIE, "POST", f"{pad}/stappen", sluit)
    assert (status, kop["afgeslotenReden"]) == (201, "doel-bereikt")


def _stappen(roep: Beller, pad: str, namen: list[str], versie: int = 1) -> int:
    for naar in namen:
        status, kop = roep(
            REGIE, "POST", f"{pad}/stappen", {"naar": naar, "reden": "volgende", "versie": versie}
        )
        assert status == 201, kop
        versie = kop["versie"]
    return versie


def test_alle_fouten_tegelijk_en_geen_spoor_van_wat_niet_mag(roep: Beller) -> None:
    van_nla = maak_signaal(roep.regio, NLA, "Nowak")
    nieuw = {
        "soort": "groep",
        "werktitel": "W",
        "reden": "r",
        "gemeenten": ["Nergens"],
        "signalen": [str(van_nla.pk)],
    }
    status, fout = roep(REGIE, "POST", "/casussen", nieuw)
    assert status == 400
    assert {f["naam"] for f in fout["fouten"]} == {"gemeenten", "signalen"}
    assert roep(NLA, "POST", "/casussen", {"soort": "groep", "werktitel": "W", "reden": "r"})[0] == 404
    assert roep(REGIE, "GET", "/casussen/geen-id")[0] == 404


def test_een_overleg_over_de_api(roep: Beller) -> None:
    zitting: Zitting = maak_zitting(roep.regio)
    orgaan = {
        "orgaan": str(zitting.overleg.orgaan_id),
        "tijdstip": "2027-03-03T10:00:00+01:00",
        "plaats": "Zaal 2",
    }
    status, overleg = roep(REGIE, "POST", "/overleggen", orgaan)
    assert status == 201
    assert roep(NLA, "POST", "/overleggen", orgaan)[0] == 404
    pad = f"/overleggen/{overleg['id']}"
    status, punt = roep(
        REGIE, "POST", f"{pad}/agendapunten", {"casus": str(zitting.keten.casus_id), "deel": 2}
    )
    assert status == 201
    assert [p["nummer"] for p in roep(NLA, "GET", f"{pad}/agendapunten")[1]] == [1]
    assert roep(GEMEENTE, "GET", f"{pad}/agendapunten")[1] == []
    besluit = {
        "agendapunt": punt["id"],
        "tekst": "Oppakken",
        "reden": "ernst",
        "acties": [{"partner": "nla", "omschrijving": "Plan"}],
    }
    assert roep(REGIE, "POST", f"{pad}/besluiten", besluit)[0] == 422
    assert roep(REGIE, "POST", f"{pad}/_status", {"naar": "bezig", "versie": 1})[0] == 200
    status, vast = roep(REGIE, "POST", f"{pad}/besluiten", besluit)
    assert status == 201
    erbij = {"besluit": vast["id"], "partner": "lindemeer", "omschrijving": "Bel de verhuurder"}
    status, actie = roep(REGIE, "POST", f"{pad}/acties", erbij)
    assert status == 201
    assert [a["omschrijving"] for a in roep(GEMEENTE, "GET", f"{pad}/acties")[1]] == ["Bel de verhuurder"]
    assert roep(GEMEENTE, "GET", f"{pad}/besluiten")[1] == []
    rond = {"resultaat": "gebeld", "versie": 1}
    assert roep(NLA, "POST", f"{pad}/acties/{actie['id']}/_afronden", rond)[0] == 404
    assert roep(GEMEENTE, "POST", f"{pad}/acties/{actie['id']}/_afronden", rond)[1]["status"] == "gedaan"

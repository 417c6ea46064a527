# SPDX-License-Identifier: EUPL-1.2
"""Coming in: nothing without a login, a second factor where it is due, and nothing typed is lost."""

import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.sessions.models import Session
from django.test import Client
from tests.regio import Regio

from schakel.kern import klok
from schakel.kern.instellingen import instellingen
from schakel.partner.actions import bezet
from schakel.toegang.actions import maak_gebruiker, maak_token, trek_token_in
from schakel.toegang.models import Token

WACHTWOORD = "een-lang-genoeg-wachtwoord"


@pytest.fixture
def iemand(regio: Regio) -> Any:
    """A person with a password who is aandachtsfunctionaris of Lindemeer."""
    gebruiker = maak_gebruiker(
        inlognaam="iemand@lindemeer.rijndal.test", naam="Ietje Mand", wachtwoord=WACHTWOORD
    )
    bezet(partner=regio.partner("lindemeer"), rol="aandachtsfunctionaris", gebruiker=gebruiker)
    return gebruiker


def _log_in(client: Client, **meer: str) -> Any:
    return client.post(
        "/inloggen", {"login": "iemand@lindemeer.rijndal.test", "password": WACHTWOORD, **meer}, follow=True
    )


def test_zonder_inlog_leidt_elke_pagina_naar_het_inloggen(regio: Regio) -> None:
    antwoord = Client().get("/logboek")
    assert antwoord.status_code == 302
    assert antwoord["Location"] == "/inloggen?next=%2Flogboek"


def test_met_het_goede_wachtwoord_kom_je_binnen_en_met_een_fout_niet(iemand: Any) -> None:
    client = Client()
    fout = client.post("/inloggen", {"login": iemand.inlognaam, "password": "verkeerd-wachtwoord"})
    assert fout.status_code == 200
    assert "_auth_user_id" not in client.session
    assert "Ietje Mand" in _log_in(client).content.decode()


def test_een_verlopen_sessie_midden_in_een_formulier_verliest_niets(iemand: Any) -> None:
    client = Client()
    _log_in(client)
    client.session.flush()
    tekst = "Lange tekst met emoji 🚜 en aanhalingstekens \" ' <b>"
    antwoord = client.post("/functie", {"bezetting": tekst, "password": "geheim"})
    assert antwoord.status_code == 302
    assert antwoord["Location"] == "/inloggen?next=%2Fbewaard"
    pagina = _log_in(client, next="/bewaard").content.decode()
    assert "Je tekst is bewaard" in pagina
    assert "🚜" in pagina
    assert 'action="/functie"' in pagina
    assert "geheim" not in pagina
    assert client.get("/bewaard").status_code == 302, "een concept wordt één keer getoond"


def test_een_ander_opent_het_concept_niet(iemand: Any) -> None:
    client = Client()
    client.post("/functie", {"bezetting": "van mij alleen"})
    assert "van mij alleen" not in _log_in(Client(), next="/bewaard").content.decode()


def test_met_een_tweede_factor_is_het_wachtwoord_alleen_niet_genoeg(iemand: Any) -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    geheim = generate_totp_secret()
    TOTP.activate(iemand, geheim)
    assert geheim not in str(Authenticator.objects.get().data), "het geheim staat versleuteld in de database"
    client = Client()
    pagina = _log_in(client)
    assert pagina.redirect_chain[-1][0].startswith("/inloggen/tweede-factor")
    assert "_auth_user_id" not in client.session
    code = format_hotp_value(hotp_value(geheim, next(iter(yield_hotp_counters_from_time()))))
    assert (
        "Ietje Mand" in client.post("/inloggen/tweede-factor", {"code": code}, follow=True).content.decode()
    )


def test_wie_nog_geen_tweede_factor_heeft_stelt_hem_eerst_in(
    iemand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instellingen(), "mfa_verplicht", True)
    client = Client()
    _log_in(client)
    assert client.get("/functie").status_code == 200
    assert client.get("/logboek")["Location"] == "/toegang/tweede-factor"


def test_een_token_werkt_voor_een_functie_tot_het_wordt_ingetrokken(regio: Regio) -> None:
    naam = "privacyfunctionaris@lindemeer"
    token, tekst = maak_token(
        gebruiker=regio.gebruiker(naam), bezetting_id=regio.bezettingen[naam].pk, omschrijving="proef",
        verloopt=klok.vandaag() + timedelta(days=1),
    )  # fmt: skip
    kop = {"HTTP_AUTHORIZATION": f"Bearer {tekst}"}
    assert Client().get("/api/v1/logboek", **kop).status_code == 200
    assert Client().get("/api/v1/logboek").status_code == 401
    assert tekst not in str(bytes(Token.objects.get().hash))
    with klok.zet(klok.vandaag() + timedelta(days=2)):
        assert Client().get("/api/v1/logboek", **kop).status_code == 401
    trek_token_in(token=token)
    assert Client().get("/api/v1/logboek", **kop).status_code == 401


def test_de_sessies_zijn_te_zien_en_de_andere_te_beeindigen(iemand: Any) -> None:
    hier, elders = Client(), Client()
    _log_in(hier)
    _log_in(elders)
    assert elders.get("/functie").status_code == 200
    assert hier.get("/toegang/sessies").status_code == 200
    hier.post("/toegang/sessies")
    assert elders.get("/functie").status_code == 302
    assert hier.get("/functie").status_code == 200


def test_een_zware_handeling_vraagt_opnieuw_wie_je_bent(regio: Regio) -> None:
    client = regio.client("privacyfunctionaris@lindemeer")
    assert client.get("/toegang")["Location"].startswith("/inloggen/bevestigen")


def test_wie_uit_functie_is_ziet_bij_het_volgende_verzoek_niets_meer(iemand: Any) -> None:
    client = Client()
    _log_in(client)
    assert "aandachtsfunctionaris" in client.get("/functie").content.decode().lower()
    bezetting = iemand.bezettingen.get()
    bezetting.tot = klok.vandaag() - timedelta(days=1)
    bezetting.save()
    assert "Je hebt nu geen functie" in client.get("/functie").content.decode()


def test_lezen_schrijft_hoogstens_eens_per_minuut_in_de_sessie_en_verlengt_haar_wel(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = regio.client("ketenregisseur@riec")
    nu = time.time()
    verlopen: list[datetime] = []
    for na in (0, 30, 61):
        monkeypatch.setattr("schakel.toegang.poort.time.time", lambda na=na: nu + na)
        client.get("/")
        verlopen.append(Session.objects.get(pk=client.cookies["schakel_sessie"].value).expire_date)
    assert verlopen[0] == verlopen[1] < verlopen[2]

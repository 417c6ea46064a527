# SPDX-License-Identifier: EUPL-1.2
"""The public pages, from outside: no account, no script, no trace of who reported."""

import re
from html import unescape
from typing import Any
from unicodedata import normalize

import pytest
from django.test import Client
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.melding import actions, queries
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Bericht, Emmer, Melding

ZEGT = {"tekst": "Steeds andere vrouwen aan de balie, steeds dezelfde man.", "sleutel": "een-venster"}


def verstuur(client: Client, **velden: Any) -> Any:
    return client.post("/melden", ZEGT | velden)


def kaart(client: Client, antwoord: Any) -> tuple[str, str]:
    """(code, kenmerk) of the receipt card that the answer leads to."""
    assert antwoord.status_code == 303, antwoord.content.decode()[:3000]
    tekst = client.get(antwoord["Location"]).content.decode()
    code = re.search(r'ontvangstcode">([\d ]+)<', tekst)
    kenmerk = re.search(r"MEL-\d{4}-\d{5}", tekst)
    assert code
    assert kenmerk
    return code.group(1), kenmerk.group()


def open_gesprek(client: Client, code: str, **velden: str) -> Any:
    return client.post("/melden/terug", {"code": code, **velden})


def zegel(antwoord: Any) -> str:
    gevonden = re.search(r'name="sleutel" value="([^"]+)"', antwoord.content.decode())
    assert gevonden
    return gevonden.group(1)


@pytest.mark.rij("MEL-02")
def test_een_verpleegkundige_meldt_anoniem_een_niet_pluisgevoel_en_leest_later_de_terugkoppeling(
    regio: Regio,
) -> None:
    buiten = Client()
    gemeente = str(regio.gemeenten["lindemeer"].pk)
    antwoord = verstuur(buiten, zekerheid="niet_pluis", gemeente=gemeente, wijze="anoniem")
    code, kenmerk = kaart(buiten, antwoord)
    door = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(door):
        melding = queries.lijst(door=door).get()
        assert (melding.kenmerk, melding.zekerheid, melding.wijze) == (kenmerk, "niet_pluis", "anoniem")
        assert (melding.melder, melding.afzender_id) == ({}, None)
        actions.neem_op(door=door, melding=melding)
        actions.koppel_terug(
            door=door, melding=melding, uitkomst="opgepakt", toelichting="Dank voor uw oplettendheid."
        )
    pagina = open_gesprek(Client(), code).content.decode()
    assert "Uw melding is opgepakt." in pagina
    assert "Dank voor uw oplettendheid." in pagina


def test_de_kaart_werkt_een_keer_en_de_code_staat_in_geen_adres(regio: Regio) -> None:
    buiten = Client()
    antwoord = verstuur(buiten)
    code, _ = kaart(buiten, antwoord)
    nogmaals = buiten.get(antwoord["Location"])
    assert nogmaals.status_code == 410
    assert code not in nogmaals.content.decode()
    assert buiten.get("/melden/ontvangen?kaart=verzonnen").status_code == 410
    assert "no-store" in nogmaals["Cache-Control"]


def test_twee_keer_versturen_geeft_een_melding_en_dezelfde_code(regio: Regio) -> None:
    buiten = Client()
    assert kaart(buiten, verstuur(buiten)) == kaart(buiten, verstuur(buiten))
    anders = kaart(buiten, verstuur(buiten, tekst="Na ‘terug’ heb ik er iets bij geschreven."))
    assert anders != kaart(buiten, verstuur(buiten))


def test_een_verkeerde_code_en_onzin_krijgen_hetzelfde_antwoord(regio: Regio) -> None:
    def foutregel(code: str) -> list[str]:
        antwoord = open_gesprek(Client(), code)
        assert antwoord.status_code == 200
        return re.findall(r"Deze code kennen wij niet[^<]*", antwoord.content.decode())

    assert foutregel("1234 5678 9012 3456") == foutregel("kaas") == foutregel("é" * 70)
    assert foutregel("kaas")


def test_te_veel_verkeerde_codes_remt_iedereen_en_houdt_niemand_bij(regio: Regio, monkeypatch: Any) -> None:
    monkeypatch.setattr(meldpunt(), "foute_codes", 3)
    code, _ = kaart(Client(), verstuur(Client()))
    for _poging in range(3):
        assert open_gesprek(Client(), "0000000000000000").status_code == 200
    assert open_gesprek(Client(), "0000000000000000").status_code == 429
    geremd = open_gesprek(Client(), code, tekst="Mijn lange bericht")
    assert geremd.status_code == 429
    assert "Mijn lange bericht" in geremd.content.decode()
    assert verstuur(Client(), tekst="Melden kan altijd.").status_code == 303
    Emmer.objects.update(op=Emmer.objects.get().op.replace(year=2020))
    assert "Uw bericht" in open_gesprek(Client(), code).content.decode()


def test_het_gesprek_gaat_heen_en_weer_en_een_bericht_staat_er_een_keer(regio: Regio) -> None:
    buiten = Client()
    code, _ = kaart(buiten, verstuur(buiten))
    gesprek = open_gesprek(buiten, code)
    velden = {
        "sleutel": zegel(gesprek),
        "tekst": "Het gebeurt elke dinsdag.",
        "id": "0193a000-0000-7000-8000-000000000001",
    }
    for _keer in range(2):
        antwoord = buiten.post("/melden/terug", velden)
        assert antwoord.content.decode().count("Het gebeurt elke dinsdag.") == 1
    door = regio.actor("ketenregisseur@riec")
    with als(door):
        melding = queries.lijst(door=door).get()
        assert [b.tekst for b in Bericht.objects.all()] == ["Het gebeurt elke dinsdag."]
        actions.antwoord(door=door, melding=melding, tekst="Hoe laat ongeveer?")
    assert "Hoe laat ongeveer?" in open_gesprek(buiten, code).content.decode()


def test_een_verlopen_gesprek_bewaart_het_bericht(regio: Regio) -> None:
    antwoord = Client().post("/melden/terug", {"sleutel": "verlopen", "tekst": "Niet kwijtraken a.u.b."})
    assert "Niet kwijtraken a.u.b." in antwoord.content.decode()


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"tekst": ""}, "Een paar woorden is genoeg"),
        ({"tekst": "x" * 10_000_000}, "Deze tekst is te lang"),
        ({"naam": "N" * 201, "wijze": "open"}, "Deze tekst is te lang"),
        ({"wijze": "open"}, "kies ‘anoniem’"),
        ({"naam": "Sanne", "wijze": "anoniem"}, "Maak die velden leeg"),
        ({"gemeente": "Atlantis"}, "Kies er een uit de lijst"),
        ({"vorm": "tovenarij"}, "vorm"),
    ],
)
def test_verkeerde_invoer_zegt_wat_te_doen_en_bewaart_alles(
    regio: Regio, velden: dict[str, str], fout: str
) -> None:
    antwoord = verstuur(Client(), **{"waar": "Achter de kas 🌷"} | velden)
    assert antwoord.status_code == 200
    pagina = unescape(antwoord.content.decode())
    assert fout in pagina
    assert "Achter de kas 🌷" in pagina
    assert (velden.get("tekst") or ZEGT["tekst"])[:100] in pagina or velden.get("tekst") == ""


@pytest.mark.parametrize(
    "tekst", ["🌷" * 5000, "N" * 200, "عندي خوف", normalize("NFD", "Şükrü"), "a\x00b", "‮omgekeerd"]
)
def test_vreemde_tekst_komt_heel_over(regio: Regio, tekst: str) -> None:
    assert verstuur(Client(), tekst=tekst, naam=tekst[:200], wijze="open").status_code == 303
    door = regio.actor("ketenregisseur@riec")
    with als(door):
        assert Melding.objects.get().tekst == tekst.replace("\x00", "")


def test_zonder_meldpunt_zegt_de_pagina_dat_er_niets_is_opgeslagen(db: None) -> None:
    pagina = verstuur(Client()).content.decode()
    assert "nog niet opgeslagen" in pagina
    assert "dezelfde man" in pagina


def test_wie_is_ingelogd_meldt_op_de_open_pagina_ook_zonder_naam(regio: Regio) -> None:
    collega = regio.client("casusdeelnemer@ggd")
    kaart(collega, verstuur(collega))
    door = regio.actor("ketenregisseur@riec")
    with als(door):
        melding = Melding.objects.get()
        assert (melding.afzender_id, melding.melder, melding.kanaal) == (None, {}, "web")


def test_acuut_gevaar_geeft_112_en_een_dringende_regel_voor_wie_dienst_heeft(regio: Regio) -> None:
    buiten = Client()
    antwoord = verstuur(buiten, acuut="on", gemeente=str(regio.gemeenten["lindemeer"].pk))
    assert "Bel 112" in buiten.get(antwoord["Location"]).content.decode()
    werk = regio.client("aandachtsfunctionaris@lindemeer").get("/").content.decode()
    assert "Acuut" in werk
    assert "Acuut" not in regio.client("aandachtsfunctionaris@veenburg").get("/").content.decode()


@pytest.mark.rij("MEL-05")
def test_advies_zonder_naam_telt_als_advies_en_wordt_later_een_melding(regio: Regio) -> None:
    buiten = Client()
    code, _ = kaart(buiten, verstuur(buiten, soort="advies"))
    door = regio.actor("ketenregisseur@riec")
    with als(door):
        vraag = queries.lijst(door=door).get()
        actions.antwoord(door=door, melding=vraag, tekst="Bel gerust.")
        actions.doe_af(door=door, melding=vraag, reden="advies")
        assert ("Advies gegeven", 1) in queries.cijfers(door=door).per_afdoening
        assert vraag.melder == {}
    formulier = buiten.post("/melden/terug", {"sleutel": zegel(open_gesprek(buiten, code)), "stap": "melden"})
    assert "dezelfde man" in formulier.content.decode()
    kaart(buiten, verstuur(buiten, soort="melding", sleutel="nieuw"))
    with als(door):
        assert sorted(queries.lijst(door=door).values_list("soort", flat=True)) == ["advies", "melding"]

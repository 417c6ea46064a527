# SPDX-License-Identifier: EUPL-1.2
"""The public pages in the languages of people at risk: whole, honest about an unchecked text, and without a trace."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client
from django.utils import translation
from tests.kern.test_vertalingen import INVULPLEK
from tests.melding.test_publiek import kaart, verstuur, zegel
from tests.regio import Regio
from tools import vertalingen

from schakel.kern import taal as talen

NOG_NIET = "Deze vertaling is nog niet door een vertaler nagekeken."
KOPPEN = {
    "pl": "Czy myślisz, że ktoś jest wykorzystywany?",
    "ro": "Credeți că cineva este exploatat?",
    "bg": "Мислите ли, че някой е експлоатиран?",
    "ar": "هل تظن أن شخصًا ما يتعرض للاستغلال؟",
}


@pytest.fixture(autouse=True)
def _terug_naar_nederlands() -> Iterator[None]:
    yield
    translation.deactivate()


def bladzijde(client: Client, pad: str = "/melden", **kop: str) -> str:
    return unescape(client.get(pad, **kop).content.decode())  # type: ignore[arg-type]  # headers


@pytest.mark.parametrize("taal", vertalingen.PUBLIEKE_TALEN)
def test_elke_taal_heeft_alle_teksten_met_dezelfde_invulplekken(taal: str) -> None:
    po = vertalingen.catalogus(taal)
    for zin in vertalingen.lees(po.read_text())[1:]:
        bronnen = (zin.bron, *[zin.meervoud] * (len(zin.vertaald) - 1))
        for bron, vertaald in zip(bronnen, zin.vertaald, strict=True):
            assert vertaald, bron
            assert sorted(INVULPLEK.findall(bron)) == sorted(INVULPLEK.findall(vertaald)), bron
    assert po.with_suffix(".mo").read_bytes() == vertalingen.compileer(po.read_text())


@pytest.mark.parametrize("taal", vertalingen.PUBLIEKE_TALEN)
def test_de_meldpagina_spreekt_de_taal_van_de_bezoeker_en_zegt_eerlijk_wat_nog_niet_is_nagekeken(
    regio: Regio, taal: str
) -> None:
    for pagina in (
        bladzijde(Client(), f"/melden?taal={taal}"),
        bladzijde(Client(), HTTP_ACCEPT_LANGUAGE=f"{taal};q=0.9,en;q=0.5"),
    ):
        assert f'<html lang="{taal}"' in pagina
        assert ('dir="rtl"' in pagina[:400]) == (taal == "ar")
        assert KOPPEN[taal] in pagina
        assert pagina.count(NOG_NIET) == 1, "in het Nederlands erbij"
        with translation.override(taal):
            eigen = translation.gettext(f"{NOG_NIET} Er kunnen fouten in staan.")
        assert eigen in pagina
        assert eigen != NOG_NIET


def test_nederlands_en_engels_hebben_geen_voorbehoud_en_een_onbekende_taal_wordt_nederlands(
    regio: Regio,
) -> None:
    for taal in ("nl", "en"):
        pagina = bladzijde(Client(), f"/melden?taal={taal}")
        assert f'<html lang="{taal}"' in pagina
        assert NOG_NIET not in pagina
    assert '<html lang="nl"' in bladzijde(Client(), "/melden?taal=xx")
    assert '<html lang="nl"' in bladzijde(Client(), HTTP_ACCEPT_LANGUAGE="tlh, *;q=0.1")


def test_een_vertaler_die_alles_nakeek_haalt_het_voorbehoud_weg() -> None:
    kop = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    zin = 'msgid "U"\nmsgstr "Ty"\n'
    merk = talen.TE_DOEN.encode()
    assert merk + b": 1\n" in vertalingen.compileer(f"{kop}#, fuzzy\n{zin}")
    assert merk not in vertalingen.compileer(kop + zin)


def test_in_het_arabisch_melden_antwoord_lezen_en_de_code_blijft_van_links_naar_rechts(regio: Regio) -> None:
    buiten = Client()
    buiten.post("/taal", {"taal": "ar", "terug": "/melden"})
    antwoord = verstuur(buiten, tekst="أنا خائفة")
    ontvangen = buiten.get(antwoord["Location"]).content.decode()
    assert "تم استلام بلاغك" in ontvangen
    assert '<p dir="ltr" class="ontvangstcode">' in ontvangen
    code, _ = kaart(buiten, verstuur(buiten, tekst="أنا خائفة جدا"))
    gesprek = buiten.post("/melden/terug", {"code": code})
    assert "قيد المعالجة" in gesprek.content.decode() or "تم الاستلام" in gesprek.content.decode()
    verder = buiten.post("/melden/terug", {"sleutel": zegel(gesprek), "tekst": "عندي سؤال"}).content.decode()
    assert '<p dir="auto">عندي سؤال</p>' in verder
    fout = buiten.post("/melden", {"tekst": ""}).content.decode()
    assert "تكفي بضع كلمات" in fout


def test_de_taalkeuze_laat_alleen_een_taal_achter(regio: Regio) -> None:
    buiten = Client()
    pagina = bladzijde(buiten)
    namen = re.findall(r'name="taal" value="(\w+)" lang="\1">([^<]+)<', pagina)
    assert dict(namen) | {"nl": "Nederlands"} == talen.TALEN
    assert buiten.post("/taal", {"taal": "ro", "terug": "/melden"})["Location"] == "/melden"
    koekje = buiten.cookies["django_language"]
    assert (koekje.value, koekje["max-age"], koekje["expires"]) == ("ro", "", "")
    assert set(buiten.cookies) == {"django_language", "schakel_formulier"}
    assert '<html lang="ro"' in bladzijde(buiten, "/melden/terug")
    assert '<html lang="ro"' in bladzijde(buiten, "/privacy")


def test_collega_s_houden_nederlands_of_engels(regio: Regio) -> None:
    client = regio.client("aandachtsfunctionaris@lindemeer")
    client.post("/taal", {"taal": "pl", "terug": "/melden"})
    assert '<html lang="pl"' in bladzijde(client)
    for pad in ("/meldingen", "/", "/privacy"):
        assert '<html lang="nl"' in bladzijde(client, pad)

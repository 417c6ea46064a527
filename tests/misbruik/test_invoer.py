# SPDX-License-Identifier: EUPL-1.2
"""Bad input on every form and every API address that there is: never a 5xx, and what was typed comes back.

The forms are found by walking: every page that a function can open, every form on it. Nothing is listed by hand.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from schakel.api import api
from schakel.convenant.rules import Categorie
from schakel.partner.queries import token_hash
from schakel.toegang.models import Token
from tests.casus.keten import NLA, REGIE, Keten, maak_keten
from tests.huis import Formulier, formulieren
from tests.regio import Regio

FUNCTIES = (
    REGIE, NLA, "aandachtsfunctionaris@lindemeer", "privacyfunctionaris@lindemeer", "functioneel_beheerder@lindemeer",
    "regiocoordinator@haven", "stuurgroeplid@riec", "toezichthouder@nla", "",
)  # fmt: skip
HERKENBAAR = 'Getypte tekst 🚜 é "aanhaling" <b>haakjes</b> & meer'
ROMMEL: dict[str, str] = {
    "leeg": "",
    "emoji": HERKENBAAR,
    "nul": f"voor\x00na {HERKENBAAR}",
    "lang": "n" * 200 + "🧑",
    "heel lang": "Ik zag iets. " * 4_000,
    "getal": "-99999999999999999999",
    "datum": "31-02-2026",
    "breuk": "1e309",
    "sql": "' OR 1=1; --",
    "id": "00000000-0000-0000-0000-000000000000",
    "schrijfrichting": "\u202eomgekeerd\u200b\ufeff\ud7ff",
}
NIET_VERSTUREN = ("/uitloggen", "/inloggen/aanbieder")
GENOEG_BLADZIJDEN = 60


@pytest.fixture
def keten(regio: Regio) -> Keten:
    """A case, signals, a melding and something shared: enough for every room to have a page with a form."""
    gemeente = str(regio.gemeenten["lindemeer"].pk)
    assert Client().post("/melden", {"tekst": "Proef", "gemeente": gemeente}).status_code == 303
    keten = maak_keten(regio)
    keten.deel_signaal(NLA, "politie", Categorie.OBJECT)
    keten.stel_voor()
    return keten


def _vaste_adressen(patronen: Any = None, begin: str = "/") -> Iterator[str]:
    """Every page address without an id in it, from the URL table itself."""
    for patroon in get_resolver().url_patterns if patronen is None else patronen:
        deel = begin + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            if not deel.startswith("/api"):
                yield from _vaste_adressen(patroon.url_patterns, deel)
        elif isinstance(patroon, URLPattern) and "<" not in deel:
            yield deel


def _vorm(adres: str) -> str:
    """The kind of an address: what is left without its ids and its question."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "*", adres.partition("?")[0])


def _wandel(client: Client) -> Iterator[tuple[str, str]]:
    """(address, page) of everything that can be opened, by the links on the pages; one of each kind of address."""
    open_, gezien = list(_vaste_adressen()), set()
    while open_ and len(gezien) < GENOEG_BLADZIJDEN:
        adres = open_.pop(0)
        vorm = _vorm(adres)
        if vorm in gezien or adres.startswith(NIET_VERSTUREN):
            continue
        gezien.add(vorm)
        antwoord = client.get(adres)
        assert antwoord.status_code < 500, adres
        if antwoord.status_code == 200 and antwoord.get("Content-Type", "").startswith("text/html"):
            pagina = antwoord.content.decode()
            open_ += [
                unescape(a) for a in re.findall(r'href="(/[^"#]*)"', pagina) if not a.startswith("/static/")
            ]
            yield adres, pagina


def _klant(regio: Regio, wie: str) -> Client:
    return regio.client(wie, raise_request_exception=False) if wie else Client(raise_request_exception=False)


def _vul(formulier: Formulier, rommel: str) -> dict[str, str]:
    """Everything that a person could type gets the garbage; the rest too, as a broken browser would send it."""
    return {naam: rommel for naam in formulier.namen if naam != "csrfmiddlewaretoken"}


@pytest.mark.misbruik
@pytest.mark.parametrize("wie", FUNCTIES)
def test_geen_formulier_valt_om_van_rommel(keten: Keten, wie: str) -> None:
    client, fouten, aantal, gezien = _klant(keten.regio, wie), [], 0, set()
    paginas = list(_wandel(client))
    for adres, pagina in paginas:
        for formulier in formulieren(pagina):
            doel = formulier.doel or adres
            soort_formulier = (_vorm(doel), *formulier.namen)
            if formulier.methode != "post" or doel.startswith(NIET_VERSTUREN) or soort_formulier in gezien:
                continue
            gezien.add(soort_formulier)
            for naam, rommel in ROMMEL.items():
                for velden in (_vul(formulier, rommel), formulier.velden | _getypt(formulier, rommel)):
                    antwoord = client.post(doel, velden)
                    aantal += 1
                    if antwoord.status_code >= 500:
                        fouten.append(f"{doel} ({naam}): {antwoord.status_code}")
            for lijf, soort in LIJVEN:
                antwoord = client.generic("POST", doel, lijf, content_type=soort)
                aantal += 1
                if antwoord.status_code >= 500:
                    fouten.append(f"{doel} ({soort}): {antwoord.status_code}")
    geteld = f"{len(paginas)} pagina's, {len(gezien)} formulieren, {aantal} keer rommel"
    print(f"\n{wie or 'publiek'}: {geteld} verstuurd, {len(fouten)} keer 5xx")
    assert fouten == []


def _getypt(formulier: Formulier, rommel: str) -> dict[str, str]:
    """Only what can be typed freely: text fields without a value of their own."""
    return {naam: rommel for naam, waarde in formulier.velden.items() if waarde == ""}


LIJVEN = (
    (b"tekst=\xff\xfe\xe9&naam=\xe9\xe8", "application/x-www-form-urlencoded"),
    (b"tekst=%FF%FE&stap=%00&versie=%E9", "application/x-www-form-urlencoded; charset=latin-1"),
    (b"tekst=x", "application/x-www-form-urlencoded; charset=bestaat-niet"),
    (b"{]", "application/json"),
    (b"--x\r\ngeen meerdelig bericht", "multipart/form-data; boundary=x"),
    (b"", "multipart/form-data"),
    (b"&".join(b"v%d=1" % nr for nr in range(3_000)), "application/x-www-form-urlencoded"),
)


# --- what was typed comes back ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst", [HERKENBAAR, f"{HERKENBAAR}\nregel twee", "é" * 200], ids=["tekens", "regels", "200"]
)
def test_wat_op_de_meldpagina_is_getypt_komt_terug_als_er_iets_niet_klopt(regio: Regio, tekst: str) -> None:
    velden = {
        "tekst": tekst,
        "waar": HERKENBAAR,
        "naam": tekst[:150],
        "wijze": "anoniem",
        "gemeente": "geen gemeente",
    }
    antwoord = Client().post("/melden", velden)
    terug = formulieren(antwoord.content.decode())[-1].velden
    assert terug["tekst"].replace("\r\n", "\n") == tekst
    assert terug["waar"] == HERKENBAAR
    assert "Deze gemeente staat niet in de lijst" in unescape(antwoord.content.decode())


def test_een_plaksel_van_tien_megabyte_geeft_uitleg_en_geen_storing(regio: Regio) -> None:
    tekst = "Ik heb alles gekopieerd. " * 400_000
    antwoord = Client(raise_request_exception=False).post("/melden", {"tekst": tekst})
    assert antwoord.status_code == 200
    pagina = antwoord.content.decode()
    assert "Deze tekst is te lang: hooguit 20000 tekens" in pagina.replace(".000", "000")
    assert formulieren(pagina)[-1].velden["tekst"].startswith(tekst[:1000])
    te_groot = Client(raise_request_exception=False).post("/melden", {"tekst": "x" * 13_000_000})
    assert te_groot.status_code == 413
    assert "Maak de tekst of het bestand kleiner" in te_groot.content.decode()


@pytest.mark.parametrize(("lijf", "soort"), LIJVEN)
def test_onleesbare_verzoeken_aan_de_meldpagina_krijgen_een_gewone_bladzijde(
    regio: Regio, lijf: bytes, soort: str
) -> None:
    antwoord = Client(raise_request_exception=False).generic("POST", "/melden", lijf, content_type=soort)
    assert antwoord.status_code == 303 or (antwoord.status_code < 500 and "<h1>" in antwoord.content.decode())


# --- the API ------------------------------------------------------------------------------------------------------


def _token(regio: Regio, wie: str) -> dict[str, str]:
    from datetime import timedelta

    from schakel.kern import klok

    waarde = f"proef-{wie}"
    Token.objects.create(
        gebruiker=regio.gebruiker(wie), bezetting_id=regio.bezettingen[wie].pk, omschrijving="proef",
        hash=token_hash(waarde), verloopt=klok.vandaag() + timedelta(days=1),
    )  # fmt: skip
    return {"Authorization": f"Bearer {waarde}"}


DIEP = b'{"tekst":' + b"[" * 20_000 + b"]" * 20_000 + b"}"
JSON_LIJVEN: tuple[tuple[bytes, str], ...] = (
    (b"", "application/json"),
    (b"{", "application/json"),
    (b"null", "application/json"),
    (b"[]", "application/json"),
    (b'"tekst"', "application/json"),
    (b"12e400", "application/json"),
    (b"\xff\xfe{}", "application/json"),
    (DIEP, "application/json"),
    (b"tekst=x", "application/x-www-form-urlencoded"),
    (b"<tekst/>", "application/xml"),
    (b"--x\r\nstuk", "multipart/form-data; boundary=x"),
)
WAARDEN: tuple[Any, ...] = (
    None,
    "",
    HERKENBAAR,
    "a\x00b",
    "\ud800",
    -1,
    10**30,
    1e308,
    True,
    [],
    {},
    ["x"] * 500,
    {"x": {}},
)


def _operaties() -> list[tuple[str, str, dict[str, Any]]]:
    schema = api.get_openapi_schema()
    return [
        (methode.upper(), pad, operatie)
        for pad, methoden in schema["paths"].items()
        for methode, operatie in methoden.items()
    ]


def _velden(operatie: dict[str, Any]) -> list[str]:
    """The names of the fields of the body, from the description of the API itself."""
    schema = operatie.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    naam = schema.get("$ref", "").rpartition("/")[2]
    alle = api.get_openapi_schema()["components"]["schemas"]
    return list((alle.get(naam) or schema).get("properties", {}))


@pytest.mark.misbruik
@pytest.mark.parametrize("wie", [REGIE, NLA, ""])
def test_geen_adres_van_de_api_valt_om_en_elke_weigering_is_een_probleem(keten: Keten, wie: str) -> None:
    kop = _token(keten.regio, wie) if wie else {}
    client, fouten, aantal = Client(raise_request_exception=False, headers=kop), [], 0
    for methode, pad, operatie in _operaties():
        for sleutel in (str(keten.casus_id), str(keten.signalen["nla"].pk), "geen-id", "\x00"):
            adres = re.sub(r"\{\w+\}", sleutel, pad)
            for lijf, soort in _lijven(methode, operatie):
                vraag = "?pagina=x&perPagina=-1&status=%00&" if methode == "GET" else ""
                antwoord = client.generic(methode, adres + vraag, lijf, content_type=soort)
                aantal += 1
                if antwoord.status_code >= 500:
                    fouten.append(f"{methode} {pad} {lijf[:80]!r}: {antwoord.status_code}")
                elif (
                    antwoord.status_code >= 400 and "application/problem+json" not in antwoord["Content-Type"]
                ):
                    fouten.append(
                        f"{methode} {pad} {lijf[:80]!r}: {antwoord.status_code} {antwoord['Content-Type']}"
                    )
            if "{" not in pad:
                break
    print(f"\nAPI als {wie or 'publiek'}: {aantal} verzoeken, {len(fouten)} fout")
    assert sorted(set(fouten)) == []


def _lijven(methode: str, operatie: dict[str, Any]) -> Iterator[tuple[bytes, str]]:
    yield b"", "application/json"
    if methode == "GET":
        return
    yield from JSON_LIJVEN
    velden = _velden(operatie)
    for waarde in WAARDEN:
        yield json.dumps(dict.fromkeys(velden, waarde)).encode(), "application/json"


def test_de_api_noemt_alle_fouten_tegelijk(regio: Regio) -> None:
    inhoud = {"tekst": "", "soort": "x", "vorm": 3, "acuut": "misschien", "indicatoren": {"a": "b"}}
    antwoord = Client().post("/api/v1/meldingen", json.dumps(inhoud), content_type="application/json")
    assert antwoord.status_code == 400
    assert antwoord["Content-Type"] == "application/problem+json"
    namen = {f["naam"].split(".")[0] for f in antwoord.json()["fouten"]}
    assert namen == set(inhoud)

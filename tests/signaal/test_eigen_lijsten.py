# SPDX-License-Identifier: EUPL-1.2
"""Own lists of a municipality or the region, in versions; what points at a group of people is refused."""

import html
from typing import Any

import pytest

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven
from schakel.signaal.models import Indicatorlijst
from schakel.signaal.rules.indicatoren import LIJSTEN, lees, weiger
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, REGISSEUR, VEENBURG, gegeven, signaal

ADRES = "/signalen/indicatorlijsten"
LIJST = {
    "naam": "Aan de balie van Lindemeer",
    "regels": "Eén man schrijft telkens anderen in\nIemand anders houdt het paspoort vast\n",
}


def tekst(antwoord: Any) -> str:
    return html.unescape(antwoord.content.decode())


@pytest.mark.parametrize(
    "regel",
    [
        "Heeft de Roemeense nationaliteit", "Is van Bulgaarse afkomst", "Komt uit een bronland", "Woont in een achterstandswijk",
        "Woont in de buurt Kassenzicht", "Gaat naar de moskee", "Heeft een donkere huid", "Komt van buiten de EU",
        "Chinese masseuse", "Groep Polen in een busje", "Is Roma", "komt uit Oost-Europa", "HERKOMST onbekend",
    ],
)  # fmt: skip
def test_nationaliteit_afkomst_geloof_en_buurt_worden_geweigerd(regio: Regio, regel: str) -> None:
    assert weiger([regel])
    antwoord = regio.client(BALIE).post(f"{ADRES}/eigen", LIJST | {"regels": f"{LIJST['regels']}{regel}"})
    assert antwoord.status_code == 422
    assert "Dat is nooit een aanwijzing" in tekst(antwoord)
    assert regel in tekst(antwoord), "wat getypt is blijft staan"
    assert not Indicatorlijst.objects.filter(code__startswith="EIGEN").exists()


@pytest.mark.parametrize(
    "regel",
    [
        "Praat nooit zelf met de politie", "Slaapt op de werkvloer", "De polis staat op naam van de baas", "Heeft geen eigen pas",
        "Misbruik van culturele of religieuze overtuigingen", "Werkt in een poolcafé zonder loon", "Wacht op zijn paspoort",
    ],
)  # fmt: skip
def test_wat_iemand_doet_of_overkomt_mag(regel: str) -> None:
    assert weiger([regel]) == []


def test_alle_geleverde_indicatoren_mogen_behalve_de_twee_die_van_afkomst_spreken() -> None:
    geweigerd = {r.code for _, _, rijen in lees() for r in rijen if weiger([r.tekst])}
    assert geweigerd == {"OM-22", "OM-24"}


@pytest.mark.rij("SIG-03")
def test_een_eigen_lijst_wordt_aangeboden_in_versies_en_oude_antwoorden_blijven_zoals_ze_luidden(
    regio: Regio,
) -> None:
    client = regio.client(BALIE)
    for _ in range(2):
        assert client.post(f"{ADRES}/eigen", LIJST).status_code == 302
    eerste = Indicatorlijst.objects.get(code__startswith="EIGEN")
    assert (eerste.naam, eerste.versie) == (LIJST["naam"], 1), "twee keer versturen maakt één versie"
    s = signaal(regio, BALIE, gegeven("tekst", tekst="Iets"))
    pagina = tekst(client.get(f"/signalen/{s.pk}/indicatoren?lijst={eerste.code}"))
    assert "Eén man schrijft telkens anderen in" in pagina
    item = eerste.indicatoren.get(volgorde=1)
    client.post(f"/signalen/{s.pk}/indicatoren", {"lijst": eerste.code, item.code: "waargenomen", "id": "1"})

    client.post(f"{ADRES}/eigen", LIJST | {"regels": "Eén persoon schrijft steeds anderen in op één adres"})
    tweede = Indicatorlijst.objects.get(code=eerste.code, versie=2)
    nieuw = tekst(client.get(f"/signalen/{s.pk}/indicatoren?lijst={eerste.code}"))
    assert "Eén persoon schrijft steeds anderen in" in nieuw
    assert "Eén man schrijft" not in nieuw
    blad = tekst(client.get(f"/signalen/{s.pk}"))
    assert "Eén man schrijft telkens anderen in" in blad
    assert f"{LIJST['naam']}, versie 1" in blad
    with als(regio.actor(BALIE)):
        assert Gegeven.objects.filter(soort="indicator").count() == 1
    assert client.post(f"{ADRES}/{tweede.pk}/sluiten").status_code == 302
    assert client.get(f"/signalen/{s.pk}/indicatoren?lijst={eerste.code}").status_code == 404
    assert "Eén man schrijft telkens anderen in" in tekst(client.get(f"/signalen/{s.pk}"))


def test_een_gemeente_maakt_hem_voor_zichzelf_en_de_ketenregisseur_voor_de_regio(regio: Regio) -> None:
    assert regio.client(BALIE).post(f"{ADRES}/eigen", LIJST).status_code == 302
    regiolijst = LIJST | {"naam": "Regio Rijndal"}
    assert regio.client(REGISSEUR).post(f"{ADRES}/eigen", regiolijst).status_code == 302
    van_lindemeer = Indicatorlijst.objects.get(partner=regio.partner("lindemeer"))
    van_de_regio = Indicatorlijst.objects.get(bron="Regio Rijndal")
    for wie, ziet in ((BALIE, True), (VEENBURG, False), (INSPECTIE, False)):
        pagina = tekst(regio.client(wie).get(ADRES))
        assert (LIJST["naam"] in pagina) == ziet
        assert "Regio Rijndal" in pagina
        assert all(naam in pagina for naam in LIJSTEN.values()), "de geleverde lijsten staan er voor iedereen"
    assert regio.client(INSPECTIE).get(f"{ADRES}/eigen").status_code == 404
    assert regio.client(INSPECTIE).post(f"{ADRES}/eigen", LIJST).status_code == 404
    assert regio.client(VEENBURG).post(f"{ADRES}/{van_lindemeer.pk}/sluiten").status_code == 404
    assert regio.client(BALIE).post(f"{ADRES}/{van_de_regio.pk}/sluiten").status_code == 404
    geleverd = Indicatorlijst.objects.filter(code="OM", vervangen_op=None).get()
    assert regio.client(REGISSEUR).post(f"{ADRES}/{geleverd.pk}/sluiten").status_code == 404
    assert regio.client("stuurgroeplid@riec").get(ADRES).status_code == 404


@pytest.mark.parametrize(
    ("velden", "zegt"),
    [
        ({"naam": " "}, "Dit veld is verplicht"),
        ({"regels": "\n \n"}, "Dit veld is verplicht"),
        ({"regels": "\n".join(f"Ziet iets {n}" for n in range(61))}, "er passen er 60"),
        ({"regels": "Slaapt op het werk\nslaapt op het werk"}, "twee keer"),
        ({"regels": "x" * 401}, "te lang"),
        ({"naam": "Signalen in wijk Noord"}, "nooit een aanwijzing"),
    ],
)
def test_een_lijst_die_niet_kan_zegt_waarom_en_houdt_wat_er_stond(
    regio: Regio, velden: dict[str, str], zegt: str
) -> None:
    antwoord = regio.client(BALIE).post(f"{ADRES}/eigen", LIJST | velden)
    assert antwoord.status_code == 422
    assert zegt in tekst(antwoord)

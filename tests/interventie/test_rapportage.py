# SPDX-License-Identifier: EUPL-1.2
"""Bestuurlijke rapportages and the steps that follow them, from outside (INT-03, INT-04)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.interventie import rules
from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie
from schakel.toegang.models import Gebruiker
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE
from tests.partner.pagina import tekst
from tests.regio import Regio

TREKKER = "bestuurlijk_trekker@lindemeer"
VEENBURG = "aandachtsfunctionaris@veenburg"
PAND = {"straat": "Dorpsstraat", "huisnummer": "7", "plaats": "Lindemeer"}


@pytest.fixture
def met_trekker(regio: Regio) -> Regio:
    """The superior of the municipal function: the bestuurlijk trekker, who is blind to content."""
    functie = Functie.objects.create(
        partner=regio.partner("lindemeer"), naam="Bestuurlijk trekker", rol="bestuurlijk_trekker"
    )
    gebruiker = Gebruiker(inlognaam="trekker@lindemeer.rijndal.test", naam="Test trekker")
    gebruiker.set_unusable_password()
    gebruiker.save()
    regio.bezettingen[TREKKER] = Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1)
    )
    return regio


def _stuur(regio: Regio, wie: str = POLITIE, **velden: Any) -> Any:
    basis = {
        "ontvanger": str(regio.partner("lindemeer").pk),
        "misstand": "onvergund",
        "artikelen": "APV art. 3:4",
        "geconstateerd_op": klok.vandaag().isoformat(),
        "feiten": "drie kamers in gebruik als werkruimte",
        "categorie": "toezicht",
        "motivering": "de gemeente is bevoegd",
        **PAND,
    }
    return regio.client(wie).post("/interventies/rapportages/nieuw", basis | velden)


def _adres(antwoord: Any) -> str:
    assert antwoord.status_code == 302, tekst(antwoord)
    return str(antwoord.headers["Location"])


@pytest.mark.rij("INT-03")
def test_na_de_termijn_horen_de_functie_en_haar_leiding_het_en_ziet_de_afzender_hoe_het_staat(
    met_trekker: Regio,
) -> None:
    regio = met_trekker
    regio.client(GEMEENTE).post("/interventies/rapportages/afspraak", {"dagen": 14})
    adres = _adres(_stuur(regio))
    gemeente, trekker, afzender = regio.client(GEMEENTE), regio.client(TREKKER), regio.client(POLITIE)
    assert "drie kamers in gebruik" in tekst(gemeente.get(adres))
    assert "Verzonden" in tekst(afzender.get(adres))
    assert gemeente.post(adres, {"wat": "ontvangen"}).status_code == 302
    assert "Ontvangen, nog geen besluit" in tekst(afzender.get(adres))
    assert "Bestuurlijke rapportage RAP-" in tekst(gemeente.get("/"))
    assert "RAP-" not in tekst(trekker.get("/")), "binnen de termijn hoort de leiding nog niets"
    with klok.zet(klok.vandaag() + timedelta(days=15)):
        for client in (gemeente, trekker):
            client = regio.client(GEMEENTE if client is gemeente else TREKKER)
            assert "De termijn is voorbij en er is geen besluit" in tekst(client.get("/"))
        leiding = tekst(regio.client(TREKKER).get(adres))
        assert "Je ziet hoe het staat, niet wat erin staat" in leiding
        assert "drie kamers" not in leiding
        assert "Dorpsstraat" not in leiding
        assert "Termijn voorbij" in tekst(regio.client(POLITIE).get(adres))
        besluit = {"wat": "besluit", "besluit": "waarschuwing", "motivering": "eerste keer", "versie": 2}
        zonder = regio.client(GEMEENTE).post(adres, besluit)
        assert zonder.status_code == 422
        assert "eerste keer" in tekst(zonder), "wat getypt is blijft staan"
        met = besluit | {"terugkoppeling": "de exploitant is gewaarschuwd"}
        assert regio.client(GEMEENTE).post(adres, met).status_code == 302
        assert "RAP-" not in tekst(regio.client(TREKKER).get("/"))
        afloop = tekst(regio.client(POLITIE).get(adres))
        assert "de exploitant is gewaarschuwd" in afloop
        bezwaar = {"wat": "bezwaar", "bezwaar": "ingediend", "versie": 3}
        assert regio.client(GEMEENTE).post(adres, bezwaar).status_code == 302
        assert "Bezwaar ingediend" in tekst(regio.client(POLITIE).get(adres))


@pytest.mark.rij("INT-03")
def test_een_rapportage_gaat_alleen_waar_het_convenant_haar_laat_gaan(regio: Regio) -> None:
    adres = _adres(_stuur(regio))
    for wie in (VEENBURG, NLA, HAVEN, REGIE, "casusdeelnemer@ggd"):
        assert regio.client(wie).get(adres).status_code == 404
    assert regio.client(POLITIE).post(adres, {"wat": "ontvangen"}).status_code == 404
    mag_niet = _stuur(regio, "casusdeelnemer@ggd", feiten="blijft staan")
    assert mag_niet.status_code == 422
    assert "blijft staan" in tekst(mag_niet)
    geen_gemeente = _stuur(regio, ontvanger=str(regio.partner("nla").pk))
    assert geen_gemeente.status_code == 422
    morgen = (klok.vandaag() + timedelta(days=1)).isoformat()
    assert "ligt in de toekomst" in tekst(_stuur(regio, geconstateerd_op=morgen))


def _leg_vast(regio: Regio, wie: str = GEMEENTE, **velden: Any) -> Any:
    basis = {"misstand": "onvergund", **PAND}
    return regio.client(wie).post("/interventies/handhaving/nieuw", basis | velden)


@pytest.mark.rij("INT-04")
def test_na_een_eerste_waarschuwing_binnen_de_periode_volgt_stap_twee(regio: Regio) -> None:
    assert "nog geen handhavingsarrangement" in tekst(_leg_vast(regio)), "zonder arrangement geen voorstel"
    model = {"naam": "Handhavingsarrangement Lindemeer"}
    assert regio.client(GEMEENTE).post("/interventies/arrangement", model).status_code == 302
    eerste = tekst(_leg_vast(regio))
    assert "Voorgesteld: stap 1, Schriftelijke waarschuwing. Wie: Burgemeester." in eerste
    assert _leg_vast(regio, zet="ja", nummer=1).status_code == 302
    adres = _adres(_stuur(regio))
    bij_de_rapportage = tekst(regio.client(GEMEENTE).get(adres))
    assert "Voorgesteld: stap 2, Last onder dwangsom. Wie: College. Grond: Gemeentewet art. 125." in (
        bij_de_rapportage
    )
    afwijken = {"wat": "stap", "nummer": 3}
    nee = regio.client(GEMEENTE).post(adres, afwijken)
    assert nee.status_code == 422
    assert "Je wijkt af van de voorgestelde stap" in tekst(nee)
    ja = regio.client(GEMEENTE).post(adres, afwijken | {"afwijking": "gevaar voor wie er werkt"})
    assert ja.status_code == 302
    assert "gevaar voor wie er werkt" in tekst(regio.client(GEMEENTE).get("/interventies/handhaving"))
    ander = {**PAND, "huisnummer": "9"}
    assert "stap 1" in tekst(_leg_vast(regio, **ander)), "een ander adres begint bij stap een"
    assert "stap 1" in tekst(_leg_vast(regio, misstand="huisvesting")), "een andere misstand ook"
    with klok.zet(klok.vandaag() + timedelta(days=366 * 3 + 40)):
        assert "stap 1" in tekst(_leg_vast(regio)), "na de periode telt het niet meer mee"


@pytest.mark.rij("INT-04")
def test_een_arrangement_heeft_versies_en_is_van_de_eigen_gemeente(regio: Regio) -> None:
    regio.client(GEMEENTE).post("/interventies/arrangement", {"naam": "Lindemeer 2026"})
    cel = {
        "misstand": "onvergund",
        "nummer": 1,
        "maatregel": "Gesprek met de exploitant",
        "actor": "PCT",
        "grond": "APV",
        "periode": 12,
    }
    with klok.zet(klok.vandaag() + timedelta(days=1)):
        client = regio.client(GEMEENTE)
        assert client.post("/interventies/arrangement", cel).status_code == 302
        nu = tekst(client.get("/interventies/arrangement"))
        assert "Gesprek met de exploitant" in nu
        assert "Versie 2" in nu
        assert "Versie 1" in nu
        assert "Wie: PCT" in tekst(_leg_vast(regio))
    assert "nog geen arrangement" in tekst(regio.client(VEENBURG).get("/interventies/arrangement"))
    assert regio.client(POLITIE).post("/interventies/arrangement", cel).status_code == 404
    regio.client(GEMEENTE).post(
        "/interventies/handhaving/nieuw", {"misstand": "onvergund", "zet": "ja", "nummer": 1, **PAND}
    )
    for wie in (VEENBURG, POLITIE):
        assert "Dorpsstraat" not in tekst(regio.client(wie).get("/interventies/handhaving"))
    assert regio.client(HAVEN).get("/interventies/handhaving").status_code == 404


STAPPEN = [rules.Stap("m", nr, f"m{nr}", "a", "g", 12) for nr in (1, 2, 3)]
DAG = date(2026, 6, 1)


@given(
    eerder=st.lists(st.tuples(st.integers(1, 4), st.dates(date(2020, 1, 1), date(2028, 1, 1))), max_size=6)
)
def test_de_volgende_stap_is_er_altijd_en_hangt_alleen_af_van_wat_nog_meetelt(
    eerder: list[tuple[int, date]],
) -> None:
    stap = rules.volgende_stap(STAPPEN, eerder, DAG)
    assert stap is not None
    telt = [nr for nr, op in eerder if nr <= 3 and DAG - timedelta(days=365) <= op <= DAG]
    assert stap.nummer == min(max(telt, default=0) + 1, 3)
    assert rules.volgende_stap([], eerder, DAG) is None

# SPDX-License-Identifier: EUPL-1.2
"""After and beside the traject, from outside: milestones, a file that changes hands, field work without names."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from schakel.convenant.actor import als
from schakel.convenant.models import Partij, Regel
from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie, Partner
from schakel.zorg.models import Groep, Overdracht, Zorgtraject
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, meld_aan, naar_begeleiding
from tests.zorg.test_delen import _toestemming

FIER = "regiocoordinator@fier"


def _stuur(regio: Regio, adres: str, door: str = COORDINATOR, **velden: Any) -> Any:
    return regio.client(door).post(adres, velden)


@pytest.mark.rij("ZOR-07")
def test_zonder_pas_is_alles_daarna_geblokkeerd_met_dagen_en_wie_je_belt(regio: Regio) -> None:
    with klok.zet(date(2026, 3, 1)):
        id = meld_aan(regio)
        naar_begeleiding(regio, id)
    with klok.zet(date(2026, 3, 31)):
        _stuur(
            regio, f"/zorg/{id}/daden/mijlpaal", BEGELEIDER, soort="inschrijving", contact="loket burgerzaken"
        )
        for adres in (f"/zorg/{id}", "/zorg/doorstroom"):
            pagina = bladzij(regio, BEGELEIDER, adres)
            assert pagina.count("geblokkeerd: verblijfspas, 30 dagen") == 5
            assert "loket burgerzaken" in pagina
        _stuur(regio, f"/zorg/{id}/daden/mijlpaal", BEGELEIDER, soort="pas", bereikt_op="2026-03-31")
        pagina = bladzij(regio, BEGELEIDER, "/zorg/doorstroom")
        assert "geblokkeerd: verblijfspas" not in pagina
        assert pagina.count("geblokkeerd: inschrijving") == 3


@pytest.fixture
def ander(regio: Regio) -> Partner:
    """A second institution, party to the agreement; care may be shared with consent."""
    fier = Partner.objects.create(code="fier", soort="opvang", naam="Fier Verweg")
    regio.partners["fier"] = fier
    functie = Functie.objects.create(partner=fier, naam="Regiocoördinator", rol="regiocoordinator")
    regio.bezettingen[FIER] = Bezetting.objects.create(
        functie=functie,
        gebruiker=regio.gebruiker("casusdeelnemer@ggd"),
        van=klok.vandaag() - timedelta(days=9),
    )
    Partij.objects.create(
        convenant=regio.versie.convenant, partner=fier, ondertekend_op=klok.vandaag() - timedelta(days=100)
    )
    Regel.objects.create(
        versie=regio.versie, code="Z1", van="*", naar="*", categorie="zorginhoud", grondslag="ZORG",
        voorwaarden=["toestemming-betrokkene"],
    )  # fmt: skip
    return fier


@pytest.fixture
def aangeboden(regio: Regio, ander: Partner) -> UUID:
    id = meld_aan(regio, COORDINATOR)
    leg = f"/zorg/{id}/vastleggen"
    _stuur(regio, f"{leg}/behoefte", gebied="wonen", behoefte="een kamer")
    _stuur(regio, f"{leg}/contact", datum="2026-03-01", verslag="in vertrouwen verteld")
    zonder = _stuur(regio, f"/zorg/{id}/daden/overdragen", aan=ander.pk, toelichting="verhuist")
    assert zonder.status_code == 422, "zonder toestemming gaat er niets weg"
    _toestemming(regio, id)
    velden = {"aan": ander.pk, "toelichting": "verhuist", "aanwezig": ["client", "toestemming"]}
    assert _stuur(regio, f"/zorg/{id}/daden/overdragen", **velden).status_code == 302
    return id


@pytest.mark.rij("ZOR-05")
def test_wat_ontbreekt_staat_bij_de_afzender_en_die_blijft_verantwoordelijk(
    regio: Regio, aangeboden: UUID
) -> None:
    thuis = bladzij(regio, FIER, "/")
    assert "is aan jullie aangeboden" in thuis
    over = thuis.split("/zorg/overdrachten/")[1][:36]
    gelezen = bladzij(regio, FIER, f"/zorg/{aangeboden}")
    assert "een kamer" in gelezen
    assert "in vertrouwen verteld" not in gelezen
    assert _stuur(regio, f"/zorg/overdrachten/{over}", FIER).status_code == 422
    assert (
        _stuur(regio, f"/zorg/overdrachten/{over}", FIER, ontbreekt=["veiligheid", "medisch"]).status_code
        == 302
    )
    pagina = bladzij(regio, COORDINATOR, f"/zorg/{aangeboden}")
    assert "Veiligheidsplan, Medische overdracht tussen artsen" in pagina
    assert "Jullie zijn nog verantwoordelijk" in pagina
    assert (
        _stuur(regio, f"/zorg/{aangeboden}/vastleggen/behoefte", gebied="werk", behoefte="werk").status_code
        == 302
    )


def test_de_ontvanger_van_een_kind_leest_geen_ouder_en_geen_groep(regio: Regio, aangeboden: UUID) -> None:
    ouder = meld_aan(regio, COORDINATOR)
    haven = regio.actor(COORDINATOR)
    with als(haven):
        groep = Groep.objects.create(
            eigenaar_id=haven.partner_id,
            naam="De loods",
            aangemeld_op=klok.vandaag(),
        )
        Zorgtraject.objects.filter(pk=aangeboden).update(ouder_id=ouder, groep=groep)
    thuis, elders = (bladzij(regio, wie, f"/zorg/{aangeboden}") for wie in (COORDINATOR, FIER))
    for id in (ouder, groep.pk):
        assert str(id) in thuis
        assert str(id) not in elders
    assert "een kamer" in elders


def test_een_collega_die_niet_op_het_traject_staat_weet_ook_niet_van_de_overdracht(
    regio: Regio, aangeboden: UUID
) -> None:
    for wie, telt in ((COORDINATOR, 1), (FIER, 1), (BEGELEIDER, 0), *((wie, 0) for wie in KETEN)):
        with als(regio.actor(wie)):
            assert Overdracht.objects.filter(traject_id=aangeboden).count() == telt, wie


def test_de_klok_van_de_bedenktijd_loopt_door_bij_wie_het_dossier_aanneemt(
    regio: Regio, aangeboden: UUID
) -> None:
    dag = klok.vandaag().isoformat()
    for soort in ("aanbod", "uitleg", "start"):
        _stuur(regio, f"/zorg/{aangeboden}/daden/verblijf", soort=soort, datum=dag)
    over = bladzij(regio, FIER, "/").split("/zorg/overdrachten/")[1][:36]
    nieuw = regio.client(FIER).post(f"/zorg/overdrachten/{over}", {"aannemen": "1"})["Location"]
    assert "Bedenktijd loopt" in bladzij(regio, FIER, nieuw)
    with klok.zet(klok.vandaag() + timedelta(days=85)):
        assert "Bedenktijd loopt af" in bladzij(regio, FIER, "/"), "de termijn begint niet opnieuw"
        assert "Bedenktijd loopt af" not in bladzij(regio, COORDINATOR, "/")


@pytest.mark.rij("ZOR-05")
def test_na_aannemen_is_de_ontvanger_verantwoordelijk_en_werkt_die_verder(
    regio: Regio, aangeboden: UUID
) -> None:
    over = bladzij(regio, FIER, "/").split("/zorg/overdrachten/")[1][:36]
    antwoord = _stuur(regio, f"/zorg/overdrachten/{over}", FIER, aannemen="1")
    assert antwoord.status_code == 302
    nieuw = bladzij(regio, FIER, antwoord["Location"])
    assert "een kamer" in nieuw
    assert "Blessing" in nieuw
    assert "in vertrouwen verteld" not in nieuw
    oud = bladzij(regio, COORDINATOR, f"/zorg/{aangeboden}")
    assert "en is nu verantwoordelijk" in oud
    assert (
        _stuur(regio, f"/zorg/{aangeboden}/vastleggen/behoefte", gebied="werk", behoefte="x").status_code
        == 404
    )
    assert bladzij(regio, COORDINATOR, antwoord["Location"]) == "404"


@pytest.mark.rij("ZOR-11")
def test_55_korte_en_4_lange_contacten_zonder_namen_worden_een_evaluatie(regio: Regio) -> None:
    dag = klok.vandaag().isoformat()
    basis = {"datum": dag, "niet_pluis": 0, "uitstapwens": 0}
    kort = {
        "waar": "spreekuur Assen",
        "duur": "kort",
        "aantal": 55,
        "minuten": 550,
        "gebied": "gezondheid",
        "doorgegeven": 3,
    }
    lang = {
        "waar": "spreekuur Emmen",
        "duur": "lang",
        "aantal": 4,
        "minuten": 200,
        "gebied": "geld",
        "doorgegeven": 1,
    }
    for velden in (kort, lang):
        assert _stuur(regio, "/zorg/veldwerk", BEGELEIDER, **basis, **velden).status_code == 302
    pagina = bladzij(regio, BEGELEIDER, "/zorg/veldwerk")
    for tekst in (
        "<dd>55</dd>",
        "<dd>4</dd>",
        "<dd>12,5</dd>",
        "minder dan 5",
        "Niemand is hieruit te herkennen",
    ):
        assert tekst in pagina, tekst
    for wie in KETEN:
        assert bladzij(regio, wie, "/zorg/veldwerk") == "404"

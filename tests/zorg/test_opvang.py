# SPDX-License-Identifier: EUPL-1.2
"""The board of places from outside: search, hold, take in, refuse with a reason, who pays. Never an address."""

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie, Partner
from schakel.partner.queries import als_actor
from schakel.zorg import actions, queries
from schakel.zorg.models import Opvangadres, Plek, Zorgaanbod
from tests.regio import Regio, maak_regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, meld_aan

ADRES = "Schuilweg 12 te Nergensdam"
VELDEN: dict[str, Any] = {
    "naam": "Huis De Luwte", "soort": "vrouwenopvang", "regio": "Drenthe", "geslacht": ["vrouw"], "leeftijd_van": 18,
    "leeftijd_tot": 120, "groep_tot": 1, "volgorde": 1, "veiligheid": 2,
}  # fmt: skip


def _maak_aanbod(regio: Regio, plekken: int = 1, wie: str = COORDINATOR, **velden: Any) -> UUID:
    door = regio.actor(wie)
    with als(door):
        return actions.zet_aanbod(door=door, velden=VELDEN | velden, plekken=plekken, adres=ADRES).pk


def _tweede(regio: Regio) -> str:
    """A second institution with a regiocoördinator, from another region."""
    wie = "regiocoordinator@fier"
    regio.partners["fier"] = Partner.objects.create(code="fier", soort="opvang", naam="Fier Verweg")
    functie = Functie.objects.create(
        partner=regio.partners["fier"], naam="Regiocoördinator", rol="regiocoordinator"
    )
    gebruiker = regio.gebruiker("casusdeelnemer@ggd")
    regio.bezettingen[wie] = Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, van=klok.vandaag() - timedelta(days=9)
    )
    return wie


def _zoek(hier: Regio, wie: str, **velden: Any) -> str:
    basis = {
        "geslacht": "vrouw",
        "leeftijd": 30,
        "aantal": 1,
        "kinderen": 0,
        "veiligheid": 1,
        "regio": "Drenthe",
    }
    antwoord = hier.client(wie).post("/zorg/opvang", basis | velden)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return str(antwoord["Location"])


@pytest.mark.rij("ZOR-04")
def test_een_andere_regio_ziet_instelling_en_soort_maar_geen_adres_en_weigeren_vraagt_een_reden(
    regio: Regio,
) -> None:
    aanbod, ver = _maak_aanbod(regio), _tweede(regio)
    vraag = _zoek(regio, ver)
    pagina = bladzij(regio, ver, vraag)
    assert "Huis De Luwte" in pagina
    assert "Vrouwenopvang" in pagina
    client = regio.client(ver)
    assert client.post(vraag, {"stap": "vasthouden", "aanbod": aanbod, "uren": 4}).status_code == 302
    assert "vastgehouden door Fier Verweg" in (thuis := bladzij(regio, ver, vraag))
    assert "houdt bij jullie een plaats vast" in bladzij(regio, COORDINATOR, "/")
    antwoord = regio.client(COORDINATOR).post(vraag, {"stap": "weigeren", "reden": ""})
    assert antwoord.status_code == 422
    assert (
        regio.client(COORDINATOR).post(vraag, {"stap": "weigeren", "reden": "zorgzwaarte"}).status_code == 302
    )
    cijfers = bladzij(regio, ver, "/zorg/opvang/cijfers")
    assert "Te zware zorg" in cijfers
    for wie in (ver, BEGELEIDER, COORDINATOR):
        for adres in ("/zorg/aanbod", "/zorg/opvang/cijfers", vraag, "/"):
            assert "Schuilweg" not in bladzij(regio, wie, adres)
    assert "Schuilweg" not in pagina + thuis
    assert bladzij(regio, ver, f"/zorg/aanbod/{aanbod}") == "404"
    assert "Schuilweg" in bladzij(regio, BEGELEIDER, f"/zorg/aanbod/{aanbod}"), "wie er werkt weet het"


@pytest.mark.rij("ZOR-04")
def test_buiten_de_regio_plaatsen_vraagt_reden_en_effect_op_het_onderzoek(regio: Regio) -> None:
    aanbod = _maak_aanbod(regio)
    vraag = _zoek(regio, COORDINATOR, regio="Rijndal")
    assert "In de regio is hiervoor nu niets" in bladzij(regio, COORDINATOR, vraag)
    client = regio.client(COORDINATOR)
    client.post(vraag, {"stap": "vasthouden", "aanbod": aanbod, "uren": 2})
    dag = klok.vandaag().isoformat()
    assert client.post(vraag, {"stap": "plaatsen", "van": dag}).status_code == 422
    velden = {"reden_buiten": "dader woont hier", "effect_onderzoek": "verhoor op afstand"}
    assert client.post(vraag, {"stap": "plaatsen", "van": dag, **velden}).status_code == 302
    assert "verhoor op afstand" in bladzij(regio, COORDINATOR, vraag)
    assert "1 vrij" not in bladzij(regio, COORDINATOR, _zoek(regio, COORDINATOR))


@pytest.mark.rij("ZOR-10")
def test_een_slachtoffer_uit_een_gemeente_zonder_betaler_staat_ongefinancierd(regio: Regio) -> None:
    aanbod = _maak_aanbod(regio, plekken=2)
    rotterdam, vlaardingen = regio.gemeenten["lindemeer"], regio.gemeenten["veenburg"]
    client = regio.client(COORDINATOR)
    velden = {"betaler": "GGD", "waarvoor": "opvang", "gemeenten": rotterdam.pk, "begin": "2020-01-01"}
    assert client.post("/zorg/financiering", velden).status_code == 302
    for gemeente, verwacht in ((rotterdam, "Betaling geregeld"), (vlaardingen, "Ongefinancierd")):
        vraag = _zoek(regio, COORDINATOR, herkomst=gemeente.pk)
        client.post(vraag, {"stap": "vasthouden", "aanbod": aanbod, "uren": 2})
        client.post(vraag, {"stap": "plaatsen", "van": klok.vandaag().isoformat()})
        assert verwacht in bladzij(regio, COORDINATOR, vraag)
    assert "Veenburg: 1" in bladzij(regio, COORDINATOR, "/zorg/financiering")
    wacht = _zoek(regio, COORDINATOR, herkomst=vlaardingen.pk)
    client.post(wacht, {"stap": "wachtlijst"})
    assert "Veenburg" in bladzij(regio, COORDINATOR, "/zorg/opvang/cijfers").split("Wacht, per gemeente")[1]


@pytest.mark.rij("ZOR-10")
def test_geld_dat_afloopt_wordt_op_tijd_een_taak(regio: Regio) -> None:
    einde = klok.vandaag() + timedelta(days=60)
    velden = {
        "betaler": "Stichting Fonds",
        "waarvoor": "begeleid wonen",
        "begin": "2020-01-01",
        "einde": einde.isoformat(),
    }
    assert regio.client(COORDINATOR).post("/zorg/financiering", velden).status_code == 302
    assert "Stichting Fonds stopt met betalen" in bladzij(regio, COORDINATOR, "/")
    assert "Stichting Fonds stopt" not in bladzij(regio, BEGELEIDER, "/")


@pytest.mark.rij("ZOR-02")
def test_twaalf_mannen_in_eindhoven_vinden_niets_comensha_wordt_voorgesteld_en_het_gat_telt(
    regio: Regio,
) -> None:
    door = regio.actor(COORDINATOR)
    with als(door):
        actions.laad_routes(door=door, naam="brabant-zuidoost")
        actions.laad_routes(door=door, naam="brabant-zuidoost")
    regel = {"regio": "Brabant Zuid-Oost"}
    pagina = bladzij(
        regio, COORDINATOR, _zoek(regio, COORDINATOR, geslacht="man", aantal=12, leeftijd="", **regel)
    )
    assert "In de regio is hiervoor nu niets" in pagina
    assert "Bel CoMensha, die zoekt een plaats in het land" in pagina
    assert "Neos" not in pagina
    assert "12 × Man" in bladzij(regio, COORDINATOR, "/zorg/opvang/cijfers")


@pytest.mark.rij("ZOR-02")
@pytest.mark.parametrize(
    ("leeftijd", "vorm", "eerst"),
    [
        (16, "seksueel", "De Combinatie Jeugdzorg"),
        (20, "seksueel", "Neos via de regio"),
        (40, "arbeid", "CoMensha, dan Neos"),
    ],
)
def test_de_drie_routes_van_eindhoven(regio: Regio, leeftijd: int, vorm: str, eerst: str) -> None:
    door = regio.actor(COORDINATOR)
    with als(door):
        actions.laad_routes(door=door, naam="brabant-zuidoost")
    vraag = _zoek(regio, COORDINATOR, leeftijd=leeftijd, vorm=vorm, regio="Brabant Zuid-Oost")
    pagina = bladzij(regio, COORDINATOR, vraag)
    assert eerst in pagina.split("Landelijk</h2>")[0]
    assert "niets. Dat is geteld" not in pagina


def test_opvang_in_de_buurt_van_het_gevaar_valt_af(regio: Regio) -> None:
    _maak_aanbod(regio, gemeente=regio.gemeenten["veenburg"])
    assert "Huis De Luwte" in bladzij(regio, COORDINATOR, _zoek(regio, COORDINATOR))
    mijden = _zoek(regio, COORDINATOR, mijden=regio.gemeenten["veenburg"].pk)
    assert "Huis De Luwte" not in bladzij(regio, COORDINATOR, mijden)
    assert "Veenburg" not in bladzij(regio, COORDINATOR, "/zorg/aanbod")


def test_een_vraag_voor_een_client_begint_met_wat_bekend_is(regio: Regio) -> None:
    id = meld_aan(regio, COORDINATOR)
    pagina = bladzij(regio, COORDINATOR, f"/zorg/opvang?traject={id}")
    assert "Blessing" not in pagina
    assert "ZRG-" in pagina


@pytest.mark.parametrize("wie", KETEN)
def test_de_ketenaanpak_ziet_geen_opvang_en_geen_plaatsen(regio: Regio, wie: str) -> None:
    aanbod = _maak_aanbod(regio)
    for adres in (
        "/zorg/aanbod",
        "/zorg/opvang",
        "/zorg/opvang/cijfers",
        "/zorg/financiering",
        f"/zorg/aanbod/{aanbod}",
    ):
        assert bladzij(regio, wie, adres) == "404"
    door = regio.actor(wie)
    with als(door):
        assert [Zorgaanbod.objects.count(), Plek.objects.count(), Opvangadres.objects.count()] == [0, 0, 0]


def test_een_ander_leest_het_adres_ook_in_de_database_niet(regio: Regio) -> None:
    _maak_aanbod(regio)
    door = regio.actor(_tweede(regio))
    with als(door):
        assert Zorgaanbod.objects.count() == 1
        assert Opvangadres.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM convenant_zoekwoord")
            assert cursor.fetchone()[0] == 0


@pytest.mark.rij("ZOR-04")
def test_twee_mensen_willen_tegelijk_de_laatste_plaats(vastgelegd: None) -> None:
    regio = maak_regio()
    aanbod_id, ver = _maak_aanbod(regio), _tweede(regio)
    actoren = [regio.actor(COORDINATOR), als_actor(regio.bezettingen[ver])]
    vragen = []
    for door in actoren:
        with als(door):
            velden = {"geslacht": "vrouw", "leeftijd": 30, "regio": "Drenthe"}
            vragen.append(actions.vraag_plaats(door=door, velden=velden).pk)
    start, uit = threading.Barrier(2), {}

    def houd(nummer: int) -> None:
        door = actoren[nummer]
        start.wait()
        try:
            with als(door):
                vraag, aanbod = (
                    queries.zorgvraag(door=door, id=vragen[nummer]),
                    queries.aanbod(door=door, id=aanbod_id),
                )
                assert vraag is not None
                assert aanbod is not None
                uit[nummer] = str(actions.houd_vast(door=door, vraag=vraag, aanbod=aanbod, uren=4).nummer)
        except actions.Bezwaar as nee:
            uit[nummer] = nee.redenen[0]
        finally:
            connection.close()

    draden = [threading.Thread(target=houd, args=(nr,)) for nr in (0, 1)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(u == "1" for u in uit.values()) == [False, True], uit
    assert "laatste plaats" in next(u for u in uit.values() if u != "1")

# SPDX-License-Identifier: EUPL-1.2
"""The register of partners through time, from outside (PAR-01, PAR-04, PAR-09+)."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schakel.convenant.models import Partij
from schakel.kern import klok
from schakel.partner import actions, queries
from schakel.partner.models import Bezetting, Gebied, Gemeente, Indeling, Partner
from schakel.toegang.actions import maak_token
from tests.partner.pagina import BEHEERDER, REGISSEUR, tekst
from tests.regio import Regio


@pytest.mark.rij("PAR-01")
def test_wie_op_siod_zoekt_vindt_op_1_maart_2012_inspectie_szw_met_de_oude_naam(regio: Regio) -> None:
    actions.laad_voorbeeldregio("gm")
    client = regio.client("casusdeelnemer@politie")
    pagina = tekst(client.get("/partners", {"q": "SIOD", "op": "2012-03-01"}))
    assert "Inspectie SZW (ook bekend als" in pagina
    assert "Sociale Inlichtingen- en Opsporingsdienst" in pagina
    eerder = tekst(client.get("/partners", {"q": "SIOD", "op": "2011-12-01"}))
    assert "Inspectie SZW" not in eerder
    oud = Partner.objects.get(naam__startswith="Sociale Inlichtingen")
    opgeheven = tekst(client.get(f"/partners/{oud.code}"))
    assert "opgeheven" in opgeheven
    assert "Ging op in Inspectie SZW" in opgeheven
    nieuw = tekst(client.get("/partners/inspectie-szw", {"op": "2012-03-01"}))
    for naam in ("Arbeidsinspectie (AI)", "Sociale Inlichtingen", "Inspectie Werk en Inkomen"):
        assert naam in nieuw


@pytest.mark.rij("PAR-01")
@pytest.mark.parametrize(
    ("regiocode", "gezocht", "gevonden"),
    [
        ("gm", "VWA", "Nederlandse Voedsel- en Warenautoriteit (NVWA)"),
        ("gm", "Plantenziektenkundige", "Nederlandse Voedsel- en Warenautoriteit (NVWA)"),
        ("bzo", "Loket W", "Lumens Groep"),
    ],
)
def test_ook_andere_opvolgers_zijn_onder_de_oude_naam_te_vinden(
    regio: Regio, regiocode: str, gezocht: str, gevonden: str
) -> None:
    actions.laad_voorbeeldregio(regiocode)
    pagina = tekst(regio.client(REGISSEUR).get("/partners", {"q": gezocht, "op": "2012-06-01"}))
    assert gevonden in pagina


@pytest.mark.rij("PAR-01")
def test_een_ggd_die_zelf_geen_slachtoffers_aanwijst_en_coa_als_agendapartner(regio: Regio) -> None:
    voorbeeld = actions.laad_voorbeeldregio("dr")
    client = regio.client(REGISSEUR)
    assert "Identificeert zelf geen slachtoffers" in tekst(
        client.get(f"/partners/{voorbeeld.partners['GGD Drenthe'].code}")
    )
    assert "Agendapartner" in tekst(client.get(f"/partners/{voorbeeld.partners['COA'].code}"))


@pytest.mark.rij("PAR-01")
@pytest.mark.parametrize(
    ("status", "woorden"), [("partij", "Partij"), ("indirect", "Indirect aangesloten"), ("beoogd", "Beoogd")]
)
def test_de_pagina_zegt_hoe_een_partner_bij_elk_convenant_staat(
    regio: Regio, status: str, woorden: str
) -> None:
    ggd = regio.partner("ggd")
    Partij.objects.create(convenant=regio.versie.convenant, partner=ggd, status=status)
    pagina = tekst(regio.client(REGISSEUR).get(f"/partners/{ggd.code}"))
    assert f"Convenant Rijndal {woorden}" in pagina


@pytest.mark.rij("PAR-01")
def test_alleen_wie_de_regio_bijhoudt_voegt_een_partner_toe(regio: Regio) -> None:
    velden = {
        "naam": "Stichting Nieuw",
        "code": "stichting-nieuw",
        "soort": "zorg",
        "rechtsvorm": "privaat",
        "kan": ["zorg"],
    }
    assert regio.client(BEHEERDER).post("/partners/nieuw", velden).status_code == 404
    assert regio.client(REGISSEUR).post("/partners/nieuw", velden).status_code == 302
    pagina = tekst(regio.client(BEHEERDER).get("/partners/stichting-nieuw"))
    assert "Zorg en opvang" in pagina
    assert "Privaat" in pagina
    Partner.objects.filter(code="lindemeer").update(leidend=True)
    leidend = regio.client(BEHEERDER).post("/partners/nieuw", velden | {"code": "nog-een", "naam": "Nog een"})
    assert leidend.status_code == 302
    dubbel = regio.client(REGISSEUR).post("/partners/nieuw", velden)
    assert dubbel.status_code == 422
    assert "Stichting Nieuw" in dubbel.content.decode()


def test_twee_mensen_wijzigen_een_partner_en_de_tweede_ziet_wat_er_nu_staat(regio: Regio) -> None:
    client, adres = regio.client(REGISSEUR), "/partners/haven/wijzigen"
    velden = {"naam": "Haven", "code": "haven", "soort": "zorg", "rechtsvorm": "privaat", "versie": "1"}
    assert client.post(adres, velden | {"werkgebied": "Lindemeer"}).status_code == 302
    tweede = client.post(adres, velden | {"werkgebied": "Veenburg"})
    assert tweede.status_code == 422
    assert "Hier staat nu: Lindemeer" in tekst(tweede)
    assert 'value="Veenburg"' in tweede.content.decode()
    assert Partner.objects.get(code="haven").werkgebied == "Lindemeer"


def test_een_onmogelijke_periode_wordt_met_uitleg_geweigerd(regio: Regio) -> None:
    velden = {"naam": "Oud", "van": "2012-02-01", "tot": "2012-01-01", "bron": "krant"}
    antwoord = regio.client(REGISSEUR).post("/partners/haven/namen", velden)
    assert antwoord.status_code == 422
    assert "De laatste dag ligt voor de eerste dag" in tekst(antwoord)


@pytest.mark.rij("PAR-04")
def test_een_melding_in_emmen_telt_voor_drenthe_tot_oudjaar_2012_en_daarna_voor_noord_nederland(
    regio: Regio,
) -> None:
    emmen = actions.laad_voorbeeldregio("dr").gemeenten["Emmen"]
    dagen = [date(2012, 12, 31), date(2013, 1, 1)]
    assert queries.tel_per_gebied([(emmen.pk, dag) for dag in dagen], "politie") == [
        ("Drenthe", 1),
        ("Noord-Nederland", 1),
    ]
    client = regio.client("stuurgroeplid@riec")
    assert _vak(client, "2012-12-31", "Emmen").startswith("Drenthe")
    assert _vak(client, "2013-01-01", "Emmen").startswith("Noord-Nederland")


def _vak(client: Client, op: str, gemeente: str) -> str:
    """What the page says in the first column (police) of this municipality."""
    pagina = tekst(client.get("/regio", {"op": op}))
    return pagina.split(f" {gemeente} partner Gemeente {gemeente} ", 1)[1]


@pytest.mark.rij("PAR-04")
@pytest.mark.parametrize(
    ("regiocode", "gemeente", "domein", "op", "gebied"),
    [
        ("gm", "Arnhem", "politie", date(2012, 12, 31), "Gelderland-Midden"),
        ("gm", "Arnhem", "politie", date(2013, 1, 1), "Oost-Nederland"),
        ("gm", "Arnhem", "arrondissement", date(2013, 1, 1), "Oost-Nederland"),
        ("bzo", "Eindhoven", "politie", date(2013, 1, 1), "Oost-Brabant"),
        ("rr", "Vlaardingen", "politie", date(2013, 1, 1), "Rotterdam"),
        ("dr", "Emmen", "vrouwenopvang", date(2012, 5, 31), "Emmen"),
        ("dr", "Assen", "maatschappelijke_opvang", date(2012, 5, 31), "Assen"),
        ("dr", "Assen", "vrouwenopvang", date(2012, 5, 31), None),
    ],
)
def test_elk_domein_heeft_zijn_eigen_gebied_op_zijn_eigen_dag(
    db: None, regiocode: str, gemeente: str, domein: str, op: date, gebied: str | None
) -> None:
    plaats = actions.laad_voorbeeldregio(regiocode).gemeenten[gemeente]
    gevonden = queries.gebied_van(plaats, domein, op)
    assert (gevonden.naam if gevonden else None) == gebied


@pytest.mark.rij("PAR-04")
def test_wat_is_aangekondigd_maar_onzeker_staat_erbij_en_telt_niet_mee(regio: Regio) -> None:
    actions.laad_voorbeeldregio("gm")
    pagina = tekst(regio.client(REGISSEUR).get("/regio", {"op": "2012-05-31"}))
    assert "Gelderland (vanaf 01-01-2013, mogelijk (motie, wetswijziging in voorbereiding))" in pagina
    arnhem = Gemeente.objects.get(naam="Arnhem")
    gebied = queries.gebied_van(arnhem, "arrondissement", date(2013, 6, 1))
    assert gebied is not None
    assert gebied.naam == "Oost-Nederland"


@pytest.mark.rij("PAR-04")
def test_de_ketenregisseur_deelt_een_gemeente_in_en_een_ander_niet(regio: Regio) -> None:
    velden = {
        "gemeente": str(regio.gemeenten["lindemeer"].pk),
        "domein": "zorg",
        "gebied": "Zorgregio Rijndal",
        "van": "2026-01-01",
        "zekerheid": "vast",
    }
    assert regio.client("casusdeelnemer@politie").post("/regio/indelingen", velden).status_code == 404
    assert regio.client(REGISSEUR).post("/regio/indelingen", velden).status_code == 302
    assert "Zorgregio Rijndal" in tekst(regio.client("casusdeelnemer@politie").get("/regio"))
    assert Indeling.objects.count() == 1


@pytest.mark.rij("PAR-09+")
def test_een_nieuwe_regio_krijgt_alleen_wat_vandaag_geldt_en_die_van_2012_openen_met_het_hunne(
    regio: Regio,
) -> None:
    client = regio.client(REGISSEUR)
    vandaag = tekst(client.get("/regio/inrichten"))
    for nu in (
        "Noord-Nederland",
        "Zeeland-West-Brabant",
        "Nederlandse Arbeidsinspectie",
        "Autoriteit Persoonsgegevens",
        "Zorg- en Veiligheidshuis",
        "Regioburgemeester",
        "Aandachtsfunctionaris",
        "Zorgcoördinator",
    ):
        assert nu in vandaag, nu
    for vroeger in (
        "Korpsbeheerder",
        "Regionaal College",
        "Inspectie SZW",
        "College bescherming",
        "Haaglanden",
    ):
        assert vroeger not in vandaag, vroeger
    toen = tekst(client.get("/regio/inrichten", {"op": "2012-05-31"}))
    assert "Korpsbeheerder" in toen
    assert "Gelderland-Midden" in toen
    assert "Autoriteit Persoonsgegevens" not in toen
    assert len(queries.referentie(klok.vandaag(), "gebied")) == 10 + 11
    voorbeeld = actions.laad_voorbeeldregio("gm")
    korps = queries.gebied_van(voorbeeld.gemeenten["Arnhem"], "politie", date(2012, 5, 31))
    assert korps is not None
    assert korps.naam == "Gelderland-Midden"


@pytest.mark.rij("PAR-09+")
def test_inrichten_neemt_over_wat_geldt_en_weigert_wat_niet_meer_bestaat(regio: Regio) -> None:
    client = regio.client(REGISSEUR)
    nla = "organisatie:nla:Nederlandse Arbeidsinspectie"
    goed = client.post("/regio/inrichten", {"wat": ["gebied:politie:Oost-Nederland", nla]})
    assert goed.status_code == 302
    assert Gebied.objects.filter(domein="politie", naam="Oost-Nederland").exists()
    treffers = tekst(client.get("/partners", {"q": "SIOD"}))
    assert "Nederlandse Arbeidsinspectie (ook bekend als" in treffers
    toen = tekst(client.get("/partners", {"q": "SIOD", "op": "2015-01-01"}))
    assert "Inspectie SZW" in toen
    fout = client.post("/regio/inrichten", {"wat": ["organisatie:nla:Inspectie SZW"]})
    assert fout.status_code == 422
    assert "bestond niet op" in tekst(fout)


def test_de_api_zegt_wie_ik_ben_en_geeft_partners_per_bladzijde(regio: Regio) -> None:
    kop = {"HTTP_AUTHORIZATION": f"Bearer {_token(regio.bezettingen[REGISSEUR])}"}
    ik = json.loads(Client().get("/api/v1/ik", **kop).content)
    assert (ik["functie"], ik["partnerNaam"]) == ("ketenregisseur", "RIEC Rijndal")
    eerste = json.loads(Client().get("/api/v1/partners?perPagina=5", **kop).content)
    tweede = json.loads(Client().get("/api/v1/partners?perPagina=5&pagina=2", **kop).content)
    assert (len(eerste["resultaten"]), eerste["volgende"]) == (5, True)
    assert (len(tweede["resultaten"]), tweede["volgende"]) == (2, False)
    gezocht = json.loads(Client().get("/api/v1/partners?zoek=haven", **kop).content)
    assert [p["code"] for p in gezocht["resultaten"]] == ["haven"]
    assert Client().get("/api/v1/ik").status_code == 401


def _token(bezetting: Bezetting) -> str:
    _rij, token = maak_token(
        gebruiker=bezetting.gebruiker,
        bezetting_id=bezetting.pk,
        omschrijving="proef",
        verloopt=klok.vandaag() + timedelta(days=9),
    )
    return token


ADRESSEN = (
    "/partners",
    "/partners/riec",
    "/regio",
    "/organen",
    "/verbindingen",
    "/inzet",
    "/projecten",
    "/knelpunten",
)


@pytest.mark.parametrize("adres", ADRESSEN)
def test_iedere_collega_leest_het_register_en_zonder_inloggen_niemand(regio: Regio, adres: str) -> None:
    assert regio.client("zorgdeelnemer@haven").get(adres).status_code == 200
    assert Client().get(adres).status_code == 302


@pytest.mark.parametrize("adres", ADRESSEN)
def test_met_vier_regios_geladen_blijft_elke_bladzijde_bij_zestien_vragen(regio: Regio, adres: str) -> None:
    for code in actions.VOORBEELDREGIOS:
        actions.laad_voorbeeldregio(code)
    client = regio.client("zorgdeelnemer@haven")
    client.get(adres)  # the first request of a session also writes the session
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    besturing = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    vragen = [v["sql"] for v in gesteld.captured_queries if not v["sql"].startswith(besturing)]
    assert len(vragen) <= 16, "\n".join(vragen)

# SPDX-License-Identifier: EUPL-1.2
"""Bodies, connections, effort, projects and bottlenecks (PAR-05 – PAR-08), played from outside."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from schakel.kern import klok
from schakel.partner import actions
from schakel.partner.models import (
    Inzet,
    Knelpunt,
    Orgaan,
    OrgaanBron,
    OrgaanLid,
    Project,
    ProjectPartner,
    Verbinding,
)
from tests.partner.pagina import BEHEERDER, REGISSEUR, tekst
from tests.regio import Regio

LEZER = "stuurgroeplid@riec"


@pytest.mark.rij("PAR-05")
def test_twee_ritmes_van_het_casusoverleg_staan_naast_elkaar_en_de_kalender_volgt_het_leidende(
    regio: Regio,
) -> None:
    orgaan = actions.laad_voorbeeldregio("bzo").organen["Casusoverleg jeugdprostitutie"]
    Orgaan.objects.filter(pk=orgaan.pk).update(ritme_vanaf=date(2012, 5, 3))
    client, adres = regio.client(REGISSEUR), f"/organen/{orgaan.pk}"
    pagina = tekst(client.get(adres, {"op": "2012-05-31"}))
    assert "eens per 4 weken leidend interviews (p. 93), 2012" in pagina
    assert "eens per 3 weken website (p. 91 fn69), 2012" in pagina
    assert "kalender: elke 4 weken" in pagina
    assert "do 31 mei 2012 , do 28 jun 2012" in pagina
    website = OrgaanBron.objects.get(orgaan=orgaan, veld="ritme", weken=3)
    assert regio.client(LEZER).post(f"/organen/bronnen/{website.pk}/leidend").status_code == 404
    assert client.post(f"/organen/bronnen/{website.pk}/leidend").status_code == 302
    pagina = tekst(client.get(adres, {"op": "2012-05-31"}))
    assert "kalender: elke 3 weken" in pagina
    assert "do 14 jun 2012 , do 5 jul 2012" in pagina


@pytest.mark.rij("PAR-05")
@pytest.mark.parametrize(
    ("code", "naam", "niveau", "status", "weken"),
    [
        ("gm", "Regionaal College Gelderland-Midden", "Strategisch", "Actief", None),
        ("gm", "Casusoverleg Mensenhandel", "Operationeel", "Gepland", 6),
        ("gm", "Zorggroep", "Besturend", "Niet opgezet", None),
        ("gm", "FINEC-overleg", "Operationeel", "Actief", None),
        ("dr", "Regionale Beheersdriehoek", "Strategisch", "Actief", None),
        ("dr", "COBO-overleg", "Tactisch", "Actief", 8),
        ("dr", "Ketenregieteam", "Tactisch", "Gepland", None),
        ("dr", "Multidisciplinair controleteam (oud)", "Operationeel", "Vervallen", None),
        ("bzo", "Moelanderstafel", "Tactisch", "Niet opgezet", None),
        ("bzo", "Zuid-6", "Tactisch", "Actief", None),
        ("bzo", "Taskforce B5", "Strategisch", "Actief", None),
        ("rr", "Ketenregieteam mensenhandel", "Tactisch", "Actief", 6),
        ("rr", "Casusoverleg mensenhandel", "Operationeel", "Actief", 4),
        ("rr", "Lokaal Zorgnetwerk Vlaardingen", "Lokaal", "Actief", None),
        ("rr", "Voorbereidingsteam", "Operationeel", "Actief", None),
    ],
)
def test_de_overleggen_van_2012_met_niveau_status_en_ritme(
    regio: Regio, code: str, naam: str, niveau: str, status: str, weken: int | None
) -> None:
    orgaan = actions.laad_voorbeeldregio(code).organen[naam]
    pagina = tekst(regio.client(LEZER).get(f"/organen/{orgaan.pk}", {"op": "2012-05-31"}))
    assert f"{naam} {status}" in pagina
    assert f"Niveau {niveau}" in pagina
    assert orgaan.ritme_weken == weken


@pytest.mark.rij("PAR-05")
def test_een_gelaagd_casusoverleg_met_vaste_en_agendaleden_en_een_rapportagelijn(regio: Regio) -> None:
    client = regio.client(REGISSEUR)
    velden = {
        "naam": "Casusoverleg Rijndal",
        "niveau": "operationeel",
        "keten": "aanpak",
        "status": "actief",
        "gelaagd": "on",
        "voorzitter": "ketenregisseur",
        "ritme": "elke 6 weken",
        "ritme_weken": "6",
        "vormen": ["arbeid"],
        "doelgroepen": "mannen, jongeren",
    }
    assert regio.client(BEHEERDER).post("/organen/nieuw", velden).status_code == 404
    assert client.post("/organen/nieuw", velden).status_code == 302
    orgaan = Orgaan.objects.get(naam="Casusoverleg Rijndal")
    zetel = {
        "partner": str(regio.partner("haven").pk),
        "rol": "regiocoordinator",
        "soort": "vast",
        "delen": ["1"],
    }
    assert client.post(f"/organen/{orgaan.pk}/deelnemers", zetel).status_code == 302
    agenda = {
        "partner": str(regio.partner("ggd").pk),
        "rol": "casusdeelnemer",
        "soort": "agenda",
        "delen": ["1", "2"],
    }
    assert client.post(f"/organen/{orgaan.pk}/deelnemers", agenda).status_code == 302
    pagina = tekst(client.get(f"/organen/{orgaan.pk}"))
    assert "Stichting Haven Regiocoördinator (zorgcoördinator) Vast 1" in pagina
    assert "GGD Rijndal Casusdeelnemer Agendalid 1 en 2" in pagina
    assert "in twee delen" in pagina
    lid = OrgaanLid.objects.get(partner=regio.partner("ggd"))
    assert client.post(f"/organen/deelnemers/{lid.pk}/einde").status_code == 302
    with klok.zet(klok.vandaag() + timedelta(days=1)):
        client.get("/organen")  # takes the message away
        assert "GGD Rijndal" not in tekst(client.get(f"/organen/{orgaan.pk}"))


@pytest.mark.rij("PAR-06")
@pytest.mark.parametrize(
    ("code", "huis", "riec"),
    [
        ("rr", "Veiligheidshuis Waterweg-Noord", "RIEC Rotterdam-Rijnmond"),
        ("bzo", "Veiligheidshuis regio Eindhoven", "RIEC Zuid-Oost Brabant"),
    ],
)
def test_de_ontbrekende_verbinding_van_riec_en_veiligheidshuis_staat_op_de_kaart_en_bij_de_knelpunten(
    regio: Regio, code: str, huis: str, riec: str
) -> None:
    actions.laad_voorbeeldregio(code)
    client = regio.client(LEZER)
    kaart = tekst(client.get("/verbindingen", {"op": "2012-05-31"}))
    assert f"{riec} {huis} Geen verbinding dubbel werk, gemist signaal" in kaart
    knelpunten = tekst(client.get("/knelpunten", {"op": "2012-05-31"}))
    assert f"{riec} en {huis} zijn niet verbonden dubbel werk, gemist signaal" in knelpunten


@pytest.mark.rij("PAR-06")
@pytest.mark.parametrize(
    ("code", "zorg", "hoe"),
    [
        ("rr", "GGD Rotterdam-Rijnmond", "Rechtstreeks aangesloten"),
        ("rr", "Stichting Elckerlyc", "Indirect aangesloten via Lokaal Zorgnetwerk Vlaardingen"),
        ("gm", "Hera / Steunpunt Huiselijk Geweld", "Gepland via gemeentelijke ketenregisseurs"),
        ("dr", "Jade", "Alleen ad hoc"),
    ],
)
def test_hoe_de_zorg_verbonden_is_verschilt_per_regio(regio: Regio, code: str, zorg: str, hoe: str) -> None:
    actions.laad_voorbeeldregio(code)
    assert f"{zorg} {hoe}" in tekst(regio.client(LEZER).get("/verbindingen", {"op": "2012-05-31"}))


@pytest.mark.rij("PAR-06")
def test_de_kaart_zegt_wat_niemand_en_wat_meer_dan_een_overleg_dekt_en_wie_leden_delen(regio: Regio) -> None:
    een = Orgaan.objects.create(
        naam="Overleg jeugd", niveau="operationeel", vormen=["seksueel"], doelgroepen=["jongeren"]
    )
    twee = Orgaan.objects.create(naam="Overleg seks", niveau="operationeel", vormen=["seksueel"])
    Orgaan.objects.create(
        naam="Plan", niveau="operationeel", vormen=["arbeid"], status="gepland", doelgroepen=["mannen"]
    )
    for orgaan in (een, twee):
        OrgaanLid.objects.create(orgaan=orgaan, partner=regio.partner("politie"), rol="casusdeelnemer")
    pagina = tekst(regio.client(LEZER).get("/verbindingen"))
    assert "Overleg jeugd en Overleg seks Politie Rijndal" in pagina
    assert "Seksuele uitbuiting meer dan eens Overleg jeugd, Overleg seks" in pagina
    assert "Arbeidsuitbuiting door niemand" in pagina
    assert "mannen door niemand" in pagina
    assert "jongeren gedekt Overleg jeugd" in pagina


@pytest.mark.rij("PAR-06")
def test_een_verbinding_noteren_vraagt_een_einde_en_verdwijnt_als_ze_niet_meer_klopt(regio: Regio) -> None:
    een, twee = (Orgaan.objects.create(naam=n, niveau="lokaal") for n in ("Eerste", "Tweede"))
    client = regio.client(REGISSEUR)
    velden = {"orgaan": str(een.pk), "soort": "geen", "risico": "dubbel werk"}
    assert "Kies één einde" in tekst(client.post("/verbindingen/nieuw", velden))
    assert "Kies een ander overleg" in tekst(
        client.post("/verbindingen/nieuw", velden | {"naar_orgaan": str(een.pk)})
    )
    assert client.post("/verbindingen/nieuw", velden | {"naar_orgaan": str(twee.pk)}).status_code == 302
    assert "Eerste en Tweede zijn niet verbonden" in tekst(client.get("/knelpunten"))
    verbinding = Verbinding.objects.get()
    assert regio.client(LEZER).post(f"/verbindingen/{verbinding.pk}/einde").status_code == 404
    client.post(f"/verbindingen/{verbinding.pk}/einde")
    with klok.zet(klok.vandaag() + timedelta(days=1)):
        assert "zijn niet verbonden" not in tekst(client.get("/knelpunten"))


@pytest.mark.rij("PAR-07")
def test_een_taak_zonder_deelnemers_of_uren_staat_open_met_haar_eigenaar(regio: Regio) -> None:
    eigenaar = regio.bezettingen["casusdeelnemer@nla"].functie
    velden = {
        "partner": str(regio.partner("nla").pk),
        "soort": "taak",
        "omschrijving": "Fiscaal onderzoek bij signalen",
        "eigenaar": str(eigenaar.pk),
    }
    assert regio.client("casusdeelnemer@nla").post("/inzet/nieuw", velden).status_code == 404
    assert regio.client(REGISSEUR).post("/inzet/nieuw", velden).status_code == 302
    overzicht = tekst(regio.client(LEZER).get("/inzet"))
    assert "1 toezegging staat open" in overzicht
    assert "Casusdeelnemer open" in overzicht
    assert "Arbeidsinspectie Rijndal: Fiscaal onderzoek bij signalen" in tekst(
        regio.client(LEZER).get("/knelpunten")
    )
    inzet = Inzet.objects.get()
    assert regio.client(BEHEERDER).get(f"/inzet/{inzet.pk}").status_code == 404
    regio.client(REGISSEUR).post(
        f"/inzet/{inzet.pk}", velden | {"deelnemers": "inspecteurs", "uren_per_maand": "16"}
    )
    assert "belegd" in tekst(regio.client(LEZER).get("/inzet"))


@pytest.mark.rij("PAR-07")
@pytest.mark.parametrize(
    ("code", "woorden"),
    [
        ("gm", "fiscaal onderzoek bij signalen (Voorstel, paragraaf 1.2)"),
        ("gm", "ambtelijke steun voor de regionale werkgroep"),
        ("rr", "elke partner draagt zijn eigen kosten (convenant, artikel 9)"),
        ("rr", "hulp aan Vlaardingen bij het handhavingsarrangement"),
        ("dr", "wat kan en wil de gemeente bijdragen aan de ketenaanpak?"),
    ],
)
def test_taken_kosten_en_steun_van_2012(regio: Regio, code: str, woorden: str) -> None:
    actions.laad_voorbeeldregio(code)
    assert woorden in tekst(regio.client(LEZER).get("/inzet"))


def _project(regio: Regio, **velden: Any) -> Project:
    dag = klok.vandaag()
    project = Project.objects.create(
        naam="Plein",
        doel="Uitbuiting op het plein stoppen",
        trekker=regio.partner("riec"),
        van=dag,
        tot=dag + timedelta(days=200),
        **velden,
    )
    for code, doel in (("politie", "exploitanten en pooiers"), ("nla", "belasting van prostituees")):
        ProjectPartner.objects.create(project=project, partner=regio.partner(code), doel=doel)
    return project


@pytest.mark.rij("PAR-08")
def test_een_verschil_in_doel_moet_eerst_zijn_opgelost_of_aanvaard(regio: Regio) -> None:
    project, client = _project(regio), regio.client(REGISSEUR)
    adres = f"/projecten/{project.pk}"
    assert "Politie Rijndal: exploitanten en pooiers" in tekst(client.get(adres))
    geweigerd = client.post(f"{adres}/start", {"versie": "1"})
    assert geweigerd.status_code == 422
    assert "De doelen van de partners verschillen" in tekst(geweigerd)
    assert regio.client(LEZER).post(f"{adres}/start", {"versie": "1"}).status_code == 404
    velden = {
        "naam": "Plein",
        "soort": "project",
        "trekker": str(project.trekker_id),
        "doel": project.doel,
        "van": str(project.van),
        "tot": str(project.tot),
        "versie": "1",
        "verschil_aanvaard": "Beide doelen kunnen na elkaar.",
    }
    assert client.post(f"{adres}/wijzigen", velden).status_code == 302
    assert client.post(f"{adres}/start", {"versie": "1"}).status_code == 422
    assert client.post(f"{adres}/start", {"versie": "2"}).status_code == 302
    assert "Aanvaard, omdat: Beide doelen kunnen na elkaar." in tekst(client.get(adres))


@pytest.mark.rij("PAR-08")
def test_instemmen_met_een_gezamenlijke_focus_lost_het_verschil_op(regio: Regio) -> None:
    project, client = _project(regio, focus="Eerst de exploitanten"), regio.client(REGISSEUR)
    for code in ("politie", "nla"):
        velden = {"partner": str(regio.partner(code).pk), "doel": "eigen", "akkoord_met_focus": "on"}
        assert client.post(f"/projecten/{project.pk}/partners", velden).status_code == 302
    assert client.post(f"/projecten/{project.pk}/start", {"versie": "1"}).status_code == 302


@pytest.mark.rij("PAR-08")
def test_een_project_waarschuwt_voor_zijn_einde_tot_er_een_besluit_is(regio: Regio) -> None:
    project = _project(regio, status="loopt", verschil_aanvaard="ja")
    client = regio.client(REGISSEUR)
    assert "Project Plein eindigt" not in tekst(client.get("/"))
    Project.objects.update(tot=klok.vandaag() + timedelta(days=30))
    assert "Project Plein eindigt" in tekst(client.get("/"))
    velden = {
        "resultaat": "Drie panden dicht",
        "zonder_effect": "Voorlichting",
        "borging": "opnemen",
        "borging_reden": "Werkt",
        "versie": "1",
    }
    assert client.post(f"/projecten/{project.pk}/afronden", velden).status_code == 302
    assert "Project Plein eindigt" not in tekst(client.get("/"))
    pagina = tekst(client.get(f"/projecten/{project.pk}"))
    assert "Voorlichting" in pagina
    assert "Opnemen in het gewone werk: Werkt" in pagina


@pytest.mark.rij("PAR-08")
@pytest.mark.parametrize(
    ("code", "naam", "woorden"),
    [
        ("bzo", "Project Baekelandplein", "Belastingdienst Oost-Brabant: belasting van prostituees"),
        ("bzo", "Taskforce B5", "di 31 dec 2013"),
        ("bzo", "Pilot MOE-landers", "Opnemen in het gewone werk"),
        ("dr", "Pilot Prostitutie Maatschappelijk Werk", "subsidie afgewezen"),
        ("dr", "Actie Octopus", "nog geen concrete signalen"),
        ("rr", "Loverboys 2.0", "landelijke handreiking"),
        ("rr", "Samen groeien in samenwerken", "Proeftuin"),
    ],
)
def test_de_projecten_van_2012_met_wat_ze_opleverden_en_wat_niet(
    regio: Regio, code: str, naam: str, woorden: str
) -> None:
    actions.laad_voorbeeldregio(code)
    client = regio.client(LEZER)
    assert naam in tekst(client.get("/projecten"))
    assert woorden in tekst(client.get(f"/projecten/{Project.objects.get(naam=naam).pk}"))


def test_een_collega_noteert_een_knelpunt_en_de_regio_lost_het_op(regio: Regio) -> None:
    ggd = regio.client("casusdeelnemer@ggd")
    velden = {"titel": "Geen tolk buiten kantooruren", "risico": "Slachtoffer kan niets vertellen"}
    assert ggd.post("/knelpunten/nieuw", velden).status_code == 302
    assert "Geen tolk buiten kantooruren" in tekst(regio.client(LEZER).get("/knelpunten"))
    adres = f"/knelpunten/{Knelpunt.objects.get().pk}/oplossen"
    assert ggd.post(adres, {"oplossing": "Tolkentelefoon"}).status_code == 404
    assert regio.client(REGISSEUR).post(adres, {"oplossing": "Tolkentelefoon"}).status_code == 302
    assert "Geen tolk" not in tekst(regio.client(LEZER).get("/knelpunten"))


def test_elk_formulier_opent_en_wijst_een_leeg_formulier_met_uitleg_af(regio: Regio) -> None:
    client = regio.client(REGISSEUR)
    orgaan = Orgaan.objects.create(naam="O", niveau="lokaal")
    project = _project(regio)
    for adres in (
        "/partners/nieuw",
        "/partners/riec/wijzigen",
        "/partners/riec/namen",
        "/partners/riec/functies",
        "/regio/indelingen",
        "/organen/nieuw",
        f"/organen/{orgaan.pk}/wijzigen",
        f"/organen/{orgaan.pk}/deelnemers",
        f"/organen/{orgaan.pk}/bronnen",
        "/verbindingen/nieuw",
        "/inzet/nieuw",
        "/projecten/nieuw",
        f"/projecten/{project.pk}/wijzigen",
        f"/projecten/{project.pk}/partners",
        f"/projecten/{project.pk}/afronden",
        "/knelpunten/nieuw",
    ):
        assert client.get(adres).status_code == 200, adres
        leeg = client.post(adres, {})
        assert leeg.status_code == 422, adres
        assert re.search("foutenlijst", leeg.content.decode()), adres

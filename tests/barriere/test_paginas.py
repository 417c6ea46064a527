# SPDX-License-Identifier: EUPL-1.2
"""The barrier models, the picture of a case and what a group lacks, from outside (BAR-01, BAR-02, BAR-04+)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.barriere import queries, rules
from schakel.barriere.models import Barriere, Barrieremodel
from schakel.convenant.actor import als
from schakel.interventie.rules import CATALOGUS
from schakel.partner.models import Bezetting, Functie, Orgaan, OrgaanLid, Partner, PartnerSoort
from schakel.toegang.models import Gebruiker
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.partner.pagina import tekst
from tests.regio import Regio


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _model(regio: Regio, code: str) -> Barrieremodel:
    with als(regio.actor(REGIE)):
        return Barrieremodel.objects.get(code=code)


def _barriere(regio: Regio, model: str, code: str) -> Barriere:
    with als(regio.actor(REGIE)):
        return Barriere.objects.get(model__code=model, code=code, model__eigenaar__isnull=True)


def _beeld(keten: Keten, model: str, wie: str = REGIE) -> Any:
    pad = f"/barrieres/casussen/{keten.casus_id}?model={_model(keten.regio, model).pk}"
    return keten.regio.client(wie).get(pad)


def _leg_vast(keten: Keten, model: str, code: str, wie: str = REGIE, **velden: Any) -> Any:
    pad = f"/barrieres/casussen/{keten.casus_id}?model={_model(keten.regio, model).pk}"
    barriere = str(_barriere(keten.regio, model, code).pk)
    return keten.regio.client(wie).post(pad, {"barriere": barriere, "deel": 1, **velden})


@pytest.mark.rij("BAR-01")
def test_de_vijf_barrieres_van_2012_staan_klaar_naast_de_route_van_het_slachtoffer(regio: Regio) -> None:
    client = regio.client(REGIE)
    pagina = tekst(client.get(f"/barrieres?model={_model(regio, 'nrm-2012').pk}"))
    for naam in ("Entree", "Identiteit", "Huisvesting", "Arbeid", "Financiële stromen"):
        assert naam in pagina
    route = tekst(client.get(f"/barrieres?model={_model(regio, 'slachtoffer').pk}"))
    assert "Papieren uit handen" in route
    assert client.get("/barrieres?model=bestaat-niet").status_code == 404


@pytest.mark.rij("BAR-01")
def test_een_project_breidt_zijn_model_uit_en_dat_van_een_ander_verandert_niet(regio: Regio) -> None:
    basis = _model(regio, "nrm-2012")
    houden = [str(b.pk) for b in queries.barrieres(basis) if b.code != "entree"]
    pad = f"/barrieres/nieuw?model={basis.pk}"
    velden = {"naam": "Project Noord", "houden": houden, "naam1": "Cultuur en religie", "deel1": "cultuur"}
    assert regio.client(REGIE).post(pad, velden | {"deel1": ""}).status_code == 422
    assert regio.client(REGIE).post(pad, velden).status_code == 302
    for wie in (NLA, POLITIE, HAVEN):
        assert regio.client(wie).post(pad, velden).status_code == 404
    ander = tekst(regio.client(GEMEENTE).get(f"/barrieres?model={basis.pk}"))
    assert "1. Entree" in ander
    assert "Cultuur" not in ander.split("Barrière Maakt")[1]
    naast = tekst(regio.client(GEMEENTE).get("/barrieres/vergelijken"))
    assert "Project Noord" in naast
    assert "Vijf barrières (2012)" in naast


@pytest.mark.rij("BAR-02")
def test_een_werkgroep_zonder_partner_voor_geld_ziet_het_gat_en_wie_zou_passen(regio: Regio) -> None:
    fiscus = Partner.objects.create(code="fiscus", soort="belastingdienst", naam="Belasting Rijndal")
    groep = Orgaan.objects.create(naam="Werkgroep Noord", niveau="operationeel")
    for code, rol in (("politie", "casusdeelnemer"), ("nla", "casusdeelnemer"), ("lindemeer", "melder")):
        OrgaanLid.objects.create(orgaan=groep, partner=regio.partner(code), rol=rol)
    pad = f"/barrieres/samenstelling?orgaan={groep.pk}&model={_model(regio, 'nrm-2012').pk}"
    pagina = tekst(regio.client(REGIE).get(pad))
    geld = pagina.split("Financiële stromen –")[1]
    assert "gat" in geld
    assert "Belasting Rijndal" in geld
    assert "om te helpen" in geld, "hulp en zorg horen erbij, ook al volgen ze niet uit het model"
    assert "Stichting Haven" in geld
    OrgaanLid.objects.create(orgaan=groep, partner=fiscus, rol="casusdeelnemer")
    daarna = tekst(regio.client(REGIE).get(pad))
    assert "Financiële stromen –" not in daarna


@pytest.mark.rij("BAR-02")
def test_een_faciliteerder_is_een_rol_in_de_casus_met_bron_en_alleen_daar_te_zien(keten: Keten) -> None:
    velden = {"wat": "faciliteerder", "omschrijving": "de verhuurder van de schuur", "legaal": "ja"}
    antwoord = _leg_vast(keten, "nrm-2012", "huisvesting", **velden, bewust="onbekend", bron="controle mei")
    assert antwoord.status_code == 302
    pagina = tekst(_beeld(keten, "nrm-2012", NLA))
    assert "de verhuurder van de schuur legaal, onbekend, controle mei" in pagina
    for wie in (HAVEN, GEMEENTE):
        assert _beeld(keten, "nrm-2012", wie).status_code == 404
    leeg = _leg_vast(keten, "nrm-2012", "huisvesting", wat="faciliteerder", omschrijving="", legaal="nee")
    assert leeg.status_code == 422


@pytest.mark.rij("BAR-04+")
def test_wat_onder_identiteit_staat_komt_in_het_model_van_nu_onder_registratie(keten: Keten) -> None:
    velden = {"wat": "faciliteerder", "omschrijving": "het kantoor met briefadressen", "legaal": "ja"}
    _leg_vast(keten, "nrm-2012", "identiteit", **velden, bewust="nee")
    _leg_vast(keten, "nrm-2012", "identiteit", wat="stand", staat="open", toelichting="zo kwam men binnen")
    pagina = tekst(_beeld(keten, "vng-ccv"))
    registratie = pagina.split("Registratie Open")[1].split("Kan het stoppen")[0]
    assert "het kantoor met briefadressen" in registratie
    assert "(Identiteit)" in registratie, "onder welke barrière het was genoteerd"
    assert "Open: de uitbuiter komt erdoor" in pagina
    assert "het kantoor met briefadressen" in tekst(_beeld(keten, "nrm-2012"))


@pytest.mark.rij("BAR-04+")
def test_wat_in_een_ander_model_nergens_past_blijft_staan(keten: Keten) -> None:
    velden = {"wat": "faciliteerder", "omschrijving": "de nepprofielen", "legaal": "nee", "bewust": "ja"}
    _leg_vast(keten, "nu", "online", **velden)
    pagina = tekst(_beeld(keten, "nrm-2012"))
    assert "de nepprofielen" in pagina.split("Past niet in dit model")[1]


def test_deel_2_bestaat_niet_voor_de_regiocoordinator(keten: Keten) -> None:
    keten.betrek(HAVEN)
    velden = {"wat": "stand", "staat": "gesloten", "toelichting": "opsporing loopt"}
    assert _leg_vast(keten, "nu", "arbeid", **(velden | {"deel": 2})).status_code == 302
    assert "opsporing loopt" in tekst(_beeld(keten, "nu", NLA))
    voor_haven = tekst(_beeld(keten, "nu", HAVEN))
    assert "opsporing loopt" not in voor_haven
    assert "Gesloten" not in voor_haven.split("Arbeid")[1].split("Hoe staat een barrière")[0]


def test_elk_geleverd_model_bestaat_uit_bekende_onderdelen_partners_en_interventies() -> None:
    soorten = set(PartnerSoort.values)
    for deel in rules.onderdelen().values():
        assert {*deel.signaleren, *deel.ingrijpen} <= soorten, deel.code
        assert set(deel.interventies) <= set(CATALOGUS), deel.code
    for barriere in rules.bestand()["barriere"].values():
        assert barriere["basis"]
        assert set(barriere["basis"]) <= set(rules.onderdelen())


@given(aanwezig=st.sets(st.sampled_from(sorted(PartnerSoort.values))))
def test_wie_erbij_komt_maakt_nooit_een_gat(aanwezig: set[str]) -> None:
    for deel in rules.onderdelen().values():
        gat = rules.gat(deel, aanwezig)
        assert not set(gat.signaleren) & aanwezig
        assert not rules.gat(deel, aanwezig | set(deel.signaleren) | set(deel.ingrijpen))


def _burgerzaken(regio: Regio) -> str:
    """A function of the municipality that is in no case at all."""
    functie = Functie.objects.create(partner=regio.partner("lindemeer"), naam="Burgerzaken", rol="melder")
    gebruiker = Gebruiker(inlognaam="burgerzaken@lindemeer.rijndal.test", naam="Test burgerzaken")
    gebruiker.set_unusable_password()
    gebruiker.save()
    regio.bezettingen["burgerzaken@lindemeer"] = Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1)
    )
    return "burgerzaken@lindemeer"


def _tweede_casus(regio: Regio) -> str:
    velden = {"soort": "groep", "werktitel": "Loods aan de kade", "reden": "zelfde patroon"}
    antwoord = regio.client(REGIE).post("/casussen/nieuw", velden)
    return str(antwoord.headers["Location"]).rsplit("/", 1)[1]


@pytest.mark.rij("BAR-03")
def test_burgerzaken_leest_in_hoeveel_casussen_en_niets_van_die_casussen(regio: Regio) -> None:
    keten, burgerzaken = maak_keten(regio), _burgerzaken(regio)
    regie = regio.client(REGIE)
    plek = {
        "naam": "Inschrijving zonder gesprek",
        "werkwijze": "Een tussenpersoon schrijft groepen tegelijk in.",
        "onderdeel": "identiteit",
        "eigenaar": str(regio.partner("lindemeer").pk),
        "afdeling": "Burgerzaken",
    }
    antwoord = regie.post("/barrieres/zwakke-plekken/nieuw", plek)
    assert antwoord.status_code == 302, tekst(antwoord)
    adres = str(antwoord.headers["Location"])
    for casus, zin in ((str(keten.casus_id), "tien poolse namen"), (_tweede_casus(regio), "via de loods")):
        vondst = {"wat": "vondst", "soort": "casus", "casus": casus, "toelichting": zin}
        assert regie.post(adres, vondst).status_code == 302
        assert regie.post(adres, vondst).status_code == 422, "een casus telt een keer"
    assert "tien poolse namen" in tekst(regie.get(adres))
    eigenaar = regio.client(burgerzaken)
    gezien = tekst(eigenaar.get(adres))
    assert "In 2 casussen" in gezien
    for geheim in ("tien poolse namen", "via de loods", "CAS-", "Kassen", "Loods"):
        assert geheim not in gezien
    assert "in 2 casussen" in tekst(eigenaar.get("/barrieres/zwakke-plekken"))
    vondst = {"wat": "vondst", "soort": "controle", "toelichting": "x"}
    assert eigenaar.post(adres, vondst).status_code == 404
    leeg = {"wat": "aanpak", "stand": "opgelost", "maatregel": "", "versie": 1}
    assert eigenaar.post(adres, leeg).status_code == 422
    klaar = leeg | {"stand": "bezig", "maatregel": "Eerst een gesprek, dan inschrijven."}
    assert eigenaar.post(adres, klaar).status_code == 302
    ander = tekst(regio.client("aandachtsfunctionaris@veenburg").get(adres))
    assert "Eerst een gesprek, dan inschrijven." in ander
    assert "In 2 casussen" not in ander, "het aantal is voor de eigenaar en de regie"
    assert regio.client("aandachtsfunctionaris@veenburg").post(adres, klaar).status_code == 404


@pytest.mark.rij("BAR-03")
def test_een_vondst_bij_een_controle_telt_apart(regio: Regio) -> None:
    maak_keten(regio)
    plek = {
        "naam": "Kamer zonder huurcontract",
        "werkwijze": "De verhuurder vraagt geen papieren.",
        "onderdeel": "huisvesting",
        "eigenaar": str(regio.partner("lindemeer").pk),
    }
    adres = str(regio.client(NLA).post("/barrieres/zwakke-plekken/nieuw", plek).headers["Location"])
    for soort in ("controle", "analyse"):
        vondst = {"wat": "vondst", "soort": soort, "toelichting": f"gezien bij {soort}"}
        assert regio.client(NLA).post(adres, vondst).status_code == 302
    eigenaar = tekst(regio.client("aandachtsfunctionaris@lindemeer").get(adres))
    assert "In 0 casussen, en 2 keer bij een controle of analyse" in eigenaar
    assert "gezien bij controle" not in eigenaar

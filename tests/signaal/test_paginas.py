# SPDX-License-Identifier: EUPL-1.2
"""The pages, from outside."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie
from schakel.kern import klok
from schakel.melding import actions as meldpunt
from schakel.melding.actions import NieuweMelding
from schakel.signaal import actions, queries
from schakel.signaal.actions import NieuwSignaal
from schakel.signaal.models import Signaal
from schakel.signaal.rules.termijn import uiterlijk
from tests.convenant.wereld import deel
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, REGISSEUR, gegeven, regime, signaal

NUMMER = "06 0047 1129"


def _nieuw(**velden: Any) -> dict[str, Any]:
    return {
        "id": str(uuid4()), "tekst": "Elf mensen op een adres", "zekerheid": "eigen_waarneming",
        "herkomst": "eigen", "betrouwbaarheid": "onbekend", "vormen": ["arbeid"],
    } | velden  # fmt: skip


def _eigen(regio: Regio, wie: str) -> list[Signaal]:
    door = regio.actor(wie)
    with als(door):
        return list(queries.signalen(door=door))


def _pagina(client: Client, adres: str, status: int = 200) -> str:
    antwoord = client.get(adres)
    assert antwoord.status_code == status, antwoord.content.decode()[:500]
    return antwoord.content.decode()


@pytest.mark.rij("SIG-01")
def test_werving_in_lindemeer_en_uitbuiting_in_antwerpen_tellen_elk_voor_zich(regio: Regio) -> None:
    client = regio.client(BALIE)
    velden = {
        "werving_gemeente": str(regio.gemeenten["lindemeer"].pk), "uitbuiting_gemeente": "buitenland",
        "uitbuiting_buitenland": "Antwerpen, België", "verblijf_gemeente": "onbekend", "omvang": "3",
        "sector": "tuinbouw", "persoon_rol": "mogelijk-slachtoffer", "persoon_voornaam": "Andrei",
        "betrouwbaarheid": "hoog",
    }  # fmt: skip
    antwoord = client.post("/signalen/nieuw", _nieuw(**velden))
    assert antwoord.status_code == 302
    blad = _pagina(client, antwoord["Location"])
    assert "Antwerpen, België" in blad
    assert "Mogelijk slachtoffer" in blad
    door = regio.actor(BALIE)
    with als(door):
        geteld = {
            (r["gemeente__naam"] or r["buitenland"], r["soort"]): r["aantal"]
            for r in queries.per_gemeente(door=door)
        }
    assert geteld == {
        ("Lindemeer", "werving"): 1,
        ("Antwerpen, België", "uitbuiting"): 1,
        ("", "verblijf"): 1,
    }
    assert "Lindemeer" in _pagina(client, "/signalen/per-gemeente")


def test_twee_keer_versturen_maakt_een_signaal(regio: Regio) -> None:
    client, velden = regio.client(BALIE), _nieuw()
    assert (
        client.post("/signalen/nieuw", velden)["Location"]
        == client.post("/signalen/nieuw", velden)["Location"]
    )
    assert len(_eigen(regio, BALIE)) == 1


def test_een_fout_zegt_wat_te_doen_en_wat_getypt_is_blijft(regio: Regio) -> None:
    antwoord = regio.client(BALIE).post(
        "/signalen/nieuw",
        _nieuw(tekst="", omvang="veel", uitbuiting_gemeente="buitenland", persoon_roepnaam="Zwarte Marek 🌵"),
    )
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Zwarte Marek 🌵" in tekst
    assert "getal in cijfers" in tekst
    assert "Schrijf welk land" in tekst


def test_een_ander_ziet_het_signaal_niet_en_verboden_is_als_ontbrekend(regio: Regio) -> None:
    s = signaal(regio, BALIE, gegeven("tekst", tekst="geheim verhaal"))
    for wie in (INSPECTIE, "functioneel_beheerder@lindemeer", "stuurgroeplid@riec"):
        client = regio.client(wie)
        for pad in (
            "",
            "/kenmerken",
            "/gegevens/telefoon",
            "/stap/in_veredeling",
            "/besluit/bescherming",
            "/vraag",
            "/indicatoren",
        ):
            verboden, ontbreekt = (
                client.get(f"/signalen/{s.pk}{pad}"),
                client.get(f"/signalen/{uuid4()}{pad}"),
            )
            assert verboden.status_code == ontbreekt.status_code == 404
            assert "geheim" not in verboden.content.decode()


def test_zonder_functie_voor_signalen_geen_nieuw_signaal(regio: Regio) -> None:
    assert regio.client("stuurgroeplid@riec").get("/signalen/nieuw").status_code == 404


@pytest.mark.rij("SIG-02")
def test_een_verzoek_is_op_dag_elf_te_laat_en_niets_gevonden_sluit_het(regio: Regio) -> None:
    s = signaal(regio, BALIE, gegeven("telefoon", telefoon=NUMMER))
    vraag = {
        "id": str(uuid4()), "aan": str(regio.partner("politie").pk),
        "vraag": "Kennen jullie dit nummer? canarie", "doel": "opsporing", "grondslag": "WGS",
        "termijn": "10",
    }  # fmt: skip
    for _ in range(2):
        assert regio.client(BALIE).post(f"/signalen/{s.pk}/vraag", vraag).status_code == 302
    begin = klok.vandaag()
    laatste = uiterlijk(begin, 10)
    with klok.zet(laatste):
        assert "Te laat" not in _pagina(regio.client(BALIE), "/informatieverzoeken")
        assert "Politie" not in _pagina(regio.client(REGISSEUR), "/informatieverzoeken")
    with klok.zet(laatste + timedelta(days=1)):
        assert "Te laat" in _pagina(regio.client(BALIE), "/informatieverzoeken")
        assert "Nog geen antwoord van Politie" in _pagina(regio.client(BALIE), "/")
        regisseur = _pagina(regio.client(REGISSEUR), "/informatieverzoeken")
        assert "Te laat" in regisseur
        assert "Verzoek van Gemeente Lindemeer aan Politie" in _pagina(regio.client(REGISSEUR), "/")
        adres = regisseur.split('href="/informatieverzoeken/')[1].split('"')[0]
        gezien = _pagina(regio.client(REGISSEUR), f"/informatieverzoeken/{adres}")
        assert "canarie" not in gezien
        politie = regio.client(POLITIE)
        assert "canarie" in _pagina(politie, f"/informatieverzoeken/{adres}")
        leeg = politie.post(f"/informatieverzoeken/{adres}", {"status": "geweigerd", "tekst": " "})
        assert leeg.status_code == 422
        assert politie.post(f"/informatieverzoeken/{adres}", {"status": "niets_gevonden"}).status_code == 302
        assert "Casusdeelnemer" in _pagina(regio.client(BALIE), f"/informatieverzoeken/{adres}")
        assert "Te laat" not in _pagina(regio.client(BALIE), "/informatieverzoeken")
        assert _pagina(regio.client(REGISSEUR), f"/informatieverzoeken/{adres}", 404)


def test_een_verzoek_wordt_beantwoord_met_een_verstrekking_na_mag_dit(regio: Regio) -> None:
    regime(regio)
    balie = signaal(
        regio,
        BALIE,
        gegeven("telefoon", telefoon=NUMMER),
        gegeven("persoon", rol="verdachte", voornaam="Marek"),
    )
    nla = signaal(
        regio, INSPECTIE, gegeven("telefoon", telefoon="+31600471129"),
        gegeven("persoon", rol="verdachte", voornaam="Mareck", achternaam="Nowak"),
        NieuwGegeven("tekst", Categorie.FISCAAL, {"tekst": "loonaangifte klopt niet"}),
    )  # fmt: skip
    blind = _pagina(regio.client(BALIE), f"/signalen/{balie.pk}")
    assert "Raakvlak met informatie van Arbeidsinspectie Rijndal" in blind
    assert "Nowak" not in blind
    assert nla.kenmerk not in blind
    raakvlak = blind.split("?raakvlak=")[1].split('"')[0]
    vraag = {
        "id": str(uuid4()), "raakvlak": raakvlak, "aan": str(regio.partner("nla").pk),
        "vraag": "Wat weten jullie?", "doel": "opsporing", "grondslag": "WGS", "termijn": "5",
    }  # fmt: skip
    assert regio.client(BALIE).post(f"/signalen/{balie.pk}/vraag", vraag).status_code == 302
    client = regio.client(INSPECTIE)
    adres = _pagina(client, "/informatieverzoeken").split('href="/informatieverzoeken/')[1].split('"')[0]
    assert nla.kenmerk in _pagina(client, f"/informatieverzoeken/{adres}")
    velden = {
        "id": str(uuid4()), "stuk": str(nla.pk), "categorieen": ["object", "persoon-verdacht"],
        "tot": (klok.vandaag() + timedelta(days=30)).isoformat(), "tekst": "Bel gerust",
    }  # fmt: skip
    mag = client.post(f"/informatieverzoeken/{adres}/delen", velden | {"categorieen": ["fiscaal"]})
    assert "Dit mag nu niet" in mag.content.decode()
    assert "Dit mag" in client.post(f"/informatieverzoeken/{adres}/delen", velden).content.decode()
    assert client.post(f"/informatieverzoeken/{adres}/delen", velden | {"delen": "1"}).status_code == 302
    ziet = _pagina(regio.client(BALIE), f"/signalen/{balie.pk}")
    assert nla.kenmerk in ziet
    assert "zelfde telefoonnummer" in ziet
    gedeeld = _pagina(regio.client(BALIE), f"/signalen/{nla.pk}")
    assert "Nowak" in gedeeld
    assert "Raakvlakken" not in gedeeld
    assert "Bel gerust" in _pagina(regio.client(BALIE), f"/informatieverzoeken/{adres}")


@pytest.mark.rij("SIG-07+")
def test_zonder_koppelregime_wordt_vergelijken_geweigerd_met_wat_ontbreekt(regio: Regio) -> None:
    client = regio.client(BALIE)
    nee = client.post("/koppelregime")
    assert nee.status_code == 409
    assert "grondslag" in nee.content.decode()
    assert "DPIA" in nee.content.decode()
    s = signaal(regio, BALIE, gegeven("telefoon", telefoon=NUMMER))
    signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=NUMMER))
    rij = regime(regio)
    assert client.post("/koppelregime").status_code == 302
    assert "Raakvlak met informatie van Arbeidsinspectie" in _pagina(client, f"/signalen/{s.pk}")
    with klok.zet(rij.evaluatie_op + timedelta(days=1)):
        verlopen = client.post("/koppelregime")
        assert verlopen.status_code == 409
        assert "evaluatiedatum" in verlopen.content.decode()


@pytest.mark.rij("SIG-04")
def test_drie_niet_pluissignalen_van_twee_partners_geven_de_ketenregisseur_een_taak(regio: Regio) -> None:
    regime(regio)
    adres = {"straat": "Kassenweg", "huisnummer": "12", "postcode": "0221 KW", "plaats": "Lindemeer"}
    signaal(regio, BALIE, gegeven("adres", **adres), niet_pluis=True)
    signaal(regio, INSPECTIE, gegeven("adres", **adres | {"postcode": "0221kw"}), niet_pluis=True)
    werk = "Niet-pluissignalen tellen op"
    assert werk not in _pagina(regio.client(REGISSEUR), "/")
    signaal(regio, BALIE, gegeven("adres", **adres, omschrijving="canarie"), niet_pluis=True)
    client = regio.client(REGISSEUR)
    pagina = _pagina(client, "/")
    assert pagina.count(werk) == 1
    adres_taak = "/niet-pluis/" + pagina.split('href="/niet-pluis/')[1].split('"')[0]
    taak = _pagina(client, adres_taak)
    assert "Gemeente Lindemeer" in taak
    assert "Arbeidsinspectie Rijndal" in taak
    assert "Kassenweg" not in taak
    assert "canarie" not in _pagina(regio.client(INSPECTIE), "/signalen")
    assert regio.client(BALIE).get(adres_taak).status_code == 404
    assert client.post(adres_taak, {"reden": "Besproken met beide partners"}).status_code == 302
    assert werk not in _pagina(client, "/")


@pytest.mark.rij("SIG-03")
def test_een_oud_antwoord_leest_onder_zijn_versie_en_een_nieuw_signaal_biedt_de_nieuwe(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from schakel.signaal.actions.indicatoren import laad_indicatorlijsten
    from schakel.signaal.rules import indicatoren

    client = regio.client(BALIE)
    oud = signaal(regio, BALIE, vormen=["arbeid"])
    pagina = _pagina(client, f"/signalen/{oud.pk}/indicatoren")
    assert "paspoort" in pagina
    formulier = {
        "id": str(uuid4()),
        "lijst": "NLA",
        "NLA-04": "waargenomen",
        "NLA-05": "onbekend",
        "zekerheid": "document",
    }
    for _ in range(2):
        assert client.post(f"/signalen/{oud.pk}/indicatoren", formulier).status_code == 302
    lijsten = list(indicatoren.lees())

    def nieuw() -> Any:
        for code, merk, rijen in lijsten:
            yield (
                code,
                "anders" if code == "NLA" else merk,
                [replace(r, tekst="Nieuwe tekst") if r.code == "NLA-04" else r for r in rijen],
            )

    monkeypatch.setattr(indicatoren, "lees", nieuw)
    assert laad_indicatorlijsten() == ["NLA versie 2"]
    assert laad_indicatorlijsten() == []
    blad = _pagina(client, f"/signalen/{oud.pk}")
    assert "Nieuwe tekst" not in blad
    assert blad.count("versie 1") == 1
    assert "Nieuwe tekst" in _pagina(client, f"/signalen/{oud.pk}/indicatoren?lijst=NLA")


def test_de_tweede_die_wijzigt_ziet_wat_er_veranderde_en_overschrijft_niets(regio: Regio) -> None:
    s = signaal(regio, BALIE)
    client = regio.client(BALIE)
    adres = f"/signalen/{s.pk}/stap/in_veredeling"
    oppakken = {"versie": s.versie, "reden": "Meer bronnen"}
    assert (
        client.post(
            f"/signalen/{s.pk}/besluit/bescherming", oppakken | {"ja": "ja", "reden": "Angst voor werkgever"}
        ).status_code
        == 302
    )
    tweede = client.post(adres, oppakken)
    assert tweede.status_code == 409
    tekst = tweede.content.decode()
    assert "Angst voor werkgever" in tekst
    assert "Meer bronnen" in tekst
    assert client.post(adres, oppakken | {"versie": s.versie + 1}).status_code == 302
    weging = client.post(
        f"/signalen/{s.pk}/besluit/weging", {"versie": s.versie + 2, "ja": "nee", "reden": "Te dun"}
    )
    assert weging.status_code == 302
    [nu] = _eigen(regio, BALIE)
    assert (nu.status, nu.bescherming, nu.weging) == ("in_veredeling", "ja", "nee")
    assert (
        client.post(
            f"/signalen/{s.pk}/stap/rijp_voor_weging", {"versie": nu.versie, "reden": "x"}
        ).status_code
        == 422
    )
    dicht = client.post(f"/signalen/{s.pk}/stap/afgesloten", {"versie": nu.versie, "reden": "x"})
    assert "Kies een reden van afsluiten" in dicht.content.decode()


@pytest.mark.rij("SIG-05")
def test_drie_facetten_op_een_adres_komen_samen_en_iemand_beoordeelt_het_met_reden(regio: Regio) -> None:
    adres = {"straat": "Kassenweg", "huisnummer": "12", "postcode": "0221 KW"}
    facetten = [("arbeid", "tuinbouw"), ("dienstbaarheid", "bouw"), ("crimineel", "horeca")]
    rijen = [signaal(regio, BALIE, gegeven("adres", **adres), vormen=[v], sector=s) for v, s in facetten]
    client = regio.client(BALIE)
    blad = _pagina(client, f"/signalen/{rijen[2].pk}")
    assert "Wat er samenkomt" in blad
    for woord in ("Land- en tuinbouw", "Gedwongen dienstverlening", "Horeca", "zelfde adres"):
        assert woord in blad
    raakvlak = "/raakvlakken/" + blad.split('href="/raakvlakken/')[1].split('"')[0]
    assert client.post(raakvlak, {"status": "zelfde", "reden": " "}).status_code == 422
    assert (
        client.post(raakvlak, {"status": "zelfde", "reden": "Zelfde pand, zelfde mensen"}).status_code == 302
    )
    assert "Zelfde pand, zelfde mensen" in _pagina(client, f"/signalen/{rijen[2].pk}")
    assert regio.client(INSPECTIE).get(raakvlak).status_code == 404


def test_zoeken_vindt_wat_zichtbaar_is_en_vraagt_waarvoor(regio: Regio) -> None:
    s = signaal(
        regio,
        BALIE,
        gegeven("persoon", rol="verdachte", voornaam="Mareck", achternaam="Nowak"),
        gegeven("telefoon", telefoon=NUMMER),
    )
    for woorden in ("nowak", "Marec", "0600471129", "mareck nowak"):
        antwoord = regio.client(BALIE).post("/signalen/zoek", {"woorden": woorden, "doel": "opsporing"})
        assert s.kenmerk in antwoord.content.decode(), woorden
        elders = regio.client(INSPECTIE).post("/signalen/zoek", {"woorden": woorden, "doel": "opsporing"})
        assert s.kenmerk not in elders.content.decode()
    assert regio.client(BALIE).post("/signalen/zoek", {"woorden": "nowak"}).status_code == 422
    assert (
        s.kenmerk
        not in regio.client(BALIE)
        .post("/signalen/zoek", {"woorden": "nowak jansen", "doel": "hulp"})
        .content.decode()
    )


def test_een_lijst_vraagt_evenveel_van_de_database_bij_vijf_als_bij_vijfenvijftig(
    regio: Regio, django_assert_max_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = regio.client(BALIE)
    _pagina(client, "/signalen")
    aantallen = []
    for erbij in (5, 50):
        for _ in range(erbij):
            signaal(regio, BALIE, vormen=["arbeid"])
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            _pagina(client, "/signalen")
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
    assert aantallen[1] <= 16
    assert 'rel="next"' in _pagina(client, "/signalen")


def test_van_melding_naar_signaal_neemt_woorden_en_indicatoren_mee(regio: Regio) -> None:
    from schakel.melding import actions as melding_actions
    from schakel.melding import queries as melding_queries

    door = regio.actor(BALIE)
    with als(door):
        nieuw = melding_actions.NieuweMelding(
            tekst="Man houdt paspoorten vast", vorm="arbeid", gemeente_id=regio.gemeenten["lindemeer"].pk,
            indicatoren={"NLA-04": "gezien"},
        )  # fmt: skip
        melding, _code = melding_actions.ontvang(door=door, nieuw=nieuw, id=uuid4())
    client = regio.client(BALIE)
    formulier = _pagina(client, f"/meldingen/{melding.pk}/signaal")
    assert "Man houdt paspoorten vast" in formulier
    antwoord = client.post(
        "/signalen/nieuw", _nieuw(melding=str(melding.pk), tekst="Man houdt paspoorten vast")
    )
    assert antwoord.status_code == 302
    blad = _pagina(client, antwoord["Location"])
    assert "Uit melding" in blad
    assert "Iemand anders bewaart" in blad or "paspoort" in blad
    with als(door):
        gevonden = melding_queries.melding(door=door, id=melding.pk)
        assert gevonden is not None
        assert gevonden.status == "doorgezet"


def test_wie_het_signaal_kreeg_maar_de_melding_niet_kan_openen_krijgt_er_geen_link_naar(regio: Regio) -> None:
    door = regio.actor(BALIE)
    nieuw = NieuweMelding(tekst="Elf mensen op een adres", gemeente_id=regio.gemeenten["lindemeer"].pk)
    with als(door):
        melding, _code = meldpunt.ontvang(door=door, id=uuid4(), nieuw=nieuw)
        waarneming = NieuwSignaal(gegevens=[gegeven("adres", straat="Kassenweg", huisnummer="12")])
        s = actions.maak_signaal(door=door, nieuw=waarneming, melding=melding)
    for stuk in (s.stuk, melding.stuk):
        deel(regio, stuk, "nla", Categorie.OBJECT, Categorie.WAARNEMING, wie=BALIE)
    link = f'href="/meldingen/{melding.pk}"'
    assert link in _pagina(regio.client(BALIE), f"/signalen/{s.pk}")
    assert regio.client(INSPECTIE).get(f"/meldingen/{melding.pk}").status_code == 404
    assert link not in _pagina(regio.client(INSPECTIE), f"/signalen/{s.pk}")

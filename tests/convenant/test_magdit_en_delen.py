# SPDX-License-Identifier: EUPL-1.2
"""Asking "Mag dit?", sharing on the screen and through the API, four eyes, the register (CNV-02, CNV-03, CNV-04)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.convenant.wereld import (
    GEMEENTE,
    INSPECTEUR,
    api_client,
    deel,
    handelingen,
    maak_signaal,
    regel,
    verander,
    ziet,
)
from tests.regio import Regio

from schakel.convenant import actions
from schakel.convenant.actor import als
from schakel.convenant.models import Verstrekking
from schakel.convenant.rules import Categorie, Moment
from schakel.kern import klok
from schakel.logboek.models import Toegang


def _deelvelden(regio: Regio, **meer: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "met": str(regio.partner("lindemeer").pk),
        "functie": "",
        "categorieen": ["object"],
        "doel": "hulp",
        "tot": (klok.vandaag() + timedelta(days=30)).isoformat(),
        "motivering": "nodig voor de weging",
        **meer,
    }


@pytest.mark.rij("CNV-02")
def test_politie_op_naam_mag_pas_vanaf_de_weging_met_regel_en_versie_in_beeld(regio: Regio) -> None:
    verander(regio, "R2", fasen=["weging", "toewijzing", "uitvoering"])
    politie = regio.client("casusdeelnemer@politie")
    vraag = {
        "met": str(regio.partner("lindemeer").pk),
        "categorieen": "persoon-verdacht",
        "doel": "hulp",
        "fase": "detectie",
    }
    nee = politie.get("/mag-dit", vraag).content.decode()
    assert "Nee, dit mag nu niet" in nee
    assert "regel R2 van Convenant Rijndal, versie 1" in nee
    assert "Deel in de fase weging of toewijzing of uitvoering." in nee
    ja = politie.get("/mag-dit", vraag | {"fase": "weging"}).content.decode()
    assert "Ja, dit mag" in ja
    assert "nog te bevestigen" in ja
    assert Verstrekking.objects.count() == 0
    assert Toegang.objects.count() == 0


def test_mag_dit_zegt_wat_een_nee_tot_ja_maakt(regio: Regio) -> None:
    vraag = {"met": str(regio.partner("ggd").pk), "categorieen": "object", "doel": "hulp", "fase": "weging"}
    pagina = regio.client(INSPECTEUR).get("/mag-dit", vraag).content.decode()
    assert "niet samen partij" in pagina
    assert "Laat beide partners toetreden" in pagina


@pytest.mark.rij("CNV-02")
def test_oordelen_via_de_api_verandert_niets_en_zegt_waarom(regio: Regio) -> None:
    verander(regio, "R2", fasen=["weging"])
    api = api_client(regio, "casusdeelnemer@politie")
    vraag = {
        "wat": ["persoon-verdacht"],
        "aan": "aandachtsfunctionaris@lindemeer",
        "doel": "hulp",
        "fase": "detectie",
    }
    nee = api.post("/api/v1/oordelen", vraag).json()
    assert nee["toegestaan"] is False
    assert nee["redenen"][0]["code"] == "fase"
    assert nee["redenen"][0]["maaktJa"]
    ja = api.post("/api/v1/oordelen", vraag | {"fase": "weging"}).json()
    assert ja["toegestaan"] is True
    assert ja["regels"][0]["code"] == "R2"
    assert ja["regels"][0]["versie"] == 1
    assert api.post("/api/v1/oordelen", vraag | {"wat": "onzin"}).status_code == 400
    assert Verstrekking.objects.count() == Toegang.objects.count() == 0


@pytest.mark.rij("CNV-03")
def test_verstrekken_en_intrekken_via_de_api_gebeurt_een_keer(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    api = api_client(regio, INSPECTEUR)
    nieuw = {
        "stuk": str(stuk.pk), "aan": "lindemeer", "categorieen": ["object"], "doel": "hulp", "motivering": "nodig",
        "tot": (klok.vandaag() + timedelta(days=30)).isoformat(),
    }  # fmt: skip
    eerste = api.post("/api/v1/verstrekkingen", nieuw, HTTP_IDEMPOTENCY_KEY="a1")
    tweede = api.post("/api/v1/verstrekkingen", nieuw, HTTP_IDEMPOTENCY_KEY="a1")
    assert (eerste.status_code, eerste.json()["id"]) == (201, tweede.json()["id"])
    assert ziet(regio, GEMEENTE) == ["object"]
    nee = api.post("/api/v1/verstrekkingen", nieuw | {"aan": "ggd"})
    assert nee.status_code == 403
    assert nee.json()["fouten"][0]["maaktJa"]
    assert api_client(regio, GEMEENTE).post("/api/v1/verstrekkingen", nieuw).status_code == 403
    assert (
        api_client(regio, "aandachtsfunctionaris@veenburg").post("/api/v1/verstrekkingen", nieuw).status_code
        == 404
    )
    assert len(api.get("/api/v1/verstrekkingen").json()["resultaten"]) == 1
    pad = f"/api/v1/verstrekkingen/{eerste.json()['id']}/_intrekken"
    assert api.post(pad, {"reden": ""}).status_code == 400
    assert api.post(pad, {"reden": "vergissing"}).json()["ingetrokkenOp"]
    assert ziet(regio, GEMEENTE) == []
    assert api.get("/api/v1/convenanten").json()["resultaten"][0]["naam"] == "Convenant Rijndal"


@pytest.mark.rij("CNV-03")
def test_delen_op_het_scherm_toont_eerst_het_oordeel_en_legt_alles_vast(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    client = regio.client(INSPECTEUR)
    pad = f"/stukken/{stuk.pk}/delen"
    assert "Mag dit?" in client.get(pad).content.decode()
    invoer = _deelvelden(regio)
    gezien = client.post(pad, invoer | {"stap": "bekijk"}).content.decode()
    assert "Ja, dit mag" in gezien
    assert ziet(regio, GEMEENTE) == []
    klaar = client.post(pad, invoer | {"stap": "verstrek"})
    assert klaar.status_code == 302
    client.post(pad, invoer | {"stap": "verstrek"})
    assert ziet(regio, GEMEENTE) == ["object"]
    detail = client.get(klaar["Location"]).content.decode()
    assert "nodig voor de weging" in detail
    assert "Gemeente Lindemeer" in regio.client(INSPECTEUR).get("/verstrekkingen").content.decode()
    bij_ontvanger = regio.client(GEMEENTE).get("/verstrekkingen").content.decode()
    assert bij_ontvanger.count("Van kracht") == 1


def test_een_vreemd_stuk_delen_bestaat_niet(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    assert regio.client(GEMEENTE).get(f"/stukken/{stuk.pk}/delen").status_code == 404
    deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    assert regio.client(GEMEENTE).get(f"/stukken/{stuk.pk}/delen").status_code == 404
    assert regio.client("privacyfunctionaris@lindemeer").get(f"/stukken/{stuk.pk}/delen").status_code == 404


@pytest.mark.rij("CNV-03")
def test_intrekken_vraagt_een_reden_en_werkt_direct(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    v = deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    client = regio.client(INSPECTEUR)
    assert client.post(f"/verstrekkingen/{v.pk}/intrekken", {"reden": ""}).status_code == 200
    assert ziet(regio, GEMEENTE) == ["object"]
    assert (
        regio.client(GEMEENTE).post(f"/verstrekkingen/{v.pk}/intrekken", {"reden": "ik"}).status_code == 404
    )
    client.post(f"/verstrekkingen/{v.pk}/intrekken", {"reden": "vergissing"})
    assert ziet(regio, GEMEENTE) == []


@pytest.mark.rij("CNV-03")
def test_vier_ogen_een_tweede_collega_bevestigt_en_de_eerste_kan_dat_niet(regio: Regio) -> None:
    verander(regio, "R1", voorwaarden=["vier-ogen"])
    stuk = maak_signaal(regio)
    v = deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    assert v.wacht_op_tweede
    assert ziet(regio, GEMEENTE) == []
    regio.client(INSPECTEUR).post(f"/verstrekkingen/{v.pk}/bevestigen")
    assert ziet(regio, GEMEENTE) == []
    tweede = regio.client("casusdeelnemer@nla")
    assert "Verstrekking bevestigen" in tweede.get("/").content.decode()
    tweede.post(f"/verstrekkingen/{v.pk}/bevestigen")
    assert ziet(regio, GEMEENTE) == ["object"]


@pytest.mark.rij("CNV-03")
def test_voor_een_andere_casus_blijft_het_onzichtbaar_en_kan_alleen_vrijgave_gevraagd_worden(
    regio: Regio,
) -> None:
    lindemeer = regio.actor(GEMEENTE)
    with als(lindemeer):
        x = actions.maak_stuk(door=lindemeer, soort="casus", besloten=True)  # type: ignore[arg-type]
    stuk = maak_signaal(regio)
    door = regio.actor(INSPECTEUR)
    with als(lindemeer):
        actions.deel(
            door=lindemeer,
            stuk=x,
            met=regio.partner("riec"),
            categorieen=[Categorie.OBJECT],
            doel="hulp",
            motivering="n",  # type: ignore[arg-type]
            tot=klok.vandaag() + timedelta(days=9),
        )
    with als(door):
        actions.deel(
            door=door, stuk=stuk, met=regio.partner("riec"), categorieen=[Categorie.OBJECT], doel="hulp", casus=x,  # type: ignore[arg-type]
            tot=klok.vandaag() + timedelta(days=9), motivering="voor casus X",
        )  # fmt: skip
    assert ziet(regio, "ketenregisseur@riec") == []
    client = regio.client("ketenregisseur@riec")
    invoer = {
        "id": str(uuid4()), "eigenaar": str(regio.partner("nla").pk), "soort": "andere_casus", "doel": "hulp",
        "vraag": "Hebben jullie iets over deze plek?", "voor": "",
    }  # fmt: skip
    assert client.post("/vrijgaveverzoeken/nieuw", invoer).status_code == 302
    assert "Verzoek om vrijgave" in regio.client(INSPECTEUR).get("/").content.decode()
    assert ziet(regio, "ketenregisseur@riec") == []
    verzoek = str(invoer["id"])
    antwoord = regio.client(INSPECTEUR).post(
        f"/vrijgaveverzoeken/{verzoek}", {"besluit": "nee", "antwoord": "Te vroeg."}
    )
    assert antwoord.status_code == 302
    assert "Te vroeg." in client.get(f"/vrijgaveverzoeken/{verzoek}").content.decode()
    assert regio.client(GEMEENTE).get(f"/vrijgaveverzoeken/{verzoek}").status_code == 404
    assert handelingen(regio, "nla")[-2:] == ["vrijgave vragen", "vrijgave"]


@pytest.mark.rij("CNV-03")
def test_wie_niet_tekende_krijgt_een_versie_die_naar_niemand_leidt(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    client = regio.client(INSPECTEUR)
    invoer = {"id": str(uuid4()), "met": str(regio.partner("ggd").pk), "doel": "preventie"}
    pad = f"/stukken/{stuk.pk}/anoniem"
    nee = client.post(pad, invoer | {"tekst": "Bij nowak in de Kassenweg liggen matrassen."}).content.decode()
    assert "leiden nog naar een persoon" in nee
    assert "Bij nowak" in nee
    assert (
        client.post(pad, invoer | {"tekst": "In een schuur in de regio slapen werknemers."}).status_code
        == 302
    )
    ggd = regio.client("casusdeelnemer@ggd").get("/verstrekkingen/anoniem").content.decode()
    assert "In een schuur in de regio" in ggd
    assert ziet(regio, "casusdeelnemer@ggd") == []
    assert "In een schuur" not in regio.client(GEMEENTE).get("/verstrekkingen/anoniem").content.decode()


@pytest.mark.rij("CNV-04")
def test_een_open_verplichte_vraag_houdt_de_verstrekking_tegen_en_noemt_de_privacygroep(regio: Regio) -> None:
    fg = regio.actor("privacyfunctionaris@lindemeer")
    with als(fg):
        lijst = actions.stel_vragenlijst_vast(
            door=fg,
            moment=Moment.VERSTREKKING,
            contact="Mw. Test, 010-0000000",
            vragen=[
                actions.NieuweVraag("Is dit nodig?", moet="ja"),
                actions.NieuweVraag("Opmerking?", verplicht=False),
            ],
        )
        vraag = lijst.vragen.get(volgorde=1)
    stuk = maak_signaal(regio)
    client, pad, invoer = (
        regio.client(INSPECTEUR),
        f"/stukken/{stuk.pk}/delen",
        _deelvelden(regio, stap="verstrek"),
    )
    for antwoord in ({}, {f"vraag_{vraag.pk}": "nee"}):
        pagina = client.post(pad, invoer | antwoord).content.decode()
        assert "Is dit nodig?" in pagina
        assert "Mw. Test, 010-0000000" in pagina
        assert "nodig voor de weging" in pagina
    assert Verstrekking.objects.count() == 0
    assert client.post(pad, invoer | {f"vraag_{vraag.pk}": "ja"}).status_code == 302
    assert ziet(regio, GEMEENTE) == ["object"]


@pytest.mark.rij("CNV-04")
def test_de_vraagbaak_onthoudt_vraag_antwoord_grond_en_datum_en_is_te_delen(regio: Regio) -> None:
    regio.client(GEMEENTE).post("/vraagbaak", {"vraag": "Mag de GGD meelezen?"})
    fg = regio.client("privacyfunctionaris@lindemeer")
    pagina = fg.get("/vraagbaak").content.decode()
    pad = pagina.split('href="/vraagbaak/')[1].split('"')[0]
    if "export" in pad:
        pad = next(
            d for d in (s.split('"')[0] for s in pagina.split('href="/vraagbaak/')[1:]) if "beantwoorden" in d
        )
    assert regio.client(GEMEENTE).get(f"/vraagbaak/{pad}").status_code == 404
    fg.post(
        f"/vraagbaak/{pad}",
        {"antwoord": "=Nee, tenzij geanonimiseerd.", "grond": "AVG art. 6", "deelbaar": "on"},
    )
    csv = regio.client(GEMEENTE).get("/vraagbaak/export.csv").content.decode("utf-8-sig")
    assert "Mag de GGD meelezen?;'=Nee, tenzij geanonimiseerd.;AVG art. 6" in csv


def test_politie_legt_vast_wat_haar_eigen_wet_vraagt(regio: Regio) -> None:
    regel(regio, "P8", categorie="politie-8", grondslag="WPG-20")
    politie = regio.actor("casusdeelnemer@politie")
    with als(politie):
        stuk = actions.maak_stuk(door=politie, soort="signaal")  # type: ignore[arg-type]
        actions.voeg_gegevens_toe(
            door=politie,
            stuk=stuk,
            nieuw=[actions.NieuwGegeven("tekst", Categorie.POLITIE_8, {"tekst": "mutatie"})],
        )
    client, pad = regio.client("casusdeelnemer@politie"), f"/stukken/{stuk.pk}/delen"
    invoer = _deelvelden(regio, categorieen=["politie-8"], stap="verstrek")
    assert "jullie eigen wet vraagt erom" in client.post(pad, invoer).content.decode()
    klaar = client.post(
        pad, invoer | {"protocol_belang": "ernstige uitbuiting", "protocol_besluit": "B-2026-1"}
    )
    assert "B-2026-1" in client.get(klaar["Location"]).content.decode()


def test_wat_niet_voor_fiscaal_gebruik_is_gaat_niet_naar_de_belastingdienst(regio: Regio) -> None:
    from schakel.convenant.models import Partij
    from schakel.partner.models import Partner

    belasting = Partner.objects.create(
        code="belasting", soort="belastingdienst", naam="Belastingdienst Rijndal"
    )
    Partij.objects.create(convenant=regio.versie.convenant, partner=belasting, ondertekend_op=klok.vandaag())
    thuiswerker = actions.NieuwGegeven("adres", Categorie.TOEZICHT, {"straat": "Dijk"}, niet_fiscaal=True)
    stuk = maak_signaal(regio, extra=[thuiswerker])
    regio.partners["belasting"] = belasting
    with pytest.raises(actions.NietToegestaan, match="niet voor fiscale handhaving"):
        deel(regio, stuk, "belasting", Categorie.TOEZICHT)
    deel(regio, stuk, "belasting", Categorie.OBJECT)

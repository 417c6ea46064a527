# SPDX-License-Identifier: EUPL-1.2
"""Fines and tax: intervention and signal at once, aimed at exploiters, involved early (INT-06)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import rules
from schakel.casus.models import Interventie
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.signaal.models import Indicator
from tests.casus.keten import HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.casus.test_api import Beller
from tests.partner.pagina import tekst
from tests.regio import Regio
from tests.signaal.bouw import gegeven, signaal

ADRES = {"straat": "Kassenweg", "huisnummer": "12", "postcode": "0221 KW"}


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _leg_vast(keten: Keten, wie: str = NLA, adres: str = "", **anders: str) -> Any:
    velden = ADRES | {
        "soort": "wml",
        "datum": klok.vandaag().isoformat(),
        "feiten": "zes mensen kregen vier euro per uur",
        "focus": "bedrijf",
        "effect_slachtoffer": "achterstallig loon wordt gevorderd",
        "deel": "1",
    }
    return keten.regio.client(wie).post(adres or f"/casussen/{keten.casus_id}/boete", velden | anders)


def _signaal_van(keten: Keten, wie: str) -> str:
    pagina = keten.regio.client(wie).get(f"/casussen/{keten.casus_id}").content.decode()
    return "/signalen/" + pagina.split("Boeterapport minimumloon (WML): ")[0].rsplit("/signalen/", 1)[1][:36]


@pytest.mark.rij("INT-06")
def test_een_wml_boeterapport_is_interventie_in_de_casus_en_aanwijzing_op_het_adres(keten: Keten) -> None:
    for vorm in ("dienstbaarheid", "crimineel"):
        signaal(keten.regio, NLA, gegeven("adres", **ADRES), vormen=[vorm])
    assert _leg_vast(keten).status_code == 302
    casus = tekst(keten.regio.client(NLA).get(f"/casussen/{keten.casus_id}"))
    assert "Boete voor te weinig loon (WML) Uitgevoerd" in casus
    assert "Gericht op Het bedrijf of de werkgever" in casus
    blad = tekst(keten.regio.client(NLA).get(_signaal_van(keten, NLA)))
    loon = Indicator.objects.get(code="NLA-03", lijst__vervangen_op__isnull=True)
    assert loon.tekst in blad, "het boeterapport is een aanwijzing voor arbeidsuitbuiting"
    samen = blad.split("Wat er samenkomt")[1]
    assert "Boeterapport of naheffing" in samen


@pytest.mark.rij("INT-06")
def test_de_interventie_zegt_de_anderen_niets_van_plaats_of_bedrijf(keten: Keten) -> None:
    assert _leg_vast(keten).status_code == 302
    for wie in (REGIE, POLITIE):
        pagina = tekst(keten.regio.client(wie).get(f"/casussen/{keten.casus_id}"))
        assert "Boete voor te weinig loon (WML)" in pagina
        assert "Kassenweg" not in pagina
        assert "vier euro" not in pagina, "het signaal is van de inspectie tot zij het deelt"


@pytest.mark.rij("INT-06")
def test_twee_keer_verstuurd_is_een_boete_en_wat_mist_wordt_gezegd(keten: Keten) -> None:
    een = {"id": "01900000-0000-7000-8000-0000000000b0"}
    for _ in range(2):
        assert _leg_vast(keten, **een).status_code == 302
    with als(keten.regio.actor(NLA)):
        assert Interventie.objects.filter(casus_id=keten.casus_id, soort="wml-boete").count() == 1
    for anders in (
        {"effect_slachtoffer": " "},
        {"feiten": ""},
        {"focus": "slachtoffer"},
        {"huisnummer": ""},
        {"datum": "2999-01-01"},
    ):
        assert _leg_vast(keten, **anders).status_code == 422, anders
    assert _leg_vast(keten, HAVEN).status_code == 404


@pytest.mark.rij("INT-06")
def test_een_boete_zonder_zaak_van_mensenhandel_is_een_signaal_en_telt_mee(keten: Keten) -> None:
    assert _leg_vast(keten, adres="/casussen/boetes", soort="wav").status_code == 302
    jaren = tekst(keten.regio.client(NLA).get("/casussen/boetes"))
    assert f"{klok.vandaag().year} 1" in jaren
    assert "nog geen boete" in tekst(keten.regio.client(POLITIE).get("/casussen/boetes"))
    assert keten.regio.client(HAVEN).get("/casussen/boetes").status_code == 404


@pytest.mark.rij("INT-06")
def test_een_fiscale_maatregel_wordt_vastgesteld_met_de_afgesproken_focus(keten: Keten) -> None:
    keten.weeg()
    client, pad = keten.regio.client(REGIE), f"/casussen/{keten.casus_id}"
    voorstel = keten.stel_voor(soort="finec")
    adres = f"{pad}/interventies/{voorstel.pk}"
    zonder = client.post(f"{adres}/vaststellen", {"versie": "1"})
    assert zonder.status_code == 422
    assert "op uitbuiters, niet op mogelijke slachtoffers" in tekst(zonder)
    velden = {"doel": "geld afnemen", "effect_slachtoffer": "geen aanslag bij hen", "volgorde": "1"}
    assert (
        client.post(f"{adres}/aanvullen", velden | {"versie": "1", "focus": "uitbuiter"}).status_code == 302
    )
    assert client.post(f"{adres}/vaststellen", {"versie": "2"}).status_code == 302
    assert "Gericht op De uitbuiters" in tekst(client.get(pad))


@pytest.mark.rij("INT-06")
def test_de_regie_leest_wie_er_op_tijd_bij_hoort(keten: Keten) -> None:
    pagina = tekst(keten.regio.client(REGIE).get(f"/casussen/{keten.casus_id}"))
    assert "Betrek de Belastingdienst vroeg" in pagina
    assert "FINEC" in pagina
    assert "Betrek de Nederlandse Arbeidsinspectie" not in pagina, "die is er al bij"
    assert "Betrek de Belastingdienst" not in tekst(
        keten.regio.client(NLA).get(f"/casussen/{keten.casus_id}")
    )


def test_een_boete_over_de_api(keten: Keten) -> None:
    roep, pad = Beller(keten.regio), f"/casussen/{keten.casus_id}/boetes"
    body = {
        "soort": "naheffing",
        "datum": klok.vandaag().isoformat(),
        "onderwerpen": [{"bedrijf": "Kas en Co"}],
        "feiten": "loon niet aangegeven",
        "focus": "uitbuiter",
        "effect_slachtoffer": "geen aanslag bij hen",
    }
    assert roep(NLA, "POST", pad, body)[0] == 201
    assert roep(NLA, "POST", pad, body | {"focus": "slachtoffer"})[0] == 400
    assert roep(HAVEN, "POST", pad, body)[0] == 404


def test_elke_boete_hoort_bij_een_interventie_die_bestaat() -> None:
    for boete in rules.BOETES.values():
        assert boete.interventie in rules.CATALOGUS
        assert boete.bron.startswith("NRM 2012")


@given(st.sampled_from(["detectie", "dossiervorming", "weging", "toewijzing", "evaluatie"]), st.booleans())
def test_vroeg_is_voor_de_weging_en_alleen_wie_er_nog_niet_is(fase: str, al: bool) -> None:
    erbij = {"belastingdienst", "nla"} if al else {"politie"}
    zinnen = rules.vroeg_betrekken(fase=fase, vormen=["arbeid"], erbij=erbij)
    assert bool(zinnen) == (not al and fase in ("detectie", "dossiervorming", "weging"))

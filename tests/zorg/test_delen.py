# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house, from outside: consent, a signal with a protected source, CoMensha with its ground and exports."""

import csv
import io
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import leg_toestemming_vast
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.zorg import queries
from schakel.zorg.rules import comensha, uitwisseling
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, meld_aan


def _stuur(regio: Regio, adres: str, door: str = COORDINATOR, **velden: Any) -> Any:
    return regio.client(door).post(adres, velden)


def _toestemming(regio: Regio, id: UUID, soort: str = "toestemming", door: str = COORDINATOR) -> Any:
    actor = regio.actor(door)
    with als(actor):
        traject = queries.traject(door=actor, id=id)
        assert traject is not None
        return leg_toestemming_vast(
            door=actor, stuk=traject.stuk, soort=deelregels.ToestemmingSoort(soort), wijze="schriftelijk",
            categorieen=[deelregels.Categorie.ZORGINHOUD], toelichting="op papier, met tolk",
        ).pk  # fmt: skip


@pytest.fixture
def traject(regio: Regio) -> UUID:
    return meld_aan(
        regio, COORDINATOR, vorm="seksueel", client={"roepnaam": "Blessing", "nationaliteit": "NG"}
    )


def test_een_signaal_uit_de_zorg_is_van_de_regiocoordinator_en_leidt_niet_naar_de_client(
    regio: Regio, traject: UUID
) -> None:
    adres = f"/zorg/{traject}/daden/doorgeven"
    geweigerd = _stuur(regio, adres, tekst="Blessing zegt dat er in de kas mensen slapen")
    assert geweigerd.status_code == 422
    assert "Dit leidt naar de cliënt: Blessing" in geweigerd.content.decode()
    assert (
        _stuur(regio, adres, tekst="In de kas aan de Zuidweg slapen mensen", vormen="arbeid").status_code
        == 302
    )
    pagina = bladzij(regio, COORDINATOR, f"/zorg/{traject}")
    kenmerk = pagina.split("SIG-")[1][:10]
    lijst = bladzij(regio, COORDINATOR, "/signalen")
    assert kenmerk in lijst
    actor = regio.actor(COORDINATOR)
    with als(actor):
        (gift,) = queries.doorgiften(door=actor, traject=queries.traject(door=actor, id=traject))  # type: ignore[arg-type]
    signaal = bladzij(regio, COORDINATOR, f"/signalen/{gift.signaal_id}")
    assert "ZRG-" not in signaal
    assert "Blessing" not in signaal
    for wie in KETEN:
        assert bladzij(regio, wie, f"/signalen/{gift.signaal_id}") == "404", "pas na een verstrekking"


def test_een_begeleider_geeft_niet_zelf_door(regio: Regio) -> None:
    id = meld_aan(regio)
    assert _stuur(regio, f"/zorg/{id}/daden/doorgeven", BEGELEIDER, tekst="iets").status_code == 404


def test_met_toestemming_mag_de_naam_mee_en_na_intrekken_niet_meer(regio: Regio, traject: UUID) -> None:
    grond = _toestemming(regio, traject)
    adres = f"/zorg/{traject}/daden/doorgeven"
    assert _stuur(regio, adres, tekst="Blessing vertelt", toestemming=grond).status_code == 302
    assert _stuur(regio, f"/stukken/{traject}/toestemming/{grond}/intrekken").status_code == 302
    assert _stuur(regio, adres, tekst="Blessing vertelt meer", toestemming=grond).status_code == 422


def test_de_client_leest_wie_wat_weet(regio: Regio, traject: UUID) -> None:
    _toestemming(regio, traject)
    _stuur(regio, f"/zorg/{traject}/daden/doorgeven", tekst="In de kas slapen mensen")
    _stuur(regio, f"/zorg/{traject}/daden/comensha", grond="anoniem", dossiertype="registratie")
    pagina = bladzij(regio, COORDINATOR, f"/zorg/{traject}/wie-weet-wat")
    for tekst in (
        "Test regiocoordinator van haven",
        "schriftelijk",
        "zonder uw naam",
        "CoMensha",
        "lezen uw dossier niet",
    ):
        assert tekst in pagina


@pytest.mark.parametrize("taal", ["nl", "en", "fr", "es", "ro"])
def test_de_gevolgen_zijn_uit_te_leggen_in_de_taal_van_de_client(regio: Regio, taal: str) -> None:
    assert f'<article lang="{taal}">' in bladzij(regio, BEGELEIDER, f"/zorg/uitleg/{taal}")


@pytest.mark.rij("ZOR-12+")
def test_elke_melding_bij_comensha_heeft_een_grond(regio: Regio, traject: UUID) -> None:
    adres = f"/zorg/{traject}/daden/comensha"
    for velden, tekst in (
        ({"grond": "wettelijke_plicht"}, "geen meldplicht"),
        ({"grond": "toestemming"}, "Er ligt geen toestemming vast"),
        ({"grond": "geen"}, "Schrijf waarom"),
    ):
        antwoord = _stuur(regio, adres, dossiertype="registratie", **velden)
        assert antwoord.status_code == 422
        assert tekst in antwoord.content.decode()
    assert (
        _stuur(
            regio, adres, dossiertype="registratie", grond="geen", reden="de cliënt wil het niet"
        ).status_code
        == 302
    )
    assert "Niet gemeld" in bladzij(regio, COORDINATOR, "/zorg/comensha")


@pytest.mark.rij("ZOR-08")
def test_om_tien_uur_s_avonds_staat_de_melding_klaar_voor_de_morgen_met_wie_je_nu_belt(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    avond = timezone.make_aware(datetime(2026, 3, 3, 22, 0))
    monkeypatch.setattr(klok, "nu", lambda: avond)
    traject = meld_aan(regio, COORDINATOR)
    _stuur(
        regio, f"/zorg/{traject}/daden/comensha", grond="anoniem", dossiertype="opvang", opvang_nodig="true"
    )
    pagina = bladzij(regio, COORDINATOR, "/zorg/comensha")
    assert "CoMensha is nu gesloten" in pagina
    assert "wo 4 mrt 2026, 09:00" in pagina
    assert "Regiocoordinator, Stichting Haven" in pagina
    id = pagina.split("/zorg/comensha/")[1][:36]
    _stuur(regio, f"/zorg/comensha/{id}/versturen")
    assert "Klaar om te versturen" in bladzij(regio, COORDINATOR, "/zorg/comensha")
    monkeypatch.setattr(klok, "nu", lambda: timezone.make_aware(datetime(2026, 3, 4, 9, 30)))
    _stuur(regio, f"/zorg/comensha/{id}/versturen")
    assert "1 verstuurd" in bladzij(regio, COORDINATOR, "/zorg/comensha")


@pytest.mark.rij("ZOR-08")
def test_ingetrokken_toestemming_houdt_de_melding_tegen(regio: Regio, traject: UUID) -> None:
    grond = _toestemming(regio, traject)
    _stuur(regio, f"/zorg/{traject}/daden/comensha", grond="toestemming", dossiertype="registratie")
    assert "Blessing" in bladzij(regio, COORDINATOR, "/zorg/comensha/uitvoer/htcds")
    _stuur(regio, f"/stukken/{traject}/toestemming/{grond}/intrekken")
    assert "Toestemming ingetrokken" in bladzij(regio, COORDINATOR, "/zorg/comensha")
    assert "Blessing" not in bladzij(regio, COORDINATOR, "/zorg/comensha/uitvoer/htcds")


@pytest.mark.rij("ZOR-08")
def test_de_uitvoer_kent_de_bekende_variabelen_en_anoniem_leidt_naar_niemand(
    regio: Regio, traject: UUID
) -> None:
    _stuur(
        regio,
        f"/zorg/{traject}/vastleggen/uitbuiting",
        dwang=["schuldbinding", "beperking-bewegingsvrijheid"],
    )
    _stuur(regio, f"/zorg/{traject}/daden/comensha", grond="anoniem", dossiertype="registratie")
    kop, *rest = bladzij(regio, COORDINATOR, "/zorg/comensha/uitvoer/comensha").splitlines()
    assert uitwisseling.VERSIE in kop
    (rij,) = csv.DictReader(io.StringIO("\n".join(rest)), delimiter=";")
    assert rij["sector"] == "seksueel"
    assert rij["nationaliteit"] == "NG"
    assert rij["kenmerk"] == ""
    (record,) = json.loads(bladzij(regio, COORDINATOR, "/zorg/comensha/uitvoer/htcds"))["records"]
    assert record["htcds"]["vic_MethodsOfControl"] == ["DebtBondage", "Other"]
    assert "beperking-bewegingsvrijheid" in record["htcds"]["cas_OutgoingReferralDetails"]
    assert record["htcds"]["prs_FirstName"] == ""
    assert uitwisseling.bezwaren_htcds(record["htcds"]) == []
    assert uitwisseling.bezwaren_comensha(rij) == []
    ctdc = bladzij(regio, COORDINATOR, "/zorg/comensha/uitvoer/ctdc")
    assert len(ctdc.splitlines()) == 2, "minder dan elf mensen: geen rij verlaat het huis"
    for wie in KETEN:
        assert bladzij(regio, wie, "/zorg/comensha/uitvoer/htcds") == "404"


def test_de_balie_sluit_om_acht_uur() -> None:
    assert comensha.open_op(datetime(2026, 3, 3, 19, 59)) == datetime(2026, 3, 3, 19, 59)
    assert comensha.open_op(datetime(2026, 3, 3, 20, 0)) == datetime(2026, 3, 4, 9, 0)
    assert comensha.open_op(datetime(2026, 3, 3, 3, 0)).date() == date(2026, 3, 3)

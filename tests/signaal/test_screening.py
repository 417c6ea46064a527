# SPDX-License-Identifier: EUPL-1.2
"""Lists of addresses under a recorded ground (SIG-06), and protection at the slightest indication."""

import io
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.schil import werk
from schakel.signaal import actions
from schakel.signaal.models import Beschermingstaak, Screening, Screeningsadres
from schakel.signaal.rules import screening as sr
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, gegeven, signaal

VELDEN = {
    "naam": "Huurders", "bron": "Woningcorporatie De Vliet", "doel": "toezicht", "grondslag": "Wet BRP 2.34",
    "niet_ingeschreven": "on", "meer_dan": "5", "bewaar_dagen": "7",
}  # fmt: skip


def lijst() -> str:
    """Fifty addresses; numbers 10, 20 … hold seven people who are not registered, 11 holds seven who are."""
    rijen = ["naam;postcode;huisnummer;straat;plaats;personen;ingeschreven"]
    for nr in range(1, 51):
        druk = nr % 10 == 0 or nr == 11
        rijen.append(
            f"Jan Geheim{nr};1234 AB;{nr};Kade;Lindemeer;{7 if druk else 2};{'ja' if nr == 11 else 'nee'}"
        )
    return "\n".join(rijen)


def stuur(
    regio: Regio, inhoud: bytes | str, naam: str = "huurders.csv", wie: str = BALIE, **velden: Any
) -> Any:
    bestand = SimpleUploadedFile(naam, inhoud.encode() if isinstance(inhoud, str) else inhoud)
    return regio.client(wie).post(
        "/signalen/lijsten/nieuw", {"id": str(uuid4()), **VELDEN, **velden, "lijst": bestand}
    )


@pytest.mark.rij("SIG-06")
def test_van_vijftig_adressen_gaan_alleen_de_passende_naar_een_mens_en_de_lijst_gaat_weg(
    regio: Regio,
) -> None:
    antwoord = stuur(regio, lijst())
    assert antwoord.status_code == 302, antwoord.content.decode()
    blad = regio.client(BALIE).get(antwoord["Location"]).content.decode()
    assert "5 van de 50 adressen" in blad
    assert "Kade 20" in blad
    assert "Kade 11" not in blad
    assert "Geheim" not in blad
    assert "7 personen op de lijst, 0 ingeschreven" in blad
    assert regio.client(INSPECTIE).get(antwoord["Location"]).status_code == 404
    assert regio.client("stuurgroeplid@riec").get("/signalen/lijsten").status_code == 404

    door = regio.actor(BALIE)
    with als(door):
        rij = Screening.objects.get()
        assert rij.lijst
        assert "naam" not in rij.lijst[0]
    assert actions.ruim_op() == 0
    with klok.zet(klok.vandaag() + timedelta(days=8)):
        assert actions.ruim_op() == 1
        assert actions.ruim_op() == 0
        assert "vernietigd op" in regio.client(BALIE).get(antwoord["Location"]).content.decode()
    with als(door):
        rij = Screening.objects.get()
        assert (rij.lijst, len(rij.vingerafdruk), rij.rijen) == (None, 64, 50)


@pytest.mark.rij("SIG-06")
def test_een_adres_wordt_verklaard_of_wordt_een_signaal_met_reden(regio: Regio) -> None:
    adres = stuur(regio, lijst())["Location"]
    with als(regio.actor(BALIE)):
        eerste, tweede = Screeningsadres.objects.all()[:2]
    client = regio.client(BALIE)
    assert client.post(f"{adres}/{eerste.pk}", {"uitkomst": "verklaard"}).status_code == 422
    velden = {"uitkomst": "verklaard", "toelichting": "Dit is een tehuis."}
    assert client.post(f"{adres}/{eerste.pk}", velden)["Location"] == adres
    velden = {"uitkomst": "signaal", "toelichting": "De wijkagent ziet elke ochtend busjes."}
    gemaakt = client.post(f"{adres}/{tweede.pk}", velden)
    assert "De wijkagent ziet elke ochtend busjes." in client.get(gemaakt["Location"]).content.decode()
    assert client.post(f"{adres}/{tweede.pk}", velden)["Location"] == gemaakt["Location"]


@pytest.mark.rij("SIG-06")
def test_langer_dan_vier_maanden_en_inschrijvingen_uit_een_tweede_lijst(regio: Regio) -> None:
    oud, nieuw = klok.vandaag() - timedelta(days=200), klok.vandaag() - timedelta(days=20)
    uitzend = f"postcode,huisnummer,sinds\n1234AB,1,{oud}\n1234AB,2,{nieuw}\n1234AB,3,{oud}\n"
    boek = Workbook()
    boek.active.append(["postcode", "huisnummer", "ingeschreven"])
    boek.active.append(["1234 AB", 3, 1])
    stroom = io.BytesIO()
    boek.save(stroom)
    inschrijvingen = SimpleUploadedFile("brp.xlsx", stroom.getvalue())
    antwoord = stuur(regio, uitzend, meer_dan="", langer_dan_maanden="4", inschrijvingen=inschrijvingen)
    blad = regio.client(BALIE).get(antwoord["Location"]).content.decode()
    assert "1 van de 3 adressen" in blad


@pytest.mark.parametrize(
    ("inhoud", "naam", "zin"),
    [
        (b"", "leeg.csv", "staat geen adres"),
        (b"PK\x03\x04 dit is geen werkboek", "stuk.xlsx", "geen goed Excel-bestand"),
        (b"\x00\xff\xfe\x01" * 99, "ruis.csv", "staat geen adres"),
        (b"x" * (11 * 1024 * 1024), "groot.csv", "te groot: hooguit 10 MB"),
    ],
)
def test_een_onleesbare_lijst_zegt_wat_te_doen_en_bewaart_wat_er_getypt_is(
    regio: Regio, inhoud: bytes, naam: str, zin: str
) -> None:
    antwoord = stuur(regio, inhoud, naam)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert "Woningcorporatie De Vliet" in antwoord.content.decode()


def test_zonder_grond_of_voorwaarde_wordt_niets_vergeleken(regio: Regio) -> None:
    assert "grondslag" in stuur(regio, lijst(), grondslag="").content.decode()
    antwoord = stuur(regio, lijst(), niet_ingeschreven="", meer_dan="")
    assert antwoord.status_code == 422
    assert "minstens één voorwaarde" in antwoord.content.decode()


@given(st.binary(max_size=300))
def test_elke_lijst_wordt_gelezen_of_geweigerd_met_uitleg(inhoud: bytes) -> None:
    with suppress(sr.LijstFout):
        assert sr.tel(sr.lees(inhoud, "lijst"))


def test_bescherming_bieden_geeft_regiocoordinator_en_politie_een_taak_zonder_inhoud(regio: Regio) -> None:
    s = signaal(
        regio, BALIE, gegeven("persoon", voornaam="Andreea", rol="mogelijk-slachtoffer"), vormen=["arbeid"]
    )
    client = regio.client(BALIE)
    velden = {"ja": "ja", "reden": "Zij durft niet naar huis.", "versie": "1"}
    assert client.post(f"/signalen/{s.pk}/besluit/bescherming", velden).status_code == 302
    for wie in ("regiocoordinator@haven", POLITIE):
        door = regio.actor(wie)
        with als(door):
            [regel] = [r for r in werk(door=door) if r.titel.startswith("Bied bescherming")]
        pagina = regio.client(wie).get(regel.url).content.decode()
        assert "Gemeente Lindemeer" in pagina
        assert s.kenmerk in pagina
        assert "Andreea" not in pagina
        assert "durft niet" not in pagina
        assert regio.client(wie).get(f"/signalen/{s.pk}").status_code == 404
        assert regio.client(INSPECTIE).get(regel.url).status_code == 404
        assert regio.client(wie).post(regel.url, {"reden": ""}).status_code == 422
        assert regio.client(wie).post(regel.url, {"reden": f"Gebeld door {wie}"}).status_code == 302
    blad = client.get(f"/signalen/{s.pk}").content.decode()
    assert "Gebeld door regiocoordinator@haven" in blad
    assert f"Gebeld door {POLITIE}" in blad


def test_een_beschermingstaak_volgt_bij_de_vrager_zijn_besloten_signaal(regio: Regio) -> None:
    s = signaal(regio, INSPECTIE, vormen=["arbeid"])
    client = regio.client(INSPECTIE)
    velden = {"ja": "ja", "reden": "Hij slaapt in de loods.", "versie": "1"}
    assert client.post(f"/signalen/{s.pk}/besluit/bescherming", velden).status_code == 302
    for stap, telt in (("open", 2), ("sluit", 0)):
        client.post(f"/stukken/{s.pk}/besloten", {"stap": stap})
        with als(regio.actor("toezichthouder@nla")):
            assert Beschermingstaak.objects.filter(stuk_id=s.pk).count() == telt

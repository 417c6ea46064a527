# SPDX-License-Identifier: EUPL-1.2
"""The meldpunt at work, from outside: work list, steps, figures."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.schil import werk
from schakel.logboek.models import Toegang
from schakel.melding import actions, queries
from schakel.melding.actions import KanNiet, NieuweMelding, Verouderd
from schakel.melding.models import Melding
from schakel.partner.models import Functie
from schakel.toegang.actor import PUBLIEK

AF = "aandachtsfunctionaris@lindemeer"


def meld(regio: Regio, **velden: Any) -> Melding:
    with als(PUBLIEK):
        nieuw = NieuweMelding(
            **{"tekst": "Iets gezien.", "gemeente_id": regio.gemeenten["lindemeer"].pk} | velden
        )
        return actions.ontvang(door=PUBLIEK, id=uuid4(), nieuw=nieuw)[0]


def stap(client: Client, melding: Melding, stap: str, versie: int = 1, **velden: str) -> Any:
    inhoud = {"stap": stap, "versie": str(versie)} | {f"{stap}-{n}": w for n, w in velden.items()}
    return client.post(f"/meldingen/{melding.pk}", inhoud)


def lijst(regio: Regio, wie: str, **filters: str) -> list[str]:
    pagina = regio.client(wie).get("/meldingen", filters)
    assert pagina.status_code == 200
    return re.findall(r'<a class="kenmerk"[^>]*>(MEL-\d{4}-\d{5})<', pagina.content.decode())


@pytest.mark.rij("MEL-06")
def test_wat_te_lang_ligt_staat_bovenaan_en_geen_capaciteit_komt_in_het_overzicht(regio: Regio) -> None:
    with klok.zet(klok.vandaag() - timedelta(days=20)):
        oud = meld(regio, gemeente_id=None)
    nieuw = meld(regio, gemeente_id=None)
    assert lijst(regio, "ketenregisseur@riec") == [oud.kenmerk, nieuw.kenmerk]
    assert lijst(regio, "ketenregisseur@riec", toon="te-laat") == [oud.kenmerk]
    assert "termijn is voorbij" in regio.client("ketenregisseur@riec").get("/").content.decode()
    regisseur = regio.client("ketenregisseur@riec")
    assert stap(regisseur, oud, "afdoen").status_code == 200
    assert stap(regisseur, oud, "afdoen", reden="geen_capaciteit").status_code == 302
    overzicht = re.sub(r"\s+", " ", regisseur.get("/meldingen/overzicht").content.decode())
    assert re.search(r"Geen capaciteit</th><td[^>]*>1<", overzicht)
    assert lijst(regio, "ketenregisseur@riec") == [nieuw.kenmerk]
    assert lijst(regio, "ketenregisseur@riec", toon="afgedaan") == [oud.kenmerk]


@pytest.mark.rij("MEL-04")
def test_twee_meldingen_van_de_ggd_zonder_terugkoppeling_herinneren_de_politie(regio: Regio) -> None:
    ggd, politie = regio.client("casusdeelnemer@ggd"), regio.client("casusdeelnemer@politie")
    with klok.zet(klok.vandaag() - timedelta(days=20)):
        for nr in range(2):
            velden = {
                "tekst": f"Zorg over cliënt {nr}", "kanaal": "intern",
                "aan": str(regio.partner("politie").pk),
                "wijze": "open", "naam": "Verpleegkundige Bos", "sleutel": str(nr),
            }  # fmt: skip
            assert ggd.post("/meldingen/nieuw", velden).status_code == 303
        for melding in _van(regio, "casusdeelnemer@politie"):
            stap(politie, melding, "opnemen")
    assert "termijn is voorbij" in politie.get("/").content.decode()
    assert "2 gemeld, 0 teruggekoppeld" in politie.get("/meldingen/overzicht").content.decode()
    assert "2 gemeld, 0 teruggekoppeld" in ggd.get("/meldingen/overzicht").content.decode()
    eerste = _van(regio, "casusdeelnemer@politie")[0]
    assert stap(politie, eerste, "terugkoppelen", 2, uitkomst="bevestigd").status_code == 302
    assert "2 gemeld, 1 teruggekoppeld" in ggd.get("/meldingen/overzicht").content.decode()
    assert "Uw inschatting klopte." in ggd.get(f"/meldingen/{eerste.pk}").content.decode()
    assert stap(ggd, eerste, "afdoen", 3, reden="dubbel").status_code == 404


def _van(regio: Regio, wie: str) -> list[Melding]:
    door = regio.actor(wie)
    with als(door):
        return list(queries.lijst(door=door))


@pytest.mark.rij("MEL-01")
def test_een_niet_gedekte_vorm_staat_als_niet_gedekt_en_komt_toch_aan(regio: Regio) -> None:
    Functie.objects.filter(partner=regio.partner("lindemeer"), rol="aandachtsfunctionaris").update(
        vormen=["seksueel"]
    )
    pagina = re.sub(r"\s+", " ", regio.client(AF).get("/meldingen/overzicht").content.decode())
    rij = re.search(r"<tr><th scope=\"row\">Lindemeer</th>(.*?)</tr>", pagina)
    assert rij
    assert re.findall(r"(niet gedekt|gedekt)", rij.group(1))[:2] == ["niet gedekt", "gedekt"]
    assert meld(regio, vorm="seksueel").eigenaar_id == regio.partner("lindemeer").pk
    assert meld(regio, vorm="arbeid").eigenaar_id == regio.partner("riec").pk


def test_lezen_antwoorden_en_terugkoppelen_laten_regels_achter_en_de_lijst_niet(regio: Regio) -> None:
    melding = meld(regio, wijze="open", naam="Sanne Voorbeeld")
    af = regio.client(AF)
    lijst(regio, AF)
    assert _handelingen(regio) == ["schrijven"]
    af.get(f"/meldingen/{melding.pk}")
    stap(af, melding, "antwoord", tekst="Dank u wel.")
    assert _handelingen(regio) == ["schrijven", "lezen", "schrijven"]


def _handelingen(regio: Regio) -> list[str]:
    with als(regio.actor("privacyfunctionaris@lindemeer")):
        return list(Toegang.objects.order_by("volgnr").values_list("handeling", flat=True))


def test_twee_mensen_tegelijk_de_tweede_overschrijft_niets_en_houdt_zijn_tekst(regio: Regio) -> None:
    melding, af = meld(regio), regio.client(AF)
    assert stap(af, melding, "opnemen").status_code == 302
    tweede = stap(af, melding, "afdoen", 1, reden="dubbel", toelichting="Zelfde als vorige week")
    pagina = unescape(tweede.content.decode())
    assert "Een collega heeft deze melding net gewijzigd" in pagina
    assert "Zelfde als vorige week" in pagina
    assert _van(regio, AF)[0].status == "in_behandeling"


def test_niet_opgepakt_zonder_reden_wordt_geweigerd_en_met_reden_niet(regio: Regio) -> None:
    melding, af = meld(regio), regio.client(AF)
    assert "waarom, zonder namen" in unescape(
        stap(af, melding, "terugkoppelen", uitkomst="niet_opgepakt").content.decode()
    )
    antwoord = stap(af, melding, "terugkoppelen", uitkomst="niet_opgepakt", toelichting="Te weinig bekend.")
    assert antwoord.status_code == 302


def test_doorzetten_zegt_opgepakt_en_het_laatste_woord_sluit_de_melding(regio: Regio) -> None:
    melding, door = meld(regio), regio.actor(AF)
    with als(door):
        actions.zet_door(door=door, melding=melding)
        actions.zet_door(door=door, melding=melding)
        assert [t.uitkomst for t in queries.gesprek(melding)] == ["opgepakt"]  # type: ignore[union-attr]
        actions.koppel_terug(door=door, melding=melding, uitkomst="afgerond")
        assert (melding.status, melding.afdoening, melding.terugkoppelen_voor) == (
            "afgedaan",
            "overgedragen",
            None,
        )
        with pytest.raises(KanNiet):
            actions.zet_door(door=door, melding=melding)
        actions.neem_op(door=door, melding=melding)
        with pytest.raises(Verouderd):
            actions.doe_af(door=door, melding=melding, reden="dubbel", versie=1)


@pytest.mark.parametrize(
    "wie", ["privacyfunctionaris@lindemeer", "stuurgroeplid@riec", "functioneel_beheerder@lindemeer"]
)
def test_voor_wie_geen_meldingen_behandelt_bestaan_de_paginas_niet(regio: Regio, wie: str) -> None:
    melding, client = meld(regio), regio.client(wie)
    for adres in ("/meldingen", "/meldingen/overzicht", f"/meldingen/{melding.pk}"):
        assert client.get(adres).status_code == 404
    assert not list(werk(door=regio.actor(wie)))


def test_de_melding_van_een_ander_bestaat_niet(regio: Regio) -> None:
    melding, client = meld(regio), regio.client("aandachtsfunctionaris@veenburg")
    assert client.get(f"/meldingen/{melding.pk}").status_code == 404
    assert stap(client, melding, "opnemen").status_code == 404


def test_een_vertrouwelijke_melder_is_alleen_bekend_bij_het_meldpunt(regio: Regio) -> None:
    melding = meld(regio, gemeente_id=None, wijze="vertrouwelijk", naam="Sanne Voorbeeld")
    Melding.objects.none()
    assert (
        "Sanne Voorbeeld"
        in regio.client("ketenregisseur@riec").get(f"/meldingen/{melding.pk}").content.decode()
    )
    door = regio.actor("toezichthouder@nla")
    with als(door):
        nla, _code = actions.ontvang(
            door=door,
            id=uuid4(),
            nieuw=NieuweMelding(tekst="x", kanaal="telefoon", wijze="vertrouwelijk", naam="Jan Kees"),
        )
    assert "Jan Kees" not in regio.client("toezichthouder@nla").get(f"/meldingen/{nla.pk}").content.decode()


def test_een_telefonische_melding_geeft_een_code_om_voor_te_lezen(regio: Regio) -> None:
    af = regio.client(AF)
    antwoord = af.post(
        "/meldingen/nieuw", {"tekst": "Buurvrouw belde.", "kanaal": "telefoon", "sleutel": "a"}
    )
    assert re.search(r'ontvangstcode">[\d ]{19}<', af.get(antwoord["Location"]).content.decode())
    (melding,) = _van(regio, AF)
    assert (melding.kanaal, melding.afzender_id) == ("telefoon", None)


def test_een_collega_die_anoniem_wil_blijven_wordt_naar_de_open_pagina_gewezen(regio: Regio) -> None:
    pagina = regio.client(AF).post("/meldingen/nieuw", {"tekst": "x", "kanaal": "intern"}).content.decode()
    assert "open meldpagina" in pagina


def test_wie_niet_is_ingelogd_gaat_naar_het_inloggen(regio: Regio) -> None:
    for adres in ("/meldingen", "/meldingen/nieuw", "/meldingen/overzicht"):
        assert Client().get(adres)["Location"].startswith("/inloggen")


def test_de_lijst_kost_evenveel_vragen_bij_tien_keer_zoveel_meldingen(
    regio: Regio, django_assert_max_num_queries: Any
) -> None:
    for _nr in range(20):
        meld(regio)
    client = regio.client(AF)
    client.get("/meldingen")  # the first request of a session also writes the session
    with django_assert_max_num_queries(16):
        client.get("/meldingen")
    door = regio.actor(AF)
    with als(door), django_assert_max_num_queries(3):  # of all rooms together
        assert len([r for r in werk(door=door) if r.soort == "melding"]) == 20

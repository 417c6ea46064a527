# SPDX-License-Identifier: EUPL-1.2
"""Triage, acceptance by the receiver, what happens when nobody answers, and the alarm (MEL-03)."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.melding.test_meldpunt import meld
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.schil import werk
from schakel.logboek.models import Toegang
from schakel.melding import actions, queries
from schakel.melding.models import Alarm, Doorzending, Melding, Routeregel

AF = "aandachtsfunctionaris@lindemeer"
SIOD = "casusdeelnemer@nla"
REGISSEUR = "ketenregisseur@riec"


@pytest.fixture
def routes(regio: Regio) -> Regio:
    """As in Rotterdam-Rijnmond: large labour exploitation to the SIOD, small to the police."""
    door = regio.actor(REGISSEUR)
    with als(door):
        for nr, velden in enumerate(
            [
                {"naar": "nla", "kanaal": "SIOD", "vormen": ["arbeid"], "omvang": "groot", "norm": 10},
                {"naar": "politie", "kanaal": "politie", "vormen": ["arbeid"], "omvang": "klein"},
                {"naar": "haven", "kanaal": "jeugdhulp", "leeftijd": "minderjarig"},
            ]
        ):
            naar = regio.partner(str(velden.pop("naar")))
            actions.leg_route_vast(door=door, route=Routeregel(volgorde=nr, naar=naar, **velden))
    return regio


def trieer(regio: Regio, melding: Melding, wie: str = AF, **velden: Any) -> Any:
    inhoud = {"stap": "triage", "vorm": "arbeid", "leeftijd": "volwassen", "omvang": "groot"} | velden
    return regio.client(wie).post(f"/meldingen/{melding.pk}/triage", inhoud)


def bied_aan(regio: Regio, melding: Melding, wie: str = AF, **velden: Any) -> Any:
    pagina = regio.client(wie).get(f"/meldingen/{melding.pk}/triage").content.decode()
    gekozen = re.search(r'name="route" value="([^"]+)"[^>]*checked', pagina)
    assert gekozen
    return regio.client(wie).post(
        f"/meldingen/{melding.pk}/triage", {"stap": "aanbieden", "route": gekozen.group(1)} | velden
    )


def aanbod_van(regio: Regio, **velden: Any) -> Doorzending:
    with als(regio.actor(AF)):
        return Doorzending.objects.select_related("aan").get(**velden)


def titels(regio: Regio, wie: str) -> list[str]:
    door = regio.actor(wie)
    with als(door):
        return [r.titel for r in werk(door=door)]


@pytest.mark.rij("MEL-03")
def test_een_grote_arbeidsmelding_wacht_op_aanname_door_de_siod_en_anders_hoort_de_ketenregisseur_het(
    routes: Regio,
) -> None:
    melding = meld(routes, vorm="arbeid", tekst="Vijftien mannen slapen boven de loods.")
    assert trieer(routes, melding).status_code == 302
    assert bied_aan(routes, melding, bericht="Groot, in een loods.").status_code == 302
    aanbod = aanbod_van(routes)
    assert (aanbod.aan, aanbod.kanaal, aanbod.status) == (routes.partner("nla"), "SIOD", "wacht")

    siod = routes.client(SIOD)
    assert siod.get(f"/meldingen/{melding.pk}").status_code == 404
    pagina = siod.get(f"/meldingen/doorgezet/{aanbod.pk}").content.decode()
    assert "Groot, in een loods." in pagina
    assert "Vijftien mannen" not in pagina
    assert any("biedt" in t for t in titels(routes, SIOD))
    assert not any("wacht op" in t for t in titels(routes, REGISSEUR))

    with klok.zet(klok.vandaag() + timedelta(days=4)):
        assert any("wacht op" in t for t in titels(routes, REGISSEUR))
        te_laat = routes.client(REGISSEUR).get(f"/meldingen/doorgezet/{aanbod.pk}").content.decode()
        assert "Overnemen" in te_laat
        assert "Groot, in een loods." not in te_laat

    assert siod.post(f"/meldingen/doorgezet/{aanbod.pk}", {"stap": "aannemen"}).status_code == 302
    assert "Vijftien mannen" in siod.get(f"/meldingen/{melding.pk}").content.decode()
    assert routes.client(AF).get(f"/meldingen/{melding.pk}").status_code == 404
    teller = re.sub(r"<[^>]+>|\s+", " ", routes.client(AF).get("/meldingen/doorgezet").content.decode())
    assert re.search(r"Arbeidsinspectie Rijndal \(SIOD\) +1 +1 +0 +0 +10", teller)
    with als(routes.actor("privacyfunctionaris@lindemeer")):
        assert "aanbieden" in set(Toegang.objects.values_list("handeling", flat=True))


@pytest.mark.rij("MEL-03")
def test_kleine_zaken_minderjarigen_en_gevallen_zonder_afspraak_krijgen_elk_hun_eigen_voorstel(
    routes: Regio,
) -> None:
    melding = meld(routes, vorm="arbeid")

    def voorstel(**velden: str) -> str:
        assert trieer(routes, melding, **velden).status_code == 302
        return routes.client(AF).get(f"/meldingen/{melding.pk}/triage").content.decode()

    assert "Politie Rijndal (politie)" in voorstel(omvang="klein")
    assert "Stichting Haven (jeugdhulp)" in voorstel(
        vorm="seksueel", leeftijd="minderjarig", omvang="onbekend"
    )
    zonder = voorstel(vorm="orgaan", leeftijd="volwassen")
    assert "Een ander meldpunt" in zonder
    assert "(SIOD)" not in zonder


def test_weigeren_vraagt_een_reden_en_de_melding_blijft_bij_wie_haar_had(routes: Regio) -> None:
    melding = meld(routes, vorm="arbeid")
    trieer(routes, melding)
    bied_aan(routes, melding)
    adres = f"/meldingen/doorgezet/{aanbod_van(routes).pk}"
    siod = routes.client(SIOD)
    leeg = siod.post(adres, {"stap": "weigeren"})
    assert leeg.status_code == 422
    assert "Schrijf waarom" in leeg.content.decode()
    assert siod.post(adres, {"stap": "weigeren", "reden": "Te klein voor ons."}).status_code == 302
    assert "Te klein voor ons." in routes.client(AF).get(adres).content.decode()
    assert siod.post(adres, {"stap": "aannemen"}).status_code == 422
    with als(routes.actor(AF)):
        melding.refresh_from_db()
    assert melding.eigenaar_id == routes.partner("lindemeer").pk
    assert bied_aan(routes, melding).status_code == 302


def test_de_naam_van_een_vertrouwelijke_melder_gaat_alleen_mee_met_toestemming(routes: Regio) -> None:
    for mee in (False, True):
        melding = meld(routes, vorm="arbeid", wijze="vertrouwelijk", naam="Sanne Voorbeeld")
        trieer(routes, melding)
        bied_aan(routes, melding, **({"naam_mee": "on"} if mee else {}))
        aanbod = aanbod_van(routes, melding=melding)
        routes.client(SIOD).post(f"/meldingen/doorgezet/{aanbod.pk}", {"stap": "aannemen"})
        with als(routes.actor(SIOD)):
            assert bool(Melding.objects.get(pk=melding.pk).melder) is mee


def test_wie_niets_aangeboden_kreeg_neemt_ook_langs_de_database_niets_over(routes: Regio) -> None:
    melding = meld(routes, vorm="arbeid")
    trieer(routes, melding)
    bied_aan(routes, melding)
    aanbod = aanbod_van(routes)
    for wie in ("casusdeelnemer@politie", REGISSEUR, "stuurgroeplid@riec"):
        assert routes.client(wie).get(f"/meldingen/doorgezet/{aanbod.pk}").status_code == 404
        with als(routes.actor(wie)), pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute("SELECT melding_neem_over(%s)", [aanbod.pk])


def test_alleen_wie_de_routes_beheert_legt_ze_vast(routes: Regio) -> None:
    velden = {
        "volgorde": "9",
        "termijn": "3",
        "kanaal": "college",
        "afspraak": "Het college besluit per geval.",
    }
    assert routes.client(AF).post("/meldingen/routes/nieuw", velden).status_code == 404
    beheer = routes.client(REGISSEUR)
    assert beheer.post("/meldingen/routes/nieuw", velden | {"termijn": "x"}).status_code == 422
    assert beheer.post("/meldingen/routes/nieuw", velden).status_code == 302
    melding = meld(routes, vorm="orgaan")
    pagina = routes.client(AF).get(f"/meldingen/{melding.pk}/triage").content.decode()
    assert "Het college besluit per geval." in pagina
    route = Routeregel.objects.get(kanaal="college")
    assert beheer.post(f"/meldingen/routes/{route.pk}", {"stap": "weg"}).status_code == 302
    assert "college" not in routes.client(AF).get("/meldingen/routes").content.decode()


def test_acuut_gevaar_wekt_wie_dienst_heeft_en_blijft_het_stil_dan_de_ketenregisseur(regio: Regio) -> None:
    melding = meld(regio, acuut=True)
    assert any(t.startswith("Alarm") for t in titels(regio, AF))
    with als(regio.actor(AF)):
        andere = regio.gebruiker("privacyfunctionaris@lindemeer")
        actions.zet_dienst(
            door=regio.actor(AF), gebruiker_id=andere.pk, van=klok.nu() - timedelta(hours=1),
            tot=klok.nu() + timedelta(hours=8),
        )  # fmt: skip
    assert not any(t.startswith("Alarm") for t in titels(regio, AF))
    assert not any(t.startswith("Alarm") for t in titels(regio, REGISSEUR))
    with als(regio.actor(AF)):
        Alarm.objects.update(op=klok.nu() - timedelta(minutes=20))
    assert actions.herinner() == (1, 0)
    assert actions.herinner() == (0, 0)
    assert any(t.startswith("Alarm bij Gemeente Lindemeer") for t in titels(regio, REGISSEUR))
    assert any(t.startswith("Alarm: MEL") for t in titels(regio, AF))
    assert regio.client(REGISSEUR).get(f"/meldingen/{melding.pk}").status_code == 404
    with als(regio.actor(AF)):
        actions.neem_op(door=regio.actor(AF), melding=melding)
    assert not any(t.startswith("Alarm") for t in titels(regio, REGISSEUR))


def test_een_melder_die_te_lang_wacht_komt_bij_de_ketenregisseur_tot_er_iets_gezegd_is(regio: Regio) -> None:
    with klok.zet(klok.vandaag() - timedelta(days=20)):
        melding = meld(regio)
    assert actions.herinner() == (0, 1)
    assert any("melder wacht te lang" in t for t in titels(regio, REGISSEUR))
    with als(regio.actor(AF)):
        door = regio.actor(AF)
        eigen = queries.melding(door=door, id=melding.pk)
        assert eigen
        actions.koppel_terug(door=door, melding=eigen, uitkomst="in_behandeling")
    assert actions.herinner() == (0, 0)
    assert not any("melder wacht te lang" in t for t in titels(regio, REGISSEUR))


def test_een_dienst_wordt_met_de_hand_gezet_en_weggehaald(regio: Regio) -> None:
    af = regio.client(AF)
    wie = str(regio.gebruiker(AF).pk)
    fout = af.post("/meldingen/dienst", {"stap": "toevoegen", "wie": wie, "van": "morgen", "tot": ""})
    assert fout.status_code == 422
    velden = {"stap": "toevoegen", "wie": wie, "van": "2030-01-01T18:00", "tot": "2030-01-02T08:00"}
    vreemd = velden | {"wie": str(regio.gebruiker(SIOD).pk)}
    assert af.post("/meldingen/dienst", vreemd).status_code == 422
    assert af.post("/meldingen/dienst", velden).status_code == 302
    pagina = af.get("/meldingen/dienst").content.decode()
    weg = re.search(r'name="weg" value="([^"]+)"', pagina)
    assert weg
    assert regio.client(SIOD).post("/meldingen/dienst", {"weg": weg.group(1)}).status_code == 404
    assert af.post("/meldingen/dienst", {"weg": weg.group(1)}).status_code == 302

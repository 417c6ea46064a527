# SPDX-License-Identifier: EUPL-1.2
"""A meeting from outside: preparation, one screen, minutes per reader."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from schakel.casus import actions as casussen
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.overleg import queries
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE
from tests.overleg.zitting import Zitting, maak_zitting
from tests.regio import Regio

MEER_DAN_GENOEG = 40


@pytest.fixture
def zitting(regio: Regio) -> Zitting:
    return maak_zitting(regio)


def _pad(zitting: Zitting, *delen: Any) -> str:
    return "/".join(["/overleggen", str(zitting.overleg.pk), *map(str, delen)])


def _lees(zitting: Zitting, wie: str, *delen: Any) -> str:
    antwoord = zitting.keten.regio.client(wie).get(_pad(zitting, *delen))
    return antwoord.content.decode() if antwoord.status_code == 200 else str(antwoord.status_code)


def _stuur(zitting: Zitting, *delen: Any, wie: str = REGIE, **velden: Any) -> Any:
    return zitting.keten.regio.client(wie).post(_pad(zitting, *delen), velden)


def _agendeer(zitting: Zitting, deel: int, **velden: Any) -> Any:
    return _stuur(zitting, "agenda", casus=str(zitting.keten.casus_id), deel=deel, minuten=20, **velden)


@pytest.mark.rij("CAS-02")
def test_een_dossier_dat_niet_compleet_is_staat_niet_bij_de_kandidaten(zitting: Zitting) -> None:
    assert "Kassen aan de Zuidweg" in _lees(zitting, REGIE)
    zitting.keten.als_regie(casussen.zet_stap, naar="dossiervorming", reden="er mist een stuk")
    assert "Kassen aan de Zuidweg" not in _lees(zitting, REGIE)
    assert _agendeer(zitting, 1).status_code == 422


@pytest.mark.rij("OVL-03")
def test_deel_2_en_zijn_sporen_zijn_er_niet_voor_de_regiocoordinator(zitting: Zitting) -> None:
    zitting.keten.betrek(HAVEN)
    assert _agendeer(zitting, 2, aanleiding="over de opsporing").status_code == 302
    _stuur(zitting, "status", naar="bezig", versie=1)
    punt = zitting.punt()
    _stuur(
        zitting,
        "agendapunten",
        punt.pk,
        "besluit",
        tekst="Onderzoek starten",
        reden="bewijs",
        partner1=str(zitting.keten.regio.partner("haven").pk),
        actie1="Houd twee plaatsen vrij",
    )
    for delen in ((), ("verslag",)):
        voor_haven = _lees(zitting, HAVEN, *delen)
        assert "Casusoverleg Rijndal" in voor_haven
        for spoor in (
            "Deel 2",
            "over de opsporing",
            "Onderzoek starten",
            "Houd twee plaatsen",
            "Kassen aan de Zuidweg",
        ):
            assert spoor not in voor_haven
        assert "Onderzoek starten" in _lees(zitting, NLA, *delen)
    assert "Houd twee plaatsen" not in zitting.keten.regio.client(HAVEN).get("/").content.decode()


@pytest.mark.rij("OVL-04")
def test_een_besluit_met_drie_acties_geeft_ieder_een_taak(zitting: Zitting) -> None:
    _agendeer(zitting, 1)
    _stuur(zitting, "status", naar="bezig", versie=1)
    partner = zitting.keten.regio.partner
    velden = {
        f"{naam}{nr}": waarde
        for nr, (code, wat) in enumerate(
            [
                ("nla", "Plan de controle"),
                ("politie", "Zoek de kentekens uit"),
                ("lindemeer", "Bel de verhuurder"),
            ],
            1,
        )
        for naam, waarde in (
            ("partner", str(partner(code).pk)),
            ("actie", wat),
            ("termijn", klok.vandaag() + timedelta(days=14)),
        )
    }
    antwoord = _stuur(
        zitting,
        "agendapunten",
        zitting.punt().pk,
        "besluit",
        tekst="Samen oppakken",
        reden="ernst",
        afwijkend="politie wilde wachten",
        **velden,
    )
    assert antwoord.status_code == 302
    _stuur(zitting, "status", naar="afgesloten", versie=2)
    for wie, wat in (
        (NLA, "Plan de controle"),
        (POLITIE, "Zoek de kentekens uit"),
        (GEMEENTE, "Bel de verhuurder"),
    ):
        thuis = zitting.keten.regio.client(wie).get("/").content.decode()
        assert wat in thuis
    verslag = _lees(zitting, NLA, "verslag")
    assert "Het overleg besluit:" in verslag
    assert "politie wilde wachten" in verslag
    assert "Samen oppakken" not in _lees(zitting, GEMEENTE, "verslag")
    assert (
        _stuur(zitting, "agendapunten", zitting.punt().pk, "besluit", tekst="Nog iets", reden="x").status_code
        == 422
    )


@pytest.mark.rij("OVL-05")
def test_een_sluiting_zonder_effect_voor_het_slachtoffer_wordt_niet_vastgesteld(zitting: Zitting) -> None:
    zitting.keten.weeg()
    sluiting = zitting.keten.stel_voor(soort="pand-sluiten", uitvoerder="politie", effect_slachtoffer="")
    _agendeer(zitting, 1)
    _stuur(zitting, "status", naar="bezig", versie=1)
    punt = zitting.punt()
    besluit = {"tekst": "Het pand gaat dicht", "reden": "openbare orde", "interventies": [str(sluiting.pk)]}
    antwoord = _stuur(zitting, "agendapunten", punt.pk, "besluit", **besluit)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "effect voor het slachtoffer is niet ingevuld" in pagina
    assert "Het pand gaat dicht" in pagina
    aanvullen = f"/casussen/{zitting.keten.casus_id}/interventies/{sluiting.pk}/aanvullen"
    zitting.keten.regio.client(REGIE).post(
        aanvullen,
        {
            "doel": "overlast stopt",
            "effect_slachtoffer": "opvang staat klaar bij Haven",
            "volgorde": 1,
            "versie": 1,
        },
    )
    assert _stuur(zitting, "agendapunten", punt.pk, "besluit", **besluit).status_code == 302
    assert "Aan je partner toegewezen" in zitting.keten.regio.client(POLITIE).get("/").content.decode()


@pytest.mark.rij("CAS-07")
def test_de_spoedroute_vraagt_een_weging_in_het_eerstvolgende_overleg(zitting: Zitting) -> None:
    interventie = zitting.keten.stel_voor()
    zitting.keten.als_regie(
        casussen.spoedroute, reden="minderjarige in gevaar", functie="officier van justitie"
    )
    zitting.keten.stel_vast(interventie)
    thuis = zitting.keten.regio.client(REGIE).get("/").content.decode()
    assert "weeg achteraf" in thuis
    assert localdate(zitting.overleg.tijdstip).isoformat() in thuis
    zitting.keten.weeg()
    assert "weeg achteraf" not in zitting.keten.regio.client(REGIE).get("/").content.decode()


def test_wie_geen_lid_is_vindt_het_overleg_niet(zitting: Zitting) -> None:
    for wie in ("aandachtsfunctionaris@veenburg", "casusdeelnemer@ggd", "toezichthouder@nla"):
        assert _lees(zitting, wie) == "404"
        assert _lees(zitting, wie, "verslag") == "404"
    for delen in (("status",), ("agenda",), ("delen", 1, "aanwezig")):
        assert _stuur(zitting, *delen, wie=NLA, naar="bezig", versie=1).status_code == 404


def test_een_besluit_met_een_halve_actie_houdt_de_tekst(zitting: Zitting) -> None:
    _agendeer(zitting, 1)
    _stuur(zitting, "status", naar="bezig", versie=1)
    antwoord = _stuur(
        zitting,
        "agendapunten",
        zitting.punt().pk,
        "besluit",
        tekst="Lang verhaal",
        reden="r",
        actie1="Bel iemand",
    )
    assert antwoord.status_code == 422
    assert "Lang verhaal" in antwoord.content.decode()
    assert "Vul beide in" in antwoord.content.decode()


def test_aanwezigheid_per_deel(zitting: Zitting) -> None:
    leden = {lid.partner.code: str(lid.pk) for lid in queries.leden(overleg=zitting.overleg)}
    assert _stuur(zitting, "delen", 1, "aanwezig", aanwezig=[leden["haven"], leden["nla"]]).status_code == 302
    assert _stuur(zitting, "delen", 2, "aanwezig", aanwezig=[leden["nla"], leden["haven"]]).status_code == 302
    assert "Stichting Haven" in _lees(zitting, NLA, "verslag")
    assert "In de zaal" in _lees(zitting, HAVEN)
    assert _stuur(zitting, "delen", 2, "aanwezig", aanwezig=[leden["nla"]]).status_code == 302
    zaal_van_deel_2 = _lees(zitting, NLA, "verslag").split("Deel 2")[1]
    assert "Stichting Haven" not in zaal_van_deel_2


def test_een_actie_afronden(zitting: Zitting) -> None:
    _agendeer(zitting, 1)
    _stuur(zitting, "status", naar="bezig", versie=1)
    nla = str(zitting.keten.regio.partner("nla").pk)
    _stuur(
        zitting,
        "agendapunten",
        zitting.punt().pk,
        "besluit",
        tekst="t",
        reden="r",
        partner1=nla,
        actie1="Plan de controle",
    )
    client = zitting.keten.regio.client(NLA)
    pad = f"/overleggen/acties/{zitting.acties()[0].pk}"
    assert zitting.keten.regio.client(POLITIE).get(pad).status_code == 404
    assert client.get(pad).status_code == 200
    assert client.post(pad, {"resultaat": "gepland", "status": "gedaan", "versie": 1}).status_code == 302
    assert client.post(pad, {"resultaat": "anders", "status": "gedaan", "versie": 1}).status_code == 409
    assert "gepland" in _lees(zitting, REGIE)


def test_een_overleg_plannen(zitting: Zitting) -> None:
    client = zitting.keten.regio.client(REGIE)
    assert client.get("/overleggen/nieuw").status_code == 200
    orgaan = str(zitting.overleg.orgaan_id)
    assert client.post("/overleggen/nieuw", {"orgaan": orgaan, "tijdstip": "32 mei"}).status_code == 422
    assert (
        client.post(
            "/overleggen/nieuw", {"orgaan": orgaan, "tijdstip": "2027-03-03T10:00", "plaats": "Zaal 2"}
        ).status_code
        == 302
    )
    assert "Zaal 2" in client.get("/overleggen").content.decode()
    assert zitting.keten.regio.client(NLA).get("/overleggen/nieuw").status_code == 404


def test_het_aantal_vragen_van_het_scherm_is_begrensd(zitting: Zitting) -> None:
    _agendeer(zitting, 1)
    _agendeer(zitting, 2)
    _stuur(zitting, "status", naar="bezig", versie=1)
    zitting.keten.weeg()
    for _nr in range(3):
        zitting.keten.stel_voor()
    client = zitting.keten.regio.client(REGIE)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(_pad(zitting)).status_code == 200
    assert len(vragen) <= MEER_DAN_GENOEG


@pytest.mark.rij("OVL-04")
def test_na_een_besluit_bij_het_ene_punt_valt_ook_een_besluit_bij_het_volgende(zitting: Zitting) -> None:
    for deel in (1, 2):
        assert _agendeer(zitting, deel).status_code == 302
    _stuur(zitting, "status", naar="bezig", versie=1)
    door = zitting.keten.regio.actor(REGIE)
    with als(door):
        punten = list(queries.agenda(door=door, overleg=zitting.overleg).values_list("pk", flat=True))
    for nummer, punt in enumerate(punten):
        antwoord = _stuur(zitting, "agendapunten", punt, "besluit", tekst=f"Besluit {nummer}", reden="ernst")
        assert antwoord.status_code == 302
    verslag = _lees(zitting, REGIE, "verslag")
    assert "Besluit 0" in verslag
    assert "Besluit 1" in verslag

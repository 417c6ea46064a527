# SPDX-License-Identifier: EUPL-1.2
"""The catalogue, deconfliction and mandates, from outside (INT-01, INT-02, INT-05)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from schakel.convenant.actor import als
from schakel.interventie import queries, rules
from schakel.interventie.models import Voornemen
from schakel.kern import klok
from schakel.partner.actions import laad_voorbeeldregio
from schakel.partner.models import Gemeente
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.partner.pagina import tekst
from tests.regio import Regio

ADRES = {"straat": "Zuidweg", "huisnummer": "12", "plaats": "Lindemeer"}
TOEZICHT = "toezichthouder@nla"


def _post(regio: Regio, wie: str, pad: str, **velden: Any) -> Any:
    return regio.client(wie).post(pad, velden)


def _plan(regio: Regio, wie: str, dagen: int = 5, **velden: Any) -> Any:
    begin = (klok.vandaag() + timedelta(days=dagen)).isoformat()
    basis = {"soort": "controle", "begin": begin, "voornemen": f"geheim plan van {wie}", **ADRES}
    return _post(regio, wie, "/interventies/voornemens/nieuw", **(basis | velden))


def _pagina(regio: Regio, wie: str, antwoord: Any) -> str:
    assert antwoord.status_code == 302, tekst(antwoord)
    return tekst(regio.client(wie).get(antwoord.headers["Location"]))


@pytest.mark.rij("INT-01")
def test_in_emmen_is_sluiting_volgens_het_horecastappenplan_niet_beschikbaar(regio: Regio) -> None:
    laad_voorbeeldregio("dr")
    emmen = Gemeente.objects.get(naam="Emmen")
    client = regio.client(REGIE)
    pad = f"/interventies?gemeente={emmen.pk}"
    assert "Niet vastgelegd of Emmen een horecastappenplan heeft" in tekst(client.get(pad))
    antwoord = client.post(f"/interventies/gemeenten/{emmen.pk}", {"er_horecastappenplan": "nee"})
    assert antwoord.status_code == 302
    pagina = tekst(client.get(pad))
    assert "Hier niet beschikbaar Emmen mist een horecastappenplan" in pagina
    assert "Emmen mist een maximum" not in pagina


@pytest.mark.rij("INT-01")
def test_een_advies_kent_de_regels_van_de_gemeente_van_de_casus(regio: Regio) -> None:
    keten = maak_keten(regio)
    gemeente = regio.gemeenten["lindemeer"]
    _post(
        regio,
        GEMEENTE,
        f"/interventies/gemeenten/{gemeente.pk}",
        er_horecastappenplan="nee",
        er_maximumstelsel="ja",
        waar_maximumstelsel="APV art. 3:5",
    )
    formulier = tekst(regio.client(REGIE).get(f"/casussen/{keten.casus_id}/voorstellen"))
    assert "hier niet beschikbaar: Lindemeer mist een horecastappenplan" in formulier
    velden = {
        "uitvoerder": str(regio.partner("lindemeer").pk),
        "doel": "sluiten",
        "volgorde": 1,
        "deel": 1,
    }
    pad = f"/casussen/{keten.casus_id}/voorstellen"
    nee = _post(regio, REGIE, pad, soort="horeca-sluiten", **velden)
    assert nee.status_code == 422
    assert "mist een horecastappenplan" in tekst(nee)
    assert _post(regio, REGIE, pad, soort="maximumstelsel", **velden).status_code == 302


def test_alleen_de_gemeente_zelf_of_de_regisseur_legt_haar_regels_vast(regio: Regio) -> None:
    pad = f"/interventies/gemeenten/{regio.gemeenten['lindemeer'].pk}"
    for wie in (NLA, POLITIE, HAVEN, TOEZICHT, "aandachtsfunctionaris@veenburg"):
        assert _post(regio, wie, pad, er_horecastappenplan="ja").status_code == 404
    assert _post(regio, GEMEENTE, pad, er_horecastappenplan="misschien").status_code == 422


def test_elke_soort_van_de_catalogus_zegt_wie_bevoegd_is_op_welke_grond_met_welk_effect() -> None:
    for soort in rules.CATALOGUS.values():
        assert soort.bevoegd, soort.code
        assert soort.grondslag, soort.code
        assert soort.effect, soort.code
        assert soort.terrein in rules.TERREINEN, soort.code
        assert not soort.vereist or soort.vereist in rules.GEMEENTEREGELS, soort.code
    assert {s.terrein for s in rules.CATALOGUS.values()} == set(rules.TERREINEN)


@pytest.mark.rij("INT-01")
def test_een_grond_geldt_vanaf_zijn_datum(regio: Regio) -> None:
    with klok.zet(date(2026, 12, 31)):
        assert "Toelating van een uitlener" not in tekst(regio.client(REGIE).get("/interventies"))
    with klok.zet(date(2027, 1, 1)):
        assert "Toelating van een uitlener" in tekst(regio.client(REGIE).get("/interventies"))


@pytest.mark.rij("INT-02")
def test_politie_en_inspectie_horen_alleen_elkaars_functie_en_gaan_pas_als_beiden_bevestigen(
    regio: Regio,
) -> None:
    eerste = _plan(regio, POLITIE)
    assert "Niemand heeft gevraagd om eerst te bellen" in _pagina(regio, POLITIE, eerste)
    tweede = _plan(regio, TOEZICHT)
    nla, politie = _pagina(regio, TOEZICHT, tweede), _pagina(regio, POLITIE, eerste)
    assert "In afstemming" in nla
    assert "Bel eerst: Casusdeelnemer van Politie Rijndal" in nla
    assert "In afstemming" in politie
    assert "Bel eerst: Casusdeelnemer van Arbeidsinspectie Rijndal" in politie
    assert "geheim plan van casusdeelnemer@politie" not in nla
    assert "geheim plan van toezichthouder" not in politie
    assert "Stem eerst af" in tekst(regio.client(POLITIE).get("/"))
    klaar = {"status": "uitgevoerd", "resultaat": "gedaan", "versie": 1}
    nee = _post(regio, TOEZICHT, tweede.headers["Location"], **klaar)
    assert nee.status_code == 422
    assert "Bel eerst met wie hier ook iets van plan is" in tekst(nee)
    for wie, antwoord in ((TOEZICHT, tweede), (POLITIE, eerste)):
        assert "In afstemming" in _pagina(regio, wie, antwoord)
        with als(regio.actor(wie)):
            plan = queries.voornemens(door=regio.actor(wie)).get()
            bel = queries.botsingen(door=regio.actor(wie), voornemens=[plan])[plan.pk][0]
        _post(regio, wie, antwoord.headers["Location"], bevestig=str(bel.botsing.pk))
    assert "In afstemming" not in _pagina(regio, TOEZICHT, tweede)
    assert _post(regio, TOEZICHT, tweede.headers["Location"], **klaar).status_code == 302


@pytest.mark.rij("INT-02")
def test_een_ander_adres_of_een_andere_week_raakt_niets_en_wie_intrekt_laat_los(regio: Regio) -> None:
    _plan(regio, POLITIE)
    assert "In afstemming" not in _pagina(regio, NLA, _plan(regio, NLA, dagen=20))
    assert "In afstemming" not in _pagina(regio, NLA, _plan(regio, NLA, huisnummer="14"))
    botst = _plan(regio, NLA)
    assert "In afstemming" in _pagina(regio, NLA, botst)
    with als(regio.actor(POLITIE)):
        plan = queries.voornemens(door=regio.actor(POLITIE)).get()
    _post(regio, POLITIE, f"/interventies/voornemens/{plan.pk}", status="ingetrokken", versie=1)
    assert "In afstemming" not in _pagina(regio, NLA, botst)


@pytest.mark.rij("INT-02")
def test_een_plan_bestaat_niet_voor_een_ander_ook_niet_in_de_database(regio: Regio) -> None:
    antwoord = _plan(regio, POLITIE)
    for wie in (NLA, GEMEENTE, REGIE, TOEZICHT):
        assert regio.client(wie).get(antwoord.headers["Location"]).status_code == 404
        assert "geheim plan" not in tekst(regio.client(wie).get("/interventies/voornemens"))
        with als(regio.actor(wie)):
            assert not Voornemen.objects.exists()
    assert regio.client(HAVEN).get("/interventies/voornemens").status_code == 404
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('schakel_app', 'interventie_botsing', 'INSERT, UPDATE, DELETE')"
        )
        assert cursor.fetchone() == (False,), "een botsing maakt en beantwoordt alleen de database"


@pytest.mark.rij("INT-02")
def test_met_en_zonder_botsing_wordt_hetzelfde_werk_gedaan(regio: Regio) -> None:
    from django.test.utils import CaptureQueriesContext

    _plan(regio, POLITIE)
    vragen = []
    for huisnummer in ("12", "99"):
        with CaptureQueriesContext(connection) as gedaan:
            _plan(regio, NLA, huisnummer=huisnummer)
        vragen.append([v["sql"].split(" ")[0] for v in gedaan.captured_queries])
    assert vragen[0] == vragen[1]


def test_een_voornemen_in_het_verleden_of_zonder_adres_houdt_de_tekst(regio: Regio) -> None:
    fout = _plan(regio, NLA, dagen=-3)
    assert fout.status_code == 422
    assert "Afstemmen doe je vooraf" in tekst(fout)
    assert "geheim plan van casusdeelnemer@nla" in fout.content.decode()
    assert _plan(regio, NLA, huisnummer="").status_code == 422


@pytest.fixture
def keten(regio: Regio) -> Keten:
    keten = maak_keten(regio)
    keten.betrek(GEMEENTE)
    keten.weeg()
    return keten


def _wijs_toe(keten: Keten) -> str:
    interventie = keten.stel_voor(soort="pand-sluiten", uitvoerder="lindemeer")
    pad = f"/casussen/{keten.casus_id}/interventies/{interventie.pk}"
    assert _post(keten.regio, REGIE, f"{pad}/vaststellen", versie=1).status_code == 302
    return pad


@pytest.mark.rij("INT-05")
def test_zonder_mandaat_opent_de_toewijzing_meteen_een_besluit_van_de_burgemeester(keten: Keten) -> None:
    regio, pad = keten.regio, _wijs_toe(keten)
    thuis = tekst(regio.client(GEMEENTE).get("/"))
    assert "Besluit nodig: Woning sluiten" in thuis
    assert "Leg het voor aan: Burgemeester" in thuis
    nee = _post(regio, GEMEENTE, f"{pad}/aanvaarden", versie=2)
    assert nee.status_code == 422
    assert "Wacht op het besluit van: Burgemeester" in tekst(nee)
    with als(regio.actor(GEMEENTE)):
        verzoek = queries.beslisverzoeken(door=regio.actor(GEMEENTE)).get()
    assert verzoek.termijn == klok.vandaag() + rules.BESLISTERMIJN
    besluit = f"/interventies/besluiten/{verzoek.pk}"
    assert "zicht op de arbeid" in tekst(regio.client(GEMEENTE).get(besluit)), "de gronden"
    for wie in (NLA, POLITIE, "aandachtsfunctionaris@veenburg"):
        assert regio.client(wie).get(besluit).status_code == 404
    assert _post(regio, REGIE, besluit, akkoord="ja", motivering="mag niet").status_code == 404
    assert _post(regio, GEMEENTE, besluit, akkoord="ja", motivering="").status_code == 422
    assert _post(regio, GEMEENTE, besluit, akkoord="ja", motivering="orde verstoord").status_code == 302
    assert _aanvaard(regio, pad).status_code == 302


def _aanvaard(regio: Regio, pad: str) -> Any:
    functie = str(regio.bezettingen[GEMEENTE].functie_id)
    return _post(regio, GEMEENTE, f"{pad}/aanvaarden", versie=2, casemanager=functie)


@pytest.mark.rij("INT-05")
def test_met_een_mandaat_hoeft_niemand_te_wachten(keten: Keten) -> None:
    regio = keten.regio
    velden = {"soort": "pand-sluiten", "beslist": "Hoofd openbare orde", "standpunt": "bij herhaling"}
    assert _post(regio, GEMEENTE, "/interventies/mandaten", **velden).status_code == 302
    assert "Hoofd openbare orde" in tekst(regio.client(GEMEENTE).get("/interventies/mandaten"))
    pad = _wijs_toe(keten)
    assert "Besluit nodig" not in tekst(regio.client(GEMEENTE).get("/"))
    assert _aanvaard(regio, pad).status_code == 302


@pytest.mark.rij("CAS-05")
def test_zonder_casemanager_hoort_de_regie_het_en_is_de_toewijzing_niet_aanvaard(keten: Keten) -> None:
    regio = keten.regio
    interventie = keten.stel_voor(soort="adresonderzoek", uitvoerder="lindemeer")
    pad = f"/casussen/{keten.casus_id}/interventies/{interventie.pk}"
    _post(regio, REGIE, f"{pad}/vaststellen", versie=1)
    assert "geen casemanager" not in tekst(regio.client(REGIE).get("/"))
    with klok.zet(klok.vandaag() + timedelta(days=9)):
        assert "geen casemanager" in tekst(regio.client(REGIE).get("/"))
        pagina = tekst(regio.client(REGIE).get(f"/casussen/{keten.casus_id}"))
        assert "Toegewezen, nog niet aanvaard" in pagina
        assert "nog niet benoemd" in pagina
        nee = _post(regio, GEMEENTE, f"{pad}/aanvaarden", versie=2)
        assert nee.status_code == 422
        assert "Benoem een casemanager" in tekst(nee)
        vreemd = str(regio.bezettingen[POLITIE].functie_id)
        assert _post(regio, GEMEENTE, f"{pad}/aanvaarden", versie=2, casemanager=vreemd).status_code == 422
        assert _aanvaard(regio, pad).status_code == 302
        assert "geen casemanager" not in tekst(regio.client(REGIE).get("/"))
        _post(regio, GEMEENTE, f"{pad}/voortgang", versie=3, tekst="Twee adressen bezocht")
        for wie in (REGIE, NLA):
            assert "Twee adressen bezocht" in tekst(regio.client(wie).get(f"/casussen/{keten.casus_id}"))

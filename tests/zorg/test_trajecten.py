# SPDX-License-Identifier: EUPL-1.2
"""A traject from outside: aanmelding to afsluiting, for one and for fifty; nobody outside care reads a word of it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from schakel.kern import klok
from schakel.partner.models import Bezetting
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, lees, meld_aan, naar_begeleiding


def _stuur(regio: Regio, adres: str, door: str = BEGELEIDER, **velden: Any) -> Any:
    return regio.client(door).post(adres, velden)


def _nieuw(regio: Regio, wie: str = BEGELEIDER, **velden: Any) -> UUID:
    id = "0190b0b0-0000-7000-8000-00000000000a"
    basis = {"id": id, "roepnaam": "Blessing", "doelgroep": "vrouw", "leeftijd": "volwassen", "model": "vijf"}
    antwoord = _stuur(regio, "/zorg/nieuw", wie, **(basis | velden))
    assert antwoord.status_code == 302, antwoord.content.decode()
    return UUID(id)


@pytest.mark.rij("ZOR-01")
def test_van_aanmelding_tot_afsluiting_in_vijf_fasen(regio: Regio) -> None:
    id = _nieuw(regio)
    leg = f"/zorg/{id}/vastleggen"
    assert "Nog geen behoeften" in bladzij(regio, BEGELEIDER, f"/zorg/{id}")
    for fase, versie in (("intake", 1), ("analyse", 2)):
        assert _stuur(regio, f"/zorg/{id}/daden/fase", naar=fase, versie=versie).status_code == 302
    geweigerd = _stuur(regio, f"/zorg/{id}/daden/fase", naar="begeleiding", versie=3)
    assert geweigerd.status_code == 422
    assert "minstens één doel" in geweigerd.content.decode()
    _stuur(regio, f"{leg}/behoefte", gebied="veiligheid", risico="haar broer zoekt haar", ernst="hoog")
    _stuur(regio, f"{leg}/doel", plandeel="opvang", doel="veilig wonen", stand="open")
    _stuur(regio, f"{leg}/veiligheid", dreiging="haar broer", afspraken="bel 112", mijden="Lindemeer")
    _stuur(regio, f"{leg}/dienst", dienst="tolk", wie="Tolk Edo")
    assert _stuur(regio, f"/zorg/{id}/daden/fase", naar="begeleiding", versie=3).status_code == 302
    pagina = bladzij(regio, BEGELEIDER, f"/zorg/{id}")
    for tekst in (
        "haar broer zoekt haar",
        "veilig wonen",
        "Tolk Edo",
        "Nog niets afgesproken over",
        "Terugkeer",
    ):
        assert tekst in pagina
    assert (
        _stuur(
            regio, f"/zorg/{id}/daden/afsluiten", reden="doelen_bereikt", nazorg="ja", versie=4
        ).status_code
        == 302
    )
    assert "Nazorg:" in bladzij(regio, BEGELEIDER, f"/zorg/{id}")


@pytest.mark.rij("ZOR-01")
def test_afsluiten_zonder_reden_en_besluit_over_nazorg_wordt_geweigerd(regio: Regio) -> None:
    id = meld_aan(regio)
    naar_begeleiding(regio, id)
    for velden in ({}, {"reden": "doelen_bereikt"}, {"nazorg": "ja"}):
        assert (
            _stuur(regio, f"/zorg/{id}/daden/afsluiten", versie=4, toelichting="klaar", **velden).status_code
            == 422
        )
        nu = lees(regio, BEGELEIDER, id)
        assert nu is not None
        assert nu.afgesloten_op is None
    assert (
        _stuur(
            regio, f"/zorg/{id}/daden/afsluiten", reden="terugkeer", nazorg="niet_nodig", versie=4
        ).status_code
        == 302
    )


@pytest.mark.rij("ZOR-01")
def test_vijftig_mensen_in_een_keer_en_daarna_een_voor_een(regio: Regio) -> None:
    id = "0190b0b0-0000-7000-8000-00000000000b"
    velden = {
        "id": id, "naam": "controle kas", "aantal": 50, "namen": "Ion; Roemeens\nMihai; Roemeens\nAna",
        "doelgroep": "onbekend", "leeftijd": "volwassen", "vorm": "arbeid",
    }  # fmt: skip
    assert _stuur(regio, "/zorg/groepen/nieuw", **velden).status_code == 302
    assert _stuur(regio, "/zorg/groepen/nieuw", **velden).status_code == 302, (
        "twee keer versturen maakt er één"
    )
    pagina = bladzij(regio, BEGELEIDER, f"/zorg/groepen/{id}")
    assert "50 mensen, 50 nog uit te werken" in pagina
    assert "Mihai" in pagina
    assert pagina.count("Nog zonder naam") == 47
    eerste = pagina.split('<th scope="row"><a href="/zorg/')[1][:36]
    assert _stuur(regio, f"/zorg/{eerste}/daden/fase", naar="intake", versie=1).status_code == 302
    assert "50 mensen, 49 nog uit te werken" in bladzij(regio, BEGELEIDER, f"/zorg/groepen/{id}")


def test_meer_namen_dan_mensen_wordt_geweigerd_en_de_tekst_blijft_staan(regio: Regio) -> None:
    antwoord = _stuur(
        regio, "/zorg/groepen/nieuw", naam="kas", aantal=2, namen="Ion\nMihai\nAna", doelgroep="man",
        leeftijd="volwassen",
    )  # fmt: skip
    assert antwoord.status_code == 422
    assert "Mihai" in antwoord.content.decode()


@pytest.mark.parametrize("wie", KETEN)
def test_niemand_buiten_de_zorg_leest_iets_van_een_traject(regio: Regio, wie: str) -> None:
    id = meld_aan(regio)
    for adres in (f"/zorg/{id}", "/zorg", f"/zorg/{id}/vastleggen/doel", f"/stukken/{id}/delen"):
        assert bladzij(regio, wie, adres) in ("404", "403")
    thuis = bladzij(regio, wie, "/")
    assert "ZRG-" not in thuis
    assert "/zorg" not in thuis


def test_een_collega_leest_een_traject_pas_als_die_erop_genoemd_is(regio: Regio) -> None:
    id = meld_aan(regio, COORDINATOR)
    assert bladzij(regio, BEGELEIDER, f"/zorg/{id}") == "404"
    collega = regio.gebruiker(BEGELEIDER).pk
    assert (
        _stuur(regio, f"/zorg/{id}/daden/betrekken", COORDINATOR, wie=collega, begeleider="on").status_code
        == 302
    )
    assert "Blessing" in bladzij(regio, BEGELEIDER, f"/zorg/{id}")


def test_de_regiocoordinator_ziet_de_kop_en_leest_pas_na_overnemen_met_een_reden(regio: Regio) -> None:
    id = meld_aan(regio)
    pagina = bladzij(regio, COORDINATOR, f"/zorg/{id}")
    assert "Je bent op dit traject niet genoemd" in pagina
    assert "Blessing" not in pagina + bladzij(regio, COORDINATOR, "/zorg")
    assert _stuur(regio, f"/zorg/{id}", COORDINATOR, reden="").status_code == 422
    assert _stuur(regio, f"/zorg/{id}", COORDINATOR, reden="begeleider is ziek").status_code == 302
    assert "Blessing" in bladzij(regio, COORDINATOR, f"/zorg/{id}")


def test_wie_vertrokken_is_laat_het_traject_niet_alleen_achter(regio: Regio) -> None:
    id = meld_aan(regio)
    Bezetting.objects.filter(pk=regio.bezettingen[BEGELEIDER].pk).update(
        tot=klok.vandaag() - timedelta(days=1)
    )
    assert "Niemand die op dit traject genoemd is" in bladzij(regio, COORDINATOR, f"/zorg/{id}")


def test_een_verbeterde_behoefte_vervangt_de_oude_en_die_blijft_leesbaar(regio: Regio) -> None:
    id = meld_aan(regio)
    leg = f"/zorg/{id}/vastleggen/behoefte"
    _stuur(regio, leg, gebied="wonen", behoefte="een kamer")
    oud = bladzij(regio, BEGELEIDER, f"/zorg/{id}").split("?verbeter=")[2][:36]
    _stuur(regio, f"{leg}?verbeter={oud}", gebied="wonen", behoefte="een kamer met haar kind")
    pagina = bladzij(regio, BEGELEIDER, f"/zorg/{id}")
    assert "een kamer met haar kind" in pagina
    assert pagina.count("een kamer</dd>") == 0
    assert "Wat er eerder stond" in pagina


def test_een_kind_hoort_bij_de_ouder(regio: Regio) -> None:
    id = meld_aan(regio)
    antwoord = _stuur(
        regio,
        f"/zorg/nieuw?ouder={id}",
        roepnaam="Joy",
        doelgroep="vrouw",
        leeftijd="minderjarig",
        model="amv",
    )
    assert antwoord.status_code == 302
    assert "Kinderen" in (pagina := bladzij(regio, BEGELEIDER, f"/zorg/{id}"))
    assert pagina.count('class="kenmerk') + pagina.count("ZRG-") >= 2


def test_twee_mensen_tegelijk_overschrijven_elkaar_niet(regio: Regio) -> None:
    id = meld_aan(regio)
    assert _stuur(regio, f"/zorg/{id}/daden/fase", naar="intake", versie=1).status_code == 302
    antwoord = _stuur(regio, f"/zorg/{id}/daden/fase", naar="analyse", reden="mijn tekst", versie=1)
    assert antwoord.status_code == 409
    assert "mijn tekst" in antwoord.content.decode()


def test_zonder_iemand_zegt_de_lijst_wat_hier_komt(regio: Regio) -> None:
    assert "Hier staat nog niemand" in bladzij(regio, BEGELEIDER, "/zorg")


def test_een_datum_van_nu_staat_in_de_lijst(regio: Regio) -> None:
    with klok.zet(date(2026, 3, 2)):
        meld_aan(regio)
        assert "ma 2 mrt 2026" in bladzij(regio, BEGELEIDER, "/zorg")


def test_een_client_is_te_vinden_op_naam_voor_wie_genoemd_is_en_voor_niemand_anders(regio: Regio) -> None:
    id = meld_aan(regio)
    for wie, gevonden in ((BEGELEIDER, True), (COORDINATOR, False)):
        for woorden in ("blessing", "Bles"):
            pagina = regio.client(wie).post("/zorg", {"woorden": woorden}).content.decode()
            assert (str(id) in pagina) == gevonden, (wie, woorden)
    for wie in KETEN:
        assert regio.client(wie).post("/zorg", {"woorden": "blessing"}).status_code == 404

# SPDX-License-Identifier: EUPL-1.2
"""What is offered to a weegploeg, from outside (CAS-04, report p. 67, 92, 113, 168)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import actions, rules
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.rules import Categorie, Handeling
from schakel.kern import klok
from tests.casus.keten import HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.partner.pagina import tekst
from tests.regio import Regio

DAG = date(2026, 6, 1)


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _vijf_stukken(keten: Keten) -> None:
    """Of the regie: a signal and a piece for the police, a piece that stays; of NLA one for the regie; one of police."""
    keten.deel_signaal(REGIE, "politie", Categorie.OBJECT)
    keten.deel_signaal(NLA, "riec", Categorie.WAARNEMING)
    for inhoud in ("huurcontract op naam van een ander", "eigen aantekening"):
        stuk = keten.doet(
            REGIE,
            actions.voeg_dossierstuk_toe,
            aard="rapport",
            gegevens=[
                NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": inhoud}, zekerheid="horen_zeggen")
            ],
        )
        if inhoud.startswith("huur"):
            _deel(keten, stuk.stuk)


def _deel(keten: Keten, stuk: Any) -> None:
    keten.doet(
        REGIE,
        actions.deel_in_casus,
        stuk=stuk,
        met=[keten.regio.partner("politie")],
        categorieen=[Categorie.WAARNEMING],
        doel="preventie",
        tot=klok.vandaag(),
        motivering="voor de weegploeg",
    )


def _bied_aan(keten: Keten, **velden: Any) -> str:
    """Offer it; the address of the document."""
    basis = {
        "soort": "preweegdocument",
        "gremium": "weegploeg",
        "ontvanger": str(keten.regio.partner("politie").pk),
        "samenvatting": "uitbuiting in de kassen",
        "deel": 2,
    }
    antwoord = keten.regio.client(REGIE).post(f"/casussen/{keten.casus_id}/preweeg", basis | velden)
    assert antwoord.status_code == 302, tekst(antwoord)
    lijst = keten.regio.client(REGIE).get("/casussen/preweegdocumenten").content.decode()
    return "/casussen/preweegdocumenten/" + lijst.split("/casussen/preweegdocumenten/")[1][:36]


@pytest.mark.rij("CAS-04")
def test_het_stuk_toont_alleen_wat_de_weegploeg_mag_krijgen_tot_haar_besluit_er_is(keten: Keten) -> None:
    _vijf_stukken(keten)
    adres = _bied_aan(keten)
    politie, regie = keten.regio.client(POLITIE), keten.regio.client(REGIE)
    hun, ons = tekst(politie.get(adres)), tekst(regie.get(adres))
    assert "huurcontract op naam van een ander" in hun
    assert "Betrouwbaarheid: Van horen zeggen" in hun
    assert hun.count("Betrouwbaarheid:") == 3, "van de vijf stukken mag de politie er drie krijgen"
    assert "schuur van Pastoor" in hun
    for kopie in (hun, ons):
        for verboden in ("eigen aantekening", "Nowak", "schuur van Riekens"):
            assert verboden not in kopie
        assert "Aangeboden" in kopie
    assert ons.count("Betrouwbaarheid:") == 2, "wat de politie zelf al had, weet de regie niet"
    assert "Preweegdocument" in tekst(politie.get("/"))
    zonder = politie.post(adres, {"gestart": "nee", "weigerreden": "", "reden": "te weinig"})
    assert zonder.status_code == 422
    assert "Kies waarom er geen onderzoek komt" in tekst(zonder)
    assert politie.post(adres, {"gestart": "ja", "reden": "sterk"}).status_code == 422, (
        "een start vraagt de wijze"
    )
    assert "nog niet besloten" in tekst(regie.get(adres))
    assert regie.post(adres, {"gestart": "nee", "weigerreden": "capaciteit", "reden": "x"}).status_code == 404
    assert (
        politie.post(
            adres, {"gestart": "nee", "weigerreden": "capaciteit", "reden": "team zit vol"}
        ).status_code
        == 302
    )
    besloten = tekst(regie.get(adres))
    assert "Niet gestart" in besloten
    assert "team zit vol" in besloten
    assert "Niet gestart: geen capaciteit 1" in tekst(regie.get("/casussen/preweegdocumenten"))
    assert politie.post(adres, {"gestart": "ja", "wijze": "w", "reden": "toch"}).status_code == 422, "eenmaal"


@pytest.mark.rij("CAS-04")
@pytest.mark.parametrize(
    ("soort", "gremium", "woorden"),
    [
        ("projectvoorstel", "weegploeg", "Projectvoorstel"),  # Brabant Zuid-Oost, p. 92 fn73
        (
            "preweegdocument",
            "stuurploeg",
            "Stuurploeg van Politie Rijndal",
        ),  # Rotterdam-Rijnmond, p. 113 fn58
    ],
)
def test_elke_regio_heeft_haar_eigen_stuk_en_gremium(
    keten: Keten, soort: str, gremium: str, woorden: str
) -> None:
    adres = _bied_aan(keten, soort=soort, gremium=gremium)
    politie = keten.regio.client(POLITIE)
    assert woorden in tekst(politie.get(adres))
    antwoord = politie.post(adres, {"gestart": "ja", "wijze": "gezamenlijke recherche", "reden": "sterk"})
    assert antwoord.status_code == 302
    assert "gezamenlijke recherche" in tekst(keten.regio.client(REGIE).get(adres))


def test_wie_niet_beslist_of_niet_in_dat_deel_zit_krijgt_niets(keten: Keten) -> None:
    keten.betrek(HAVEN)
    adres = _bied_aan(keten)
    assert keten.regio.client(HAVEN).get(f"/casussen/{keten.casus_id}").status_code == 200
    assert keten.regio.client(HAVEN).get(adres).status_code == 404, (
        "deel 2 bestaat niet voor de regiocoördinator"
    )
    assert keten.regio.client("casusdeelnemer@ggd").get(adres).status_code == 404
    fout = keten.regio.client(REGIE).post(
        f"/casussen/{keten.casus_id}/preweeg",
        {
            "soort": "preweegdocument",
            "gremium": "weegploeg",
            "ontvanger": str(keten.regio.partner("haven").pk),
            "samenvatting": "blijft staan",
            "deel": 2,
        },
    )
    assert fout.status_code == 422
    assert "blijft staan" in fout.content.decode()


@given(
    handeling=st.sampled_from(list(Handeling)),
    gedeeld=st.sets(st.sampled_from(["object", "waarneming"])),
    eigenaar=st.sampled_from(["lezer", "ontvanger", "derde"]),
    genoemd=st.booleans(),
    embargo=st.sampled_from([None, DAG, date(9999, 12, 31)]),
)
def test_in_het_exemplaar_van_een_ander_staat_nooit_meer_dan_de_ontvanger_kan_zien(
    handeling: Handeling, gedeeld: set[str], eigenaar: str, genoemd: bool, embargo: date | None
) -> None:
    veld = rules.Veld(eigenaar, "object", handeling, embargo, gedeeld, genoemd)
    if rules.in_afschrift(veld, lezer="lezer", ontvanger="ontvanger", dag=DAG) and eigenaar != "ontvanger":
        assert eigenaar == "lezer"
        assert "object" in gedeeld
        assert handeling not in (Handeling.EIGEN, Handeling.KETENREGISSEUR)
        assert embargo is None or embargo <= DAG

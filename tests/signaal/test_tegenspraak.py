# SPDX-License-Identifier: EUPL-1.2
"""Contradicting statements stand side by side, with who says so and how sure; nothing is chosen."""

import html
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.convenant.actions import NieuwGegeven, deel
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from schakel.signaal.rules.tegenspraak import STIL, Uitspraak, tegenspraken
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, gegeven, signaal

velden = st.dictionaries(
    st.sampled_from(("voornaam", "achternaam", "geboortedatum", "bsn", "omschrijving", "rol")),
    st.sampled_from(("a", "A.", "b", "1998", "2001")),
    max_size=5,
)
uitspraken = st.lists(st.tuples(velden, st.lists(st.integers(1, 3), max_size=2)), max_size=7).map(
    lambda rij: [Uitspraak(nr, "persoon", inhoud, sleutels) for nr, (inhoud, sleutels) in enumerate(rij)]
)


@given(uitspraken)
def test_elke_tegenspraak_heeft_verschillende_lezingen_van_uitspraken_die_dat_echt_zeggen(
    rij: list[Uitspraak],
) -> None:
    for t in tegenspraken(rij):
        assert t.veld not in STIL
        assert len(t.lezingen) > 1
        nummers = [nr for _, hun in t.lezingen for nr in hun]
        assert len(nummers) == len(set(nummers)), "wie iets zegt, zegt het een keer"
        assert all(
            rij[nr].inhoud[t.veld].strip(".").lower() == w.strip(".").lower()
            for w, hun in t.lezingen
            for nr in hun
        )


@given(uitspraken)
def test_wat_niets_gemeen_heeft_spreekt_elkaar_niet_tegen(rij: list[Uitspraak]) -> None:
    los = [Uitspraak(u.nr, f"soort{u.nr}", u.inhoud, u.sleutels) for u in rij]
    assert tegenspraken(los) == []
    assert tegenspraken(rij[:1]) == []


def met(zekerheid: str, dag: date, bron: str, **inhoud: str) -> NieuwGegeven:
    return NieuwGegeven(
        "persoon",
        Categorie.PERSOON_VERDACHT,
        {"rol": "verdachte", **inhoud},
        zekerheid=zekerheid,
        datum=dag,
        bron=bron,
    )


@pytest.mark.rij("SIG-01")
def test_twee_geboortedata_van_een_persoon_staan_naast_elkaar_met_bron_datum_en_zekerheid(
    regio: Regio,
) -> None:
    wie = {"voornaam": "Marek", "achternaam": "Wolniewsky"}
    s = signaal(
        regio, BALIE,
        met("eigen_waarneming", date(2026, 3, 4), "paspoort aan de balie", **wie, geboortedatum="1984-03-02"),
        met("horen_zeggen", date(2026, 4, 1), "buurvrouw", **wie, geboortedatum="±1990"),
        met("document", date(2026, 4, 2), "loonstrook", **wie, geboortedatum="1984-03-02"),
        gegeven("persoon", voornaam="Ander", achternaam="Mens", geboortedatum="1971", rol="getuige"),
    )  # fmt: skip
    pagina = html.unescape(regio.client(BALIE).get(f"/signalen/{s.pk}").content.decode())
    deel_ = pagina.split('id="tegenspraak"')[1].split("</ul></li></ul>")[0]
    for woord in ("1984-03-02", "±1990", "Van horen zeggen", "buurvrouw", "loonstrook", "Document"):
        assert woord in deel_
    assert deel_.count("1984-03-02") == 1, "wie hetzelfde zegt staat bij elkaar"
    assert "1971" not in deel_
    assert pagina.count("±1990") > deel_.count("±1990"), "de uitspraken zelf blijven staan"


def test_een_lezing_die_iemand_niet_mag_zien_telt_voor_hem_niet_mee(regio: Regio) -> None:
    s = signaal(
        regio, INSPECTIE,
        NieuwGegeven("bedrijf", Categorie.OBJECT, {"bedrijf": "Rijnglas", "kvk": "99990012"}),
        NieuwGegeven("bedrijf", Categorie.TOEZICHT, {"bedrijf": "Rijnglas", "kvk": "99990099"}),
    )  # fmt: skip
    door = regio.actor(INSPECTIE)
    with als(door):
        deel(
            door=door, stuk=s.stuk, met=regio.partner("lindemeer"), categorieen=[Categorie.OBJECT],
            doel=Doel.PREVENTIE, tot=klok.vandaag(),
        )  # fmt: skip
    eigen = regio.client(INSPECTIE).get(f"/signalen/{s.pk}").content.decode()
    ander = regio.client(BALIE).get(f"/signalen/{s.pk}").content.decode()
    assert "tegenspraak" in eigen
    assert "99990099" in eigen
    assert "99990012" in ander
    assert "tegenspraak" not in ander
    assert "99990099" not in ander

# SPDX-License-Identifier: EUPL-1.2
"""The law of the day of the facts, and one person who is both suspect and victim (CAS-10+)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import actions, queries, rules
from schakel.casus.models import Dossierstuk, Dubbelrol
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from tests.casus.keten import HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.casus.test_api import Beller
from tests.partner.pagina import tekst
from tests.regio import Regio

SLACHTOFFER, VERDACHT = Categorie.PERSOON_SLACHTOFFER, Categorie.PERSOON_VERDACHT
VERBAND = "stal op last van de man die haar pas hield"


@pytest.fixture
def keten(regio: Regio) -> Keten:
    """NLA brings a piece with both sides of one woman; RIEC gets both, the police get the suspect only."""
    keten = maak_keten(regio)
    stuk: Dossierstuk = keten.doet(
        NLA,
        actions.voeg_dossierstuk_toe,
        aard="rapport",
        gegevens=[
            NieuwGegeven("persoon", SLACHTOFFER, {"roepnaam": "Zwaluw"}),
            NieuwGegeven("persoon", VERDACHT, {"achternaam": "Dobrescu"}),
        ],
    )
    for met, categorieen in (("riec", (SLACHTOFFER, VERDACHT)), ("politie", (VERDACHT,))):
        keten.doet(
            NLA,
            actions.deel_in_casus,
            stuk=stuk.stuk,
            met=[regio.partner(met)],
            categorieen=categorieen,
            doel=Doel.PREVENTIE,
            tot=klok.vandaag() + timedelta(days=30),
            motivering="nodig voor de weging",
        )
    return keten


def _kanten(keten: Keten) -> dict[str, str]:
    with als(keten.regio.actor(NLA)):
        rijen = Gegeven.objects.filter(soort="persoon", stuk__dossierstuk__casus_id=keten.casus_id)
        return {g.categorie: str(g.pk) for g in rijen}


def _leg_vast(keten: Keten, wie: str, **anders: str) -> Any:
    kanten = _kanten(keten)
    velden = {"slachtoffer": kanten[SLACHTOFFER], "verdachte": kanten[VERDACHT], "verband": VERBAND}
    return keten.regio.client(wie).post(f"/casussen/{keten.casus_id}/dubbelrol", velden | anders)


def _pagina(keten: Keten, wie: str, onder: str = "") -> str:
    return tekst(keten.regio.client(wie).get(f"/casussen/{keten.casus_id}{onder}"))


@pytest.mark.rij("CAS-10+")
def test_wie_alleen_de_verdachte_ziet_vindt_geen_spoor_van_het_slachtoffer(keten: Keten) -> None:
    voor = _pagina(keten, POLITIE)
    assert "Dobrescu" in voor
    assert _leg_vast(keten, NLA).status_code == 302
    for wie in (NLA, REGIE):
        pagina = _pagina(keten, wie)
        assert "Zwaluw" in pagina
        assert VERBAND in pagina
        assert "niet vervolgd of gestraft" in pagina
    assert _pagina(keten, POLITIE) == voor, "voor wie één kant ziet verandert er niets, ook de versie niet"
    formulier = _pagina(keten, POLITIE, "/dubbelrol")
    assert "Dobrescu" in formulier
    assert "Zwaluw" not in formulier
    roep = Beller(keten.regio)
    status, casus = roep(POLITIE, "GET", f"/casussen/{keten.casus_id}")
    assert (status, casus["dubbelrollen"]) == (200, [])
    assert "Zwaluw" not in str(casus)
    assert [r["verband"] for r in roep(REGIE, "GET", f"/casussen/{keten.casus_id}")[1]["dubbelrollen"]] == [
        VERBAND
    ]


@pytest.mark.rij("CAS-10+")
def test_muur_en_filter_geven_de_dubbele_rol_alleen_aan_wie_beide_kanten_ziet(keten: Keten) -> None:
    assert _leg_vast(keten, NLA).status_code == 302
    for wie, aantal in ((NLA, 1), (REGIE, 1), (POLITIE, 0), (HAVEN, 0), ("casusdeelnemer@ggd", 0)):
        door = keten.regio.actor(wie)
        with als(door):
            assert Dubbelrol.objects.count() == aantal, wie
            assert Dubbelrol.objects.filter(queries.zichtbaar(door, Dubbelrol)).count() == aantal, wie


@pytest.mark.rij("CAS-10+")
def test_alleen_wie_beide_kanten_ziet_legt_een_dubbele_rol_vast(keten: Keten) -> None:
    assert _leg_vast(keten, POLITIE).status_code == 422
    assert _leg_vast(keten, HAVEN).status_code == 404
    assert _leg_vast(keten, REGIE, verband=" ").status_code == 422
    assert _leg_vast(keten, REGIE).status_code == 302
    assert _leg_vast(keten, REGIE).status_code == 302
    kanten = _kanten(keten)
    roep, pad = Beller(keten.regio), f"/casussen/{keten.casus_id}/dubbelrollen"
    body = {"slachtoffer": kanten[SLACHTOFFER], "verdachte": kanten[VERDACHT], "verband": "x"}
    assert roep(POLITIE, "POST", pad, body)[0] == 422
    assert roep(NLA, "POST", pad, body)[0] == 201
    assert _pagina(keten, NLA).count(VERBAND) == 1, "twee keer vastleggen is er een"


@pytest.mark.rij("CAS-10+")
@pytest.mark.parametrize(
    ("feiten_op", "versie", "wel", "niet"),
    [
        ("2005-06-01", "273a-2005", "Gedwongen arbeid", "Bedelarij"),
        ("2012-05-01", "273f-2006", "Gedwongen arbeid", "Uitbuiting van strafbare activiteiten"),
        ("2013-11-14", "273f-2006", "Dienstbaarheid", "Bedelarij"),
        ("2013-11-15", "273f-2013", "Criminele uitbuiting", "Gedwongen huwelijk"),
        ("2026-07-15", "273f-2026", "Uitbuiting van draagmoederschap", "273a"),
    ],
)
def test_de_lijst_van_de_dag_van_de_feiten_wordt_aangeboden(
    keten: Keten, feiten_op: str, versie: str, wel: str, niet: str
) -> None:
    client = keten.regio.client(NLA)
    vers = tekst(
        client.post(
            f"/casussen/{keten.casus_id}/wegen", {"feiten_op": feiten_op, "deel": "1", "ververs": "ja"}
        )
    )
    assert versie in vers
    assert wel in vers
    assert niet not in vers
    status, lijst = Beller(keten.regio)(NLA, "GET", f"/kwalificatielijst?feiten_op={feiten_op}")
    assert (status, lijst["versie"]) == (200, versie)


@pytest.mark.rij("CAS-10+")
def test_een_nieuwe_vorm_past_niet_bij_feiten_van_voor_de_wijziging(keten: Keten) -> None:
    velden = {
        "soort": "individueel",
        "deel": "1",
        "uitkomst": "oppakken",
        "motivering": "dit is waarom",
        "k_vorm": ["huwelijk"],
        **{f"c_{code}": "onbekend" for code in rules.CRITERIA},
    }
    client, adres = keten.regio.client(NLA), f"/casussen/{keten.casus_id}/wegen"
    assert client.post(adres, velden | {"feiten_op": "2026-07-15"}).status_code == 302
    assert "gedwongen huwelijk" in _pagina(keten, REGIE)
    body = {
        "soort": "individueel",
        "uitkomst": "oppakken",
        "motivering": "x",
        "feiten_op": "2026-07-14",
        "criteria": {},
        "kwalificatie": {"vorm": ["huwelijk"]},
    }
    status, fout = Beller(keten.regio)(NLA, "POST", f"/casussen/{keten.casus_id}/wegingen", body)
    assert status == 422
    assert "staat niet in de lijst" in str(fout)


@given(st.dates(date(2005, 1, 1), date(2040, 1, 1)))
def test_op_elke_dag_geldt_precies_een_lijst(dag: date) -> None:
    lijst = rules.kwalificatielijst(dag)
    assert lijst.geldig_van <= dag
    assert rules.lijst_van_versie(lijst.versie) is lijst
    for grens in (lijst.geldig_van, lijst.geldig_tot or dag):
        assert rules.kwalificatielijst(grens) is lijst

# SPDX-License-Identifier: EUPL-1.2
"""What a participant takes to a meeting and takes home: preparation and minutes, each their own."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from schakel.convenant.rules import Categorie
from schakel.overleg.actions import NieuweActie
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE
from tests.overleg.zitting import Zitting, maak_zitting
from tests.regio import Regio


@pytest.fixture
def zitting(regio: Regio) -> Zitting:
    zitting = maak_zitting(regio)
    zitting.keten.betrek(HAVEN)
    zitting.agendeer(1)
    zitting.agendeer(2)
    return zitting


def _lees(zitting: Zitting, wie: str, onder: str) -> Any:
    return zitting.keten.regio.client(wie).get(f"/overleggen/{zitting.overleg.pk}/{onder}")


def _pdf(zitting: Zitting, wie: str) -> str:
    inhoud = _lees(zitting, wie, "verslag.pdf").content
    return "\n".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages)


@pytest.mark.rij("OVL-01")
def test_de_voorbereiding_zegt_wat_een_deelnemer_inbrengt_en_wat_er_gevraagd_wordt(zitting: Zitting) -> None:
    eigen = zitting.keten.signalen["nla"].signaal.kenmerk
    voor = _lees(zitting, NLA, "voorbereiding").content.decode()
    assert f"Niemand anders leest dit nog: {eigen}" in voor
    assert "Weeg de casus, los van de anderen" in voor
    zitting.keten.deel_signaal(NLA, "riec", Categorie.OBJECT)
    zitting.keten.weeg(NLA, soort="individueel")
    zitting.keten.stel_voor(POLITIE, uitvoerder="nla")
    (maatregel,) = [zitting.keten.stel_voor(REGIE, uitvoerder="nla", effect_slachtoffer="opvang klaar")]
    zitting.keten.weeg(REGIE)
    zitting.keten.stel_vast(maatregel)
    voor = _lees(zitting, NLA, "voorbereiding").content.decode()
    assert "Niemand anders leest dit nog" not in voor
    assert "Aanvaard of weiger: Controle op arbeid en loon" in voor


@pytest.mark.rij("OVL-03")
def test_de_voorbereiding_van_de_een_zegt_niets_van_de_ander_en_niets_van_deel_2(zitting: Zitting) -> None:
    zitting.keten.stel_voor(NLA, uitvoerder="nla", deel=2, effect_slachtoffer="")
    bij_nla = _lees(zitting, NLA, "voorbereiding").content.decode()
    bij_haven = _lees(zitting, HAVEN, "voorbereiding").content.decode()
    assert "Vul het effect voor het slachtoffer in" in bij_nla
    assert zitting.keten.signalen["politie"].signaal.kenmerk not in bij_nla
    for spoor in (
        "Deel 2",
        "effect voor het slachtoffer",
        *(s.signaal.kenmerk for s in zitting.keten.signalen.values()),
    ):
        assert spoor not in bij_haven
    assert "Kassen aan de Zuidweg" in bij_haven
    assert _lees(zitting, "toezichthouder@nla", "voorbereiding").status_code == 404
    lindemeer = _lees(zitting, GEMEENTE, "voorbereiding").content.decode()
    assert "Kassen aan de Zuidweg" not in lindemeer, "lid, maar niet betrokken bij de casus"


@pytest.mark.rij("OVL-04")
def test_het_verslag_als_bestand_heeft_per_lezer_precies_wat_de_pagina_heeft(zitting: Zitting) -> None:
    zitting.begin()
    een, twee = (p for p in zitting._doet(lambda door: list(_agenda(door, zitting))))
    zitting.besluit(een, tekst="Noodbed regelen", afwijkend="De politie wilde wachten")
    doe = NieuweActie(zitting.keten.regio.partner("politie"), "Zoek het kenteken op")
    zitting.besluit(twee, tekst="Inval voorbereiden", acties=[doe])
    zitting.zet("afgesloten")
    zinnen = {"Noodbed regelen", "De politie wilde wachten", "Inval voorbereiden", "Zoek het kenteken op"}
    mag = {
        REGIE: zinnen,
        NLA: zinnen,
        POLITIE: zinnen,
        GEMEENTE: set(),
        HAVEN: {"Noodbed regelen", "De politie wilde wachten"},
    }
    for wie, verwacht in mag.items():
        tekst, pagina = _pdf(zitting, wie), _lees(zitting, wie, "verslag").content.decode()
        assert {z for z in zinnen if z in tekst} == {z for z in zinnen if z in pagina} == verwacht, wie
        assert ("Deel 2" in tekst) == (wie != HAVEN)
        assert _lees(zitting, wie, "verslag.docx").status_code == 200
    assert _lees(zitting, REGIE, "verslag.exe").status_code == 404
    assert _lees(zitting, "toezichthouder@nla", "verslag.pdf").status_code == 404


def _agenda(door: Any, zitting: Zitting) -> Any:
    from schakel.overleg import queries

    return queries.agenda(door=door, overleg=zitting.overleg)

# SPDX-License-Identifier: EUPL-1.2
"""Residence from outside: steps on the page, terms that become tasks of somebody who is there."""

from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.partner.models import Bezetting
from schakel.zorg import actions, queries
from schakel.zorg.rules.verblijf import RECHTEN, Termijnsoort, Toestand
from schakel.zorg.views.delen import UITLEG
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, doe, meld_aan

EERSTE_MAART = date(2026, 3, 1)


def _stap(regio: Regio, id: UUID, soort: str, dag: date, **velden: Any) -> Any:
    with klok.zet(max(dag, EERSTE_MAART)):
        return regio.client(BEGELEIDER).post(
            f"/zorg/{id}/daden/verblijf", {"soort": soort, "datum": dag.isoformat(), **velden}
        )


@pytest.fixture
def in_bedenktijd(regio: Regio) -> UUID:
    with klok.zet(EERSTE_MAART):
        id = meld_aan(regio)
    for soort in ("aanbod", "uitleg", "start"):
        assert _stap(regio, id, soort, EERSTE_MAART).status_code == 302
    return id


@pytest.mark.rij("ZOR-06")
def test_bedenktijd_die_niet_is_beeindigd_geeft_de_begeleider_een_taak(
    regio: Regio, in_bedenktijd: UUID
) -> None:
    with klok.zet(date(2026, 5, 10)):
        assert "Bedenktijd loopt af" not in bladzij(regio, BEGELEIDER, "/")
    with klok.zet(date(2026, 5, 11)):
        assert "Bedenktijd loopt af" in bladzij(regio, BEGELEIDER, "/")
    with klok.zet(date(2026, 6, 1)):
        assert "Bedenktijd loopt af" in bladzij(regio, BEGELEIDER, "/")
        assert "einde nog niet vastgelegd" in bladzij(regio, BEGELEIDER, f"/zorg/{in_bedenktijd}")
        assert "Bedenktijd loopt af" in bladzij(regio, COORDINATOR, "/"), "te laat: ook de regie ziet het"
    _stap(regio, in_bedenktijd, "einde", date(2026, 6, 1), reden="verstreken")
    with klok.zet(date(2026, 6, 2)):
        assert "Bedenktijd loopt af" not in bladzij(regio, BEGELEIDER, "/")


@pytest.mark.rij("ZOR-06")
def test_einde_zonder_reden_wordt_geweigerd_en_een_andere_route_kan(
    regio: Regio, in_bedenktijd: UUID
) -> None:
    antwoord = _stap(regio, in_bedenktijd, "einde", date(2026, 4, 1))
    assert antwoord.status_code == 422
    assert "Kies waarom" in antwoord.content.decode()
    assert _stap(regio, in_bedenktijd, "andere_route", date(2026, 4, 1)).status_code == 302
    assert "Andere verblijfsroute" in bladzij(regio, BEGELEIDER, f"/zorg/{in_bedenktijd}")


@pytest.mark.parametrize("taal", ["nl", "en", "fr", "es", "ro"])
def test_de_client_krijgt_in_eigen_taal_mee_waar_die_staat_en_wat_dat_betekent(
    regio: Regio, taal: str
) -> None:
    woorden = UITLEG[taal]["positie"]
    assert set(woorden["stand"]) == set(Toestand.values)
    assert set(woorden["rechten"]) == {code for code, _naam in RECHTEN}
    assert set(woorden["termijnen"]) == set(Termijnsoort.values) - {"mijlpaal"}
    id = meld_aan(regio)
    assert woorden["stand"]["geen"] in unescape(bladzij(regio, BEGELEIDER, f"/zorg/{id}/positie/{taal}"))
    for soort in ("aanbod", "uitleg", "start"):
        doe(regio, BEGELEIDER, actions.leg_verblijf_vast, id, soort=soort, datum=klok.vandaag())
    pagina = unescape(bladzij(regio, BEGELEIDER, f"/zorg/{id}/positie/{taal}"))
    for tekst in (
        woorden["stand"]["bedenktijd"],
        woorden["termijnen"]["bedenktijd"],
        woorden["rechten"]["wonen"],
    ):
        assert tekst in pagina
    assert "Blessing" not in pagina, "een papier dat kan rondslingeren noemt geen naam"
    for wie in (COORDINATOR, *KETEN):
        assert bladzij(regio, wie, f"/zorg/{id}/positie/{taal}") == "404"


@pytest.mark.rij("ZOR-12+")
def test_een_dublinclaim_geeft_dertig_dagen_en_toont_de_versie_van_de_regel(regio: Regio) -> None:
    with klok.zet(EERSTE_MAART):
        id = meld_aan(regio)
    for soort in ("aanbod", "uitleg"):
        _stap(regio, id, soort, EERSTE_MAART)
    _stap(regio, id, "start", EERSTE_MAART, dublin="on")
    with klok.zet(EERSTE_MAART):
        pagina = bladzij(regio, BEGELEIDER, f"/zorg/{id}")
    assert "di 31 mrt 2026" in pagina
    assert "B8/3-2023" in pagina


def test_als_niemand_meer_op_het_traject_zit_krijgt_de_regie_de_taak(
    regio: Regio, in_bedenktijd: UUID
) -> None:
    with klok.zet(date(2026, 5, 20)):
        assert "Bedenktijd loopt af" not in bladzij(regio, COORDINATOR, "/"), "de begeleider is er"
        Bezetting.objects.filter(pk=regio.bezettingen[BEGELEIDER].pk).update(tot=date(2026, 5, 1))
        thuis = bladzij(regio, COORDINATOR, "/")
        assert "Bedenktijd loopt af" in thuis
        assert "Neem het over" in thuis


@pytest.mark.parametrize("wie", KETEN)
def test_een_termijn_staat_bij_niemand_buiten_de_zorg(regio: Regio, in_bedenktijd: UUID, wie: str) -> None:
    with klok.zet(date(2026, 6, 1)):
        assert "ZRG-" not in bladzij(regio, wie, "/")
        door = regio.actor(wie)
        with als(door):
            assert list(queries.termijnen(door=door)) == []


def test_geen_termijn_gaat_voorbij_zonder_taak_bij_iemand_die_er_is(
    regio: Regio, in_bedenktijd: UUID
) -> None:
    _stap(regio, in_bedenktijd, "rvb", EERSTE_MAART)
    for weg in (False, True):
        if weg:
            Bezetting.objects.filter(pk=regio.bezettingen[BEGELEIDER].pk).update(tot=date(2026, 2, 1))
        for dagen in range(0, 100, 9):
            with klok.zet(EERSTE_MAART + timedelta(days=dagen)):
                door = regio.actor(COORDINATOR)
                with als(door):
                    bijna = list(queries.termijnen(door=door).filter(waarschuw_op__lte=klok.vandaag()))
                thuis = bladzij(regio, COORDINATOR, "/")
                if not weg:
                    thuis += bladzij(regio, BEGELEIDER, "/")
                for termijn in bijna:
                    assert termijn.get_soort_display() in thuis, f"{termijn.sleutel} na {dagen} dagen"

# SPDX-License-Identifier: EUPL-1.2
"""No term passes without a task for somebody who is there: whoever is away, gone, or standing in (acceptance of ZOR-06)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.schil import werk
from schakel.partner import actions as partners
from schakel.partner.models import Bezetting, Functie, Partner
from schakel.partner.queries import als_actor
from schakel.toegang.models import Gebruiker
from schakel.zorg import actions, queries
from schakel.zorg.models import Termijn
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, doe, meld_aan

START = date(2026, 3, 1)
BEHEER = "functioneel_beheerder@lindemeer"


def _met_klok(regio: Regio, wie: str = BEGELEIDER) -> UUID:
    """A traject with a bedenktijd that begins on START."""
    with klok.zet(START):
        id = meld_aan(regio, wie)
        for soort in ("aanbod", "uitleg", "start"):
            doe(regio, wie, actions.leg_verblijf_vast, id, soort=soort, datum=START)
    return id


def _aanwezig(dag: date) -> list[Any]:
    """Everyone who fills a function on that day, as they act."""
    return [
        als_actor(b)
        for b in Bezetting.objects.select_related("functie__partner", "gebruiker")
        if b.van <= dag and (b.tot is None or b.tot >= dag)
    ]


def _taken(dag: date) -> list[tuple[str, str]]:
    """Who has a task about a term on that day, and which."""
    uit = []
    with klok.zet(dag):
        for actor in _aanwezig(dag):
            with als(actor):
                uit += [
                    (actor.functie, r.titel) for r in werk(door=actor) if "Bedenktijd loopt af" in r.titel
                ]
    return uit


def _weg(regio: Regio, wie: str, laatste_dag: date) -> None:
    Bezetting.objects.filter(pk=regio.bezettingen[wie].pk).update(tot=laatste_dag)


def _collega(regio: Regio, naam: str, rol: str, partner: str = "haven") -> Bezetting:
    gebruiker = Gebruiker.objects.create(inlognaam=f"{naam}@rijndal.test", naam=naam)
    functie = Functie.objects.filter(
        partner=regio.partner(partner), rol=rol
    ).first() or Functie.objects.create(partner=regio.partner(partner), naam=rol, rol=rol)
    return Bezetting.objects.create(functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1))


EINDE = date(2026, 6, 1)


@pytest.mark.rij("ZOR-06")
def test_wie_genoemd_is_krijgt_de_taak_en_te_laat_ook_de_regie(regio: Regio) -> None:
    _met_klok(regio)
    assert _taken(EINDE - timedelta(days=22)) == []
    assert {f for f, _ in _taken(EINDE - timedelta(days=21))} == {"zorgdeelnemer"}
    assert {f for f, _ in _taken(EINDE)} == {"zorgdeelnemer", "regiocoordinator"}


@pytest.mark.rij("ZOR-06")
def test_is_de_begeleider_weg_dan_ligt_de_taak_bij_de_regie(regio: Regio) -> None:
    _met_klok(regio)
    _weg(regio, BEGELEIDER, START)
    assert {f for f, _ in _taken(EINDE - timedelta(days=10))} == {"regiocoordinator"}


@pytest.mark.rij("ZOR-06")
def test_is_de_regie_ook_vacant_dan_waakt_iedere_collega_in_de_zorg_en_neemt_over(regio: Regio) -> None:
    id = _met_klok(regio)
    titel = _titel(regio, id)
    nieuw = _collega(regio, "nieuw", "zorgdeelnemer")
    _weg(regio, BEGELEIDER, START)
    actor = als_actor(nieuw)
    _weg(regio, COORDINATOR, START)
    dag = EINDE - timedelta(days=5)
    assert _taken(dag) == [("zorgdeelnemer", titel)]
    with klok.zet(dag):
        with als(actor):
            kop = queries.kop(door=actor, id=id)
            assert kop is not None
            assert queries.traject(door=actor, id=id) is None, "alleen de kop"
            actions.neem_over(door=actor, traject=kop, reden="niemand meer")
        with als(actor):
            assert queries.traject(door=actor, id=id) is not None


def _titel(regio: Regio, id: UUID) -> str:
    with als(regio.actor(COORDINATOR)):
        termijn = Termijn.objects.get(traject_id=id, sleutel="bedenktijd")
    return f"{termijn.kenmerk}: {termijn.get_soort_display()}"


def _loopt(regio: Regio, id: UUID) -> bool:
    """Does any term of this traject run?"""
    with als(regio.actor(BEGELEIDER)):
        return Termijn.objects.filter(traject_id=id, klaar_op__isnull=True).exists()


@pytest.mark.rij("ZOR-06")
def test_een_waarnemer_uit_een_andere_regio_heeft_de_taak_op_de_afgesproken_dagen_en_daarna_niet(
    regio: Regio,
) -> None:
    _met_klok(regio)
    for wie in (BEGELEIDER, COORDINATOR):
        _weg(regio, wie, START)
    regio.partners["fier"] = Partner.objects.create(code="fier", soort="opvang", naam="Fier Verweg")
    elders = _collega(regio, "wiebe", "regiocoordinator", "fier")
    hier = regio.bezettingen[COORDINATOR].functie
    door = regio.actor("ketenregisseur@riec")
    with als(door):
        partners.laat_waarnemen(
            door=door, functie=hier, waarnemer=elders.functie, omvang="plaatsing en begeleiding",
            van=START + timedelta(days=1), tot=EINDE - timedelta(days=3), toegang=True,
        )  # fmt: skip
    assert [f for f, _ in _taken(EINDE - timedelta(days=5))] == ["regiocoordinator"]
    assert _taken(EINDE - timedelta(days=2)) == [], (
        "de waarneming is voorbij en er werkt niemand meer in de zorg"
    )
    zit = Bezetting.objects.get(functie=hier, gebruiker=elders.gebruiker)
    assert (zit.soort, zit.tot) == ("plaatsvervanger", EINDE - timedelta(days=3))


@pytest.mark.rij("ZOR-06")
def test_over_een_lopende_bedenktijd_sluit_niemand_een_traject_en_daarna_staat_er_geen_taak_meer(
    regio: Regio,
) -> None:
    id = _met_klok(regio)
    sluit: dict[str, Any] = {"reden": "doelen_bereikt", "nazorg": "ja", "toelichting": "", "versie": None}
    with klok.zet(EINDE):
        with pytest.raises(actions.Bezwaar, match="bedenktijd staat nog open"):
            doe(regio, BEGELEIDER, actions.sluit, id, **sluit)
        doe(regio, BEGELEIDER, actions.leg_verblijf_vast, id, soort="einde", datum=EINDE, reden="verstreken")
        doe(regio, BEGELEIDER, actions.leg_verblijf_vast, id, soort="medewerking", datum=EINDE)
        assert _loopt(regio, id)
        doe(regio, BEGELEIDER, actions.sluit, id, **sluit)
        assert not _loopt(regio, id)
        doe(regio, BEGELEIDER, actions.heropen, id, reden="kwam terug", versie=None)
        assert _loopt(regio, id)


@given(
    begeleider=st.sampled_from((None, 10, 200)), regie=st.sampled_from((None, 10, 200)), collega=st.booleans(),
    dag=st.integers(0, 140),
)  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_zolang_er_iemand_in_de_zorg_is_heeft_iemand_de_taak(
    regio: Regio, begeleider: int | None, regie: int | None, collega: bool, dag: int
) -> None:
    """`begeleider`, `regie`: days after START on which they leave; `collega`: another zorgdeelnemer stays."""
    with transaction.atomic():
        _met_klok(regio)
        for wie, weg in ((BEGELEIDER, begeleider), (COORDINATOR, regie)):
            if weg is not None:
                _weg(regio, wie, START + timedelta(days=weg))
        if collega:
            _collega(regio, "blijft", "zorgdeelnemer")
        op = START + timedelta(days=dag)
        hier = [a for a in _aanwezig(op) if a.partner_id == regio.partner("haven").pk]
        moet = op >= EINDE - timedelta(days=21) and bool(hier)
        assert bool(_taken(op)) == moet
        transaction.set_rollback(True)

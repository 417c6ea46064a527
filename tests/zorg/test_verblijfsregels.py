# SPDX-License-Identifier: EUPL-1.2
"""Bedenktijd and residence as pure rules, by the law of the day, against an independent model."""

import random
from datetime import date, timedelta

import pytest

from schakel.zorg.rules import verblijf
from schakel.zorg.rules.verblijf import Soort, Stap, Toestand
from tests.zorg.klokmodel import speel

TRAJECTEN = 10_000


@pytest.mark.rij("ZOR-06")
def test_tienduizend_willekeurige_trajecten_lopen_gelijk_met_een_onafhankelijk_model() -> None:
    toeval = random.Random(20260323)
    gezien: dict[str, int] = {}
    for nummer in range(TRAJECTEN):
        stappen, dag = _loop(toeval)
        nu = verblijf.stand(stappen, dag)
        model = speel([(s.datum, s.soort, s.dublin) for s in stappen], dag)
        eigen = (nu.toestand.value, {(k.soort.value, k.tot) for k in nu.klokken})
        assert eigen == model, f"traject {nummer}: {stappen} op {dag}"
        gezien[nu.toestand] = gezien.get(nu.toestand, 0) + 1
    assert set(gezien) == set(Toestand), f"niet elke toestand kwam voor: {gezien}"


def _loop(toeval: random.Random) -> tuple[list[Stap], date]:
    """A walk that the rule itself admits, and a day on which it is asked."""
    dag = date(2012, 1, 1) + timedelta(days=toeval.randrange(5_200))
    stappen: list[Stap] = []
    for _poging in range(toeval.randrange(1, 14)):
        dag += timedelta(days=toeval.choice((0, 1, 3, 10, 28, 45, 90)))
        eind = toeval.choice(list(verblijf.Eindreden)).value
        stap = Stap(toeval.choice(list(Soort)).value, dag, toeval.random() < 0.3, eind)
        if toeval.random() < 0.4 and not any(s.soort == Soort.UITLEG for s in stappen):
            stap = Stap(Soort.UITLEG.value, dag)
        if not verblijf.bezwaren(stappen, stap, dag):
            stappen.append(stap)
    return stappen, dag + timedelta(days=toeval.choice((0, 0, 5, 31, 60, 120, 400)))


@pytest.mark.rij("ZOR-06")
def test_bedenktijd_van_1_maart_kan_op_1_juni_niet_open_blijven() -> None:
    stappen = [
        Stap("aanbod", date(2026, 3, 1)),
        Stap("uitleg", date(2026, 3, 1)),
        Stap("start", date(2026, 3, 1)),
    ]
    assert verblijf.stand(stappen, date(2026, 5, 31)).toestand == Toestand.BEDENKTIJD
    op_tijd = verblijf.stand(stappen, date(2026, 6, 1))
    assert op_tijd.toestand == Toestand.VERLOPEN
    assert "Bedenktijd loopt af" in str(op_tijd.klokken[-1].soort.label)


@pytest.mark.rij("ZOR-12+")
@pytest.mark.parametrize(
    ("start", "dublin", "einde", "regel"),
    [
        (date(2012, 6, 15), False, date(2012, 9, 15), "B9-2012"),
        (date(2014, 11, 30), True, date(2015, 2, 28), "B8/3-2013"),
        (date(2023, 5, 18), True, date(2023, 8, 18), "B8/3-2019"),
        (date(2023, 5, 19), True, date(2023, 6, 18), "B8/3-2023"),
        (date(2026, 3, 1), True, date(2026, 3, 31), "B8/3-2023"),
        (date(2026, 3, 1), False, date(2026, 6, 1), "B8/3-2023"),
    ],
)
def test_de_regel_van_de_dag_bepaalt_het_einde(start: date, dublin: bool, einde: date, regel: str) -> None:
    stappen = [Stap("aanbod", start), Stap("uitleg", start), Stap("start", start, dublin)]
    nu = verblijf.stand(stappen, start)
    (klok,) = [k for k in nu.klokken if k.sleutel == "bedenktijd"]
    assert (klok.tot, klok.regel) == (einde, regel)


def test_zonder_uitleg_begint_geen_bedenktijd_en_een_tweede_is_er_niet() -> None:
    dag = date(2026, 3, 1)
    aanbod = [Stap("aanbod", dag)]
    assert "uitgelegd" in verblijf.bezwaren(aanbod, Stap("start", dag), dag)[0]
    met = [*aanbod, Stap("uitleg", dag)]
    assert verblijf.bezwaren(met, Stap("start", dag), dag) == []
    loopt = [*met, Stap("start", dag)]
    assert verblijf.bezwaren(loopt, Stap("einde", dag), dag) == ["Kies waarom de bedenktijd eindigt."]
    assert verblijf.bezwaren(loopt, Stap("start", dag), dag)
    voorbij = [*loopt, Stap("einde", dag, reden="afstand")]
    assert verblijf.bezwaren(voorbij, Stap("aanbod", dag), dag)


@pytest.mark.rij("ZOR-12+")
def test_zonder_pas_zijn_inschrijving_woning_en_werk_geblokkeerd() -> None:
    dag = date(2026, 3, 1)
    loopt = [Stap("aanbod", dag), Stap("uitleg", dag), Stap("start", dag)]
    per_recht = {r.code: r for r in verblijf.rechten(verblijf.stand(loopt, dag))}
    assert per_recht["inschrijving"].waarom == "Geblokkeerd: verblijfspas."
    assert per_recht["uitkering"].open
    pas = [*loopt, Stap("medewerking", dag), Stap("verleend", dag)]
    assert all(r.open for r in verblijf.rechten(verblijf.stand(pas, dag)))


def test_op_elke_dag_is_precies_een_versie_van_kracht() -> None:
    assert sorted(r.van for r in verblijf.REGIMES) == [r.van for r in verblijf.REGIMES]
    assert len({r.van for r in verblijf.REGIMES}) == len(verblijf.REGIMES)
    assert verblijf.regime_op(date(1999, 1, 1)).code == "B9-2012"

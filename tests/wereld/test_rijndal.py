# SPDX-License-Identifier: EUPL-1.2
"""The told region holds together, whatever the day on which it is told."""

from datetime import date

import pytest

from schakel.wereld.rijndal import rijndal
from schakel.wereld.vormen import Regio, Waarneming

DAG = date(2026, 11, 2)


@pytest.fixture(scope="module")
def regio() -> Regio:
    return rijndal(DAG)


def _alle(regio: Regio) -> dict[str, Waarneming]:
    stukken = [m.waarneming for m in regio.meldingen] + [s.waarneming for s in regio.signalen]
    return {w.id: w for w in stukken}


def test_rijndal_heeft_vier_gemeenten_en_dertien_partners(regio: Regio) -> None:
    assert [g.rol for g in regio.gemeenten] == ["trekt", "volgt", "impasse", "via-riec"]
    assert len(regio.partners) == 13
    assert len({p.id for p in regio.partners}) == 13


def test_elke_login_is_van_een_bestaande_partner_en_komt_een_keer_voor(regio: Regio) -> None:
    logins = [f.gebruiker for f in regio.functies]
    assert len(set(logins)) == len(logins)
    assert {f.partner for f in regio.functies} <= {p.id for p in regio.partners}


def test_een_functie_is_vacant_en_waarnemers_vervangen_een_houder(regio: Regio) -> None:
    assert [f.gebruiker for f in regio.functies if f.vacant] == [
        "aandachtsfunctionaris@veenburg.rijndal.test"
    ]
    houders = {(f.partner, f.login) for f in regio.functies}
    waarnemers = [f for f in regio.functies if f.waarnemer_van]
    assert waarnemers
    assert all((f.partner, f.waarnemer_van) in houders for f in waarnemers)


def test_ieder_in_een_overleg_en_iedere_melder_bestaat(regio: Regio) -> None:
    logins = {f.gebruiker for f in regio.functies if not f.vacant}
    for overleg in regio.overleggen:
        assert {overleg.voorzitter, *overleg.leden, *overleg.alleen_deel_1} <= logins
    assert {m.door for m in regio.meldingen if m.door} <= logins
    assert {s.door for s in regio.signalen} <= logins


def test_de_regiocoordinator_zit_niet_in_deel_twee(regio: Regio) -> None:
    casusoverleg = next(o for o in regio.overleggen if o.id == "casusoverleg")
    assert casusoverleg.alleen_deel_1 == ("regiocoordinator@zorg.rijndal.test",)


def test_een_anonieme_melding_draagt_geen_naam(regio: Regio) -> None:
    assert all(not m.door for m in regio.meldingen if m.wijze == "anoniem")


def test_een_signaal_komt_uit_meldingen_die_signaal_zijn_geworden(regio: Regio) -> None:
    gemaakt = {m.waarneming.id for m in regio.meldingen if m.stand == "signaal-gemaakt"}
    assert {id for s in regio.signalen for id in s.uit} == gemaakt


def test_alle_vormen_en_alle_standen_komen_voor(regio: Regio) -> None:
    vormen = {s.waarneming.vorm for s in regio.signalen}
    assert vormen == {"arbeid", "seksueel", "crimineel", "dienstbaarheid", "orgaan", "onbekend"}
    assert len({s.stand for s in regio.signalen}) == 7
    assert len({m.stand for m in regio.meldingen}) == 5
    assert len(regio.signalen) >= 17


def test_balie_en_inspectie_raken_elkaar_door_een_nummer_in_twee_schrijfwijzen(regio: Regio) -> None:
    alle = _alle(regio)
    nummers = [
        next(g.velden["telefoon"] for g in alle[id].gegevens if g.soort == "telefoon")
        for id in ("lindemeer-S1", "nla-S1")
    ]
    assert nummers == ["06 0047 1129", "+31 6 00471129"]
    assert ("lindemeer-S1", "nla-S1") in {(a, b) for a, b, _ in regio.raakvlakken}


def test_raakvlakken_liggen_binnen_een_netwerk_van_minstens_drie_stukken_bij_twee_partners(
    regio: Regio,
) -> None:
    alle = _alle(regio)
    for ids in regio.netwerken.values():
        assert len(ids) >= 3
        assert len({alle[id].partner for id in ids}) >= 2
    samen = [set(ids) for ids in regio.netwerken.values()]
    assert all(any({a, b} <= ids for ids in samen) for a, b, _ in regio.raakvlakken)


def test_het_verhaal_schuift_met_de_dag_mee(regio: Regio) -> None:
    later = _alle(rijndal(date(2027, 11, 2)))
    for id, w in _alle(regio).items():
        assert (later[id].ontvangen - w.ontvangen).days == 365
        assert w.waargenomen <= w.ontvangen <= DAG

# SPDX-License-Identifier: EUPL-1.2
"""What is in the tables against the model, and the account of every act: read as the owner, for whom no wall stands."""

from typing import Any

from tests.wandeling import model as m
from tests.wandeling.toneel import Wandeling, als_eigenaar


def vergelijk(w: Wandeling) -> None:
    """Everything of this round, row by row."""
    for casus in w.casussen.values():
        _casus(w, casus)
    for overleg in w.overleggen.values():
        _overleg(overleg)
    for plan in w.plannen.values():
        (rij,) = als_eigenaar("SELECT status, versie FROM interventie_voornemen WHERE id = %s", plan.id)
        assert rij == (plan.status, plan.versie), f"plan {plan.id}: {rij}, verwacht {plan}"
    _verantwoording(w)


def _casus(w: Wandeling, casus: m.Casus) -> None:
    (rij,) = als_eigenaar(
        "SELECT s.fase, c.versie, c.compleet_op IS NOT NULL, c.spoed_op IS NOT NULL, c.afgesloten_op IS NOT NULL "
        "FROM casus_casus c JOIN convenant_stuk s ON s.id = c.stuk_id WHERE c.stuk_id = %s", casus.id,
    )  # fmt: skip
    verwacht = (casus.fase, casus.versie, casus.compleet, casus.spoed, casus.gesloten)
    assert rij == verwacht, f"casus {casus.id}: {rij}, verwacht {verwacht}"
    _geschiedenis(w, casus)
    rijen = als_eigenaar("SELECT id, status, versie FROM casus_interventie WHERE casus_id = %s", casus.id)
    verwacht_i = {(id, i.status, i.versie) for id, i in casus.interventies.items()}
    assert set(rijen) == verwacht_i, f"interventies van {casus.id}"
    (wegingen,) = als_eigenaar(
        "SELECT count(*) FILTER (WHERE soort = 'gezamenlijk'), count(*) FILTER (WHERE soort <> 'gezamenlijk') "
        "FROM casus_weging WHERE casus_id = %s", casus.id,
    )  # fmt: skip
    assert wegingen == (casus.gewogen, casus.meningen)
    ((evaluaties,),) = als_eigenaar("SELECT count(*) FROM casus_evaluatie WHERE casus_id = %s", casus.id)
    assert evaluaties == casus.geevalueerd


def _geschiedenis(w: Wandeling, casus: m.Casus) -> None:
    """One entry per version without a gap, each arrow follows the last, and names who did it, for whom and why."""
    rijen = als_eigenaar(
        "SELECT versie, van, naar, door, partner_id, octet_length(reden::text) FROM casus_stap WHERE casus_id = %s "
        "ORDER BY versie", casus.id,
    )  # fmt: skip
    assert [r[0] for r in rijen] == list(range(1, casus.versie + 1)), f"gat in de geschiedenis van {casus.id}"
    mensen = {w.regio.gebruiker(p).pk for p in casus.betrokken if casus.is_regie(p)}
    nu = "detectie"
    for _versie, van, naar, door, partner, lang in rijen:
        assert van == nu, f"{van} na {nu}"
        assert door in mensen
        assert partner == w.regio.partner(casus.regie).pk
        assert lang > 0
        nu = naar
    assert nu == ("afgesloten" if casus.gesloten else casus.fase)


def _overleg(o: m.Overleg) -> None:
    (rij,) = als_eigenaar("SELECT status, versie FROM overleg_overleg WHERE id = %s", o.id)
    assert rij == (o.status, o.versie), f"overleg {o.id}: {rij}"
    punten = als_eigenaar("SELECT id, casus_id, deel FROM overleg_agendapunt WHERE overleg_id = %s", o.id)
    assert {(id, c, d) for id, c, d in punten} == {(id, c, d) for id, (c, d) in o.punten.items()}
    ((besluiten,),) = als_eigenaar(
        "SELECT count(*) FROM overleg_besluit b JOIN overleg_agendapunt a ON a.id = b.agendapunt_id "
        "WHERE a.overleg_id = %s", o.id,
    )  # fmt: skip
    assert besluiten == o.besluiten
    for id, (_houder, status, versie, _deel) in o.acties.items():
        (rij,) = als_eigenaar("SELECT status, versie FROM overleg_actie WHERE id = %s", id)
        assert rij == (status, versie), f"actie {id}: {rij}"


def _verantwoording(w: Wandeling) -> None:
    """Every act that was done left a line with its actor, in the same transaction."""
    sporen = [trace for trace, *_rest in w.log]
    rijen: list[Any] = als_eigenaar(
        "SELECT trace_id, gebruiker_id, partner_id FROM logboek_toegang WHERE trace_id = ANY (%s)", sporen
    )
    gelogd = set(rijen)
    mist = [naam for trace, wie, partner, naam in w.log if (trace, wie, partner) not in gelogd]
    assert not mist, f"zonder regel in het logboek: {sorted(set(mist))}"
    w.tel["regels in het logboek nagezocht"] += len(sporen)
    w.log.clear()

# SPDX-License-Identifier: EUPL-1.2
"""The rules of the register, alone."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from schakel.partner import rules
from schakel.partner.rules import Stand

dagen = st.dates(date(2011, 1, 1), date(2015, 1, 1))


@given(dagen, dagen, st.integers(1, 60))
def test_de_kalender_begint_nooit_voor_de_gevraagde_dag_en_houdt_het_ritme(
    vanaf: date, dag: date, weken: int
) -> None:
    data = rules.agenda(vanaf, weken, dag)
    assert data[0] >= max(vanaf, dag)
    assert data[0] - max(vanaf, dag) < timedelta(weeks=weken)
    assert all((d - vanaf).days % (7 * weken) == 0 for d in data)


@given(
    st.lists(
        st.tuples(
            st.none() | dagen,
            st.none() | dagen,
            st.sampled_from(["vast", "vastgesteld", "mogelijk"]),
            st.uuids(),
        )
    ),
    dagen,
)
def test_een_gebied_telt_alleen_als_het_vaststaat_en_die_dag_geldt(
    rijen: list[tuple[date | None, date | None, str, UUID]], dag: date
) -> None:
    gekozen = rules.kies_gebied(rijen, dag)
    kan = [g for van, tot, z, g in rijen if z != "mogelijk" and (van or dag) <= dag <= (tot or dag)]
    assert (gekozen in kan) if kan else gekozen is None


def test_een_latere_indeling_gaat_voor_een_eerdere_zonder_einde() -> None:
    oud, nieuw = uuid4(), uuid4()
    assert (
        rules.kies_gebied(
            [(None, None, "vast", oud), (date(2013, 1, 1), None, "vast", nieuw)], date(2013, 1, 1)
        )
        == nieuw
    )


def test_hoe_een_functie_staat_volgt_uit_wie_er_is_en_wat_is_voorzien() -> None:
    leeg = {"vervallen": False, "houder": False, "plaatsvervanger": False, "waargenomen": False}
    assert rules.stand(voorziening="voorzien", **leeg) is Stand.VACANT
    assert rules.stand(voorziening="gepland", **leeg) is Stand.GEPLAND
    assert rules.stand(voorziening="niet_voorzien", **leeg) is Stand.NIET_VOORZIEN
    assert rules.stand(voorziening="voorzien", **leeg | {"plaatsvervanger": True}) is Stand.VERVANGEN
    assert (
        rules.stand(voorziening="voorzien", **leeg | {"waargenomen": True, "plaatsvervanger": True})
        is Stand.WAARGENOMEN
    )
    assert rules.stand(voorziening="niet_voorzien", **leeg | {"houder": True}) is Stand.VERVULD
    assert (
        rules.stand(voorziening="voorzien", **leeg | {"houder": True, "vervallen": True}) is Stand.VERVALLEN
    )


def test_waarneming_geldt_voor_haar_onderwerp() -> None:
    assert rules.past("plaatsing van een slachtoffer", "plaatsing en begeleiding")
    assert not rules.past("prostitutie", "plaatsing en begeleiding")
    assert rules.past("", "plaatsing")
    assert rules.past("wat dan ook", "Alles")


@given(st.lists(st.tuples(st.text(min_size=1), st.text(), st.booleans()), max_size=5))
def test_zonder_verschil_of_met_een_reden_staan_doelen_een_start_niet_in_de_weg(
    doelen: list[tuple[str, str, bool]],
) -> None:
    dag = date(2027, 1, 1)
    met_reden = rules.bezwaren_tegen_start(doelen, aanvaard="bewust", van=dag, tot=dag)
    assert met_reden == ([] if len(doelen) > 1 else met_reden)
    assert rules.verschillen([(p, "zelfde", a) for p, _d, a in doelen]) == []
    assert rules.verschillen([(p, d, True) for p, d, _a in doelen]) == []

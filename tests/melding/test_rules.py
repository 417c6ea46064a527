# SPDX-License-Identifier: EUPL-1.2
"""The pure rules of the meldpunt."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from schakel.melding import rules
from schakel.melding.rules import Loket, Plaats

VORMEN = [v.value for v in rules.Vorm]
IDS = [UUID(int=n) for n in range(1, 6)]

loketten = st.lists(
    st.builds(
        Loket,
        partner_id=st.sampled_from(IDS),
        partner_code=st.sampled_from(["a", "b", "c"]),
        partner_soort=st.sampled_from(["gemeente", "riec", "zorg"]),
        rol=st.sampled_from(["aandachtsfunctionaris", "ketenregisseur", "zorgdeelnemer"]),
        gemeenten=st.frozensets(st.sampled_from(IDS), max_size=2),
        vormen=st.frozensets(st.sampled_from(VORMEN), max_size=2),
    ),
    max_size=6,
)
plaatsen = st.none() | st.builds(
    Plaats, gemeente_id=st.sampled_from(IDS), partner_id=st.none() | st.sampled_from(IDS)
)


@given(loketten, plaatsen, st.sampled_from(VORMEN))
def test_een_melding_wordt_alleen_geweigerd_als_niemand_in_de_regio_kan(
    lo: list[Loket], plaats: Plaats | None, vorm: str
) -> None:
    ontvanger = rules.ontvanger(lo, plaats=plaats, vorm=vorm)
    assert ontvanger is None or ontvanger in {x.partner_id for x in lo}
    if any(x.rol in ("aandachtsfunctionaris", "ketenregisseur") for x in lo):
        assert ontvanger is not None
    assert ontvanger == rules.ontvanger(list(reversed(lo)), plaats=plaats, vorm=vorm) or len(
        {x.partner_code for x in lo}
    ) < len(lo)


@given(loketten, st.builds(Plaats, gemeente_id=st.sampled_from(IDS), partner_id=st.sampled_from(IDS)))
def test_wat_gedekt_is_gaat_naar_een_loket_van_die_gemeente(lo: list[Loket], plaats: Plaats) -> None:
    for vorm, gedekt in rules.dekking(lo, [plaats])[plaats.gemeente_id].items():
        if gedekt:
            ontvanger = rules.ontvanger(lo, plaats=plaats, vorm=vorm)
            assert ontvanger == plaats.partner_id or any(
                x.partner_id == ontvanger and plaats.gemeente_id in x.gemeenten for x in lo
            )


def test_de_standaard_van_de_regio_gaat_voor_de_ketenregisseur() -> None:
    a, b = uuid4(), uuid4()
    lo = [Loket(a, "riec", "riec", "ketenregisseur"), Loket(b, "zvh", "zvh", "aandachtsfunctionaris")]
    assert rules.ontvanger(lo, plaats=None, vorm="arbeid") == a
    assert rules.ontvanger(lo, plaats=None, vorm="arbeid", standaard="zvh") == b


@given(st.binary(min_size=16, max_size=32))
def test_een_code_is_zestien_cijfers_en_overleeft_het_overschrijven(toeval: bytes) -> None:
    code = rules.code_uit(toeval)
    assert (
        rules.netjes(code)
        == rules.netjes(rules.leesbaar(code))
        == rules.netjes(f" {code[:8]}-{code[8:]}. ")
        == code
    )


@given(st.text())
def test_wat_geen_code_is_wordt_nooit_een_code(tekst: str) -> None:
    code = rules.netjes(tekst)
    assert code is None or (len(code) == 16 and code.isascii() and code.isdigit())


def test_elke_status_is_te_bereiken_en_elke_pijl_heeft_een_reden() -> None:
    assert {o.naar for o in rules.OVERGANGEN} | {rules.Status.ONTVANGEN} == set(rules.Status)
    assert all(o.reden.endswith(".") for o in rules.OVERGANGEN)
    assert set(rules.UITKOMST_BIJ_AFDOENING) == set(rules.Afdoening)
    assert set(rules.UITKOMSTZIN) == set(rules.Uitkomst)


def test_elke_weigering_bij_het_afdoen_heeft_een_zin_voor_de_melder() -> None:
    for reden, uitkomst in rules.UITKOMST_BIJ_AFDOENING.items():
        assert not rules.toelichting_nodig(uitkomst) or str(rules.REDENZIN[reden])

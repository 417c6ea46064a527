# SPDX-License-Identifier: EUPL-1.2
"""The rules of the room, with many inputs."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.convenant.rules import Categorie
from schakel.signaal import rules
from schakel.signaal.rules import delphi, indicatoren, niet_pluis
from schakel.signaal.rules.gegevens import SOORTEN, categorie, controleer, kort
from schakel.signaal.rules.raakvlak import DINGEN, NAMEN, bits, raakt, zin
from schakel.signaal.rules.termijn import uiterlijk, werkdag

ALLE = [r for code, _, rijen in indicatoren.lees() for r in rijen if code == "DELPHI-ARBEID"]
gezien = st.sampled_from(["waargenomen", "niet waargenomen", "onbekend"])
antwoorden = st.lists(
    st.builds(
        lambda r, g: delphi.Antwoord(r.code, r.dimensie, r.gewicht_volwassene, r.gewicht_kind, g),
        st.sampled_from(ALLE),
        gezien,
    ),
    max_size=40,
)
groep = st.sampled_from(["volwassene", "kind"])
PUBLICATIE = {(2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 3, 0), (0, 2, 1)}
"""The published rows of the decision table: the least numbers of strong, medium, weak (indicatoren.md §4)."""


@given(antwoorden, groep)
def test_een_dimensie_is_positief_precies_zoals_de_gepubliceerde_tabel(
    rij: list[delphi.Antwoord], wie: str
) -> None:
    for d in delphi.dimensies(rij, wie):  # type: ignore[arg-type]
        codes = {a.code: a for a in rij if a.gezien == "waargenomen" and a.dimensie.startswith(d.code)}
        gewicht = [a.gewicht_volwassene if wie == "volwassene" else a.gewicht_kind for a in codes.values()]
        s, m, w = (gewicht.count(g) for g in "SMW")
        verwacht = any(
            s >= vs
            and m + max(0, s - vs) >= vm
            and w + max(0, m - vm) + max(0, s - vs) >= vw
            and s + m + w >= vs + vm + vw
            for vs, vm, vw in PUBLICATIE
        )
        assert (d.sterk, d.middel, d.zwak) == (s, m, w)
        assert d.positief == verwacht


@given(antwoorden, antwoorden, groep)
def test_meer_waarnemingen_maken_een_dimensie_nooit_negatief(
    a: list[delphi.Antwoord], b: list[delphi.Antwoord], wie: str
) -> None:
    eerst = {d.code for d in delphi.dimensies(a, wie) if d.positief}  # type: ignore[arg-type]
    assert eerst <= {d.code for d in delphi.dimensies([*a, *b], wie) if d.positief}  # type: ignore[arg-type]


@given(antwoorden, groep, st.randoms())
def test_volgorde_en_onbekend_maken_geen_verschil(
    rij: list[delphi.Antwoord], wie: str, toeval: object
) -> None:
    geschud = [a for a in rij if a.gezien == "waargenomen"]
    toeval.shuffle(geschud)  # type: ignore[attr-defined]
    assert delphi.dimensies(rij, wie) == delphi.dimensies(geschud, wie)  # type: ignore[arg-type]


def test_een_kind_telt_alleen_wat_een_kindgewicht_heeft() -> None:
    zonder = [r for r in ALLE if not r.gewicht_kind]
    assert len(zonder) == 2
    rij = [
        delphi.Antwoord(r.code, r.dimensie, r.gewicht_volwassene, r.gewicht_kind, "waargenomen")
        for r in zonder
    ]
    assert all(d.sterk + d.middel + d.zwak == 0 for d in delphi.dimensies(rij, "kind"))


@pytest.mark.parametrize(
    ("positief", "wie", "zegt"),
    [
        ("D1 D4 D5", "volwassene", "mensenhandel met het oog op gedwongen arbeid"),
        ("D3 D4 D5", "volwassene", "mensenhandel met het oog op gedwongen arbeid"),
        ("D1 D4", "volwassene", "misleiding én uitbuiting"),
        ("D4", "volwassene", "uitgebuit, geen mensenhandel"),
        ("D2 D4", "volwassene", ""),
        ("D4 D5", "volwassene", ""),
        ("D1 D5", "volwassene", ""),
        ("D6", "kind", ""),
    ],
)
def test_de_uitkomst_is_die_van_de_tabel(positief: str, wie: str, zegt: str) -> None:
    d = [delphi.Dimensie(code, 2 if code in positief.split() else 0, 0, 0) for code in delphi.DIMENSIES]
    assert delphi.uitkomst(d, wie) == zegt  # type: ignore[arg-type]


def test_bij_een_kind_is_d4_genoeg() -> None:
    assert "minderjarige" in delphi.uitkomst([delphi.Dimensie("D4", 2, 0, 0)], "kind")


def test_wat_over_afkomst_gaat_wordt_nooit_als_signaal_aangeboden() -> None:
    rijen = [r for _, _, lijst in indicatoren.lees() for r in lijst]
    assert len(rijen) == 163
    over_afkomst = {r.code: r.aanbod for r in rijen if r.gaat_over_afkomst}
    assert over_afkomst == {"OM-22": "context", "OM-24": "niet"}


def test_elke_stap_heeft_een_reden_en_afgesloten_is_te_heropenen() -> None:
    assert all(o.titel and o.vraagt for o in rules.OVERGANGEN)
    assert len({(o.van, o.naar) for o in rules.OVERGANGEN}) == len(rules.OVERGANGEN)
    assert {o.naar for o in rules.mogelijk("in_veredeling", weging="")} == {"afgesloten"}
    assert {o.naar for o in rules.mogelijk("in_veredeling", weging="ja")} == {
        "rijp_voor_weging",
        "afgesloten",
    }
    assert {o.naar for o in rules.mogelijk("afgesloten", weging="nee")} == {"in_veredeling"}


def _zwak(nr: int, bron: int, dag: date) -> niet_pluis.Zwak:
    return niet_pluis.Zwak(UUID(int=nr), UUID(int=bron), dag)


def test_drie_zwakke_signalen_van_twee_bronnen_binnen_een_half_jaar_tellen_op() -> None:
    dag = date(2026, 6, 1)
    drie = [_zwak(1, 1, dag), _zwak(2, 2, dag), _zwak(3, 1, dag)]
    assert niet_pluis.telt_op(drie, vandaag=dag)
    assert niet_pluis.telt_op(drie, vandaag=dag + niet_pluis.TERMIJN)
    assert not niet_pluis.telt_op(drie, vandaag=dag + niet_pluis.TERMIJN + timedelta(days=1))
    assert not niet_pluis.telt_op(drie[:2], vandaag=dag)
    assert not niet_pluis.telt_op([*drie[:2], drie[0]], vandaag=dag)
    assert not niet_pluis.telt_op([_zwak(n, 1, dag) for n in range(5)], vandaag=dag)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_een_termijn_in_werkdagen_eindigt_op_een_werkdag_en_groeit(begin: date, dagen: int) -> None:
    einde = uiterlijk(begin, dagen)
    assert werkdag(einde)
    assert sum(werkdag(begin + timedelta(days=n)) for n in range(1, (einde - begin).days + 1)) == dagen


def test_feestdagen_tellen_niet() -> None:
    assert not werkdag(date(2026, 4, 6))  # tweede paasdag
    assert not werkdag(date(2026, 5, 14))  # Hemelvaartsdag
    assert uiterlijk(date(2026, 12, 24), 1) == date(2026, 12, 28)


@given(
    st.sampled_from([*SOORTEN, "onzin"]),
    st.dictionaries(st.text(max_size=20), st.text(max_size=300), max_size=5),
)
def test_elke_inhoud_wordt_gecontroleerd_zonder_fout_van_het_programma(
    soort: str, ruw: dict[str, str]
) -> None:
    inhoud, fouten = controleer(soort, ruw)
    assert "\x00" not in "".join(inhoud.values())
    if soort in SOORTEN:
        assert set(fouten) >= set(ruw) - set(SOORTEN[soort].velden)
        assert isinstance(kort(soort, inhoud), str)


def test_de_rol_bepaalt_de_categorie() -> None:
    assert categorie("persoon", "mogelijk-slachtoffer") == Categorie.PERSOON_SLACHTOFFER
    assert categorie("persoon", "facilitator") == Categorie.PERSOON_VERDACHT
    assert categorie("persoon", "getuige") == categorie("tekst") == Categorie.WAARNEMING
    assert categorie("telefoon") == Categorie.OBJECT


soorten = st.sets(st.sampled_from([*DINGEN, *NAMEN]))


@given(soorten, soorten)
def test_meer_overeenkomsten_wegen_nooit_minder_en_de_zin_noemt_ze(a: set[str], b: set[str]) -> None:
    assert bits(a) <= bits(a | b)
    assert not raakt({"naam"})
    assert all(tekst in zin(a) for s, (_, tekst) in DINGEN.items() if s in a)

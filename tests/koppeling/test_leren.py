# SPDX-License-Identifier: EUPL-1.2
"""Splink gets our model and gives our weights; what it learns becomes a new version that a person compares."""

import logging

import duckdb
import pytest
from splink import DuckDBAPI, Linker
from tests.koppeling.bouw import persoon
from tests.koppeling.test_batch import SCHEMA, mensen, tabel, uniek

from koppeling import Weger, basis_van, entiteit, laad, profiel, schrijf, standaardmodel, vergelijk
from koppeling.batch import BatchFout, Opdracht, leer, lees_schema, tabellen
from koppeling.batch.splink import instellingen
from koppeling.batch.vormen import vormen
from koppeling.batch.werkers import Werkers

MODEL = standaardmodel()


def test_een_geschreven_model_is_hetzelfde_model():
    assert laad(schrijf(MODEL)) == MODEL
    a, b = persoon(naam="Piet Jansen"), persoon(naam="Janssen, Piet")
    assert vergelijk(a, b, laad(schrijf(MODEL))) == vergelijk(a, b, MODEL)


def test_splink_geeft_met_ons_model_ons_gewicht(tmp_path):
    rijen = [r for r in mensen(50, 3) if all(w.isascii() for w in r.values())]
    schema, con = lees_schema(SCHEMA), duckdb.connect()
    tabellen.lees(con, (tabel(tmp_path / "t.csv", rijen),), schema)
    groepen = vormen(schema, MODEL)
    tabellen.normaliseer(con, groepen, schema, Werkers(None, 0), lambda *_: None)
    tabellen.verbind(con, groepen, schema, MODEL.kleinste_basis)
    con.execute("CREATE TABLE enkel AS SELECT * FROM rec WHERE NOT los")
    kolommen = {k for v in groepen for k in v.kolommen}
    opzet = instellingen(MODEL, "persoon", kolommen, omvang=len(rijen), blokken=["1 = 1"])
    hun = Linker(DuckDBAPI(con).register("enkel"), opzet, log_level=logging.ERROR, validate_settings=False)
    paren = (
        hun.inference.predict(warning_mode="never")
        .as_duckdbpyrelation()
        .project("nr_l, nr_r, match_weight")
        .fetchall()
    )
    alle = [
        profiel(entiteit(r["nr"], "persoon", **{v: w for v, w in r.items() if v != "nr" and w}))
        for r in sorted(rijen, key=lambda r: r["nr"])
    ]
    weger = Weger(MODEL, basis_van(alle, minstens=MODEL.kleinste_basis))
    assert len(paren) > 200
    assert max(abs(bits - weger(alle[a], alle[b])) for a, b, bits in paren) < 1e-6


def test_schatten_geeft_een_nieuw_model_en_zegt_wat_het_verandert(tmp_path):
    def fout(i, rij):
        kwijt = {
            0: {"geboortedatum": ""},
            1: {"voornaam": rij["voornaam"][:1]},
            2: {"achternaam": rij["achternaam"] + "x"},
        }
        return rij | kwijt.get(i % 5, {}) | {"nr": f"q{i}"}

    mensen_ = [uniek(i * 37, telefoon=f"06{10_000_000 + i * 7919}") for i in range(300)]
    pad = tabel(tmp_path / "t.csv", [*mensen_, *(fout(i, r) for i, r in enumerate(mensen_))])
    opdracht = Opdracht((pad,), lees_schema(SCHEMA), MODEL, tmp_path / "nieuw.toml")
    verslag = leer(opdracht, "nieuw")
    assert verslag.model.naam == "nieuw"
    assert laad(schrijf(verslag.model)) == verslag.model
    geschat = {(s.vergelijking, s.niveau) for s in verslag.niveaus if s.waargenomen}
    assert ("achternaam", "gelijk") in geschat
    assert not {n for _, n in geschat} & {"gezin", "medebewoner", "generatie", "relatie"}
    band = verslag.verbindingen[0]
    assert band.nieuw - band.oud == band.erbij - band.eraf
    assert "| mogelijk |" in verslag.tekst("nl-1")
    assert [p.name for p in tmp_path.iterdir()] == ["t.csv"]
    geslacht = [s for s in verslag.niveaus if s.vergelijking == "geslacht"]
    assert geslacht
    assert not any(s.waargenomen for s in geslacht)


def test_van_te_weinig_wordt_niet_geleerd(tmp_path):
    pad = tabel(tmp_path / "t.csv", [uniek(i) for i in range(60)])
    with pytest.raises(BatchFout, match="te weinig om van te leren"):
        leer(Opdracht((pad,), lees_schema(SCHEMA), MODEL, tmp_path / "n.toml"), "n")

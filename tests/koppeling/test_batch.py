# SPDX-License-Identifier: EUPL-1.2
"""A batch over files gives what the pure engine gives, for any input, in bounded work."""

import csv
import errno
import itertools
import os
import random

import duckdb
import pytest
from tests.koppeling.bouw import PER_VELD

from koppeling import Weger, basis_van, entiteit, groepeer, profiel, sleutels, standaardmodel
from koppeling.batch import BatchFout, Opdracht, SchemaFout, koppel, lees_schema, tabellen
from koppeling.batch import motor as motor_module
from koppeling.batch.sql import gewicht_sql, hoogstens_sql
from koppeling.batch.vormen import vormen
from koppeling.batch.werkers import Werkers

MODEL = standaardmodel()
VELDEN = ("voornaam", "achternaam", "geboortedatum", "geslacht", "adres", "postcode", "telefoon", "bsn")
SCHEMA = '[velden.nr]\ntype = "id"\n' + "".join(f'[velden.{v}]\ntype = "{v}"\n' for v in VELDEN)


def tabel(pad, rijen, velden=VELDEN):
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.DictWriter(bestand, ("nr", *velden))
        schrijver.writeheader()
        schrijver.writerows(rijen)
    return pad


def mensen(aantal, zaad=1, **vast):
    kies = random.Random(zaad)
    waarden = PER_VELD | {"bsn": ["111222333", "123456782", "111222334"]}
    rijen = []
    for i in range(aantal):
        rij = {v: kies.choice(waarden[v]) if kies.random() < 0.7 else "" for v in VELDEN}
        rijen.append({"nr": f"p{i:05d}", **rij, **vast})
    return rijen


def draai(map, *tabellen, schema=SCHEMA, **meer):
    map.mkdir(exist_ok=True)
    paden = tuple(tabel(map / f"t{i}.csv", rijen) for i, rijen in enumerate(tabellen))
    opdracht = Opdracht(paden, lees_schema(schema), MODEL, map / "paren.csv", map / "clusters.csv", **meer)
    return koppel(opdracht)


def lees(pad):
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def zuiver(rijen):
    """The same by the pure engine: pairs that share a key, weighed one by one."""
    alle = [
        profiel(entiteit(r["nr"], "persoon", **{v: w for v, w in r.items() if v != "nr" and w}))
        for r in rijen
    ]
    weger, hun = (
        Weger(MODEL, basis_van(alle, minstens=MODEL.kleinste_basis)),
        [sleutels(p, ruim=True, klein=True) for p in alle],
    )
    return {
        (a.id, b.id): weger(a, b)
        for (a, ka), (b, kb) in itertools.combinations(zip(alle, hun, strict=True), 2)
        if ka & kb
    }


@pytest.mark.parametrize("zaad", [1, 2])
def test_een_batch_geeft_de_paren_en_groepen_van_de_zuivere_motor(tmp_path, monkeypatch, zaad):
    monkeypatch.setattr(motor_module, "_PAREN_PER_BYTE", 2e-7)
    monkeypatch.setattr(tabellen, "PAREN_PER_RECORD", 10_000)
    rijen = mensen(120, zaad)
    draai(tmp_path, rijen, drempel=-3.0)
    verwacht = {paar: bits for paar, bits in zuiver(rijen).items() if bits >= -3}
    gekregen = {(r["id_a"], r["id_b"]): float(r["gewicht"]) for r in lees(tmp_path / "paren.csv")}
    assert gekregen == pytest.approx(verwacht, abs=1e-6)
    groepen = {}
    for r in lees(tmp_path / "clusters.csv"):
        groepen.setdefault(r["cluster"], []).append(r["nr" if "nr" in r else "id"])
    assert sum(map(len, groepen.values())) == 120
    zonder_bsn = [r | {"bsn": ""} for r in rijen]
    draai(tmp_path / "zonder", zonder_bsn, drempel=-3.0)
    ids = {}
    for r in lees(tmp_path / "zonder" / "clusters.csv"):
        ids.setdefault(r["cluster"], []).append(r["id"])
    indeling = groepeer({p: b for p, b in zuiver(zonder_bsn).items() if b >= -3}, drempel=-3.0)
    assert sorted(tuple(g) for g in ids.values() if len(g) > 1) == [c.leden for c in indeling.clusters]


def test_het_gewicht_in_sql_is_het_gewicht_van_de_weger(tmp_path):
    rijen = [r | {"telefoon": r["telefoon"].replace("06-TAXI", "")} for r in mensen(60, 3)]
    rijen = [r for r in rijen if all(w.isascii() for w in r.values())]
    schema, con = lees_schema(SCHEMA), duckdb.connect()
    tabellen.lees(con, (tabel(tmp_path / "t.csv", rijen),), schema)
    groepen = vormen(schema, MODEL)
    tabellen.normaliseer(con, groepen, schema, Werkers(None, 0), lambda *_: None)
    tabellen.verbind(con, groepen, schema, MODEL.kleinste_basis)
    alle = [
        profiel(entiteit(r["nr"], "persoon", **{v: w for v, w in r.items() if v != "nr" and w}))
        for r in sorted(rijen, key=lambda r: r["nr"])
    ]
    basis = basis_van(alle, minstens=MODEL.kleinste_basis)
    weger, kolommen = Weger(MODEL, basis), {k for v in groepen for k in v.kolommen}
    vraag = f"SELECT l.nr, r.nr, {gewicht_sql(MODEL, 'persoon', basis, kolommen)} FROM rec l, rec r WHERE NOT l.los AND NOT r.los"
    paren = con.execute(vraag).fetchall()
    assert len(paren) > 500
    for a, b, bits in paren:
        assert bits == pytest.approx(weger(alle[a], alle[b]), abs=1e-6), (alle[a].kern, alle[b].kern)


@pytest.mark.parametrize("zaad", [4, 5])
def test_de_bovengrens_in_sql_ligt_nooit_onder_het_gewicht(tmp_path, zaad):
    rijen = mensen(60, zaad)
    schema, con = lees_schema(SCHEMA), duckdb.connect()
    tabellen.lees(con, (tabel(tmp_path / "t.csv", rijen),), schema)
    groepen = vormen(schema, MODEL)
    tabellen.normaliseer(con, groepen, schema, Werkers(None, 0), lambda *_: None)
    tabellen.verbind(con, groepen, schema, MODEL.kleinste_basis)
    alle = [
        profiel(entiteit(r["nr"], "persoon", **{v: w for v, w in r.items() if v != "nr" and w}))
        for r in sorted(rijen, key=lambda r: r["nr"])
    ]
    basis = basis_van(alle, minstens=MODEL.kleinste_basis)
    weger, kolommen = Weger(MODEL, basis), {k for v in groepen for k in v.kolommen}
    los = hoogstens_sql(MODEL, "persoon", basis, kolommen, los=True, scheider=tabellen.SCHEIDING)
    enkel = hoogstens_sql(MODEL, "persoon", basis, kolommen, los=False, scheider=tabellen.SCHEIDING)
    vraag = f"SELECT l.nr, r.nr, l.los OR r.los, {los}, {enkel} FROM rec l, rec r WHERE l.nr < r.nr"
    paren = con.execute(vraag).fetchall()
    assert {is_los for _, _, is_los, _, _ in paren} == {True, False}
    for a, b, is_los, van_los, van_enkel in paren:
        bits = weger(alle[a], alle[b])
        assert van_los >= bits - 1e-9, (alle[a].kern, alle[b].kern)
        assert is_los or van_enkel >= bits - 1e-9, (alle[a].kern, alle[b].kern)
    onder = [enkel < 4 for a, b, is_los, _, enkel in paren if not is_los and weger(alle[a], alle[b]) < 4]
    assert sum(onder) > len(onder) / 4


def test_dezelfde_records_in_een_andere_volgorde_geven_dezelfde_bytes(tmp_path):
    rijen = mensen(80)
    draai(tmp_path / "een", rijen)
    draai(tmp_path / "twee", random.Random(5).sample(rijen, len(rijen)))
    for naam in ("paren.csv", "clusters.csv"):
        assert (tmp_path / "een" / naam).read_bytes() == (tmp_path / "twee" / naam).read_bytes()


def test_twee_tabellen_geven_alleen_paren_tussen_beide(tmp_path):
    rijen = mensen(40)
    draai(tmp_path, rijen[:20], rijen[20:])
    paren = lees(tmp_path / "paren.csv")
    assert paren
    assert all(r["id_a"] < "p00020" <= r["id_b"] for r in paren)
    assert {r["bestand"] for r in lees(tmp_path / "clusters.csv")} == {"a", "b"}


def test_een_op_een_houdt_van_elke_regel_alleen_het_zwaarste_paar(tmp_path):
    links, rechts = mensen(60, 1), mensen(60, 2)
    draai(tmp_path / "alle", links, rechts, drempel=-3.0)
    draai(tmp_path / "een", links, rechts, drempel=-3.0, een_op_een=True)
    alle = {(r["id_a"], r["id_b"]): float(r["gewicht"]) for r in lees(tmp_path / "alle" / "paren.csv")}
    een = {(r["id_a"], r["id_b"]): float(r["gewicht"]) for r in lees(tmp_path / "een" / "paren.csv")}
    assert len(een) < len(alle)
    assert een.items() <= alle.items()
    assert len({a for a, _ in een}) == len({b for _, b in een}) == len(een)
    for (a, b), bits in alle.items():
        assert (a, b) in een or any(w >= bits for (x, y), w in een.items() if x == a or y == b)
    with pytest.raises(BatchFout, match="alleen tussen twee"):
        draai(tmp_path / "fout", links, een_op_een=True)


def test_na_een_onderbreking_gaat_een_batch_verder_waar_hij_was(tmp_path, monkeypatch):
    monkeypatch.setattr(motor_module, "_PAREN_PER_BYTE", 2e-7)
    rijen, stappen, delen = mensen(80), [], set()
    draai(tmp_path / "heel", rijen)
    pad, weg = tabel(tmp_path / "t.csv", rijen), tmp_path / "paren.csv"
    opdracht = Opdracht((pad,), lees_schema(SCHEMA), MODEL, weg)

    def stroomstoring(stap, klaar, totaal):
        stappen.append(stap)
        if stap == "paren wegen" and klaar == 2:
            delen.add(totaal)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        koppel(opdracht, stroomstoring)
    assert not weg.exists()
    stappen.clear()
    koppel(opdracht, lambda stap, klaar, totaal: stappen.append(stap))
    assert delen.pop() - 2 == len(stappen) > 1
    assert set(stappen) == {"paren wegen"}
    assert weg.read_bytes() == (tmp_path / "heel" / "paren.csv").read_bytes()
    assert not (tmp_path / "paren.csv.werk").exists()


def test_een_veranderd_bestand_begint_opnieuw(tmp_path):
    pad, weg = tabel(tmp_path / "t.csv", mensen(30)), tmp_path / "paren.csv"

    def storing(stap, klaar, totaal):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        koppel(Opdracht((pad,), lees_schema(SCHEMA), MODEL, weg), storing)
    tabel(pad, mensen(10))
    assert koppel(Opdracht((pad,), lees_schema(SCHEMA), MODEL, weg)).records == 10


def test_met_een_ander_model_begint_een_onderbroken_batch_opnieuw(tmp_path, monkeypatch):
    """Never pairs of two versions in one file: what the old model had weighed is weighed again."""
    monkeypatch.setattr(motor_module, "_PAREN_PER_BYTE", 2e-7)
    rijen, echt = mensen(80), motor_module._Batch._bewaar

    def afgebroken(self, *args):
        echt(self, *args)
        if self._gedaan("deel 0"):
            raise KeyboardInterrupt

    oud, nieuw = standaardmodel("nl-1"), standaardmodel("nl-2")
    monkeypatch.setattr(motor_module._Batch, "_bewaar", afgebroken)
    paden = (tabel(tmp_path / "t.csv", rijen),)
    schema = lees_schema(SCHEMA)
    with pytest.raises(KeyboardInterrupt):
        koppel(Opdracht(paden, schema, oud, tmp_path / "paren.csv", drempel=-3.0))
    monkeypatch.setattr(motor_module._Batch, "_bewaar", echt)
    koppel(Opdracht(paden, schema, nieuw, tmp_path / "paren.csv", drempel=-3.0))
    koppel(Opdracht(paden, schema, nieuw, tmp_path / "vers.csv", drempel=-3.0))
    koppel(Opdracht(paden, schema, oud, tmp_path / "oud.csv", drempel=-3.0))
    inhoud = [(tmp_path / f"{naam}.csv").read_bytes() for naam in ("paren", "vers", "oud")]
    assert inhoud[0] == inhoud[1] != inhoud[2]


def test_een_volle_schijf_laat_het_oude_bestand_staan_en_zegt_wat_te_doen(tmp_path, monkeypatch):
    draai(tmp_path, mensen(30))
    oud = (tmp_path / "paren.csv").read_bytes()

    def vol(_):
        raise OSError(errno.ENOSPC, "No space left on device", "paren.csv")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(BatchFout, match="geef de opdracht opnieuw"):
        draai(tmp_path, mensen(40))
    monkeypatch.undo()
    assert (tmp_path / "paren.csv").read_bytes() == oud
    assert not list(tmp_path.glob("*.deel"))
    assert draai(tmp_path, mensen(40)).records == 40


# --- bad input: bounded work, counted in candidates and not by the clock


def hoogstens(verslag):
    return tabellen.PAREN_PER_RECORD * verslag.records


def lettergrepen(i):
    return "".join("bcdfghjklmnpqrstvwxz"[(i // 20**k) % 20] + "aeiou"[(i // 5**k) % 5] for k in range(4))


def uniek(i, **vast):
    """Somebody whose given name says nothing about the surname."""
    geboren = f"{1 + i % 28:02d}-{1 + i // 28 % 12:02d}-{1950 + i % 50}"
    return {
        "nr": f"p{i}",
        "voornaam": lettergrepen(i * 7919 % 160_000),
        "achternaam": lettergrepen(i),
        "geboortedatum": geboren,
    } | vast


@pytest.mark.parametrize(
    ("vast", "hub"),
    [
        ({"telefoon": "020 123 4567"}, True),
        ({"adres": "Fabrieksweg 1, 9999 ZZ Buitendorp"}, True),
        ({"geboortedatum": "00-00-1987"}, False),
        ({"voornaam": "", "achternaam": ""}, False),
        ({"voornaam": "Jan", "achternaam": "Jansen"}, True),
        ({"telefoon": "0201234567", "adres": "1234AB 1", "geboortedatum": "01-01-1990"}, True),
    ],
)
def test_een_waarde_in_alle_regels_kost_geen_kwadratische_tijd(tmp_path, vast, hub):
    verslag = draai(tmp_path, [uniek(i, **vast) for i in range(3000)])
    assert verslag.kandidaten <= hoogstens(verslag)
    assert hub is (3000 in {records for _, _, records in verslag.te_algemeen})


def test_tienduizend_mensen_op_een_adres_worden_niet_een(tmp_path):
    verslag = draai(tmp_path, [uniek(i, adres="Fabrieksweg 1, 9999 ZZ Buitendorp") for i in range(10_000)])
    assert verslag.kandidaten <= hoogstens(verslag)
    assert verslag.paren == 0
    assert ("adres", 1, 10_000) in verslag.te_algemeen


def test_lege_kolommen_en_lege_records_geven_geen_paren(tmp_path):
    leeg = dict.fromkeys(VELDEN, "")
    verslag = draai(tmp_path, [{"nr": str(i), **leeg} for i in range(50)])
    assert (verslag.kandidaten, verslag.paren, verslag.clusters) == (0, 0, 0)
    assert len(lees(tmp_path / "clusters.csv")) == 50


def test_schriften_emoji_en_lange_namen_worden_gewogen_zonder_te_haperen(tmp_path):
    namen = ["محمد", "Иванова", "李小龙", "😀", "x" * 5000, 'O\'Brien, "de jonge"\nregel twee', "", "-"]
    rijen = [
        {"nr": f"{i}-{k}", "voornaam": naam, "achternaam": naam, "geboortedatum": "12-03-1987", "bsn": ""}
        for i, naam in enumerate(namen)
        for k in (1, 2)
    ]
    draai(tmp_path, rijen)
    samen = {(r["id_a"], r["id_b"]) for r in lees(tmp_path / "paren.csv")}
    assert {("0-1", "0-2"), ("1-1", "1-2"), ("2-1", "2-2"), ("4-1", "4-2"), ("5-1", "5-2")} <= samen


def test_een_leeg_bestand_met_alleen_een_kop_geeft_lege_uitvoer(tmp_path):
    verslag = draai(tmp_path, [])
    assert (verslag.records, verslag.paren) == (0, 0)
    assert lees(tmp_path / "paren.csv") == []


def test_parquet_en_csv_met_puntkomma_geven_hetzelfde(tmp_path):
    rijen = mensen(40)
    draai(tmp_path, rijen)
    bron = tmp_path / "t0.csv"
    for naam, hoe in (("p.parquet", "FORMAT parquet"), ("p.csv", "FORMAT csv, HEADER, DELIMITER ';'")):
        duckdb.sql(
            f"COPY (SELECT * FROM read_csv('{bron}', all_varchar = true)) TO '{tmp_path / naam}' ({hoe})"
        )
        koppel(Opdracht((tmp_path / naam,), lees_schema(SCHEMA), MODEL, tmp_path / f"{naam}.uit"))
        assert (tmp_path / f"{naam}.uit").read_bytes() == (tmp_path / "paren.csv").read_bytes()


def test_dubbele_en_lege_ids_worden_genoemd(tmp_path):
    with pytest.raises(BatchFout, match=r"ids vaker voor: p00001 \(2 keer\)"):
        draai(tmp_path, [*mensen(3), mensen(2)[1]])
    with pytest.raises(BatchFout, match="1 regels geen id"):
        draai(tmp_path, [*mensen(3), mensen(1)[0] | {"nr": " "}])


def test_een_afgebroken_bestand_wordt_geweigerd(tmp_path):
    pad = tabel(tmp_path / "t.csv", mensen(200))
    inhoud = pad.read_bytes()
    pad.write_bytes(inhoud[: inhoud.rindex(b",", 0, len(inhoud) - 20)])
    with pytest.raises(BatchFout, match="afgebroken"):
        koppel(Opdracht((pad,), lees_schema(SCHEMA), MODEL, tmp_path / "paren.csv"))
    parquet = tmp_path / "t.parquet"
    duckdb.sql(f"COPY (SELECT range AS nr, 'x' AS voornaam FROM range(1000)) TO '{parquet}' (FORMAT parquet)")
    parquet.write_bytes(parquet.read_bytes()[:-100])
    with pytest.raises(BatchFout, match="afgebroken"):
        koppel(Opdracht((parquet,), lees_schema(SCHEMA), MODEL, tmp_path / "paren.csv"))


def test_een_ontbrekend_bestand_en_een_ontbrekende_kolom_worden_genoemd(tmp_path):
    with pytest.raises(BatchFout, match="bestaat niet"):
        koppel(Opdracht((tmp_path / "weg.csv",), lees_schema(SCHEMA), MODEL, tmp_path / "paren.csv"))
    pad = tabel(tmp_path / "t.csv", [], velden=("voornaam",))
    with pytest.raises(BatchFout, match="staan: achternaam"):
        koppel(Opdracht((pad,), lees_schema(SCHEMA), MODEL, tmp_path / "paren.csv"))
    schema = lees_schema('[velden.sleutel]\ntype = "id"\n[velden.voornaam]\ntype = "voornaam"\n')
    with pytest.raises(BatchFout, match="geen kolom 'sleutel'"):
        koppel(Opdracht((pad,), schema, MODEL, tmp_path / "paren.csv"))


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("[velden", "geen geldig TOML"),
        ("a = 1", "per kolom een tabel"),
        ('[velden.a]\ntype = "naam"', "precies één kolom"),
        ('[velden.a]\ntype = "id"', "geen kolom om op te vergelijken"),
        ('[velden.a]\ntype = "id"\n[velden.b]\ntype = "leeftijd"', "onbekend type 'leeftijd'"),
        ('soort = "dier"\n[velden.a]\ntype = "id"', "onbekende soort"),
        ('[velden.a]\ntype = "id"\n[velden.b]\ntype = "naam"\nformaat = "%d"', "hoort bij een geboortedatum"),
        ('[velden.a]\ntype = "id"\n[velden.b]\ntype = "naam"\nland = "DE"', "hoort bij een telefoon"),
        ('[velden.a]\ntype = "id"\n[velden.b]\ntype = "naam"\nkleur = "x"', "onbekende sleutel"),
    ],
)
def test_een_fout_in_het_schema_wordt_genoemd(tekst, melding):
    with pytest.raises(SchemaFout, match=melding):
        lees_schema(tekst)


def test_datums_en_telefoons_in_een_andere_notatie(tmp_path):
    schema = SCHEMA.replace('type = "geboortedatum"', 'type = "geboortedatum"\nformaat = "%m/%d/%Y"')
    schema = schema.replace('type = "telefoon"', 'type = "telefoon"\nland = "DE"')
    wie = {"voornaam": "Anna", "achternaam": "Wolf"}
    rijen = [
        {"nr": "1", "geboortedatum": "03/12/1987", "telefoon": "0170 1234567", **wie},
        {"nr": "2", "geboortedatum": "1987-03-12", "telefoon": "+49 170 1234567", **wie},
    ]
    draai(tmp_path, rijen, schema=schema)
    assert "geboortedatum gelijk" in lees(tmp_path / "paren.csv")[0]["uitleg"]
    assert "telefoon gelijk" in lees(tmp_path / "paren.csv")[0]["uitleg"]

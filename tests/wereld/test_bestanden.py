# SPDX-License-Identifier: EUPL-1.2
"""Import files: three kinds that say the same, under columns that importer and guide know."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from schakel.signaal.importformaat import EEN_VAN, KOLOMMEN, SCHEIDER, sleutel, tabel, vind_kolom
from schakel.wereld.bestanden import rijen, schrijf
from schakel.wereld.genereren import maak_wereld

LIJSTEN = {k.naam for k in KOLOMMEN if k.soort in ("lijst", "keuzelijst")}


@pytest.fixture(scope="module")
def map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uit = tmp_path_factory.mktemp("uit")
    schrijf(maak_wereld(7, "klein"), uit)
    return uit


def _csv(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return [{naam: waarde for naam, waarde in rij.items() if waarde} for rij in csv.DictReader(bestand)]


def _jsonl(pad: Path) -> list[dict[str, str]]:
    regels = [json.loads(regel) for regel in pad.read_text("utf-8").splitlines()]
    return [{n: SCHEIDER.join(w) if n in LIJSTEN else w for n, w in r.items()} for r in regels]


def _xlsx(pad: Path) -> list[dict[str, str]]:
    kop, *regels = load_workbook(pad, read_only=True).active.iter_rows(values_only=True)
    return [{str(n): str(w) for n, w in zip(kop, regel, strict=False) if w is not None} for regel in regels]


def test_de_drie_bestanden_van_een_partner_zeggen_hetzelfde(map: Path) -> None:
    partners = {pad.stem for pad in map.iterdir()}
    assert len(partners) >= 10
    for partner in partners:
        regels = _csv(map / f"{partner}.csv")
        assert regels
        assert regels == _jsonl(map / f"{partner}.jsonl") == _xlsx(map / f"{partner}.xlsx")


def test_elke_waarneming_gaat_naar_het_bestand_van_haar_partner(map: Path) -> None:
    verwacht = {(w.partner, w.id) for w in maak_wereld(7, "klein").waarnemingen()}
    gelezen = {(pad.stem, rij["kenmerk_bron"]) for pad in map.glob("*.csv") for rij in _csv(pad)}
    assert gelezen == verwacht


def test_geen_gegeven_gaat_verloren_in_de_regels() -> None:
    for w in maak_wereld(7, "klein").waarnemingen():
        regels = rijen(w)
        tekst = json.dumps(regels, ensure_ascii=False)
        for g in w.gegevens:
            if g.velden.get("gezien") != "onbekend":
                waarden = [waarde for veld, waarde in g.velden.items() if veld != "gezien"]
                assert all(json.dumps(waarde, ensure_ascii=False)[1:-1] in tekst for waarde in waarden)
        assert sum("rol" in rij for rij in regels) == sum(g.soort == "persoon" for g in w.gegevens)


def test_elke_regel_groep_heeft_wat_nodig_is(map: Path) -> None:
    per_kenmerk: dict[str, set[str]] = {}
    for pad in map.glob("*.csv"):
        for rij in _csv(pad):
            per_kenmerk.setdefault(rij["kenmerk_bron"], set()).update(rij)
    assert all(
        any(kolom in gevuld for kolom in groep) for gevuld in per_kenmerk.values() for groep in EEN_VAN
    )


def test_elke_keuze_in_een_bestand_staat_in_de_kolommen(map: Path) -> None:
    for pad in map.glob("*.csv"):
        for rij in _csv(pad):
            for naam, waarde in rij.items():
                kolom = vind_kolom(naam)
                assert kolom is not None
                assert not kolom.keuzes or waarde in kolom.eigen_keuzes


def test_kolomnamen_en_htcds_namen_zijn_eenduidig() -> None:
    namen = [sleutel(naam) for k in KOLOMMEN for naam in (k.naam, *k.htcds)]
    assert len(set(namen)) == len(namen)
    velden = [(k.deel, k.veld) for k in KOLOMMEN]
    assert len(set(velden)) == len(velden)


def test_een_kop_wordt_herkend_zonder_hoofdletters_spaties_of_streepjes() -> None:
    for kop in ("prs_SecondName", "PRS SecondName", "Achternaam", " achter-naam "):
        kolom = vind_kolom(kop)
        assert kolom is not None
        assert kolom.naam == "achternaam"
    assert vind_kolom("bsn") is None


def test_beide_lijsten_van_dwangmiddelen_worden_gelezen() -> None:
    kolom = vind_kolom("vic_MethodsOfControl")
    assert kolom is not None
    assert (
        kolom.keuzes["ThreatsLawEnforcement"] == kolom.keuzes["ThreatOfLawEnforcement"] == "dreiging-politie"
    )
    assert kolom.keuzes["RestrictsMovement"] == "beperking-bewegingsvrijheid"
    assert kolom.keuzes["UsesChildren"] != kolom.keuzes["ThreatensChildrenFamily"]


def test_de_handleiding_toont_de_kolommen_zoals_ze_zijn() -> None:
    gids = Path(__file__).parents[2] / "docs" / "importformaat.md"
    assert gids.read_text("utf-8").endswith(tabel())

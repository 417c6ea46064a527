# SPDX-License-Identifier: EUPL-1.2
"""Two houses that ask each other without showing: two processes, real sockets, certificates on both sides."""

import contextlib
import hashlib
import multiprocessing
import socket
import threading
from datetime import date, timedelta

import pytest
from tests.koppeling.bouw import persoon
from tests.koppeling.certificaten import certificaten

from koppeling import sleutels
from koppeling.hitnohit import (
    AfspraakFout,
    Huis,
    HuisFout,
    Luisteraar,
    haal_tabel,
    lees_afspraak,
    ontbreekt,
    periode,
    verbinding,
    vraag_op,
)
from koppeling.hitnohit import huis as huis_module
from koppeling.hitnohit.huis import PLAATSEN
from koppeling.hitnohit.versluiering import blinder, lees_sleutel, maal, nieuwe_sleutel, punt, punt_maal
from koppeling.sleutels import VERSIE
from schakel.opdrachten import hoofd

DAG = date(2026, 11, 23)
TEKST = f"""
naam = "Proef Rijndal"
doel = "weten wie te bellen"
grondslag = "WGS"
convenant = "Rijndal 2026"
dpia = "DPIA 4"
advies = "positief"
besluit = "stuurgroep 3"
partners = ["gemeente.test", "zorg.test"]
sleutels = ["datum+achternaam", "datum+voornaam", "naam+jaar", "skelet+jaar", "naam+maanddag"]
sterk = ["telefoon"]
minstens = 2
quotum = 5
geheim = "{"ab" * 32}"
actief_van = 2026-01-01
actief_tot = 2027-01-01
evaluatie_op = 2026-12-31
"""
BEKEND = persoon("z1", naam="Piet Jansen", geboortedatum="12-03-1987", telefoon="0612345678")
ZELFDE = persoon("g1", naam="Janssen, Piet", geboortedatum="1987-03-12")
ANDER = persoon("g2", naam="Maria Popescu", geboortedatum="01-02-1990")


EISEN = (
    "doel", "grondslag", "convenant", "dpia", "advies", "besluit", "evaluatie_op", "actief_van", "actief_tot",
    "geheim", "minstens", "quotum", "sleutels",
)  # fmt: skip


def huis(map, naam, tekst=TEKST, dag=DAG):
    return Huis(
        naam, lees_afspraak(tekst), map / f"{naam}.db", contact=f"meldpunt@{naam}", vandaag=lambda: dag
    )


def proces(map, lijn):
    """The answering house, in a process of its own."""
    luisteraar = Luisteraar(huis(map, "zorg.test"), map / "zorg.test")
    lijn.send(luisteraar.adres)
    luisteraar.luister()


@pytest.fixture
def zorg(tmp_path):
    """Address of the answering house, with one known person."""
    certificaten(tmp_path, "gemeente.test", "zorg.test", "vreemd.test")
    huis(tmp_path, "zorg.test").zet_op([BEKEND])
    spawn = multiprocessing.get_context("spawn")
    hier, daar = spawn.Pipe()
    p = spawn.Process(target=proces, args=(tmp_path, daar), daemon=True)
    p.start()
    assert hier.poll(60)
    yield hier.recv()
    p.terminate()
    p.join(10)


def test_een_treffer_zegt_wie_te_bellen_en_staat_in_beide_journaals(tmp_path, zorg):
    gemeente, plek = huis(tmp_path, "gemeente.test"), tmp_path / "gemeente.test"
    assert haal_tabel(gemeente, plek, zorg) > 5
    antwoord = vraag_op(gemeente, plek, zorg, ZELFDE, zaak="Z1", door="A. Jansen")
    assert (antwoord.treffer, antwoord.contact) == (True, "meldpunt@zorg.test")
    assert vraag_op(gemeente, plek, zorg, ANDER, zaak="Z2", door="A. Jansen").treffer is False
    hun = [(r["wat"], r.get("zaak"), r.get("records")) for r in huis(tmp_path, "zorg.test").journaal()]
    assert hun[-4:] == [
        ("gevraagd", "Z1", None),
        ("gemeld", "Z1", ["z1"]),
        ("gevraagd", "Z2", None),
        ("gemeld", "Z2", []),
    ]
    assert [r["treffer"] for r in gemeente.journaal() if r["wat"] == "vraag gesteld"] == [True, False]


def test_op_de_lijn_staat_niets_te_lezen_en_zijn_treffer_en_geen_treffer_even_lang(tmp_path, zorg):
    gemeente, plek = huis(tmp_path, "gemeente.test"), tmp_path / "gemeente.test"
    haal_tabel(gemeente, plek, zorg)
    lengtes, alles = [], b""
    for over in (ZELFDE, ANDER):
        with socket.create_server(("127.0.0.1", 0)) as tap:
            gezien = {"heen": b"", "terug": b""}

            def door(van, naar, kant, gezien=gezien):
                while deel := van.recv(1 << 16):
                    gezien[kant] += deel
                    naar.sendall(deel)
                with contextlib.suppress(OSError):
                    naar.shutdown(socket.SHUT_WR)

            def tussen(tap=tap, door=door):
                een, _ = tap.accept()
                twee = socket.create_connection(zorg)
                terug = threading.Thread(target=door, args=(twee, een, "terug"))
                terug.start()
                door(een, twee, "heen")
                terug.join(30)
                twee.close()

            draad = threading.Thread(target=tussen)
            draad.start()
            vraag_op(gemeente, plek, tap.getsockname(), over, zaak="Z1", door="A. Jansen")
            draad.join(30)
        lengtes.append({kant: len(b) for kant, b in gezien.items()})
        alles += gezien["heen"] + gezien["terug"]
    assert lengtes[0] == lengtes[1]
    for s in sleutels(BEKEND) | sleutels(ZELFDE):
        for hash_ in (hashlib.sha256, hashlib.md5):
            assert hash_(s.waarde.encode()).digest() not in alles
    assert b"ansen" not in alles
    assert b"1987" not in alles


def test_de_opslag_van_de_vrager_is_zonder_het_antwoordende_huis_niets_waard(tmp_path, zorg):
    gemeente = huis(tmp_path, "gemeente.test")
    haal_tabel(gemeente, tmp_path / "gemeente.test", zorg)
    alles = (tmp_path / "gemeente.test.db").read_bytes()
    geheim = lees_afspraak(TEKST).geheim
    for s in sleutels(BEKEND):
        assert s.waarde.encode() not in alles
        assert punt(s.soort, s.waarde, geheim)[:16] not in alles


def test_twee_huizen_met_andere_sleutelregels_weigeren_elkaar_met_reden(tmp_path, zorg, monkeypatch):
    gemeente = huis(tmp_path, "gemeente.test")
    monkeypatch.setattr(verbinding, "VERSIE", VERSIE + 1)
    with pytest.raises(HuisFout, match=f"regels {VERSIE}.*regels {VERSIE + 1}"):
        haal_tabel(gemeente, tmp_path / "gemeente.test", zorg)


def test_een_vreemde_en_een_huis_zonder_certificaat_worden_niet_bediend(tmp_path, zorg):
    vreemd = huis(tmp_path, "vreemd.test", TEKST.replace("gemeente.test", "vreemd.test"))
    with pytest.raises(HuisFout, match="geen partij"):
        haal_tabel(vreemd, tmp_path / "vreemd.test", zorg)
    (tmp_path / "elders").mkdir()
    certificaten(tmp_path / "elders", "gemeente.test")
    with pytest.raises(HuisFout, match=r"geen verbinding|verbroken"):
        haal_tabel(huis(tmp_path, "gemeente.test"), tmp_path / "elders" / "gemeente.test", zorg)
    with socket.create_connection(zorg) as kaal:
        kaal.sendall(b"GET / HTTP/1.1\r\n\r\n")
    assert haal_tabel(huis(tmp_path, "gemeente.test"), tmp_path / "gemeente.test", zorg)


def test_het_quotum_is_per_partner_per_dag_en_elke_vraag_telt(tmp_path, zorg):
    gemeente, plek = huis(tmp_path, "gemeente.test"), tmp_path / "gemeente.test"
    haal_tabel(gemeente, plek, zorg)
    for i in range(5):
        vraag_op(gemeente, plek, zorg, ANDER, zaak=f"Z{i}", door="A. Jansen")
    with pytest.raises(HuisFout, match="quotum van vandaag is op"):
        vraag_op(gemeente, plek, zorg, ANDER, zaak="Z6", door="A. Jansen")


# --- without a line between them


def vraag(een, ander, over, zaak="Z1"):
    return een.vraag(
        over,
        zaak=zaak,
        door="A",
        evalueer=lambda punten: ander.beantwoord(een.naam, zaak, "A", punten),
        meld=lambda labels: ander.treffer(een.naam, zaak, labels),
    )


@pytest.fixture
def huizen(tmp_path):
    zorg, gemeente = huis(tmp_path, "zorg.test"), huis(tmp_path, "gemeente.test")
    zorg.zet_op([BEKEND, ANDER])
    gemeente.bewaar(zorg.tabel("gemeente.test"))
    return gemeente, zorg


def test_een_zwakke_sleutel_alleen_is_geen_treffer_en_een_sterke_wel(huizen):
    gemeente, zorg = huizen
    assert not vraag(gemeente, zorg, persoon(naam="Els Jansen", geboortedatum="12-03-1987")).treffer
    assert vraag(gemeente, zorg, persoon(naam="Els Bakker", telefoon="+31 6 12345678")).treffer


def test_twee_zwakke_sleutels_van_twee_mensen_zijn_geen_treffer(huizen):
    gemeente, zorg = huizen
    twee = persoon(achternaam=["Jansen", "Popescu"], geboortedatum=["12-03-1987", "01-02-1990"])
    een = persoon(achternaam="Jansen", geboortedatum="12-03-1987")
    assert not vraag(gemeente, zorg, een).treffer
    assert not vraag(gemeente, zorg, twee).treffer


def test_de_afspraak_zegt_hoeveel_zwakke_soorten_samen_een_treffer_zijn(tmp_path):
    streng = TEKST.replace("minstens = 2", "minstens = 4")
    zorg, gemeente = huis(tmp_path, "zorg.test", streng), huis(tmp_path, "gemeente.test", streng)
    zorg.zet_op([BEKEND])
    gemeente.bewaar(zorg.tabel("gemeente.test"))
    assert vraag(gemeente, zorg, ZELFDE).treffer
    assert not vraag(gemeente, zorg, persoon(naam="Piet Jansen", geboortedatum="1987")).treffer


def test_van_wie_meer_sleutels_heeft_dan_er_plaatsen_zijn_gaan_de_sterke_mee(tmp_path):
    """A person with many names has more keys than a question has places; the telephone may not fall off."""
    namen = [f"Piet{i} Jansen{i}" for i in range(12)]
    zorg, gemeente = huis(tmp_path, "zorg.test"), huis(tmp_path, "gemeente.test")
    zorg.zet_op([BEKEND])
    gemeente.bewaar(zorg.tabel("gemeente.test"))
    veel = persoon("g3", naam=namen, geboortedatum="12-03-1987", telefoon="0612345678")
    soorten = {*gemeente.afspraak.sleutels, *gemeente.afspraak.sterk}
    assert sum(s.soort in soorten for s in sleutels(veel)) > PLAATSEN
    antwoord = vraag(gemeente, zorg, veel)
    assert antwoord.treffer


def test_na_de_periode_is_alles_van_ervoor_waardeloos(tmp_path, huizen):
    assert periode(DAG) == periode(date(2026, 12, 31)) == "2026-K4"
    lang = TEKST.replace("evaluatie_op = 2026-12-31", "evaluatie_op = 2027-06-01").replace(
        "2027-01-01", "2027-06-01"
    )
    later_z, later_g = (huis(tmp_path, n, lang, date(2027, 1, 4)) for n in ("zorg.test", "gemeente.test"))
    with pytest.raises(HuisFout, match="nog niets opgezet"):
        vraag(later_g, later_z, ZELFDE)
    later_z.zet_op([BEKEND])
    assert not vraag(later_g, later_z, ZELFDE).treffer  # the old table holds nothing of the new period
    later_g.bewaar(later_z.tabel("gemeente.test"))
    assert vraag(later_g, later_z, ZELFDE).treffer


def test_na_nieuwe_sleutelregels_moet_een_huis_opnieuw_opzetten(huizen, monkeypatch):
    gemeente, zorg = huizen
    assert vraag(gemeente, zorg, ZELFDE).treffer
    monkeypatch.setattr(huis_module, "VERSIE", VERSIE + 1)
    with pytest.raises(HuisFout, match="nog niets opgezet"):
        vraag(gemeente, zorg, ZELFDE)


@pytest.mark.parametrize("regel", EISEN)
def test_zonder_volledige_afspraak_werkt_niets(tmp_path, huizen, regel):
    tekst = "\n".join(r for r in TEKST.splitlines() if not r.startswith(f"{regel} "))
    assert ontbreekt(lees_afspraak(TEKST), DAG) == []
    uit = huis(tmp_path, "zorg.test", tekst)
    for daad in (
        lambda: uit.zet_op([BEKEND]),
        lambda: list(uit.tabel("gemeente.test")),
        lambda: uit.beantwoord("gemeente.test", "Z", "A", []),
        lambda: uit.treffer("gemeente.test", "Z", []),
        lambda: uit.bewaar([]),
        lambda: vraag(uit, uit, ZELFDE),
    ):
        with pytest.raises(HuisFout, match="staat uit"):
            daad()


def test_na_de_evaluatiedatum_staat_het_uit(tmp_path):
    with pytest.raises(HuisFout, match="evaluatiedatum"):
        huis(tmp_path, "zorg.test", dag=date(2027, 1, 1)).zet_op([])


def test_regimes_zijn_niet_te_verbinden(tmp_path, huizen):
    _, zorg = huizen
    (tmp_path / "b").mkdir()
    ander = huis(tmp_path / "b", "zorg.test", TEKST.replace("ab" * 32, "cd" * 32))
    ander.zet_op([BEKEND, ANDER])
    een, twee = (b"".join(h.tabel("gemeente.test")) for h in (zorg, ander))
    labels = [{blok[i : i + 16] for i in range(0, len(blok), 16)} for blok in (een, twee)]
    assert not labels[0] & labels[1]


def test_bsn_onbekende_en_nietszeggende_soorten_staan_in_geen_afspraak():
    for soort in ("bsn", "haarkleur", "postcode"):
        with pytest.raises(AfspraakFout, match=f"'{soort}' bestaat niet of mag niet"):
            lees_afspraak(TEKST.replace('"telefoon"', f'"{soort}"'))
    with pytest.raises(AfspraakFout, match="niet te lezen"):
        lees_afspraak("naam = ")


def test_een_vraag_heeft_altijd_evenveel_punten_en_punten_buiten_de_kromme_worden_geweigerd(huizen):
    _, zorg = huizen
    with pytest.raises(HuisFout, match=f"precies {PLAATSEN}"):
        zorg.beantwoord("gemeente.test", "Z", "A", [b"x" * 32])
    with pytest.raises(HuisFout, match="punt dat niet bestaat"):
        zorg.beantwoord("gemeente.test", "Z", "A", [b"\xff" * 32] * PLAATSEN)


def test_een_veranderd_journaal_wordt_gezien(huizen):
    gemeente, zorg = huizen
    vraag(gemeente, zorg, ZELFDE)
    zorg._db.execute("UPDATE journaal SET regel = replace(regel, 'Z1', 'Z9')")
    with pytest.raises(HuisFout, match="veranderd"):
        zorg.journaal()


def test_een_punt_in_een_keer_vermenigvuldigd_is_het_punt_dat_de_vrager_krijgt():
    sleutel, geheim = lees_sleutel(nieuwe_sleutel()), b"g" * 32
    for waarde in map(str, range(20)):
        assert punt_maal("naam", waarde, geheim, sleutel) == maal(punt("naam", waarde, geheim), sleutel)


def test_blind_vermenigvuldigen_gaat_heen_en_terug():
    sleutel, x = lees_sleutel(nieuwe_sleutel()), punt("telefoon", "+31612345678", b"g" * 32)
    b = blinder()
    assert maal(x, b.heen) != x
    assert maal(maal(maal(x, b.heen), sleutel), b.terug) == maal(x, sleutel)


def test_de_opdrachtregel_zet_op_haalt_en_vraagt(tmp_path, capsys):
    certificaten(tmp_path, "gemeente.test", "zorg.test")
    tot = date.today() + timedelta(days=30)
    afspraak = TEKST.replace("2026-12-31", tot.isoformat()).replace("2027-01-01", tot.isoformat())
    afspraak = afspraak.replace("2026-01-01", (date.today() - timedelta(days=1)).isoformat())
    (tmp_path / "schema.toml").write_text(
        "".join(
            f'[velden.{k}]\ntype = "{t}"\n'
            for k, t in (("nr", "id"), ("naam", "naam"), ("geb", "geboortedatum"))
        )
    )
    (tmp_path / "zorg.csv").write_text("nr,naam,geb\n1,Piet Jansen,12-03-1987\n")
    (tmp_path / "vraag.csv").write_text(
        'nr,naam,geb\n7,"Janssen, Piet",1987-03-12\n8,Maria Popescu,01-02-1990\n'
    )
    schema = ["--schema", str(tmp_path / "schema.toml")]

    def hier(naam, *rest):
        return hoofd(["hitnohit", "--huis", naam, "--map", str(tmp_path / naam), *map(str, rest)])

    (tmp_path / "zorg.test" / "afspraak.toml").write_text(afspraak.replace("stuurgroep 3", ""))
    assert hier("zorg.test", "opzet", tmp_path / "zorg.csv", *schema) == 1
    assert "staat uit. De afspraak mist: een besluit" in capsys.readouterr().err
    for naam in ("gemeente.test", "zorg.test"):
        (tmp_path / naam / "afspraak.toml").write_text(afspraak)
    assert hier("zorg.test", "opzet", tmp_path / "zorg.csv", *schema) == 0

    antwoordend = []

    def luister():
        zorg = Huis(
            "zorg.test",
            lees_afspraak(afspraak),
            tmp_path / "zorg.test" / "huis.db",
            contact="meldpunt",
            vandaag=date.today,
        )
        antwoordend.append(Luisteraar(zorg, tmp_path / "zorg.test"))
        klaar.set()
        antwoordend[0].luister()

    klaar = threading.Event()
    threading.Thread(target=luister, daemon=True).start()
    assert klaar.wait(10)
    adres = "{}:{}".format(*antwoordend[0].adres)
    assert hier("gemeente.test", "haal", "--adres", adres) == 0
    assert (
        hier("gemeente.test", "vraag", tmp_path / "vraag.csv", *schema, "--adres", adres, "--zaak", "Z1") == 0
    )
    assert capsys.readouterr().out.splitlines()[-2:] == ["7: treffer, bel meldpunt", "8: geen treffer"]

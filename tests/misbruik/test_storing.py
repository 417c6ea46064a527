# SPDX-License-Identifier: EUPL-1.2
"""Faults around a running web server: database away, disk full, two people at once, the same form twice."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.huis import STORING, Bezoeker, Huis, formulieren, wacht

pytestmark = pytest.mark.misbruik

AF = "aandachtsfunctionaris@lindemeer"
GETYPT = 'Lange tekst met emoji 🚜, "aanhalingstekens", <b>haken</b> & een\nregel erbij.'
SCHIJF = 320 * 1024 * 1024


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """The database is reached by its URL: nobody but the test starts it again, as with a server elsewhere."""
    huis = Huis(tmp_path_factory.mktemp("huis"), eigen_database=True)
    try:
        huis.richt_in()
        huis.start_web()
        yield huis
    finally:
        huis.ruim_op()


@pytest.fixture(autouse=True)
def _hersteld(huis: Huis) -> None:
    """Each test begins with a database that answers."""
    huis.start_database()
    wacht(lambda: Bezoeker(huis.adres).haal("/gezond").status_code == 200, 30)


class Stroom(threading.Thread):
    """Reports that keep coming by the API; `bevestigd` holds every kenmerk that was acknowledged."""

    def __init__(self, huis: Huis) -> None:
        super().__init__(daemon=True)
        self.huis, self.klaar = huis, threading.Event()
        self.bevestigd: list[str] = []
        self.andere: set[int] = set()

    def run(self) -> None:
        sessie = requests.Session()
        while not self.klaar.is_set():
            inhoud = {"tekst": f"Stroom {len(self.bevestigd)} {GETYPT}"}
            antwoord = sessie.post(f"{self.huis.adres}/api/v1/meldingen", json=inhoud, timeout=60)
            if antwoord.status_code == 201:
                self.bevestigd.append(antwoord.json()["kenmerk"])
            else:
                self.andere.add(antwoord.status_code)
            time.sleep(0.02)

    def __enter__(self) -> "Stroom":
        self.start()
        wacht(lambda: len(self.bevestigd) > 5, 30)
        return self

    def __exit__(self, *_: object) -> None:
        self.klaar.set()
        self.join(60)


def _niets_verloren(huis: Huis, bevestigd: list[str]) -> None:
    opgeslagen = {k for (k,) in huis.sql("SELECT kenmerk FROM melding_melding")}
    assert set(bevestigd) <= opgeslagen
    zonder = """SELECT m.kenmerk FROM melding_melding m
        LEFT JOIN logboek_toegang t ON t.stuk_id = m.stuk_id AND t.handeling = 'schrijven' AND t.soort = 'melding'
        GROUP BY 1 HAVING count(t.volgnr) <> 1 AND max(m.versie) = 1"""
    assert huis.sql(zonder) == []
    assert (
        huis.sql(
            "SELECT id FROM convenant_stuk WHERE soort = 'melding' AND id NOT IN (SELECT stuk_id FROM melding_melding)"
        )
        == []
    )
    assert huis.draai("-m", "schakel", "logboek", "verifieer").startswith("Het logboek klopt")


def _zegt_het(antwoord: requests.Response) -> None:
    assert antwoord.status_code == 503, antwoord.text[:500]
    assert antwoord.headers["Retry-After"]
    assert "De database is even weg" in antwoord.text


def _herzend(bezoeker: Bezoeker, antwoord: requests.Response) -> requests.Response:
    """Press "Verstuur opnieuw" on the page that came instead of an answer."""
    formulier = next(
        f for f in formulieren(antwoord.text) if "tekst" in f.namen or "antwoord-tekst" in f.namen
    )
    return bezoeker.stuur(formulier.doel, formulier.velden)


@pytest.mark.parametrize("hoe", [Huis.stop_database, Huis.dood_database], ids=["gestopt", "kill-9"])
def test_de_database_is_weg_en_komt_terug(huis: Huis, hoe: Callable[[Huis], None]) -> None:
    publiek, collega = huis.bezoeker(), huis.bezoeker(AF)
    assert publiek.haal("/melden").status_code == 200
    sleutel = f"venster-{hoe.__name__}"
    werkers = huis.werkerpids()
    with Stroom(huis) as stroom:
        kop = publiek.haal("/melden")
        velden = _meldvelden(kop.text) | {"tekst": GETYPT, "sleutel": sleutel}
        hoe(huis)
        weg = time.monotonic()
        wacht(lambda: publiek.haal("/melden").status_code == 503, 5)
        _zegt_het(collega.haal("/meldingen"))
        bewaard = publiek.stuur("/melden", velden)
        _zegt_het(bewaard)
        assert GETYPT in formulieren(bewaard.text)[0].velden["tekst"].replace("\r\n", "\n")
        api = requests.post(f"{huis.adres}/api/v1/meldingen", json={"tekst": "x"}, timeout=60)
        assert (api.status_code, api.headers["Content-Type"]) == (503, "application/problem+json")
        assert api.headers["Retry-After"]
        traagste = 0.0
        while time.monotonic() - weg < STORING:
            begin = time.monotonic()
            _zegt_het(collega.haal("/"))
            traagste = max(traagste, time.monotonic() - begin)
            time.sleep(0.5)
        huis.start_database()
        terug = time.monotonic()
        wacht(lambda: publiek.haal("/melden").status_code == 200, 30)
        hersteld = time.monotonic() - terug
        assert collega.haal("/meldingen").status_code == 200
        assert _herzend(publiek, bewaard).status_code == 303
        eerder = len(stroom.bevestigd)
        wacht(lambda: len(stroom.bevestigd) > eerder + 5, 30)
    print(
        f"\ndatabase {STORING:.0f} s weg: traagste foutpagina {traagste:.2f} s, terug na {hersteld:.2f} s, "
        f"{len(stroom.bevestigd)} bevestigde meldingen, andere antwoorden {sorted(stroom.andere)}"
    )
    assert stroom.andere <= {503}
    assert huis.werkerpids() == werkers
    _niets_verloren(huis, stroom.bevestigd)


def test_wat_een_collega_typt_overleeft_de_storing(huis: Huis) -> None:
    adres = _nieuwe_melding(huis)
    collega = huis.bezoeker(AF)
    velden = next(
        f for f in formulieren(collega.haal(adres).text) if f.velden.get("stap") == "antwoord"
    ).velden
    huis.stop_database()
    bewaard = collega.stuur(adres, velden | {"antwoord-tekst": GETYPT})
    _zegt_het(bewaard)
    huis.start_database()
    assert _herzend(collega, bewaard).status_code == 302
    assert "🚜" in collega.haal(adres).text


def test_een_melding_met_200_tekens_in_elke_naam_en_emoji_overleeft_een_storing_tussen_lezen_en_schrijven(
    huis: Huis,
) -> None:
    bezoeker = huis.bezoeker()
    velden = _meldvelden(bezoeker.haal("/melden").text)
    velden |= {"tekst": GETYPT, "wijze": "open", "naam": "é" * 199 + "🧑", "contact": "06-" + "1" * 197}
    huis.dood_database()
    bewaard = bezoeker.stuur("/melden", velden)
    _zegt_het(bewaard)
    terug = {n: w for n, w in formulieren(bewaard.text)[0].velden.items() if n != "csrfmiddlewaretoken"}
    verwacht = {n: w for n, w in velden.items() if n != "csrfmiddlewaretoken"}
    assert {n: w.replace("\r\n", "\n") for n, w in terug.items()} == verwacht
    huis.start_database()
    assert _herzend(bezoeker, bewaard).status_code == 303


# --- two people, twice the same ---------------------------------------------------------------------------------


def _nieuwe_melding(huis: Huis) -> str:
    """Address of a fresh melding of Lindemeer, inside."""
    inhoud = {"tekst": f"Proef {time.monotonic_ns()}", "gemeente": "Lindemeer"}
    kenmerk = requests.post(f"{huis.adres}/api/v1/meldingen", json=inhoud, timeout=60).json()["kenmerk"]
    return f"/meldingen/{huis.sql('SELECT stuk_id FROM melding_melding WHERE kenmerk = %s', kenmerk)[0][0]}"


def _stap(bezoeker: Bezoeker, adres: str, stap: str) -> dict[str, str]:
    return next(f for f in formulieren(bezoeker.haal(adres).text) if f.velden.get("stap") == stap).velden


def test_twee_collegas_tegelijk_aan_een_melding_overschrijven_niets(huis: Huis) -> None:
    adres, paren = _nieuwe_melding(huis), [huis.bezoeker(AF), huis.bezoeker(AF)]
    velden = [
        _stap(b, adres, "afdoen") | {"afdoen-toelichting": f"Toelichting van {nr}."}
        for nr, b in enumerate(paren)
    ]
    with ThreadPoolExecutor(2) as pool:
        antwoorden = list(
            pool.map(lambda i: paren[i].stuur(adres, velden[i] | {"afdoen-reden": "onvoldoende"}), range(2))
        )
    assert sorted(a.status_code for a in antwoorden) == [200, 302]
    tweede = next(i for i, a in enumerate(antwoorden) if a.status_code == 200)
    pagina = unescape(antwoorden[tweede].text)
    assert "Een collega heeft deze melding net gewijzigd" in pagina
    assert f"Toelichting van {1 - tweede}." in pagina, "de tweede ziet wat er veranderde"
    assert f"Toelichting van {tweede}." in pagina, "wat de tweede typte staat er nog"
    assert huis.sql(
        "SELECT count(*) FROM melding_terugkoppeling WHERE melding_id = %s", adres.split("/")[-1]
    ) == [(1,)]


def test_wie_een_oud_venster_opnieuw_verstuurt_overschrijft_niets(huis: Huis) -> None:
    adres, collega = _nieuwe_melding(huis), huis.bezoeker(AF)
    oud = _stap(collega, adres, "afdoen") | {
        "afdoen-reden": "onvoldoende",
        "afdoen-toelichting": "Uit het oude venster.",
    }
    assert collega.stuur(adres, _stap(collega, adres, "opnemen")).status_code == 302
    antwoord = collega.stuur(adres, oud)
    assert antwoord.status_code == 200
    assert "Een collega heeft deze melding net gewijzigd" in antwoord.text
    assert "Uit het oude venster." in antwoord.text
    rij = "SELECT status, versie FROM melding_melding WHERE stuk_id = %s"
    assert huis.sql(rij, adres.split("/")[-1]) == [("in_behandeling", 2)]


def test_dubbelklikken_en_terug_in_de_browser_meldt_een_keer(huis: Huis) -> None:
    bezoeker = huis.bezoeker()
    velden = _meldvelden(bezoeker.haal("/melden").text) | {"tekst": f"Dubbel {time.monotonic_ns()}"}
    aantal = "SELECT count(*) FROM melding_melding"
    begin = huis.sql(aantal)[0][0]
    with ThreadPoolExecutor(8) as pool:
        antwoorden = list(pool.map(lambda _: _verstuur_los(huis, bezoeker, velden), range(8)))
    assert {a.status_code for a in antwoorden} == {303}
    assert bezoeker.stuur("/melden", velden).status_code == 303
    assert huis.sql(aantal)[0][0] == begin + 1


def _meldvelden(pagina: str) -> dict[str, str]:
    """The fields of the form in which a report is written, as the page gives them."""
    return next(f.velden for f in formulieren(pagina) if "tekst" in f.velden)


def _verstuur_los(huis: Huis, bezoeker: Bezoeker, velden: dict[str, str]) -> requests.Response:
    """The same browser in another connection."""
    ander = Bezoeker(huis.adres)
    ander.sessie.cookies.update(bezoeker.sessie.cookies)
    return ander.stuur("/melden", velden)


def test_een_bericht_aan_de_melder_dat_twee_keer_wordt_verstuurd_staat_er_een_keer(huis: Huis) -> None:
    adres, collega = _nieuwe_melding(huis), huis.bezoeker(AF)
    velden = _stap(collega, adres, "antwoord") | {"antwoord-tekst": "Wij hebben nog een vraag."}
    assert [collega.stuur(adres, velden).status_code for _ in range(2)] == [302, 302]
    assert huis.sql("SELECT count(*) FROM melding_bericht WHERE melding_id = %s", adres.split("/")[-1]) == [
        (1,)
    ]


# --- a full disk ----------------------------------------------------------------------------------------------------


@pytest.fixture
def schijfje(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    if os.geteuid() != 0:
        pytest.skip("een eigen kleine schijf aankoppelen kan alleen root")
    schijf = tmp_path / "schijf"
    schijf.mkdir()
    opdracht = ["mount", "-t", "tmpfs", "-o", f"size={SCHIJF},mode=755", "tmpfs", str(schijf)]
    if subprocess.run(opdracht, check=False).returncode:
        pytest.skip("deze machine laat geen schijf aankoppelen")
    try:
        yield schijf
    finally:
        subprocess.run(["umount", "-l", str(schijf)], check=False)


def test_een_volle_schijf_geeft_een_duidelijke_fout_en_niets_half(schijfje: Path) -> None:
    huis = Huis(schijfje / "huis", eigen_database=True)
    try:
        huis.richt_in()
        huis.start_web()
        with Stroom(huis) as stroom:
            _vul(schijfje)
            wacht(lambda: bool(stroom.andere), 120)
            publiek = huis.bezoeker()
            antwoord = _tot_het_misgaat(publiek)
            _zegt_het(antwoord)
            assert GETYPT in formulieren(antwoord.text)[0].velden["tekst"].replace("\r\n", "\n")
            (schijfje / "ballast").unlink()
            huis.start_database()
            wacht(lambda: publiek.haal("/melden").status_code == 200, 60)
            assert _herzend(publiek, antwoord).status_code == 303
            eerder = len(stroom.bevestigd)
            wacht(lambda: len(stroom.bevestigd) > eerder + 5, 30)
        print(f"\nvolle schijf: {len(stroom.bevestigd)} bevestigd, andere antwoorden {sorted(stroom.andere)}")
        assert stroom.andere <= {503}
        _niets_verloren(huis, stroom.bevestigd)
    finally:
        huis.ruim_op()


def _vul(schijf: Path) -> None:
    """Write until nothing fits."""
    blok = b"\0" * 65536
    with (schijf / "ballast").open("wb", buffering=0) as bestand:
        try:
            while True:
                bestand.write(blok)
        except OSError:
            return


def _tot_het_misgaat(bezoeker: Bezoeker) -> requests.Response:
    """Post the public form until it is refused; the token for it may itself come from the error page."""
    einde = time.monotonic() + 60
    velden: dict[str, Any] = {"tekst": GETYPT, "sleutel": "volle-schijf"}
    while time.monotonic() < einde:
        pagina = bezoeker.haal("/melden")
        if (teken := re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', pagina.text)) is not None:
            velden["csrfmiddlewaretoken"] = teken.group(1)
        if "csrfmiddlewaretoken" in velden:
            antwoord = bezoeker.stuur("/melden", velden)
            if antwoord.status_code != 303:
                return antwoord
    raise AssertionError("de schijf werd niet vol")

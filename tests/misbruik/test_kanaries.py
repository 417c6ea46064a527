# SPDX-License-Identifier: EUPL-1.2
"""A thousand anonymous reports full of planted canaries: not one is readable outside its encrypted field.

Searched: every row of every table past the walls, every byte of the data folder (the tables, their indexes and the
write-ahead log), the logs, the temporary folder during and after, and a backup. `KANARIES=50` for a quick look.
"""

import base64
import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from PIL import Image
from psycopg import sql

from tests.huis import Huis, formulieren

pytestmark = pytest.mark.misbruik

MELDINGEN = int(os.environ.get("KANARIES", "1000"))
KANARIES = {
    "tekst": "zkqtekst", "bestandsnaam": "zkqbestand", "exif": "zkqexif", "toestel": "zkqtoestel",
    "verwijzer": "zkqverwijzer", "adres": "203.0.113.77", "koekje": "zkqkoekje", "taal": "zkqtaal",
    "naam": "zkqnaam", "plek": "zkqplek",
}  # fmt: skip
"""Where it was planted → what to look for."""


def _vormen(kanarie: str) -> list[bytes]:
    """As it stands, as hexadecimal, in UTF-16, and as the three ways in which base64 can hold it."""
    ruw = kanarie.encode()
    uit = [ruw, ruw.hex().encode(), kanarie.encode("utf-16-le")]
    for plek in range(3):
        uit.append(base64.b64encode(b"\0" * plek + ruw)[4 if plek else 0 : -4])
    return uit


ZOEK = {naam: _vormen(kanarie) for naam, kanarie in KANARIES.items()}


def hits(inhoud: bytes, waar: str) -> Iterator[str]:
    """Every canary that can be read here."""
    klein = inhoud.lower()
    for naam, vormen in ZOEK.items():
        if any(vorm.lower() in klein for vorm in vormen):
            yield f"{naam} in {waar}"


def in_bestanden(map_: Path) -> list[str]:
    """Canaries in any file below a folder."""
    gevonden = []
    for pad in sorted(map_.rglob("*")):
        if pad.is_file() and not pad.is_symlink():
            try:
                gevonden += hits(pad.read_bytes(), str(pad.relative_to(map_)))
            except FileNotFoundError:  # the server tidies up while we read
                continue
    return gevonden


def in_tabellen(huis: Huis) -> list[str]:
    """Canaries in any row of any table, as the owner sees them: what a dump holds."""
    gevonden = []
    for (tabel,) in huis.sql("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"):
        vraag = sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(tabel)).as_string()
        for (rij,) in huis.sql(vraag):
            gevonden += hits(rij.encode(), tabel)
    return gevonden


def foto() -> bytes:
    exif, uit = Image.Exif(), io.BytesIO()
    exif[0x010F], exif[0x9286] = KANARIES["exif"], KANARIES["exif"] * 3
    Image.new("RGB", (32, 24), "red").save(uit, "JPEG", exif=exif)
    return uit.getvalue()


SPOREN = {
    "User-Agent": KANARIES["toestel"],
    "Referer": f"https://{KANARIES['verwijzer']}.example/",
    "X-Forwarded-For": KANARIES["adres"],
    "Forwarded": f"for={KANARIES['adres']}",
    "X-Real-IP": KANARIES["adres"],
    "Accept-Language": f"nl, {KANARIES['taal']};q=0.1",
    "Cookie": f"volger={KANARIES['koekje']}",
}


def meld(huis: Huis, nr: int) -> None:
    """One report: by the form (every fifth with a photo) or by the API. Its answer must be a receipt."""
    tekst = f"{KANARIES['tekst']} {nr}"
    if nr % 4 == 3:
        inhoud = {"tekst": tekst, "waar": KANARIES["plek"], "wie": f"{KANARIES['naam']} {nr}"}
        antwoord = requests.post(f"{huis.adres}/api/v1/meldingen", json=inhoud, headers=SPOREN, timeout=60)
        assert antwoord.status_code == 201, antwoord.text[:500]
        return
    bezoeker = huis.bezoeker()
    pagina = bezoeker.haal("/melden").text
    velden = next(f for f in formulieren(pagina) if "tekst" in f.namen).velden
    velden |= {"tekst": tekst, "waar": KANARIES["plek"], "wie": f"{KANARIES['naam']} {nr}"}
    mee = {"bijlagen": (f"{KANARIES['bestandsnaam']}.jpg", foto(), "image/jpeg")} if nr % 5 == 0 else None
    koekjes = "; ".join(f"{k}={v}" for k, v in bezoeker.sessie.cookies.items())
    antwoord = requests.post(
        f"{huis.adres}/melden", data=velden, files=mee, timeout=60, allow_redirects=False,
        headers=SPOREN | {"Origin": huis.adres, "Cookie": f"{koekjes}; {SPOREN['Cookie']}"},
    )  # fmt: skip
    assert antwoord.status_code == 303, antwoord.text[:2000]


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[Huis]:
    tijdelijk = tmp_path / "tijdelijk"
    tijdelijk.mkdir()
    huis = Huis(tmp_path / "huis", instellingen={"TMPDIR": str(tijdelijk)})
    try:
        huis.richt_in()
        huis.start_web()
        yield huis
    finally:
        huis.ruim_op()


@pytest.mark.rij("MEL-02")
def test_van_duizend_meldingen_is_buiten_de_eigen_velden_niets_leesbaar(huis: Huis, tmp_path: Path) -> None:
    tijdelijk, klaar, onderweg = tmp_path / "tijdelijk", threading.Event(), list[str]()

    def kijk_mee() -> None:
        while not klaar.wait(0.2):
            onderweg.extend(in_bestanden(tijdelijk))

    wachter = threading.Thread(target=kijk_mee)
    wachter.start()
    try:
        for nr in range(MELDINGEN):
            meld(huis, nr)
    finally:
        klaar.set()
        wachter.join()
    assert huis.sql("SELECT count(*) FROM melding_melding") == [(MELDINGEN,)]
    assert huis.sql("SELECT count(*) FROM melding_bijlage")[0][0] > 0
    assert onderweg == []

    assert in_tabellen(huis) == []
    huis.draai("-m", "schakel", "backup", str(tmp_path / "kopie.backup"))
    huis.stop_web()
    huis.stop_database()  # writes all that was still in memory
    assert in_bestanden(tmp_path) == []
    huis.start_database()
    huis.start_web()

    token = next(t for naam, t in huis.tokens.items() if naam == "ketenregisseur@riec")
    kop = {"Authorization": f"Bearer {token}"}
    rij = requests.get(f"{huis.adres}/api/v1/meldingen", headers=kop, timeout=60).json()["resultaten"][0]
    inhoud = requests.get(f"{huis.adres}/api/v1/meldingen/{rij['id']}", headers=kop, timeout=60).text
    assert KANARIES["tekst"] in inhoud, "in its own field the meldpunt reads it"
    assert in_bestanden(tmp_path) == [], "and reading leaves nothing either"

    huis.sql("CREATE TABLE lek (regel text)")
    huis.sql("INSERT INTO lek VALUES (%s)", f"Mozilla {KANARIES['toestel']}")
    (tijdelijk / "upload").write_bytes(b"x" + KANARIES["exif"].encode())
    assert in_tabellen(huis) == ["toestel in lek"]
    assert "exif in tijdelijk/upload" in in_bestanden(tmp_path), "the search finds what is there"

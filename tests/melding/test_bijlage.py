# SPDX-License-Identifier: EUPL-1.2
"""Photos and documents with a melding: judged by content, without traces, and no typed word lost."""

import io
import socket
import struct
import threading
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.melding.test_publiek import ZEGT, kaart, open_gesprek, zegel
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.melding import queries
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Bijlage, Melding
from schakel.melding.rules.bijlage import BijlageFout, maak_schoon

AF = "aandachtsfunctionaris@lindemeer"
KANARIE = b"KANARIE-52.0907N-IMEI-3534"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def foto(soort: str = "JPEG", **opties: Any) -> bytes:
    """A small picture with a place and a device in its metadata."""
    beeld, uit, exif = Image.new("RGB", (40, 30), "red"), io.BytesIO(), Image.Exif()
    exif[0x010F], exif[0x9286] = KANARIE.decode(), KANARIE.decode()
    beeld.save(uit, soort, **({"exif": exif} if soort in ("JPEG", "PNG", "WEBP") else {}), **opties)
    return uit.getvalue()


def bom(breed: int = 30_000) -> bytes:
    """A PNG of a few hundred kB at most that says it is 900 million pixels."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        som = zlib.crc32(soort + inhoud).to_bytes(4, "big")
        return len(inhoud).to_bytes(4, "big") + soort + inhoud + som

    kop = struct.pack(">IIBBBBB", breed, breed, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + stuk(b"IHDR", kop)
        + stuk(b"IDAT", zlib.compress(bytes(10_000)))
        + stuk(b"IEND", b"")
    )


def zip_bom() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("nul", bytes(10_000_000))
    return uit.getvalue()


def verstuur(client: Client, *bestanden: bytes, **velden: Any) -> Any:
    mee = [SimpleUploadedFile(f"IMG_{nr}.jpg", b, "image/jpeg") for nr, b in enumerate(bestanden)]
    return client.post("/melden", {**ZEGT, **velden, "bijlagen": mee})


def melding_van(regio: Regio, wie: str = "ketenregisseur@riec") -> Melding:
    with als(regio.actor(wie)):
        return queries.lijst(door=regio.actor(wie)).get()


def test_een_foto_komt_mee_zonder_plaats_en_toestel_en_ligt_versleuteld(regio: Regio) -> None:
    buiten = Client()
    code, _ = kaart(buiten, verstuur(buiten, foto() + KANARIE, foto("PNG"), PDF))
    melding = melding_van(regio)
    meldpunt_ = regio.client("ketenregisseur@riec")
    blad = meldpunt_.get(f"/meldingen/{melding.pk}").content.decode()
    assert blad.count("Niet op virussen gecontroleerd") == 3
    with als(regio.actor("ketenregisseur@riec")):
        eerste, _tweede, pdf = queries.bijlagen(melding)
    antwoord = meldpunt_.get(f"/meldingen/{melding.pk}/bijlagen/{eerste.pk}")
    assert Image.open(io.BytesIO(antwoord.content)).size == (40, 30)
    assert not Image.open(io.BytesIO(antwoord.content)).getexif()
    assert KANARIE not in antwoord.content
    assert meldpunt_.get(f"/meldingen/{melding.pk}/bijlagen/{pdf.pk}")["Content-Disposition"].startswith(
        "attachment"
    )
    assert regio.client(AF).get(f"/meldingen/{melding.pk}/bijlagen/{eerste.pk}").status_code == 404
    assert "U stuurde 3" in open_gesprek(Client(), code).content.decode()
    with connection.cursor() as cursor, als(regio.actor("ketenregisseur@riec")):
        cursor.execute("SELECT inhoud64 FROM melding_bijlage")
        assert all(b"%PDF" not in bytes(rij) and b"JVBE" not in bytes(rij) for (rij,) in cursor.fetchall())


def test_in_het_gesprek_kan_later_een_foto_na(regio: Regio) -> None:
    buiten = Client()
    code, _ = kaart(buiten, verstuur(buiten))
    sleutel = zegel(open_gesprek(Client(), code))
    mee = SimpleUploadedFile("x.jpg", foto())
    antwoord = buiten.post("/melden/terug", {"sleutel": sleutel, "tekst": "Kijk maar.", "bijlagen": mee})
    assert "U stuurde 1" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        (zip_bom(), "Dit soort bestand kan niet mee"),
        (bom(), "Deze foto is te groot"),
        (b"MZ\x90\x00" * 50, "Dit soort bestand kan niet mee"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            "Dit soort bestand kan niet mee",
        ),
        (foto()[:300], "niet te lezen"),
        (PDF.replace(b"<<>>", b"<</OpenAction 1 0 R>>"), "Dit PDF-bestand bevat meer"),
        (PDF + zip_bom(), "Dit PDF-bestand bevat meer"),
        (b"", "Het bestand is leeg"),
        (b"\xff\xd8\xff" + b"x" * (11 * 1024 * 1024), "groter dan 10 MB"),
    ],
)
def test_wat_niet_mee_kan_wordt_uitgelegd_en_de_tekst_blijft_staan(
    regio: Regio, bestand: bytes, zin: str
) -> None:
    antwoord = verstuur(Client(), bestand, waar="Achter de kas")
    assert antwoord.status_code == 200
    pagina = antwoord.content.decode()
    assert zin in pagina
    assert ZEGT["tekst"] in pagina
    assert "Achter de kas" in pagina
    with als(regio.actor("ketenregisseur@riec")):
        assert not queries.lijst(door=regio.actor("ketenregisseur@riec")).exists()
        assert not Bijlage.objects.exists()


def test_twee_keer_versturen_bewaart_de_foto_een_keer_en_met_foto_erbij_gaat_niets_verloren(
    regio: Regio,
) -> None:
    buiten = Client()
    for _ in range(2):
        kaart(buiten, verstuur(buiten, foto()))
    with als(regio.actor("ketenregisseur@riec")):
        assert Bijlage.objects.count() == 1


def test_vier_bestanden_is_te_veel(regio: Regio) -> None:
    assert "hooguit drie" in verstuur(Client(), *[foto()] * 4).content.decode()


BEGIN = [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"GIF89a", b"II*\x00", b"RIFF"]


@given(
    st.binary(max_size=400),
    st.sampled_from(BEGIN),
)
def test_elk_bestand_wordt_schoon_of_geweigerd(inhoud: bytes, begin: bytes) -> None:
    try:
        schoon = maak_schoon(begin + inhoud)
    except BijlageFout:
        return
    assert schoon.soort in ("image/jpeg", "application/pdf")


@contextmanager
def scanner(antwoord: bytes) -> Iterator[str]:
    """A clamd that reads one stream and answers this."""
    luister = socket.create_server(("127.0.0.1", 0))

    def draai() -> None:
        while True:
            try:
                lijn, _ = luister.accept()
            except OSError:
                return
            with lijn, lijn.makefile("rb") as stroom:
                assert stroom.read(10) == b"zINSTREAM\0"
                while lengte := int.from_bytes(stroom.read(4), "big"):
                    stroom.read(lengte)
                lijn.sendall(antwoord)

    threading.Thread(target=draai, daemon=True).start()
    yield f"127.0.0.1:{luister.getsockname()[1]}"
    luister.close()


def test_een_scanner_haalt_uit_quarantaine_of_houdt_tegen(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    buiten = Client()
    with scanner(b"stream: Eicar-Test-Signature FOUND\0") as adres:
        monkeypatch.setattr(meldpunt(), "clamd", adres)
        assert "Er zit een virus" in verstuur(buiten, foto()).content.decode()
    with scanner(b"stream: OK\0") as adres:
        monkeypatch.setattr(meldpunt(), "clamd", adres)
        kaart(buiten, verstuur(buiten, foto()))
    with als(regio.actor("ketenregisseur@riec")):
        assert [b.quarantaine for b in Bijlage.objects.all()] == [False]
    monkeypatch.setattr(meldpunt(), "clamd", "127.0.0.1:1")
    kaart(buiten, verstuur(buiten, foto(), tekst="Een andere melding."))
    with als(regio.actor("ketenregisseur@riec")):
        assert sorted(b.quarantaine for b in Bijlage.objects.all()) == [False, True]

# SPDX-License-Identifier: EUPL-1.2
"""The mailbox of the meldpunt, read from an IMAP server on this machine."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import BinaryIO

import pytest
from tests.melding.test_bijlage import foto
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.melding import post, queries
from schakel.melding.instellingen import Postbus
from schakel.melding.models import Melding

REGISSEUR = "ketenregisseur@riec"


def mail(id: str = "<1@voorbeeld.test>", tekst: str = "Bij de kas staan elke nacht busjes.") -> EmailMessage:
    bericht = EmailMessage()
    bericht["Message-ID"], bericht["Subject"] = id, "Zorgen over een kas"
    bericht["From"] = "Sanne Voorbeeld <sanne@voorbeeld.test>"
    bericht.set_content(tekst)
    return bericht


class Server:
    """Speaks as much IMAP as a reader needs: LOGIN, SELECT, UID SEARCH, FETCH and STORE, LOGOUT."""

    def __init__(self, berichten: list[bytes]) -> None:
        self.berichten, self.gelezen = berichten, set[int]()

    def draai(self, luister: socket.socket) -> None:
        while True:
            try:
                lijn, _ = luister.accept()
            except OSError:
                return
            with lijn, lijn.makefile("rwb") as stroom:
                stroom.write(b"* OK klaar\r\n")
                stroom.flush()
                while regel := stroom.readline():
                    merk, opdracht = regel.decode().strip().split(" ", 1)
                    self._antwoord(stroom, opdracht)
                    goed = "NO onbekend" if "fout" in opdracht else "OK gedaan"
                    stroom.write(f"{merk} {goed}\r\n".encode())
                    stroom.flush()

    def _antwoord(self, stroom: BinaryIO, opdracht: str) -> None:
        if opdracht.startswith("CAPABILITY"):
            stroom.write(b"* CAPABILITY IMAP4rev1\r\n")
        elif opdracht.startswith("SELECT"):
            stroom.write(f"* {len(self.berichten)} EXISTS\r\n".encode())
        elif opdracht.startswith("UID SEARCH"):
            nieuw = [str(n) for n in range(1, len(self.berichten) + 1) if n not in self.gelezen]
            stroom.write(f"* SEARCH {' '.join(nieuw)}\r\n".encode())
        elif treffer := re.match(r"UID FETCH (\d+) \(RFC822.SIZE\)", opdracht):
            n = int(treffer[1])
            stroom.write(f"* {n} FETCH (UID {n} RFC822.SIZE {len(self.berichten[n - 1])})\r\n".encode())
        elif treffer := re.match(r"UID FETCH (\d+)", opdracht):
            n, ruw = int(treffer[1]), self.berichten[int(treffer[1]) - 1]
            stroom.write(f"* {n} FETCH (UID {n} BODY[] {{{len(ruw)}}}\r\n".encode() + ruw + b")\r\n")
        elif treffer := re.match(r"UID STORE (\d+)", opdracht):
            self.gelezen.add(int(treffer[1]))


@contextmanager
def postbus(*berichten: EmailMessage | bytes) -> Iterator[tuple[Postbus, Server]]:
    server = Server([b if isinstance(b, bytes) else b.as_bytes() for b in berichten])
    luister = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=server.draai, args=(luister,), daemon=True).start()
    poort = luister.getsockname()[1]
    yield Postbus(host="127.0.0.1", poort=poort, naam="meldpunt", wachtwoord="geheim", tls=False), server
    luister.close()


def meldingen(regio: Regio) -> list[Melding]:
    with als(regio.actor(REGISSEUR)):
        return list(queries.lijst(door=regio.actor(REGISSEUR)).defer(None))


def test_een_mail_wordt_een_melding_met_het_origineel_en_de_foto_erbij(regio: Regio) -> None:
    bericht = mail()
    bericht.add_attachment(foto(), maintype="image", subtype="jpeg", filename="IMG.jpg")
    bericht.add_attachment(b"MZ\x90", maintype="application", subtype="octet-stream", filename="x.exe")
    with postbus(bericht) as (bus, server):
        assert post.haal_op(bus).nieuw == 1
        assert server.gelezen == {1}
    [melding] = meldingen(regio)
    assert (melding.kanaal, melding.wijze, melding.afzender_id) == ("mail", "vertrouwelijk", None)
    blad = regio.client(REGISSEUR).get(f"/meldingen/{melding.pk}").content.decode()
    assert "Bij de kas staan elke nacht busjes." in blad
    assert "sanne@voorbeeld.test" in blad
    assert "1 bijlage(n) staan alleen in het originele bericht" in blad
    with als(regio.actor(REGISSEUR)):
        plaatje, origineel = queries.bijlagen(melding)
    antwoord = regio.client(REGISSEUR).get(f"/meldingen/{melding.pk}/bijlagen/{origineel.pk}")
    assert antwoord.content == bericht.as_bytes()
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert plaatje.is_foto


def test_dezelfde_mail_twee_keer_is_een_melding(regio: Regio) -> None:
    with postbus(mail(), mail(), mail("<2@voorbeeld.test>", "Iets anders.")) as (bus, server):
        assert (v := post.haal_op(bus)).nieuw == 2
        assert v.bekend == 1
        server.gelezen.clear()
        assert post.haal_op(bus).nieuw == 0
    assert len(meldingen(regio)) == 2


@pytest.mark.parametrize(
    "ruw",
    [
        b"", b"\x00\xff\xfe", b"From: x\r\n\r\n" + b"\xff" * 99, b"Content-Type: text/plain; charset=bestaat-niet\r\n\r\nhoi",
        "Subject: مساعدة\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>ساعدوني &amp; snel<script>x</script></p>".encode(),
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n", b"Subject: =?utf-8?b?%%%?=\r\n\r\n",
    ],
)  # fmt: skip
def test_een_vreemde_mail_gaat_niet_verloren_en_breekt_niets(regio: Regio, ruw: bytes) -> None:
    with postbus(ruw, mail()) as (bus, server):
        verslag = post.haal_op(bus)
        assert verslag.nieuw == (2 if ruw else 1)
        assert server.gelezen == {1, 2}


def test_een_te_grote_mail_blijft_ongelezen_en_wordt_genoemd(regio: Regio) -> None:
    with postbus(b"Subject: groot\r\n\r\n" + b"x" * (11 * 1024 * 1024)) as (bus, server):
        assert "groter dan 10 MB" in post.haal_op(bus).overgeslagen[0]
        assert not server.gelezen


def test_een_postbus_die_niet_antwoordt_of_weigert_zegt_waarom(regio: Regio) -> None:
    with pytest.raises(post.PostFout, match="niet te lezen"):
        post.haal_op(Postbus(host="127.0.0.1", poort=1, tls=False))
    with postbus() as (bus, _), pytest.raises(post.PostFout, match="niet te lezen"):
        post.haal_op(bus.model_copy(update={"wachtwoord": "fout"}))
    with pytest.raises(post.PostFout, match="geen partner"):
        post.haal_op(Postbus(host="127.0.0.1", partner="bestaat-niet"))

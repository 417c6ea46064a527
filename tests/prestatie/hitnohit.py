# SPDX-License-Identifier: EUPL-1.2
"""H1: hit/no-hit between two processes over mutual TLS: `./schakel meet hitnohit [--sets MAP] [--records 100000]`.

Quality on FEBRL4 without SSN (`tests.prestatie.koppeling_sets` fetches it): one house holds file A, the other asks
about every record of file B. Time to set up a generated world, time of one question, and everything that crossed the
line, searched for plain values and for hashes that anybody can make.
"""

import argparse
import base64
import hashlib
import multiprocessing
import os
import random
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from koppeling import Entiteit, entiteit, sleutels
from koppeling.hitnohit import Huis, Luisteraar, haal_tabel, lees_afspraak, vraag_op
from tests.koppeling.certificaten import certificaten
from tests.prestatie.koppeling import VELDEN, records
from tests.prestatie.koppeling_sets import FEBRL, WORTEL, haal, nummer
from tests.prestatie.vergelijking import kop, lees_csv, toon

DAG = date(2026, 12, 1)
STERK = [
    "adres",
    "straat+postcode",
    "straat+plaats",
    "datum+achternaam",
    "datum+voornaam",
    "datum+letters",
    "datum+postcode",
    "skelet+jaar",
    "skelet+maanddag",
    "naam+omgeving",
    "voornaam+adres",
]
"""Composite keys of which one is enough: each is a name with a date or an address, or a whole address."""
ZWAK = [
    "datum",
    "letters",
    "maanddag+achternaam",
    "maanddag+postcode",
    "achternaam+postcode",
    "voornaam+postcode",
    "voornaam+begin",
]
"""Of these two kinds must agree on one record."""
AFSPRAAK = f"""
naam = "Meting"
doel = "meten"
grondslag = "verzonnen mensen"
convenant = "geen"
dpia = "geen"
advies = "geen"
besluit = "geen"
partners = ["gemeente.test", "zorg.test"]
sleutels = {ZWAK!r}
sterk = {STERK!r}
minstens = 2
quotum = 1000000
geheim = "{"7c" * 32}"
actief_van = 2026-01-01
actief_tot = 2027-01-01
evaluatie_op = 2026-12-31
""".replace("'", '"')


def huis(map: Path, naam: str) -> Huis:
    return Huis(naam, lees_afspraak(AFSPRAAK), map / f"{naam}.db", contact="meldpunt", vandaag=lambda: DAG)


def luister(map: Path, lijn: Connection) -> None:
    """The answering house, in a process of its own."""
    luisteraar = Luisteraar(huis(map, "zorg.test"), map / "zorg.test")
    lijn.send(luisteraar.adres)
    luisteraar.luister()


@contextmanager
def luisterend(map: Path) -> Iterator[tuple[str, int]]:
    spawn = multiprocessing.get_context("spawn")
    hier, daar = spawn.Pipe()
    proces = spawn.Process(target=luister, args=(map, daar), daemon=True)
    proces.start()
    try:
        yield hier.recv()
    finally:
        proces.terminate()
        proces.join(10)


@contextmanager
def afgetapt(naar: tuple[str, int], gezien: list[bytes]) -> Iterator[tuple[str, int]]:
    """A door to the same house that keeps every byte in either direction."""

    def stroom(van: socket.socket, heen: socket.socket) -> None:
        with suppress(OSError):
            while deel := van.recv(1 << 16):
                gezien.append(deel)
                heen.sendall(deel)
            heen.shutdown(socket.SHUT_WR)

    def neem_aan(tap: socket.socket) -> None:
        with suppress(OSError):
            while True:
                een, _ = tap.accept()
                twee = socket.create_connection(naar)
                for van, heen in ((een, twee), (twee, een)):
                    threading.Thread(target=stroom, args=(van, heen), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as tap:
        threading.Thread(target=neem_aan, args=(tap,), daemon=True).start()
        yield tap.getsockname()[:2]


def verraden(alles: bytes, mensen: list[Entiteit]) -> int:
    """How many values of these people, or hashes of them that need no secret, stand in what was seen."""
    gevonden = 0
    for e in mensen:
        waarden = {w for veld in e.velden.values() for w in veld if len(w) >= 5}
        waarden |= {s.waarde for s in sleutels(e, ruim=True)} | {
            f"{s.soort}{s.waarde}" for s in sleutels(e, ruim=True)
        }
        for waarde in waarden:
            ruw = waarde.encode()
            vormen = [ruw] if len(ruw) >= 5 else []
            for maak in (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512):
                som = maak(ruw)
                vormen += [
                    som.digest()[:16],
                    som.hexdigest()[:32].encode(),
                    base64.b64encode(som.digest())[:20],
                ]
            gevonden += sum(v in alles for v in vormen)
    return gevonden


def kwaliteit(sets: Path, map: Path, vragen: int) -> None:
    typen = {k: t for k, t in FEBRL.items() if t != "bsn"}
    a, b = (
        [
            entiteit(r["id"], "persoon", **{t: r[k] for k, t in typen.items()})
            for r in lees_csv(sets / f"{n}.csv")
        ]
        for n in ("dataset4a", "dataset4b")
    )
    b = random.Random(4).sample(b, min(vragen, len(b)))
    certificaten(map, "gemeente.test", "zorg.test")
    huis(map, "zorg.test").zet_op(a)
    gemeente, plek, duren, gezien = huis(map, "gemeente.test"), map / "gemeente.test", [], []
    with luisterend(map) as adres, afgetapt(adres, gezien) as tap:
        haal_tabel(gemeente, plek, tap)
        treffers = []
        for e in b:
            begin = time.perf_counter()
            treffers.append(vraag_op(gemeente, plek, tap, e, zaak=e.id, door="meting").treffer)
            duren.append((time.perf_counter() - begin) * 1e3)
    per_vraag = {r["zaak"]: r["records"] for r in huis(map, "zorg.test").journaal() if r["wat"] == "gemeld"}
    goed = sum(any(nummer(x) == nummer(e.id) for x in per_vraag[e.id]) for e in b)
    precisie, vangst = goed / max(sum(treffers), 1), goed / len(b)
    toon(
        f"H1 FEBRL4 without SSN, {len(b)} questions: F1 / precision",
        f"{2 * precisie * vangst / (precisie + vangst):.4f} / {precisie:.4f}",
        ">= .98 / >= .998",
    )
    toon(
        "H1 one question, ms: p50 / p95",
        f"{median(duren):.1f} / {sorted(duren)[len(duren) * 95 // 100]:.1f}",
        "<= 50",
    )
    alles = b"".join(gezien)
    toon(
        f"H1 values or bare hashes in a capture of {len(alles) / 1e6:.0f} MB",
        verraden(alles, random.Random(5).sample([*a, *b], 300)),
        "0",
    )


def opzetten(aantal: int, map: Path) -> None:
    mensen = [
        entiteit(r["id"], "persoon", **{v: r[v] for v in VELDEN if r[v]}) for r in records(aantal)[:aantal]
    ]
    begin, cpu = time.perf_counter(), os.times()
    labels = huis(map, "zorg.test").zet_op(mensen)
    duur, na = time.perf_counter() - begin, os.times()
    werk = sum(na[:4]) - sum(cpu[:4])
    toon(
        f"H1 set up of {len(mensen)} records ({labels} labels), s (on processors)",
        f"{duur:.0f} ({werk:.0f}; {werk / labels * 1e6:.0f} µs per label)",
        "<= 150 for 100,000",
    )


def hoofd() -> None:
    keuze = argparse.ArgumentParser(description=__doc__)
    keuze.add_argument(
        "--sets", type=Path, default=WORTEL / ".sets", help="map met (of voor) de sets als CSV"
    )
    keuze.add_argument("--records", type=int, default=100_000)
    keuze.add_argument("--vragen", type=int, default=5_000)
    keuze.add_argument("--deel", choices=["kwaliteit", "opzetten"], action="append")
    args = keuze.parse_args()
    delen = args.deel or ["kwaliteit", "opzetten"]
    kop()
    with tempfile.TemporaryDirectory() as een, tempfile.TemporaryDirectory() as twee:
        if "kwaliteit" in delen:
            haal(args.sets)
            kwaliteit(args.sets, Path(een), args.vragen)
        if "opzetten" in delen:
            opzetten(args.records, Path(twee))


if __name__ == "__main__":
    hoofd()

# SPDX-License-Identifier: EUPL-1.2
"""Lists and detail pages with the region loaded: queries, time, bytes, memory; and how fast the account keeps up.

`python -m tests.prestatie.lijsten [--signalen 10000] [--map MAP] [--keer 30] [--uitleg]`. See README.md beside this.
"""

import argparse
import json
import os
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from tests.huis import Bezoeker, Huis
from tests.prestatie.paginas import BALIE, PAGINAS, Pagina

DOEL_VRAGEN, DOEL_MS, DOEL_MB = 16, 70.0, 200.0
SECONDEN = 10.0
DEMOWACHTWOORD = "rijndal-demonstratie"


def hoofd() -> int:
    """Returns 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signalen", type=int, default=10_000, help="aantal signalen; de rest groeit mee")
    parser.add_argument(
        "--map", type=Path, help="bewaar de gegevens in deze map en gebruik ze een volgende keer"
    )
    parser.add_argument("--keer", type=int, default=30, help="metingen per pagina")
    parser.add_argument(
        "--uitleg", action="store_true", help="toon per pagina de traagste vraag aan de database"
    )
    args = parser.parse_args()
    if args.map:
        return _meet(Huis(args.map), args)
    with tempfile.TemporaryDirectory(prefix="schakel-prestatie-") as map_:
        return _meet(Huis(Path(map_)), args)


def _meet(huis: Huis, args: argparse.Namespace) -> int:
    try:
        huis.start_database()
        if not (huis.map / "gevuld").exists():
            huis.draai("-m", "tests.prestatie.vullen", str(args.signalen))
            (huis.map / "gevuld").touch()
        huis.draai("-m", "schakel", "migrate")
        geteld = json.loads(huis.draai("-m", "tests.prestatie.tellen").splitlines()[-1])
        huis.start_web()
        _toon_omvang(huis)
        gehaald = _lijsten(huis, geteld, args)
        _keten(huis, geteld)
        return 0 if gehaald else 1
    finally:
        huis.ruim_op()


def _toon_omvang(huis: Huis) -> None:
    tabellen = (
        "partner_partner", "signaal_signaal", "convenant_gegeven", "convenant_verstrekking", "convenant_zoekwoord",
        "signaal_koppelsleutel", "melding_melding", "casus_casus",
    )  # fmt: skip
    for tabel in tabellen:
        print(f"{huis.sql(f'SELECT count(*) FROM {tabel}')[0][0]:>9} {tabel}")
    print(f"{os.cpu_count()} kernen, belasting vooraf {os.getloadavg()[0]:.1f}\n")


def _lijsten(huis: Huis, geteld: dict[str, Any], args: argparse.Namespace) -> bool:
    klanten: dict[str, Bezoeker] = {}
    kop = ("pagina", "vragen", "sql ms", "p50 ms", "p95 ms", "cpu ms", "kB")
    print(f"{kop[0]:<38}{''.join(f'{k:>9}' for k in kop[1:])}")
    goed = True
    for pagina in PAGINAS:
        telling = geteld["paginas"][pagina.titel]
        klant = klanten.setdefault(f"{pagina.door} {pagina.api}", _klant(huis, pagina, geteld["tokens"]))
        p50, p95, cpu, kb = _tijden(huis, klant, telling["adres"], args.keer)
        mist = telling["status"] != 200 or telling["vragen"] > DOEL_VRAGEN or p50 > DOEL_MS
        goed &= not (pagina.is_lijst and mist)
        print(f"{pagina.titel:<38}{telling['vragen']:>9}{telling['ms']:>9.0f}{p50:>9.0f}{p95:>9.0f}{cpu:>9.0f}{kb:>9.1f}"
              f"{'  boven het doel' if mist else ''}")  # fmt: skip
        if args.uitleg:
            print(f"    traagste {telling['traagste_ms']} ms: {telling['traagste'][:1500]}")
    mb = _geheugen(huis)
    print(f"\ngeheugen van de werker {mb:.0f} MB (doel {DOEL_MB:.0f}); doelen voor lijsten: "
          f"{DOEL_VRAGEN} vragen, p50 {DOEL_MS:.0f} ms")  # fmt: skip
    return goed and mb <= DOEL_MB


def _klant(huis: Huis, pagina: Pagina, tokens: dict[str, str]) -> Bezoeker:
    klant = Bezoeker(huis.adres)
    if pagina.api:
        klant.sessie.headers["Authorization"] = f"Bearer {tokens[pagina.door]}"
    else:
        velden = {"login": f"{pagina.door}.rijndal.test", "password": DEMOWACHTWOORD}
        assert klant.vul_in("/inloggen", velden).status_code == 302
    return klant


def _tijden(huis: Huis, klant: Bezoeker, adres: str, keer: int) -> tuple[float, float, float, float]:
    """(p50 ms, p95 ms, processor ms of the worker per request, kB on the wire), after three requests to warm up."""
    werkers = [psutil.Process(pid) for pid in huis.werkerpids()]
    for _ in range(3):
        antwoord = klant.haal(adres)
        assert antwoord.status_code == 200, f"{adres}: {antwoord.status_code} {huis.weblog()}"
    vooraf = sum(sum(w.cpu_times()[:2]) for w in werkers)
    duren, bytes_ = [], 0
    for _ in range(keer):
        begin = time.perf_counter()
        antwoord = klant.haal(adres)
        duren.append((time.perf_counter() - begin) * 1000)
        bytes_ = len(antwoord.content)
    cpu = (sum(sum(w.cpu_times()[:2]) for w in werkers) - vooraf) * 1000 / keer
    return statistics.median(duren), sorted(duren)[int(len(duren) * 0.95)], cpu, bytes_ / 1000


def _geheugen(huis: Huis) -> float:
    """Resident memory of the heaviest worker, MB."""
    return max(psutil.Process(pid).memory_info().rss for pid in huis.werkerpids()) / 1e6


def _keten(huis: Huis, geteld: dict[str, Any]) -> None:
    """Reads of personal data, each with its line in the chain: the head is locked at the commit only."""
    adres = geteld["paginas"]["een melding"]["adres"]
    for draden in (1, 4):
        voor = huis.sql("SELECT volgnr FROM logboek_kop")[0][0]
        klaar, aantallen = time.monotonic() + SECONDEN, [0] * draden
        pagina = Pagina("een melding", BALIE, adres)
        klanten = [_klant(huis, pagina, geteld["tokens"]) for _ in range(draden)]

        def lees(
            nr: int, klaar: float = klaar, aantallen: list[int] = aantallen, klanten: Any = klanten
        ) -> None:
            while time.monotonic() < klaar:
                assert klanten[nr].haal(adres).status_code == 200
                aantallen[nr] += 1

        begin = time.monotonic()
        draad = [threading.Thread(target=lees, args=(nr,)) for nr in range(draden)]
        for d in draad:
            d.start()
        for d in draad:
            d.join()
        duur, regels = time.monotonic() - begin, huis.sql("SELECT volgnr FROM logboek_kop")[0][0] - voor
        print(
            f"{draden} draad/draden lezen een melding: {sum(aantallen) / duur:.0f} verzoeken/s, {regels} logregels"
        )
    print(huis.draai("-m", "schakel", "logboek", "verifieer").strip())


if __name__ == "__main__":
    raise SystemExit(hoofd())

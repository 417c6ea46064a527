# SPDX-License-Identifier: EUPL-1.2
"""Figures of the linkage engine, beside Splink in one run: `./schakel meet koppeling [--omvang 10k|100k|1m|10m]`.

People of generated worlds (families, couples, students' houses, barracks), written down once to three times with the
spelling faults of partners; the truth is known. Public sets: `tests.prestatie.koppeling_sets`; hit/no-hit:
`tests.prestatie.hitnohit`. Read ratios, not seconds.
"""

import argparse
import csv
import random
import tempfile
import time
from collections import defaultdict
from datetime import date
from importlib import metadata
from itertools import combinations
from pathlib import Path

import koppeling
from koppeling import (
    Weger,
    basis_van,
    entiteit,
    grenzen,
    profiel,
    sleutels,
    standaardmodel,
    vergelijk,
    zin,
)
from schakel.wereld.genereren import schrijfwijze
from schakel.wereld.genereren.mensen import Bevolking
from schakel.wereld.genereren.plaatsen import gemeenten
from schakel.wereld.genereren.toeval import Toeval
from tests.prestatie.vergelijking import kop, toon

MODEL = standaardmodel()
VELDEN = [
    "voornaam",
    "achternaam",
    "geboortedatum",
    "geslacht",
    "straat",
    "huisnummer",
    "postcode",
    "woonplaats",
    "telefoon",
]
SCHEMA = '[velden.id]\ntype = "id"\n' + "".join(f'[velden.{v}]\ntype = "{v}"\n' for v in VELDEN)
GEVRAAGD = 200
"""Records of which the candidates are laid beside all others."""
PEILDATUM = date(2026, 11, 2)


def records(aantal: int, eerste: int = 0, zaad: int = 7) -> list[dict[str, str]]:
    """About `aantal` records of people numbered from `eerste`; `wie` is the truth, `woont` their true address."""
    bevolking = Bevolking(zaad, max(eerste + aantal, 100_000), gemeenten("regio"), PEILDATUM)
    uit, nummer = [], eerste
    while len(uit) < aantal:
        p, t = bevolking.persoon(nummer), Toeval(zaad, "record", nummer)
        for keer in range(t.kies((1, 1, 2, 2, 3))):
            naam = schrijfwijze.naam(t, p, vaag=False)
            adres = schrijfwijze.adres(t, p.adres) if t.kans(0.8) else {}
            velden = {
                "voornaam": naam.get("voornaam", ""),
                "achternaam": f"{naam.get('tussenvoegsel', '')} {naam.get('achternaam', '')}".strip(),
                "geboortedatum": schrijfwijze.geboortedatum(t, p.geboren) if t.kans(0.85) else "",
                "geslacht": p.geslacht if t.kans(0.9) else "",
                "telefoon": schrijfwijze.telefoon(t, p.telefoon, "om") if t.kans(0.4) else "",
                **{v: adres.get(v, "") for v in ("straat", "huisnummer", "postcode")},
                "woonplaats": adres.get("plaats", ""),
            }
            uit.append({"id": f"r{nummer:07d}-{keer}", "wie": p.id, "woont": str(p.adres), **velden})
        nummer += 1
    return uit


def schrijf_csv(pad: Path, rijen: list[dict[str, str]]) -> Path:
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.DictWriter(bestand, ["id", *VELDEN], extrasaction="ignore")
        schrijver.writeheader()
        schrijver.writerows(rijen)
    return pad


def profielen(rijen: list[dict[str, str]]):
    return [profiel(entiteit(r["id"], "persoon", **{v: r[v] for v in VELDEN if r[v]})) for r in rijen]


def zoeken(omvang: int) -> None:
    """R1, R2, E1 and the speed of the scorer, on one record against a base."""
    rijen = records(omvang)
    basis_p = profielen(rijen)
    basis, plek = basis_van(basis_p, minstens=MODEL.kleinste_basis), defaultdict(list)
    for i, p in enumerate(basis_p):
        for s in sleutels(p):
            plek[s].append(i)
    weger, grens = Weger(MODEL, basis), grenzen(MODEL, doel="veredelen", omvang=len(basis_p))
    gevraagd = random.Random(3).sample(range(len(basis_p)), GEVRAAGD)
    alle = raak = 0
    begin = time.process_time()
    for i in gevraagd:
        goed = {j for j, b in enumerate(basis_p) if j != i and weger(basis_p[i], b) >= 0}
        lijsten = [plek[s] for s in sleutels(basis_p[i]) if len(plek[s]) <= 300]
        alle, raak = alle + len(goed), raak + len(goed & {j for lijst in lijsten for j in lijst})
    per_paar = (time.process_time() - begin) / (GEVRAAGD * len(basis_p)) * 1e6
    toon(
        "R1 candidates found of all pairs with weight >= 0", f"{raak / max(alle, 1):.4f} of {alle}", ">= .98"
    )
    vals = 0
    vreemd = profielen(records(600, eerste=omvang * 2))
    for p in vreemd:
        gezien = {j for s in sleutels(p) if len(plek[s]) <= 300 for j in plek[s]}
        vals += any(weger(p, basis_p[j]) >= grens.mogelijk for j in gezien)
    toon(
        "R2 unknown persons with a false alarm, default band",
        f"{vals / len(vreemd):.4f} of {len(vreemd)}",
        "<= .02",
    )
    paren = [
        (basis_p[a], basis_p[b])
        for lijst in plek.values()
        if len(lijst) < 20
        for a, b in combinations(lijst, 2)
    ][:5000]
    begin = time.process_time()
    for a, b in paren:
        uitkomst = vergelijk(a, b, MODEL, basis=basis)
        zin(uitkomst)
        assert abs(sum(d.bits for d in uitkomst.delen) - uitkomst.bits) < 1e-9
    per_uitleg = (time.process_time() - begin) / len(paren) * 1e3
    toon("E1 explanation, ms per pair", f"{per_uitleg:.3f}", "<= 1")
    lang = time.process_time()
    for a, b in paren:
        vergelijk(a, b, MODEL, basis=basis)
    lang = (time.process_time() - lang) / len(paren) * 1e6
    toon(
        "scorer, µs per pair: Weger / vergelijk", f"{per_paar:.1f} / {lang:.1f} ({lang / per_paar:.1f} x)", ""
    )


def installatie() -> None:
    """I1: bytes on disk of the library and of what it needs without extras."""
    bron = Path(koppeling.__file__).parent
    eigen = sum(f.stat().st_size for f in bron.rglob("*") if f.suffix in (".py", ".toml", ".md"))
    delen = {"koppeling": eigen}
    for naam in ("rapidfuzz", "phonenumbers", "cryptography", "cffi", "pycparser"):
        plekken = [Path(str(f.locate())) for f in metadata.files(naam) or ()]
        delen[naam] = sum(f.stat().st_size for f in plekken if f.is_file() and f.suffix != ".pyc")
    toon(
        "I1 " + ", ".join(f"{n} {b / 1e6:.0f}" for n, b in delen.items()),
        f"{sum(delen.values()) / 1e6:.0f} MB",
        "<= 60 MB",
    )


DELEN = ("zoeken", "batch", "online", "installatie")


def hoofd() -> None:
    keuze = argparse.ArgumentParser(description=__doc__)
    keuze.add_argument(
        "--omvang", type=_omvang, default=10_000, help="records: 10k, 100k, 1m, 10m of een getal"
    )
    keuze.add_argument("--deel", choices=DELEN, action="append", help="alleen dit deel; mag vaker")
    keuze.add_argument(
        "--map", type=Path, help="werk in deze map, en gebruik wat er van een vorige keer staat"
    )
    args = keuze.parse_args()
    delen = args.deel or (DELEN if args.omvang <= 100_000 else ("batch", "online"))
    print(f"{args.omvang} records")
    kop()
    with tempfile.TemporaryDirectory() as tijdelijk:
        plek = args.map or Path(tijdelijk)
        plek.mkdir(parents=True, exist_ok=True)
        if "zoeken" in delen:
            zoeken(args.omvang)
        if "batch" in delen:
            from tests.prestatie.koppelbatch import batch

            batch(args.omvang, plek)
        if "online" in delen:
            from tests.prestatie.koppelonline import online

            online(args.omvang, plek)
        if "installatie" in delen:
            installatie()


def _omvang(tekst: str) -> int:
    """10k, 1m or digits."""
    keer = {"k": 1_000, "m": 1_000_000}.get(tekst[-1:].lower(), 1)
    return int(tekst[:-1] if keer > 1 else tekst) * keer


if __name__ == "__main__":
    hoofd()

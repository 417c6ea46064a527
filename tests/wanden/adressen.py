# SPDX-License-Identifier: EUPL-1.2
"""Every address × method × function: the table in adressen.csv, and what the application really answers.

The table is data that people review: a new address without a row fails the suite, and so does an answer that differs.
`ADRESSEN_SCHRIJVEN=1 ./schakel test tests/wanden/test_adressen.py` renews it. Objects are asked with an id that
does not exist; who may see which object is the oracle's work.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

TABEL = Path(__file__).with_name("adressen.csv")
ROLLEN = (
    "niemand", "aandachtsfunctionaris@lindemeer", "ketenregisseur@riec", "casusdeelnemer@politie", "toezichthouder@nla",
    "regiocoordinator@haven", "zorgdeelnemer@haven", "stuurgroeplid@riec", "privacyfunctionaris@lindemeer",
    "functioneel_beheerder@lindemeer",
)  # fmt: skip
METHODEN = ("GET", "POST")
_VULLING = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "1", "slug": "iets", "str": "iets"}


def adressen(resolver: URLResolver | None = None, voor: str = "") -> Iterator[str]:
    """Every address pattern, as `/signalen/<uuid:id>`."""
    for patroon in (resolver or get_resolver()).url_patterns:
        deel = voor + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            yield from adressen(patroon, deel)
        elif isinstance(patroon, URLPattern):
            yield "/" + deel


def vul(adres: str) -> str:
    """The pattern with an id that does not exist."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda m: _VULLING[m.group(1) or "str"], adres)


def antwoord(client: Client, methode: str, adres: str) -> str:
    """Status of one request; redirects say where to, without the way back."""
    kop: dict[str, Any] = (
        {"content_type": "application/json"} if adres.startswith("/api/") and methode == "POST" else {}
    )
    reactie = getattr(client, methode.lower())(vul(adres), **kop)
    if reactie.status_code in (301, 302):
        return f"{reactie.status_code} {reactie['Location'].split('?')[0]}"
    return str(reactie.status_code)


def lees() -> dict[tuple[str, str], dict[str, str]]:
    """(address, method) → role → expected answer."""
    with TABEL.open(newline="") as bron:
        return {(r.pop("adres"), r.pop("methode")): r for r in csv.DictReader(bron)}


def schrijf(rol: str, werkelijk: dict[tuple[str, str], str]) -> None:
    """Renew the column of one role; rows of addresses that are gone disappear."""
    oud = lees() if TABEL.exists() else {}
    bestaand = {(adres, methode) for adres in adressen() for methode in METHODEN}
    with TABEL.open("w", newline="") as uit:
        schrijver = csv.DictWriter(uit, ["adres", "methode", *ROLLEN], lineterminator="\n")
        schrijver.writeheader()
        for adres, methode in sorted(bestaand):
            rij = {**oud.get((adres, methode), {}), rol: werkelijk.get((adres, methode), "-")}
            schrijver.writerow({"adres": adres, "methode": methode, **rij})

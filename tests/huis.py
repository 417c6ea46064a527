# SPDX-License-Identifier: EUPL-1.2
"""A house of its own for tests from outside: a folder, an embedded PostgreSQL, the real web server.

Nothing is shared with the test process: all goes over HTTP, by signals, or as owner of the tables in SQL.
"""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import requests

from schakel.kern import postgres
from schakel.opdrachten.serve import serveeropdracht

WORTEL = Path(__file__).parents[1]
WACHTWOORD = "een-lang-genoeg-wachtwoord"
STORING = float(os.environ.get("STORING_SECONDEN", "20"))
"""Seconds that the database stays away."""

_INRICHTING = """
import json, sys
from schakel.opdrachten.start import breng_bij
breng_bij(stil=True)
from tests.regio import maak_regio
from schakel.kern import klok
from schakel.toegang.actions import maak_token
from datetime import timedelta
regio = maak_regio()
for bezetting in regio.bezettingen.values():
    bezetting.gebruiker.set_password(sys.argv[1])
    bezetting.gebruiker.save()
tot = klok.vandaag() + timedelta(days=9)
print(json.dumps({
    naam: maak_token(gebruiker=b.gebruiker, bezetting_id=b.pk, omschrijving="proef", verloopt=tot)[1]
    for naam, b in regio.bezettingen.items()
}))
"""


@dataclass
class Huis:
    """`eigen_database`: reached by its URL, as in production, so that nobody but us starts it again.

    `instellingen`: environment variables on top.
    """

    map: Path
    eigen_database: bool = False
    instellingen: dict[str, str] = field(default_factory=dict)
    poort: int = 0
    tokens: dict[str, str] = field(default_factory=dict)
    _web: "subprocess.Popen[bytes] | None" = None

    def __post_init__(self) -> None:
        self.map.mkdir(parents=True, exist_ok=True)
        (self.map / "static").mkdir(exist_ok=True)
        with socket.socket() as proef:
            proef.bind(("127.0.0.1", 0))
            self.poort = proef.getsockname()[1]

    # --- the two servers ------------------------------------------------------------------------------------

    @property
    def pg(self) -> Path:
        return self.map / "pg"

    @property
    def omgeving(self) -> dict[str, str]:
        """The environment of everything that runs in this house."""
        schoon = {n: w for n, w in os.environ.items() if not n.startswith(("SCHAKEL_", "DJANGO_", "PYTEST_"))}
        schoon |= {
            "PYTHONPATH": f"{WORTEL / 'src'}{os.pathsep}{WORTEL}",
            "DJANGO_SETTINGS_MODULE": "schakel.config",
            "SCHAKEL_OMGEVING": "test",
            "SCHAKEL_MAP": str(self.map),
            "SCHAKEL_MFA_VERPLICHT": "false",
            "SCHAKEL_GEHEIM": "van-dit-huis-alleen-0123456789-abcdefghijklmnopqrstuvwxyz",
        }
        schoon |= self.instellingen
        if self.eigen_database:
            schoon["SCHAKEL_DATABASE_URL"] = (
                f"postgresql:///schakel?host={quote(self.server().dsn('', '')['host'], safe='')}"
            )
        return schoon

    def server(self) -> postgres.Server:
        """How the database is reached; starts nothing."""
        return postgres.Server(self.pg, self.pg / "socket")

    def start_database(self) -> None:
        postgres.maak_database(postgres.start(self.pg), "schakel")

    def stop_database(self) -> None:
        postgres.stop(self.server())

    def dood_database(self) -> None:
        """`kill -9` of the postmaster."""
        with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError, IndexError):
            os.kill(int((self.pg / "pg/postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def start_web(self, werkers: int = 1) -> None:
        """The web server as in `./schakel serve`; returns when it answers."""
        with (self.map / "web.log").open("ab") as log:
            self._web = subprocess.Popen(
                serveeropdracht("127.0.0.1", self.poort, werkers),
                env=self.omgeving, cwd=WORTEL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        wacht(lambda: self._web is None or self._web.poll() is not None or self._luistert(), 60)
        assert self._web is not None
        assert self._web.poll() is None, self.weblog()

    def _luistert(self) -> bool:
        with contextlib.suppress(requests.RequestException):
            return requests.get(f"{self.adres}/melden", timeout=5).status_code < 600
        return False

    def stop_web(self, signaal: int = signal.SIGTERM) -> None:
        """Signal the whole process group; SIGKILL is `kill -9`."""
        if self._web is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._web.pid, signaal)
            self._web.wait(30)
            self._web = None

    def weblog(self) -> str:
        return (self.map / "web.log").read_text(errors="replace")[-3000:]

    def werkerpids(self) -> list[int]:
        """The worker processes of the web server."""
        import psutil

        assert self._web is not None
        return [p.pid for p in psutil.Process(self._web.pid).children(recursive=True)]

    # --- furnishing -----------------------------------------------------------------------------------------

    def richt_in(self) -> None:
        """Migrate, and load the small region of `tests.regio` with passwords and tokens."""
        self.start_database()
        uit = self.draai("-c", _INRICHTING, WACHTWOORD)
        self.tokens = json.loads(uit.splitlines()[-1])

    def draai(self, *argumenten: str) -> str:
        """Run Python in this house; its standard output."""
        klaar = subprocess.run(
            [sys.executable, *argumenten],
            env=self.omgeving,
            cwd=WORTEL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert klaar.returncode == 0, klaar.stderr[-3000:] + klaar.stdout[-500:]
        return klaar.stdout

    def ruim_op(self) -> None:
        self.stop_web(signal.SIGKILL)
        if (self.pg / "pg").exists():
            self.stop_database()

    def sql(self, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        """One question as owner of the tables."""
        with psycopg.connect(
            **self.server().dsn(postgres.EIGENAAR, "schakel"), autocommit=True
        ) as verbinding:  # type: ignore[arg-type]
            antwoord = verbinding.execute(vraag, waarden or None)  # type: ignore[call-overload]
            return antwoord.fetchall() if antwoord.description else []

    # --- visitors -------------------------------------------------------------------------------------------

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def bezoeker(self, wie: str = "") -> "Bezoeker":
        """A browser without script; with `wie` (`functie@partner`) logged in by password."""
        bezoeker = Bezoeker(self.adres)
        if wie:
            login = f"{wie}.rijndal.test"
            antwoord = bezoeker.vul_in("/inloggen", {"login": login, "password": WACHTWOORD})
            assert antwoord.status_code == 302, antwoord.text[:2000]
        return bezoeker


class Bezoeker:
    """A session of requests that fills in forms as a browser does, and follows nothing by itself."""

    def __init__(self, adres: str) -> None:
        self.adres, self.sessie = adres, requests.Session()

    def haal(self, pad: str, **kop: str) -> requests.Response:
        return self.sessie.get(self.adres + pad, headers=kop, timeout=60, allow_redirects=False)

    def stuur(
        self, pad: str, velden: dict[str, Any] | list[tuple[str, str]], **kop: str
    ) -> requests.Response:
        kop = {"Origin": self.adres, "Referer": self.adres + pad, **kop}
        return self.sessie.post(self.adres + pad, data=velden, headers=kop, timeout=60, allow_redirects=False)

    def vul_in(self, pad: str, velden: dict[str, Any]) -> requests.Response:
        """Fetch the page, fill in its first form with a field of each name, send it to where it leads."""
        formulier = formulieren(self.haal(pad).text)
        gekozen = next((f for f in formulier if set(velden) <= set(f.namen)), formulier[-1])
        return self.stuur(gekozen.doel or pad, gekozen.velden | velden)


@dataclass(frozen=True)
class Formulier:
    """A form as found in a page: where it leads, what it would send as it stands, every name it knows."""

    doel: str
    methode: str
    velden: dict[str, str]
    namen: tuple[str, ...]


def formulieren(pagina: str) -> list[Formulier]:
    """Every form of a page."""
    return [
        _formulier(m.group(1), m.group(2)) for m in re.finditer(r"<form\b([^>]*)>(.*?)</form>", pagina, re.S)
    ]


def _formulier(kop: str, inhoud: str) -> Formulier:
    velden: dict[str, str] = {}
    namen: list[str] = []
    for soort, attributen, binnen in re.findall(
        r"<(input|textarea|select|button)\b([^>]*)>(?:(.*?)</\1>)?", inhoud, re.S
    ):
        naam = _attribuut(attributen, "name")
        if not naam:
            continue
        namen.append(naam)
        type_ = _attribuut(attributen, "type") or "text"
        if soort == "textarea":
            velden[naam] = unescape(binnen.removeprefix("\n"))
        elif soort == "select":
            gekozen = re.search(r'<option\b[^>]*value="([^"]*)"[^>]*\bselected', binnen)
            velden[naam] = unescape(gekozen.group(1)) if gekozen else ""
        elif soort == "input" and (
            type_ not in ("radio", "checkbox", "file", "submit") or "checked" in attributen
        ):
            velden[naam] = _attribuut(attributen, "value")
    return Formulier(
        _attribuut(kop, "action"),
        (_attribuut(kop, "method") or "get").lower(),
        velden,
        tuple(dict.fromkeys(namen)),
    )


def _attribuut(attributen: str, naam: str) -> str:
    gevonden = re.search(rf'\b{naam}="([^"]*)"', attributen)
    return unescape(gevonden.group(1)) if gevonden else ""


def wacht(klaar: Any, geduld: float, stap: float = 0.05) -> None:
    """Ask until the answer is yes; AssertionError when patience (seconds) is over."""
    einde = time.monotonic() + geduld
    while not klaar():
        assert time.monotonic() < einde, f"duurde langer dan {geduld} s"
        time.sleep(stap)

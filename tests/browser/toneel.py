# SPDX-License-Identifier: EUPL-1.2
"""A fresh demo, a Chromium, and colleagues who log in: for the browser tests and for `tools/beelden.py`."""

import fcntl
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VLAGGEN = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip
GEDULD = 60_000
"""Milliseconds that a page may take on a machine that has other work; speed is measured in tests/prestatie."""


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _wacht(adres: str, kind: "subprocess.Popen[str]", seconden: int = 300) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if kind.poll() is not None:
            raise RuntimeError(f"de demo stopte: {kind.stdout.read() if kind.stdout else ''}")
        try:
            urllib.request.urlopen(f"{adres}/gezond", timeout=1)
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise RuntimeError("de demo start niet op tijd")


@contextmanager
def demo(map: Path) -> Iterator[str]:
    """Address of a demo in this directory, filled when it is empty, on a free port; stopped at the end."""
    poort = _vrije_poort()
    omgeving = {n: w for n, w in os.environ.items() if not n.startswith("SCHAKEL_")}
    kind = subprocess.Popen(
        [sys.executable, "-m", "schakel", "demo", "--map", str(map), "--poort", str(poort)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=WORTEL,
        env={**omgeving, "PYTHONPATH": str(WORTEL / "src")},
    )  # fmt: skip
    try:
        _wacht(f"http://127.0.0.1:{poort}", kind)
        yield f"http://127.0.0.1:{poort}"
    finally:
        kind.send_signal(signal.SIGINT)
        try:
            kind.wait(30)
        except subprocess.TimeoutExpired:
            kind.kill()


@contextmanager
def verse_demo(werk: Path) -> Iterator[str]:
    """Address of a demo in which nobody has worked yet: a copy of one that `werk` keeps per state of the source and day."""
    som = hashlib.sha256(str(date.today()).encode())
    for pad in sorted(
        p for p in (WORTEL / "src").rglob("*.*") if p.suffix in (".py", ".sql", ".csv", ".json")
    ):
        som.update(pad.read_bytes())
    voorbeeld = werk / f"demo-{som.hexdigest()[:12]}"
    with (werk / "demo.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not (voorbeeld / "klaar").exists():
            for oud in werk.glob("demo-*"):
                shutil.rmtree(oud)
            with demo(voorbeeld):
                pass
            (voorbeeld / "klaar").touch()
        map = Path(tempfile.mkdtemp(prefix="kopie-", dir=werk))
        map.chmod(0o755)
        subprocess.run(["cp", "-a", f"{voorbeeld}/.", str(map)], check=True)
    try:
        with demo(map) as adres:
            yield adres
    finally:
        shutil.rmtree(map, ignore_errors=True)


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser of the machine."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=GEDULD)
    vlaggen = [*VLAGGEN, *(["--no-sandbox"] if os.getuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=vlaggen)
        yield browser
        browser.close()


@contextmanager
def toneel(browser: Any, adres: str) -> Iterator[Callable[..., Any]]:
    """`open_als("ketenregisseur@rijnhaven")` gives a page of that colleague, `open_als()` one of a passer-by."""
    from schakel.wereld.rijndal.partners import WACHTWOORD

    contexten = []

    def open_als(login: str = "", breed: int = 1280, hoog: int = 900, **meer: Any) -> Any:
        grootte = {"width": breed, "height": hoog}
        context = browser.new_context(base_url=adres, viewport=grootte, locale="nl-NL", **meer)
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(GEDULD)
        if login:
            pagina.goto("/inloggen")
            pagina.get_by_label("Gebruikersnaam").fill(f"{login}.rijndal.test")
            pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
            pagina.get_by_role("button", name="Inloggen", exact=True).click()
            pagina.wait_for_url(f"{adres}/")
        return pagina

    yield open_als
    for context in contexten:
        context.close()

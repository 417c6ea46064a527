# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium against a real demo server, started as the README says, on a free port and a directory of its own."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

WORTEL = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VLAGGEN = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped with the one command that installs it."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="geen Chromium; installeer met: apt-get install chromium"))


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _wacht(adres: str, kind: "subprocess.Popen[str]", seconden: int = 120) -> None:
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


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running demo. `SCHAKEL_DEMO_ADRES` uses one that runs already (it must be fresh)."""
    if adres := os.environ.get("SCHAKEL_DEMO_ADRES"):
        yield adres
        return
    map, poort = tmp_path_factory.mktemp("demo"), _vrije_poort()
    omgeving = {n: w for n, w in os.environ.items() if not n.startswith("SCHAKEL_") or n == "SCHAKEL_VENV"}
    kind = subprocess.Popen(
        [str(WORTEL / "schakel"), "demo", "--map", str(map), "--poort", str(poort)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=omgeving, cwd=WORTEL,
    )  # fmt: skip
    try:
        _wacht(f"http://127.0.0.1:{poort}", kind)
        yield f"http://127.0.0.1:{poort}"
    finally:
        kind.send_signal(signal.SIGINT)
        try:
            kind.wait(20)
        except subprocess.TimeoutExpired:
            kind.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    vlaggen = [*VLAGGEN, *(["--no-sandbox"] if os.getuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=vlaggen)
        yield browser
        browser.close()


@pytest.fixture
def iemand(demo: str, chromium: Any) -> Iterator[Any]:
    """`iemand("ketenregisseur@rijnhaven")` gives a page logged in as that function; `iemand()` an anonymous one."""
    from schakel.wereld.laden.basis import WACHTWOORD

    contexten = []

    def open_als(login: str = "", breed: int = 1280, hoog: int = 900, **meer: Any) -> Any:
        context = chromium.new_context(base_url=demo, viewport={"width": breed, "height": hoog}, locale="nl-NL", **meer)
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(15000)
        if login:
            pagina.goto("/inloggen")
            pagina.get_by_label("Gebruikersnaam").fill(f"{login}.rijndal.test")
            pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
            pagina.get_by_role("button", name="Inloggen", exact=True).click()
            pagina.wait_for_url(f"{demo}/")
        return pagina

    yield open_als
    for context in contexten:
        context.close()

# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium against a real demo server: one of each for all tests of this folder."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from tests.browser import toneel
from tests.omgeving import WERK

GEEN_CHROMIUM = (
    "De browsertests zijn overgeslagen: er is geen Chromium. Installeer het met: apt-get install chromium"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped; the summary says so, with the one command that installs it."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if toneel.CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=GEEN_CHROMIUM))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    redenen = [
        str(r.longrepr[2]) for r in terminalreporter.stats.get("skipped", []) if isinstance(r.longrepr, tuple)
    ]
    if any(GEEN_CHROMIUM in reden for reden in redenen):
        terminalreporter.write_line(GEEN_CHROMIUM)


@pytest.fixture(scope="session")
def demo() -> Iterator[str]:
    """Address of a demo that tests share. `SCHAKEL_DEMO_ADRES` uses one that runs already."""
    if adres := os.environ.get("SCHAKEL_DEMO_ADRES"):
        yield adres
        return
    with toneel.verse_demo(WERK) as adres:
        yield adres


@pytest.fixture
def verse_demo() -> Iterator[str]:
    """Address of a demo for one test, in which nobody has worked yet."""
    with toneel.verse_demo(WERK) as adres:
        yield adres


@pytest.fixture
def iemand(demo: str, chromium: Any) -> Iterator[Any]:
    """`iemand("ketenregisseur@rijnhaven")` gives a page logged in as that function; `iemand()` an anonymous one."""
    with toneel.toneel(chromium, demo) as open_als:
        yield open_als


@pytest.fixture
def iemand_op(chromium: Any) -> Iterator[Any]:
    """`iemand_op(address)` gives `iemand` for the demo under another name."""
    with ExitStack() as stapel:
        yield lambda adres: stapel.enter_context(toneel.toneel(chromium, adres))


@pytest.fixture
def iemand_vers(verse_demo: str, chromium: Any) -> Iterator[Any]:
    """As `iemand`, in a demo of its own."""
    with toneel.toneel(chromium, verse_demo) as open_als:
        yield open_als

# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium against a real demo server: one of each for all tests of this folder."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser import toneel


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped with the one command that installs it."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if toneel.CHROMIUM is None:
                item.add_marker(
                    pytest.mark.skip(reason="geen Chromium; installeer met: apt-get install chromium")
                )


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running demo. `SCHAKEL_DEMO_ADRES` uses one that runs already (it must be fresh)."""
    if adres := os.environ.get("SCHAKEL_DEMO_ADRES"):
        yield adres
        return
    with toneel.demo(tmp_path_factory.mktemp("demo")) as adres:
        yield adres


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    with toneel.chromium() as browser:
        yield browser


@pytest.fixture
def iemand(demo: str, chromium: Any) -> Iterator[Any]:
    """`iemand("ketenregisseur@rijnhaven")` gives a page logged in as that function; `iemand()` an anonymous one."""
    with toneel.toneel(chromium, demo) as open_als:
        yield open_als

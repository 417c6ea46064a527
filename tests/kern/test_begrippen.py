# SPDX-License-Identifier: EUPL-1.2
"""Every noun of the code stands in the glossary."""

from pathlib import Path

from django.apps import apps

BEGRIPPEN = Path(__file__).resolve().parents[2] / "docs/begrippen.md"


def test_elk_model_staat_in_de_begrippenlijst() -> None:
    tekst = BEGRIPPEN.read_text()
    modellen = [m for m in apps.get_models() if m.__module__.startswith("schakel.")]
    ontbreekt = sorted(
        f"{m._meta.app_label}.{m.__name__}" for m in modellen if f"**{m.__name__}**" not in tekst
    )
    assert ontbreekt == []

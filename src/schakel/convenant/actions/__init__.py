# SPDX-License-Identifier: EUPL-1.2
"""The verbs of this room. Each writes its rows and its log lines together, under the rule."""

from schakel.convenant.actions.delen import NietToegestaan, bevestig, deel, trek_in
from schakel.convenant.actions.stukken import (
    NieuwGegeven,
    lees_gegevens,
    logregels,
    maak_betrokken,
    maak_stuk,
    persoonswoorden,
    voeg_gegevens_toe,
    zoekwoorden,
)

__all__ = [
    "NietToegestaan", "NieuwGegeven", "bevestig", "deel", "lees_gegevens", "logregels", "maak_betrokken", "maak_stuk",
    "persoonswoorden", "trek_in", "voeg_gegevens_toe", "zoekwoorden",
]  # fmt: skip

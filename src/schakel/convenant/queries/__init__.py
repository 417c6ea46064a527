# SPDX-License-Identifier: EUPL-1.2
"""The readers of this room: the visible set (shape 2 of the rule), acts of sharing, agreements."""

from schakel.convenant.queries.afspraken import bewaartermijnen, grondslagen
from schakel.convenant.queries.delen import gedeeld_met, gronden, verstrekkingen, versies, verzoek
from schakel.convenant.queries.magdit import MagDit, mag_dit, toestemmingen
from schakel.convenant.queries.zichtbaar import gegevens_van, laad, stuk, zichtbaar

__all__ = [
    "MagDit", "bewaartermijnen", "gedeeld_met", "gegevens_van", "grondslagen", "gronden", "laad", "mag_dit", "stuk",
    "toestemmingen", "verstrekkingen", "versies", "verzoek", "zichtbaar",
]  # fmt: skip

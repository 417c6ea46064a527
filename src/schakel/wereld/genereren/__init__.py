# SPDX-License-Identifier: EUPL-1.2
"""Makes fictional worlds: `maak_wereld(zaad, omvang)`. Pure; same seed, same bytes, everywhere."""

from schakel.wereld.genereren.wereld import PEILDATUM, Feit, Wereld, maak_wereld

__all__ = ["PEILDATUM", "Feit", "Wereld", "maak_wereld"]

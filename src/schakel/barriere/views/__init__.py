# SPDX-License-Identifier: EUPL-1.2
"""The pages of the barrier model."""

from schakel.barriere.views.modellen import LEZERS, barrieres, beeld, nieuw, samenstelling, vergelijken
from schakel.barriere.views.plekken import plek, plek_nieuw, plekken

__all__ = [
    "LEZERS",
    "barrieres",
    "beeld",
    "nieuw",
    "plek",
    "plek_nieuw",
    "plekken",
    "samenstelling",
    "vergelijken",
]

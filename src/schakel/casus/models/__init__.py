# SPDX-License-Identifier: EUPL-1.2
"""The tables of a case: the case itself with what is written in it, and what is offered to the weegploeg."""

from schakel.casus.models.casus import (
    DELEN,
    Casus,
    CasusSignaal,
    Dossierstuk,
    Evaluatie,
    Interventie,
    Stap,
    Weging,
)
from schakel.casus.models.preweging import Preweegdocument

__all__ = [
    "DELEN",
    "Casus",
    "CasusSignaal",
    "Dossierstuk",
    "Evaluatie",
    "Interventie",
    "Preweegdocument",
    "Stap",
    "Weging",
]

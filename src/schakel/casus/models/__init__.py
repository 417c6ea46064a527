# SPDX-License-Identifier: EUPL-1.2
"""The tables of a case: the case itself with what is written in it, and what is offered to the weegploeg."""

from schakel.casus.models.actiedag import Actiedag, Actierol, Zorgmelding
from schakel.casus.models.casus import (
    DELEN,
    Casus,
    CasusSignaal,
    Casustype,
    Dossierstuk,
    Evaluatie,
    Interventie,
    Stap,
    Weging,
)
from schakel.casus.models.dubbelrol import Dubbelrol
from schakel.casus.models.overdracht import Casusoverdracht
from schakel.casus.models.preweging import Preweegdocument
from schakel.casus.models.straf import Strafstap

__all__ = [
    "DELEN",
    "Actiedag",
    "Actierol",
    "Casus",
    "CasusSignaal",
    "Casusoverdracht",
    "Casustype",
    "Dossierstuk",
    "Dubbelrol",
    "Evaluatie",
    "Interventie",
    "Preweegdocument",
    "Stap",
    "Strafstap",
    "Weging",
    "Zorgmelding",
]

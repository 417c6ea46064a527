# SPDX-License-Identifier: EUPL-1.2
"""The pages of a case: the list, a new one, the case on one page, and one page per verb."""

from schakel.casus.views.casus import casus, casussen, nieuw
from schakel.casus.views.daad import daad, interventie_daad, terugkoppelen
from schakel.casus.views.preweging import preweegdocument, preweegdocumenten

__all__ = [
    "casus",
    "casussen",
    "daad",
    "interventie_daad",
    "nieuw",
    "preweegdocument",
    "preweegdocumenten",
    "terugkoppelen",
]

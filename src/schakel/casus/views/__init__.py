# SPDX-License-Identifier: EUPL-1.2
"""The pages of a case: the list, a new one, the case on one page, and one page per verb."""

from schakel.casus.views.actiedag import actiedag, actiedag_stap, actierol_stap, zorgmelding
from schakel.casus.views.bestand import dossierbestand, preweegbestand
from schakel.casus.views.casus import casus, casussen, nieuw
from schakel.casus.views.daad import daad, interventie_daad, terugkoppelen
from schakel.casus.views.preweging import preweegdocument, preweegdocumenten
from schakel.casus.views.verder import boetes, casustypen, overdracht, strafcijfers

__all__ = [
    "actiedag",
    "actiedag_stap",
    "actierol_stap",
    "boetes",
    "casus",
    "casussen",
    "casustypen",
    "daad",
    "dossierbestand",
    "interventie_daad",
    "nieuw",
    "overdracht",
    "preweegbestand",
    "preweegdocument",
    "preweegdocumenten",
    "strafcijfers",
    "terugkoppelen",
    "zorgmelding",
]

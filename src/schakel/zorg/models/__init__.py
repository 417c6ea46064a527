# SPDX-License-Identifier: EUPL-1.2
"""The tables of the zorgketen. Headers hold no names and no words of a client; those are `Gegeven` rows."""

from schakel.zorg.models.aanbod import (
    Financiering,
    Ligging,
    Opvangadres,
    Plaatsing,
    Plek,
    Weigering,
    Zorgaanbod,
    Zorgvraag,
)
from schakel.zorg.models.actie import Actiebericht
from schakel.zorg.models.delen import Comelding, Doorgifte
from schakel.zorg.models.overleg import Bespreekpunt, Inbreng, Overlegsignaal, Zorgbespreking
from schakel.zorg.models.traject import Fasestap, Groep, Zorgtraject
from schakel.zorg.models.verblijf import Termijn, Verblijfsstap
from schakel.zorg.models.verder import Mijlpaal, Overdracht, Veldcontact

__all__ = [
    "Actiebericht",
    "Bespreekpunt",
    "Comelding",
    "Doorgifte",
    "Fasestap",
    "Financiering",
    "Groep",
    "Inbreng",
    "Ligging",
    "Mijlpaal",
    "Opvangadres",
    "Overdracht",
    "Overlegsignaal",
    "Plaatsing",
    "Plek",
    "Termijn",
    "Veldcontact",
    "Verblijfsstap",
    "Weigering",
    "Zorgaanbod",
    "Zorgbespreking",
    "Zorgtraject",
    "Zorgvraag",
]

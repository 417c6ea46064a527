# SPDX-License-Identifier: EUPL-1.2
"""The tables of the zorgketen. Headers hold no names and no words of a client; those are `Gegeven` rows."""

from schakel.zorg.models.traject import Fasestap, Groep, Zorgtraject
from schakel.zorg.models.verblijf import Termijn, Verblijfsstap

__all__ = ["Fasestap", "Groep", "Termijn", "Verblijfsstap", "Zorgtraject"]

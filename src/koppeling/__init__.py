# SPDX-License-Identifier: EUPL-1.2
"""Bring together fragmentary records of persons, addresses, companies, telephones, vehicles and accounts.

>>> from koppeling import entiteit, vergelijk, zin
>>> a = entiteit("1", "persoon", naam="Piet Jansen", geboortedatum="12-03-1987")
>>> b = entiteit("2", "persoon", naam="Janssen, Piet", geboortedatum="1987-03-12")
>>> vergelijk(a, b).band
'mogelijk'

Pure functions over values: no database, no files but the model, no clock, no state, no permissions.
"""

from koppeling.basis import Basis, basis_van
from koppeling.clusters import Besluit, Cluster, Indeling, groepeer, harde_tegenspraak
from koppeling.entiteit import SOORTEN, VELDEN, Entiteit, Profiel, Soort, Waarde, entiteit
from koppeling.model import Model, ModelFout, Taal, laad, schrijf, standaardmodel
from koppeling.oordeel import Oordeel, grenzen, oordeel
from koppeling.profiel import profiel
from koppeling.relaties import Binding, Ding, Relatienet, buren, dingen, relatie_zin, relatienet, sterkte
from koppeling.sleutels import SLEUTELSOORTEN, Sleutel, gehasht, sleutels
from koppeling.uitleg import gegevens, soorten_zin, waterval, zin
from koppeling.vergelijken import Deel, Uitkomst, vergelijk
from koppeling.verloop import Gebeurtenis, opvolging
from koppeling.vertellen import Verteller
from koppeling.wegen import Weger

__all__ = [
    "SLEUTELSOORTEN",
    "SOORTEN",
    "VELDEN",
    "Basis",
    "Besluit",
    "Binding",
    "Cluster",
    "Deel",
    "Ding",
    "Entiteit",
    "Gebeurtenis",
    "Indeling",
    "Model",
    "ModelFout",
    "Oordeel",
    "Profiel",
    "Relatienet",
    "Sleutel",
    "Soort",
    "Taal",
    "Uitkomst",
    "Verteller",
    "Waarde",
    "Weger",
    "basis_van",
    "buren",
    "dingen",
    "entiteit",
    "gegevens",
    "gehasht",
    "grenzen",
    "groepeer",
    "harde_tegenspraak",
    "laad",
    "oordeel",
    "opvolging",
    "profiel",
    "relatie_zin",
    "relatienet",
    "schrijf",
    "sleutels",
    "soorten_zin",
    "standaardmodel",
    "sterkte",
    "vergelijk",
    "waterval",
    "zin",
]

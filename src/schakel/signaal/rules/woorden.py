# SPDX-License-Identifier: EUPL-1.2
"""The words of a signaal: closed lists (docs/begrippen.md)."""

from enum import StrEnum


class Vorm(StrEnum):
    """Form of exploitation (report p. 22; recht.md: art. 273f Sr)."""

    SEKSUEEL = "seksueel"
    ARBEID = "arbeid"
    CRIMINEEL = "crimineel"
    DIENSTBAARHEID = "dienstbaarheid"
    ORGAAN = "orgaan"
    ONBEKEND = "onbekend"


class Rol(StrEnum):
    """Part that a person seems to play. One person may stand in two statements with two roles (indicatoren.md §5.8)."""

    SLACHTOFFER = "mogelijk-slachtoffer"
    VERDACHTE = "verdachte"
    FACILITATOR = "facilitator"
    GETUIGE = "getuige"
    ONBEKEND = "onbekend"


class PlaatsSoort(StrEnum):
    """What happened at a place: a signaal counts for each separately (report p. 81 fn17, 112)."""

    WERVING = "werving"
    UITBUITING = "uitbuiting"
    VERBLIJF = "verblijf"
    DETECTIE = "detectie"


class Gezien(StrEnum):
    """Answer to an indicator. Not answered is `onbekend`; absence proves nothing (indicatoren.md §5.2)."""

    WAARGENOMEN = "waargenomen"
    NIET_WAARGENOMEN = "niet waargenomen"
    ONBEKEND = "onbekend"


VORM_NAAM = {
    Vorm.SEKSUEEL: "Seksuele uitbuiting",
    Vorm.ARBEID: "Arbeidsuitbuiting",
    Vorm.CRIMINEEL: "Criminele uitbuiting",
    Vorm.DIENSTBAARHEID: "Gedwongen dienstverlening",
    Vorm.ORGAAN: "Orgaanverwijdering",
    Vorm.ONBEKEND: "Nog niet bekend",
}
ROL_NAAM = {
    Rol.SLACHTOFFER: "Mogelijk slachtoffer",
    Rol.VERDACHTE: "Verdachte",
    Rol.FACILITATOR: "Facilitator",
    Rol.GETUIGE: "Getuige",
    Rol.ONBEKEND: "Rol niet bekend",
}
PLAATS_NAAM = {
    PlaatsSoort.WERVING: "Werving",
    PlaatsSoort.UITBUITING: "Uitbuiting",
    PlaatsSoort.VERBLIJF: "Woon- of verblijfplaats",
    PlaatsSoort.DETECTIE: "Waar het opviel",
}
STATUS_NAAM = {
    "nieuw": "Nieuw",
    "in_veredeling": "In veredeling",
    "rijp_voor_weging": "Rijp voor weging",
    "in_casus": "In casus",
    "afgesloten": "Afgesloten",
}
STATUS_SOORT = {
    "nieuw": "let-op",
    "in_veredeling": "bezig",
    "rijp_voor_weging": "goed",
    "in_casus": "bezig",
    "afgesloten": "dicht",
}
SLUITREDEN_NAAM = {
    "overgedragen": "Overgedragen aan een andere partner",
    "onvoldoende": "Onvoldoende aanwijzingen op dit moment",
    "geen_capaciteit": "Geen capaciteit",
    "ander_probleem": "Ander probleem, elders opgepakt",
    "dubbel": "Dubbel met een ander signaal",
    "casus_afgerond": "Casus afgerond",
}
SECTOR_NAAM = {
    "bouw": "Bouw",
    "horeca": "Horeca",
    "tuinbouw": "Land- en tuinbouw",
    "vlees": "Vleesverwerking",
    "vervoer": "Vervoer en bezorging",
    "schoonmaak": "Schoonmaak",
    "huishouden": "Huishoudelijk werk",
    "seks": "Seksbranche",
    "beauty": "Massage, nagels, kappers",
    "uitzend": "Uitzendbranche",
    "criminaliteit": "Strafbare activiteiten",
    "anders": "Anders",
}
"""Sectors (report pp. 54-58; NLA and OM lists)."""

HERKOMST_NAAM = {
    "melding": "Uit een melding",
    "controle": "Bij een controle",
    "eigen": "Eigen waarneming of onderzoek",
    "zorg": "Uit hulp of zorg",
    "opsporing": "Uit opsporing",
    "bestand": "Ingelezen bestand",
}
BETROUWBAARHEID_NAAM = {
    "hoog": "Bron is doorgaans betrouwbaar",
    "wisselend": "Bron is wisselend betrouwbaar",
    "laag": "Bron is zelden betrouwbaar",
    "onbekend": "Niet te beoordelen",
}

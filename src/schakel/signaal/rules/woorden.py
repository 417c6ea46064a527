# SPDX-License-Identifier: EUPL-1.2
"""The words of a signaal: closed lists (docs/begrippen.md)."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Vorm(StrEnum):
    """Form of exploitation (report p. 22; recht.md: art. 273f Sr)."""

    SEKSUEEL = "seksueel"
    ARBEID = "arbeid"
    CRIMINEEL = "crimineel"
    DIENSTBAARHEID = "dienstbaarheid"
    ORGAAN = "orgaan"
    ONBEKEND = "onbekend"


class Rol(StrEnum):
    """Part that a person seems to play. One person may stand in two statements with two roles (indicatoren.md
    §5.8).
    """

    SLACHTOFFER = "mogelijk-slachtoffer"
    VERDACHTE = "verdachte"
    FACILITATOR = "facilitator"
    GETUIGE = "getuige"
    MELDER = "melder"
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
    Vorm.SEKSUEEL: _("Seksuele uitbuiting"),
    Vorm.ARBEID: _("Arbeidsuitbuiting"),
    Vorm.CRIMINEEL: _("Criminele uitbuiting"),
    Vorm.DIENSTBAARHEID: _("Gedwongen dienstverlening"),
    Vorm.ORGAAN: _("Orgaanverwijdering"),
    Vorm.ONBEKEND: _("Nog niet bekend"),
}
ROL_NAAM = {
    Rol.SLACHTOFFER: _("Mogelijk slachtoffer"),
    Rol.VERDACHTE: _("Verdachte"),
    Rol.FACILITATOR: _("Facilitator"),
    Rol.GETUIGE: _("Getuige"),
    Rol.MELDER: _("Melder"),
    Rol.ONBEKEND: _("Rol niet bekend"),
}
PLAATS_NAAM = {
    PlaatsSoort.WERVING: _("Werving"),
    PlaatsSoort.UITBUITING: _("Uitbuiting"),
    PlaatsSoort.VERBLIJF: _("Woon- of verblijfplaats"),
    PlaatsSoort.DETECTIE: _("Waar het opviel"),
}
STATUS_NAAM = {
    "nieuw": _("Nieuw"),
    "in_veredeling": _("In veredeling"),
    "rijp_voor_weging": _("Rijp voor weging"),
    "in_casus": _("In casus"),
    "afgesloten": _("Afgesloten"),
}
STATUS_SOORT = {
    "nieuw": "let-op",
    "in_veredeling": "bezig",
    "rijp_voor_weging": "goed",
    "in_casus": "bezig",
    "afgesloten": "dicht",
}
SLUITREDEN_NAAM = {
    "overgedragen": _("Overgedragen aan een andere partner"),
    "onvoldoende": _("Onvoldoende aanwijzingen op dit moment"),
    "geen_capaciteit": _("Geen capaciteit"),
    "ander_probleem": _("Ander probleem, elders opgepakt"),
    "dubbel": _("Dubbel met een ander signaal"),
    "casus_afgerond": _("Casus afgerond"),
}
SECTOR_NAAM = {
    "bouw": _("Bouw"),
    "horeca": _("Horeca"),
    "tuinbouw": _("Land- en tuinbouw"),
    "vlees": _("Vleesverwerking"),
    "vervoer": _("Vervoer en bezorging"),
    "schoonmaak": _("Schoonmaak"),
    "huishouden": _("Huishoudelijk werk"),
    "seks": _("Seksbranche"),
    "beauty": _("Massage, nagels, kappers"),
    "uitzend": _("Uitzendbranche"),
    "criminaliteit": _("Strafbare activiteiten"),
    "anders": _("Anders"),
}
"""Sectors (report pp. 54-58; NLA and OM lists)."""

HERKOMST_NAAM = {
    "melding": _("Uit een melding"),
    "controle": _("Bij een controle"),
    "eigen": _("Eigen waarneming of onderzoek"),
    "zorg": _("Uit hulp of zorg"),
    "opsporing": _("Uit opsporing"),
    "bestand": _("Ingelezen bestand"),
    "boete": _("Boeterapport of naheffing"),
}
BETROUWBAARHEID_NAAM = {
    "hoog": _("Bron is doorgaans betrouwbaar"),
    "wisselend": _("Bron is wisselend betrouwbaar"),
    "laag": _("Bron is zelden betrouwbaar"),
    "onbekend": _("Niet te beoordelen"),
}

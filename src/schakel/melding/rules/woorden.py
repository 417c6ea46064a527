# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of the meldpunt."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Soort(TextChoices):
    """A melding, or advice that a professional asks, with or without a name (MEL-05)."""

    MELDING = "melding", _("Melding")
    ADVIES = "advies", _("Adviesvraag")


class Kanaal(TextChoices):
    WEB = "web", _("Meldpagina")
    TELEFOON = "telefoon", _("Telefoon")
    MAIL = "mail", _("E-mail")
    API = "api", _("Koppeling")
    BESTAND = "bestand", _("Bestand")
    INTERN = "intern", _("Collega")


class Vorm(TextChoices):
    """Forms of exploitation, as in the indicator lists."""

    ARBEID = "arbeid", _("Arbeidsuitbuiting")
    SEKSUEEL = "seksueel", _("Seksuele uitbuiting")
    CRIMINEEL = "crimineel", _("Criminele uitbuiting")
    DIENSTBAARHEID = "dienstbaarheid", _("Gedwongen dienstverlening")
    ORGAAN = "orgaan", _("Orgaanverwijdering")
    ONBEKEND = "onbekend", _("Nog niet bekend")


class Leeftijd(TextChoices):
    """Age of who seems to be exploited: it changes who must act (MEL-03)."""

    MINDERJARIG = "minderjarig", _("Jonger dan 18")
    VOLWASSEN = "volwassen", _("18 of ouder")
    ONBEKEND = "onbekend", _("Niet bekend")


class Omvang(TextChoices):
    """How large it seems, estimated at triage."""

    KLEIN = "klein", _("Klein: een of enkele personen")
    GROOT = "groot", _("Groot: veel personen of meer plaatsen")
    ONBEKEND = "onbekend", _("Niet te schatten")


class Sector(TextChoices):
    """Where the work is done (report pp. 54-58); the same codes as on a signaal."""

    BOUW = "bouw", _("Bouw")
    HORECA = "horeca", _("Horeca")
    TUINBOUW = "tuinbouw", _("Land- en tuinbouw")
    VLEES = "vlees", _("Vleesverwerking")
    VERVOER = "vervoer", _("Vervoer en bezorging")
    SCHOONMAAK = "schoonmaak", _("Schoonmaak")
    HUISHOUDEN = "huishouden", _("Huishoudelijk werk")
    SEKS = "seks", _("Seksbranche")
    BEAUTY = "beauty", _("Massage, nagels, kappers")
    UITZEND = "uitzend", _("Uitzendbranche")
    CRIMINALITEIT = "criminaliteit", _("Strafbare activiteiten")
    ANDERS = "anders", _("Anders")


class Wijze(TextChoices):
    """How far the melder is known (MEL-02). `vertrouwelijk`: to the meldpunt alone."""

    ANONIEM = "anoniem", _("Anoniem")
    VERTROUWELIJK = "vertrouwelijk", _("Alleen bekend bij het meldpunt")
    OPEN = "open", _("Met naam")


class Zekerheid(TextChoices):
    """Any degree of certainty is welcome (report p. 101, 148)."""

    NIET_PLUIS = "niet_pluis", _("Niet-pluisgevoel")
    HOREN_ZEGGEN = "horen_zeggen", _("Van horen zeggen")
    EIGEN_WAARNEMING = "eigen_waarneming", _("Zelf gezien of gehoord")
    DOCUMENT = "document", _("Er is een document of foto")
    ONBEKEND = "onbekend", _("Niet gezegd")


class Status(TextChoices):
    ONTVANGEN = "ontvangen", _("Ontvangen")
    IN_BEHANDELING = "in_behandeling", _("In behandeling")
    DOORGEZET = "doorgezet", _("Doorgezet")
    AFGEDAAN = "afgedaan", _("Afgedaan")


class Afdoening(TextChoices):
    """Why a melding is closed (MEL-06); `geen_capaciteit` counts in the capacity report."""

    OVERGEDRAGEN = "overgedragen", _("Overgedragen")
    ONVOLDOENDE = "onvoldoende", _("Onvoldoende aanwijzingen")
    GEEN_CAPACITEIT = "geen_capaciteit", _("Geen capaciteit")
    GEEN_UITBUITING = "geen_uitbuiting", _("Geen mensenhandel, wel ergens anders op zijn plaats")
    DUBBEL = "dubbel", _("Al eerder gemeld")
    ADVIES = "advies", _("Advies gegeven")
    GEEN_MELDING = "geen_melding", _("Geen echte melding")


class Uitkomst(TextChoices):
    """Terugkoppeling in categories that betray nothing of an investigation (MEL-04)."""

    ONTVANGEN = "ontvangen", _("Ontvangen")
    IN_BEHANDELING = "in_behandeling", _("In behandeling")
    OPGEPAKT = "opgepakt", _("Opgepakt")
    NIET_OPGEPAKT = "niet_opgepakt", _("Niet opgepakt, met reden")
    BEVESTIGD = "bevestigd", _("Inschatting bevestigd: ja")
    NIET_BEVESTIGD = "niet_bevestigd", _("Inschatting bevestigd: nee")
    AFGEROND = "afgerond", _("Afgerond")


class Van(TextChoices):
    MELDER = "melder", _("Melder")
    MELDPUNT = "meldpunt", _("Meldpunt")


MELDPUNT = frozenset({"aandachtsfunctionaris", "ketenregisseur", "regiocoordinator"})
"""The functions that are the meldpunt of their partner."""


def melder_bekend_aan(functie: str, wijze: str) -> bool:
    """A confidential melder is known to the meldpunt, to no other colleague; an anonymous one to nobody."""
    return wijze == Wijze.OPEN or (wijze == Wijze.VERTROUWELIJK and functie in MELDPUNT)

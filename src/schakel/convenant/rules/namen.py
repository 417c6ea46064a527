# SPDX-License-Identifier: EUPL-1.2
"""The plain names of the closed lists: what a colleague reads in place of a code (B1)."""

from collections.abc import Iterable
from enum import StrEnum

from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from schakel.convenant.rules.woorden import (
    AnderenZien,
    Categorie,
    DeelStand,
    Doel,
    Fase,
    Handeling,
    Moment,
    Recht,
    StukSoort,
    ToestemmingSoort,
    Voorwaarde,
    Wijze,
)

_PAREN: tuple[tuple[StrEnum, str], ...] = (
    (Categorie.OBJECT, _("adressen, telefoons, bedrijven en andere objecten")),
    (Categorie.PERSOON_VERDACHT, _("personen die verdacht worden")),
    (Categorie.PERSOON_SLACHTOFFER, _("mogelijke slachtoffers")),
    (Categorie.MELDER, _("wie het gemeld heeft")),
    (Categorie.WAARNEMING, _("wat er gezien is")),
    (Categorie.POLITIE_8, _("politiegegevens uit het dagelijkse werk (Wpg 8)")),
    (Categorie.POLITIE_9, _("politiegegevens uit een onderzoek (Wpg 9)")),
    (Categorie.POLITIE_10, _("politiegegevens over zware criminaliteit (Wpg 10)")),
    (Categorie.STRAFVORDERING, _("gegevens uit een strafzaak")),
    (Categorie.FISCAAL, _("belastinggegevens")),
    (Categorie.TOEZICHT, _("gegevens uit toezicht en controles")),
    (Categorie.BIJZONDER, _("bijzondere gegevens (gezondheid, seksualiteit)")),
    (Categorie.ZORGINHOUD, _("inhoud van de hulp en zorg")),
    (Handeling.EIGEN, _("alleen de eigen organisatie")),
    (Handeling.KETENREGISSEUR, _("alleen de ketenregisseur")),
    (Handeling.DEEL_2, _("deel 2 van het casusoverleg")),
    (Handeling.DEEL_1_EN_2, _("deel 1 en 2 van het casusoverleg")),
    (Handeling.GENOEMD, _("partners die bij naam genoemd zijn")),
    (Handeling.KETEN, _("de hele keten")),
    (Fase.DETECTIE, _("detectie")),
    (Fase.DOSSIERVORMING, _("dossiervorming")),
    (Fase.WEGING, _("weging")),
    (Fase.TOEWIJZING, _("toewijzing")),
    (Fase.UITVOERING, _("uitvoering")),
    (Fase.EVALUATIE, _("evaluatie")),
    (Doel.PREVENTIE, _("preventie")),
    (Doel.OPSPORING, _("opsporing")),
    (Doel.TOEZICHT, _("toezicht")),
    (Doel.OPENBARE_ORDE, _("openbare orde")),
    (Doel.HULP, _("hulp")),
    (Doel.OPVANG, _("opvang")),
    (Doel.REGISTRATIE, _("registratie")),
    (Doel.BESTUURSBESLUIT, _("besluit van het bestuur")),
    (Doel.VERGUNNING, _("vergunning")),
    (Voorwaarde.TOESTEMMING_BETROKKENE, _("toestemming van de betrokkene")),
    (Voorwaarde.TOESTEMMING_OM, _("toestemming van het Openbaar Ministerie")),
    (Voorwaarde.VIER_OGEN, _("een tweede collega die bevestigt")),
    (Voorwaarde.MOTIVERING, _("een motivering waarom het nodig is")),
    (Voorwaarde.SCHRIFTELIJK_BESLUIT, _("een schriftelijk besluit")),
    (Voorwaarde.DPIA, _("een DPIA")),
    (Wijze.VOLLEDIG, _("volledig")),
    (Wijze.GEANONIMISEERD, _("alleen geanonimiseerd")),
    (Wijze.NIET, _("niet delen")),
    (StukSoort.MELDING, _("melding")),
    (StukSoort.SIGNAAL, _("signaal")),
    (StukSoort.CASUS, _("casus")),
    (StukSoort.DOSSIERSTUK, _("dossierstuk")),
    (StukSoort.ZORGTRAJECT, _("zorgtraject")),
    (StukSoort.CONTROLE, _("controle")),
    (AnderenZien.NIETS, _("niets")),
    (AnderenZien.BESTAAN, _("dat er iets is, niet bij wie")),
    (AnderenZien.WIE_BELLEN, _("wie ze moeten bellen")),
    (ToestemmingSoort.TOESTEMMING, _("toestemming")),
    (ToestemmingSoort.WEIGERING, _("weigering")),
    (ToestemmingSoort.NOOD, _("noodsituatie")),
    (Moment.TOETREDEN, _("bij toetreden tot een convenant")),
    (Moment.CASUS, _("bij het openen van een casus")),
    (Moment.VERSTREKKING, _("bij een verstrekking")),
    (Recht.INZAGE, _("inzage")),
    (Recht.RECTIFICATIE, _("verbetering")),
    (Recht.WISSING, _("wissen")),
    (Recht.BEPERKING, _("beperking")),
    (Recht.BEZWAAR, _("bezwaar")),
    (DeelStand.OPEN, _("nog te beantwoorden")),
    (DeelStand.BEANTWOORD, _("beantwoord")),
    (DeelStand.UITZONDERING, _("beroep op een uitzondering")),
)

NAMEN = {(type(woord), woord.value): tekst for woord, tekst in _PAREN}
"""Per word its name, by list too: `Categorie.TOEZICHT` and `Doel.TOEZICHT` are the same text with two meanings."""


def naam_nl(woord: StrEnum) -> str:
    """The plain Dutch name of a word, the word itself when it has none: for reasons and the log, which speak the
    language of the law on every page.
    """
    return NAMEN.get((type(woord), woord.value), str(woord))


def kop_nl(woord: StrEnum) -> str:
    """The plain Dutch name with a capital, for the beginning of a reason."""
    return _hoofdletter(naam_nl(woord))


def naam(woord: StrEnum) -> str:
    """The plain name of a word in the language of the page."""
    return gettext(naam_nl(woord))


def kop(woord: StrEnum) -> str:
    """The plain name with a capital, in the language of the page."""
    return _hoofdletter(naam(woord))


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


_kop_later = lazy(kop, str)


def keuzes(woorden: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """A closed list as (value, plain name), for a form; the name follows the language when it is shown."""
    return [(w.value, _kop_later(w)) for w in woorden]


def namen(soort: type[StrEnum], waarden: list[str]) -> list[str]:
    """Stored values of a closed list as plain names; an old value that is no longer in the list stays as it is."""
    bekend = {w.value for w in soort}
    return [naam(soort(w)) if w in bekend else w for w in waarden]

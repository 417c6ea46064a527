# SPDX-License-Identifier: EUPL-1.2
"""The plain names of the closed lists: what a colleague reads in place of a code (B1)."""

from enum import StrEnum

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
    (Categorie.OBJECT, "adressen, telefoons, bedrijven en andere objecten"),
    (Categorie.PERSOON_VERDACHT, "personen die verdacht worden"),
    (Categorie.PERSOON_SLACHTOFFER, "mogelijke slachtoffers"),
    (Categorie.MELDER, "wie het gemeld heeft"),
    (Categorie.WAARNEMING, "wat er gezien is"),
    (Categorie.POLITIE_8, "politiegegevens uit het dagelijkse werk (Wpg 8)"),
    (Categorie.POLITIE_9, "politiegegevens uit een onderzoek (Wpg 9)"),
    (Categorie.POLITIE_10, "politiegegevens over zware criminaliteit (Wpg 10)"),
    (Categorie.STRAFVORDERING, "gegevens uit een strafzaak"),
    (Categorie.FISCAAL, "belastinggegevens"),
    (Categorie.TOEZICHT, "gegevens uit toezicht en controles"),
    (Categorie.BIJZONDER, "bijzondere gegevens (gezondheid, seksualiteit)"),
    (Categorie.ZORGINHOUD, "inhoud van de hulp en zorg"),
    (Handeling.EIGEN, "alleen de eigen organisatie"),
    (Handeling.KETENREGISSEUR, "alleen de ketenregisseur"),
    (Handeling.DEEL_2, "deel 2 van het casusoverleg"),
    (Handeling.DEEL_1_EN_2, "deel 1 en 2 van het casusoverleg"),
    (Handeling.GENOEMD, "partners die bij naam genoemd zijn"),
    (Handeling.KETEN, "de hele keten"),
    (Fase.DETECTIE, "detectie"),
    (Fase.DOSSIERVORMING, "dossiervorming"),
    (Fase.WEGING, "weging"),
    (Fase.TOEWIJZING, "toewijzing"),
    (Fase.UITVOERING, "uitvoering"),
    (Fase.EVALUATIE, "evaluatie"),
    (Doel.PREVENTIE, "preventie"),
    (Doel.OPSPORING, "opsporing"),
    (Doel.TOEZICHT, "toezicht"),
    (Doel.OPENBARE_ORDE, "openbare orde"),
    (Doel.HULP, "hulp"),
    (Doel.OPVANG, "opvang"),
    (Doel.REGISTRATIE, "registratie"),
    (Doel.BESTUURSBESLUIT, "besluit van het bestuur"),
    (Doel.VERGUNNING, "vergunning"),
    (Voorwaarde.TOESTEMMING_BETROKKENE, "toestemming van de betrokkene"),
    (Voorwaarde.TOESTEMMING_OM, "toestemming van het Openbaar Ministerie"),
    (Voorwaarde.VIER_OGEN, "een tweede collega die bevestigt"),
    (Voorwaarde.MOTIVERING, "een motivering waarom het nodig is"),
    (Voorwaarde.SCHRIFTELIJK_BESLUIT, "een schriftelijk besluit"),
    (Voorwaarde.DPIA, "een DPIA"),
    (Wijze.VOLLEDIG, "volledig"),
    (Wijze.GEANONIMISEERD, "alleen geanonimiseerd"),
    (Wijze.NIET, "niet delen"),
    (StukSoort.MELDING, "melding"),
    (StukSoort.SIGNAAL, "signaal"),
    (StukSoort.CASUS, "casus"),
    (StukSoort.DOSSIERSTUK, "dossierstuk"),
    (StukSoort.ZORGTRAJECT, "zorgtraject"),
    (StukSoort.CONTROLE, "controle"),
    (AnderenZien.NIETS, "niets"),
    (AnderenZien.BESTAAN, "dat er iets is, niet bij wie"),
    (AnderenZien.WIE_BELLEN, "wie ze moeten bellen"),
    (ToestemmingSoort.TOESTEMMING, "toestemming"),
    (ToestemmingSoort.WEIGERING, "weigering"),
    (ToestemmingSoort.NOOD, "noodsituatie"),
    (Moment.TOETREDEN, "bij toetreden tot een convenant"),
    (Moment.CASUS, "bij het openen van een casus"),
    (Moment.VERSTREKKING, "bij een verstrekking"),
    (Recht.INZAGE, "inzage"),
    (Recht.RECTIFICATIE, "verbetering"),
    (Recht.WISSING, "wissen"),
    (Recht.BEPERKING, "beperking"),
    (Recht.BEZWAAR, "bezwaar"),
    (DeelStand.OPEN, "nog te beantwoorden"),
    (DeelStand.BEANTWOORD, "beantwoord"),
    (DeelStand.UITZONDERING, "beroep op een uitzondering"),
)

NAMEN = {(type(woord), woord.value): tekst for woord, tekst in _PAREN}
"""Per word its name, by list too: `Categorie.TOEZICHT` and `Doel.TOEZICHT` are the same text with two meanings."""


def naam(woord: StrEnum) -> str:
    """The plain name of a word; the word itself when it has none."""
    return NAMEN.get((type(woord), woord.value), str(woord))


def kop(woord: StrEnum) -> str:
    """The plain name with a capital, for the beginning of a sentence."""
    tekst = naam(woord)
    return tekst[:1].upper() + tekst[1:]


def keuzes(soort: type[StrEnum]) -> list[tuple[str, str]]:
    """A closed list as (value, plain name), for a form."""
    return [(w.value, kop(w)) for w in soort]


def namen(soort: type[StrEnum], waarden: list[str]) -> list[str]:
    """Stored values of a closed list as plain names; an old value that is no longer in the list stays as it is."""
    bekend = {w.value for w in soort}
    return [naam(soort(w)) if w in bekend else w for w in waarden]

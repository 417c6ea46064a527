# SPDX-License-Identifier: EUPL-1.2
"""The words of sharing: closed lists, exactly as in docs/begrippen.md."""

from enum import StrEnum


class Categorie(StrEnum):
    """Gegevenscategorie (delen.md). CIE information has no category: it is refused (report p. 73 fn140, 151)."""

    OBJECT = "object"
    PERSOON_VERDACHT = "persoon-verdacht"
    PERSOON_SLACHTOFFER = "persoon-mogelijk-slachtoffer"
    MELDER = "melder"
    WAARNEMING = "waarneming"
    POLITIE_8 = "politie-8"
    POLITIE_9 = "politie-9"
    POLITIE_10 = "politie-10"
    STRAFVORDERING = "strafvordering"
    FISCAAL = "fiscaal"
    TOEZICHT = "toezicht"
    BIJZONDER = "bijzonder"
    ZORGINHOUD = "zorginhoud"


class Handeling(StrEnum):
    """What the supplier attaches to information (originator control); the most restrictive wins."""

    EIGEN = "eigen"
    KETENREGISSEUR = "ketenregisseur"
    DEEL_2 = "deel2"
    DEEL_1_EN_2 = "deel1en2"
    GENOEMD = "genoemd"
    KETEN = "keten"


class Fase(StrEnum):
    """The six steps of the ketenaanpak (report p. 133)."""

    DETECTIE = "detectie"
    DOSSIERVORMING = "dossiervorming"
    WEGING = "weging"
    TOEWIJZING = "toewijzing"
    UITVOERING = "uitvoering"
    EVALUATIE = "evaluatie"


class Doel(StrEnum):
    """Purposes (recht.md §1)."""

    PREVENTIE = "preventie"
    OPSPORING = "opsporing"
    TOEZICHT = "toezicht"
    OPENBARE_ORDE = "openbare-orde"
    HULP = "hulp"
    OPVANG = "opvang"
    REGISTRATIE = "registratie"
    BESTUURSBESLUIT = "bestuursbesluit"
    VERGUNNING = "vergunning"


class Voorwaarde(StrEnum):
    """Conditions a rule can set (delen.md, recht.md §1)."""

    TOESTEMMING_BETROKKENE = "toestemming-betrokkene"
    TOESTEMMING_OM = "toestemming-om"
    VIER_OGEN = "vier-ogen"
    MOTIVERING = "motivering"
    SCHRIFTELIJK_BESLUIT = "schriftelijk-besluit"
    DPIA = "dpia"


class Wijze(StrEnum):
    """Full, anonymised, or expressly not (CNV-02)."""

    VOLLEDIG = "volledig"
    GEANONIMISEERD = "geanonimiseerd"
    NIET = "niet"


class StukSoort(StrEnum):
    """Kinds of objects that have an owner and can be shared."""

    MELDING = "melding"
    SIGNAAL = "signaal"
    CASUS = "casus"
    DOSSIERSTUK = "dossierstuk"
    ZORGTRAJECT = "zorgtraject"
    CONTROLE = "controle"


class AnderenZien(StrEnum):
    """What others may learn of an embargo (CNV-05)."""

    NIETS = "niets"
    BESTAAN = "bestaan"
    WIE_BELLEN = "wie_bellen"


class ToestemmingSoort(StrEnum):
    """Consent, refusal, or an emergency in which consent was not waited for (CNV-07)."""

    TOESTEMMING = "toestemming"
    WEIGERING = "weigering"
    NOOD = "nood"


class Moment(StrEnum):
    """When the privacy checklist is asked (CNV-04)."""

    TOETREDEN = "toetreden"
    CASUS = "casus"
    VERSTREKKING = "verstrekking"


class Recht(StrEnum):
    """Rights of a data subject (AVG art. 15-21)."""

    INZAGE = "inzage"
    RECTIFICATIE = "rectificatie"
    WISSING = "wissing"
    BEPERKING = "beperking"
    BEZWAAR = "bezwaar"


class DeelStand(StrEnum):
    """Where one joint controller stands with its part of a data-subject request (CNV-08+)."""

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    UITZONDERING = "uitzondering"

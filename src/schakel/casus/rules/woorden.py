# SPDX-License-Identifier: EUPL-1.2
"""The words of a case: closed lists, exactly as in docs/begrippen.md."""

from django.db.models import TextChoices


class CasusSoort(TextChoices):
    """What a case is about (CAS-01)."""

    PERSOON = "persoon", "Persoon"
    GROEP = "groep", "Groep"
    GEBIED = "gebied", "Gebied"
    PAND = "pand", "Pand"


class Sluitreden(TextChoices):
    """Why a case is closed; shelving always has a reason, and is counted (report p. 76, 97)."""

    DOEL_BEREIKT = "doel-bereikt", "Doel bereikt"
    ONVOLDOENDE = "onvoldoende", "Onvoldoende aanwijzingen"
    CAPACITEIT = "capaciteit", "Geen capaciteit"
    ELDERS = "elders", "Elders in behandeling"
    GEEN_MENSENHANDEL = "geen-mensenhandel", "Geen mensenhandel"
    SEPOT = "sepot", "Sepot door het OM"
    OVERGEDRAGEN = "overgedragen", "Overgedragen aan een andere regio"


class Aard(TextChoices):
    """Kinds of dossierstuk."""

    RAPPORT = "rapport", "Rapport of rapportage"
    WAARNEMING = "waarneming", "Waarneming"
    REGISTRATIE = "registratie", "Gegevens uit een registratie"
    VERKLARING = "verklaring", "Verklaring"
    BRIEF = "brief", "Brief of bericht"
    OVERIG = "overig", "Anders"


class WegingSoort(TextChoices):
    INDIVIDUEEL = "individueel", "Weging van een partner"
    GEZAMENLIJK = "gezamenlijk", "Uitkomst van het overleg"


class Uitkomst(TextChoices):
    """What the weighing leads to; nothing decides by itself."""

    OPPAKKEN = "oppakken", "Samen oppakken"
    AANVULLEN = "aanvullen", "Dossier aanvullen"
    ENKELVOUDIG = "enkelvoudig", "Eén partner pakt het op"
    DOORVERWIJZEN = "doorverwijzen", "Naar een ander overleg"
    AFVOEREN = "afvoeren", "Niet oppakken"


class InterventieStatus(TextChoices):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    VASTGESTELD = "vastgesteld", "Toegewezen, nog niet aanvaard"
    AANVAARD = "aanvaard", "Aanvaard"
    GEWEIGERD = "geweigerd", "Geweigerd"
    UITGEVOERD = "uitgevoerd", "Uitgevoerd"


class DoelBereikt(TextChoices):
    JA = "ja", "Ja"
    DEELS = "deels", "Deels"
    NEE = "nee", "Nee"

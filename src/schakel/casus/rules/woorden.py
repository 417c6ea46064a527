# SPDX-License-Identifier: EUPL-1.2
"""The words of a case: closed lists, exactly as in docs/begrippen.md."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CasusSoort(TextChoices):
    """What a case is about (CAS-01)."""

    PERSOON = "persoon", _("Persoon")
    GROEP = "groep", _("Groep")
    GEBIED = "gebied", _("Gebied")
    PAND = "pand", _("Pand")


class Sluitreden(TextChoices):
    """Why a case is closed; shelving always has a reason, and is counted (report p. 76, 97)."""

    DOEL_BEREIKT = "doel-bereikt", _("Doel bereikt")
    ONVOLDOENDE = "onvoldoende", _("Onvoldoende aanwijzingen")
    CAPACITEIT = "capaciteit", _("Geen capaciteit")
    ELDERS = "elders", _("Elders in behandeling")
    GEEN_MENSENHANDEL = "geen-mensenhandel", _("Geen mensenhandel")
    SEPOT = "sepot", _("Sepot door het OM")
    OVERGEDRAGEN = "overgedragen", _("Overgedragen aan een andere regio")


class Aard(TextChoices):
    """Kinds of dossierstuk."""

    RAPPORT = "rapport", _("Rapport of rapportage")
    WAARNEMING = "waarneming", _("Waarneming")
    REGISTRATIE = "registratie", _("Gegevens uit een registratie")
    VERKLARING = "verklaring", _("Verklaring")
    BRIEF = "brief", _("Brief of bericht")
    OVERIG = "overig", _("Anders")


class WegingSoort(TextChoices):
    INDIVIDUEEL = "individueel", _("Weging van een partner")
    GEZAMENLIJK = "gezamenlijk", _("Uitkomst van het overleg")


class Uitkomst(TextChoices):
    """What the weighing leads to; nothing decides by itself."""

    OPPAKKEN = "oppakken", _("Samen oppakken")
    AANVULLEN = "aanvullen", _("Dossier aanvullen")
    ENKELVOUDIG = "enkelvoudig", _("Eén partner pakt het op")
    DOORVERWIJZEN = "doorverwijzen", _("Naar een ander overleg")
    AFVOEREN = "afvoeren", _("Niet oppakken")


class InterventieStatus(TextChoices):
    VOORGESTELD = "voorgesteld", _("Voorgesteld")
    VASTGESTELD = "vastgesteld", _("Toegewezen, nog niet aanvaard")
    AANVAARD = "aanvaard", _("Aanvaard")
    GEWEIGERD = "geweigerd", _("Geweigerd")
    UITGEVOERD = "uitgevoerd", _("Uitgevoerd")


class DoelBereikt(TextChoices):
    JA = "ja", _("Ja")
    DEELS = "deels", _("Deels")
    NEE = "nee", _("Nee")

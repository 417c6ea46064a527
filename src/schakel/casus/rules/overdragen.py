# SPDX-License-Identifier: EUPL-1.2
"""Which body takes which kind of case, and handing a case over, pure (CAS-08, report p. 42, 49, 120, 143-145)."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l


class Route(TextChoices):
    """The body that takes a kind of case; the values are kinds of partners."""

    ZVH = "zvh", _l("Zorg- en Veiligheidshuis")
    RIEC = "riec", _l("RIEC")
    GEMEENTE = "gemeente", _l("Gemeente")
    POLITIE = "politie", _l("Politie")
    NLA = "nla", _l("Nederlandse Arbeidsinspectie")
    COA = "coa", _l("COA")


class OverdrachtSoort(TextChoices):
    """Between what a case moves."""

    ORGAAN = "orgaan", _l("Naar een ander overleg")
    REGIO = "regio", _l("Naar een andere regio")
    DIENST = "dienst", _l("Naar een andere eenheid of dienst")
    PARKET = "parket", _l("Naar een ander parket")
    LAND = "land", _l("Naar een ander land")


class OverdrachtStand(TextChoices):
    VOORGESTELD = "voorgesteld", _l("Voorgesteld")
    AANVAARD = "aanvaard", _l("Overgenomen")
    GEWEIGERD = "geweigerd", _l("Geweigerd")
    INGETROKKEN = "ingetrokken", _l("Ingetrokken")


def hoort_elders(route: str, soort_regie: str) -> str:
    """The body where a case of this route belongs when another kind of partner holds the regie; "" = it is right."""
    return "" if not route or route == soort_regie else str(Route(route).label)


def bezwaren_overdracht(*, eigen: bool, open_voorstel: bool, afgesloten: bool, reden: str) -> list[str]:
    """Why a case cannot be offered now."""
    nee = [] if reden.strip() else [_("Schrijf waarom de casus daar beter past.")]
    if eigen:
        nee.append(_("Je partner heeft de regie al. Kies een andere partner."))
    if open_voorstel:
        nee.append(_("Er ligt al een voorstel. Trek dat eerst in."))
    if afgesloten:
        nee.append(_("De casus is afgesloten."))
    return nee

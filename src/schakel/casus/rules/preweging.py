# SPDX-License-Identifier: EUPL-1.2
"""The preweegdocument, pure: what may stand in a reader's copy, and what a decision must hold (CAS-04, p. 168)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from schakel.convenant.rules import Handeling, handelingen_voor

BESLISSERS = frozenset({"politie", "kmar", "om", "nla", "fiod"})
"""Kinds of partners with a body that decides on a criminal investigation."""

_LEEST = "casusdeelnemer"
"""The function in which such a partner reads it."""


class PreweegSoort(TextChoices):
    PREWEEGDOCUMENT = "preweegdocument", _l("Preweegdocument")
    PROJECTVOORSTEL = "projectvoorstel", _l("Projectvoorstel")


class Gremium(TextChoices):
    """Who decides (report p. 92 fn73, 113 fn58, 168)."""

    WEEGPLOEG = "weegploeg", _l("Weegploeg")
    STUURPLOEG = "stuurploeg", _l("Stuurploeg")


class PreweegStand(TextChoices):
    AANGEBODEN = "aangeboden", _l("Aangeboden")
    GESTART = "gestart", _l("Onderzoek gestart")
    GEWEIGERD = "geweigerd", _l("Niet gestart")


class Weigerreden(TextChoices):
    """Why no investigation starts; counted."""

    ONVOLDOENDE = "onvoldoende", _l("Onvoldoende aanwijzingen")
    CAPACITEIT = "capaciteit", _l("Geen capaciteit")
    PRIORITEIT = "prioriteit", _l("Andere zaken gaan voor")
    ELDERS = "elders", _l("Elders in behandeling")
    BESTUURLIJK = "bestuurlijk", _l("Bestuurlijke aanpak past beter")


@dataclass(frozen=True)
class Veld:
    """One field of the dossier, as far as it matters here. `gedeeld`: categories of its piece that the reader gave to
    the receiver; `genoemd`: is the receiver named on it?"""

    eigenaar: str
    categorie: str
    handeling: str
    embargo_tot: date | None = None
    gedeeld: Collection[str] = ()
    genoemd: bool = False


def in_afschrift(veld: Veld, *, lezer: str, ontvanger: str, dag: date) -> bool:
    """Does this field, which the reader may see, stand in the reader's copy? Only what the receiver may get does.

    Of a third partner nobody but that partner knows what it gave the receiver: it stands in the receiver's copy alone.
    """
    if ontvanger in (lezer, veld.eigenaar):
        return True
    return (
        veld.eigenaar == lezer
        and veld.categorie in veld.gedeeld
        and veld.handeling in handelingen_voor(_LEEST)
        and (veld.handeling != Handeling.GENOEMD or veld.genoemd)
        and (veld.embargo_tot is None or veld.embargo_tot <= dag)
    )


def bezwaren_besluit(*, gestart: bool, wijze: str, weigerreden: str, reden: str) -> list[str]:
    """Why the decision cannot be recorded so."""
    nee = [] if reden.strip() else [_("Schrijf waarom zo is besloten.")]
    if gestart and not wijze.strip():
        nee.append(_("Schrijf op welke wijze het onderzoek wordt gedaan, en door wie."))
    if not gestart and weigerreden not in Weigerreden.values:
        nee.append(_("Kies waarom er geen onderzoek komt."))
    return nee

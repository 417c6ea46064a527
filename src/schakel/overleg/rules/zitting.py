# SPDX-License-Identifier: EUPL-1.2
"""The rules of a meeting, pure: its statuses, its parts, when a case is ready for it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

DELEN = {1: _("Deel 1 – met de regiocoördinator"), 2: _("Deel 2 – zonder de regiocoördinator")}
"""The layered casusoverleg (report p. 139): what stands in part 2 does not exist for who sits in part 1
only."""


class Status(TextChoices):
    GEPLAND = "gepland", _("Gepland")
    BEZIG = "bezig", _("Bezig")
    AFGESLOTEN = "afgesloten", _("Afgesloten")


class ActieStatus(TextChoices):
    OPEN = "open", _("Open")
    GEDAAN = "gedaan", _("Gedaan")
    VERVALLEN = "vervallen", _("Niet meer nodig")


OVERGANGEN = {Status.GEPLAND: (Status.BEZIG,), Status.BEZIG: (Status.AFGESLOTEN,), Status.AFGESLOTEN: ()}

VOORZITTERS = frozenset({"ketenregisseur", "aandachtsfunctionaris"})
"""Functions that plan and run a meeting of a body in which they sit."""


class InDeel(Protocol):
    """Anything that stands in a part of the meeting."""

    deel: int


T = TypeVar("T", bound=InDeel)


def per_deel(punten: Iterable[T], delen: Iterable[int]) -> list[tuple[int, list[tuple[int, T]]]]:
    """The agenda as this reader may know it: (part, [(number, item)]).

    Numbers are counted per reader, so that no gap tells of an item in the other part.
    """
    nummer = 0
    uit: list[tuple[int, list[tuple[int, T]]]] = []
    punten = list(punten)
    for deel in sorted(delen):
        rij = []
        for punt in punten:
            if punt.deel == deel:
                nummer += 1
                rij.append((nummer, punt))
        uit.append((deel, rij))
    return uit


def bezwaren_agenda(status: str, compleet: bool, spoed: bool, afgesloten: bool) -> list[str]:
    """Why a case cannot be put on this agenda (CAS-02), each with what to do."""
    gevonden = []
    if status == Status.AFGESLOTEN:
        gevonden.append(gettext("Het overleg is afgesloten. Kies een volgend overleg."))
    if afgesloten:
        gevonden.append(gettext("De casus is afgesloten."))
    elif not (compleet or spoed):
        gevonden.append(gettext("Het dossier is nog niet compleet gemeld. Doe dat eerst bij de casus."))
    return gevonden

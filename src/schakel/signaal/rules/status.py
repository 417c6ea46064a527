# SPDX-License-Identifier: EUPL-1.2
"""The statuses of a signaal and the arrows between them; each arrow asks a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Status(StrEnum):
    """Where a signaal is in its life."""

    NIEUW = "nieuw"
    IN_VEREDELING = "in_veredeling"
    RIJP_VOOR_WEGING = "rijp_voor_weging"
    IN_CASUS = "in_casus"
    AFGESLOTEN = "afgesloten"


class Sluitreden(StrEnum):
    """Why a signaal is closed. The list holds no verdict about a person."""

    OVERGEDRAGEN = "overgedragen"
    ONVOLDOENDE = "onvoldoende"
    GEEN_CAPACITEIT = "geen_capaciteit"
    ANDER_PROBLEEM = "ander_probleem"
    DUBBEL = "dubbel"
    CASUS_AFGEROND = "casus_afgerond"


@dataclass(frozen=True)
class Overgang:
    """One arrow. `vraagt` says what the reason must tell; `voorwaarde` names a fact that must hold first."""

    van: Status
    naar: Status
    titel: "StrPromise"
    vraagt: "StrPromise"
    voorwaarde: str = ""
    hand: bool = True


_S = Status
OVERGANGEN: tuple[Overgang, ...] = (
    Overgang(_S.NIEUW, _S.IN_VEREDELING, _("Oppakken"), _("Waarom is dit signaal het uitzoeken waard?")),
    Overgang(
        _S.NIEUW,
        _S.RIJP_VOOR_WEGING,
        _("Klaar voor weging"),
        _("Waarom kan dit zonder veredeling?"),
        "weging",
    ),
    Overgang(
        _S.IN_VEREDELING, _S.RIJP_VOOR_WEGING, _("Klaar voor weging"), _("Wat maakt het rijp?"), "weging"
    ),
    Overgang(_S.RIJP_VOOR_WEGING, _S.IN_VEREDELING, _("Terug naar veredeling"), _("Wat ontbreekt nog?")),
    Overgang(_S.NIEUW, _S.IN_CASUS, _("In casus"), _("Bij welke casus, en waarom nu al?"), hand=False),
    Overgang(_S.IN_VEREDELING, _S.IN_CASUS, _("In casus"), _("Bij welke casus hoort het?"), hand=False),
    Overgang(_S.RIJP_VOOR_WEGING, _S.IN_CASUS, _("In casus"), _("Bij welke casus hoort het?"), hand=False),
    Overgang(_S.IN_CASUS, _S.IN_VEREDELING, _("Uit de casus"), _("Waarom hoort het niet bij de casus?")),
    Overgang(_S.NIEUW, _S.AFGESLOTEN, _("Afsluiten"), _("Waarom stopt het hier?")),
    Overgang(_S.IN_VEREDELING, _S.AFGESLOTEN, _("Afsluiten"), _("Waarom stopt het hier?")),
    Overgang(_S.RIJP_VOOR_WEGING, _S.AFGESLOTEN, _("Afsluiten"), _("Waarom stopt het hier?")),
    Overgang(_S.IN_CASUS, _S.AFGESLOTEN, _("Afsluiten"), _("Hoe is de casus geëindigd?")),
    Overgang(_S.AFGESLOTEN, _S.IN_VEREDELING, _("Heropenen"), _("Wat is er nieuw?")),
)
"""Every allowed step. `voorwaarde="weging"`: a person decided *rijp voor weging* with a reason. `hand=False`:
set by the casus that takes the signaal in, not by a button."""

OPEN = frozenset(Status) - {Status.AFGESLOTEN}


def overgang(van: str, naar: str) -> Overgang | None:
    """The arrow between two statuses, or None when there is none."""
    return next((o for o in OVERGANGEN if (o.van, o.naar) == (van, naar)), None)


def mogelijk(van: str, *, weging: str) -> Iterator[Overgang]:
    """The steps a person can take now. `weging`: "", "ja" or "nee"."""
    return (o for o in OVERGANGEN if o.van == van and o.hand and (o.voorwaarde != "weging" or weging == "ja"))

# SPDX-License-Identifier: EUPL-1.2
"""Who takes part by role, pure: the part of a case, who is asked and why, when the overleg can decide (OVL-02)."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def deel_voor(gelaagd: bool, zorg_betrokken: bool) -> int:
    """The part in which a case is put by itself: without the regiocoördinator, unless care is named on it (p. 139)."""
    return 2 if gelaagd and not zorg_betrokken else 1


def genodigd_als(vast: bool, afhankelijk: bool, gemeente: bool, betrokken: bool) -> str:
    """Why someone is asked for an item: "" = not asked. A fixed member is asked for everything, so never per item."""
    if vast:
        return ""
    if gemeente:
        return "gemeente"
    return "betrokken" if afhankelijk and betrokken else ""


def bezwaren_quorum(
    aanwezig: Iterable[str], quorum: int, nodig: Iterable[str], namen: Mapping[str, object]
) -> list[str]:
    """Why the overleg cannot decide now. `aanwezig`: the kind of each partner in the room; `nodig`: kinds without
    whom nothing is decided; `namen`: kind → words."""
    soorten = list(aanwezig)
    nee = []
    if len(soorten) < quorum:
        nee.append(
            ngettext(
                "Er is %(er)d partner in de zaal; voor een besluit zijn er %(quorum)d nodig.",
                "Er zijn %(er)d partners in de zaal; voor een besluit zijn er %(quorum)d nodig.",
                len(soorten),
            )
            % {"er": len(soorten), "quorum": quorum}
        )
    mist = [str(namen.get(s, s)) for s in nodig if s not in soorten]
    if mist:
        nee.append(_("Zonder %(wie)s besluit dit overleg niet.") % {"wie": ", ".join(mist)})
    if nee:
        nee.append(_("Noteer wie er zijn, of stel het besluit uit."))
    return nee

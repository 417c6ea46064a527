# SPDX-License-Identifier: EUPL-1.2
"""How far a place is from somewhere, in bands that lead to no house; and which places lie too near to danger. Pure.

A place is known by the centre of its municipality alone. Who searches reads a band, never kilometres; a place with
guarded secrecy has no band at all, because a few searches from different sides would tell where it lies.
"""

from collections.abc import Collection, Mapping
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from django.utils.translation import gettext_lazy as _

Punt = tuple[float, float]
"""Latitude and longitude in degrees."""

BANDEN = ((50, _("tot 50 km")), (100, _("50 tot 100 km")))
VERDER = _("meer dan 100 km")
GEHEIM = 3
"""From this safety level on the distance stays secret."""
VEILIGE_AFSTAND = ((0, _("Alleen die gemeenten zelf")), (25, "25 km"), (50, "50 km"), (100, "100 km"))
_AARDE = 6371.0


def kilometers(a: Punt, b: Punt) -> float:
    """As the crow flies over a round earth."""
    (breed_a, lang_a), (breed_b, lang_b) = ((radians(p[0]), radians(p[1])) for p in (a, b))
    boog = sin((breed_b - breed_a) / 2) ** 2 + cos(breed_a) * cos(breed_b) * sin((lang_b - lang_a) / 2) ** 2
    return 2 * _AARDE * asin(sqrt(boog))


def band(
    aanbod: UUID | None, vanaf: UUID | None, liggingen: Mapping[UUID, Punt], veiligheid: int
) -> int | None:
    """Number of the band from the nearest outward; None: not known, or secret."""
    if veiligheid >= GEHEIM or aanbod is None or vanaf is None:
        return None
    if aanbod not in liggingen or vanaf not in liggingen:
        return None
    ver = kilometers(liggingen[aanbod], liggingen[vanaf])
    return next((nr for nr, (tot, _naam) in enumerate(BANDEN) if ver <= tot), len(BANDEN))


def bandnaam(nummer: int | None) -> str:
    """The words of a band; empty when it is not known or secret."""
    if nummer is None:
        return ""
    return str(BANDEN[nummer][1] if nummer < len(BANDEN) else VERDER)


def te_dichtbij(
    aanbod: UUID | None, mijden: Collection[UUID], afstand: int, liggingen: Mapping[UUID, Punt]
) -> bool:
    """Does it lie in a municipality to keep away from, or within `afstand` km of the centre of one?

    Where a centre is not known, doubt is for the client: with a distance asked the place falls out.
    """
    if aanbod is None or not mijden:
        return False
    if aanbod in mijden:
        return True
    if not afstand:
        return False
    if aanbod not in liggingen or any(m not in liggingen for m in mijden):
        return True
    return any(kilometers(liggingen[aanbod], liggingen[m]) <= afstand for m in mijden)

# SPDX-License-Identifier: EUPL-1.2
"""Hit/no-hit is off until everything is there (koppelregime.md §3.1). What is missing is named. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Feiten:
    """What is on file of a regime. `convenant_in_kracht`: its convenant holds today and every party signed
    it.
    """

    partijen: int
    doel: str
    grondslag: str
    dpia: str
    besluit: str
    advies: str
    categorieen: Collection[str]
    identifiers: Collection[str]
    bewaarmaanden: int
    evaluatie_op: date | None
    convenant_in_kracht: bool
    actief_van: date | None
    actief_tot: date | None


HOOGSTENS_MAANDEN = 24


def ontbreekt(f: Feiten, vandaag: date) -> list[str]:
    """Why the regime does not work today; an empty list means that it does."""
    eisen = (
        (f.convenant_in_kracht, _("een convenant dat nu geldt en dat alle deelnemers hebben ondertekend")),
        (f.partijen >= 2, _("ten minste twee deelnemende partners")),
        (f.doel, _("een doel")),
        (f.grondslag, _("een wettelijke grondslag")),
        (f.dpia, _("een DPIA")),
        (f.advies, _("het advies van de privacyfunctionaris en de rechtmatigheidsadviescommissie")),
        (f.besluit, _("een besluit")),
        (f.categorieen and f.identifiers, _("de gegevens waarover vergeleken mag worden")),
        (
            0 < f.bewaarmaanden <= HOOGSTENS_MAANDEN,
            _("een bewaartermijn van hoogstens %(n)s maanden") % {"n": HOOGSTENS_MAANDEN},
        ),
        (
            f.evaluatie_op is not None and f.evaluatie_op >= vandaag,
            _("een evaluatiedatum die nog niet voorbij is"),
        ),
        (f.actief_van is not None and f.actief_van <= vandaag, _("een datum waarop het is aangezet")),
        (f.actief_tot is None or f.actief_tot >= vandaag, _("een looptijd die nog niet voorbij is")),
    )
    return [tekst for klopt, tekst in eisen if not klopt]

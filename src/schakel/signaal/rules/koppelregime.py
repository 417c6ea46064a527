# SPDX-License-Identifier: EUPL-1.2
"""Hit/no-hit is off until everything is there (koppelregime.md §3.1). What is missing is named. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


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
    """Why the regime does not work today, in Dutch; an empty list means that it does."""
    eisen = (
        (f.convenant_in_kracht, "een convenant dat nu geldt en dat alle deelnemers hebben ondertekend"),
        (f.partijen >= 2, "ten minste twee deelnemende partners"),
        (f.doel, "een doel"),
        (f.grondslag, "een wettelijke grondslag"),
        (f.dpia, "een DPIA"),
        (f.advies, "het advies van de privacyfunctionaris en de rechtmatigheidsadviescommissie"),
        (f.besluit, "een besluit"),
        (f.categorieen and f.identifiers, "de gegevens waarover vergeleken mag worden"),
        (
            0 < f.bewaarmaanden <= HOOGSTENS_MAANDEN,
            f"een bewaartermijn van hoogstens {HOOGSTENS_MAANDEN} maanden",
        ),
        (
            f.evaluatie_op is not None and f.evaluatie_op >= vandaag,
            "een evaluatiedatum die nog niet voorbij is",
        ),
        (f.actief_van is not None and f.actief_van <= vandaag, "een datum waarop het is aangezet"),
        (f.actief_tot is None or f.actief_tot >= vandaag, "een looptijd die nog niet voorbij is"),
    )
    return [tekst for klopt, tekst in eisen if not klopt]

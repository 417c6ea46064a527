# SPDX-License-Identifier: EUPL-1.2
"""Who acts: one person, in one function, for one partner."""

from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

EigenId: TypeAlias = Any
"""A UUID, or None for the public and the machine. Django's stubs refuse None in a lookup, where SQL just finds nothing."""


@dataclass(frozen=True)
class Actor:
    """The `door` of every verb and every reader.

    A person who holds two functions acts in one of them at a time (no function implies another, delen.md).
    `personen` holds the person and everyone whose stand-in they are today, in this function.
    """

    gebruiker_id: EigenId
    partner_id: EigenId
    functie: str
    bezetting_id: UUID | None = None
    personen: tuple[UUID, ...] = ()
    naam: str = ""
    partner_naam: str = ""
    functie_naam: str = ""

    @property
    def anoniem(self) -> bool:
        return self.gebruiker_id is None

    def is_een(self, *functies: str) -> bool:
        """Does the actor act in one of these functions?"""
        return self.functie in functies


PUBLIEK = Actor(gebruiker_id=None, partner_id=None, functie="publiek")
"""A citizen or an unnamed reporter: sees what is public and what their receipt code opens."""

SYSTEEM = Actor(gebruiker_id=None, partner_id=None, functie="systeem")
"""The machine itself (terms that end, reminders): sees no content."""

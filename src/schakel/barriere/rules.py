# SPDX-License-Identifier: EUPL-1.2
"""Barriers, pure: the supplied models, how models relate, which partners a group lacks (report p. 24-25, 129-130)."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

BESTAND = Path(__file__).parent / "gegevens" / "modellen-2026.toml"

ZORG = ("zorg", "opvang", "ggd", "jeugd", "voogdij", "comensha")
"""Kinds of partners that do not follow from the model but belong in the chain (report p. 129-130)."""


class Staat(TextChoices):
    """How a barrier stands in one case."""

    ONBEKEND = "onbekend", _("Nog niet bekeken")
    OPEN = "open", _("Open: de uitbuiter komt erdoor")
    VERHOOGD = "verhoogd", _("Verhoogd: het is lastiger gemaakt")
    GESLOTEN = "gesloten", _("Gesloten: hier stopt het")


class Bewust(TextChoices):
    """Does a facilitator know? Unknown unless someone says so."""

    ONBEKEND = "onbekend", _("Onbekend")
    JA = "ja", _("Weet ervan")
    NEE = "nee", _("Weet van niets")


class PlekStand(TextChoices):
    OPEN = "open", _("Open")
    BEZIG = "bezig", _("Er wordt aan gewerkt")
    OPGELOST = "opgelost", _("Opgelost")


class Vondst(TextChoices):
    """Where a weak point was found (BAR-03)."""

    CASUS = "casus", _("In een casus")
    CONTROLE = "controle", _("Bij een controle")
    ANALYSE = "analyse", _("In een analyse")


@dataclass(frozen=True)
class Onderdeel:
    """One part of the exploitation: moments of contact, facilitators, kinds of partners, interventions."""

    code: str
    momenten: str
    legaal: tuple[str, ...]
    illegaal: tuple[str, ...]
    signaleren: tuple[str, ...]
    ingrijpen: tuple[str, ...]
    interventies: tuple[str, ...]


@lru_cache(maxsize=1)
def bestand() -> dict[str, Any]:
    """The supplied data."""
    with BESTAND.open("rb") as open_bestand:
        return tomllib.load(open_bestand)


@lru_cache(maxsize=1)
def onderdelen() -> dict[str, Onderdeel]:
    """Code → what the part is about."""
    return {
        code: Onderdeel(
            code,
            rij["momenten"],
            *(tuple(rij[n]) for n in ("legaal", "illegaal", "signaleren", "ingrijpen", "interventies")),
        )
        for code, rij in bestand()["deel"].items()
    }


def samen(basis: Iterable[str]) -> Onderdeel:
    """Several parts as one barrier, each name once."""
    delen = [onderdelen()[code] for code in basis if code in onderdelen()]

    def alle(naam: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(w for d in delen for w in getattr(d, naam)))

    return Onderdeel(
        "",
        " ".join(d.momenten for d in delen),
        *(alle(n) for n in ("legaal", "illegaal", "signaleren", "ingrijpen", "interventies")),
    )


def verplaatst(basis: Collection[str], doel: Mapping[str, Collection[str]]) -> str:
    """Under which barrier of another model something stands: the one that shares most of its parts; "" = none.

    `doel`: code of each barrier in order → its parts. Nothing is lost: what fits nowhere is shown apart (BAR-04+).
    """
    passend = {code: len(set(basis) & set(delen)) for code, delen in doel.items()}
    beste = max(passend.values(), default=0)
    return next((code for code, aantal in passend.items() if aantal == beste), "") if beste else ""


@dataclass(frozen=True)
class Gat:
    """What a group lacks for one barrier: kinds that could signal, kinds that could intervene; empty = nobody lacks."""

    signaleren: tuple[str, ...]
    ingrijpen: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.signaleren or self.ingrijpen)


def gat(onderdeel: Onderdeel, aanwezig: Collection[str]) -> Gat:
    """A barrier needs at least one partner that can signal and one that can intervene (report p. 24)."""
    return Gat(
        () if set(onderdeel.signaleren) & set(aanwezig) else onderdeel.signaleren,
        () if set(onderdeel.ingrijpen) & set(aanwezig) else onderdeel.ingrijpen,
    )

# SPDX-License-Identifier: EUPL-1.2
"""Fines and tax assessments, pure: as intervention and as signal, at whom they aim, whom to involve early (INT-06)."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from schakel.convenant.rules import Categorie, Fase


class Focus(TextChoices):
    """At whom a measure aims, as was agreed. A possible victim cannot be chosen (report p. 41, 101, 106)."""

    UITBUITER = "uitbuiter", _l("De uitbuiters")
    BEDRIJF = "bedrijf", _l("Het bedrijf of de werkgever")
    FACILITEERDER = "faciliteerder", _l("Wie het mogelijk maakt")


@dataclass(frozen=True)
class Boetesoort:
    """`interventie`: code of the catalogue; `vorm`: form of exploitation or ""; `indicatoren`: codes of the lists."""

    naam: str
    interventie: str
    categorie: Categorie
    vorm: str
    indicatoren: tuple[str, ...]
    bron: str
    let_op: str = ""


@dataclass(frozen=True)
class Vroeg:
    """A kind of partner that belongs in the case before the weighing; `vormen` empty = whatever the form."""

    soort: str
    vormen: tuple[str, ...]
    zin: str
    bron: str


def _lees() -> dict[str, Any]:
    with (Path(__file__).parent / "boetes.toml").open("rb") as bestand:
        return tomllib.load(bestand)


BOETES = {
    code: Boetesoort(
        **rij | {"categorie": Categorie(rij["categorie"]), "indicatoren": tuple(rij["indicatoren"])}
    )
    for code, rij in _lees()["boete"].items()
}
VROEG = tuple(Vroeg(**rij | {"vormen": tuple(rij["vormen"])}) for rij in _lees()["vroeg"])


def vroeg_betrekken(*, fase: str, vormen: Collection[str], erbij: Collection[str]) -> list[str]:
    """Whom to involve now, a sentence each. `erbij`: kinds of partners in the case. Nothing after the weighing."""
    if fase not in (Fase.DETECTIE, Fase.DOSSIERVORMING, Fase.WEGING):
        return []
    return [v.zin for v in VROEG if v.soort not in erbij and (not v.vormen or set(v.vormen) & set(vormen))]


def bezwaren_focus(terrein: str, focus: str) -> list[str]:
    """A fiscal measure is adopted with its focus: a tax must not end at a possible victim."""
    if terrein != "fiscaal" or focus:
        return []
    return [_("Leg vast op wie de maatregel is gericht: op uitbuiters, niet op mogelijke slachtoffers.")]

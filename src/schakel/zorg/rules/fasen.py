# SPDX-License-Identifier: EUPL-1.2
"""The phases of a zorgtraject and what stands in the way of the next one (report pp. 27-28, 70-71, 136). Pure."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Fasemodel:
    """One way to run a traject: `fasen` code → name, in order; a plan must stand before `begeleiding`."""

    code: str
    naam: str
    uitleg: str
    fasen: Mapping[str, str]
    begeleiding: str

    @property
    def eerste(self) -> str:
        return next(iter(self.fasen))

    @property
    def laatste(self) -> str:
        return list(self.fasen)[-1]

    def buren(self, fase: str) -> list[str]:
        """The phases to which one step leads: the next, and the one before."""
        rij = list(self.fasen)
        plek = rij.index(fase)
        return [*rij[plek + 1 : plek + 2], *rij[max(plek - 1, 0) : plek]]

    def vooruit(self, van: str, naar: str) -> bool:
        rij = list(self.fasen)
        return rij.index(naar) > rij.index(van)


def _lees() -> dict[str, Fasemodel]:
    bron = tomllib.loads(Path(__file__).with_name("fasemodellen.toml").read_text())
    return {code: Fasemodel(code=code, **velden) for code, velden in bron.items()}


FASEMODELLEN = _lees()


class Sluitreden(TextChoices):
    DOELEN_BEREIKT = "doelen_bereikt", _("De doelen zijn bereikt")
    OVERGEDRAGEN = "overgedragen", _("Overgedragen aan een andere instelling")
    EIGEN_KEUZE = "eigen_keuze", _("De cliënt wil stoppen")
    UIT_BEELD = "uit_beeld", _("De cliënt is uit beeld")
    TERUGKEER = "terugkeer", _("Teruggekeerd naar het land van herkomst")
    GEEN_SLACHTOFFER = "geen_slachtoffer", _("Er bleek een andere hulpvraag te zijn")


class Nazorg(TextChoices):
    JA = "ja", _("Ja, nazorg is geregeld")
    AANGEBODEN = "aangeboden", _("Aangeboden, de cliënt wil het niet")
    NIET_NODIG = "niet_nodig", _("Niet nodig")
    NIET_MOGELIJK = "niet_mogelijk", _("Niet mogelijk, de cliënt is uit beeld")


class Leeftijd(TextChoices):
    """What the route and the place depend on; the birth date itself is zorginhoud."""

    VOLWASSEN = "volwassen", _("Volwassen")
    MINDERJARIG = "minderjarig", _("Minderjarig")
    ONBEKEND = "onbekend", _("Nog niet bekend")


class Doelgroep(TextChoices):
    """For whom a place or a route must fit."""

    VROUW = "vrouw", _("Vrouw")
    MAN = "man", _("Man")
    TRANS = "anders", _("Trans of non-binair persoon")
    ONBEKEND = "onbekend", _("Nog niet bekend")


def bezwaren_fase(
    model: Fasemodel, van: str, naar: str, *, soorten: Collection[str], gesloten: bool
) -> list[str]:
    """Why this step cannot be taken, each with what to do. `soorten`: kinds of statements that are there.

    Before support starts there is a view of the client, a need and a goal; else support has no plan.
    """
    if gesloten:
        return [gettext("Dit traject is afgesloten. Open het eerst weer.")]
    if naar not in model.buren(van):
        return [gettext("Deze stap kan nu niet. Ga één fase verder of terug.")]
    nee = []
    if model.vooruit(van, naar):
        if van == model.eerste and "persoon" not in soorten:
            nee.append(gettext("Leg eerst vast wie de cliënt is, al is het een roepnaam."))
        if naar == model.begeleiding and "behoefte" not in soorten:
            nee.append(gettext("Leg eerst minstens één behoefte of risico vast."))
        if naar == model.begeleiding and "doel" not in soorten:
            nee.append(gettext("Leg eerst minstens één doel van het zorgplan vast."))
    return nee


def bezwaren_sluiten(*, reden: str, nazorg: str, gesloten: bool, bedenktijd_open: bool = False) -> list[str]:
    """A traject is never closed without a reason and a decision on nazorg (ZOR-01), nor over a running bedenktijd."""
    nee = []
    if bedenktijd_open:
        nee.append(gettext("De bedenktijd staat nog open. Leg eerst vast waarom zij eindigt."))
    if gesloten:
        nee.append(gettext("Dit traject is al afgesloten."))
    if reden not in Sluitreden.values:
        nee.append(gettext("Kies waarom het traject stopt."))
    if nazorg not in Nazorg.values:
        nee.append(gettext("Besluit over nazorg: wat gebeurt er na vandaag?"))
    return nee

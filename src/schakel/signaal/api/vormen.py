# SPDX-License-Identifier: EUPL-1.2
"""What goes in and out of the API of this room."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, StringConstraints

from schakel.convenant import rules as deelregels
from schakel.convenant.models import Gegeven
from schakel.kern.api import Vorm
from schakel.signaal.models import Informatieverzoek
from schakel.signaal.rules import Sluitreden, woorden
from schakel.signaal.rules import Status as Stand

Kort = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Lang = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000)]


class PlaatsIn(Vorm):
    """`gemeente`: id, name or CBS code. Neither `gemeente` nor `buitenland`: not known."""

    soort: woorden.PlaatsSoort
    gemeente: Kort = ""
    buitenland: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""


class GegevenIn(Vorm):
    """One statement; the fields of `inhoud` depend on `soort`. Empty `categorie`: the fitting one."""

    soort: Kort
    inhoud: dict[str, str | None]
    categorie: deelregels.Categorie | None = None
    handeling: deelregels.Handeling = deelregels.Handeling.KETEN
    zekerheid: Gegeven.Zekerheid = Gegeven.Zekerheid.EIGEN_WAARNEMING
    datum: date | None = None
    embargo_tot: date | None = None
    bron: Kort = ""
    bron_beschermd: bool = True


class SignaalIn(Vorm):
    """Nothing is obligatory but one statement."""

    vormen: list[woorden.Vorm] = Field([], max_length=6)
    sector: Kort = ""
    omvang: int | None = Field(None, ge=0, le=100_000)
    herkomst: Kort = "eigen"
    betrouwbaarheid: Kort = "onbekend"
    waargenomen_op: date | None = None
    niet_pluis: bool = False
    plaatsen: list[PlaatsIn] = Field([], max_length=20)
    gegevens: list[GegevenIn] = Field(min_length=1, max_length=500)


class PlaatsUit(Vorm):
    soort: str
    naam: str


class Kop(Vorm):
    """A header: nothing about persons."""

    id: UUID
    kenmerk: str
    eigenaar: str
    status: str
    sluitreden: str
    vormen: list[str]
    sector: str
    omvang: int | None
    niet_pluis: bool
    vervalt_op: date | None
    bescherming: str
    weging: str
    waargenomen_op: date | None
    gemaakt_op: datetime
    versie: int
    plaatsen: list[PlaatsUit]


class GegevenUit(Vorm):
    id: UUID
    soort: str
    inhoud: dict[str, Any]
    categorie: str
    handeling: str
    zekerheid: str
    datum: date | None
    bron: str = ""


class RaakvlakUit(Vorm):
    """`signaal` and `zin` only where the caller may see the other side; else whom to call, and nothing
    more.
    """

    partner: str
    contact: str = ""
    signaal: UUID | None = None
    kenmerk: str = ""
    zin: str = ""
    status: str = ""
    raakvlak: UUID | None = None


class SignaalUit(Kop):
    gegevens: list[GegevenUit]
    raakvlakken: list[RaakvlakUit]
    gedeeld_met: list[str]


class StapIn(Vorm):
    """`naar`: a status of the table; `reden` always, `sluitreden` when closing. `versie`: the one that was
    read.
    """

    naar: Stand
    reden: Lang
    sluitreden: Sluitreden | None = None
    versie: int


class ZoekIn(Vorm):
    woorden: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    doel: deelregels.Doel


class FilterIn(Vorm):
    status: Kort = ""
    vorm: Kort = ""
    gemeente: Kort = ""
    wie: Kort = ""
    niet_pluis: bool = False


class VerzoekIn(Vorm):
    """`aan`: code of a partner; `termijn` in working days; `raakvlak`: the hit that gave rise to it."""

    signaal: UUID
    aan: Kort
    vraag: Lang
    doel: deelregels.Doel
    grondslag: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
    termijn: int = Field(10, ge=1, le=60)
    raakvlak: UUID | None = None


class VerzoekUit(Vorm):
    id: UUID
    van: str
    aan: str
    doel: str
    grondslag: str
    uiterlijk: date
    te_laat: bool
    status: str
    beantwoord_op: datetime | None
    beantwoord_functie: str
    vraag: str = ""
    antwoord: str = ""


class AntwoordIn(Vorm):
    """With `signaal`, `categorieen` and `tot` the answer is a verstrekking; else `status` says what it is."""

    status: Informatieverzoek.Status
    tekst: Lang = ""
    signaal: UUID | None = None
    categorieen: list[deelregels.Categorie] = Field([], max_length=20)
    tot: date | None = None
    motivering: Lang = ""

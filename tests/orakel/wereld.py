# SPDX-License-Identifier: EUPL-1.2
"""A world as plain data: partners, people in functions, convenanten, objects and their fields, sharing."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass
class Partner:
    id: UUID
    soort: str
    tot: date | None = None


@dataclass
class Functie:
    id: UUID
    partner: UUID
    rol: str
    tot: date | None = None


@dataclass
class Bezetting:
    """A person fills a function, as its holder or as stand-in."""

    id: UUID
    persoon: UUID
    functie: UUID
    plaatsvervanger: bool
    van: date
    tot: date | None = None


@dataclass
class Regel:
    """One row of the deelmatrix; * is every kind of partner, empty is every function, stage or purpose."""

    code: str
    van: str
    naar: str
    categorie: str
    functie: str = ""
    deel: int | None = None
    fasen: tuple[str, ...] = ()
    doelen: tuple[str, ...] = ()
    wijze: str = "volledig"
    voorwaarden: tuple[str, ...] = ()
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass
class Convenant:
    """One agreement in one version; `partijen`: partner → (status, signed on, left on)."""

    id: UUID
    versie: UUID
    vastgesteld: bool
    ingang: date
    einde: date | None
    opgezegd_op: date | None
    partijen: dict[UUID, tuple[str, date | None, date | None]]
    regels: list[Regel]


@dataclass
class Betrokken:
    id: UUID
    partner: UUID
    persoon: UUID
    van: date
    tot: date | None = None


@dataclass
class Gegeven:
    id: UUID
    categorie: str
    kanarie: str
    handeling: str = "keten"
    embargo_tot: date | None = None
    bewaren_tot: date | None = None
    bron: str = ""
    bron_beschermd: bool = True


@dataclass
class Verstrekking:
    id: UUID
    stuk: UUID
    van: UUID
    aan: UUID
    functie: str
    casus: UUID | None
    deel: int | None
    categorieen: tuple[str, ...]
    convenant: UUID
    begin: date
    einde: date
    ingetrokken: bool = False
    wacht: bool = False
    geanonimiseerd: bool = False


@dataclass
class Stuk:
    """A signaal, casus, melding … with its fields. `in_casus`: the casus to which it was brought."""

    id: UUID
    soort: str
    eigenaar: UUID
    kenmerk: str
    besloten: bool = False
    handeling: str = "keten"
    embargo_tot: date | None = None
    fase: str = "detectie"
    genoemd: set[UUID] = field(default_factory=set)
    betrokkenen: list[Betrokken] = field(default_factory=list)
    gegevens: list[Gegeven] = field(default_factory=list)
    verstrekkingen: list[Verstrekking] = field(default_factory=list)
    in_casus: UUID | None = None
    afzender: UUID | None = None
    delen: dict[UUID, int] = field(default_factory=dict)
    """Of a casus: its interventies, each with its part of the overleg."""


@dataclass
class Raakvlak:
    """One side of a hit: `stuk` touches `ander`, which is of partner `tegenpartij`."""

    id: UUID
    stuk: UUID
    tegenpartij: UUID
    ander: UUID


@dataclass
class Verzoek:
    """A question of one partner to another about `stuk` of the asker."""

    id: UUID
    van: UUID
    aan: UUID
    stuk: UUID
    uiterlijk: date
    vraag: str
    tekst: UUID


@dataclass
class Lid:
    """A partner sits in a body through a function, from one day to another, in these parts (none named: all)."""

    partner: UUID
    rol: str
    delen: tuple[int, ...]
    van: date
    tot: date | None
    vast: bool


@dataclass
class Overleg:
    """A meeting of a body on a day; both have the same number here."""

    id: UUID
    orgaan: UUID
    eigenaar: UUID
    dag: date
    leden: list[Lid]


@dataclass
class Aanhang:
    """A row of another walled table, that hangs on an object, a meeting, or only on partners.

    `eigenaar`: whose it is; `ander`: the second party; `bij`: the second object, or the meeting; `dicht`: taken back.
    """

    tabel: str
    id: UUID
    stuk: UUID | None = None
    eigenaar: UUID | None = None
    ander: UUID | None = None
    bij: UUID | None = None
    deel: int = 0
    functie: str = ""
    dicht: bool = False
    ouder: UUID | None = None


@dataclass(frozen=True)
class Voorstel:
    """A proposed act of sharing, for "Mag dit?"; without `stuk` about information in general."""

    van: UUID
    aan: UUID
    categorieen: tuple[str, ...]
    doel: str
    fase: str
    functie: str = ""
    deel: int | None = None
    voorwaarden: tuple[str, ...] = ()
    geanonimiseerd: bool = False
    stuk: Stuk | None = None


@dataclass(frozen=True)
class Wie:
    """Who asks: a person in a function at a partner. `personen`: themselves and whose stand-in they are."""

    bezetting: UUID
    persoon: UUID
    partner: UUID
    rol: str
    personen: frozenset[UUID]


@dataclass
class Wereld:
    vandaag: date
    partners: dict[UUID, Partner] = field(default_factory=dict)
    functies: dict[UUID, Functie] = field(default_factory=dict)
    bezettingen: dict[UUID, Bezetting] = field(default_factory=dict)
    convenanten: dict[UUID, Convenant] = field(default_factory=dict)
    stukken: dict[UUID, Stuk] = field(default_factory=dict)
    raakvlakken: list[Raakvlak] = field(default_factory=list)
    verzoeken: list[Verzoek] = field(default_factory=list)
    overleggen: dict[UUID, Overleg] = field(default_factory=dict)
    besprekingen: dict[UUID, Overleg] = field(default_factory=dict)
    """Meetings of care, that have bodies of their own."""
    aanhang: list[Aanhang] = field(default_factory=list)


def merk(id: UUID, nummer: int) -> str:
    """The canary of a text that hangs on this row."""
    return f"kanarie{id.hex[:10]}q{nummer:04d}x"

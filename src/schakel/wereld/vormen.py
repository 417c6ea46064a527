# SPDX-License-Identifier: EUPL-1.2
"""The shapes of a world: plain data, shared by the generator, the demo region and the import files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Omvang = Literal["klein", "regio", "land"]
Partnersoort = Literal[
    "gemeente",
    "politie",
    "om",
    "belastingdienst",
    "nla",
    "riec",
    "zvh",
    "zorg",
    "ggd",
    "kmar",
    "opvang",
    "corporatie",
]
Vorm = Literal["arbeid", "seksueel", "crimineel", "dienstbaarheid", "orgaan", "onbekend"]
Gegevensoort = Literal[
    "persoon", "adres", "telefoon", "bedrijf", "voertuig", "account", "advertentie", "tekst", "indicator"
]
Categorie = Literal[
    "object",
    "persoon-verdacht",
    "persoon-mogelijk-slachtoffer",
    "melder",
    "waarneming",
    "politie-8",
    "politie-9",
    "politie-10",
    "strafvordering",
    "fiscaal",
    "toezicht",
    "bijzonder",
    "zorginhoud",
]
Zekerheid = Literal["eigen_waarneming", "horen_zeggen", "document", "systeem", "niet_pluis"]
Graad = Literal["niet-pluis", "vermoeden", "concreet"]
Rol = Literal["", "mogelijk-slachtoffer", "verdachte", "facilitator", "getuige", "melder", "onbekend"]
Publiek = Literal["eigen", "ketenregisseur", "deel2", "deel1en2", "genoemd", "keten"]
Functiesoort = Literal[
    "melder",
    "aandachtsfunctionaris",
    "ketenregisseur",
    "regiocoordinator",
    "casusdeelnemer",
    "zorgdeelnemer",
    "toezichthouder",
    "stuurgroeplid",
    "zorggroeplid",
    "bestuurlijk_trekker",
    "privacyfunctionaris",
    "functioneel_beheerder",
]
Meldingstand = Literal["nieuw", "in-behandeling", "signaal-gemaakt", "doorgezet", "afgesloten"]
Signaalstand = Literal[
    "nieuw", "niet-pluis", "in-veredeling", "rijp-voor-weging", "in-casus", "overgedragen", "afgesloten"
]


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A fictional municipality. `rol`: its part in the approach; `postcodes`: four digits, all 0xxx."""

    id: str
    naam: str
    postcodes: tuple[str, ...]
    inwoners: int
    rol: Literal["trekt", "volgt", "impasse", "via-riec", "meedoen"] = "meedoen"
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation; `id` is the short name in logins. `gemeenten`: ids of those it works for."""

    id: str
    naam: str
    soort: Partnersoort
    gemeenten: tuple[str, ...]
    publiek: bool = True


@dataclass(frozen=True, slots=True)
class Functie:
    """A function at a partner. `houder` empty: vacant, shown as a gap. `login`: the part before the @."""

    partner: str
    functie: Functiesoort
    login: str
    houder: str = ""
    waarnemer_van: str = ""  # login (before the @) of the same partner whom this person replaces
    sinds: date | None = None
    toont: str = ""  # what this login can show in the demo, one Dutch line

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the function."""
        return not self.houder

    @property
    def gebruiker(self) -> str:
        """Login name, such as `melder@lindemeer.rijndal.test`."""
        return f"{self.login}@{self.partner}.rijndal.test"


@dataclass(frozen=True, slots=True)
class Overleg:
    """A body that meets. Seats are login names. Who is in `alleen_deel_1` leaves before the second part."""

    id: str
    naam: str
    niveau: Literal["operationeel", "tactisch", "strategisch"]
    keten: Literal["aanpak", "zorg"]
    voorzitter: str
    leden: tuple[str, ...]
    alleen_deel_1: tuple[str, ...] = ()
    ritme: str = ""
    volgende: date | None = None


@dataclass(frozen=True, slots=True)
class Handeling:
    """What the supplier attaches to a piece of information. The most restrictive wins."""

    publiek: Publiek = "deel1en2"
    genoemd: tuple[str, ...] = ()
    embargo_tot: date | None = None  # 9999-12-31: until the supplier lifts it
    bron_beschermd: bool = False
    proces_verbaal: Literal["ja", "nee", "na_overleg"] = "na_overleg"
    niet_fiscaal: bool = False
    niet_strafrechtelijk: bool = False


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One statement. Keys of `velden` are the target fields of `schakel.signaal.importformaat`."""

    soort: Gegevensoort
    velden: dict[str, str]
    categorie: Categorie = "object"
    zekerheid: Zekerheid = "eigen_waarneming"
    bron: str = ""
    datum: date | None = None
    rol: Rol = ""
    handeling: Handeling = field(default_factory=Handeling)


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What one partner noticed at one moment; becomes one melding or one signaal.

    `id` is the supplier's own reference; it tells nothing about person or network.
    """

    id: str
    partner: str
    soort: Literal["melding", "signaal"]
    waargenomen: date
    ontvangen: date
    gemeente: str
    vorm: Vorm
    graad: Graad
    bron: str
    tekst: str
    gegevens: tuple[Gegeven, ...]


@dataclass(frozen=True, slots=True)
class Melding:
    """A report of the demo story, with its state and what was told back. `door` empty: anonymous."""

    waarneming: Waarneming
    wijze: Literal["anoniem", "vertrouwelijk", "open"]
    kanaal: Literal["formulier", "telefoon", "e-mail", "balie", "post"]
    stand: Meldingstand
    door: str = ""
    reden: str = ""
    terugkoppeling: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signaal:
    """A signal of the demo story. `uit`: ids of the reports behind it; `door`: login of who made it."""

    waarneming: Waarneming
    titel: str
    door: str
    stand: Signaalstand
    uit: tuple[str, ...] = ()
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Regio:
    """A told region: everything a loader needs, in the order in which it can be loaded."""

    naam: str
    peildatum: date
    gemeenten: tuple[Gemeente, ...]
    partners: tuple[Partner, ...]
    functies: tuple[Functie, ...]
    overleggen: tuple[Overleg, ...]
    meldingen: tuple[Melding, ...]
    signalen: tuple[Signaal, ...]
    raakvlakken: tuple[tuple[str, str, str], ...]  # signal, signal, reason: what Schakel should find
    netwerken: dict[str, tuple[str, ...]]  # network id → ids of its reports and signals
    personen: dict[str, tuple[str, ...]]  # id of report or signal → true persons in it

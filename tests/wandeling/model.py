# SPDX-License-Identifier: EUPL-1.2
"""What must be true of cases, meetings and plans, a second time and from the report: it shares nothing with `schakel`.

Each `mag_…` answers with a word: `ja`, `nee` (refused with reasons), `verboden` (not this person), `verouderd`
(somebody was first). The walk asks the product the same and compares, and compares what is in the database.
"""

from dataclasses import dataclass, field
from uuid import UUID

STAPPEN = ("detectie", "dossiervorming", "weging", "toewijzing", "uitvoering", "evaluatie")
REGIE = ("ketenregisseur", "aandachtsfunctionaris")
JA, NEE, VERBODEN, VEROUDERD = "ja", "nee", "verboden", "verouderd"


def partner(wie: str) -> str:
    return wie.split("@")[1]


def rol(wie: str) -> str:
    return wie.split("@")[0]


@dataclass
class Interventie:
    uitvoerder: str
    effect: bool
    deel: int
    status: str = "voorgesteld"
    versie: int = 1


@dataclass
class Casus:
    """One case as it must stand. `stukken`: partner → how many pieces; `regie` counts its own only."""

    id: UUID
    regie: str
    betrokken: set[str]
    fase: str = "detectie"
    versie: int = 1
    compleet: bool = False
    spoed: bool = False
    gewogen: int = 0
    meningen: int = 0
    geevalueerd: int = 0
    gesloten: bool = False
    stukken: dict[str, int] = field(default_factory=dict)
    interventies: dict[UUID, Interventie] = field(default_factory=dict)

    def is_regie(self, wie: str) -> bool:
        return partner(wie) == self.regie and rol(wie) in REGIE

    @property
    def open(self) -> int:
        return sum(i.status in ("vastgesteld", "aanvaard") for i in self.interventies.values())

    def mag_stap(self, wie: str, naar: str, reden: str, versie: int) -> str:
        if not self.is_regie(wie):
            return VERBODEN
        if versie != self.versie:
            return VEROUDERD
        if self.gesloten or not reden.strip() or naar not in STAPPEN:
            return NEE
        van, doel = STAPPEN.index(self.fase), STAPPEN.index(naar)
        if doel < van:
            return JA if doel > 0 else NEE
        eis = {
            "dossiervorming": self.stukken.get(self.regie, 0) > 0 or self.spoed,
            "weging": self.compleet or self.spoed,
            "toewijzing": self.gewogen > 0 or self.spoed,
            "uitvoering": any(i.status != "voorgesteld" for i in self.interventies.values()),
            "evaluatie": self.open == 0,
        }
        return JA if doel == van + 1 and eis[naar] else NEE

    def stap(self, naar: str) -> None:
        self.fase, self.versie = naar, self.versie + 1
        self.compleet = self.compleet and naar != "dossiervorming"

    def mag_sluiten(self, wie: str, reden: str, toelichting: str, versie: int) -> str:
        if not self.is_regie(wie):
            return VERBODEN
        if versie != self.versie:
            return VEROUDERD
        bereikt = reden != "doel-bereikt" or self.geevalueerd > 0
        kan = not self.gesloten and toelichting.strip() and bereikt and self.open == 0
        return JA if kan else NEE

    def mag_vaststellen(self, wie: str, wat: Interventie) -> str:
        """By the regie, or on behalf of the overleg a ketenregisseur; weighed or urgent, and with the effect on the victim."""
        if not (self.is_regie(wie) or rol(wie) == "ketenregisseur"):
            return VERBODEN
        if wat.status != "voorgesteld":
            return JA
        erbij = not self.is_regie(wie) or wat.uitvoerder in {partner(b) for b in self.betrokken}
        return JA if not self.gesloten and (self.gewogen or self.spoed) and wat.effect and erbij else NEE


@dataclass
class Overleg:
    id: UUID
    leider: str
    status: str = "gepland"
    versie: int = 1
    punten: dict[UUID, tuple[UUID, int]] = field(default_factory=dict)
    besluiten: int = 0
    acties: dict[UUID, tuple[str, str, int, int]] = field(default_factory=dict)
    """Id → (partner, status, versie, deel)."""

    def leidt(self, wie: str) -> bool:
        return partner(wie) == self.leider and rol(wie) in REGIE


@dataclass
class Plan:
    id: UUID
    eigenaar: str
    adres: int
    begin: int
    einde: int
    status: str = "gepland"
    versie: int = 1
    met: dict[UUID, set[str]] = field(default_factory=dict)
    """Of each plan that this one touches: who of both confirmed."""

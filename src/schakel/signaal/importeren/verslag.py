# SPDX-License-Identifier: EUPL-1.2
"""What came of an import."""

from dataclasses import dataclass, field

BEWAARD = 10_000
"""Errors that are kept in full; beyond that they are only counted."""


@dataclass(frozen=True)
class Rijfout:
    """One thing that was not imported: line of the file (1 = the heading), column, and what to do (Dutch)."""

    regel: int
    kolom: str
    reden: str

    def __str__(self) -> str:
        kolom = f", kolom '{self.kolom}'" if self.kolom else ""
        return f"regel {self.regel}{kolom}: {self.reden}"


@dataclass
class Verslag:
    """Counts of rows and of what was made; `opmerkingen` are about the file as a whole."""

    proef: bool = False
    regels: int = 0
    signalen: int = 0
    meldingen: int = 0
    gegevens: int = 0
    bekend: int = 0
    aantal_fouten: int = 0
    fouten: list[Rijfout] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    def meld(self, *fouten: Rijfout) -> None:
        """Report errors."""
        self.aantal_fouten += len(fouten)
        self.fouten += fouten[: max(0, BEWAARD - len(self.fouten))]

    def samenvatting(self) -> str:
        """The outcome in Dutch, for the terminal."""
        wat = "zou toevoegen" if self.proef else "toegevoegd"
        regels = [
            *self.opmerkingen,
            f"{self.regels} regels gelezen; {wat}: {self.signalen} signalen, {self.meldingen} meldingen, "
            f"{self.gegevens} gegevens; al bekend: {self.bekend}; "
            f"niet ingelezen: {self.aantal_fouten} fouten.",
        ]
        return "\n".join(regels)

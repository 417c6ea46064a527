# SPDX-License-Identifier: EUPL-1.2
"""Small words to write statements with, so that the story files read as a story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from schakel.wereld.vormen import Categorie, Gegeven, Graad, Handeling, Rol, Vorm, Waarneming, Zekerheid

NADER_ORDER = date(9999, 12, 31)
"""An embargo without an end: until the supplier lifts it."""

CATEGORIE_VAN_ROL: dict[str, Categorie] = {
    "mogelijk-slachtoffer": "persoon-mogelijk-slachtoffer",
    "verdachte": "persoon-verdacht",
    "facilitator": "persoon-verdacht",
    "melder": "melder",
}


def persoon(rol: Rol, voornaam: str = "", achternaam: str = "", **velden: str) -> Gegeven:
    """Somebody, known in part. `omschrijving` describes who has no name."""
    alles = {"voornaam": voornaam, "achternaam": achternaam, **velden}
    gevuld = {naam: waarde for naam, waarde in alles.items() if waarde}
    return Gegeven("persoon", gevuld, CATEGORIE_VAN_ROL.get(rol, "waarneming"), rol=rol)


def adres(straat: str, huisnummer: str, plaats: str, postcode: str = "") -> Gegeven:
    """A fictional address; postcodes start with 0 and so exist nowhere."""
    velden = {"straat": straat, "huisnummer": huisnummer, "postcode": postcode, "plaats": plaats}
    return Gegeven("adres", {naam: waarde for naam, waarde in velden.items() if waarde})


def telefoon(nummer: str) -> Gegeven:
    """A number as it was written down."""
    return Gegeven("telefoon", {"telefoon": nummer})


def bedrijf(naam: str, kvk: str = "") -> Gegeven:
    """A company; KvK numbers starting with 00 were never issued."""
    return Gegeven("bedrijf", {"bedrijf": naam, **({"kvk": kvk} if kvk else {})})


def voertuig(kenteken: str, omschrijving: str = "") -> Gegeven:
    """A vehicle; plates with a Q are never issued."""
    return Gegeven("voertuig", {"kenteken": kenteken, **({"voertuig": omschrijving} if omschrijving else {})})


def account(soort: Literal["iban", "account", "email"], waarde: str) -> Gegeven:
    """A bank account (bank code FICT exists nowhere), a handle on a platform, or an e-mail address."""
    return Gegeven("account", {soort: waarde})


def advertentie(tekst: str) -> Gegeven:
    """An advertisement as found, with its site."""
    return Gegeven("advertentie", {"advertentie": tekst})


def tekst(inhoud: str, categorie: Categorie = "waarneming") -> Gegeven:
    """A statement in words."""
    return Gegeven("tekst", {"tekst": inhoud}, categorie)


def indicator(
    code: str, gezien: Literal["waargenomen", "niet waargenomen", "onbekend"] = "waargenomen"
) -> Gegeven:
    """An indicator of the shipped lists, by id."""
    return Gegeven("indicator", {"indicator": code, "gezien": gezien}, "waarneming")


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes observations counted in days before the reference date."""

    peildatum: date

    def dag(self, geleden: int) -> date:
        """The date so many days before the reference date."""
        return self.peildatum - timedelta(days=geleden)

    def schrijf(
        self,
        id: str,
        soort: Literal["melding", "signaal"],
        tekst: str,
        *gegevens: Gegeven,
        gemeente: str,
        vorm: Vorm,
        graad: Graad,
        bron: str,
        geleden: int,
        vertraging: int = 0,
        zekerheid: Zekerheid = "eigen_waarneming",
        handeling: Handeling | None = None,
        categorie: Categorie | None = None,
    ) -> Waarneming:
        """One observation; `id` starts with the partner. Statements inherit source, date and handeling.

        `categorie` replaces the default of everything that is not about a person.
        """
        wanneer = self.dag(geleden + vertraging)
        stempel = handeling or Handeling()
        klaar = tuple(
            replace(
                g,
                bron=bron,
                datum=wanneer,
                zekerheid=zekerheid,
                handeling=stempel,
                categorie=categorie if categorie and not g.categorie.startswith("persoon") else g.categorie,
            )
            for g in gegevens
        )
        return Waarneming(
            id,
            id.partition("-")[0],
            soort,
            wanneer,
            self.dag(geleden),
            gemeente,
            vorm,
            graad,
            bron,
            tekst,
            klaar,
        )

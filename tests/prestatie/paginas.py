# SPDX-License-Identifier: EUPL-1.2
"""What is measured: pages and API addresses, each by someone whose daily work it is."""

from dataclasses import dataclass

POLITIE, REGIE = "casusdeelnemer@politie", "ketenregisseur@rijnhaven"
BALIE, FG = "aandachtsfunctionaris@rijnhaven", "privacyfunctionaris@rijnhaven"


@dataclass(frozen=True)
class Pagina:
    """`eerste_van`: the detail page of the first row of this list (a page or an API list)."""

    titel: str
    door: str
    adres: str = ""
    eerste_van: str = ""

    @property
    def is_lijst(self) -> bool:
        return not self.eerste_van

    @property
    def api(self) -> bool:
        return (self.adres or self.eerste_van).startswith("/api/")


PAGINAS = (
    Pagina("Mijn werk, regie", REGIE, "/"),
    Pagina("Mijn werk, balie", BALIE, "/"),
    Pagina("signalen", POLITIE, "/signalen"),
    Pagina("signalen, blad 5", POLITIE, "/signalen?pagina=5"),
    Pagina("signalen, gedeeld met ons", POLITIE, "/signalen?wie=gedeeld"),
    Pagina("signalen per gemeente", POLITIE, "/signalen/per-gemeente"),
    Pagina("meldingen", BALIE, "/meldingen"),
    Pagina("casussen", REGIE, "/casussen"),
    Pagina("casussen, deelnemer", POLITIE, "/casussen"),
    Pagina("verstrekkingen", POLITIE, "/verstrekkingen"),
    Pagina("verstrekkingen, privacyfunctionaris", FG, "/verstrekkingen"),
    Pagina("informatieverzoeken", POLITIE, "/informatieverzoeken"),
    Pagina("een signaal", POLITIE, eerste_van="/signalen?wie=eigen"),
    Pagina("een gedeeld signaal", POLITIE, eerste_van="/signalen?wie=gedeeld"),
    Pagina("een melding", BALIE, eerste_van="/meldingen"),
    Pagina("een casus", REGIE, eerste_van="/casussen"),
    Pagina("een verstrekking", POLITIE, eerste_van="/verstrekkingen"),
    Pagina("API signalen", POLITIE, "/api/v1/signalen"),
    Pagina("API meldingen", BALIE, "/api/v1/meldingen"),
    Pagina("API casussen", REGIE, "/api/v1/casussen"),
    Pagina("API verstrekkingen", POLITIE, "/api/v1/verstrekkingen"),
    Pagina("API een signaal", POLITIE, eerste_van="/api/v1/signalen"),
)

# SPDX-License-Identifier: EUPL-1.2
"""What is measured: pages and API addresses, each by someone whose daily work it is."""

from dataclasses import dataclass

POLITIE, REGIE = "casusdeelnemer@politie", "ketenregisseur@rijnhaven"
BALIE, FG = "aandachtsfunctionaris@rijnhaven", "privacyfunctionaris@rijnhaven"
ZORG = "regiocoordinator@zorg"


@dataclass(frozen=True)
class Pagina:
    """`eerste_van`: the detail page of the first row of this list (a page or an API list).

    `samengesteld`: no list but many put together, of all rooms or of all counts; its time is shown, not judged.
    """

    titel: str
    door: str
    adres: str = ""
    eerste_van: str = ""
    samengesteld: bool = False

    @property
    def is_lijst(self) -> bool:
        return not self.eerste_van

    @property
    def api(self) -> bool:
        return (self.adres or self.eerste_van).startswith("/api/")


PAGINAS = (
    Pagina("Mijn werk, regie", REGIE, "/", samengesteld=True),
    Pagina("Mijn werk, balie", BALIE, "/", samengesteld=True),
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
    Pagina("signalen, lijsten vergelijken", POLITIE, "/signalen/lijsten"),
    Pagina("koppelregime", FG, "/koppelregime"),
    Pagina("meldingen, overzicht", BALIE, "/meldingen/overzicht", samengesteld=True),
    Pagina("meldingen, doorgezet", BALIE, "/meldingen/doorgezet"),
    Pagina("meldingen, routes", BALIE, "/meldingen/routes"),
    Pagina("meldingen, dienst", BALIE, "/meldingen/dienst"),
    Pagina("overleggen", REGIE, "/overleggen"),
    Pagina("overleggen, cyclus", REGIE, "/overleggen/cyclus"),
    Pagina("partners", REGIE, "/partners"),
    Pagina("regio", REGIE, "/regio"),
    Pagina("organen", REGIE, "/organen"),
    Pagina("verbindingen", REGIE, "/verbindingen"),
    Pagina("inzet", REGIE, "/inzet"),
    Pagina("projecten", REGIE, "/projecten"),
    Pagina("knelpunten", REGIE, "/knelpunten"),
    Pagina("convenanten", FG, "/convenanten"),
    Pagina("grondslagen", FG, "/convenanten/grondslagen"),
    Pagina("vraagbaak", FG, "/vraagbaak"),
    Pagina("checklists", FG, "/checklists"),
    Pagina("inzageverzoeken", FG, "/inzageverzoeken"),
    Pagina("vernietigingen", FG, "/vernietigingen"),
    Pagina("embargo's", POLITIE, "/embargos"),
    Pagina("bronverzoeken", POLITIE, "/bronverzoeken"),
    Pagina("vrijgaveverzoeken", POLITIE, "/vrijgaveverzoeken"),
    Pagina("anonieme versies", POLITIE, "/verstrekkingen/anoniem"),
    Pagina("logboek", FG, "/logboek"),
    Pagina("interventies, catalogus", REGIE, "/interventies"),
    Pagina("mandaten en beslisverzoeken", REGIE, "/interventies/mandaten"),
    Pagina("voornemens", REGIE, "/interventies/voornemens"),
    Pagina("barrières", REGIE, "/barrieres"),
    Pagina("barrières, samenstelling", REGIE, "/barrieres/samenstelling"),
    Pagina("zorg", ZORG, "/zorg"),
    Pagina("zorgaanbod", ZORG, "/zorg/aanbod"),
    Pagina("opvang zoeken", ZORG, "/zorg/opvang"),
    Pagina("opvang, cijfers", ZORG, "/zorg/opvang/cijfers"),
    Pagina("zorg, financiering", ZORG, "/zorg/financiering"),
    Pagina("zorg, overleggen", ZORG, "/zorg/overleggen"),
    Pagina("zorg, doorstroom", ZORG, "/zorg/doorstroom"),
    Pagina("zorg, veldwerk", ZORG, "/zorg/veldwerk"),
    Pagina("zorg, CoMensha", ZORG, "/zorg/comensha"),
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

# SPDX-License-Identifier: EUPL-1.2
"""A client's way through the house of care, step by step, as colleagues walk it: from aanmelding to afsluiting.

Played by `test_zorg.py`. As in `keten.py` nothing here knows an address: each step begins in the menu.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.browser.handen import Hand, Muis
from tests.browser.keten import Collega, Pagina, geen_foto

COORDINATOR, BEGELEIDER, ELDERS = "regiocoordinator@zorg", "zorgdeelnemer@zorg", "regiocoordinator@baken"
AMINA, LOTTE = "Amina Haddou", "Lotte Vermeer"
VANDAAG = date.today()


def dag(dagen: int = 0) -> str:
    """A day from today, as a date field wants it."""
    return (VANDAAG + timedelta(days=dagen)).isoformat()


@dataclass
class Huis:
    """Colleagues in care while they help one client. `open_als(login)` gives a page."""

    open_als: Callable[..., Pagina]
    foto: Callable[[Pagina, str], None] = geen_foto
    hand: Hand = field(default_factory=Muis)
    _collegas: dict[str, Collega] = field(default_factory=dict)

    def als(self, login: str, waarheen: str = "Mijn werk") -> Collega:
        """This colleague, at a place of the main menu."""
        if login not in self._collegas:
            self._collegas[login] = Collega(self.open_als(login), self.hand)
        self._collegas[login].ga(waarheen)
        return self._collegas[login]

    def bij(self, login: str, client: str) -> Collega:
        """This colleague, at the page of a client, who is looked up by name."""
        wie = self.als(login, "Zorg")
        wie.vul("Naam, kenmerk of woord", client)
        wie.knop("Zoek")
        wie.volg(client)
        return wie

    def beeld(self, wie: Collega, naam: str) -> None:
        self.foto(wie.pagina, naam)


def terzijde(wie: Collega, naam: str) -> None:
    """Follow a link beside the page."""
    naast = wie.pagina.get_by_role("complementary", name="Bij deze pagina")
    wie.hand.klik(naast.get_by_role("link", name=naam).first)


# ---- aanmelden en begeleiden ----


def meld_aan(
    huis: Huis, naam: str, taal: str, soort: str, leeftijd: str, vorm: str, model: str = ""
) -> Collega:
    """One person, by the care worker who will help."""
    wie = huis.als(BEGELEIDER, "Zorg")
    wie.knop("Iemand aanmelden")
    wie.vul("Roepnaam", naam)
    wie.vul("Taal", taal)
    wie.kies("Opvang zoeken voor een", soort)
    wie.kies("Leeftijd", leeftijd)
    wie.kies("Vorm van uitbuiting", vorm)
    if model:
        wie.kies("Hoe loopt het traject?", model)
    wie.knop("Begin het traject")
    return wie


def betrek(huis: Huis, client: str, collega: str = AMINA, login: str = BEGELEIDER) -> None:
    """Only who is named reads along."""
    wie = huis.bij(login, client)
    wie.knop("Collega betrekken")
    wie.kies("Collega", collega)
    wie.knop("Collega betrekken")


def leg_vast(wie: Collega, knop: str, kies: dict[str, str], vul: dict[str, str]) -> None:
    """One statement on the page of a client."""
    wie.knop(knop)
    for vraag, antwoord in kies.items():
        wie.kies(vraag, antwoord)
    for vraag, tekst in vul.items():
        wie.vul(vraag, tekst)
    wie.knop("Vastleggen")


def naar_fase(wie: Collega, fase: str) -> None:
    wie.knop("Volgende fase")
    wie.vink("Naar welke fase?", fase)
    wie.knop("Volgende fase")


def maak_plan(wie: Collega, fasen: tuple[str, ...], behoefte: str, doel: str) -> None:
    """Needs, a goal, and so to support."""
    naar_fase(wie, fasen[0])
    leg_vast(
        wie, "Behoefte of risico vastleggen", {"Levensgebied": "Veiligheid", "Ernst": "Hoog"}, {"Wat is er nodig?": behoefte}
    )  # fmt: skip
    naar_fase(wie, fasen[1])
    leg_vast(
        wie, "Doel vastleggen", {"Deel van het plan": "Opvang", "Stand": "Loopt"}, {"Doel, in woorden van de cliënt": doel}
    )  # fmt: skip
    naar_fase(wie, fasen[2])


def verblijf(wie: Collega, wat: str, dagen: int, **meer: Any) -> None:
    """Something that happened in residence; a term follows by itself."""
    wie.knop("Stap in verblijf vastleggen")
    wie.vink("Wat is er gebeurd?", wat)
    wie.vul("Op welke dag?", dag(dagen))
    if meer.get("dublin"):
        wie.hand.vink(wie.veld("Er is een Dublinclaim"))
    if "reden" in meer:
        wie.kies("Waarom eindigt de bedenktijd?", meer["reden"])
    wie.knop("Stap in verblijf vastleggen")


def start_bedenktijd(wie: Collega, dublin: bool = False) -> None:
    """Offered, explained, begun."""
    verblijf(wie, "Bedenktijd aangeboden", -3)
    verblijf(wie, "Juridische gevolgen uitgelegd", -2)
    verblijf(wie, "Bedenktijd ingegaan", -1, dublin=dublin)


def sluit(wie: Collega, reden: str, nazorg: str) -> None:
    wie.knop("Traject afsluiten")
    wie.kies("Waarom stopt het traject?", reden)
    if nazorg:
        wie.kies("Nazorg", nazorg)
    wie.knop("Traject afsluiten")


# ---- toestemming en CoMensha ----


def vraag_toestemming(
    huis: Huis, login: str, client: str, gever: str = "De cliënt zelf", wijze: str = "Schriftelijk"
) -> None:
    """As it was given: by whom, how, for what."""
    leg_toestemming_vast(huis.bij(login, client), gever, wijze)


def leg_toestemming_vast(wie: Collega, gever: str, wijze: str) -> None:
    """The same, by who is at the page of the client."""
    terzijde(wie, "Toestemming vastleggen")
    wie.vink("Wat leg je vast?", "Toestemming")
    wie.kies("Door wie?", gever)
    wie.kies("Hoe?", wijze)
    wie.vink("Waarover gaat het?", "Inhoud van de hulp")
    wie.vul("Toelichting", "Met een tolk erbij, in eigen woorden herhaald.")
    wie.knop("Vastleggen")


def trek_in(huis: Huis, login: str, client: str) -> None:
    """The client takes the consent back."""
    wie = huis.bij(login, client)
    terzijde(wie, "Toestemming vastleggen")
    wie.knop("De cliënt trekt dit in")


def meld_comensha(huis: Huis, login: str, client: str, grond: str) -> None:
    wie = huis.bij(login, client)
    wie.knop("CoMensha melden")
    wie.vink("Op welke grond?", grond)
    wie.kies("Soort dossier", "Registratie en opvang")
    wie.kies("Is er opvang nodig?", "Ja")
    wie.knop("CoMensha melden")


def uitvoer(huis: Huis, login: str, naam: str) -> str:
    """What leaves the house in one of the exports, by its link."""
    wie = huis.als(login, "Zorg")
    wie.volg("CoMensha-meldingen")
    link = wie.inhoud.get_by_role("link", name=naam).get_attribute("href")
    return str(wie.pagina.request.get(link).text())


def wie_weet_wat(huis: Huis, login: str, client: str) -> Collega:
    """What the client gets on paper."""
    wie = huis.bij(login, client)
    terzijde(wie, "Wie weet wat: voor de cliënt")
    return wie


# ---- opvang ----


def zoek_plaats(
    huis: Huis, login: str, client: str, vul: dict[str, str], mijden: tuple[str, ...] = ()
) -> Collega:
    """Record the need on the page of the client, without a name."""
    wie = huis.bij(login, client)
    terzijde(wie, "Plaats of hulp zoeken")
    for vraag, antwoord in vul.items():
        wie.vul(vraag, antwoord)
    if mijden:
        wie.veld("Welke gemeenten mijden?").select_option(label=list(mijden))
    wie.knop("Zoek")
    return wie


def houd_vast(wie: Collega, aanbod: str) -> None:
    """The place of this supply, in the list of what fits."""
    rij = wie.inhoud.locator("ul.lijst > li").filter(has_text=aanbod).first
    wie.hand.klik(rij.get_by_role("button", name="Houd vast"))


def draag_over(huis: Huis, login: str, client: str, aan: str) -> None:
    """Offer the file to who will carry it on."""
    wie = huis.bij(login, client)
    wie.knop("Dossier overdragen")
    wie.kies("Aan welke instelling?", aan)
    wie.vink("Wat zit erin?", "Toestemming voor de overdracht")
    wie.vul("Wat moet de ander weten?", "Komt morgen met de trein; spreekt Roemeens.")
    wie.knop("Dossier overdragen")

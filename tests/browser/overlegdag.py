# SPDX-License-Identifier: EUPL-1.2
"""A whole day of the casusoverleg with six people at once; everything that is written down holds a secret word.

Two cases: on the first everyone is named, on the second only regie, police and prosecutor. `GEHEIM` says what each
secret hangs on; `overlegdag_orakel` makes of that a world for the independent model, which says who may read it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.browser.keten import Collega, Keten, open_casus, open_overleg, stap

REGIE, POLITIE, OM = "ketenregisseur@rijnhaven", "casusdeelnemer@politie", "casusdeelnemer@om"
GEMEENTE, FISCUS, ZORG = (
    "aandachtsfunctionaris@lindemeer",
    "casusdeelnemer@belastingdienst",
    "regiocoordinator@zorg",
)
ZES = (REGIE, POLITIE, GEMEENTE, FISCUS, ZORG, OM)
NAMEN = {
    POLITIE: "Dennis Groothuis",
    GEMEENTE: "Bart Wolthuis",
    FISCUS: "Peter Jonkman",
    ZORG: "Amina Haddou",
    OM: "Sanne de Wilde",
}
HEET = {
    POLITIE: "Politie-eenheid Rijndal",
    GEMEENTE: "Gemeente Lindemeer",
    FISCUS: "Belastingdienst",
    ZORG: "Stichting Haven",
    OM: "Openbaar Ministerie",
    REGIE: "Gemeente Rijnhaven",
}
KADE, REKENING = "kade", "rekening"
BIJ = {KADE: ZES, REKENING: (REGIE, POLITIE, OM)}
"""Case → who is named on it."""

GEMEENTENAAM = "Lindemeer"


@dataclass(frozen=True)
class Geheim:
    """A secret word. `soort`: what it hangs on; of a piece `van` and `met` whom it is shared, under which handeling."""

    soort: str
    casus: str
    deel: int = 1
    van: str = REGIE
    met: tuple[str, ...] = ()
    handeling: str = "keten"


GEHEIM: dict[str, Geheim] = {
    "geheim01titel": Geheim("titel", KADE),
    "geheim02titel": Geheim("titel", REKENING),
    "geheim03opening": Geheim("stap", KADE),
    "geheim04opening": Geheim("stap", REKENING),
    "geheim05stuk": Geheim("stuk", KADE, van=POLITIE, met=(OM,)),
    "geheim06stuk": Geheim("stuk", KADE, van=FISCUS, met=(OM, POLITIE)),
    "geheim07stuk": Geheim("stuk", KADE, van=GEMEENTE, met=(REGIE, ZORG, POLITIE), handeling="deel2"),
    "geheim08stuk": Geheim("stuk", KADE, van=ZORG, met=(REGIE,)),
    "geheim09stuk": Geheim("stuk", KADE, van=OM),
    "geheim10stuk": Geheim("stuk", REKENING, van=POLITIE, met=(OM,), handeling="ketenregisseur"),
    "geheim11weging": Geheim("weging", KADE, 1, GEMEENTE),
    "geheim12weging": Geheim("weging", KADE, 2, POLITIE),
    "geheim13doel": Geheim("interventie", KADE, 1, GEMEENTE),
    "geheim14doel": Geheim("interventie", KADE, 2, POLITIE),
    "geheim15vraag": Geheim("punt", KADE, 1),
    "geheim16vraag": Geheim("punt", KADE, 2),
    "geheim17vraag": Geheim("punt", REKENING, 2),
    "geheim18uitkomst": Geheim("weging", KADE, 2),
    "geheim19besluit": Geheim("besluit", KADE, 1),
    "geheim20anders": Geheim("besluit", KADE, 1),
    "geheim21besluit": Geheim("besluit", KADE, 2),
    "geheim22anders": Geheim("besluit", KADE, 2),
    "geheim23besluit": Geheim("besluit", REKENING, 2),
    "geheim24actie": Geheim("actie", KADE, 1, ZORG),
    "geheim25actie": Geheim("actie", KADE, 2, FISCUS),
    "geheim26actie": Geheim("actie", REKENING, 2, GEMEENTE),
}
"""Word → what it hangs on. An action is of who must do it: `van`."""


def woorden(soort: str, casus: str, deel: int = 0) -> list[str]:
    """The secrets of this kind in a case, in this part when one is asked."""
    return [w for w, g in GEHEIM.items() if (g.soort, g.casus) == (soort, casus) and deel in (0, g.deel)]


@dataclass
class Dag:
    """The day while it is played. `casussen`: name → the kenmerk on the page."""

    keten: Keten
    casussen: dict[str, str]

    def casus(self, login: str, naam: str) -> Collega:
        self.keten.casus = self.casussen[naam]
        return open_casus(self.keten, login)

    def overleg(self, login: str) -> Collega:
        return open_overleg(self.keten, login)


def begin(open_als: Callable[..., Any]) -> Dag:
    """Six people log in, each in a browser of their own."""
    dag = Dag(Keten(open_als), {})
    for login in ZES:
        dag.keten.als(login)
    return dag


# ---- before the day ----


def regie_opent(dag: Dag) -> None:
    """Two cases by hand, with who is named on each."""
    for naam in (KADE, REKENING):
        (titel,), (reden,) = woorden("titel", naam), woorden("stap", naam)
        wie = dag.keten.als(REGIE, "Casussen")
        wie.knop("Nieuwe casus")
        wie.vul("Werktitel", f"Casus {titel}")
        wie.kies("Waarover gaat de casus?", "Groep")
        wie.vink("Gemeenten", GEMEENTENAAM)
        wie.vul("Waarom een casus?", f"Omdat {reden} speelt.")
        wie.knop("Casus openen")
        dag.casussen[naam] = wie.inhoud.get_by_text(re.compile(r"^CAS-")).first.inner_text()
        for login in BIJ[naam]:
            if login != REGIE:
                betrek(dag, naam, login)


def betrek(dag: Dag, naam: str, login: str) -> None:
    """Name someone of another partner; the case itself is shared with that function."""
    wie = dag.casus(REGIE, naam)
    wie.knop("Iemand betrekken")
    wie.kies("Wie?", NAMEN[login])
    wie.vink("Welke gegevens van de casus zelf?", "Wat er gezien is")
    wie.kies("Waarvoor?", "Hulp" if login == ZORG else "Opsporing")
    wie.vul("Waarom is het nodig?", "Nodig om samen te wegen.")
    wie.knop("Iemand betrekken")


def partners_brengen_in(dag: Dag) -> None:
    """Each brings a piece of its own and shares it with some, or with nobody."""
    for woord, geheim in GEHEIM.items():
        if geheim.soort == "stuk":
            _breng_in(dag, woord, geheim)


def _breng_in(dag: Dag, woord: str, geheim: Geheim) -> None:
    wie = dag.casus(geheim.van, geheim.casus)
    wie.knop("Dossierstuk inbrengen")
    wie.vul("Inhoud", f"Hier staat {woord}.")
    wie.kies("Soort gegevens", "Wat er gezien is")
    kies = {"deel2": "Deel 2 van het casusoverleg", "ketenregisseur": "Alleen de ketenregisseur"}
    wie.kies("Wie mogen het ooit zien?", kies.get(geheim.handeling, "De hele keten"))
    wie.knop("Dossierstuk inbrengen")
    for met in geheim.met:  # one by one: what the rule refuses to one receiver is not refused to another
        wie = dag.casus(geheim.van, geheim.casus)
        wie.knop("Delen in deze casus")
        wie.vink("Met wie?", HEET[met])
        wie.vink("Welke gegevens?", "Wat er gezien is")
        wie.kies("Waarvoor?", "Opsporing")
        wie.vul("Waarom is het nodig?", "Nodig om samen te wegen.")
        wie.knop("Delen in deze casus")


def regie_maakt_klaar(dag: Dag) -> None:
    """Both dossiers are complete."""
    for naam in (KADE, REKENING):
        wie = dag.casus(REGIE, naam)
        if naam == REKENING:
            wie.knop("Dossierstuk inbrengen")
            wie.vul("Inhoud", "De regie legt vast dat de politie het zelf toelicht.")
            wie.knop("Dossierstuk inbrengen")
        stap(wie, "Dossiervorming", "De stukken zijn binnen.")
        wie.knop("Dossier compleet melden")
        wie.vul("Toelichting", "Nagekeken.")
        wie.knop("Dossier compleet melden")
        stap(wie, "Weging", "Het dossier is compleet.")


def partners_wegen(dag: Dag) -> None:
    """Two views, one in each part."""
    for woord, geheim in GEHEIM.items():
        if geheim.soort == "weging" and geheim.van != REGIE:
            _weeg(dag, woord, geheim, "Weging van een partner")


def _weeg(dag: Dag, woord: str, geheim: Geheim, soort: str) -> None:
    wie = dag.casus(geheim.van, geheim.casus)
    wie.knop("Wegen")
    wie.kies("Wat leg je vast?", soort)
    wie.kies("Voor welk deel van het overleg?", f"Deel {geheim.deel}")
    wie.kies("Ernst van de uitbuiting", "Hoog")
    wie.kies("Uitkomst", "Samen oppakken")
    wie.vul("Motivering", f"Want {woord} weegt zwaar.")
    wie.knop("Weging vastleggen")


def partners_stellen_voor(dag: Dag) -> None:
    """A measure for each part, with what it does to the victim."""
    for woord, geheim in GEHEIM.items():
        if geheim.soort != "interventie":
            continue
        wie = dag.casus(geheim.van, geheim.casus)
        wie.knop("Interventie voorstellen")
        wie.kies("Interventie", "Opsporingsonderzoek")
        wie.kies("Wie voert uit?", HEET[POLITIE])
        wie.vul("Doel", f"Zicht op {woord}.")
        wie.vul("Effect voor het slachtoffer", f"Hulp staat klaar als {woord} begint.")
        wie.kies("Voor welk deel van het overleg?", f"Deel {geheim.deel}")
        wie.knop("Interventie voorstellen")


def regie_plant(dag: Dag) -> None:
    """The meeting of tomorrow, with its items in both parts, and the invitations."""
    wie = dag.keten.als(REGIE, "Overleggen")
    wie.knop("Overleg plannen")
    wie.kies("Welk overleg?", "Casusoverleg mensenhandel Rijndal")
    wie.vul("Wanneer?", f"{date.today() + timedelta(days=1)}T10:00")
    wie.vul("Plaats", "Stadhuis")
    wie.knop("Plannen")
    dag.keten.overleg = wie.inhoud.get_by_text(re.compile(r"^OVL-")).first.inner_text()
    for woord, geheim in GEHEIM.items():
        if geheim.soort == "punt":
            wie.kies("Casus", dag.casussen[geheim.casus])
            wie.kies("Deel", f"Deel {geheim.deel}")
            wie.vul("Minuten", "15")
            wie.vul("Wat wordt gevraagd?", f"Wat doen we met {woord}?")
            wie.knop("Zet op de agenda")
    wie.knop("Uitnodiging")
    wie.knop("Verstuur de uitnodiging")


def bereidt_voor(dag: Dag, login: str) -> Collega:
    """From *Mijn werk* to one's own preparation."""
    wie = dag.keten.als(login)
    wie.volg("Bereid Casusoverleg mensenhandel Rijndal voor")
    return wie


# ---- the day ----


def regie_begint(dag: Dag) -> None:
    """The meeting begins: who is in the room, per part; the regiocoördinator leaves after part 1."""
    wie = dag.overleg(REGIE)
    wie.knop("Begin het overleg")
    for deel in (1, 2):
        zaal = wie.in_deel(f"Deel {deel}")
        zaal.vouw_open("Wie zijn er in de zaal?")
        zaal.vink_alles("Wie zijn er?")
        zaal.knop("Noteer")


def overleg_weegt(dag: Dag) -> None:
    """The joint outcome, in part 2."""
    (woord,) = (w for w in woorden("weging", KADE) if GEHEIM[w].van == REGIE)
    _weeg(dag, woord, GEHEIM[woord], "Uitkomst van het overleg")


def overleg_besluit(dag: Dag) -> None:
    """A decision per item, with who saw it otherwise, and what somebody does about it."""
    for naam, deel in ((KADE, 1), (KADE, 2), (REKENING, 2)):
        besluit, *anders = woorden("besluit", naam, deel)
        (actie,) = woorden("actie", naam, deel)
        wie = dag.overleg(REGIE)
        punt = wie.in_deel(f"Deel {deel}", dag.casussen[naam])
        punt.vouw_open("Besluit noteren")
        punt.vul("Het overleg besluit", f"We gaan door met {besluit}.")
        punt.vul("Omdat", f"{besluit} is ernstig.")
        for woord in anders:
            punt.vul("Wie zag het anders, en waarom?", f"De fiscus ziet {woord} anders.")
        if naam == KADE:
            punt.vink("Stelt deze interventies vast", "Opsporingsonderzoek")
        rij = punt.inhoud.locator(".actierij").first
        punt.hand.kies(rij.get_by_label("Wie?"), _optie(rij, HEET[GEHEIM[actie].van]))
        punt.hand.vul(rij.get_by_label("Doet wat?"), f"Zoek uit hoe het zit met {actie}")
        punt.knop("Leg het besluit vast")


def _optie(rij: Any, begin: str) -> str:
    opties: list[str] = rij.get_by_label("Wie?").locator("option").all_inner_texts()
    return next(o for o in opties if o.startswith(begin))


def regie_sluit(dag: Dag) -> None:
    """The minutes are fixed."""
    dag.overleg(REGIE).knop("Sluit af en leg het verslag vast")

# SPDX-License-Identifier: EUPL-1.2
"""The first chain, from a clerk's report to the answer that the clerk reads: one function per step.

Played by `test_keten.py`, which checks at each side, and by `tools/beelden.py`, which makes the pictures of
docs/handleiding. Nothing here knows an address of the application: each step begins where a colleague begins, at
*Mijn werk* or in the menu, and goes on by the words on the page.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from tests.browser.handen import Hand, Muis

Pagina = Any  # playwright.sync_api.Page; the package is needed in the browser tests only

AANDACHT, NLA, REGIE = "aandachtsfunctionaris@lindemeer", "casusdeelnemer@nla", "ketenregisseur@rijnhaven"
POLITIE, ZORG = "casusdeelnemer@politie", "regiocoordinator@zorg"

GEMELD = (
    "Vanochtend stond dezelfde man weer aan de balie, nu met twee jonge mannen. Hij noemt zich Marek Wolniewsky. Hij houdt hun "
    "paspoorten vast, praat voor hen en betaalt contant. Eén van hen fluisterde: ik wil naar huis."
)
WERKTITEL = "Tuinbouw Kassenweg"
TERUGKOPPELING = "Uw melding was de eerste schakel. De mannen zijn in veiligheid en krijgen hulp."


def geen_foto(pagina: Pagina, naam: str) -> None:
    """No picture."""


@dataclass
class Collega:
    """Someone at work: a page, and the hand that works on it. Everything is found by the words on the page."""

    pagina: Pagina
    hand: Hand
    deel: str = ""
    punt: str = ""

    @property
    def inhoud(self) -> Pagina:
        inhoud = self.pagina.get_by_role("main")
        if self.deel:
            inhoud = inhoud.get_by_role("region", name=self.deel)
        return inhoud.locator("ol > li").filter(has_text=self.punt) if self.punt else inhoud

    def in_deel(self, deel: str, punt: str = "") -> "Collega":
        """The same person, looking at one part of the page, or at one item in it."""
        return replace(self, deel=deel, punt=punt)

    def ga(self, waarheen: str) -> None:
        """By the main menu."""
        menu = self.pagina.get_by_role("navigation", name="Hoofdmenu")
        self.hand.klik(menu.get_by_role("link", name=waarheen, exact=True))

    def knop(self, naam: str) -> None:
        """Press a button, or follow a link that looks like one."""
        knop = self.inhoud.get_by_role("button", name=naam, exact=True)
        self.hand.klik(knop.or_(self.inhoud.get_by_role("link", name=naam, exact=True)).first)

    def volg(self, naam: str | re.Pattern[str]) -> None:
        """The first link whose words hold this."""
        self.hand.klik(self.inhoud.get_by_role("link", name=naam).first)

    def vouw_open(self, naam: str) -> None:
        self.hand.klik(
            self.inhoud.locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(naam)}\s*$")).first
        )

    def veld(self, vraag: str) -> Pagina:
        """What answers a question; "(niet verplicht)" is no part of it."""
        return self.inhoud.get_by_label(re.compile(rf"^\s*{re.escape(vraag)}\s*(\(.*\))?\s*$"))

    def vul(self, vraag: str, tekst: str) -> None:
        self.hand.vul(self.veld(vraag), tekst)

    def kies(self, vraag: str, antwoord: str) -> None:
        """The option that is or holds this text, in the list of a question."""
        self.veld(vraag).wait_for()
        opties: list[str] = self.veld(vraag).locator("option").all_inner_texts()
        keuze = antwoord if antwoord in opties else next(o for o in opties if antwoord in o)
        self.hand.kies(self.veld(vraag), keuze)

    def vink(self, vraag: str, antwoord: str) -> None:
        """The first radio button or check box in the group of a question that begins with this."""
        groep = self.inhoud.get_by_role("group", name=vraag)
        self.hand.vink(groep.get_by_label(re.compile(rf"^\s*{re.escape(antwoord)}")).first)

    def vink_alles(self, vraag: str) -> None:
        for vinkje in self.inhoud.get_by_role("group", name=vraag).get_by_role("checkbox").all():
            self.hand.vink(vinkje)

    def kop(self) -> str:
        return str(self.pagina.get_by_role("heading", level=1).inner_text())


@dataclass
class Keten:
    """The story while it is played. `open_als(login)` gives a page; `foto(page, name)` may make a picture of it."""

    open_als: Callable[..., Pagina]
    foto: Callable[[Pagina, str], None] = geen_foto
    hand: Hand = field(default_factory=Muis)
    code: str = ""
    melding: str = ""
    signaal: str = ""
    signaal_nla: str = ""
    casus: str = ""
    overleg: str = ""
    _collegas: dict[str, Collega] = field(default_factory=dict)

    def als(self, login: str, waarheen: str = "Mijn werk") -> Collega:
        """This colleague, at a place of the main menu."""
        if login not in self._collegas:
            self._collegas[login] = Collega(self.open_als(login), self.hand)
        self._collegas[login].ga(waarheen)
        return self._collegas[login]

    def voorbijganger(self) -> Collega:
        """Someone without an account, where people report."""
        pagina = self.open_als()
        pagina.goto("/melden")
        return Collega(pagina, self.hand)

    def beeld(self, wie: Collega, naam: str) -> None:
        self.foto(wie.pagina, naam)


def open_signaal(keten: Keten, login: str, kenmerk: str) -> Collega:
    """Through the list of signals."""
    wie = keten.als(login, "Signalen")
    wie.volg(kenmerk)
    return wie


def open_casus(keten: Keten, login: str) -> Collega:
    """Through the list of cases."""
    wie = keten.als(login, "Casussen")
    wie.volg(keten.casus)
    return wie


def open_overleg(keten: Keten, login: str) -> Collega:
    """Through the list of meetings."""
    wie = keten.als(login, "Overleggen")
    wie.volg(keten.overleg)
    return wie


# ---- melden, signaal, raakvlak ----


def balie_meldt(keten: Keten) -> None:
    """Without an account: two minutes, one page, a receipt code."""
    wie = keten.voorbijganger()
    wie.vul("Wat heeft u gezien of gehoord?", GEMELD)
    wie.kies("In welke gemeente?", "Lindemeer")
    wie.vul("Waar precies?", "Balie Burgerzaken; zij willen zich inschrijven op Kassenweg 12")
    wie.vul(
        "Om wie of wat gaat het?",
        "Marek Wolniewsky, ongeveer 40 jaar, kort grijs haar. Telefoon 06 0047 1129",
    )
    wie.vink("Waar lijkt het op?", "Werken onder dwang of in slechte omstandigheden")
    wie.vink("Iemand anders bewaart hun paspoort of bankpas", "Gezien")
    wie.kies("Hoe weet u het?", "Ik heb het zelf gezien of gehoord")
    keten.beeld(wie, "melden")
    wie.knop("Versturen")
    keten.melding = wie.pagina.locator(".ontvangstkaart .kenmerk").inner_text()
    keten.code = wie.pagina.locator(".ontvangstcode").inner_text()
    keten.beeld(wie, "ontvangstkaart")


def lindemeer_maakt_signaal(keten: Keten) -> None:
    """From *Mijn werk* to the melding, and from the melding to a signaal with a person, an address and a phone."""
    wie = keten.als(AANDACHT)
    keten.beeld(wie, "mijn-werk")
    wie.volg(re.compile(keten.melding))
    keten.beeld(wie, "melding")
    wie.knop("Oppakken")
    wie.knop("Maak een signaal")
    keten.beeld(wie, "signaal-nieuw")
    wie.vouw_open("Persoon")
    wie.kies("Rol", "Verdachte")
    wie.vul("Voornaam", "Marek")
    wie.vul("Achternaam", "Wolniewsky")
    wie.vouw_open("Adres")
    wie.vul("Straat", "Kassenweg")
    wie.vul("Huisnummer", "12")
    wie.vul("Postcode", "0221 KW")
    wie.vouw_open("Telefoonnummer")
    wie.vul("Telefoonnummer", "06 0047 1129")
    wie.knop("Signaal maken")
    keten.signaal = wie.kop()


def lindemeer_vult_indicatoren_in(keten: Keten) -> None:
    """The list that fits labour exploitation; only what was seen is answered."""
    wie = open_signaal(keten, AANDACHT, keten.signaal)
    wie.knop("Indicatoren invullen")
    wie.vink("Is voor woonruimte afhankelijk van de werkgever", "Waargenomen")
    keten.beeld(wie, "indicatoren")
    wie.knop("Toevoegen")


def lindemeer_ziet_raakvlak(keten: Keten) -> Collega:
    """Only that there is one, with whom, and whom to call."""
    wie = open_signaal(keten, AANDACHT, keten.signaal)
    keten.beeld(wie, "signaal")
    return wie


def nla_ziet_raakvlak(keten: Keten) -> Collega:
    """The other side, from *Mijn werk*."""
    wie = keten.als(NLA)
    wie.volg("raakt andere informatie")
    keten.signaal_nla = wie.kop()
    keten.beeld(wie, "raakvlak-nla")
    return wie


# ---- vragen en delen ----


def lindemeer_vraagt_informatie(keten: Keten) -> None:
    """From the raakvlak, so that the partner is already chosen."""
    wie = open_signaal(keten, AANDACHT, keten.signaal)
    wie.volg("Informatie vragen Nederlandse Arbeidsinspectie")
    wie.vul("Wat wil je weten?", "Wat is bij jullie bekend over de man die bij dit nummer hoort?")
    wie.vul("Op welke grondslag?", "WGS, convenant Rijndal")
    keten.beeld(wie, "informatieverzoek")
    wie.knop("Versturen")


def nla_deelt_als_antwoord(keten: Keten) -> None:
    """First "Mag dit?" without a motivation, which is a no that says what would make it a yes; then the verstrekking."""
    wie = keten.als(NLA)
    wie.volg("Gemeente Lindemeer vraagt informatie")
    wie.knop("Informatie delen")
    wie.kies("Welk signaal deel je?", keten.signaal_nla)
    for categorie in (
        "Gegevens uit toezicht en controles",
        "Personen die verdacht worden",
        "Mogelijke slachtoffers",
    ):
        wie.vink("Welke gegevens?", categorie)
    wie.knop("Mag dit?")
    keten.beeld(wie, "mag-dit-nee")
    wie.vul(
        "Waarom is delen nodig?",
        "Lindemeer ziet dezelfde man aan de balie en moet weten wie er gevaar loopt.",
    )
    wie.knop("Mag dit?")
    keten.beeld(wie, "mag-dit-ja")
    wie.knop("Delen")


def lindemeer_leest_antwoord(keten: Keten) -> Collega:
    """The raakvlak now has a reason, and the other signaal can be opened."""
    wie = open_signaal(keten, AANDACHT, keten.signaal)
    keten.beeld(wie, "raakvlak-gedeeld")
    return wie


CHECKLIST = (
    "Heeft de ontvanger precies deze gegevens nodig",
    "Kan het doel niet met minder gegevens",
    "Is de betrokkene geïnformeerd",
)


def deel_met_regie(keten: Keten, login: str, kenmerk: str) -> None:
    """Share a signaal with the ketenregisseur of the region, from the page of the signaal."""
    wie = open_signaal(keten, login, kenmerk)
    wie.knop("Delen")
    wie.kies("Met wie?", "Gemeente Rijnhaven")
    wie.kies("Voor welke functie daar?", "Regionale ketenregisseur")
    wie.vink_alles("Wat wil je delen?")
    wie.kies("Waarvoor?", "Opsporing")
    wie.vul("Waarom is dit nodig?", "De regie weegt of dit met andere signalen samen een casus wordt.")
    for vraag in CHECKLIST:
        wie.vink(vraag, "Ja")
    wie.knop("Mag dit? Bekijk het antwoord")
    keten.beeld(wie, "delen")
    wie.knop("Delen")


def beide_delen_met_regie(keten: Keten) -> None:
    """Lindemeer and the inspectorate both think that this is more than their own."""
    deel_met_regie(keten, AANDACHT, keten.signaal)
    deel_met_regie(keten, NLA, keten.signaal_nla)


# ---- casus, weging, overleg ----


def regie_opent_casus(keten: Keten) -> None:
    """From *Mijn werk*: a signaal that was shared, and the case that it becomes."""
    wie = keten.als(REGIE)
    keten.beeld(wie, "regie-werk")
    wie.ga("Casussen")
    wie.knop("Nieuwe casus")
    wie.vul("Werktitel", WERKTITEL)
    wie.kies("Waarover gaat de casus?", "Groep")
    wie.vink("Vormen van uitbuiting", "Arbeidsuitbuiting")
    wie.vink("Gemeenten", "Lindemeer")
    for kenmerk in (keten.signaal, keten.signaal_nla):
        wie.vink("Signalen", kenmerk)
    wie.vul("Waarom een casus?", "Twee partners zien dezelfde man en dezelfde groep werknemers.")
    keten.beeld(wie, "casus-nieuw")
    wie.knop("Casus openen")
    keten.casus = wie.inhoud.get_by_text(re.compile(r"^CAS-")).first.inner_text()


def regie_betrekt(keten: Keten) -> None:
    """Police, inspectorate, the municipality that reported, and the bridge to care; each under a verstrekking."""
    wie = open_casus(keten, REGIE)
    for naam in ("Dennis Groothuis", "Karin Holtman", "Bart Wolthuis", "Amina Haddou"):
        wie.knop("Iemand betrekken")
        wie.kies("Wie?", naam)
        wie.vink("Welke gegevens van de casus zelf?", "Wat er gezien is")
        wie.kies("Waarvoor?", "Hulp" if naam == "Amina Haddou" else "Opsporing")
        wie.vul("Waarom is het nodig?", "Nodig om de casus samen te wegen.")
        keten.beeld(wie, "betrekken")
        wie.knop("Iemand betrekken")


def stap(wie: Collega, naar: str, reden: str) -> None:
    """The case on the page moves one step along the line of six."""
    wie.knop("Volgende stap")
    wie.vink("Naar welke stap?", naar)
    wie.vul("Waarom?", reden)
    wie.knop("Volgende stap")


def partners_delen_in_casus(keten: Keten) -> None:
    """Each supplier shares its own signaal with who sits in the case; what is brought in is not shared by itself."""
    objecten, verdachten = "Adressen, telefoons, bedrijven en andere objecten", "Personen die verdacht worden"
    for login, met, categorieen in (
        (AANDACHT, ("Nederlandse Arbeidsinspectie", "Politie-eenheid"), (objecten, verdachten, "Wat er gezien is")),
        (NLA, ("Gemeente Lindemeer", "Politie-eenheid"),
         (verdachten, "Mogelijke slachtoffers", "Gegevens uit toezicht en controles")),
    ):  # fmt: skip
        wie = open_casus(keten, login)
        wie.knop("Delen in deze casus")
        for partner in met:
            wie.vink("Met wie?", partner)
        for categorie in categorieen:
            wie.vink("Welke gegevens?", categorie)
        wie.kies("Waarvoor?", "Opsporing")
        wie.vul("Waarom is het nodig?", "Wie in de casus zit moet dezelfde feiten zien om te kunnen wegen.")
        keten.beeld(wie, "casus-delen")
        wie.knop("Delen in deze casus")


def regie_maakt_dossier_klaar(keten: Keten) -> None:
    """Complete, and so on the agenda."""
    wie = open_casus(keten, REGIE)
    stap(wie, "Dossiervorming", "Er zijn twee signalen die bij elkaar horen.")
    keten.beeld(wie, "casus")
    wie.knop("Dossier compleet melden")
    wie.vul("Toelichting", "Dubbele stukken zijn nagekeken; politie en inspectie hebben ingebracht.")
    wie.knop("Dossier compleet melden")
    stap(wie, "Weging", "Het dossier is compleet.")


def weeg(
    keten: Keten, login: str, motivering: str, *, ernst: str, soort: str = "Weging van een partner"
) -> None:
    """Weigh beside the facts: the criteria, the law, the outcome and why."""
    wie = open_casus(keten, login)
    wie.knop("Wegen")
    wie.kies("Wat leg je vast?", soort)
    wie.kies("Ernst van de uitbuiting", ernst)
    wie.kies("Gevaar voor het slachtoffer", "Hoog")
    wie.kies("Uitkomst", "Samen oppakken")
    wie.vul("Motivering", motivering)
    keten.beeld(wie, "wegen")
    wie.knop("Weging vastleggen")


def partners_wegen(keten: Keten) -> None:
    """Two weighers, who do not see it quite the same; that is where the meeting talks about."""
    weeg(keten, NLA, "Veertien werknemers zonder papieren: dit is geen slordigheid.", ernst="Hoog")
    weeg(keten, POLITIE, "De aanwijzingen zijn sterk; bewijs van dwang ontbreekt nog.", ernst="Midden")


def regie_stelt_interventies_voor(keten: Keten) -> None:
    """For two partners, each with what it does to the victim."""
    wie = open_casus(keten, REGIE)
    for soort, uitvoerder, doel, effect in (
        (
            "Controle op arbeid en loon",
            "Nederlandse Arbeidsinspectie, team Rijndal",
            "Uitbuiting bij Rijnglas stoppen en loon veiligstellen.",
            "De mannen worden apart gehoord, met een tolk. Opvang staat klaar.",
        ),
        (
            "Opsporingsonderzoek",
            "Politie-eenheid Rijndal, team mensenhandel",
            "Bewijs tegen de man die de paspoorten heeft.",
            "Geen vervolging van wie gedwongen werkte; bedenktijd wordt aangeboden.",
        ),
    ):
        wie.knop("Interventie voorstellen")
        wie.kies("Interventie", soort)
        wie.kies("Wie voert uit?", uitvoerder)
        wie.vul("Doel", doel)
        wie.vul("Effect voor het slachtoffer", effect)
        wie.vul("Uiterlijk", (date.today() + timedelta(days=21)).isoformat())
        wie.kies("Voor welk deel van het overleg?", "Deel 2")
        keten.beeld(wie, "interventie")
        wie.knop("Interventie voorstellen")


def regie_plant_overleg(keten: Keten) -> None:
    """The casusoverleg of tomorrow with the case in both parts."""
    wie = keten.als(REGIE, "Overleggen")
    wie.knop("Overleg plannen")
    wie.kies("Welk overleg?", "Casusoverleg mensenhandel Rijndal")
    wie.vul("Wanneer?", f"{date.today() + timedelta(days=1)}T10:00")
    wie.vul("Plaats", "Stadhuis Rijnhaven, kamer 2.14")
    wie.knop("Plannen")
    keten.overleg = wie.inhoud.get_by_text(re.compile(r"^OVL-")).first.inner_text()
    for deel, minuten, vraag in (
        ("Deel 1", "10", "Welke bescherming kan vandaag geregeld worden?"),
        ("Deel 2", "25", "Wie treedt op, en in welke volgorde?"),
    ):
        wie.kies("Casus", f"{keten.casus} {WERKTITEL}")
        wie.kies("Deel", deel)
        wie.vul("Minuten", minuten)
        wie.vul("Wat wordt gevraagd?", vraag)
        wie.knop("Zet op de agenda")
    keten.beeld(wie, "agenda")


def overleg_besluit(keten: Keten) -> None:
    """The joint weighing, the decision that fixes both measures, and the minutes."""
    weeg(
        keten,
        REGIE,
        "Ernstig en actueel; samen optreden, met opvang vooraf.",
        ernst="Hoog",
        soort="Uitkomst van het overleg",
    )
    wie = open_overleg(keten, REGIE)
    wie.knop("Begin het overleg")
    zaal = wie.in_deel("Deel 2")
    zaal.vouw_open("Wie zijn er in de zaal?")
    zaal.vink_alles("Wie zijn er?")
    zaal.knop("Noteer")
    punt = wie.in_deel("Deel 2", keten.casus)
    punt.vouw_open("Besluit noteren")
    punt.vul("Het overleg besluit", "Inspectie en politie treden dezelfde ochtend op; opvang staat klaar.")
    punt.vul("Omdat", "Los van elkaar optreden waarschuwt de verdachte en laat de mannen zonder hulp.")
    punt.vink_alles("Stelt deze interventies vast")
    keten.beeld(wie, "besluit")
    punt.knop("Leg het besluit vast")
    wie.knop("Sluit af en leg het verslag vast")
    keten.beeld(wie, "overleg-klaar")
    wie = open_casus(keten, REGIE)
    stap(wie, "Toewijzing", "Het overleg besloot samen op te treden.")
    stap(wie, "Uitvoering", "Beide interventies zijn toegewezen.")


# ---- doen, evalueren, terugkoppelen ----


def partner_voert_uit(keten: Keten, login: str, resultaat: str) -> None:
    """From *Mijn werk*: accept, and later the result."""
    wie = keten.als(login)
    keten.beeld(wie, "partner-werk")
    wie.volg(re.compile(keten.casus))
    wie.volg(re.compile("^Aanvaarden"))
    wie.knop("Aanvaarden")
    wie.volg(re.compile("^Resultaat vastleggen"))
    wie.vul("Toelichting", resultaat)
    wie.knop("Resultaat vastleggen")


def partners_voeren_uit(keten: Keten) -> None:
    """Both partners did what they took on."""
    partner_voert_uit(keten, NLA, "Elf mannen gehoord, achterstallig loon geclaimd, werk stilgelegd.")
    partner_voert_uit(keten, POLITIE, "Eén aanhouding; elf paspoorten terug bij hun eigenaar.")


def regie_evalueert(keten: Keten) -> None:
    """Goal against result, and what the reporters may hear."""
    wie = open_casus(keten, REGIE)
    stap(wie, "Evaluatie", "Beide interventies zijn uitgevoerd.")
    wie.knop("Evalueren")
    wie.vink("Zijn de doelen bereikt?", "Ja")
    wie.vul("Resultaat naast het doel", "De uitbuiting is gestopt en de mannen hebben opvang en loon.")
    wie.kies("Wat mogen de melders horen?", "Inschatting bevestigd: ja")
    wie.vul("Toelichting voor de melders", TERUGKOPPELING)
    wie.knop("Evalueren")
    keten.beeld(wie, "casus-klaar")


def lindemeer_koppelt_terug(keten: Keten) -> None:
    """The owner of the signaal answers its own reporter; the words are ready."""
    wie = keten.als(AANDACHT)
    wie.volg(f"{keten.casus}: koppel terug")
    keten.beeld(wie, "terugkoppelen")
    wie.knop("Terugkoppelen")


def balie_leest_terugkoppeling(keten: Keten) -> Collega:
    """With the receipt code, without an account."""
    wie = keten.voorbijganger()
    wie.volg("Hebt u al een code?")
    wie.vul("Uw code", keten.code)
    wie.knop("Openen")
    keten.beeld(wie, "terugkoppeling")
    return wie


VERHAAL = (
    balie_meldt, lindemeer_maakt_signaal, lindemeer_vult_indicatoren_in, lindemeer_ziet_raakvlak, nla_ziet_raakvlak,
    lindemeer_vraagt_informatie, nla_deelt_als_antwoord, lindemeer_leest_antwoord, beide_delen_met_regie,
    regie_opent_casus, regie_betrekt, partners_delen_in_casus, regie_maakt_dossier_klaar, partners_wegen,
    regie_stelt_interventies_voor, regie_plant_overleg, overleg_besluit, partners_voeren_uit, regie_evalueert,
    lindemeer_koppelt_terug, balie_leest_terugkoppeling,
)  # fmt: skip
"""Every step in order."""

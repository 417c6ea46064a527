# SPDX-License-Identifier: EUPL-1.2
"""The first chain, from a clerk's report to the answer that the clerk reads: one function per step.

Played by `test_keten.py`, which checks at each side, and by `tools/beelden.py`, which makes the pictures of
docs/handleiding. Nothing here knows an address of the application: each step begins where a colleague begins, at
*Mijn werk* or in the menu, and goes on by the words on the page.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

Pagina = Any  # playwright.sync_api.Page; the package is needed in the browser tests only

AANDACHT, NLA, REGIE = "aandachtsfunctionaris@lindemeer", "casusdeelnemer@nla", "ketenregisseur@rijnhaven"
POLITIE, ZORG = "casusdeelnemer@politie", "regiocoordinator@zorg"

GEMELD = (
    "Vanochtend stond dezelfde man weer aan de balie, nu met twee jonge mannen. Hij noemt zich Marek Wolniewsky. Hij houdt hun "
    "paspoorten vast, praat voor hen en betaalt contant. Eén van hen fluisterde: ik wil naar huis."
)
WERKTITEL = "Tuinbouw Kassenweg"
TERUGKOPPELING = "Uw melding was de eerste schakel. De mannen zijn in veiligheid en krijgen hulp."


@dataclass
class Keten:
    """The story while it is played. `open_als(login)` gives a page; `foto(page, name)` may make a picture."""

    open_als: Callable[..., Pagina]
    foto: Callable[[Pagina, str], None] = lambda pagina, naam: None
    code: str = ""
    melding: str = ""
    signaal: str = ""
    signaal_nla: str = ""
    casus: str = ""
    overleg: str = ""
    _paginas: dict[str, Pagina] = field(default_factory=dict)

    def als(self, login: str) -> Pagina:
        """The page of this colleague, at *Mijn werk*."""
        if login not in self._paginas:
            self._paginas[login] = self.open_als(login)
        pagina = self._paginas[login]
        pagina.goto("/")
        return pagina


def ga(pagina: Pagina, waarheen: str) -> None:
    """By the main menu."""
    pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=waarheen, exact=True).click()


def knop(pagina: Pagina, naam: str) -> None:
    """Press a button, or follow a link that looks like one."""
    inhoud = pagina.get_by_role("main")
    inhoud.get_by_role("button", name=naam, exact=True).or_(
        inhoud.get_by_role("link", name=naam, exact=True)
    ).first.click()


def kies(pagina: Pagina, vraag: str, antwoord: str) -> None:
    """A radio button or check box in the group of a question."""
    pagina.get_by_role("group", name=vraag).get_by_label(antwoord, exact=True).check()


def open_signaal(keten: Keten, login: str, kenmerk: str) -> Pagina:
    """Through the list of signals."""
    pagina = keten.als(login)
    ga(pagina, "Signalen")
    pagina.get_by_role("link", name=kenmerk).click()
    return pagina


# ---- melden, signaal, raakvlak ----


def balie_meldt(keten: Keten) -> None:
    """Without an account: two minutes, one page, a receipt code."""
    pagina = keten.open_als()
    pagina.goto("/melden")
    pagina.get_by_label("Wat heeft u gezien of gehoord?").fill(GEMELD)
    pagina.get_by_label("In welke gemeente?").select_option(label="Lindemeer")
    pagina.get_by_label("Waar precies?").fill(
        "Balie Burgerzaken; zij willen zich inschrijven op Kassenweg 12"
    )
    pagina.get_by_label("Om wie of wat gaat het?").fill(
        "Marek Wolniewsky, ongeveer 40 jaar, kort grijs haar. Telefoon 06 0047 1129"
    )
    kies(pagina, "Waar lijkt het op?", "Werken onder dwang of in slechte omstandigheden")
    kies(pagina, "Iemand anders bewaart hun paspoort of bankpas", "Gezien")
    pagina.get_by_label("Hoe weet u het?").select_option(label="Ik heb het zelf gezien of gehoord")
    keten.foto(pagina, "melden")
    knop(pagina, "Versturen")
    keten.melding = pagina.locator(".ontvangstkaart .kenmerk").inner_text()
    keten.code = pagina.locator(".ontvangstcode").inner_text()
    keten.foto(pagina, "ontvangstkaart")


def lindemeer_maakt_signaal(keten: Keten) -> None:
    """From *Mijn werk* to the melding, and from the melding to a signaal with a person, an address and a phone."""
    pagina = keten.als(AANDACHT)
    keten.foto(pagina, "mijn-werk")
    pagina.get_by_role("link", name=re.compile(keten.melding)).click()
    keten.foto(pagina, "melding")
    knop(pagina, "Oppakken")
    knop(pagina, "Maak een signaal")
    keten.foto(pagina, "signaal-nieuw")
    pagina.get_by_text("Persoon", exact=True).click()
    pagina.get_by_label("Rol", exact=True).select_option(label="Verdachte")
    pagina.get_by_label("Voornaam").fill("Marek")
    pagina.get_by_label("Achternaam").fill("Wolniewsky")
    pagina.get_by_text("Adres", exact=True).click()
    pagina.get_by_label("Straat").fill("Kassenweg")
    pagina.get_by_label("Huisnummer").fill("12")
    pagina.get_by_label("Postcode").fill("0221 KW")
    pagina.get_by_text("Telefoonnummer", exact=True).first.click()
    pagina.get_by_role("textbox", name="Telefoonnummer").fill("06 0047 1129")
    knop(pagina, "Signaal maken")
    keten.signaal = pagina.get_by_role("heading", level=1).inner_text()


def lindemeer_vult_indicatoren_in(keten: Keten) -> None:
    """The list that fits labour exploitation; only what was seen is answered."""
    pagina = open_signaal(keten, AANDACHT, keten.signaal)
    knop(pagina, "Indicatoren invullen")
    kies(pagina, "Is voor woonruimte afhankelijk van de werkgever", "Waargenomen")
    keten.foto(pagina, "indicatoren")
    knop(pagina, "Toevoegen")


def lindemeer_ziet_raakvlak(keten: Keten) -> Pagina:
    """Only that there is one, with whom, and whom to call."""
    pagina = open_signaal(keten, AANDACHT, keten.signaal)
    keten.foto(pagina, "signaal")
    return pagina


def nla_ziet_raakvlak(keten: Keten) -> Pagina:
    """The other side, from *Mijn werk*."""
    pagina = keten.als(NLA)
    pagina.get_by_role("link", name="raakt andere informatie").first.click()
    keten.signaal_nla = pagina.get_by_role("heading", level=1).inner_text()
    keten.foto(pagina, "raakvlak-nla")
    return pagina


# ---- vragen en delen ----


def lindemeer_vraagt_informatie(keten: Keten) -> None:
    """From the raakvlak, so that the partner is already chosen."""
    pagina = open_signaal(keten, AANDACHT, keten.signaal)
    pagina.get_by_role("link", name="Informatie vragen Nederlandse Arbeidsinspectie").click()
    pagina.get_by_label("Wat wil je weten?").fill(
        "Wat is bij jullie bekend over de man die bij dit nummer hoort?"
    )
    pagina.get_by_label("Op welke grondslag?").fill("WGS, convenant Rijndal")
    keten.foto(pagina, "informatieverzoek")
    knop(pagina, "Versturen")


def nla_deelt_als_antwoord(keten: Keten) -> None:
    """First "Mag dit?" without a motivation, which is a no that says what would make it a yes; then the verstrekking."""
    pagina = keten.als(NLA)
    pagina.get_by_role("link", name="Gemeente Lindemeer vraagt informatie").click()
    knop(pagina, "Informatie delen")
    pagina.get_by_label("Welk signaal deel je?").select_option(label=keten.signaal_nla)
    for categorie in (
        "Gegevens uit toezicht en controles",
        "Personen die verdacht worden",
        "Mogelijke slachtoffers",
    ):
        kies(pagina, "Welke gegevens?", categorie)
    knop(pagina, "Mag dit?")
    keten.foto(pagina, "mag-dit-nee")
    pagina.get_by_label("Waarom is delen nodig?").fill(
        "Lindemeer ziet dezelfde man aan de balie en moet weten wie er gevaar loopt."
    )
    knop(pagina, "Mag dit?")
    keten.foto(pagina, "mag-dit-ja")
    knop(pagina, "Delen")


def lindemeer_leest_antwoord(keten: Keten) -> Pagina:
    """The raakvlak now has a reason, and the other signaal can be opened."""
    pagina = open_signaal(keten, AANDACHT, keten.signaal)
    keten.foto(pagina, "raakvlak-gedeeld")
    return pagina


def deel_met_regie(keten: Keten, login: str, kenmerk: str) -> None:
    """Share a signaal with the ketenregisseur of the region, from the page of the signaal."""
    pagina = open_signaal(keten, login, kenmerk)
    knop(pagina, "Delen")
    pagina.get_by_label("Met wie?").select_option(label="Gemeente Rijnhaven")
    pagina.get_by_label("Voor welke functie daar?").select_option(label="Regionale ketenregisseur")
    for vinkje in pagina.get_by_role("group", name="Wat wil je delen?").get_by_role("checkbox").all():
        vinkje.check()
    pagina.get_by_label("Waarvoor?").select_option(label="Opsporing")
    pagina.get_by_label("Waarom is dit nodig?").fill(
        "De regie weegt of dit met andere signalen samen een casus wordt."
    )
    knop(pagina, "Mag dit? Bekijk het antwoord")
    keten.foto(pagina, "delen")
    knop(pagina, "Delen")


def beide_delen_met_regie(keten: Keten) -> None:
    """Lindemeer and the inspectorate both think that this is more than their own."""
    deel_met_regie(keten, AANDACHT, keten.signaal)
    deel_met_regie(keten, NLA, keten.signaal_nla)


# ---- casus, weging, overleg ----


def regie_opent_casus(keten: Keten) -> None:
    """From *Mijn werk*: a signaal that was shared, and the case that it becomes."""
    pagina = keten.als(REGIE)
    keten.foto(pagina, "regie-werk")
    ga(pagina, "Casussen")
    knop(pagina, "Nieuwe casus")
    pagina.get_by_label("Werktitel").fill(WERKTITEL)
    pagina.get_by_label("Waarover gaat de casus?").select_option(label="Groep")
    kies(pagina, "Vormen van uitbuiting", "Arbeidsuitbuiting")
    kies(pagina, "Gemeenten", "Lindemeer")
    for kenmerk in (keten.signaal, keten.signaal_nla):
        pagina.get_by_role("group", name="Signalen").get_by_role("checkbox", name=kenmerk).check()
    pagina.get_by_label("Waarom een casus?").fill(
        "Twee partners zien dezelfde man en dezelfde groep werknemers."
    )
    keten.foto(pagina, "casus-nieuw")
    knop(pagina, "Casus openen")
    keten.casus = pagina.get_by_text(re.compile(r"^CAS-")).first.inner_text()


def open_casus(keten: Keten, login: str) -> Pagina:
    """Through the list of cases."""
    pagina = keten.als(login)
    ga(pagina, "Casussen")
    pagina.get_by_role("link", name=keten.casus).click()
    return pagina


def regie_betrekt(keten: Keten) -> None:
    """Police, inspectorate, the municipality that reported, and the bridge to care; each under a verstrekking."""
    pagina = open_casus(keten, REGIE)
    for wie in ("Dennis Groothuis", "Karin Holtman", "Bart Wolthuis", "Amina Haddou"):
        knop(pagina, "Iemand betrekken")
        keuze = pagina.get_by_label("Wie?").get_by_role("option").filter(has_text=wie)
        pagina.get_by_label("Wie?").select_option(label=keuze.inner_text())
        kies(pagina, "Welke gegevens van de casus zelf?", "Wat er gezien is")
        pagina.get_by_label("Waarvoor?").select_option(label="Hulp" if wie == "Amina Haddou" else "Opsporing")
        pagina.get_by_label("Waarom is het nodig?").fill("Nodig om de casus samen te wegen.")
        keten.foto(pagina, "betrekken")
        knop(pagina, "Iemand betrekken")


def stap(keten: Keten, naar: str, reden: str) -> None:
    """The case moves one step along the line of six."""
    pagina = open_casus(keten, REGIE)
    knop(pagina, "Volgende stap")
    kies(pagina, "Naar welke stap?", naar)
    pagina.get_by_label("Waarom?").fill(reden)
    knop(pagina, "Volgende stap")


def partners_delen_in_casus(keten: Keten) -> None:
    """Each supplier shares its own signaal with who sits in the case; what is brought in is not shared by itself."""
    for login, met in (
        (AANDACHT, ("Nederlandse Arbeidsinspectie", "Politie-eenheid")),
        (NLA, ("Gemeente Lindemeer", "Politie-eenheid")),
    ):
        pagina = open_casus(keten, login)
        knop(pagina, "Delen in deze casus")
        for partner in met:
            pagina.get_by_role("group", name="Met wie?").get_by_role("checkbox", name=partner).check()
        for vinkje in pagina.get_by_role("group", name="Welke gegevens?").get_by_role("checkbox").all():
            if vinkje.get_attribute("value") in (
                "object",
                "waarneming",
                "persoon-verdacht",
                "persoon-mogelijk-slachtoffer",
                "toezicht",
            ):
                vinkje.check()
        pagina.get_by_label("Waarvoor?").select_option(label="Opsporing")
        pagina.get_by_label("Waarom is het nodig?").fill(
            "Wie in de casus zit moet dezelfde feiten zien om te kunnen wegen."
        )
        keten.foto(pagina, "casus-delen")
        knop(pagina, "Delen in deze casus")


def regie_maakt_dossier_klaar(keten: Keten) -> None:
    """Complete, and so on the agenda."""
    stap(keten, "Dossiervorming", "Er zijn twee signalen die bij elkaar horen.")
    pagina = open_casus(keten, REGIE)
    keten.foto(pagina, "casus")
    knop(pagina, "Dossier compleet melden")
    pagina.get_by_label("Toelichting").fill(
        "Dubbele stukken zijn nagekeken; politie en inspectie hebben ingebracht."
    )
    knop(pagina, "Dossier compleet melden")
    stap(keten, "Weging", "Het dossier is compleet.")


def weeg(
    keten: Keten, login: str, motivering: str, *, ernst: str, soort: str = "Weging van een partner"
) -> None:
    """Weigh beside the facts: the criteria, the law, the outcome and why."""
    pagina = open_casus(keten, login)
    knop(pagina, "Wegen")
    pagina.get_by_label("Wat leg je vast?").select_option(label=soort)
    pagina.get_by_label("Ernst van de uitbuiting").select_option(label=ernst)
    pagina.get_by_label("Gevaar voor het slachtoffer").select_option(label="Hoog")
    pagina.get_by_label("Uitkomst").select_option(label="Samen oppakken")
    pagina.get_by_label("Motivering").fill(motivering)
    keten.foto(pagina, "wegen")
    knop(pagina, "Weging vastleggen")


def partners_wegen(keten: Keten) -> None:
    """Two weighers, who do not see it quite the same; that is where the meeting talks about."""
    weeg(keten, NLA, "Veertien werknemers zonder papieren: dit is geen slordigheid.", ernst="Hoog")
    weeg(keten, POLITIE, "De aanwijzingen zijn sterk; bewijs van dwang ontbreekt nog.", ernst="Midden")


def regie_stelt_interventies_voor(keten: Keten) -> None:
    """For two partners, each with what it does to the victim."""
    pagina = open_casus(keten, REGIE)
    for soort, wie, doel, effect in (
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
        knop(pagina, "Interventie voorstellen")
        keuze = pagina.get_by_label("Interventie", exact=True).get_by_role("option").filter(has_text=soort)
        pagina.get_by_label("Interventie", exact=True).select_option(label=keuze.inner_text())
        pagina.get_by_label("Wie voert uit?").select_option(label=wie)
        pagina.get_by_label("Doel").fill(doel)
        pagina.get_by_label("Effect voor het slachtoffer").fill(effect)
        pagina.get_by_label("Uiterlijk").fill((date.today() + timedelta(days=21)).isoformat())
        pagina.get_by_label("Voor welk deel van het overleg?").select_option(value="2")
        keten.foto(pagina, "interventie")
        knop(pagina, "Interventie voorstellen")


def regie_plant_overleg(keten: Keten) -> None:
    """The casusoverleg of tomorrow with the case in both parts."""
    pagina = keten.als(REGIE)
    ga(pagina, "Overleggen")
    knop(pagina, "Overleg plannen")
    pagina.get_by_label("Welk overleg?").select_option(label="Casusoverleg mensenhandel Rijndal")
    pagina.get_by_label("Wanneer?").fill(f"{date.today() + timedelta(days=1)}T10:00")
    pagina.get_by_label("Plaats").fill("Stadhuis Rijnhaven, kamer 2.14")
    knop(pagina, "Plannen")
    pagina.get_by_role("link", name=re.compile("^OVL-")).first.click()
    keten.overleg = pagina.get_by_text(re.compile(r"^OVL-")).first.inner_text()
    for deel, minuten, vraag in (
        ("Deel 1", "10", "Welke bescherming kan vandaag geregeld worden?"),
        ("Deel 2", "25", "Wie treedt op, en in welke volgorde?"),
    ):
        pagina.get_by_label("Casus", exact=True).select_option(label=f"{keten.casus} {WERKTITEL}")
        keuze = pagina.get_by_label("Deel", exact=True).get_by_role("option").filter(has_text=deel)
        pagina.get_by_label("Deel", exact=True).select_option(label=keuze.inner_text())
        pagina.get_by_label("Minuten").fill(minuten)
        pagina.get_by_label("Wat wordt gevraagd?").fill(vraag)
        knop(pagina, "Zet op de agenda")
    keten.foto(pagina, "agenda")


def open_overleg(keten: Keten, login: str) -> Pagina:
    """Through the list of meetings."""
    pagina = keten.als(login)
    ga(pagina, "Overleggen")
    pagina.get_by_role("link", name=keten.overleg).click()
    return pagina


def overleg_besluit(keten: Keten) -> None:
    """The joint weighing, the decision that fixes both measures, and the minutes."""
    weeg(
        keten,
        REGIE,
        "Ernstig en actueel; samen optreden, met opvang vooraf.",
        ernst="Hoog",
        soort="Uitkomst van het overleg",
    )
    pagina = open_overleg(keten, REGIE)
    knop(pagina, "Begin het overleg")
    deel = pagina.get_by_role("region", name="Deel 2")
    deel.get_by_text("Besluit noteren").click()
    deel.get_by_label("Het overleg besluit").fill(
        "Inspectie en politie treden dezelfde ochtend op; opvang staat klaar."
    )
    deel.get_by_label("Omdat").fill(
        "Los van elkaar optreden waarschuwt de verdachte en laat de mannen zonder hulp."
    )
    for vinkje in (
        deel.get_by_role("group", name="Stelt deze interventies vast").get_by_role("checkbox").all()
    ):
        vinkje.check()
    keten.foto(pagina, "besluit")
    deel.get_by_role("button", name="Leg het besluit vast").click()
    knop(pagina, "Sluit af en leg het verslag vast")
    keten.foto(pagina, "overleg-klaar")
    stap(keten, "Toewijzing", "Het overleg besloot samen op te treden.")
    stap(keten, "Uitvoering", "Beide interventies zijn toegewezen.")


# ---- doen, evalueren, terugkoppelen ----


def partner_voert_uit(keten: Keten, login: str, resultaat: str) -> None:
    """From *Mijn werk*: accept, and later the result."""
    pagina = keten.als(login)
    keten.foto(pagina, "partner-werk")
    pagina.get_by_role("link", name=re.compile(keten.casus)).first.click()
    pagina.get_by_role("link", name=re.compile("^Aanvaarden")).click()
    knop(pagina, "Aanvaarden")
    pagina.get_by_role("link", name=re.compile("^Resultaat vastleggen")).click()
    pagina.get_by_label("Toelichting").fill(resultaat)
    knop(pagina, "Resultaat vastleggen")


def partners_voeren_uit(keten: Keten) -> None:
    """Both partners did what they took on."""
    partner_voert_uit(keten, NLA, "Elf mannen gehoord, achterstallig loon geclaimd, werk stilgelegd.")
    partner_voert_uit(keten, POLITIE, "Eén aanhouding; elf paspoorten terug bij hun eigenaar.")


def regie_evalueert(keten: Keten) -> None:
    """Goal against result, and what the reporters may hear."""
    stap(keten, "Evaluatie", "Beide interventies zijn uitgevoerd.")
    pagina = open_casus(keten, REGIE)
    knop(pagina, "Evalueren")
    kies(pagina, "Zijn de doelen bereikt?", "Ja")
    pagina.get_by_label("Resultaat naast het doel").fill(
        "De uitbuiting is gestopt en de mannen hebben opvang en loon."
    )
    pagina.get_by_label("Wat mogen de melders horen?").select_option(label="Inschatting bevestigd: ja")
    pagina.get_by_label("Toelichting voor de melders").fill(TERUGKOPPELING)
    knop(pagina, "Evalueren")
    keten.foto(pagina, "casus-klaar")


def lindemeer_koppelt_terug(keten: Keten) -> None:
    """The owner of the signaal answers its own reporter; the words are ready."""
    pagina = keten.als(AANDACHT)
    pagina.get_by_role("link", name=f"{keten.casus}: koppel terug").click()
    keten.foto(pagina, "terugkoppelen")
    knop(pagina, "Terugkoppelen")


def balie_leest_terugkoppeling(keten: Keten) -> Pagina:
    """With the receipt code, without an account."""
    pagina = keten.open_als()
    pagina.goto("/melden")
    pagina.get_by_role("link", name="Hebt u al een code?").click()
    pagina.get_by_label("Uw code").fill(keten.code)
    knop(pagina, "Openen")
    keten.foto(pagina, "terugkoppeling")
    return pagina


VERHAAL = (
    balie_meldt, lindemeer_maakt_signaal, lindemeer_vult_indicatoren_in, lindemeer_ziet_raakvlak, nla_ziet_raakvlak,
    lindemeer_vraagt_informatie, nla_deelt_als_antwoord, lindemeer_leest_antwoord, beide_delen_met_regie,
    regie_opent_casus, regie_betrekt, partners_delen_in_casus, regie_maakt_dossier_klaar, partners_wegen,
    regie_stelt_interventies_voor, regie_plant_overleg, overleg_besluit, partners_voeren_uit, regie_evalueert,
    lindemeer_koppelt_terug, balie_leest_terugkoppeling,
)  # fmt: skip
"""Every step in order."""

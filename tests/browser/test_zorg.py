# SPDX-License-Identifier: EUPL-1.2
"""Four clients in a real browser, from aanmelding to afsluiting: a woman, a minor, a group of fifty, a man out of region.

Each with its clock, consent that is withdrawn halfway, and what leaves for CoMensha before and after.
"""

import random
import re
from typing import Any

from playwright.sync_api import expect
from tests.browser import zorg as z
from tests.browser.handen import Muis
from tests.browser.keten import AANDACHT, NLA, POLITIE, REGIE, Collega
from tests.browser.keuring import BUREAU, keur

AANPAK = (REGIE, POLITIE, NLA, AANDACHT)
VOLWASSEN = ("Intake", "Analyse", "Begeleiding en uitvoering")
ADRES = "Fictieve Kade"


def zo_heet_niemand(naam: str) -> str:
    """A name that nobody has yet in a demo that more tests share."""
    return naam + "".join(random.choices("bcdfgklmnprst", k=4))


def ziet(wie: Collega, *woorden: str) -> None:
    for woord in woorden:
        expect(wie.inhoud).to_contain_text(woord)


def keur_blad(pagina: Any, naam: str) -> None:
    """Accessible and no wider than a phone, in a state that a crawl does not meet."""
    assert keur(pagina) == [], naam
    pagina.set_viewport_size(BUREAU)


def aanpak_weet_niets(huis: z.Huis, adres: str, *woorden: str) -> None:
    """For every function of the ketenaanpak the client is not there: not by address, and not on any list."""
    for login in AANPAK:
        pagina = huis.open_als(login)
        assert pagina.request.get(adres).status == 404, login
        bronnen = [pagina.request.get(p).text() for p in ("/", "/signalen", "/casussen", "/overleggen")]
        assert not [w for w in woorden for bron in bronnen if w in bron], login


def test_een_volwassen_vrouw_van_aanmelding_tot_afsluiting(iemand: Any) -> None:
    huis, naam = z.Huis(iemand, keur_blad, Muis()), zo_heet_niemand("Grace")
    wie = z.meld_aan(huis, naam, "Engels", "Vrouw", "Volwassen", "Seksuele uitbuiting")
    ziet(wie, naam, "Aanmelding", "Er is nog geen zorgplan")
    adres = wie.pagina.url
    z.betrek(huis, naam)
    wie = huis.bij(z.BEGELEIDER, naam)
    z.maak_plan(wie, VOLWASSEN, "Ergens slapen waar niemand haar vindt.", "Een kamer met een sleutel")
    z.leg_vast(wie, "Veiligheidsplan schrijven", {}, {
        "Van wie of wat komt gevaar?": "De man die haar reis betaalde",
        "Wat doen we als het misgaat?": "112 bellen, dan de begeleider", "Welke gemeenten mijden?": "Rijnhaven",
    })  # fmt: skip
    for dienst, persoon in (("Slachtofferadvocaat", "Mr. Terlouw"), ("Tolk", "Tolk Engels")):
        z.leg_vast(wie, "Hulp vastleggen", {"Soort hulp": dienst}, {"Naam of organisatie": persoon})
    z.leg_vast(
        wie, "Afspraak vastleggen", {}, {"Datum": z.dag(5), "Waarvoor?": "Kennismaken met de advocaat"}
    )
    z.leg_vast(
        wie,
        "Contact vastleggen",
        {"Hoe?": "Gesprek"},
        {"Datum": z.dag(), "Wat is er besproken?": "Wil rust."},
    )
    z.start_bedenktijd(wie)
    ziet(wie, "Bedenktijd loopt", "Maandelijkse melding in de bedenktijd", "Geblokkeerd: verblijfspas")
    huis.beeld(wie, "traject in de bedenktijd")

    z.vraag_toestemming(huis, z.BEGELEIDER, naam)
    z.meld_comensha(huis, z.BEGELEIDER, naam, "Toestemming van de cliënt")
    assert naam in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    assert naam not in z.uitvoer(huis, z.BEGELEIDER, "CTDC, zonder personen (CSV)")
    wie = huis.bij(z.COORDINATOR, naam)
    wie.knop("Signaal doorgeven")
    wie.vul("Wat geef je door?", f"{naam} zegt dat er in een flat aan de Kadelaan vrouwen vastzitten.")
    wie.knop("Signaal doorgeven")
    ziet(wie, f"Dit leidt naar de cliënt: {naam}")
    wie.vul("Wat geef je door?", "In een flat aan de Kadelaan zitten vrouwen vast.")
    wie.knop("Signaal doorgeven")
    assert wie.kop() == naam
    aanpak_weet_niets(huis, adres, naam, "Kadelaan")

    z.trek_in(huis, z.BEGELEIDER, naam)
    for soort in ("HTCDS 2.0 (JSON)", "Bekende variabelen van CoMensha (CSV)"):
        assert naam not in z.uitvoer(huis, z.BEGELEIDER, soort)
    wie = huis.als(z.BEGELEIDER, "Zorg")
    wie.volg("CoMensha-meldingen")
    ziet(wie, "Toestemming ingetrokken")
    wie = z.wie_weet_wat(huis, z.BEGELEIDER, naam)
    ziet(wie, "Ingetrokken op", z.AMINA, "lezen uw dossier niet", "zonder uw naam")
    huis.beeld(wie, "wie weet wat")

    wie = huis.bij(z.BEGELEIDER, naam)
    z.verblijf(wie, "Bedenktijd beëindigd", 0, reden="De cliënt doet afstand")
    ziet(wie, "Bedenktijd beëindigd")
    z.sluit(wie, "De doelen zijn bereikt", "")
    ziet(wie, "Kies")
    wie.kies("Waarom stopt het traject?", "De doelen zijn bereikt")
    wie.kies("Nazorg", "Ja, nazorg is geregeld")
    wie.knop("Traject afsluiten")
    ziet(wie, "Afgesloten", "Nazorg: ja, nazorg is geregeld")


def test_een_minderjarige_onder_voogdij(iemand: Any) -> None:
    huis, naam = z.Huis(iemand, keur_blad), zo_heet_niemand("Thuy")
    wie = z.meld_aan(
        huis,
        naam,
        "Vietnamees",
        "Vrouw",
        "Minderjarig",
        "Arbeidsuitbuiting",
        "Alleenstaande minderjarige vreemdeling",
    )
    adres = wie.pagina.url
    z.betrek(huis, naam)
    wie = huis.bij(z.BEGELEIDER, naam)
    kenmerk = wie.inhoud.locator(".kenmerk").first.inner_text()
    z.leg_vast(wie, "Hulp vastleggen", {"Soort hulp": "Voogd"}, {"Naam of organisatie": "Voogd van Nidos"})
    z.maak_plan(
        wie, ("Voogdij geregeld", "Route gekozen", "Begeleiding"), "Veilig naar school.", "Naar de taalklas"
    )
    z.start_bedenktijd(wie, dublin=True)
    ziet(wie, "Dublinclaim: korte termijn", "B8/3-2023")

    z.vraag_toestemming(huis, z.BEGELEIDER, naam, gever="Voogd")
    z.meld_comensha(huis, z.BEGELEIDER, naam, "Toestemming van de cliënt")
    assert naam in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    wie = huis.als(z.COORDINATOR, "Zorg")
    wie.volg("Zorgoverleg")
    wie.kies("Welk overleg?", "Zorgoverleg Rijndal")
    wie.vul("Wanneer?", z.dag(7))
    wie.knop("Plannen")
    wie.hand.klik(wie.inhoud.locator("ul.lijst a").first)
    wie.kies("Over wie?", kenmerk)
    wie.knop("Zet op de agenda")
    ziet(wie, "Dit blijft dicht tot de voogd erbij is")
    assert "taalklas" not in wie.pagina.content()
    wie.vul("Wie is er namens de voogd bij?", "Mw. Jansma, Nidos")
    wie.knop("De voogd is erbij")
    ziet(wie, "Namens de voogd: Mw. Jansma, Nidos", "Naar de taalklas")
    huis.beeld(wie, "zorgoverleg over een minderjarige")

    z.trek_in(huis, z.BEGELEIDER, naam)
    assert naam not in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    z.meld_comensha(huis, z.BEGELEIDER, naam, "Geanonimiseerd")
    export = z.uitvoer(huis, z.BEGELEIDER, "Bekende variabelen van CoMensha (CSV)")
    assert "minderjarig" in export
    assert naam not in export
    aanpak_weet_niets(huis, adres, naam, "taalklas")
    wie = huis.bij(z.BEGELEIDER, naam)
    z.verblijf(wie, "Bedenktijd beëindigd", 0, reden="Andere aanvraag")
    z.sluit(wie, "Overgedragen", "Ja, nazorg is geregeld")
    ziet(wie, "Afgesloten")


def test_vijftig_mensen_uit_een_loods_in_een_nacht(iemand: Any) -> None:
    huis, naam, loods = z.Huis(iemand, keur_blad), zo_heet_niemand("Vasil"), zo_heet_niemand("Loods")
    wie = huis.als(z.BEGELEIDER, "Zorg")
    wie.knop("Groep aanmelden")
    wie.vul("Naam van de groep", loods)
    wie.vul("Hoeveel mensen?", "50")
    wie.vul("Namen, als je die hebt", "\n".join(f"{naam} {nr}; Bulgaars" for nr in range(1, 31)))
    for vraag, antwoord in (
        ("Opvang zoeken voor een", "Man"), ("Leeftijd", "Volwassen"), ("Vorm van uitbuiting", "Arbeidsuitbuiting"),
    ):  # fmt: skip
        wie.kies(vraag, antwoord)
    wie.knop("Zet de groep erin")
    ziet(wie, "50 mensen, 50 nog uit te werken")
    expect(wie.inhoud.locator("tbody tr")).to_have_count(50)
    huis.beeld(wie, "groep van vijftig")
    groep = wie.pagina.url

    wie.pagina.goto(groep)
    wie.knop("Plaats zoeken voor de groep")
    wie.knop("Zoek")
    ziet(wie, "50 × Man", "In de regio is hiervoor nu niets. Dat is geteld.", "CoMensha")
    wie.ga("Opvang en hulp")
    wie.volg("Wat ontbreekt: cijfers")
    ziet(wie, "50 × Man")

    wie.pagina.goto(groep)
    wie.volg(re.compile(f"^{naam} 7$"))
    adres = wie.pagina.url
    z.maak_plan(wie, VOLWASSEN, "Achterstallig loon en slapen.", "Loon terug en naar huis")
    z.start_bedenktijd(wie)
    wie.pagina.goto(adres)
    z.leg_toestemming_vast(wie, "De cliënt zelf", "Mondeling")
    wie.pagina.goto(adres)
    wie.knop("CoMensha melden")
    wie.vink("Op welke grond?", "Toestemming van de cliënt")
    wie.knop("CoMensha melden")
    assert f"{naam} 7" in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    wie.pagina.goto(adres)
    z.terzijde(wie, "Toestemming vastleggen")
    wie.knop("De cliënt trekt dit in")
    assert f"{naam} 7" not in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    wie.pagina.goto(adres)
    z.verblijf(wie, "Bedenktijd beëindigd", 0, reden="De cliënt doet afstand")
    z.sluit(wie, "Teruggekeerd naar het land van herkomst", "Aangeboden, de cliënt wil het niet")
    ziet(wie, "Afgesloten")
    wie.pagina.goto(groep)
    ziet(wie, "50 mensen, 49 nog uit te werken")
    aanpak_weet_niets(huis, adres, f"{naam} 7", loods)


def test_een_man_die_buiten_de_regio_wordt_opgevangen(iemand: Any) -> None:
    huis, naam = z.Huis(iemand, keur_blad), zo_heet_niemand("Radu")
    wie = z.meld_aan(huis, naam, "Roemeens", "Man", "Volwassen", "Arbeidsuitbuiting")
    adres = wie.pagina.url
    z.betrek(huis, naam)
    wie = huis.bij(z.BEGELEIDER, naam)
    z.maak_plan(wie, VOLWASSEN, "Weg uit Rijndal: zijn baas zoekt hem.", "Slapen zonder schoenen aan")
    z.start_bedenktijd(wie)
    z.vraag_toestemming(huis, z.BEGELEIDER, naam, wijze="Mondeling")
    z.meld_comensha(huis, z.BEGELEIDER, naam, "Toestemming van de cliënt")

    wie = z.zoek_plaats(huis, z.COORDINATOR, naam, {"Leeftijd": "34"}, mijden=("Rijnhaven",))
    ziet(wie, "De Baken, mannen buiten hun regio", "Noorderveld", "vrij")
    z.houd_vast(wie, "De Baken")
    ziet(wie, "vastgehouden door Stichting Haven")
    huis.beeld(wie, "vastgehouden plaats")
    assert ADRES not in wie.pagina.content()
    baken = huis.als(z.ELDERS)
    baken.volg("houdt bij jullie een plaats vast")
    baken.knop("Neem op")
    ziet(baken, "Buiten de regio: schrijf waarom")
    baken.vul("Waarom buiten de eigen regio?", "Zijn baas kent alle opvang in Rijndal.")
    baken.vul("Wat betekent dat voor het onderzoek?", "Verhoor op afstand, met tolk.")
    baken.knop("Neem op")
    wie = huis.bij(z.COORDINATOR, naam)
    naast = wie.pagina.get_by_role("complementary", name="Bij deze pagina")
    expect(naast).to_contain_text("Geplaatst")
    expect(naast).to_contain_text("Noorderveld, Stichting De Baken")
    assert ADRES not in wie.pagina.content()

    z.draag_over(huis, z.BEGELEIDER, naam, "Stichting De Baken")
    ziet(huis.bij(z.BEGELEIDER, naam), "Tot zij het aannemen zijn jullie verantwoordelijk")
    baken = huis.als(z.ELDERS)
    baken.volg("is aan jullie aangeboden")
    baken.volg("Lees het dossier")
    ziet(baken, naam, "Slapen zonder schoenen aan")
    baken = huis.als(z.ELDERS)
    baken.volg("is aan jullie aangeboden")
    baken.knop("Neem het dossier aan")
    ziet(baken, naam, "Slapen zonder schoenen aan", "Bedenktijd")
    ziet(huis.bij(z.BEGELEIDER, naam), "nam het dossier aan", "en is nu verantwoordelijk")

    z.trek_in(huis, z.BEGELEIDER, naam)
    assert naam not in z.uitvoer(huis, z.BEGELEIDER, "HTCDS 2.0 (JSON)")
    aanpak_weet_niets(huis, adres, naam, "schoenen")
    baken = huis.bij(z.ELDERS, naam)
    z.verblijf(baken, "Bedenktijd beëindigd", 0, reden="De cliënt doet afstand")
    z.sluit(baken, "De doelen zijn bereikt", "Ja, nazorg is geregeld")
    ziet(baken, "Afgesloten")

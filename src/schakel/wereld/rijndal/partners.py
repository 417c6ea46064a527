# SPDX-License-Identifier: EUPL-1.2
"""Rijndal: municipalities, partners, functions with their holders, and the bodies that meet."""

from __future__ import annotations

from datetime import date, timedelta

from schakel.wereld.vormen import Functie, Functiesoort, Gemeente, Overleg, Partner

WACHTWOORD = "rijndal-demonstratie"
"""The one password of every demo login; the demo alone has no second factor."""

GEMEENTEN = (
    Gemeente(
        "rijnhaven",
        "Rijnhaven",
        ("0211", "0212", "0213", "0214"),
        158_000,
        "trekt",
        "Centrumgemeente. Heeft beleid, een meldpunt en de regionale ketenregisseur.",
    ),
    Gemeente(
        "lindemeer",
        "Lindemeer",
        ("0221", "0222"),
        41_000,
        "volgt",
        "Glastuinbouw. Geen eigen beleid, wel een alerte balie en een nieuwe aandachtsfunctionaris.",
    ),
    Gemeente(
        "veenburg",
        "Veenburg",
        ("0231", "0232"),
        73_000,
        "impasse",
        "De functie van aandachtsfunctionaris staat open; meldingen gaan naar de regio.",
    ),
    Gemeente(
        "oosterwaard",
        "Oosterwaard",
        ("0241",),
        28_000,
        "via-riec",
        "Werkt via het RIEC en pakt signalen op langs de bestuurlijke weg.",
    ),
)
_ALLE = tuple(gemeente.id for gemeente in GEMEENTEN)

PARTNERS = (
    *(Partner(g.id, f"Gemeente {g.naam}", "gemeente", (g.id,)) for g in GEMEENTEN),
    Partner("politie", "Politie-eenheid Rijndal, team mensenhandel", "politie", _ALLE),
    Partner("om", "Openbaar Ministerie, parket Rijndal", "om", _ALLE),
    Partner("belastingdienst", "Belastingdienst, kantoor Rijndal", "belastingdienst", _ALLE),
    Partner("nla", "Nederlandse Arbeidsinspectie, team Rijndal", "nla", _ALLE),
    Partner("riec", "RIEC Rijndal", "riec", _ALLE),
    Partner("zorg", "Stichting Haven, zorgcoördinatie en opvang", "zorg", _ALLE, publiek=False),
    Partner("ggd", "GGD Rijndal", "ggd", _ALLE),
    Partner("zvh", "Zorg- en Veiligheidshuis Rijndal", "zvh", _ALLE),
    Partner("baken", "Stichting De Baken, opvang in Noorderveld", "opvang", (), publiek=False),
)

# partner, function, holder, what this login shows; the login is the function's own name
_HOUDERS: tuple[tuple[str, Functiesoort, str, str], ...] = (
    (
        "rijnhaven",
        "ketenregisseur",
        "Hanneke Brandsma",
        "leidt het casusoverleg; ziet wat wacht en wat te laat is",
    ),
    ("rijnhaven", "aandachtsfunctionaris", "Yusuf Demirel", "maakt van meldingen signalen voor Rijnhaven"),
    (
        "rijnhaven",
        "bestuurlijk_trekker",
        "Marijke Oldenkamp",
        "burgemeester; ziet cijfers en knelpunten, geen dossiers",
    ),
    (
        "rijnhaven",
        "toezichthouder",
        "Stef Hoogland",
        "controleert panden; krijgt alleen te zien wat daarvoor nodig is",
    ),
    ("rijnhaven", "melder", "Ilse Kramer", "meldt vanuit de bouwinspectie en leest de terugkoppeling"),
    ("rijnhaven", "privacyfunctionaris", "Ruben Aalders", "beantwoordt: wie zag wat van wie, op welke grond"),
    ("rijnhaven", "functioneel_beheerder", "Priya Ramdin", "beheert partners en functies; ziet geen inhoud"),
    ("lindemeer", "melder", "Tineke Verschoor", "baliemedewerker; meldt wat haar aan Kassenweg 12 opvalt"),
    (
        "lindemeer",
        "aandachtsfunctionaris",
        "Bart Wolthuis",
        "maakt het signaal van de balie; ziet een raakvlak",
    ),
    ("lindemeer", "toezichthouder", "Noor Benali", "controleert huisvesting in het buitengebied"),
    ("lindemeer", "stuurgroeplid", "Gerrit Nijland", "wethouder; besluit mee in de stuurgroep"),
    ("veenburg", "melder", "Joke Terpstra", "wijkconsulent; ziet dat niemand haar melding oppakt"),
    ("veenburg", "stuurgroeplid", "Lars van Empel", "ziet in de monitor het gat in de eigen gemeente"),
    ("oosterwaard", "aandachtsfunctionaris", "Fatima Ouali", "brengt signalen in via het RIEC"),
    ("oosterwaard", "stuurgroeplid", "Willem Koekkoek", "burgemeester; kiest de bestuurlijke weg"),
    ("politie", "casusdeelnemer", "Dennis Groothuis", "brengt politiegegevens in onder de Wpg"),
    ("politie", "stuurgroeplid", "Anouk Sieben", "districtschef; stuurt op capaciteit"),
    ("om", "casusdeelnemer", "Mr. Sanne de Wilde", "geeft toestemming voor strafvorderlijke gegevens"),
    ("om", "stuurgroeplid", "Mr. Floris Akkerman", "gebiedsofficier; zit in de stuurgroep"),
    ("belastingdienst", "casusdeelnemer", "Peter Jonkman", "ziet een loonaangifte die niet kan kloppen"),
    ("nla", "casusdeelnemer", "Karin Holtman", "eigenaar van het signaal van de kasinspectie"),
    ("nla", "toezichthouder", "Emre Yildiz", "inspecteur; doet controles"),
    ("riec", "casusdeelnemer", "Vera Molenkamp", "maakt bestuurlijke rapportages; werkt voor Oosterwaard"),
    ("zorg", "regiocoordinator", "Amina Haddou", "beheert de brug tussen zorg en ketenaanpak"),
    ("zorg", "zorgdeelnemer", "Lotte Vermeer", "begeleidt cliënten; ziet geen handhaving"),
    ("zorg", "zorggroeplid", "Cor Bijlsma", "bestuurder; zit in de zorggroep"),
    ("ggd", "melder", "Saskia Boer", "verpleegkundige; meldt een niet-pluis-gevoel"),
    ("ggd", "zorgdeelnemer", "Dr. Omar Nazari", "arts; zit in het zorgoverleg"),
    ("zvh", "casusdeelnemer", "Roos Dijkgraaf", "procesregisseur van het Zorg- en Veiligheidshuis"),
    ("zvh", "zorgdeelnemer", "Mees Abbink", "neemt deel aan het zorgoverleg"),
    ("baken", "regiocoordinator", "Wiebe Douma", "andere regio; vangt op wie hier niet veilig is"),
)
_WAARNEMERS: tuple[tuple[str, Functiesoort, str], ...] = (
    ("rijnhaven", "ketenregisseur", "Thijs Ruiter"),
    ("lindemeer", "aandachtsfunctionaris", "Ellen Prins"),
    ("politie", "casusdeelnemer", "Youssef Amrani"),
    ("zorg", "regiocoordinator", "Jip Stegeman"),
)


def _kort(functie: Functiesoort) -> str:
    """The function as it stands in a login."""
    return functie.removeprefix("functioneel_").replace("_", "-")


def functies(peildatum: date) -> tuple[Functie, ...]:
    """Every function of the region; exactly one, the aandachtsfunctionaris of Veenburg, is vacant."""
    sinds = peildatum - timedelta(days=500)
    houders = [Functie(p, f, _kort(f), naam, sinds=sinds, toont=toont) for p, f, naam, toont in _HOUDERS]
    waarnemers = [
        Functie(
            p, f, f"waarnemend-{f}", naam, waarnemer_van=f, sinds=sinds, toont="neemt waar bij afwezigheid"
        )
        for p, f, naam in _WAARNEMERS
    ]
    vacant = Functie(
        "veenburg", "aandachtsfunctionaris", "aandachtsfunctionaris", sinds=peildatum - timedelta(days=140)
    )
    return (*houders, *waarnemers, vacant)


def _login(kort: str) -> str:
    return f"{kort}.rijndal.test"


def overleggen(peildatum: date) -> tuple[Overleg, ...]:
    """The bodies of the region. The regiocoördinator sits in part 1 of the casusoverleg only."""
    regisseur, coordinator = _login("ketenregisseur@rijnhaven"), _login("regiocoordinator@zorg")
    deelnemers = tuple(
        _login(f"casusdeelnemer@{p}") for p in ("politie", "om", "belastingdienst", "nla", "riec", "zvh")
    )
    gemeenten = tuple(_login(f"aandachtsfunctionaris@{p}") for p in ("rijnhaven", "lindemeer", "oosterwaard"))
    stuurgroep = tuple(
        _login(f"stuurgroeplid@{p}") for p in ("lindemeer", "veenburg", "oosterwaard", "politie", "om")
    )
    zorg = tuple(_login(k) for k in ("zorgdeelnemer@zorg", "zorgdeelnemer@ggd", "zorgdeelnemer@zvh"))

    def over(dagen: int) -> date:
        return peildatum + timedelta(days=dagen)

    return (
        Overleg(
            "casusoverleg",
            "Casusoverleg mensenhandel Rijndal",
            "operationeel",
            "aanpak",
            regisseur,
            (regisseur, *deelnemers, *gemeenten, coordinator),
            (coordinator,),
            "elke twee weken",
            over(6),
        ),
        Overleg(
            "zorgoverleg",
            "Zorgoverleg Rijndal",
            "operationeel",
            "zorg",
            coordinator,
            (coordinator, *zorg),
            (),
            "elke twee weken",
            over(9),
        ),
        Overleg(
            "ketenregieteam",
            "Ketenregieteam",
            "tactisch",
            "aanpak",
            regisseur,
            (regisseur, coordinator, *gemeenten),
            (),
            "elke maand",
            over(13),
        ),
        Overleg(
            "stuurgroep",
            "Stuurgroep mensenhandel Rijndal",
            "strategisch",
            "aanpak",
            _login("bestuurlijk-trekker@rijnhaven"),
            (_login("bestuurlijk-trekker@rijnhaven"), *stuurgroep),
            (),
            "elk kwartaal",
            over(34),
        ),
        Overleg(
            "zorggroep",
            "Zorggroep Rijndal",
            "strategisch",
            "zorg",
            _login("zorggroeplid@zorg"),
            (_login("zorggroeplid@zorg"), coordinator),
            (),
            "elk kwartaal",
            over(48),
        ),
    )

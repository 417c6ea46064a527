# SPDX-License-Identifier: EUPL-1.2
"""The main story: Marek, Kassenweg 12 and Rijnglas Tuinbouw, in five pieces held by five partners.

The desk of Lindemeer and the labour inspectorate each have a piece. One telephone number, written in two
ways, and one name, spelt in two ways, bring them together; neither sees the other's
piece before a verstrekking.
"""

from __future__ import annotations

from schakel.wereld.bouw import (
    Pen,
    account,
    adres,
    bedrijf,
    indicator,
    persoon,
    tekst,
    telefoon,
    voertuig,
)
from schakel.wereld.vormen import Handeling, Melding, Signaal

NETWERK = "N-rijnglas"


def meldingen(pen: Pen) -> tuple[Melding, ...]:
    """Two reports of one desk clerk, and one of a nurse who reports without her name."""
    return (
        Melding(
            pen.schrijf(
                "lindemeer-M1",
                "melding",
                "Een man die zich Marek noemt komt elke week met iemand anders aan de balie. Steeds "
                "iemand die geen "
                "Nederlands spreekt en zich wil inschrijven op Kassenweg 12. Marek voert het woord, "
                "houdt het paspoort "
                "vast en geeft steeds hetzelfde telefoonnummer op.",
                persoon("verdachte", "Marek", omschrijving="man, ongeveer 40 jaar, kort grijs haar"),
                telefoon("06 0047 1129"),
                adres("Kassenweg", "12", "Lindemeer", "0221 KW"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="vermoeden",
                bron="balie Burgerzaken",
                geleden=24,
            ),
            "open",
            "formulier",
            "signaal-gemaakt",
            "melder@lindemeer.rijndal.test",
            terugkoppeling=(
                (pen.dag(24), "Uw melding is ontvangen. U krijgt binnen vijf werkdagen een eerste antwoord."),
                (pen.dag(21), "Uw melding is opgepakt. De aandachtsfunctionaris zoekt uit wat bekend is."),
            ),
        ),
        Melding(
            pen.schrijf(
                "lindemeer-M2",
                "melding",
                "Marek was er weer, nu met twee jonge mannen. Er staan nu elf mensen ingeschreven op "
                "Kassenweg 12. "
                "Eén van hen vroeg mij zacht of hij zijn paspoort terug kon krijgen.",
                persoon("verdachte", "Marek"),
                persoon(
                    "mogelijk-slachtoffer", "Andrei", "Lupescu", geboortedatum="2003-05-17", geslacht="man"
                ),
                telefoon("0600471129"),
                adres("Kassenweg", "12", "Lindemeer", "0221KW"),
                voertuig("Q-417-RZ", "witte bus"),
                indicator("NLA-04"),
                indicator("NLA-10"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="vermoeden",
                bron="balie Burgerzaken",
                geleden=10,
            ),
            "open",
            "formulier",
            "nieuw",
            "melder@lindemeer.rijndal.test",
            terugkoppeling=((pen.dag(10), "Uw melding is ontvangen."),),
        ),
        Melding(
            pen.schrijf(
                "ggd-M1",
                "melding",
                "Op het inloopspreekuur was een jonge man uit de kassen met een grote blauwe plek op "
                "zijn bovenarm. "
                "Een oudere man wachtte buiten en riep hem na tien minuten. Ik heb er geen goed gevoel bij.",
                persoon("mogelijk-slachtoffer", "Andrej", omschrijving="ongeveer 22 jaar"),
                adres("Kassenweg", "", "Lindemeer"),
                indicator("OM-31"),
                indicator("NLA-11"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="niet-pluis",
                bron="inloopspreekuur",
                geleden=17,
                handeling=Handeling(publiek="ketenregisseur", bron_beschermd=True, proces_verbaal="nee"),
                categorie="bijzonder",
            ),
            "anoniem",
            "formulier",
            "signaal-gemaakt",
            terugkoppeling=((pen.dag(17), "Uw melding is ontvangen. Niemand ziet wie u bent."),),
        ),
    )


def signalen(pen: Pen) -> tuple[Signaal, ...]:
    """What the partners made of it: desk, inspectorate, nurse, tax office, police."""
    return (*_wat_gemeenten_zien(pen), *_wat_diensten_zien(pen))


def _wat_gemeenten_zien(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "lindemeer-S1",
                "signaal",
                "Negen inschrijvingen in elf weken op Kassenweg 12, steeds begeleid door dezelfde man.",
                persoon("verdachte", "Marek"),
                telefoon("06 0047 1129"),
                adres("Kassenweg", "12", "Lindemeer", "0221 KW"),
                indicator("NLA-04"),
                indicator("NLA-10"),
                indicator("OM-08"),
                tekst("De begeleider houdt de paspoorten vast en betaalt de leges contant."),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="vermoeden",
                bron="melding van de balie",
                geleden=21,
                vertraging=3,
            ),
            "Inschrijvingen op Kassenweg 12",
            "aandachtsfunctionaris@lindemeer.rijndal.test",
            "in-veredeling",
            uit=("lindemeer-M1",),
        ),
        Signaal(
            pen.schrijf(
                "zorg-S1",
                "signaal",
                "Blauwe plek en afhankelijk gedrag bij een jonge werknemer uit de kassen.",
                persoon("mogelijk-slachtoffer", "Andrej", omschrijving="ongeveer 22 jaar"),
                adres("Kassenweg", "", "Lindemeer"),
                indicator("OM-31"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="niet-pluis",
                bron="inloopspreekuur",
                geleden=16,
                vertraging=1,
                handeling=Handeling(publiek="ketenregisseur", bron_beschermd=True, proces_verbaal="nee"),
                categorie="bijzonder",
            ),
            "Niet pluis op het spreekuur",
            "regiocoordinator@zorg.rijndal.test",
            "niet-pluis",
            uit=("ggd-M1",),
        ),
    )


def _wat_diensten_zien(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "nla-S1",
                "signaal",
                "Inspectie bij Rijnglas Tuinbouw: veertien werknemers, geen van hen had eigen papieren "
                "bij zich. In "
                "een schuur lagen twaalf matrassen. Zij noemden allen 'Mareck' als contact en toonden "
                "hetzelfde nummer.",
                bedrijf("Rijnglas Tuinbouw B.V.", "00417712"),
                adres("Kassenweg", "40", "Lindemeer", "0221 KX"),
                persoon("verdachte", "Mareck", "Wolniewski"),
                telefoon("+31 6 00471129"),
                persoon(
                    "mogelijk-slachtoffer", "Andrei", "Lupesku", geboortedatum="2003-05-17", geslacht="man"
                ),
                persoon(
                    "mogelijk-slachtoffer", "Florin", "Dragosani", geboortedatum="1999-11-02", geslacht="man"
                ),
                indicator("NLA-02"),
                indicator("NLA-04"),
                indicator("NLA-10"),
                indicator("OM-06"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="concreet",
                bron="inspectie op locatie",
                geleden=38,
                vertraging=2,
                categorie="toezicht",
            ),
            "Kasinspectie Rijnglas Tuinbouw",
            "casusdeelnemer@nla.rijndal.test",
            "in-veredeling",
        ),
        Signaal(
            pen.schrijf(
                "belastingdienst-S1",
                "signaal",
                "Loonaangifte van Handen & Oogst: 31 mensen werken elk precies 40 uur, ook met kerst. "
                "Het nettoloon van "
                "19 van hen gaat naar één rekening.",
                bedrijf("Handen en Oogst uitzendburo", "00417713"),
                bedrijf("Rijnglas Tuinbouw BV"),
                account("iban", "NL35FICT0004171129"),
                persoon("verdachte", "M.", "Wolniewsky"),
                adres("Kassenwg", "12", "Lindemeer", "0221KW"),
                indicator("NLA-08"),
                indicator("OM-14"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="vermoeden",
                bron="loonaangifte",
                geleden=52,
                vertraging=30,
                zekerheid="systeem",
                categorie="fiscaal",
                handeling=Handeling(publiek="deel2"),
            ),
            "Een loonaangifte die niet kan kloppen",
            "casusdeelnemer@belastingdienst.rijndal.test",
            "nieuw",
        ),
        Signaal(
            pen.schrijf(
                "politie-S1",
                "signaal",
                "Verkeerscontrole: witte bus met negen inzittenden, om half vijf 's ochtends op weg naar "
                "de kassen.",
                voertuig("Q417RZ", "wit bestelbusje"),
                persoon("onbekend", "Marek", "Wolnievski", geboortedatum="1984-03"),
                gemeente="lindemeer",
                vorm="arbeid",
                graad="niet-pluis",
                bron="verkeerscontrole",
                geleden=61,
                categorie="politie-8",
                handeling=Handeling(publiek="deel2"),
            ),
            "Volle bus bij verkeerscontrole",
            "casusdeelnemer@politie.rijndal.test",
            "niet-pluis",
        ),
    )


RAAKVLAKKEN = (
    ("lindemeer-S1", "nla-S1", "telefoonnummer gelijk (andere schrijfwijze), voornaam klinkt gelijk"),
    ("lindemeer-S1", "belastingdienst-S1", "adres gelijk (straat anders gespeld)"),
    ("nla-S1", "belastingdienst-S1", "bedrijf gelijk, achternaam klinkt gelijk"),
    ("nla-S1", "politie-S1", "naam klinkt gelijk"),
)

IN_NETWERK = (
    "lindemeer-M1",
    "lindemeer-M2",
    "ggd-M1",
    "lindemeer-S1",
    "zorg-S1",
    "nla-S1",
    "belastingdienst-S1",
    "politie-S1",
)

# name as written → true person; the story uses each first name for one person only
WIE = {
    **dict.fromkeys(("Marek", "Mareck", "M."), "P-marek"),
    **dict.fromkeys(("Andrei", "Andrej"), "P-andrei"),
}

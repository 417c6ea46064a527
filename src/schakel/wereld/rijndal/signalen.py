# SPDX-License-Identifier: EUPL-1.2
"""The other signals of Rijndal: every form, every state, and innocent ones too."""

from __future__ import annotations

from schakel.wereld.bouw import (
    NADER_ORDER,
    Pen,
    account,
    adres,
    advertentie,
    bedrijf,
    indicator,
    persoon,
    tekst,
    telefoon,
    voertuig,
)
from schakel.wereld.vormen import Handeling, Signaal

ESCORT, RUNNERS, HUISHOUDEN = "N-escort", "N-runners", "N-huishouden"
SLACHTERIJ, NAGELS = "N-slachterij", "N-nagels"

RAAKVLAKKEN = (
    ("rijnhaven-S1", "politie-S2", "telefoonnummer gelijk (andere schrijfwijze)"),
    ("politie-S2", "zorg-S2", "voornaam klinkt gelijk, account gelijk"),
    ("oosterwaard-S1", "riec-S1", "kenteken gelijk, bedrijf gelijk"),
    ("rijnhaven-S2", "zvh-S1", "voornaam gelijk, voertuig gelijk"),
)


def signalen(pen: Pen) -> tuple[Signaal, ...]:
    """Fourteen signals besides the main story."""
    return (*_seksueel(pen), *_arbeid(pen), *_crimineel(pen), *_overig(pen))


def _seksueel(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "rijnhaven-S1",
                "signaal",
                "Wisselende jonge vrouwen in een appartement; veel kort bezoek, een man regelt alles per "
                "telefoon.",
                adres("Kadeplein", "31", "Rijnhaven", "0211 PA"),
                telefoon("06-00621108"),
                persoon("verdachte", omschrijving="man met rode pet, wacht in een grijze auto"),
                voertuig("Q-093-TT", "grijze personenauto"),
                indicator("OM-35"),
                indicator("OM-25", "onbekend"),
                gemeente="rijnhaven",
                vorm="seksueel",
                graad="vermoeden",
                bron="melding",
                geleden=30,
                vertraging=3,
                handeling=Handeling(bron_beschermd=True),
            ),
            "Kort bezoek aan het Kadeplein",
            "aandachtsfunctionaris@rijnhaven.rijndal.test",
            "rijp-voor-weging",
            uit=("rijnhaven-M1",),
        ),
        Signaal(
            pen.schrijf(
                "politie-S2",
                "signaal",
                "Advertentie op een escortsite met hetzelfde nummer in drie steden. De foto's zijn "
                "steeds dezelfde, de "
                "namen niet.",
                advertentie("'Elena, 21, nieuw in de stad', escortsite.test"),
                telefoon("0031 6 0062 1108"),
                account("account", "elena.nieuw@berichtje.test"),
                persoon("mogelijk-slachtoffer", "Elena", omschrijving="ongeveer 20 jaar"),
                persoon("verdachte", "Sorin", "Vacarescu", geboortedatum="1991-08-23", geslacht="man"),
                indicator("OM-23"),
                indicator("OM-35"),
                gemeente="rijnhaven",
                vorm="seksueel",
                graad="concreet",
                bron="internetonderzoek",
                geleden=27,
                categorie="politie-9",
                handeling=Handeling(publiek="deel2", embargo_tot=NADER_ORDER),
            ),
            "Eén nummer, drie steden",
            "casusdeelnemer@politie.rijndal.test",
            "in-veredeling",
        ),
        Signaal(
            pen.schrijf(
                "zorg-S2",
                "signaal",
                "Cliënt van 19 vertelt dat haar vriend haar 'schuld' laat afbetalen. Zij geeft "
                "toestemming om dit te delen "
                "met de ketenregisseur.",
                persoon("mogelijk-slachtoffer", "Helena", omschrijving="19 jaar"),
                persoon("verdachte", "Soryn"),
                account("account", "elena.nieuw@berichtje.test"),
                indicator("OM-09"),
                indicator("OM-15"),
                indicator("OM-29"),
                gemeente="rijnhaven",
                vorm="seksueel",
                graad="concreet",
                bron="begeleidingsgesprek",
                geleden=19,
                categorie="bijzonder",
                handeling=Handeling(
                    publiek="ketenregisseur", proces_verbaal="nee", niet_strafrechtelijk=True
                ),
            ),
            "Vriend laat schuld afbetalen",
            "regiocoordinator@zorg.rijndal.test",
            "nieuw",
        ),
        Signaal(
            pen.schrijf(
                "rijnhaven-S3",
                "signaal",
                "Meisje van 15 spijbelt, heeft dure kleding en een nieuwe vriend van 24.",
                persoon(
                    "mogelijk-slachtoffer",
                    "Romy",
                    "van Zuilekom",
                    geboortedatum="2011-01-30",
                    geslacht="vrouw",
                ),
                persoon("verdachte", "Dion", omschrijving="24 jaar"),
                indicator("JE-01"),
                indicator("JE-07"),
                indicator("JE-29"),
                gemeente="rijnhaven",
                vorm="seksueel",
                graad="vermoeden",
                bron="leerplicht",
                geleden=95,
            ),
            "Oudere vriend",
            "aandachtsfunctionaris@rijnhaven.rijndal.test",
            "overgedragen",
            reden="minderjarig: overgedragen aan jeugdhulp en politie",
        ),
    )


def _arbeid(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "oosterwaard-S1",
                "signaal",
                "Overbewoning op vakantiepark De Rietkraag; de huur wordt door het uitzendbureau ingehouden.",
                adres("Rietkraaglaan", "7", "Oosterwaard", "0241 RK"),
                bedrijf("Slachterij Oosterwaard Vlees", "00533810"),
                voertuig("Q-552-VV", "personenbusje"),
                persoon("facilitator", "Henk", "Ruigrok", omschrijving="beheerder van het park"),
                indicator("NLA-10"),
                indicator("ILO-10"),
                gemeente="oosterwaard",
                vorm="arbeid",
                graad="concreet",
                bron="melding en controle",
                geleden=58,
                vertraging=8,
            ),
            "Acht in een huisje",
            "aandachtsfunctionaris@oosterwaard.rijndal.test",
            "in-casus",
            uit=("oosterwaard-M1",),
        ),
        Signaal(
            pen.schrijf(
                "riec-S1",
                "signaal",
                "Bestuurlijke rapportage: uitzendbureau VleesKracht huurt elf huisjes en betaalt met "
                "geld dat van de lonen komt.",
                bedrijf("Vlees-Kracht Uitzend B.V.", "00533811"),
                bedrijf("Slagterij Oosterwaard", "00533810"),
                voertuig("Q552VV"),
                account("iban", "NL58FICT0005338110"),
                indicator("NLA-07"),
                gemeente="oosterwaard",
                vorm="arbeid",
                graad="concreet",
                bron="bestuurlijke rapportage",
                geleden=44,
                zekerheid="document",
            ),
            "Rapportage VleesKracht",
            "casusdeelnemer@riec.rijndal.test",
            "in-casus",
        ),
        Signaal(
            pen.schrijf(
                "nla-S2",
                "signaal",
                "Nagelstudio: vier medewerksters zonder contract, lange dagen, fooi moet worden afgedragen.",
                bedrijf("Nagelstudio Parelmoer", "00619204"),
                adres("Lange Werf", "88", "Rijnhaven", "0213 LW"),
                persoon("mogelijk-slachtoffer", "Thi Lan", "Tranh", geslacht="vrouw"),
                indicator("NLA-02"),
                indicator("NLA-03"),
                indicator("OM-15"),
                gemeente="rijnhaven",
                vorm="arbeid",
                graad="vermoeden",
                bron="inspectie",
                geleden=83,
                categorie="toezicht",
            ),
            "Nagelstudio Parelmoer",
            "casusdeelnemer@nla.rijndal.test",
            "in-veredeling",
        ),
        Signaal(
            pen.schrijf(
                "oosterwaard-S2",
                "signaal",
                "Twaalf fietsen voor een boerderij. Bij controle bleek het een familieweekend.",
                adres("Dijkpad", "2", "Oosterwaard", "0241 DP"),
                gemeente="oosterwaard",
                vorm="arbeid",
                graad="niet-pluis",
                bron="toezichtronde",
                geleden=120,
            ),
            "Fietsen bij een boerderij",
            "aandachtsfunctionaris@oosterwaard.rijndal.test",
            "afgesloten",
            reden="onschuldig",
        ),
    )


def _crimineel(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "rijnhaven-S2",
                "signaal",
                "Jongen van 16 brengt pakketjes rond op een fatbike en zegt dat hij een boete moet "
                "afbetalen.",
                persoon("mogelijk-slachtoffer", "Milan", "Obdam", geboortedatum="2010-06-11", geslacht="man"),
                voertuig("Q-208-LK", "zwarte scooter"),
                persoon("verdachte", omschrijving="man van rond 25, noemt zich 'Neef'"),
                indicator("JE-36"),
                indicator("JE-37"),
                gemeente="rijnhaven",
                vorm="crimineel",
                graad="vermoeden",
                bron="jongerenwerk",
                geleden=41,
                zekerheid="horen_zeggen",
            ),
            "Pakketjes en een boete",
            "aandachtsfunctionaris@rijnhaven.rijndal.test",
            "in-veredeling",
        ),
        Signaal(
            pen.schrijf(
                "zvh-S1",
                "signaal",
                "Groep jongeren rond een man die 'Neef' heet; Milan is bang en blijft 's nachts weg.",
                persoon("mogelijk-slachtoffer", "Milan", omschrijving="16 jaar"),
                persoon("verdachte", "Naoufel", omschrijving="noemt zich Neef", roepnaam="Neef"),
                voertuig("Q208LK", "scooter"),
                indicator("JE-25"),
                indicator("JE-28"),
                indicator("JE-32"),
                gemeente="rijnhaven",
                vorm="crimineel",
                graad="vermoeden",
                bron="overleg jeugd",
                geleden=35,
            ),
            "De groep rond Neef",
            "casusdeelnemer@zvh.rijndal.test",
            "nieuw",
        ),
        Signaal(
            pen.schrijf(
                "politie-S3",
                "signaal",
                "Geldezel van 18 hief zijn bankpas af onder druk.",
                persoon("mogelijk-slachtoffer", "Bram", "Tolsma", geboortedatum="2008-02-19", geslacht="man"),
                account("iban", "NL56FICT0008210219"),
                indicator("JE-35"),
                gemeente="veenburg",
                vorm="crimineel",
                graad="concreet",
                bron="aangifte",
                geleden=150,
                categorie="politie-8",
            ),
            "Bankpas afgegeven",
            "casusdeelnemer@politie.rijndal.test",
            "afgesloten",
            reden="geen capaciteit",
        ),
    )


def _overig(pen: Pen) -> tuple[Signaal, ...]:
    return (
        Signaal(
            pen.schrijf(
                "zorg-S3",
                "signaal",
                "Vrouw in de opvang werkte twee jaar in een huishouden zonder loon en sliep op de gang.",
                persoon(
                    "mogelijk-slachtoffer", "Blessyng", "Adewunmi", geboortedatum="2001", geslacht="vrouw"
                ),
                adres("Turfdreef", "118", "Veenburg"),
                indicator("OM-12"),
                indicator("OM-13"),
                indicator("OM-16"),
                gemeente="veenburg",
                vorm="dienstbaarheid",
                graad="concreet",
                bron="intake opvang",
                geleden=15,
                categorie="zorginhoud",
                handeling=Handeling(publiek="ketenregisseur", proces_verbaal="nee"),
            ),
            "Twee jaar zonder loon",
            "regiocoordinator@zorg.rijndal.test",
            "nieuw",
        ),
        Signaal(
            pen.schrijf(
                "zorg-S4",
                "signaal",
                "Patiënt zegt dat hij in het buitenland een nier heeft 'gegeven' om een schuld te betalen.",
                persoon("mogelijk-slachtoffer", omschrijving="man, rond 30 jaar"),
                indicator("OM-28"),
                indicator("OM-09"),
                gemeente="lindemeer",
                vorm="orgaan",
                graad="niet-pluis",
                bron="consult GGD",
                geleden=72,
                categorie="bijzonder",
                handeling=Handeling(publiek="ketenregisseur", bron_beschermd=True, proces_verbaal="nee"),
            ),
            "Een nier als betaling",
            "regiocoordinator@zorg.rijndal.test",
            "niet-pluis",
        ),
        Signaal(
            pen.schrijf(
                "belastingdienst-S2",
                "signaal",
                "Stichting ontvangt van veertig mensen elke maand hetzelfde bedrag. Nog onduidelijk "
                "waarvoor.",
                account("iban", "NL50FICT0009930040"),
                tekst("De omschrijving is steeds 'kamer'.", "fiscaal"),
                gemeente="veenburg",
                vorm="onbekend",
                graad="niet-pluis",
                bron="bankgegevens",
                geleden=9,
                zekerheid="systeem",
                categorie="fiscaal",
                handeling=Handeling(publiek="eigen"),
            ),
            "Veertig gelijke betalingen",
            "casusdeelnemer@belastingdienst.rijndal.test",
            "nieuw",
        ),
    )


IN_NETWERK = {
    ESCORT: ("rijnhaven-M1", "rijnhaven-S1", "politie-S2", "zorg-S2"),
    RUNNERS: ("rijnhaven-S2", "zvh-S1", "politie-M2"),
    HUISHOUDEN: ("veenburg-M1", "zorg-S3", "politie-M1"),
    SLACHTERIJ: ("oosterwaard-M1", "oosterwaard-S1", "riec-S1"),
    NAGELS: ("nla-S2", "veenburg-M2", "rijnhaven-M4"),
}

# name as written → true person; the story uses each first name for one person only
WIE = {
    **dict.fromkeys(("Elena", "Helena"), "P-elena"),
    **dict.fromkeys(("Sorin", "Soryn"), "P-sorin"),
    **dict.fromkeys(("Blessing", "Blessyng", "Blesing"), "P-blessing"),
    "Milan": "P-milan",
}

# SPDX-License-Identifier: EUPL-1.2
"""The other reports of Rijndal, by residents and colleagues: in every state, and innocent ones too."""

from __future__ import annotations

from schakel.wereld.bouw import (
    Pen,
    adres,
    bedrijf,
    indicator,
    persoon,
    telefoon,
    voertuig,
)
from schakel.wereld.vormen import Handeling, Melding


def meldingen(pen: Pen) -> tuple[Melding, ...]:
    """Reports by residents and colleagues, in every state."""
    return (
        Melding(
            pen.schrijf(
                "rijnhaven-M1",
                "melding",
                "In appartement 31 boven ons komen dag en nacht mannen. De meisjes wisselen elke twee weken. "
                "Ik durf mijn naam niet te noemen.",
                adres("Kadeplein", "31", "Rijnhaven", "0211 PA"),
                telefoon("06-00 62 11 08"),
                gemeente="rijnhaven",
                vorm="seksueel",
                graad="vermoeden",
                bron="buurtbewoner",
                geleden=33,
                handeling=Handeling(bron_beschermd=True),
            ),
            "anoniem",
            "formulier",
            "signaal-gemaakt",
            terugkoppeling=(
                (pen.dag(33), "Uw melding is ontvangen."),
                (pen.dag(30), "Uw melding is opgepakt."),
            ),
        ),
        Melding(
            pen.schrijf(
                "veenburg-M1",
                "melding",
                "In de flat aan de Turfdreef past een vrouw al maanden op de kinderen van een gezin. Ze "
                "komt nooit "
                "alleen buiten en zei dat ze 'haar reis nog afbetaalt'.",
                persoon("mogelijk-slachtoffer", "Blessing", omschrijving="vrouw, rond 25 jaar"),
                adres("Turfdreef", "118", "Veenburg", "0231 TD"),
                indicator("OM-09"),
                indicator("OM-12"),
                gemeente="veenburg",
                vorm="dienstbaarheid",
                graad="vermoeden",
                bron="huisbezoek",
                geleden=47,
            ),
            "open",
            "formulier",
            "nieuw",
            "melder@veenburg.rijndal.test",
            terugkoppeling=((pen.dag(47), "Uw melding is ontvangen."),),
        ),
        Melding(
            pen.schrijf(
                "rijnhaven-M2",
                "melding",
                "Mijn collega verkoopt sinds kort dure telefoons. Dat klopt toch niet?",
                gemeente="rijnhaven",
                vorm="onbekend",
                graad="niet-pluis",
                bron="inwoner",
                geleden=28,
                zekerheid="horen_zeggen",
            ),
            "vertrouwelijk",
            "telefoon",
            "afgesloten",
            reden="geen aanwijzing voor mensenhandel",
            terugkoppeling=(
                (pen.dag(26), "Wij zien geen aanwijzing voor mensenhandel en doen hier niets mee."),
            ),
        ),
        Melding(
            pen.schrijf(
                "oosterwaard-M1",
                "melding",
                "Bij het vakantiepark De Rietkraag wonen in elk huisje acht mensen van de slachterij. De "
                "huur gaat van "
                "het loon af.",
                adres("Rietkraaglaan", "7", "Oosterwaard", "0241 RK"),
                bedrijf("Slachterij Oosterwaard Vlees"),
                gemeente="oosterwaard",
                vorm="arbeid",
                graad="vermoeden",
                bron="inwoner",
                geleden=66,
            ),
            "vertrouwelijk",
            "e-mail",
            "signaal-gemaakt",
            terugkoppeling=((pen.dag(60), "Uw melding is opgepakt."),),
        ),
        Melding(
            pen.schrijf(
                "rijnhaven-M3",
                "melding",
                "Vanmorgen bij controle van een verbouwing zes bouwvakkers die niet wisten hoe de straat "
                "heette waar "
                "ze sliepen.",
                bedrijf("Bouwploeg Van Steenvoort"),
                adres("Havenstoep", "3", "Rijnhaven", "0212 HS"),
                indicator("OM-07"),
                indicator("NLA-11"),
                gemeente="rijnhaven",
                vorm="arbeid",
                graad="vermoeden",
                bron="bouwinspectie",
                geleden=1,
            ),
            "open",
            "formulier",
            "nieuw",
            "melder@rijnhaven.rijndal.test",
        ),
        Melding(
            pen.schrijf(
                "lindemeer-M3",
                "melding",
                "Een klasgenoot heeft drie telefoons en wordt elke pauze opgehaald door een oudere "
                "jongen op een scooter.",
                persoon("mogelijk-slachtoffer", "Jayden", omschrijving="14 jaar"),
                indicator("JE-05"),
                indicator("JE-09"),
                gemeente="lindemeer",
                vorm="crimineel",
                graad="niet-pluis",
                bron="mentor op school",
                geleden=6,
            ),
            "vertrouwelijk",
            "telefoon",
            "in-behandeling",
        ),
        Melding(
            pen.schrijf(
                "veenburg-M2",
                "melding",
                "Nagelstudio waar de meisjes in de kelder slapen. Dit is buiten onze gemeente, in Rijnhaven.",
                bedrijf("Nagelstudio Parelmoer"),
                adres("Lange Werf", "88", "Rijnhaven", "0213 LW"),
                gemeente="rijnhaven",
                vorm="arbeid",
                graad="vermoeden",
                bron="inwoner",
                geleden=12,
                zekerheid="horen_zeggen",
            ),
            "anoniem",
            "formulier",
            "doorgezet",
            reden="de plek ligt in Rijnhaven",
        ),
        *_van_collegas(pen),
    )


def _van_collegas(pen: Pen) -> tuple[Melding, ...]:
    return (
        Melding(
            pen.schrijf(
                "rijnhaven-M4",
                "melding",
                "Bij de brandveiligheidscontrole van een nagelstudio lagen in de kelder vijf slaapmatten "
                "en tassen.",
                bedrijf("Nagelstudio Parelmoer", "00619204"),
                adres("Lange Werf", "88", "Rijnhaven", "0213LW"),
                indicator("OM-06"),
                gemeente="rijnhaven",
                vorm="arbeid",
                graad="vermoeden",
                bron="brandveiligheidscontrole",
                geleden=8,
            ),
            "open",
            "formulier",
            "in-behandeling",
            "melder@rijnhaven.rijndal.test",
        ),
        Melding(
            pen.schrijf(
                "politie-M1",
                "melding",
                "Wijkagent: vrouw die bij een gezin op de Turfdreef woont wilde praten, maar werd door "
                "de bewoner geroepen.",
                persoon("mogelijk-slachtoffer", "Blesing", "Adewumi", geslacht="vrouw"),
                adres("Turfdreef", "118", "Veenburg", "0231TD"),
                gemeente="veenburg",
                vorm="dienstbaarheid",
                graad="niet-pluis",
                bron="wijkagent",
                geleden=22,
            ),
            "open",
            "telefoon",
            "nieuw",
            "casusdeelnemer@politie.rijndal.test",
        ),
        Melding(
            pen.schrijf(
                "politie-M2",
                "melding",
                "Zwarte scooter met een jongen van ongeveer 16, om drie uur 's nachts, met veel contant "
                "geld bij zich.",
                persoon("mogelijk-slachtoffer", "Milan", "Opdam", geboortedatum="2010-11-06", geslacht="man"),
                voertuig("Q 208 LK", "zwarte scooter"),
                indicator("JE-07"),
                gemeente="rijnhaven",
                vorm="crimineel",
                graad="vermoeden",
                bron="surveillance",
                geleden=31,
            ),
            "open",
            "telefoon",
            "in-behandeling",
            "casusdeelnemer@politie.rijndal.test",
        ),
    )

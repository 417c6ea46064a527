# SPDX-License-Identifier: EUPL-1.2
"""Personal names: given names, tussenvoegsel and surname, in any order in which people write them."""

from typing import NamedTuple

from koppeling.normaliseren.tekst import woorden

_TUSSENVOEGSELS = """
van von de der den het t ten ter te op in aan bij onder over uit uijt tot toe la le les du des da dos del
della di d l el al bin ben ibn bint abu ould s
"""
TUSSENVOEGSELS = frozenset(_TUSSENVOEGSELS.split())
_TITELS = "dhr mevr mw hr heer mevrouw meneer mr dr drs ing ir prof mrs ms miss sr jr"
TITELS = frozenset(_TITELS.split())
"""Forms of address; dropped when another part is left. "mr" is also the Dutch law degree."""

_ROEPNAMEN = """
johannes jan johan hans john jo
petrus piet peter pieter
cornelis kees cor cees
wilhelmus wim willem william
hendrikus henk hendrik harry hein
jacobus jaap koos jacob sjaak
antonius anton toon ton tony
gerardus gerard gerrit geert
theodorus theo dirk
franciscus frans frank
josephus jos jozef joseph jef
nicolaas klaas nico niek
adrianus ad arie adriaan
martinus martin tinus maarten
leonardus leo leen
lambertus bert lambert
mohammed mohamed muhammad mohammad muhammed mehmet mo
youssef yusuf joesoef yousef
maria marie marieke mieke ria mia marijke
johanna hanna joke annie hanneke
elisabeth els liesbeth betty elsje lies bep
catharina trijntje katrien ina toos karin
wilhelmina mina willemien wil minie
margaretha greet gre margriet greta
cornelia corrie nel neeltje
anna anneke ans anja annet
alexandru alex sandu aleksander alexander sasha
ekaterina katja jekaterina katya
vasile vasil wasyl vasyl
gheorghe george georgi
stefan stephan steven stefaan
ahmed achmed ahmad ahmet
fatima fatma fatoumata
"""
ROEPNAAM = {vorm: groep.split()[0] for groep in _ROEPNAMEN.strip().splitlines() for vorm in groep.split()}
"""Folded given name -> its group."""


class Naam(NamedTuple):
    """A name in parts; every part folded, each may be empty."""

    voornamen: tuple[str, ...]
    tussenvoegsel: str
    achternaam: str


def achternaam(tekst: str) -> tuple[str, str]:
    """Split into (tussenvoegsel, surname): "van der Berg" and "Berg, van der" give ("van der", "berg")."""
    delen = woorden(tekst)
    voor = [d for d in delen if d in TUSSENVOEGSELS]
    kern = [d for d in delen if d not in TUSSENVOEGSELS]
    if not kern:  # a surname made of small words only ("Van Den", "Ben")
        return "", " ".join(delen)
    return " ".join(voor), " ".join(kern)


def voornamen(tekst: str) -> tuple[str, ...]:
    """Given names in order, forms of address dropped; "J.P." gives ("j", "p")."""
    delen = woorden(tekst)
    return tuple(d for d in delen if d not in TITELS) or delen


def naam(tekst: str) -> Naam:
    """Take a full name apart, written as "Piet van der Berg", "Berg, Piet van der" or "BERG VAN DER, P.".

    A single part is taken as a given name, after a form of address ("Mevr. Jansen") as a surname. Without a
    comma the tussenvoegsel marks where the surname starts; without either, the last part is the surname.
    """
    links, komma, rechts = tekst.partition(",")
    if komma and woorden(links):
        delen = voornamen(rechts)
        geven = tuple(d for d in delen if d not in TUSSENVOEGSELS)
        voor, kern = achternaam(links)
        achteraan = " ".join(d for d in delen if d in TUSSENVOEGSELS)
        return Naam(geven, " ".join(p for p in (achteraan, voor) if p), kern)
    delen = voornamen(tekst)
    if len(delen) == 1 and TITELS & set(woorden(tekst)) - set(delen):
        return Naam((), "", delen[0])
    if len(delen) < 2:
        return Naam(delen, "", "")
    grens = next((i for i, d in enumerate(delen) if i and d in TUSSENVOEGSELS), len(delen) - 1)
    voor, kern = achternaam(" ".join(delen[grens:]))
    return Naam(delen[:grens], voor, kern)

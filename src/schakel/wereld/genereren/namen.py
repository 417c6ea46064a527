# SPDX-License-Identifier: EUPL-1.2
"""Names from lists of our own. Surnames are put together from parts, so that they name nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from schakel.wereld.genereren.toeval import Toeval

Geslacht = Literal["man", "vrouw"]


@dataclass(frozen=True, slots=True)
class Taalgroep:
    """Given names and parts of surnames. `vrouwelijk`: endings that a woman's surname takes instead."""

    mannen: tuple[str, ...]
    vrouwen: tuple[str, ...]
    begin: tuple[str, ...]
    eind: tuple[str, ...]
    tussen: tuple[str, ...] = ("",)
    vrouwelijk: tuple[tuple[str, str], ...] = ()


class Naam(NamedTuple):
    """A full name; `tussenvoegsel` may be empty."""

    voornaam: str
    tussenvoegsel: str
    achternaam: str


def woorden(tekst: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(tekst.split())


NEDERLANDS = Taalgroep(
    woorden(
        "Jan Daan Sem Lucas Bram Thijs Milan Finn Jesse Ruben Lars Niels Pieter Kees Henk Wim Gerrit "
        "Joost Sander Bas "
        "Tim Koen Stijn Jelle Maarten Hugo Teun Luuk Floris Jasper Dirk Arjen Rik Johan Frank Erik"
    ),
    woorden(
        "Emma Julia Sophie Anna Lotte Sanne Fleur Iris Eva Femke Roos Lisa Marieke Ingrid Petra Anja "
        "Wilma Tineke Joke "
        "Elise Noor Saar Tess Merel Maud Nienke Hanna Karin Esther Linda Naomi Vera Willemijn Jolanda "
        "Els Renske"
    ),
    woorden(
        "Brand Wester Ooster Linde Velde Berk Haver Dijk Water Molen Heuvel Kamper Rooden Wille Stee "
        "Vink Hoger Klaver "
        "Zand Meer Ruig Elzen Bosch Korte Lange Weste Hooge Noorde Boer Groen Tol Brink Schuur Naal Gaar Krui"
    ),
    woorden(
        "horst meijer veld kamp beek stra ma huis man mans laar donk voort wijk bergen hof sma burg dam "
        "enkamp ing ers "
        "ink hout rade loo steijn zoon werf graaf"
    ),
    ("", "", "", "van", "van der", "de", "van den", "ter"),
)
GROEPEN: tuple[tuple[Taalgroep, float], ...] = (
    (NEDERLANDS, 62),
    (
        Taalgroep(
            woorden(
                "Marek Piotr Krzysztof Tomasz Pawel Andrzej Wojciech Jakub Lukasz Grzegorz Zbigniew "
                "Mateusz Dariusz"
            ),
            woorden(
                "Agnieszka Katarzyna Malgorzata Ewelina Joanna Zofia Magdalena Beata Justyna Dorota "
                "Aleksandra"
            ),
            woorden(
                "Woln Krasz Borz Dalk Szyml Gorz Wisn Jablk Rychl Czern Mroz Pietrz Zawl Kosc Malin Strz"
            ),
            woorden("iewski owski inski ewicz czyk owicz alski orski ecki"),
            vrouwelijk=(("ski", "ska"), ("cki", "cka")),
        ),
        9,
    ),
    (
        Taalgroep(
            woorden(
                "Andrei Florin Sorin Mihai Ionut Gheorghe Constantin Catalin Razvan Vasile Stefan Dumitru"
            ),
            woorden("Elena Ioana Mihaela Andreea Cristina Gabriela Raluca Larisa Alexandra Simona Denisa"),
            woorden("Lup Drag Vacar Pop Munt Cior Stan Negr Bratos Ungur Moraros Cojoc Petr Albu Rad Sand"),
            woorden("escu eanu anu osani ariu uta oiu inescu"),
        ),
        7,
    ),
    (
        Taalgroep(
            woorden("Dimitar Georgi Ivaylo Hristo Plamen Nikolay Stoyan Zhivko Yordan Krasimir"),
            woorden("Desislava Radka Tsvetelina Yordanka Silviya Gergana Violeta Snezhana Mariya"),
            woorden("Dimk Stoyk Hristoz Bozh Penk Zhelk Tsank Radoyk Kirch Mladz Vasilk Yank"),
            woorden("ov ev inov arov iev"),
            vrouwelijk=(("v", "va"),),
        ),
        5,
    ),
    (
        Taalgroep(
            woorden("Istvan Laszlo Zoltan Gabor Ferenc Attila Balazs Tamas Janos Csaba"),
            woorden("Erzsebet Katalin Zsuzsanna Agnes Eszter Ildiko Piroska Viktoria"),
            woorden("Kerek Bod Szal Vamos Halm Torok Csik Retk Lak Dunak Palf Nyir"),
            woorden("si halmi osi falvi esi kovi vari"),
        ),
        4,
    ),
    (
        Taalgroep(
            woorden("Minh Tuan Duc Quang Hieu Thanh Phuc Khanh Long Viet"),
            woorden("Lan Huong Mai Linh Thao Ngoc Phuong Trang Yen Hanh"),
            woorden("Tranh Nguyet Phamh Leh Vuh Dangh Buinh Doang Hoanh Ngoh Duonh Truonh"),
            woorden("Thi Van Xuan Quoc Kim Duc"),
        ),
        3,
    ),
    (
        Taalgroep(
            woorden("Emeka Tunde Osaze Chidi Femi Kelechi Ikenna Bayo Uche Efosa"),
            woorden("Blessing Joy Precious Patience Ngozi Folake Osas Adaeze Mercy Itohan"),
            woorden("Ade Olu Oko Ige Omo Eze Osa Aki Nwa Ehi Obi Uzo"),
            woorden("wunmi bayo nkwo dele rhie chukwa gbemi mwen ladipo tobi kanu"),
        ),
        3,
    ),
    (
        Taalgroep(
            woorden(
                "Mohammed Youssef Ahmed Khaled Omar Hassan Mustafa Abdelkader Ibrahim Bilal Tarek Naoufel"
            ),
            woorden("Fatima Khadija Aisha Zaynab Samira Nadia Mariam Hayat Rachida Soumaya"),
            woorden("Bouz Khar Zer Mans Tahr Benz Qas Haddar Jabr Ghal Yaqr Sharq"),
            woorden("aoui ouri iani oudi ali aouch imi awi"),
            ("", "el", "al", "ben"),
        ),
        7,
    ),
)

ANDERS_GESCHREVEN: dict[str, tuple[str, ...]] = {
    "Mohammed": ("Mohamed", "Muhammad", "Mohamad", "Mehmet"),
    "Youssef": ("Yusuf", "Jousef", "Yousef"),
    "Khaled": ("Khalid", "Chaled"),
    "Abdelkader": ("Abdul Qadir", "Abdelqader"),
    "Ibrahim": ("Ebrahim", "Brahim"),
    "Fatima": ("Fatma", "Fatimah"),
    "Khadija": ("Chadiza", "Khadidja"),
    "Aisha": ("Aicha", "Ayesha"),
    "Zaynab": ("Zeinab", "Zineb"),
    "Marek": ("Mareck", "Marec"),
    "Krzysztof": ("Kristof", "Christof", "Krzystof"),
    "Wojciech": ("Woitsjech", "Wojtek"),
    "Lukasz": ("Lucas", "Lukas", "Loekas"),
    "Tomasz": ("Thomas", "Tomas"),
    "Andrzej": ("Andrej", "Andjei"),
    "Malgorzata": ("Margorzata", "Gosia"),
    "Katarzyna": ("Katarina", "Kasia"),
    "Gheorghe": ("George", "Georghe"),
    "Mihai": ("Mihail", "Michai"),
    "Ionut": ("Ionuts", "Jonut"),
    "Mihaela": ("Michaela", "Mihaella"),
    "Elena": ("Helena", "Jelena"),
    "Andrei": ("Andrej", "Andrey"),
    "Dimitar": ("Dimiter", "Dimitur"),
    "Hristo": ("Christo", "Khristo"),
    "Tsvetelina": ("Cvetelina", "Zwetelina"),
    "Zhivko": ("Jivko", "Zjivko"),
    "Yordan": ("Jordan", "Iordan"),
    "Erzsebet": ("Ersebet", "Elizabeth"),
    "Zsuzsanna": ("Suzanna", "Zsuzsana"),
    "Laszlo": ("Laslo", "Lazlo"),
    "Blessing": ("Blesing", "Blessin"),
}
"""Other spellings of one given name, as clerks write them down or scripts are transliterated."""


def naam(t: Toeval, groep: Taalgroep, geslacht: Geslacht) -> Naam:
    """A name of somebody of this group."""
    voornaam = t.vaak(groep.mannen if geslacht == "man" else groep.vrouwen)
    achternaam = t.vaak(groep.begin) + t.vaak(groep.eind)
    if geslacht == "vrouw":
        achternaam = naar_vrouw(groep, achternaam)
    return Naam(voornaam, t.kies(groep.tussen), achternaam)


def naar_vrouw(groep: Taalgroep, achternaam: str) -> str:
    """The surname as a woman carries it."""
    for mannelijk, vrouwelijk in groep.vrouwelijk:
        if achternaam.endswith(mannelijk):
            return achternaam.removesuffix(mannelijk) + vrouwelijk
    return achternaam

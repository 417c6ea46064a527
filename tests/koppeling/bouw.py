# SPDX-License-Identifier: EUPL-1.2
"""Builders and Hypothesis strategies for the tests of the linkage engine. Fictional persons only."""

from hypothesis import strategies as st

from koppeling import VELDEN, Entiteit, entiteit

NAMEN = [
    "Piet Jansen",
    "Janssen, Piet",
    "P. Jansen",
    "Maria van der Berg",
    "Berg, M. van den",
    "Мария Иванова",
    "محمد العمراني",
    "Mohamed el Amrani",
    "李小龙",
    "😀",
    "Jansen Piet",
    "x" * 5000,
]
DATA = [
    "12-03-1987",
    "03-12-1987",
    "1987-03-12",
    "00-00-1987",
    "1987",
    "01-01-1987",
    "31-02-1999",
    "geen",
    "13-03-1987",
]
ADRESSEN = ["Dorpsstraat 12a, 1234 AB Ons Dorp", "1234AB 12", "Kerkweg 5, 4321 BA Elders", "onbekend"]
TELEFOONS = ["06-12345678", "+31612345678", "0687654321", "06-TAXI", "112"]

PER_VELD = {
    "naam": NAMEN,
    "voornaam": NAMEN,
    "achternaam": NAMEN,
    "geboortedatum": DATA,
    "adres": ADRESSEN,
    "telefoon": TELEFOONS,
    "geslacht": ["m", "V", "onbekend"],
    "postcode": ["1234 AB", "4321ba"],
}


def persoon(id: str = "1", **velden: str | list[str]) -> Entiteit:
    return entiteit(id, "persoon", **velden)


@st.composite
def personen(draw: st.DrawFn, id: str = "1") -> Entiteit:
    """Persons from a small pool of values, so that agreement, contradiction and absence all occur."""
    gekozen = draw(st.lists(st.sampled_from(sorted(PER_VELD)), unique=True, max_size=6))
    velden = {v: draw(st.lists(st.sampled_from(PER_VELD[v]), min_size=1, max_size=3)) for v in gekozen}
    return persoon(id, **velden)


@st.composite
def wilde_personen(draw: st.DrawFn, id: str = "1") -> Entiteit:
    """Persons with any text at all in any field."""
    gekozen = draw(st.lists(st.sampled_from(VELDEN), unique=True, max_size=6))
    tekst = st.text(st.characters(), max_size=40)
    return persoon(id, **{v: draw(st.lists(tekst, max_size=3)) for v in gekozen})

# SPDX-License-Identifier: EUPL-1.2
"""How a Dutch or transliterated name sounds, in two strengths.

`klank` keeps the vowels (Jansen = Janssen, Meijer = Meyer = Meier, Kuijpers = Kuipers); `skelet` keeps the
first sound and the consonants only (Mohammed = Muhammad = محمد). Idea: phonetic codes as used since Russell's
Soundex (US patent 1,261,167, 1918); the rule list for Dutch spelling is our own.
"""

import re
from functools import lru_cache

_REGELS: tuple[tuple[str, str], ...] = (
    ("eij|aij|ei|ey|ay|ai|ij", "y"),
    ("uij|uy|ui|eu|ue", "q"),  # q is free: the letter itself has become k below
    ("ouw|auw|ou|au|oe|oo(?=[bcdfghjklmnpqrstvwxz]?$)", "u"),
    ("tsch|tsj|tch|tzs|cz|tz|ts", "s"),
    ("sch|sh|sj|zh|zj|sz", "s"),
    ("dzj|dzh|dj", "j"),
    ("ph|v", "f"),
    ("th|dt", "t"),
    ("ch|kh|gh", "g"),
    ("ck|cq", "k"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("ae|aa", "a"),
    ("ee", "e"),
    ("ie|ii", "i"),
    ("oo", "o"),
    ("uu", "u"),
)
_VOORAF = re.compile("qu|q")
_GECOMPILEERD = tuple((re.compile(patroon), vervanging) for patroon, vervanging in _REGELS)
_DUBBEL = re.compile(r"(.)\1+")
_KLINKER = re.compile("[aeiouyq]")


@lru_cache(maxsize=1 << 16)
def klank(naam: str) -> str:
    """Sound of one folded name part, vowels kept. Empty in, empty out; non-Latin letters stay as they are."""
    s = _VOORAF.sub("k", naam)
    if s[:1] == "y" and s[1:2] in set("aeiou"):
        s = "j" + s[1:]
    for patroon, vervanging in _GECOMPILEERD:
        s = patroon.sub(vervanging, s)
    s = _DUBBEL.sub(r"\1", s)
    if s.endswith("d"):
        s = s[:-1] + "t"
    elif s.endswith("b"):
        s = s[:-1] + "p"
    return s


@lru_cache(maxsize=1 << 16)
def skelet(naam: str) -> str:
    """Consonants of the sound, with "a" for a leading vowel. A name of vowels alone gives "a"."""
    s = klank(naam)
    begin = "a" if _KLINKER.match(s) else ""
    return begin + _DUBBEL.sub(r"\1", _KLINKER.sub("", s))

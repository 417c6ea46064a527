# SPDX-License-Identifier: EUPL-1.2
"""Plain text in one form: Unicode NFKD, lower case, Latin letters where a table allows, bounded length.

Arabic, Cyrillic and Greek script are transliterated with small tables of our own; they follow common Dutch
passport spelling loosely and exist for comparison only, never for display. Chinese, Japanese, Korean and all
other scripts keep their characters: equal stays equal, and nothing is guessed.
"""

import re
import unicodedata

MAX_TEKENS = 200
"""Characters of one value that take part in a comparison; the rest is cut off, so no input costs more."""

_CYRILLISCH = """
а a б b в v г g д d е e ё e ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
щ sh ъ - ы y ь - э e ю ju я ja і i ї i є e ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz
"""
_ARABISCH = """
ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ d ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق k ك k
ک k ل l م m ن n ه h ة a و w ي i ی i ى a ئ i ؤ u ء - پ p چ ch ژ zh گ g ـ -
"""
_GRIEKS = """
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
"""
_LATIJN = "ß ss ø o đ d ł l æ ae œ oe þ th ð d ı i ə e ħ h ŋ n"
_paren = f"{_CYRILLISCH} {_ARABISCH} {_GRIEKS} {_LATIJN}".split()
_TABEL = str.maketrans({van: naar.strip("-") for van, naar in zip(_paren[::2], _paren[1::2], strict=True)})
_WEG = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Co", "Cn"})
"""Unicode categories that vanish: accents, invisible marks, control characters, surrogates."""
_LETTER_OF_CIJFER = re.compile(r"[^\W_]+")


def vouw(tekst: str, maximum: int = MAX_TEKENS) -> str:
    """Fold to lower case without accents, Latin where possible; at most `maximum` characters come out.

    Punctuation stays, white space becomes a space, control characters and lone surrogates vanish.
    """
    if tekst.isascii() and tekst.isprintable():
        return tekst[:maximum].lower()
    klein = tekst[: 4 * maximum].casefold().translate(_TABEL)
    ontleed = unicodedata.normalize("NFKD", klein).casefold().translate(_TABEL)
    kaal = (" " if t.isspace() else t for t in ontleed if t.isspace() or unicodedata.category(t) not in _WEG)
    return "".join(kaal)[:maximum]


def woorden(tekst: str, maximum: int = MAX_TEKENS) -> tuple[str, ...]:
    """The runs of letters and digits of the folded text, in order. Emoji and punctuation vanish."""
    zonder_apostrof = re.sub(r"['’`´ʼ]", "", tekst[: 4 * maximum])
    return tuple(_LETTER_OF_CIJFER.findall(vouw(zonder_apostrof, maximum)))


def alleen_letters_cijfers(tekst: str) -> str:
    """Folded text with everything but ASCII letters and digits removed (identifiers, plates)."""
    return re.sub(r"[^0-9a-z]", "", vouw(tekst))


def cijfers(tekst: str) -> str:
    """The digits of the text as ASCII; digits of other scripts (٣, ３) are converted."""
    gevonden = (unicodedata.decimal(t, None) for t in tekst[:MAX_TEKENS])
    return "".join(str(c) for c in gevonden if c is not None)

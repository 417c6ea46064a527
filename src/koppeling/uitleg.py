# SPDX-License-Identifier: EUPL-1.2
"""Why a weight is what it is, in words. The parts add up to the weight; nothing is left out."""

from typing import Any

from koppeling.model import Taal
from koppeling.vergelijken import VOORAF, Deel, Uitkomst

_GEEN = {"nl": "niets komt overeen", "en": "nothing agrees"}


def getal(bits: float, taal: Taal) -> str:
    """Bits with sign and one decimal: "+6,1" in Dutch, "+6.1" in English, a real minus sign in both."""
    tekst = f"{abs(bits):.1f}"
    teken = "" if tekst == "0.0" else "+" if bits > 0 else "−"
    return teken + (tekst.replace(".", ",") if taal == "nl" else tekst)


def zin(uitkomst: Uitkomst, taal: Taal = "nl") -> str:
    """One sentence with values and bits, strongest evidence first, what is missing last, without the prior:
    "achternaam klinkt gelijk (Jansen/Janssen) +6,1; geboortedatum gelijk +11,8; telefoon ontbreekt"."""
    vergeleken = sorted((d for d in uitkomst.delen if d.niveau), key=lambda d: -d.bits)
    ontbreekt = [d.tekst[taal] for d in uitkomst.delen if d.niveau is None and d.naam != VOORAF]
    return "; ".join([_deelzin(d, taal) for d in vergeleken] + ontbreekt)


def soorten_zin(uitkomst: Uitkomst, taal: Taal = "nl") -> str:
    """Only the kinds of agreement: no values, no bits (a weight betrays how rare a value is), no
    disagreement. For a reader who may know that records touch, but not what is in them."""
    eens = [d.tekst[taal] for d in uitkomst.delen if d.niveau and d.niveau.bits > 0]
    return "; ".join(eens) or _GEEN[taal]


def waterval(uitkomst: Uitkomst, taal: Taal = "nl") -> tuple[tuple[str, float, float], ...]:
    """Rows (text, bits, running total) from the prior to the weight, in the order of the model."""
    rijen, som = [], 0.0
    for deel in uitkomst.delen:
        som += deel.bits
        rijen.append((deel.tekst[taal], deel.bits, som))
    return tuple(rijen)


def gegevens(uitkomst: Uitkomst) -> dict[str, Any]:
    """Everything needed to store the outcome with a decision, as JSON types: bits, probability, band, model
    version, aim, base size, and per part its level, m, u, frequency and bits. Values are left out on purpose:
    they stand in the records themselves."""
    return {
        "bits": uitkomst.bits,
        "kans": uitkomst.kans,
        "band": uitkomst.band,
        "model": uitkomst.model,
        "doel": uitkomst.doel,
        "omvang": uitkomst.omvang,
        "delen": [
            {"naam": d.naam, "bits": d.bits, "tekst": dict(d.tekst)}
            | ({"niveau": d.niveau.naam, "m": d.niveau.m, "u": d.niveau.u} if d.niveau else {})
            | ({"frequentie": d.frequentie} if d.frequentie is not None else {})
            for d in uitkomst.delen
        ],
    }


def _deelzin(deel: Deel, taal: Taal) -> str:
    waarden = ""
    if deel.a and deel.b and deel.a.tekst != deel.b.tekst:
        waarden = f" ({deel.a.getoond or deel.a.tekst}/{deel.b.getoond or deel.b.tekst})"
    return f"{deel.tekst[taal]}{waarden} {getal(deel.bits, taal)}"

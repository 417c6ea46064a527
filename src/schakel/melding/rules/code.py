# SPDX-License-Identifier: EUPL-1.2
"""The receipt code: sixteen digits in four groups, easy to read aloud and to copy from a card."""

import unicodedata

LENGTE = 16


def code_uit(toeval: bytes) -> str:
    """A code from at least 16 random (or keyed) bytes: uniform over 10^16 up to one part in 10^22."""
    if len(toeval) < LENGTE:
        raise ValueError("te weinig toeval voor een ontvangstcode")
    return f"{int.from_bytes(toeval[:LENGTE], 'big') % 10**LENGTE:0{LENGTE}d}"


def leesbaar(code: str) -> str:
    """`1234 5678 9012 3456`."""
    return " ".join(code[i : i + 4] for i in range(0, LENGTE, 4))


def netjes(ingetypt: str) -> str | None:
    """What was typed as sixteen ASCII digits, without blanks, dashes and dots; None when it is no code."""
    cijfers = "".join(str(unicodedata.digit(c)) for c in ingetypt[:80] if c.isdigit())
    vreemd = any(not (c.isdigit() or c.isspace() or c in "-–.,") for c in ingetypt[:80])
    return cijfers if len(cijfers) == LENGTE and not vreemd else None

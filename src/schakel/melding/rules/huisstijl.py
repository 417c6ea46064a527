# SPDX-License-Identifier: EUPL-1.2
"""The colours of a public page, made from one colour of the organisation. Pure.

The colour carries white words and stands as words on white, so it must be dark enough (WCAG 2.2, 1.4.3: 4.5 to 1).
"""

import re

KLEUR = re.compile(r"#[0-9a-f]{6}")
GENOEG = 4.5
GERESERVEERD = frozenset({"ontvangen", "terug", "stijl"})
"""Names that are pages themselves, so no meldpunt can have them as its address."""


def contrast(kleur: str) -> float:
    """Contrast of `#rrggbb` with white, from 1 (white) to 21 (black), as WCAG defines it."""
    delen = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in _delen(kleur)]
    helder = 0.2126 * delen[0] + 0.7152 * delen[1] + 0.0722 * delen[2]
    return 1.05 / (helder + 0.05)


def stijl(kleur: str) -> str:
    """The style sheet: the colour, a darker one for the header, a light one for backgrounds. Empty without a colour."""
    if not KLEUR.fullmatch(kleur):
        return ""
    donker, licht = _meng(kleur, 0.0, 0.3), _meng(kleur, 1.0, 0.9)
    return f":root {{ --schakel-accent: {kleur}; --schakel-accent-donker: {donker}; --schakel-accent-licht: {licht}; }}\n"


def _delen(kleur: str) -> list[float]:
    return [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _meng(kleur: str, naar: float, deel: float) -> str:
    """`deel` of the way to black (0) or white (1)."""
    return "#" + "".join(f"{round(255 * (d + (naar - d) * deel)):02x}" for d in _delen(kleur))

# SPDX-License-Identifier: EUPL-1.2
"""Vehicle plates. A Dutch plate is recognised by its sidecode (RDW, Regeling kentekens en kentekenplaten)."""

import re

from koppeling.normaliseren.nummers import Nummer
from koppeling.normaliseren.tekst import alleen_letters_cijfers

_SIDECODES = re.compile(
    r"[A-Z]{2}\d{4}|\d{4}[A-Z]{2}|\d{2}[A-Z]{2}\d{2}|[A-Z]{2}\d{2}[A-Z]{2}|[A-Z]{4}\d{2}|\d{2}[A-Z]{4}"
    r"|\d{2}[A-Z]{3}\d|\d[A-Z]{3}\d{2}|[A-Z]{2}\d{3}[A-Z]|[A-Z]\d{3}[A-Z]{2}|[A-Z]{3}\d{2}[A-Z]|[A-Z]\d{2}[A-Z]{3}"
    r"|\d[A-Z]{2}\d{3}|\d{3}[A-Z]{2}\d|[A-Z]{3}\d{2}[A-Z]"
)


def kenteken(tekst: str) -> Nummer | None:
    """Capitals and digits only ("12-ab-3c" -> "12AB3C"). `geldig` means: has the shape of a Dutch plate.

    Foreign plates stay as they are, without country. None below 3 or above 12 characters.
    """
    s = alleen_letters_cijfers(tekst).upper()
    if not 3 <= len(s) <= 12:
        return None
    return Nummer(s, bool(_SIDECODES.fullmatch(s)))

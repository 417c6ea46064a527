# SPDX-License-Identifier: EUPL-1.2
"""Hit/no-hit between two houses that may not show each other their records: private set intersection.

Off until an agreement is complete. What each side learns, and what an abusive partner could do, is written in
docs/hitnohit.md. The mathematics (P-256, TLS) is that of the package `cryptography` and of OpenSSL.
"""

from koppeling.hitnohit.afspraak import Afspraak, AfspraakFout, lees_afspraak, ontbreekt, periode
from koppeling.hitnohit.huis import Antwoord, Huis, HuisFout
from koppeling.hitnohit.verbinding import Luisteraar, haal_tabel, vraag_op

__all__ = [
    "Afspraak", "AfspraakFout", "Antwoord", "Huis", "HuisFout", "Luisteraar", "haal_tabel", "lees_afspraak",
    "ontbreekt", "periode",
    "vraag_op",
]  # fmt: skip

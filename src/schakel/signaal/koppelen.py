# SPDX-License-Identifier: EUPL-1.2
"""From statements to linking keys: what the linkage engine is asked, and with which salt.

The salt is one per region, derived from the index key of the key ring with a version number: the keys are worthless
without the ring. Regimes are kept apart by row-level security and not by salts, because every key row names its
object anyway; keys that leave this house (hit/no-hit between installations) need a salt per regime and period.
"""

from collections.abc import Mapping
from typing import Any, cast

from koppeling import VELDEN, Entiteit, Soort, gehasht
from koppeling import sleutels as maak_sleutels
from koppeling.sleutels import VERSIE
from schakel.kern.versleuteling import bos
from schakel.signaal.rules.raakvlak import IDENTIFIER_VAN

_NAAR_MOTOR = {"bedrijf": "bedrijfsnaam", "plaats": "woonplaats"}
SOORTEN = frozenset(
    {"persoon", "adres", "telefoon", "bedrijf", "voertuig", "rekening", "account", "advertentie"}
)


def zout() -> bytes:
    """The salt of the keys (32 bytes); changes with the version of the key rules."""
    return bos().merk("koppel:", f"v{VERSIE}", 32)


def entiteit(soort: str, inhoud: Mapping[str, Any]) -> Entiteit | None:
    """A statement as the engine takes it; None when it must never be linked (secret address, free text)."""
    if soort not in SOORTEN or inhoud.get("geheim"):
        return None
    velden = {_NAAR_MOTOR.get(naam, naam): (str(waarde),) for naam, waarde in inhoud.items() if waarde}
    return Entiteit(
        "", cast(Soort, soort), {naam: waarde for naam, waarde in velden.items() if naam in VELDEN}
    )


def sleutels(soort: str, inhoud: Mapping[str, Any]) -> dict[int, str]:
    """The hashed keys of a statement → kind of key; only kinds that a raakvlak can rest on."""
    wat = entiteit(soort, inhoud)
    if wat is None:
        return {}
    geheim = zout()
    return {gehasht(s, geheim): s.soort for s in maak_sleutels(wat) if s.soort in IDENTIFIER_VAN}

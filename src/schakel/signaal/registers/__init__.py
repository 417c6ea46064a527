# SPDX-License-Identifier: EUPL-1.2
"""Look something up in a base registration: BRP, BAG and KvK, each off until a gateway is configured.

`instellingen` says which partner may ask which register over which gateway, and with which headers per purpose.
`brp`, `bag` and `kvk` turn criteria into a request of the published shape and an answer into `Treffer`s. Nothing
is kept of an answer: a person takes over what is needed, and only that becomes a statement on the signaal.
"""

from schakel.signaal.registers import bag, brp, kvk
from schakel.signaal.registers.antwoord import Treffer
from schakel.signaal.registers.instellingen import Poort, poort_van, poorten, poorten_van
from schakel.signaal.registers.lijn import GeenAntwoord

NAMEN = {"brp": "BRP", "bag": "BAG", "kvk": "KvK"}
VELDEN = {"brp": brp.VELDEN, "bag": bag.VELDEN, "kvk": kvk.VELDEN}
"""Per register the criteria that a form asks, in order."""

BEVRAAG = {"brp": brp.bevraag, "bag": bag.bevraag, "kvk": kvk.bevraag}
"""Per register: (gateway, criteria, headers) → hits. Raises `ValueError` with a Dutch sentence when the criteria
are not enough, `GeenAntwoord` when the register gives nothing to read."""

__all__ = [
    "BEVRAAG",
    "NAMEN",
    "VELDEN",
    "GeenAntwoord",
    "Poort",
    "Treffer",
    "poort_van",
    "poorten",
    "poorten_van",
]

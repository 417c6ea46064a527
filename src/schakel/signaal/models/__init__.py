# SPDX-License-Identifier: EUPL-1.2
"""Tables of the room. Persons, addresses, phones, texts and indicator answers are `convenant.Gegeven`
rows.
"""

from schakel.signaal.models.indicator import Indicator, Indicatorlijst
from schakel.signaal.models.koppeling import (
    Koppelregime,
    KoppelregimePartij,
    Koppelsleutel,
    Optelling,
    Raakvlak,
    Raakvlakoordeel,
)
from schakel.signaal.models.screening import Beschermingstaak, Screening, Screeningsadres
from schakel.signaal.models.signaal import Signaal, SignaalMelding, SignaalPlaats, Wijziging
from schakel.signaal.models.verzoek import Informatieverzoek, Verzoektekst
from schakel.signaal.models.zoekvraag import Zoekvraag

__all__ = [
    "Beschermingstaak", "Indicator", "Indicatorlijst", "Informatieverzoek", "Koppelregime",
    "KoppelregimePartij", "Koppelsleutel", "Optelling", "Raakvlak", "Raakvlakoordeel", "Screening",
    "Screeningsadres", "Signaal", "SignaalMelding", "SignaalPlaats", "Verzoektekst", "Wijziging",
    "Zoekvraag",
]  # fmt: skip

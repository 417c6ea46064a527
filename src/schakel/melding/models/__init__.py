# SPDX-License-Identifier: EUPL-1.2
"""Tables of the meldpunt."""

from schakel.melding.models.bijlage import Bijlage
from schakel.melding.models.doorzending import Doorzending, Routeregel
from schakel.melding.models.melding import Bericht, Emmer, Inzage, Kaart, Melding, Terugkoppeling
from schakel.melding.models.meldpagina import Meldpagina
from schakel.melding.models.wacht import Alarm, Dienst, Herinnering

__all__ = [
    "Alarm", "Bericht", "Bijlage", "Dienst", "Doorzending", "Emmer", "Herinnering", "Inzage", "Kaart",
    "Melding", "Meldpagina", "Routeregel", "Terugkoppeling",
]  # fmt: skip

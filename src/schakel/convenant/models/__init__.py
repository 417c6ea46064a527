# SPDX-License-Identifier: EUPL-1.2
"""Agreements as data, and the objects that the sharing rule speaks of.

`Stuk` is anything with an owner that can be shared (melding, signaal, casus, dossierstuk …): the rooms give their own
tables the same primary key. `Gegeven` is one piece of information on a Stuk, with its category and handeling: what is
a *field* in delen.md is a *row* here, so that the database itself can enforce the rule per field.
"""

from schakel.convenant.models.afspraken import (
    Bewaartermijn,
    Convenant,
    ConvenantVersie,
    Grondslag,
    Partij,
    Regel,
    Verantwoording,
)
from schakel.convenant.models.bescherming import Afstemming, Bronverzoek, Embargo, Embargomerk, Toestemming
from schakel.convenant.models.delen import (
    AnoniemeVersie,
    Toegekend,
    ToegekendStuk,
    Verstrekking,
    Vrijgaveverzoek,
)
from schakel.convenant.models.privacy import (
    Checklist,
    Deelverzoek,
    Inzageverzoek,
    Vernietiging,
    Vraag,
    Vraagbaak,
    Vragenlijst,
)
from schakel.convenant.models.stukken import Betrokkene, Gegeven, GegevenBron, Genoemd, Stuk, Zoekwoord

__all__ = [
    "Afstemming", "AnoniemeVersie", "Betrokkene", "Bewaartermijn", "Bronverzoek", "Checklist", "Convenant",
    "ConvenantVersie", "Deelverzoek", "Embargo", "Embargomerk", "Gegeven", "GegevenBron", "Genoemd", "Grondslag",
    "Inzageverzoek", "Partij", "Regel", "Stuk", "Toegekend", "ToegekendStuk", "Toestemming", "Verantwoording", "Vernietiging",
    "Verstrekking", "Vraag", "Vraagbaak", "Vragenlijst", "Vrijgaveverzoek", "Zoekwoord",
]  # fmt: skip

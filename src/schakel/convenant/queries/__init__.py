# SPDX-License-Identifier: EUPL-1.2
"""The readers of this room: the visible set (shape 2 of the rule), acts of sharing, agreements."""

from schakel.convenant.queries.afspraken import (
    aflopend,
    alle_grondslagen,
    bewaartermijnen,
    code_in_gebruik,
    convenant,
    convenanten,
    convenanten_met_contactpunt,
    grondslagcodes,
    grondslagen,
    lopende_convenanten,
    matrix,
    partij,
    partijen_van,
    regel,
    rust_op,
    verantwoordingen_te_doen,
    versie,
    waarschuwingen,
)
from schakel.convenant.queries.bescherming import (
    afstemmingen,
    bronverzoek,
    bronverzoeken,
    collegas,
    embargo,
    embargos,
    gegeven,
    te_herzien,
    toestemmingen_op,
)
from schakel.convenant.queries.delen import (
    anonieme_versies,
    categorieen_op,
    gedeeld_met,
    gronden,
    toestemmingen,
    versies,
    verstrekking,
    verstrekkingen,
    verzoek,
    vrijgaveverzoek,
    vrijgaveverzoeken,
)
from schakel.convenant.queries.magdit import MagDit, mag_dit
from schakel.convenant.queries.privacy import (
    deelverzoeken,
    inzageverzoek,
    inzageverzoeken,
    verlopen,
    vernietigingen,
    vraagbaak,
    vragen,
    vragenlijst,
    vragenlijsten,
)
from schakel.convenant.queries.zichtbaar import gegevens_van, laad, stuk, zichtbaar

__all__ = [
    "MagDit", "aflopend", "afstemmingen", "alle_grondslagen", "anonieme_versies", "bewaartermijnen",
    "bronverzoek", "bronverzoeken", "categorieen_op", "code_in_gebruik", "collegas", "convenant",
    "convenanten", "convenanten_met_contactpunt", "deelverzoeken", "embargo", "embargos", "gedeeld_met",
    "gegeven", "gegevens_van", "gronden", "grondslagcodes", "grondslagen", "inzageverzoek", "inzageverzoeken",
    "laad", "lopende_convenanten", "mag_dit", "matrix", "partij", "partijen_van", "regel", "rust_op", "stuk",
    "te_herzien", "toestemmingen", "toestemmingen_op", "verantwoordingen_te_doen", "verlopen",
    "vernietigingen", "versie", "versies", "verstrekking", "verstrekkingen", "verzoek", "vraagbaak", "vragen",
    "vragenlijst", "vragenlijsten", "vrijgaveverzoek", "vrijgaveverzoeken", "waarschuwingen", "zichtbaar",
]  # fmt: skip

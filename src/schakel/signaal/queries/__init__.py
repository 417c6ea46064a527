# SPDX-License-Identifier: EUPL-1.2
"""The only readers of the room: signals, what touches them, questions between partners, lists of
indicators.
"""

from schakel.signaal.queries.indicator import (
    indicator_teksten,
    indicatoren,
    indicatoren_op_code,
    indicatorlijsten,
)
from schakel.signaal.queries.raakvlak import (
    Treffer,
    contacten,
    eigen_sleutels,
    koppelbare_partners,
    mag_inhoud_zien,
    met_open_raakvlak,
    oordelen,
    optelling,
    optellingen,
    partners_op_id,
    raakvlak,
    raakvlakken,
    treffers,
    wegers,
)
from schakel.signaal.queries.regime import bewaarmaanden, mist, ontbrekende_voorwaarden, regime, regimes
from schakel.signaal.queries.screening import (
    beschermers,
    beschermingstaak,
    beschermingstaken,
    screening,
    screenings,
    treffers_van,
    verlopen_screenings,
)
from schakel.signaal.queries.signaal import (
    Filter,
    andere_partners,
    bekende_gegevens,
    bronnen,
    gemeenten,
    meldingen,
    per_gemeente,
    signaal,
    signalen,
    signalen_op_id,
    stuk_van,
    uit_melding,
    wijzigingen,
    zoek,
)
from schakel.signaal.queries.verzoek import (
    antwoordstukken,
    informatieverzoek,
    informatieverzoeken,
    verzoeken_van,
)

__all__ = [
    "Filter", "Treffer", "andere_partners", "antwoordstukken", "bekende_gegevens", "beschermers",
    "beschermingstaak", "beschermingstaken", "bewaarmaanden", "bronnen", "contacten", "eigen_sleutels",
    "gemeenten", "indicator_teksten", "indicatoren", "indicatoren_op_code", "indicatorlijsten",
    "informatieverzoek", "informatieverzoeken", "koppelbare_partners", "mag_inhoud_zien", "meldingen",
    "met_open_raakvlak", "mist", "ontbrekende_voorwaarden", "oordelen", "optelling", "optellingen",
    "partners_op_id", "per_gemeente", "raakvlak", "raakvlakken", "regime", "regimes", "screening", "screenings",
    "signaal", "signalen", "signalen_op_id", "stuk_van", "treffers", "treffers_van", "uit_melding",
    "verlopen_screenings", "verzoeken_van", "wegers", "wijzigingen", "zoek",
]  # fmt: skip

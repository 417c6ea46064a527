# SPDX-License-Identifier: EUPL-1.2
"""The readers of the meldpunt. What they return is seen; `actions.lees` makes the account of it."""

from schakel.melding.queries.cijfers import Cijfers, cijfers, dekking
from schakel.melding.queries.doorzending import (
    Kanaalteller,
    andere_meldpunten,
    doorzending,
    doorzendingen,
    doorzendingen_van,
    per_kanaal,
    route,
    routes,
    voorstellen,
    wachtend,
)
from schakel.melding.queries.melding import (
    BEHANDELAARS,
    bijlage,
    bijlagen,
    dubbelen,
    gemeente,
    gemeenten,
    gesprek,
    herhaald,
    kan_zelf_ontvangen,
    laatst_gelezen,
    lijst,
    loketten,
    melding,
    meldpunten,
    merk_van,
    met_code,
    ontvanger,
    open_,
    te_laat,
    te_openen,
)
from schakel.melding.queries.meldpagina import eigen_meldpagina, meldpagina, meldpaginas
from schakel.melding.queries.wacht import (
    achterhaald,
    alarmen,
    diensten,
    heeft_dienst,
    herinneringen,
    stille_alarmen,
    te_lang,
)

__all__ = [
    "BEHANDELAARS", "Cijfers", "Kanaalteller", "achterhaald", "alarmen", "andere_meldpunten", "bijlage",
    "bijlagen", "cijfers", "dekking", "diensten", "doorzending", "doorzendingen", "doorzendingen_van",
    "dubbelen", "eigen_meldpagina", "gemeente", "gemeenten", "gesprek", "heeft_dienst", "herhaald",
    "herinneringen", "kan_zelf_ontvangen", "laatst_gelezen", "lijst", "loketten", "melding", "meldpagina",
    "meldpaginas", "meldpunten", "merk_van", "met_code", "ontvanger", "open_", "per_kanaal", "route",
    "routes", "stille_alarmen", "te_laat", "te_lang", "te_openen", "voorstellen", "wachtend",
]  # fmt: skip

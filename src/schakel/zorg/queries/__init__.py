# SPDX-License-Identifier: EUPL-1.2
"""The only readers of the zorgketen."""

from schakel.zorg.queries.traject import (
    REGIE,
    ZORGROLLEN,
    aanwezig,
    betrokkenen,
    clienten,
    collegas,
    eigen_termijnen,
    gegeven,
    groep,
    groepen,
    kop,
    koppen,
    mijn_trajecten,
    soorten_op,
    stappen,
    termijnen,
    traject,
    trajecten,
    verblijf,
)

__all__ = [
    "REGIE", "ZORGROLLEN", "aanwezig", "betrokkenen", "clienten", "collegas", "eigen_termijnen", "gegeven", "groep",
    "groepen", "kop", "koppen", "mijn_trajecten", "soorten_op", "stappen", "termijnen", "traject", "trajecten",
    "verblijf",
]  # fmt: skip

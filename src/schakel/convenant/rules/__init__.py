# SPDX-License-Identifier: EUPL-1.2
"""The sharing rule, pure: what a lawyer or auditor reads.

An actor sees a field if and only if (delen.md, Rule): (1) their partner owns it, or a verstrekking in force gives its
category to their partner; (2) the convenant under it is in force and both are parties; (3) no handeling or embargo
forbids it; (4) they hold a function that needs it and are betrokkene where the object is closed.
This module holds (4) as tables, (3) as a function, and the judgement of a proposed sharing under (2).
"""

from schakel.convenant.rules.beschermd import Uitgesloten, herkenbaar, protocolvelden, weiger_uitgesloten
from schakel.convenant.rules.functies import (
    FUNCTIE_CATEGORIEEN,
    FUNCTIE_DELEN,
    FUNCTIE_SOORTEN,
    handelingen_voor,
)
from schakel.convenant.rules.namen import keuzes, kop, naam, naam_nl, namen
from schakel.convenant.rules.oordeel import Oordeel, Reden, Regel, Versie, Verzoek, oordeel
from schakel.convenant.rules.woorden import (
    AnderenZien,
    Categorie,
    DeelStand,
    Doel,
    Fase,
    Handeling,
    Moment,
    Recht,
    StukSoort,
    ToestemmingSoort,
    Voorwaarde,
    Wijze,
)

__all__ = [
    "FUNCTIE_CATEGORIEEN", "FUNCTIE_DELEN", "FUNCTIE_SOORTEN", "AnderenZien", "Categorie", "DeelStand",
    "Doel", "Fase", "Handeling", "Moment", "Oordeel", "Recht", "Reden", "Regel", "StukSoort",
    "ToestemmingSoort", "Uitgesloten", "Versie", "Verzoek", "Voorwaarde", "Wijze", "handelingen_voor",
    "herkenbaar", "keuzes", "kop", "naam", "naam_nl", "namen", "oordeel", "protocolvelden", "weiger_uitgesloten",
]  # fmt: skip

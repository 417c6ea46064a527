# SPDX-License-Identifier: EUPL-1.2
"""The four regions of the report of 2012 as sample data: organisations, functions, bodies, areas, with their pages.

Facts come from `gegevens/regio-2012` (separator `;`, several values `|`, pages in `p`); no names of persons. What a
cell does not say stays empty. Reference date of all states: 31 May 2012.
"""

from django.db import transaction

from schakel.partner.actions.voorbeeldregio import organen, partners
from schakel.partner.actions.voorbeeldregio.gegevens import Voorbeeld

VOORBEELDREGIOS = {
    "gm": "Gelderland-Midden",
    "dr": "Drenthe",
    "bzo": "Brabant Zuid-Oost",
    "rr": "Rotterdam-Rijnmond",
}


@transaction.atomic
def laad_voorbeeldregio(regio: str) -> Voorbeeld:
    """Load one of `VOORBEELDREGIOS` (gm, dr, bzo, rr) beside whatever is there. Raises KeyError for another."""
    v = Voorbeeld(VOORBEELDREGIOS[regio])
    partners.gemeenten(v, regio)
    partners.partners(v, regio)
    partners.opvolging()
    partners.rollen(v, regio)
    partners.functies(v, regio)
    partners.waarnemingen(v, regio)
    organen.organen(v, regio)
    organen.verbindingen(v, regio)
    organen.inzet(v, regio)
    organen.projecten(v, regio)
    return v

# SPDX-License-Identifier: EUPL-1.2
"""Set up a new region from what exists in the Netherlands on that day (PAR-09+)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from schakel.partner import queries
from schakel.partner.actions.rechten import KanNiet, eis_regio
from schakel.partner.models import Gebied, Orgaan, Partner, PartnerNaam
from schakel.toegang.actor import Actor


def _dag(tekst: str) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


@transaction.atomic
def neem_over_uit_referentie(*, door: Actor, namen: Iterable[str], dag: date) -> list[str]:
    """Add areas, organisations and bodies of `dag` to this region ("soort:naam"); what is there already stays.

    Returns what was added. Raises `KanNiet` for what was not valid on `dag`.
    """
    eis_regio(door)
    aanbod = {f"{r['soort']}:{r['sleutel']}:{r['naam']}": r for r in queries.referentie(dag)}
    nieuw = []
    for naam in namen:
        rij = aanbod.get(naam)
        if rij is None:
            raise KanNiet(
                f"{naam.rpartition(':')[2]} bestond niet op {dag:%d-%m-%Y}. Kies uit de lijst van die dag."
            )
        if _neem_over(rij):
            nieuw.append(rij["naam"])
    return nieuw


def _neem_over(rij: dict[str, str]) -> bool:
    van, tot = _dag(rij["van"]), _dag(rij["tot"])
    if rij["soort"] == "gebied":
        return Gebied.objects.get_or_create(
            domein=rij["sleutel"], naam=rij["naam"], defaults={"van": van, "tot": tot}
        )[1]
    if rij["soort"] == "orgaan":
        velden = {
            "niveau": rij["sleutel"],
            "status": Orgaan.Status.GEPLAND,
            "van": van,
            "tot": tot,
            "bron": rij["bron"],
        }
        return Orgaan.objects.get_or_create(naam=rij["naam"], defaults=velden)[1]
    if rij["soort"] != "organisatie":
        return False
    velden = {"naam": rij["naam"], "soort": rij["sleutel"], "tot": tot}
    partner, nieuw = Partner.objects.get_or_create(code=slugify(rij["naam"])[:40], defaults=velden)
    if nieuw:
        for oud in queries.vroeger(rij["naam"]):
            PartnerNaam.objects.create(
                partner=partner,
                naam=oud["naam"],
                van=_dag(oud["van"]),
                tot=_dag(oud["tot"]),
                bron=oud["bron"],
            )
    return nieuw

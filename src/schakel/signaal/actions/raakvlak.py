# SPDX-License-Identifier: EUPL-1.2
"""A person says whether what touches belongs together; that judgement is remembered with what they saw."""

from django.db import transaction

from schakel.convenant.actions import logregels
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import WEGERS, Onvolledig, eis_reden, mag_met_signalen
from schakel.signaal.models import Optelling, Raakvlak, Raakvlakoordeel
from schakel.toegang.actor import Actor


@transaction.atomic
def beoordeel(*, door: Actor, raakvlak: Raakvlak, status: str, reden: str, zin: str) -> Raakvlak:
    """Same, not the same, or cannot be said; with a reason. `zin` is the explanation that was on the
    screen.
    """
    mag_met_signalen(door)
    stuk = queries.stuk_van(door=door, id=raakvlak.stuk_id)
    if raakvlak.eigenaar_id != door.partner_id or stuk is None:
        raise PermissionError("Alleen je eigen kant van een raakvlak kun je beoordelen.")
    if status not in Raakvlak.Status.values or status == Raakvlak.Status.OPEN:
        raise Onvolledig("Kies: hoort bij elkaar, hoort niet bij elkaar, of niet te zeggen.")
    if not queries.mag_inhoud_zien(door=door, raakvlak=raakvlak):
        raise Onvolledig("Je ziet de andere kant nog niet. Stuur eerst een informatieverzoek.")
    raakvlak.status, raakvlak.reden, raakvlak.zin = status, eis_reden(reden), zin
    raakvlak.door, raakvlak.op = door.gebruiker_id, klok.nu()
    raakvlak.save(update_fields=["status", "reden", "zin", "door", "op"])
    assert door.gebruiker_id is not None
    Raakvlakoordeel(
        raakvlak=raakvlak,
        status=status,
        zin=zin,
        reden=raakvlak.reden,
        door=door.gebruiker_id,
        op=raakvlak.op,
    ).save(force_insert=True)
    logboek.noteer(door=door, regels=logregels("beoordelen", stuk, []))
    return raakvlak


@transaction.atomic
def weeg_optelling(*, door: Actor, optelling: Optelling, reden: str) -> None:
    """The weigher says what was done with niet-pluissignalen that add up."""
    if optelling.eigenaar_id != door.partner_id or door.functie not in WEGERS:
        raise PermissionError("Deze taak hoort bij de ketenregisseur.")
    optelling.status, optelling.reden = "gewogen", eis_reden(reden)
    optelling.door, optelling.op = door.gebruiker_id, klok.nu()
    optelling.save(update_fields=["status", "reden", "door", "op"])
    logboek.noteer(door=door, regels=[Logregel("beoordelen", "optelling", None, door.partner_id)])

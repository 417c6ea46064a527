# SPDX-License-Identifier: EUPL-1.2
"""Readers of what left the house: consents, signals, notifications, who reads a traject."""

from django.db.models import QuerySet

from schakel.convenant import queries as convenant
from schakel.convenant.models import Toestemming
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.toegang.actor import Actor
from schakel.zorg.models import Comelding, Doorgifte, Zorgtraject
from schakel.zorg.queries.traject import trajecten


def geldt(toestemming: Toestemming) -> bool:
    """Does this consent or emergency count today?"""
    dag = klok.vandaag()
    return (
        toestemming.soort != "weigering"
        and (toestemming.ingetrokken_op is None or dag < toestemming.ingetrokken_op)
        and toestemming.gegeven_op <= dag
        and (toestemming.tot is None or dag <= toestemming.tot)
    )


def gronden(*, door: Actor, traject: Zorgtraject) -> list[Toestemming]:
    """Consents and emergencies that count today."""
    return [t for t in convenant.toestemmingen_op(door=door, stuk_id=traject.pk) if geldt(t)]


def toestemming_voor(*, door: Actor, traject: Zorgtraject) -> Toestemming | None:
    """The consent under which a notification may carry the person; a refusal that counts beats it."""
    alle = list(convenant.toestemmingen_op(door=door, stuk_id=traject.pk))
    if any(t.soort == "weigering" and t.ingetrokken_op is None for t in alle):
        return None
    return next((t for t in alle if t.soort == "toestemming" and geldt(t)), None)


def doorgiften(*, door: Actor, traject: Zorgtraject) -> QuerySet[Doorgifte]:
    """Signals made out of this traject."""
    return Doorgifte.objects.filter(traject__in=trajecten(door=door), traject=traject)


def comeldingen(*, door: Actor) -> QuerySet[Comelding]:
    """Notifications of trajecten that the actor may open."""
    rijen = Comelding.objects.filter(traject__in=trajecten(door=door), eigenaar_id=door.partner_id)
    return rijen.select_related("traject__stuk__eigenaar", "toestemming").order_by("-gemaakt_op", "pk")


def comelding(*, door: Actor, id: object) -> Comelding | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return comeldingen(door=door).filter(pk=sleutel).first() if sleutel else None

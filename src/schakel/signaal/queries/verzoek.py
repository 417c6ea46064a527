# SPDX-License-Identifier: EUPL-1.2
"""Questions between partners."""

from uuid import UUID

from django.db.models import Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Rol
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal
from schakel.signaal.queries.signaal import alle
from schakel.toegang.actor import Actor


def informatieverzoeken(*, door: Actor) -> QuerySet[Informatieverzoek]:
    """Questions asked by or to the actor's partner; for a ketenregisseur also every overdue one."""
    zicht = Q(van_id=door.partner_id) | Q(aan_id=door.partner_id)
    if door.functie == Rol.KETENREGISSEUR:
        zicht |= Q(status="open", uiterlijk__lt=klok.vandaag())
    rijen = Informatieverzoek.objects.filter(zicht).select_related("van", "aan")
    return rijen.prefetch_related("teksten")


def informatieverzoek(*, door: Actor, id: object) -> Informatieverzoek | None:
    """One question that the actor may know of."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else informatieverzoeken(door=door).filter(pk=sleutel).first()


def verzoeken_van(*, door: Actor, stuk_id: UUID) -> list[Informatieverzoek]:
    """The questions that one's own object gave rise to."""
    return list(informatieverzoeken(door=door).filter(Q(van_id=door.partner_id), stuk_id=stuk_id))


def antwoordstukken(*, door: Actor, verzoek: Informatieverzoek) -> list[Signaal]:
    """One's own signals that touch the one behind the question: what the answer can be given from."""
    eigen = Raakvlak.objects.filter(Q(eigenaar_id=door.partner_id), ander_stuk_id=verzoek.stuk_id).values(
        "stuk_id"
    )
    return list(alle(door).filter(Q(eigenaar_id=door.partner_id), pk__in=eigen))

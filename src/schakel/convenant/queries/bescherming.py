# SPDX-License-Identifier: EUPL-1.2
"""Readers of embargos, coordination, source requests and consent: one's own, behind the wall."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from schakel.convenant.models import Afstemming, Bronverzoek, Embargo, Gegeven, Toestemming
from schakel.convenant.queries.zichtbaar import laad
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Bezetting
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor


def embargos(*, door: Actor, stuk_id: UUID | None = None) -> QuerySet[Embargo]:
    """Embargos of the actor's partner, on objects the actor sees, first to review first."""
    alle = Embargo.objects.filter(eigenaar_id=door.partner_id).select_related(
        "stuk", "gegeven", "bel_functie"
    )
    return alle.filter(stuk_id=stuk_id) if stuk_id else alle


def embargo(*, door: Actor, id: object) -> Embargo | None:
    """One of them, or None."""
    sleutel = uuid_of_niets(id)
    return embargos(door=door).filter(pk=sleutel).first() if sleutel else None


def te_herzien(*, door: Actor, dag: date | None = None) -> QuerySet[Embargo]:
    """Embargos whose review date has come: lift or prolong."""
    return embargos(door=door).filter(opgeheven_op__isnull=True, herzien_op__lte=dag or klok.vandaag())


def afstemmingen(*, door: Actor) -> QuerySet[Afstemming]:
    """Plans of others that touched our holds, newest first."""
    return Afstemming.objects.filter(houder_id=door.partner_id).select_related("vrager", "embargo")


def bronverzoeken(*, door: Actor) -> QuerySet[Bronverzoek]:
    """Requests for a source, asked by or of the actor's partner."""
    return Bronverzoek.objects.filter(
        Q(vrager_id=door.partner_id) | Q(eigenaar_id=door.partner_id)
    ).select_related("vrager", "eigenaar")


def bronverzoek(*, door: Actor, id: object) -> Bronverzoek | None:
    """One of them, or None."""
    sleutel = uuid_of_niets(id)
    return bronverzoeken(door=door).filter(pk=sleutel).first() if sleutel else None


def gegeven(*, door: Actor, id: object) -> Gegeven | None:
    """One visible piece of information, or None; its content is not for a page that does not log the read."""
    return laad(door, Gegeven.objects.select_related("stuk__eigenaar"), id)


def toestemmingen_op(*, door: Actor, stuk_id: UUID) -> QuerySet[Toestemming]:
    """The consent records on an object of one's own partner, newest first."""
    return Toestemming.objects.filter(eigenaar_id=door.partner_id, stuk_id=stuk_id)


def collegas(*, door: Actor) -> QuerySet[Bezetting]:
    """Colleagues at the actor's partner today, who can be named on a closed object."""
    return (
        Bezetting.objects.filter(geldig_op(klok.vandaag()), functie__partner_id=door.partner_id)
        .select_related("gebruiker", "functie")
        .order_by("gebruiker__naam")
    )

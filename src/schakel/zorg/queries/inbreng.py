# SPDX-License-Identifier: EUPL-1.2
"""Readers of signals in the zorgoverleg, and of what care brings into a meeting of the ketenaanpak."""

from datetime import date

from django.db.models import Q, QuerySet

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.partner.queries import geldig_op
from schakel.signaal import queries as signalen
from schakel.signaal.models import Signaal
from schakel.toegang.actor import Actor
from schakel.zorg.models import Inbreng, Overlegsignaal
from schakel.zorg.queries.overleg import zorgorganen
from schakel.zorg.queries.traject import REGIE


def overlegsignalen(*, door: Actor) -> QuerySet[Overlegsignaal]:
    """Open signals with a body of care in which the actor sits, newest first."""
    return (
        Overlegsignaal.objects.filter(
            eigenaar_id=door.partner_id,
            orgaan__in=zorgorganen(door=door),
            signaal__in=_open(door).order_by().values("pk"),
        )
        .select_related("signaal__eigenaar", "orgaan")
        .order_by("-signaal__gemaakt_op", "pk")
    )


def overlegsignaal(*, door: Actor, signaal: Signaal) -> Overlegsignaal | None:
    """That of one signal."""
    return Overlegsignaal.objects.filter(eigenaar_id=door.partner_id, signaal=signaal).first()


def zonder_overleg(*, door: Actor) -> QuerySet[Signaal]:
    """Open signals that the actor may see and that no body of care discusses: by what one chooses from."""
    al = Overlegsignaal.objects.filter(eigenaar_id=door.partner_id)
    rijen = _open(door).exclude(pk__in=al.values("signaal_id")).select_related(None)
    return rijen.select_related("eigenaar").only("kenmerk", "vormen", "eigenaar__naam")


def _open(door: Actor) -> QuerySet[Signaal]:
    return signalen.signalen(door=door, filter=signalen.Filter(status="open")).prefetch_related(None)


def aanpakorganen(*, door: Actor) -> QuerySet[Orgaan]:
    """Bodies of the ketenaanpak in which the actor sits in part 1 today."""
    zit = OrgaanLid.objects.filter(
        geldig_op(klok.vandaag()),
        Q(delen=[]) | Q(delen__contains=[1]),
        partner_id=door.partner_id,
        rol=door.functie,
    ).exclude(soort="casusafhankelijk")
    return Orgaan.objects.filter(pk__in=zit.values("orgaan_id"), keten="aanpak").order_by("naam")


def inbrengen(*, door: Actor) -> QuerySet[Inbreng]:
    """What the own institution brought in."""
    if door.functie != REGIE:
        return Inbreng.objects.none()
    return Inbreng.objects.filter(eigenaar_id=door.partner_id).select_related("orgaan")


def inbreng(*, door: Actor, id: object) -> Inbreng | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return inbrengen(door=door).filter(pk=sleutel).first() if sleutel else None


def ingebracht(*, door: Actor, orgaan: Orgaan, dag: date) -> list[tuple[Inbreng, Signaal | None]]:
    """What stands in part 1 of this body on a day, for who sits there; the signal only for who may see it."""
    if not aanpakorganen(door=door).filter(pk=orgaan.pk).exists():
        return []
    rijen = list(Inbreng.objects.filter(geldig_op(dag), orgaan=orgaan).select_related("eigenaar"))
    zicht = signalen.signalen_op_id(door=door, ids=[r.signaal_id for r in rijen])
    return [(r, zicht.get(r.signaal_id)) for r in rijen]

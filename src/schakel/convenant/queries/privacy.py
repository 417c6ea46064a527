# SPDX-License-Identifier: EUPL-1.2
"""Readers of the checklist, the question base and the requests of data subjects."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from schakel.convenant.models import Deelverzoek, Gegeven, Inzageverzoek, Vernietiging, Vraagbaak, Vragenlijst
from schakel.convenant.queries.zichtbaar import zichtbaar
from schakel.convenant.rules import DeelStand, Moment
from schakel.convenant.rules import checklist as regels
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.toegang.actor import Actor


def vragenlijst(moment: Moment) -> Vragenlijst | None:
    """The checklist in use for this moment, with its questions; None when the region has none."""
    return Vragenlijst.objects.filter(moment=moment, actief=True).prefetch_related("vragen").first()


def vragen(lijst: Vragenlijst | None) -> list[regels.Vraag]:
    """The questions of a list as the pure rule wants them."""
    if lijst is None:
        return []
    return [regels.Vraag(str(v.pk), v.tekst, v.verplicht, v.moet) for v in lijst.vragen.all()]


def vragenlijsten() -> QuerySet[Vragenlijst]:
    """Every version of every checklist, newest first per moment."""
    return Vragenlijst.objects.prefetch_related("vragen").order_by("moment", "-nummer")


def vraagbaak(zoek: str = "", *, alleen_deelbaar: bool = False) -> QuerySet[Vraagbaak]:
    """Questions to the privacygroep, newest first; `zoek` looks in question, answer and ground."""
    alle = Vraagbaak.objects.select_related("gesteld_door")
    if alleen_deelbaar:
        alle = alle.filter(deelbaar=True, beantwoord_op__isnull=False)
    if zoek:
        alle = alle.filter(Q(vraag__icontains=zoek) | Q(antwoord__icontains=zoek) | Q(grond__icontains=zoek))
    return alle


def inzageverzoeken(*, door: Actor) -> QuerySet[Inzageverzoek]:
    """Requests of data subjects in which the actor's partner is contact point or joint controller."""
    eigen = Deelverzoek.objects.filter(partner_id=door.partner_id).values("inzageverzoek_id")
    return (
        Inzageverzoek.objects.filter(Q(contactpunt_id=door.partner_id) | Q(pk__in=eigen))
        .select_related("convenant", "contactpunt")
        .annotate(nog_open=Count("deelverzoeken", filter=Q(deelverzoeken__stand=DeelStand.OPEN)))
        .order_by("beantwoord_op", "termijn")
    )


def inzageverzoek(*, door: Actor, id: object) -> Inzageverzoek | None:
    """One of them, or None."""
    sleutel = uuid_of_niets(id)
    return inzageverzoeken(door=door).filter(pk=sleutel).first() if sleutel else None


def deelverzoeken(*, door: Actor, verzoek_id: UUID) -> QuerySet[Deelverzoek]:
    """The parts of a request: all of them for the contact point, one's own for the others."""
    alle = Deelverzoek.objects.filter(inzageverzoek_id=verzoek_id).select_related("partner")
    return alle.filter(Q(partner_id=door.partner_id) | Q(contactpunt_id=door.partner_id)).order_by(
        "partner__naam"
    )


def vernietigingen(*, door: Actor) -> QuerySet[Vernietiging]:
    """What was destroyed at the actor's partner, or of what it had given, newest first (CNV-09+)."""
    return Vernietiging.objects.filter(
        Q(eigenaar_id=door.partner_id) | Q(herkomst_partner_id=door.partner_id)
    ).select_related("eigenaar", "herkomst_partner")


def verlopen(*, door: Actor) -> QuerySet[Gegeven]:
    """Pieces of the actor's partner whose term has passed, without their content."""
    return (
        Gegeven.objects.filter(
            zichtbaar(door, Gegeven), eigenaar_id=door.partner_id, bewaren_tot__lt=klok.vandaag()
        )
        .defer("inhoud")
        .select_related("herkomst_partner")
        .order_by("bewaren_tot", "pk")
    )

# SPDX-License-Identifier: EUPL-1.2
"""The only readers of what was offered to a weegploeg, and of what may stand in a reader's copy."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import QuerySet

from schakel.casus import rules
from schakel.casus.models import Casus, Preweegdocument
from schakel.casus.queries.lezen import binnen, verstrekkingen_in, zichtbaar
from schakel.casus.rules.wie import mijn
from schakel.convenant.models import Gegeven, Genoemd
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


def preweegdocumenten(*, door: Actor, casus: Casus | None = None) -> QuerySet[Preweegdocument]:
    """What was offered in visible cases and in a part in which the actor sits, newest first."""
    rijen = Preweegdocument.objects.select_related("casus__stuk", "partner", "ontvanger")
    return binnen(door, rijen, casus) if casus else rijen.filter(zichtbaar(door, Preweegdocument))


def preweegdocument(*, door: Actor, id: object) -> Preweegdocument | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return preweegdocumenten(door=door).filter(pk=sleutel).first() if sleutel else None


def wachtende_preweegdocumenten(*, door: Actor) -> QuerySet[Preweegdocument]:
    """What waits for the decision of the actor's partner, oldest first."""
    return (
        preweegdocumenten(door=door)
        .filter(ontvanger_id=door.partner_id, stand=rules.PreweegStand.AANGEBODEN)
        .order_by("aangeboden_op")
    )


def in_afschrift_van(
    *, door: Actor, casus: Casus, ontvanger: Partner, stukken: list[UUID]
) -> Callable[[Gegeven], bool]:
    """May this visible field stand in the copy of this reader? As far as the reader can know what the receiver gets."""
    gedeeld: dict[UUID, set[str]] = {}
    for v in verstrekkingen_in(door=door, casus=casus, stukken=stukken):
        if v.aan_partner_id == ontvanger.pk and v.casus_id in (None, casus.pk) and not v.geanonimiseerd:
            gedeeld.setdefault(v.stuk_id, set()).update(v.categorieen)
    genoemd = set(
        Genoemd.objects.filter(stuk_id__in=stukken, partner=ontvanger).values_list("stuk_id", flat=True)
    )

    def mag(gegeven: Gegeven) -> bool:
        veld = rules.Veld(
            eigenaar=str(gegeven.eigenaar_id),
            categorie=gegeven.categorie,
            handeling=gegeven.handeling,
            embargo_tot=max(
                (d for d in (gegeven.embargo_tot, gegeven.stuk.embargo_tot) if d is not None), default=None
            ),
            gedeeld=gedeeld.get(gegeven.stuk_id, set()),
            genoemd=gegeven.stuk_id in genoemd,
        )
        return rules.in_afschrift(
            veld, lezer=str(mijn(door)), ontvanger=str(ontvanger.pk), dag=klok.vandaag()
        )

    return mag

# SPDX-License-Identifier: EUPL-1.2
"""The only readers of persons with two sides in a case."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from schakel.casus.models import Casus, Dubbelrol
from schakel.casus.queries.lezen import binnen, dossierstukken, signalen
from schakel.convenant import queries as convenant
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie
from schakel.toegang.actor import Actor


def dubbelrollen(*, door: Actor, casus: Casus) -> QuerySet[Dubbelrol]:
    """Of whom the reader sees both sides; the content of each comes from the dossier."""
    return binnen(door, Dubbelrol.objects.select_related("partner"), casus)


def gegevens_op_id(*, door: Actor, ids: Iterable[UUID]) -> list[Gegeven]:
    """These statements, as far as the reader sees them; the caller logs the read."""
    rijen = Gegeven.objects.filter(convenant.zichtbaar(door, Gegeven), pk__in=list(ids))
    return list(rijen.select_related("stuk"))


def personen(*, door: Actor, casus: Casus, kant: Categorie) -> list[Gegeven]:
    """The persons of one side in the dossier, as far as the reader sees them; the caller logs the read."""
    stukken = [
        *signalen(door=door, casus=casus).values_list("signaal_id", flat=True),
        *dossierstukken(door=door, casus=casus).values_list("pk", flat=True),
    ]
    return list(convenant.gegevens_van(door=door, stukken=stukken).filter(soort="persoon", categorie=kant))

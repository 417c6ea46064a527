# SPDX-License-Identifier: EUPL-1.2
"""The only readers of persons with two sides in a case."""

from django.db.models import QuerySet

from schakel.casus.models import Casus, Dubbelrol
from schakel.casus.queries.lezen import dossierstukken, signalen, zichtbaar
from schakel.convenant import queries as convenant
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie
from schakel.toegang.actor import Actor


def dubbelrollen(*, door: Actor, casus: Casus) -> QuerySet[Dubbelrol]:
    """Of whom the reader sees both sides; the content of each comes from the dossier."""
    return Dubbelrol.objects.filter(zichtbaar(door, Dubbelrol), casus_id=casus.pk).select_related("partner")


def personen(*, door: Actor, casus: Casus, kant: Categorie) -> list[Gegeven]:
    """The persons of one side in the dossier, as far as the reader sees them; the caller logs the read."""
    stukken = [
        *signalen(door=door, casus=casus).values_list("signaal_id", flat=True),
        *dossierstukken(door=door, casus=casus).values_list("pk", flat=True),
    ]
    return list(convenant.gegevens_van(door=door, stukken=stukken).filter(soort="persoon", categorie=kant))

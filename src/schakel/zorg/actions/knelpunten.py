# SPDX-License-Identifier: EUPL-1.2
"""Bring bottlenecks of care to the register that the stuurgroep reads: numbers, no persons (report p. 26)."""

from collections.abc import Collection

from django.db import transaction

from schakel.kern import klok
from schakel.partner import actions as partners
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.rules import knelpunten


def knelpunten_nu(*, door: Actor) -> list[knelpunten.Knelpunt]:
    """What hindered care in this half year, most frequent first."""
    return knelpunten.lijst(queries.geteld(door=door, dag=klok.vandaag()))


@transaction.atomic
def naar_stuurgroep(*, door: Actor, titels: Collection[str]) -> int:
    """Put these on the register, each once per half year; how many are new."""
    if door.functie != queries.REGIE:
        raise PermissionError("De regiocoördinator brengt knelpunten van de zorg bij de stuurgroep.")
    dag, al = klok.vandaag(), queries.aan_de_stuurgroep(door=door, dag=klok.vandaag())
    nieuw = [k for k in knelpunten_nu(door=door) if k.titel in titels and k.titel not in al]
    wij = Partner.objects.get(pk=door.partner_id)
    for k in nieuw:
        partners.noteer_knelpunt(
            door=door, titel=k.titel, risico=k.risico, partner=wij, bron=queries.bron_van(dag)
        )  # fmt: skip
    return len(nieuw)

# SPDX-License-Identifier: EUPL-1.2
"""Key again what an older version of the key rules keyed, while the house stays open."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from django.db import transaction

from schakel.convenant.models import Gegeven
from schakel.signaal import koppelen
from schakel.signaal.models import Koppelsleutel
from schakel.signaal.rules.raakvlak import IDENTIFIER_VAN

PARTIJ: Final = 200


def hersleutel(alias: str = "eigenaar") -> Iterator[tuple[int, int]]:
    """Make the keys of older versions anew; yields (statements done, statements in all).

    Runs as owner, because a statement that nobody may see now must be found when it may be again; nothing of its
    content leaves this function, and whom its keys are shown to does not change. One transaction per portion: it may
    be interrupted and started again. Until a statement is done, new questions do not find it, so all who keep signals
    look again afterwards (`kijk_alles_opnieuw`).
    """
    oud = Koppelsleutel.objects.using(alias).exclude(versie=koppelen.VERSIE)
    todo = sorted(set(oud.order_by().values_list("gegeven_id", flat=True)))
    for klaar in range(0, len(todo), PARTIJ):
        partij = todo[klaar : klaar + PARTIJ]
        with transaction.atomic(using=alias):
            _vervang(alias, partij)
        yield klaar + len(partij), len(todo)


def _vervang(alias: str, gegeven_ids: Sequence[UUID]) -> None:
    """The new keys take over for whom, until when and since when the old ones counted."""
    rijen = Koppelsleutel.objects.using(alias).select_for_update().filter(gegeven_id__in=gegeven_ids)
    voorbeeld = {r.gegeven_id: r for r in rijen if r.versie != koppelen.VERSIE}
    nieuw = [
        Koppelsleutel(
            sleutel=hash_,
            gegeven_id=oud.gegeven_id,
            stuk_id=oud.stuk_id,
            eigenaar_id=oud.eigenaar_id,
            soort=soort,
            identifier=IDENTIFIER_VAN[soort],
            categorie=oud.categorie,
            verborgen_tot=oud.verborgen_tot,
            zwak=oud.zwak,
            gemaakt_op=oud.gemaakt_op,
            vervalt_op=oud.vervalt_op,
            versie=koppelen.VERSIE,
        )
        for g in Gegeven.objects.using(alias).filter(pk__in=list(voorbeeld))
        for oud in [voorbeeld[g.pk]]
        for hash_, soort in koppelen.sleutels(g.soort, g.inhoud).items()
    ]
    Koppelsleutel.objects.using(alias).filter(gegeven_id__in=list(voorbeeld)).delete()
    Koppelsleutel.objects.using(alias).bulk_create(nieuw, batch_size=500)

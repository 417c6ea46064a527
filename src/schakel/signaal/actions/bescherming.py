# SPDX-License-Identifier: EUPL-1.2
"""The slightest indication is enough to offer protection: the regiocoördinator and the police hear it at once."""

from django.db import transaction

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import eis_reden
from schakel.signaal.models import Beschermingstaak, Signaal
from schakel.toegang.actor import Actor


def vraag(*, door: Actor, signaal: Signaal) -> None:
    """Tell the regiocoördinator and the police that protection must be offered; of the signaal only whom to call."""
    Beschermingstaak.objects.bulk_create(
        [
            Beschermingstaak(
                id=nieuw_id(), stuk_id=signaal.pk, kenmerk=signaal.kenmerk, van_id=signaal.eigenaar_id,
                aan_id=f.partner_id, rol=f.rol, gemaakt_op=klok.nu(),
            )
            for f in queries.beschermers(door=door, signaal=signaal)
        ],
        ignore_conflicts=True,
    )  # fmt: skip


@transaction.atomic
def pak_op(*, door: Actor, taak: Beschermingstaak, bericht: str) -> None:
    """The regiocoördinator or the police says what was done; the asker reads it."""
    if taak.aan_id != door.partner_id or taak.rol != door.functie:
        raise PermissionError("Deze taak hoort bij een andere functie.")
    taak.opgepakt_op, taak.opgepakt_door = klok.nu(), door.gebruiker_id
    taak.bericht = eis_reden(bericht)
    taak.save(update_fields=["opgepakt_op", "opgepakt_door", "bericht"])
    logboek.noteer(door=door, regels=[Regel("oppakken", "beschermingstaak", taak.pk, taak.van_id)])

# SPDX-License-Identifier: EUPL-1.2
"""Asking who brought a piece of information for its source, and the answer (CNV-06). No identity passes through here
unless the bringer writes it down for the asker."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.stukken import logregels
from schakel.convenant.models import Bronverzoek, Gegeven
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.toegang.actor import Actor

TERMIJN_DAGEN = 10


@transaction.atomic
def vraag_bron(*, door: Actor, gegeven: Gegeven, reden: str, id: UUID | None = None) -> Bronverzoek:
    """Ask the bringing partner for the source of a piece that one sees, for a proces-verbaal for instance."""
    if gegeven.eigenaar_id == door.partner_id:
        raise ValueError("Dit is door je eigen organisatie ingebracht.")
    if not queries.gegevens_van(door=door, stukken=[gegeven.stuk_id]).filter(pk=gegeven.pk).exists():
        raise PermissionError("Dit gegeven bestaat niet.")
    if not reden.strip():
        raise ValueError("Schrijf op waarvoor je de bron nodig hebt.")
    id = id or nieuw_id()
    if (eerder := Bronverzoek.objects.filter(pk=id).first()) is not None:
        return eerder
    rules.weiger_uitgesloten(reden)
    verzoek = Bronverzoek(
        id=id, gegeven=gegeven, stuk_id=gegeven.stuk_id, eigenaar_id=gegeven.eigenaar_id,
        vrager_id=door.partner_id, vrager_functie=door.functie, gevraagd_door=door.gebruiker_id, reden=reden,
        gemaakt_op=klok.nu(), antwoord_voor=klok.vandaag() + timedelta(days=TERMIJN_DAGEN),
    )  # fmt: skip
    verzoek.save(force_insert=True)
    logboek.noteer(door=door, regels=logregels("bron vragen", gegeven.stuk, [gegeven]))
    return verzoek


@transaction.atomic
def beantwoord_bronverzoek(*, door: Actor, verzoek: Bronverzoek, toezeggen: bool, antwoord: str) -> None:
    """The bringer answers; a promise says how the asker gets in touch, never more than the source agreed to."""
    if verzoek.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen wie het inbracht antwoordt.")
    if verzoek.status != Bronverzoek.Status.OPEN:
        raise ValueError("Hierop is al geantwoord.")
    if not antwoord.strip():
        raise ValueError("Geef de vrager een antwoord in een of twee zinnen.")
    verzoek.status = Bronverzoek.Status.TOEGEZEGD if toezeggen else Bronverzoek.Status.GEWEIGERD
    verzoek.antwoord, verzoek.beslist_door, verzoek.beslist_op = antwoord, door.gebruiker_id, klok.nu()
    verzoek.save(update_fields=["status", "antwoord", "beslist_door", "beslist_op"])
    logboek.noteer(door=door, regels=logregels("bron antwoorden", verzoek.stuk, []))

# SPDX-License-Identifier: EUPL-1.2
"""Tell care of an action day, answer how many places stand ready, call it off."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar
from schakel.zorg.models import Actiebericht
from schakel.zorg.rules import actie
from schakel.zorg.rules.actie import Stand


@transaction.atomic
def licht_in(*, door: Actor, aan: Partner, velden: Mapping[str, Any], id: UUID | None = None) -> Actiebericht:
    """Tell the regiocoördinator of a partner. Once per `id`."""
    if not door.is_een(*queries.AANPAK):
        raise PermissionError("Alleen wie een actie plant licht de zorg in.")
    if id and (bestaand := queries.actiebericht(door=door, id=id)):
        return bestaand
    nee = actie.bezwaren(dag=velden["dag"], vandaag=klok.vandaag(), aantal=velden["aantal"])
    if not queries.regiocoordinatoren().filter(partner=aan).exists():
        nee.append(_("Daar is nu geen regiocoördinator. Kies een andere instelling."))
    if nee:
        raise Bezwaar(nee)
    bericht = Actiebericht(
        id=id or nieuw_id(), eigenaar_id=door.partner_id, aan=aan, gemaakt_op=klok.nu(),
        gemaakt_door=door.gebruiker_id, **velden,
    )  # fmt: skip
    bericht.save(force_insert=True)
    _noteer(door, "schrijven", bericht)
    return bericht


@transaction.atomic
def beantwoord_actie(*, door: Actor, bericht: Actiebericht, plaatsen: int, antwoord: str = "") -> None:
    """How many places stand ready; fewer than asked is said as such."""
    if door.functie != queries.REGIE or bericht.aan_id != door.partner_id:
        raise PermissionError("Alleen de regiocoördinator antwoordt.")
    if bericht.stand == Stand.AFGEZEGD:
        raise Bezwaar([_("Deze actie gaat niet door.")])
    bericht.plaatsen, bericht.antwoord, bericht.beantwoord_op = plaatsen, antwoord or None, klok.nu()
    bericht.stand = actie.stand_na(bericht.aantal, plaatsen)
    bericht.save(update_fields=["plaatsen", "antwoord", "beantwoord_op", "stand"])
    _noteer(door, "schrijven", bericht)


@transaction.atomic
def zeg_actie_af(*, door: Actor, bericht: Actiebericht) -> None:
    """It does not happen: the places can be used for others."""
    if not door.is_een(*queries.AANPAK) or bericht.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen wie de zorg inlichtte zegt af.")
    bericht.stand = Stand.AFGEZEGD
    bericht.save(update_fields=["stand"])
    _noteer(door, "schrijven", bericht)


def lees_actie(*, door: Actor, bericht: Actiebericht) -> Actiebericht:
    """Open one, with its line in the account."""
    _noteer(door, "lezen", bericht)
    return bericht


def _noteer(door: Actor, handeling: str, bericht: Actiebericht) -> None:
    logboek.noteer(
        door=door,
        regels=[
            Logregel(
                handeling=handeling, soort="actiebericht", stuk_id=bericht.pk, eigenaar_id=bericht.eigenaar_id,
                categorieen=(), doel="hulp", grondslag="eigen taak",
            )
        ],
    )  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""Meetings of care: plan, put a client on the agenda, record the guardian, agree (ZOR-09)."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant.models import Gegeven
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Orgaan
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, noteer
from schakel.zorg.actions.traject import lees, vers_van
from schakel.zorg.models import Bespreekpunt, Zorgbespreking, Zorgtraject
from schakel.zorg.rules import inhoud

TE_BESPREKEN = frozenset({"behoefte", "doel", "veiligheid", "dienst"})
"""What is opened in a meeting; what was told in trust is not."""


@transaction.atomic
def plan_bespreking(*, door: Actor, orgaan: Orgaan, datum: date, id: UUID | None = None) -> Zorgbespreking:
    """A meeting of a body of care in which the actor sits."""
    if id and (bestaand := queries.bespreking(door=door, id=id)):
        return bestaand
    if door.functie != queries.REGIE or not queries.zorgorganen(door=door).filter(pk=orgaan.pk).exists():
        raise PermissionError("De regiocoördinator plant het zorgoverleg.")
    rij = Zorgbespreking(id=id or nieuw_id(), eigenaar_id=door.partner_id, orgaan=orgaan, datum=datum)
    rij.save(force_insert=True)
    return rij


@transaction.atomic
def bespreek(
    *, door: Actor, traject: Zorgtraject, bespreking: Zorgbespreking, vraag: str = ""
) -> Bespreekpunt:
    """Put a client on the agenda; who is not named on the traject sees no item."""
    vers = vers_van(door, traject)
    if bestaand := queries.punten(door=door, bespreking=bespreking).filter(traject=vers).first():
        return bestaand
    punt = Bespreekpunt(
        bespreking=bespreking, traject=vers, eigenaar_id=vers.eigenaar_id, vraag=vraag or None
    )
    punt.save(force_insert=True)
    noteer(door, "agenderen", vers)
    return punt


@transaction.atomic
def noteer_voogd(*, door: Actor, punt: Bespreekpunt, voogd: str) -> None:
    """The guardian is present at the sharing."""
    vers_van(door, punt.traject)
    if not voogd.strip():
        raise Bezwaar([_("Schrijf wie er namens de voogd bij is.")])
    punt.voogd, punt.voogd_op = voogd, klok.nu()
    punt.save(update_fields=["voogd", "voogd_op"])


@transaction.atomic
def leg_afspraak_vast(*, door: Actor, punt: Bespreekpunt, afspraak: str) -> None:
    """What was agreed on this client."""
    vers_van(door, punt.traject)
    if dicht(punt):
        raise Bezwaar([_("Leg eerst vast wie er namens de voogd bij is.")])
    if not afspraak.strip():
        raise Bezwaar([_("Schrijf wat er is afgesproken.")])
    punt.afspraak = afspraak
    punt.save(update_fields=["afspraak"])
    noteer(door, "besluiten", punt.traject)


def dicht(punt: Bespreekpunt) -> bool:
    """A minor alone: closed until the guardian is there (report p. 75)."""
    return punt.traject.model == "amv" and punt.voogd_op is None


def open_punt(*, door: Actor, punt: Bespreekpunt) -> list[Gegeven]:
    """What may be discussed of this client; nothing while it is closed."""
    if dicht(punt):
        return []
    return [g for g in inhoud.huidig(lees(door=door, traject=punt.traject)) if g.soort in TE_BESPREKEN]

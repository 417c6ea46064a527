# SPDX-License-Identifier: EUPL-1.2
"""Recording that a suspect may be a victim too (CAS-10+)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.actions.dossier import open_voor
from schakel.casus.models import Casus, Dubbelrol
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant import actions as convenant
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.signaal.rules import gegevens as vorm
from schakel.toegang.actor import Actor


def personen(*, door: Actor, casus: Casus, kant: Categorie) -> list[Gegeven]:
    """Who can be chosen on one side, with the account of the read."""
    gelezen = queries.personen(door=door, casus=casus, kant=kant)
    for gegeven in gelezen:
        logboek.noteer(door=door, regels=convenant.logregels("lezen", gegeven.stuk, [gegeven]))
    return gelezen


def lees_dubbelrollen(*, door: Actor, rollen: Iterable[Dubbelrol]) -> dict[UUID, str]:
    """Statement → who it is about in a line, of both sides, with the account of the read."""
    ids = [id for rol in rollen for id in (rol.slachtoffer_id, rol.verdachte_id)]
    gelezen = queries.gegevens_op_id(door=door, ids=ids)
    for gegeven in gelezen:
        logboek.noteer(door=door, regels=convenant.logregels("lezen", gegeven.stuk, [gegeven]))
    return {g.pk: vorm.kort("persoon", g.inhoud) for g in gelezen}


@transaction.atomic
def leg_dubbelrol_vast(
    *, door: Actor, casus: Casus, slachtoffer: UUID, verdachte: UUID, verband: str, id: UUID | None = None
) -> Dubbelrol:
    """These two statements are about one person. Only who sees both can say so. Raises `Bezwaar`.

    Neither the case nor its history changes: a new version would tell the others that there is something.
    """
    open_voor(door, casus)
    kanten = {
        kant: {g.pk: g for g in queries.personen(door=door, casus=casus, kant=kant)}
        for kant in (Categorie.PERSOON_SLACHTOFFER, Categorie.PERSOON_VERDACHT)
    }
    als_slachtoffer = kanten[Categorie.PERSOON_SLACHTOFFER].get(slachtoffer)
    als_verdachte = kanten[Categorie.PERSOON_VERDACHT].get(verdachte)
    if als_slachtoffer is None or als_verdachte is None:
        raise Bezwaar([_("Kies een mogelijk slachtoffer en een verdachte uit het dossier.")])
    if not verband.strip():
        raise Bezwaar([_("Schrijf wat het strafbare feit met de uitbuiting te maken heeft.")])
    bestaand = queries.dubbelrollen(door=door, casus=casus)
    if eerder := bestaand.filter(slachtoffer=als_slachtoffer, verdachte=als_verdachte).first():
        return eerder
    rol = Dubbelrol(
        id=id or nieuw_id(),
        casus=casus,
        slachtoffer=als_slachtoffer,
        verdachte=als_verdachte,
        verband=verband,
        partner_id=mijn(door),
        door=ik(door),
        op=klok.nu(),
    )
    rol.save(force_insert=True)
    for gegeven in (als_slachtoffer, als_verdachte):
        logboek.noteer(door=door, regels=convenant.logregels("schrijven", gegeven.stuk, [gegeven]))
    return rol

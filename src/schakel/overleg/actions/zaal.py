# SPDX-License-Identifier: EUPL-1.2
"""Who is in the room: per part, as stand-in, as guest for one item, out of the room for one item (OVL-02)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus.actions.casus import Bezwaar
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.overleg import queries, rules
from schakel.overleg.actions.zitting import noteer, noteer_zelf, voor_leiding
from schakel.overleg.models import Aanwezige, Agendapunt, Deelname, Overleg
from schakel.partner.models import Functie, OrgaanLid
from schakel.toegang.actor import Actor


@transaction.atomic
def noteer_aanwezig(
    *,
    door: Actor,
    overleg: Overleg,
    deel: int,
    aanwezig: Iterable[OrgaanLid],
    vervangers: Mapping[int, str] | None = None,
) -> None:
    """Who is in the room for this part; whoever is not named is absent. Doing it twice changes nothing.

    `vervangers`: id of the seat → the function that came instead; an earlier one stays.
    """
    vers = voor_leiding(door, overleg)
    bekend = {(a.partner_id, a.rol): a for a in queries.aanwezigen(door=door, overleg=vers).filter(deel=deel)}
    er_zijn: dict[tuple[UUID, str], str] = {}
    for lid in aanwezig:
        eerder = bekend.get((lid.partner_id, lid.rol))
        nieuw = (vervangers or {}).get(lid.pk) or (eerder.vervanger if eerder and eerder.aanwezig else "")
        er_zijn[lid.partner_id, lid.rol] = nieuw
    for (partner_id, rol), vervanger in er_zijn.items():
        if (partner_id, rol) not in bekend:
            Aanwezige(
                overleg=vers,
                deel=deel,
                partner_id=partner_id,
                rol=rol,
                vervanger=vervanger,
                genoteerd_op=klok.nu(),
            ).save(force_insert=True)
    for sleutel, rij in bekend.items():
        stand = (sleutel in er_zijn, er_zijn.get(sleutel, ""))
        if (rij.aanwezig, rij.vervanger) != stand:
            rij.aanwezig, rij.vervanger = stand
            rij.save(update_fields=["aanwezig", "vervanger"])
    noteer_zelf(door, "aanwezigheid", "overleg", vers.pk)


@transaction.atomic
def vraag_erbij(*, door: Actor, agendapunt: Agendapunt, functie: Functie) -> Deelname:
    """Ask a function for this item only. What it may read of the case the case itself decides."""
    return _bij_punt(door, agendapunt, functie.partner_id, functie.rol, Deelname.Soort.GAST)


@transaction.atomic
def meld_buiten(*, door: Actor, agendapunt: Agendapunt, lid: OrgaanLid) -> Deelname:
    """A member leaves the room for this item."""
    return _bij_punt(door, agendapunt, lid.partner_id, lid.rol, Deelname.Soort.BUITEN)


def _bij_punt(door: Actor, punt: Agendapunt, partner_id: UUID, rol: str, soort: str) -> Deelname:
    vers = voor_leiding(door, punt.overleg)
    if vers.status == rules.Status.AFGESLOTEN:
        raise Bezwaar([_("Het overleg is afgesloten.")])
    if punt.deel not in FUNCTIE_DELEN.get(rol, frozenset()):
        raise Bezwaar([_("Deze functie kan niet in dit deel van het overleg zitten.")])
    velden = {"agendapunt": punt, "partner_id": partner_id, "rol": rol, "soort": soort}
    if bestaand := Deelname.objects.filter(**velden).first():
        return bestaand
    gast = soort == Deelname.Soort.GAST
    rij = Deelname(
        **velden,
        overleg=vers,
        eigenaar_id=vers.eigenaar_id,
        deel=punt.deel,
        waarom=Deelname.Waarom.GEVRAAGD if gast else "",
        vanaf=vers.tijdstip if gast else None,
        op=klok.nu(),
    )
    rij.save(force_insert=True)
    noteer(door, "uitnodigen" if gast else "schrijven", punt)
    return rij

# SPDX-License-Identifier: EUPL-1.2
"""Keeping the rhythm of a body: convening the next meeting with its agenda, and asking who is needed per item."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from schakel.casus import queries as casussen
from schakel.casus.actions.casus import Bezwaar
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.overleg import queries, rules
from schakel.overleg.actions.zitting import noteer, plan, voor_leiding, zet_op_agenda
from schakel.overleg.models import Agendapunt, Deelname, Overleg, Werkwijze
from schakel.partner.models import Functie, Orgaan, OrgaanLid
from schakel.partner.queries import aanspreekpunt
from schakel.toegang.actor import Actor

GEMEENTE_ROLLEN = ("aandachtsfunctionaris", "ketenregisseur")
"""Who speaks for the municipality concerned: the first that is filled."""


@transaction.atomic
def stel_werkwijze_in(*, door: Actor, orgaan: Orgaan, **velden: Any) -> Werkwijze:
    """Set how a body works: start, place, minutes per item, quorum, who cannot be missed, guests."""
    _leidt_orgaan(door, orgaan)
    wijze = queries.werkwijze(orgaan)
    for naam, waarde in velden.items():
        setattr(wijze, naam, waarde)
    wijze.save()
    return wijze


def _leidt_orgaan(door: Actor, orgaan: Orgaan) -> None:
    if door.functie not in rules.VOORZITTERS or not queries.organen(door=door).filter(pk=orgaan.pk).exists():
        raise PermissionError("Alleen wie in dit orgaan de regie heeft stelt dit in.")


@transaction.atomic
def roep_bijeen(*, door: Actor, orgaan: Orgaan, dag: date, id: UUID | None = None) -> Overleg:
    """Plan the next meeting on this day and build its agenda from what waits (OVL-01)."""
    if id and (bestaand := queries.overleg(door=door, id=id)):
        return bestaand
    if dag < klok.vandaag():
        raise Bezwaar([_("Deze dag is al voorbij. Kies een dag die nog komt.")])
    wijze = queries.werkwijze(orgaan)
    tijdstip = datetime.combine(dag, wijze.aanvang, get_current_timezone())
    overleg = plan(door=door, orgaan=orgaan, tijdstip=tijdstip, plaats=wijze.plaats, id=id)
    vul_agenda(door=door, overleg=overleg)
    return overleg


@transaction.atomic
def vul_agenda(*, door: Actor, overleg: Overleg) -> list[Agendapunt]:
    """Put every case that waits on the agenda: urgent first, then the oldest, each in its part. Twice is once."""
    vers = voor_leiding(door, overleg)
    delen = queries.mijn_delen(door=door, overleg=vers)
    al = set(queries.agenda(door=door, overleg=vers).values_list("casus_id", flat=True))
    wachtend = [c for c in queries.kandidaten_voor_cyclus(door=door, overleg=vers) if c.pk not in al]
    zorg = queries.zorg_in(casussen=[c.pk for c in wachtend])
    minuten = queries.werkwijze(vers.orgaan).minuten
    punten = []
    for casus in wachtend:
        deel = rules.deel_voor(vers.orgaan.gelaagd, casus.pk in zorg)
        if deel in delen:
            punten.append(zet_op_agenda(door=door, overleg=vers, casus=casus, deel=deel, minuten=minuten))
    return punten


@transaction.atomic
def nodig_uit(*, door: Actor, overleg: Overleg) -> list[Deelname]:
    """Send the invitations: fixed members know the meeting already; others are asked for their item only (OVL-02).

    Returns the new guests. Done again after a change of the agenda, it adds what is missing.
    """
    vers = voor_leiding(door, overleg)
    punten = list(queries.agenda(door=door, overleg=vers))
    leden = list(queries.leden(overleg=vers))
    vast = {(lid.partner_id, lid.rol) for lid in leden if lid.soort != OrgaanLid.Soort.CASUSAFHANKELIJK}
    bekend = {(d.agendapunt_id, d.partner_id, d.rol) for d in queries.deelnames(door=door, overleg=vers)}
    gemeenten = queries.werkwijze(vers.orgaan).gemeente_te_gast
    begin, nieuw = vers.tijdstip, []
    for punt in punten:
        for functie, waarom in _genodigden(punt, leden, vast, gemeenten):
            if (punt.pk, functie[0], functie[1]) not in bekend:
                nieuw.append(_gast(vers, punt, functie, waarom, begin))
        begin += timedelta(minutes=punt.minuten)
    Deelname.objects.bulk_create(nieuw)
    vers.uitgenodigd_op = klok.nu()
    vers.save(update_fields=["uitgenodigd_op"])
    for punt in {d.agendapunt_id: d.agendapunt for d in nieuw}.values():
        noteer(door, "uitnodigen", punt)
    return nieuw


Zetel = tuple[UUID, str]


def _genodigden(
    punt: Agendapunt, leden: Iterable[OrgaanLid], vast: set[Zetel], gemeenten: bool
) -> list[tuple[Zetel, str]]:
    """(partner, rol) and why, for one item: the municipality concerned, and members by case who are in the case."""
    plaatsen = [g.partner_id for g in punt.casus.gemeenten.all() if g.partner_id] if gemeenten else []
    functies = [f for p in plaatsen if (f := aanspreekpunt(p, GEMEENTE_ROLLEN)) is not None]
    afhankelijk = {
        (lid.partner_id, lid.rol) for lid in leden if lid.soort == OrgaanLid.Soort.CASUSAFHANKELIJK
    }
    erbij = {p.pk for p in casussen.partners_in(casus=punt.casus)}
    gemeente = {_zetel(f) for f in functies}
    uit = []
    for zetel in sorted(gemeente | afhankelijk, key=str):
        waarom = rules.genodigd_als(
            zetel in vast, zetel in afhankelijk, zetel in gemeente, zetel[0] in erbij or zetel[0] in plaatsen
        )
        if waarom and punt.deel in FUNCTIE_DELEN.get(zetel[1], frozenset()):
            uit.append((zetel, waarom))
    return uit


def _zetel(functie: Functie) -> Zetel:
    return functie.partner_id, functie.rol


def _gast(overleg: Overleg, punt: Agendapunt, zetel: Zetel, waarom: str, vanaf: datetime) -> Deelname:
    return Deelname(
        overleg=overleg,
        eigenaar_id=overleg.eigenaar_id,
        agendapunt=punt,
        deel=punt.deel,
        partner_id=zetel[0],
        rol=zetel[1],
        soort=Deelname.Soort.GAST,
        waarom=waarom,
        vanaf=vanaf,
        op=klok.nu(),
    )

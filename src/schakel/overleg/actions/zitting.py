# SPDX-License-Identifier: EUPL-1.2
"""Planning a meeting, building its agenda, running it: decisions and actions as they fall."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import actions as casussen
from schakel.casus.actions.casus import Bezwaar
from schakel.casus.models import Casus, Interventie
from schakel.casus.rules import Verouderd
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant import actions as convenant
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.overleg import queries, rules
from schakel.overleg.models import Actie, Agendapunt, Besluit, Overleg
from schakel.partner.models import Functie, Orgaan, Partner, PartnerSoort
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class NieuweActie:
    """What a partner is to do; `omschrijving` must be understood without the decision."""

    partner: Partner
    omschrijving: str
    termijn: date | None = None


@transaction.atomic
def plan(
    *,
    door: Actor,
    orgaan: Orgaan,
    tijdstip: datetime,
    plaats: str = "",
    voorzitter: Functie | None = None,
    id: UUID | None = None,
) -> Overleg:
    """Plan a meeting of a body in which the actor sits."""
    if id and (bestaand := queries.overleg(door=door, id=id)):
        return bestaand
    if door.functie not in rules.VOORZITTERS or not queries.organen(door=door).filter(pk=orgaan.pk).exists():
        raise PermissionError("Alleen wie in dit orgaan de regie heeft plant een overleg.")
    overleg = Overleg(
        id=id or nieuw_id(),
        eigenaar_id=mijn(door),
        kenmerk=nieuw_kenmerk("OVL"),
        orgaan=orgaan,
        tijdstip=tijdstip,
        plaats=plaats,
        voorzitter=voorzitter,
    )
    overleg.save(force_insert=True)
    noteer_zelf(door, "plannen", "overleg", overleg.pk)
    return overleg


def leidt(door: Actor, overleg: Overleg) -> bool:
    """Does this actor run the meeting?"""
    return overleg.eigenaar_id == door.partner_id and door.functie in rules.VOORZITTERS


def voor_leiding(door: Actor, overleg: Overleg, versie: int | None = None) -> Overleg:
    """The meeting, locked. Raises `Verouderd` when somebody was first."""
    if not leidt(door, overleg):
        raise PermissionError("Alleen wie het overleg leidt kan dit.")
    vers = Overleg.objects.select_related("orgaan").select_for_update(of=("self",)).get(pk=overleg.pk)
    if versie is not None and vers.versie != versie:
        raise Verouderd
    return vers


@transaction.atomic
def zet_op_agenda(
    *,
    door: Actor,
    overleg: Overleg,
    casus: Casus,
    deel: int,
    minuten: int = 15,
    aanleiding: str = "",
    id: UUID | None = None,
) -> Agendapunt:
    """Put a case that is ready on the agenda, at the end of its part. Raises `Bezwaar` (CAS-02)."""
    vers = voor_leiding(door, overleg)
    punten = queries.agenda(door=door, overleg=vers).filter(deel=deel)
    if bestaand := punten.filter(casus=casus).first():
        return bestaand
    nee = rules.bezwaren_agenda(
        vers.status,
        casus.compleet_op is not None,
        casus.spoed_op is not None,
        casus.afgesloten_op is not None,
    )
    if nee:
        raise Bezwaar(nee)
    laatste = punten.order_by("-volgorde").values_list("volgorde", flat=True).first() or 0
    punt = Agendapunt(
        id=id or nieuw_id(),
        overleg=vers,
        casus=casus,
        deel=deel,
        volgorde=laatste + 1,
        minuten=minuten,
        aanleiding=aanleiding or None,
    )
    punt.save(force_insert=True)
    noteer(door, "agenderen", punt)
    return punt


@transaction.atomic
def zet_status(*, door: Actor, overleg: Overleg, naar: str, versie: int) -> Overleg:
    """Begin, or close: then the minutes are fixed and each holder has a task (OVL-04)."""
    vers = voor_leiding(door, overleg, versie)
    if naar not in rules.OVERGANGEN[rules.Status(vers.status)]:
        raise Bezwaar([_("Het overleg is nu: %(status)s.") % {"status": vers.get_status_display()}])
    vers.status = naar
    vers.versie += 1
    vers.save(update_fields=["status", "versie"])
    noteer_zelf(door, f"overleg {naar}", "overleg", vers.pk)
    return vers


@transaction.atomic
def besluit(
    *,
    door: Actor,
    agendapunt: Agendapunt,
    tekst: str,
    reden: str,
    afwijkend: str = "",
    interventies: Iterable[Interventie] = (),
    acties: Sequence[NieuweActie] = (),
    id: UUID | None = None,
) -> Besluit:
    """A decision of the overleg, with the measures it fixes and the actions it gives; all or nothing.

    Raises `casus.actions.Onvolledig` when a measure has no effect on the victim filled in (OVL-05), `Bezwaar`
    when words are missing or the meeting is not going on.
    """
    vers = voor_leiding(door, agendapunt.overleg)
    if id and (bestaand := queries.besluiten(door=door, overleg=vers).filter(pk=id).first()):
        return bestaand
    nee = [] if vers.status == rules.Status.BEZIG else [_("Het overleg is niet bezig: begin het eerst.")]
    nee += _quorum(door, vers, agendapunt.deel)
    nee += [] if tekst.strip() else [_("Schrijf wat het overleg besluit.")]
    nee += [] if reden.strip() else [_("Schrijf waarom.")]
    if nee:
        raise Bezwaar(nee)
    if vast := list(interventies):
        casussen.stel_vast(door=door, casus=agendapunt.casus, interventies=vast)
    nieuw = Besluit(
        id=id or nieuw_id(),
        agendapunt=agendapunt,
        deel=agendapunt.deel,
        tekst=tekst,
        reden=reden,
        afwijkend=afwijkend or None,
        genoteerd_door=ik(door),
        op=klok.nu(),
    )
    nieuw.save(force_insert=True)
    for actie in acties:
        geef_actie(door=door, besluit=nieuw, actie=actie)
    noteer(door, "besluiten", agendapunt)
    return nieuw


def _quorum(door: Actor, overleg: Overleg, deel: int) -> list[str]:
    """Can the overleg decide with who is in the room? A body without a quorum always can."""
    wijze = queries.werkwijze(overleg.orgaan)
    if not (wijze.quorum or wijze.nodig):
        return []
    er = queries.aanwezigen(door=door, overleg=overleg).filter(deel=deel, aanwezig=True)
    soorten = {a.partner_id: a.partner.soort for a in er}.values()
    return rules.bezwaren_quorum(soorten, wijze.quorum, wijze.nodig, dict(PartnerSoort.choices))


@transaction.atomic
def geef_actie(*, door: Actor, besluit: Besluit, actie: NieuweActie, id: UUID | None = None) -> Actie:
    """Give a partner something to do because of a decision."""
    overleg = voor_leiding(door, besluit.agendapunt.overleg)
    if id and (bestaand := queries.actie(door=door, id=id)):
        return bestaand
    if overleg.status != rules.Status.BEZIG:
        raise Bezwaar([_("Het overleg is niet bezig: begin het eerst.")])
    if not actie.omschrijving.strip():
        raise Bezwaar([_("Schrijf wat er gedaan moet worden.")])
    rij = Actie(
        id=id or nieuw_id(),
        besluit=besluit,
        deel=besluit.deel,
        overleg_kenmerk=overleg.kenmerk,
        partner=actie.partner,
        omschrijving=actie.omschrijving,
        termijn=actie.termijn,
    )
    rij.save(force_insert=True)
    return rij


@transaction.atomic
def rond_af(
    *, door: Actor, actie: Actie, resultaat: str, versie: int, status: str = rules.ActieStatus.GEDAAN
) -> Actie:
    """The holder tells what came of the action. Raises `Verouderd`."""
    if actie.partner_id != door.partner_id:
        raise PermissionError("Alleen de partner die de actie heeft rondt haar af.")
    if not resultaat.strip():
        raise Bezwaar([_("Schrijf wat er gebeurd is.")])
    vers = Actie.objects.select_for_update(of=("self",)).get(pk=actie.pk)
    if vers.versie != versie:
        raise Verouderd
    vers.status, vers.resultaat, vers.versie = status, resultaat, versie + 1
    vers.save(update_fields=["status", "resultaat", "versie"])
    noteer_zelf(door, "afronden", "actie", vers.pk)
    return vers


def lees(*, door: Actor, punten: Iterable[Agendapunt]) -> None:
    """The account of reading items: one line per case."""
    for punt in punten:
        noteer(door, "lezen", punt)


def noteer(door: Actor, handeling: str, punt: Agendapunt) -> None:
    """The account of one act on an item: a line of its case."""
    logboek.noteer(door=door, regels=convenant.logregels(handeling, punt.casus.stuk, []))


def noteer_zelf(door: Actor, handeling: str, soort: str, id: UUID) -> None:
    """The account of an act on the meeting or an action itself: who, when, and nothing of a case."""
    regel = Logregel(handeling=handeling, soort=soort, stuk_id=id, eigenaar_id=mijn(door))
    logboek.noteer(door=door, regels=[regel])
